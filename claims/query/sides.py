"""Two sides of a matter, as far as two can be told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claims.corpus.groups import Groups
from claims.query.answers import Conflict, Dispute, Side, Statement
from claims.query.belonging import Belonging
from claims.query.statements import find_origin


def take_sides(
    statements: Sequence[Statement],
    disputes: Sequence[Dispute],
    conflicts: Sequence[Conflict],
    belonging: Belonging,
) -> tuple[Side, Side]:
    """The side that is disputed most, and the one against it.

    A side is taken by those on whose word statements rest, not by statements: all that one
    official says is on one side. Strong disputes count first, then strong conflicts, then the
    weak ones; what does not fit what counted before is passed over.
    """
    sides = _walk(_plant(disputes, conflicts), disputes)
    return (
        _gather([one for one in statements if sides.get(_name(one), 0) == 0], belonging),
        _gather([one for one in statements if sides.get(_name(one), 0) == 1], belonging),
    )


def _name(one: Statement) -> str:
    """Who stands behind a statement; the statement itself where no one is told."""
    origin = find_origin(one)
    return origin.id if origin else one.id


def _list_edges(
    disputes: Sequence[Dispute], conflicts: Sequence[Conflict]
) -> Iterator[tuple[str, str]]:
    for strength in ("strong", "weak"):
        for dispute in (one for one in disputes if one.strength == strength):
            yield from ((_name(one), _name(dispute.who)) for one in dispute.against)
        for conflict in (one for one in conflicts if one.strength == strength):
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


def _gather(statements: list[Statement], belonging: Belonging) -> Side:
    origins = (find_origin(one) for one in statements)
    told = {one.id: one for one in origins if one}
    return Side(
        statements=tuple(statements),
        origins=belonging.find_independent(list(told.values())),
    )
