"""The lines over which a matter turns: who disputes what, and what may conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product

from claims.render.cells import clean
from claims.render.diagram.naming import name_safely
from claims.render.diagram.picked import Picked, PickedConflict, PickedDispute, PickedSupport
from claims.render.diagram.said import Key, find_who
from claims.render.diagram.seating import Seating
from claims.render.diagram.sheet import Line, LineKind, Row, Strand
from claims.render.diagram.telling import (
    tell_conflict,
    tell_difference,
    tell_dispute,
    tell_guess,
    tell_said,
)
from claims.render.diagram.wording import Wording


def build_disputes(
    picked: Picked, seating: Seating, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """From each one who disputes to each one disputed, one line with all words of dispute."""
    pairs: dict[tuple[str, str], list[PickedDispute]] = {}
    for one in picked.disputes:
        whom = find_who(one.dispute.against[0])
        pairs.setdefault((seating.find_box(one.side, one.route), whom), []).append(one)
    return [
        _build_line(
            "disputes", seating.frame, [_build_dispute(one, box, rows, wording) for one in pair]
        )
        for (box, _), pair in pairs.items()
    ]


def build_conflicts(
    picked: Picked, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """One line for all rows each of which may conflict, in one way, with each of the others.

    The conflicts of a line stand in their order: those that weigh most first.
    """
    places = {one.conflict.id: place for place, one in enumerate(picked.conflicts)}
    pairs: dict[tuple[str, str], list[PickedConflict]] = {}
    for one in map(_face, picked.conflicts):
        ends = rows[one.first.key].id, rows[one.second.key].id
        if ends[0] != ends[1]:
            pairs.setdefault(ends if ends[::-1] not in pairs else ends[::-1], []).append(one)
    return [
        _build_conflicts(
            sorted(
                ((pair, one) for pair in product(tails, heads) for one in pairs[pair]),
                key=lambda found: places[found[1].conflict.id],
            ),
            frame,
            wording,
        )
        for tails, heads in _bundle(pairs)
    ]


def build_supports(
    picked: Picked, frame: str, rows: Mapping[Key, Row], wording: Wording
) -> list[Line]:
    """Who says the same as another, and who says it twice."""
    return [
        _build_line(one.support.kind, frame, [_build_support(one, rows, wording)])
        for one in picked.supports
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


def _build_conflicts(
    several: Sequence[tuple[tuple[str, str], PickedConflict]], frame: str, wording: Wording
) -> Line:
    """One line, worded by what all its conflicts have in common."""
    line = _build_line(
        "conflicts", frame, [_build_conflict(pair, one, wording) for pair, one in several]
    )
    words, small = tell_difference([one.conflict.difference for _, one in several], wording)
    return line.model_copy(update={"words": words, "small": small})


def _build_line(kind: LineKind, frame: str, strands: Sequence[Strand]) -> Line:
    """The line that stands for all the strands; it bears the name of the first."""
    first = strands[0]
    return Line(
        id=f"{frame}-{name_safely(first.id)}",
        kind=kind,
        tails=_join(one.tails for one in strands),
        heads=_join(one.heads for one in strands),
        words=first.words,
        small=first.small,
        weak=all(one.weak for one in strands),
        ids=_join((one.id,) for one in strands),
        rests=_join(one.rests for one in strands),
        hover="\n\n".join(dict.fromkeys(one.hover for one in strands)),
        strands=tuple(strands),
    )


def _join(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def _build_dispute(
    one: PickedDispute, box: str, rows: Mapping[Key, Row], wording: Wording
) -> Strand:
    dispute = one.dispute
    return Strand(
        id=dispute.id,
        tails=(box,),
        heads=_join((rows[said.key].id,) for said in one.against),
        words=clean(dispute.words.text) if dispute.words else wording.tell("disputed"),
        small=clean(dispute.target.text) if dispute.target else "",
        note=tell_guess(dispute, wording),
        weak=dispute.strength == "weak",
        rests=_join([(dispute.who.id,), *((said.statement.id,) for said in one.against)]),
        hover=tell_dispute(dispute, wording),
    )


def _build_conflict(pair: tuple[str, str], one: PickedConflict, wording: Wording) -> Strand:
    words, small = tell_difference([one.conflict.difference], wording)
    return Strand(
        id=one.conflict.id,
        tails=pair[:1],
        heads=pair[1:],
        words=words,
        small=small,
        weak=one.conflict.strength == "weak",
        rests=_join((end.statement.id,) for end in (one.first, one.second)),
        hover=tell_conflict(one.first, one.second, one.conflict, wording),
    )


def _build_support(one: PickedSupport, rows: Mapping[Key, Row], wording: Wording) -> Strand:
    support = one.support
    return Strand(
        id=support.id,
        tails=(rows[one.first.key].id,),
        heads=(rows[one.second.key].id,),
        words=wording.tell(support.kind),
        small=clean(support.words.text) if support.words else "",
        weak=support.strength == "weak",
        rests=_join((end.statement.id,) for end in (one.first, one.second)),
        hover="\n".join(tell_said(end, wording) for end in (one.first, one.second)),
    )
