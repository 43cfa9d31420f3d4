"""Two sides of a matter, as far as two can be told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claims.query.answers import Conflict, Dispute, Side, Statement
from claims.query.groups import Groups
from claims.query.statements import find_origin


def take_sides(
    statements: Sequence[Statement], disputes: Sequence[Dispute], conflicts: Sequence[Conflict]
) -> tuple[Side, Side]:
    """The side that is disputed most, and the one against it.

    A side is taken by those on whose word statements rest, not by statements: all that one
    official says is on one side. Disputes count before strong conflicts, these before weak
    ones, and what does not fit what counted before is passed over.
    """
    sides = _walk(_plant(disputes, conflicts), disputes)
    return (
        _gather([one for one in statements if sides.get(_name(one), 0) == 0]),
        _gather([one for one in statements if sides.get(_name(one), 0) == 1]),
    )


def _name(one: Statement) -> str:
    """Who stands behind a statement; the statement itself where no one is told."""
    origin = find_origin(one)
    return origin.id if origin else one.id


def _list_edges(
    disputes: Sequence[Dispute], conflicts: Sequence[Conflict]
) -> Iterator[tuple[str, str]]:
    for dispute in disputes:
        yield from ((_name(one), _name(dispute.who)) for one in dispute.against)
    for conflict in sorted(conflicts, key=lambda one: one.strength == "weak"):
        yield _name(conflict.first.statement), _name(conflict.second.statement)


def _plant(disputes: Sequence[Dispute], conflicts: Sequence[Conflict]) -> dict[str, list[str]]:
    """Those who are against each other, as trees: no two who are joined otherwise already."""
    trees: dict[str, list[str]] = defaultdict(list)
    joined = Groups()
    for one, other in _list_edges(disputes, conflicts):
        if joined.find(one) != joined.find(other):
            joined.join(one, other)
            trees[one].append(other)
            trees[other].append(one)
    return trees


def _walk(trees: dict[str, list[str]], disputes: Sequence[Dispute]) -> dict[str, int]:
    disputed = Counter(_name(one) for dispute in disputes for one in dispute.against)
    sides: dict[str, int] = {}
    for start in sorted(trees, key=lambda one: -disputed[one]):
        waiting = [(start, 0)] if start not in sides else []
        while waiting:
            one, side = waiting.pop()
            sides[one] = side
            waiting += [(other, 1 - side) for other in trees[one] if other not in sides]
    return sides


def _gather(statements: list[Statement]) -> Side:
    origins = (find_origin(one) for one in statements)
    return Side(
        statements=tuple(statements),
        origins=tuple({one.id: one for one in origins if one}.values()),
    )
