"""Who disputes whom, in so many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.graph import Graph
from claims.model import Relation
from claims.query.answers import Dispute, Statement
from claims.query.relations import list_relations
from claims.query.statements import find_origin
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted, wants_disputed

Pair = tuple[str, str]


def find_disputes(graph: Graph, wanted: Wanted = ALL) -> list[Dispute]:
    """Each dispute with the statements on both sides, in the order of the articles.

    A dispute reaches what stands inside the statements that it is against: who denies the words
    of an official denies what the president says in them. `wanted.speakers` are those on either
    side, or on the way to it; `wanted.about` may occur on either side, `wanted.certainty` and
    `wanted.negated` are of what is disputed.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("市长王海说，大桥安全。工程师李明否认王海的说法。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [(one.who.name, one.words.text, one.against[0].name) for one in find_disputes(graph)]
    [('李明', '否认', '王海')]
    """
    teller = Teller(graph)
    trust = _find_trust(teller)
    told = (_tell(teller, trust, *found) for found in list_relations(graph, "disputes"))
    return [one for one in told if one and (wanted == ALL or _wants(wanted, teller, one))]


def _tell(
    teller: Teller, trust: Mapping[Pair, list[str]], relation: Relation, to: list[str]
) -> Dispute | None:
    who = teller.tell_statement(relation.origin)
    points = [point for id in to if (point := teller.tell_point(id))]
    if who is None or not points:
        return None
    folded = (id for point in points for id in trust.get((who.id, point.statement.id), ()))
    return Dispute(
        id=relation.id,
        trust=tuple(dict.fromkeys(folded)),
        who=who,
        against=tuple({point.statement.id: point.statement for point in points}.values()),
        words=relation.cue or who.cue,
        target=relation.target,
        over=points[0].words,
        basis=relation.basis,
        strength=relation.strength,
        reason=relation.reason,
    )


def _find_trust(teller: Teller) -> dict[Pair, list[str]]:
    """Conflicts over whether one is to be believed, by the statement that says so and the other.

    Where the one disputes the other in words, or a statement around it, such a conflict says
    nothing more: it is told with the dispute, and not once more by itself.
    """
    found: dict[Pair, list[str]] = defaultdict(list)
    for relation, to in list_relations(teller.graph, "contradicts"):
        if relation.difference and relation.difference.kind == "trust":
            for one, other in ((relation.origin, id) for id in to):
                for pair in (*_list_around(teller, one, other), *_list_around(teller, other, one)):
                    found[pair].append(relation.id)
    return found


def _list_around(teller: Teller, one: str, other: str) -> list[Pair]:
    """The statement of one end, with that of the other and those around it."""
    first, second = teller.tell_statement(one), teller.tell_statement(other)
    if first is None or second is None:
        return []
    return [(first.id, around.id) for around in teller.climb(second.id)]


def _wants(wanted: Wanted, teller: Teller, one: Dispute) -> bool:
    return (
        wanted.basis in (None, one.basis)
        and wanted.strength in (None, one.strength)
        and wants_disputed(wanted, one.who, _reach(teller, one.against), one.over)
    )


def _reach(teller: Teller, against: Iterable[Statement]) -> list[Statement]:
    """Statements and those inside them, each once."""
    ids = (id for one in against for id, _ in teller.descend(one.id))
    told = (teller.tell_statement(id) for id in dict.fromkeys(ids))
    return [one for one in told if one]


def find_opponents(disputes: Iterable[Dispute]) -> dict[Pair, list[str]]:
    """Who disputes on whose word: pairs of ids of speakers, with the ids of the disputes.

    Who denies what an unnamed official says that the president said disputes the official, not
    the president.
    """
    found: dict[Pair, list[str]] = defaultdict(list)
    for one in disputes:
        for statement in one.against:
            for id in _list_answerable(statement):
                if one.who.speaker:
                    found[one.who.speaker.id, id].append(one.id)
    return found


def _list_answerable(statement: Statement) -> list[str]:
    origin = find_origin(statement)
    own = None if origin and origin.anonymous else statement.speaker
    return list(dict.fromkeys(party.id for party in (origin, own) if party))


def list_pairs(first: Statement, second: Statement) -> list[Pair]:
    """Those behind one of two statements alone with those behind the other, both ways round."""
    one, other = _list_behind(first), _list_behind(second)
    pairs = [(a, b) for a in one for b in other if a not in other and b not in one]
    return pairs + [(b, a) for a, b in pairs]


def _list_behind(statement: Statement) -> list[str]:
    return list(dict.fromkeys(hop.speaker.id for hop in statement.hops if hop.speaker))
