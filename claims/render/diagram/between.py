"""The lines over which a matter turns: who disputes what, and what may conflict."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from claims.render.cells import clean
from claims.render.diagram.naming import name_place, name_safely
from claims.render.diagram.picked import Key, Picked, PickedConflict, PickedDispute, PickedSupport
from claims.render.diagram.said import find_who
from claims.render.diagram.sheet import Line, Row
from claims.render.diagram.telling import tell_conflict, tell_difference, tell_dispute, tell_said
from claims.render.diagram.wording import Wording


def build_disputes(
    picked: Picked, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """From the one who disputes to all that is disputed, with the words of dispute."""
    return [_build_dispute(one, frame, rows, wording) for one in picked.disputes]


def build_conflicts(
    picked: Picked, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """One line for all rows each of which may conflict, in one way, with each of the others."""
    pairs: dict[tuple[str, str], list[PickedConflict]] = {}
    for one in map(_face, picked.conflicts):
        ends = rows[one.first.key].id, rows[one.second.key].id
        if ends[0] != ends[1]:
            pairs.setdefault(ends if ends[::-1] not in pairs else ends[::-1], []).append(one)
    return [
        _build_conflict(
            tails,
            heads,
            [one for pair in product(tails, heads) for one in pairs[pair]],
            frame,
            wording,
        )
        for tails, heads in _bundle(pairs)
    ]


def _face(one: PickedConflict) -> PickedConflict:
    """The conflict with the end on the left first."""
    if (one.first.side, one.second.side) != ("right", "left"):
        return one
    found = one.conflict.difference
    turned = found and found.model_copy(update={"first": found.second, "second": found.first})
    conflict = one.conflict.model_copy(update={"difference": turned})
    return PickedConflict(conflict=conflict, first=one.second, second=one.first)


def _bundle(
    pairs: Mapping[tuple[str, str], list[PickedConflict]],
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Rows on the left that conflict in one way with the same rows on the right go together."""
    facing: dict[tuple[str, str], list[str]] = {}
    for (tail, head), several in pairs.items():
        facing.setdefault((_find_kind(several[0]), tail), []).append(head)
    bundles: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (kind, tail), heads in facing.items():
        bundles.setdefault((kind, tuple(sorted(heads))), []).append(tail)
    return [(tuple(tails), heads) for (_, heads), tails in bundles.items()]


def _find_kind(one: PickedConflict) -> str:
    return one.conflict.difference.kind if one.conflict.difference else ""


def build_supports(
    picked: Picked, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """Who says the same as another, and who says it twice."""
    return [_build_support(one, frame, rows, wording) for one in picked.supports]


def _build_support(
    one: PickedSupport, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> Line:
    support = one.support
    return Line(
        id=f"{frame}-{name_safely(support.id)}",
        kind=support.kind,
        tails=(rows[one.first.key].id,),
        heads=(rows[one.second.key].id,),
        words=wording.tell(support.kind),
        small=clean(support.words.text) if support.words else "",
        weak=support.strength == "weak",
        ids=(support.id,),
        rests=tuple(dict.fromkeys((one.first.statement.id, one.second.statement.id))),
        hover="\n".join(tell_said(end, wording) for end in (one.first, one.second)),
    )


def _build_dispute(
    one: PickedDispute, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> Line:
    dispute = one.dispute
    rests = (dispute.who.id, *(said.statement.id for said in one.against))
    return Line(
        id=f"{frame}-{name_safely(dispute.id)}",
        kind="disputes",
        tails=(name_place(frame, one.side, find_who(dispute.who)),),
        heads=tuple(dict.fromkeys(rows[said.key].id for said in one.against)),
        words=clean(dispute.words.text) if dispute.words else wording.tell("disputed"),
        small=clean(dispute.target.text) if dispute.target else "",
        weak=dispute.strength == "weak",
        ids=(dispute.id,),
        rests=tuple(dict.fromkeys(rests)),
        hover=tell_dispute(dispute, wording),
    )


def _build_conflict(
    tails: tuple[str, ...],
    heads: tuple[str, ...],
    several: list[PickedConflict],
    frame: str,
    wording: Wording,
) -> Line:
    first = several[0].conflict
    words, small = tell_difference([one.conflict.difference for one in several], wording)
    rests = (end.statement.id for one in several for end in (one.first, one.second))
    told = (tell_conflict(one.first, one.second, one.conflict, wording) for one in several)
    return Line(
        id=f"{frame}-{name_safely(first.id)}",
        kind="conflicts",
        tails=tails,
        heads=heads,
        words=words,
        small=small,
        weak=all(one.conflict.strength == "weak" for one in several),
        ids=tuple(dict.fromkeys(one.conflict.id for one in several)),
        rests=tuple(dict.fromkeys(rests)),
        hover="\n\n".join(dict.fromkeys(told)),
    )
