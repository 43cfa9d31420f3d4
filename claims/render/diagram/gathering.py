"""What a matter holds, gathered for drawing: who says what on which side, and against whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims.query.answers import Conflict, Dispute, Matter, Statement, Support
from claims.render.diagram.picked import (
    Change,
    Picked,
    PickedConflict,
    PickedDispute,
    PickedSupport,
)
from claims.render.diagram.said import (
    Said,
    Sides,
    find_who,
    index_inner,
    say_point,
    say_statement,
)
from claims.render.diagram.sheet import Side

_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


def gather_matters(
    matters: Iterable[Matter], statements: Iterable[Statement], supports: Iterable[Support] = ()
) -> list[Picked]:
    """All that each matter holds, in the order in which it is drawn as long as there is room."""
    by_id = {one.id: one for one in statements}
    inner, supports = index_inner(by_id.values()), list(supports)
    return [_gather_matter(one, by_id, inner, supports) for one in matters]


def _gather_matter(
    matter: Matter,
    by_id: Mapping[str, Statement],
    inner: Mapping[str, list[Statement]],
    supports: Iterable[Support],
) -> Picked:
    sides = Sides.of(matter)
    disputes = [_gather_dispute(one, sides, by_id, inner) for one in matter.disputes]
    conflicts = [_gather_conflict(one, sides, by_id) for one in matter.conflicts]
    name = _name_deniers(disputes)
    picked = Picked(
        matter=matter,
        disputes=tuple(
            one.change_said(name)
            for one in sorted(filter(_has_target, disputes), key=_dispute_weight)
        ),
        conflicts=tuple(one.change_said(name) for one in sorted(conflicts, key=_conflict_weight)),
    )
    return picked.add_supports(_gather_supports(supports, sides, by_id))


def _name_deniers(disputes: Iterable[PickedDispute]) -> Change:
    """Adds to what is said who disputes it, wherever in the matter it stands."""
    deniers: dict[str, set[str]] = {}
    for one in disputes:
        for said in one.against if one.dispute.who.speaker else ():
            deniers.setdefault(said.statement.id, set()).add(find_who(one.dispute.who))

    def name(said: Said) -> Said:
        found = frozenset(deniers.get(said.statement.id, ()))
        return said.model_copy(update={"deniers": found})

    return name


def _gather_supports(
    supports: Iterable[Support], sides: Sides, by_id: Mapping[str, Statement]
) -> Iterator[PickedSupport]:
    for one in supports:
        first, second = (sides.find(end.statement, by_id) for end in (one.first, one.second))
        if first and second:
            yield PickedSupport(
                support=one, first=say_point(one.first, first), second=say_point(one.second, second)
            )


def _gather_dispute(
    dispute: Dispute,
    sides: Sides,
    by_id: Mapping[str, Statement],
    inner: Mapping[str, list[Statement]],
) -> PickedDispute:
    """Whoever disputes faces what is disputed, on whichever side else he speaks."""
    own = sides.find(dispute.who, by_id)
    facing = _OTHER[own] if own else "left"
    targets = tuple(
        tuple(say_statement(one, inner.get(one.id, ()), sides.find(one, by_id) or facing))
        for one in dispute.against
    )
    first = next((said.side for target in targets for said in target), facing)
    return PickedDispute(dispute=dispute, side=_OTHER[first], targets=targets)


def _gather_conflict(
    conflict: Conflict, sides: Sides, by_id: Mapping[str, Statement]
) -> PickedConflict:
    first = sides.find(conflict.first.statement, by_id)
    second = sides.find(conflict.second.statement, by_id)
    first = first or (_OTHER[second] if second else "left")
    second = second or _OTHER[first]
    return PickedConflict(
        conflict=conflict,
        first=say_point(conflict.first, first),
        second=say_point(conflict.second, second),
    )


def _has_target(one: PickedDispute) -> bool:
    return bool(one.against)


def _dispute_weight(one: PickedDispute) -> bool:
    return one.dispute.strength == "weak"


def _conflict_weight(one: PickedConflict) -> tuple[bool, bool]:
    return one.conflict.strength == "weak", not one.conflict.disputed
