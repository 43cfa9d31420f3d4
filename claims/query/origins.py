"""What rests on the word of one who is not named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from claims.corpus.groups import Groups
from claims.graph import Graph
from claims.query.answers import Dispute, Origin, Party, Statement, Support
from claims.query.conflicts import find_supports
from claims.query.disputes import find_disputes
from claims.query.statements import find_origin, find_statements
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted, wants_statement

Told = TypeVar("Told", Party, Statement)


@dataclass
class _Resting:
    """Statements by what they rest on: the outermost one of the same unnamed speaker."""

    speakers: dict[str, Party] = field(default_factory=dict)  # by the outermost statement
    told: dict[str, Statement] = field(default_factory=dict)  # the outermost statement itself
    inside: dict[str, list[Statement]] = field(default_factory=dict)  # the same
    tops: dict[str, str] = field(default_factory=dict)  # the outermost, by each statement


def find_origins(graph: Graph, wanted: Wanted = ALL) -> list[Origin]:
    """What is known through one unnamed speaker, once for each thing said.

    What a relation says to be repeated, or to be said alike by the same speaker, is one thing,
    however many pass it on. `alone` is false where a strong relation says that another bears it
    out. `wanted.speakers` are the unnamed ones; the rest may fit any statement that is told.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("一名官员说，渡轮停开。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [(one.speaker.name, one.statements[0].text, one.alone) for one in find_origins(graph)]
    [('一名官员', '渡轮停开', True)]
    """
    resting = _find_resting(graph)
    supports = find_supports(graph)
    also = _find_also(resting, [one for one in supports if one.strength == "strong"])
    against = _find_disputing(resting, find_disputes(graph))
    groups = _group(resting, supports).gather()
    return [_tell(resting, tops, also, against) for tops in groups if _wants(wanted, resting, tops)]


def _find_resting(graph: Graph) -> _Resting:
    teller, resting = Teller(graph), _Resting()
    told = {one.id: one for one in find_statements(graph)}
    origins = {id: find_origin(one) for id, one in told.items()}
    for id, one in told.items():
        origin = origins[id]
        if origin is None or not origin.anonymous:
            continue
        top = id
        for around in teller.climb(id):
            if origins[around.id] != origin:
                break
            top = around.id
        resting.tops[id], resting.speakers[top], resting.told[top] = top, origin, told[top]
        resting.inside.setdefault(top, []).append(one)
    return resting


def _group(resting: _Resting, supports: Iterable[Support]) -> Groups:
    """One thing said: the outermost statements of one speaker that repeat each other."""
    groups = Groups(resting.inside)
    for one in supports:
        ends = [resting.tops.get(point.statement.id, "") for point in (one.first, one.second)]
        if all(ends) and len({resting.speakers[id].id for id in ends}) == 1:
            groups.join(*ends)
    return groups


def _find_also(resting: _Resting, supports: Iterable[Support]) -> dict[str, list[Statement]]:
    """Who else says the same, by the outermost statement."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in supports:
        for end, other in ((one.first, one.second), (one.second, one.first)):
            top = resting.tops.get(end.statement.id)
            if top and find_origin(other.statement) != resting.speakers[top]:
                found[top].append(other.statement)
    return found


def _find_disputing(resting: _Resting, disputes: Iterable[Dispute]) -> dict[str, list[Dispute]]:
    found: dict[str, list[Dispute]] = defaultdict(list)
    for one in disputes:
        for top in (resting.tops.get(statement.id) for statement in one.against):
            if top:
                found[top].append(one)
    return found


def _tell(
    resting: _Resting,
    tops: list[str],
    also: Mapping[str, list[Statement]],
    against: Mapping[str, list[Dispute]],
) -> Origin:
    speaker = resting.speakers[tops[0]]
    firm, perhaps = _part_by_strength(one for top in tops for one in against.get(top, []))
    told = tuple(resting.told[top] for top in tops)
    others = _once(one for top in tops for one in also.get(top, []))
    return Origin(
        speaker=speaker,
        statements=told,
        relays=_once(
            hop.speaker
            for one in told
            for hop in one.hops
            if hop.speaker and hop.speaker != speaker
        ),
        outlets=tuple(dict.fromkeys(one.article.outlet for one in told if one.article.outlet)),
        alone=not others,
        also=others,
        disputed_by=firm,
        perhaps_disputed_by=tuple(one for one in perhaps if one not in firm),
    )


def _part_by_strength(against: Iterable[Dispute]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who dispute firmly, and those of whom nothing but nearness tells whom they mean."""
    parties: dict[str, list[Party]] = {"strong": [], "weak": []}
    for one in against:
        if one.who.speaker:
            parties[one.strength].append(one.who.speaker)
    return _once(parties["strong"]), _once(parties["weak"])


def _once(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple({one.id: one for one in told}.values())


def _wants(wanted: Wanted, resting: _Resting, tops: list[str]) -> bool:
    if wanted.speakers is not None and resting.speakers[tops[0]].id not in wanted.speakers:
        return False
    rest = wanted.model_copy(update={"speakers": None})
    return any(wants_statement(rest, one) for top in tops for one in resting.inside[top])
