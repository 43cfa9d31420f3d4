"""Claims that say the same: two speakers in support of each other, or one speaker twice.

Words that confirm (证实) support what is confirmed by the text's own account; otherwise two claims
must share nearly all that they are about, be as sure as each other and deny the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model.world import RelationKind
from claims.relate.points import Matters, Point

SAME = 0.7  # what two claims must share, from 0 to 1
FEW = 2  # terms that they must share at least, sides aside


class Accord(NamedTuple):
    """Two claims that say the same, the earlier one first."""

    kind: RelationKind
    first: Point
    second: Point
    shared: tuple[str, ...]
    stated: bool


def find_accords(
    matters: Matters, points: Sequence[Point], confirming: frozenset[str]
) -> Iterator[Accord]:
    """The accords of an article; `confirming` are the attributions whose cue confirms."""
    for (i, j), share in matters.pairs().items():
        a, b = points[i], points[j]
        if share < SAME or not _agree(a, b) or a.attribution.id == b.attribution.id:
            continue
        shared = a.terms & b.terms
        if len(shared - a.sides) < FEW:
            continue
        same = a.attribution.speaker == b.attribution.speaker
        kind: RelationKind = "repeats" if same else "supports"
        stated = not same and b.attribution.id in confirming
        yield Accord(kind, a, b, a.shares(b), stated)


def _agree(a: Point, b: Point) -> bool:
    """Whether two claims are as sure as each other, deny, date and count the same."""
    one, other = a.statement.claim, b.statement.claim
    if one.certainty != other.certainty or a.negative != b.negative:
        return False
    if a.agent and b.agent and a.agent != b.agent:
        return False
    apart = any(x.last < y.first or y.last < x.first for x in a.dates for y in b.dates)
    return not apart and all(
        x.low <= y.high and y.low <= x.high
        for x in a.quantities
        for y in b.quantities
        if x.unit == y.unit
    )
