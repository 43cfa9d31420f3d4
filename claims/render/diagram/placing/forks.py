"""The branches of a line that leads from its words to several ends: they share one track."""

from __future__ import annotations

from collections.abc import Sequence

from claims.render.diagram.placing.channels import STRAIGHT
from claims.render.diagram.placing.paths import Point


def fork(hub: Point, track: float, ends: Sequence[Point], radius: float) -> list[list[Point]]:
    """The way to each end; what several have in common is in one of them only.

    So a dashed line stays dashed where branches run together.

    >>> fork((0, 0), 10, [(20, -30), (20, -50)], 5)
    [[(0, 0), (10, 0), (10, -30), (20, -30)], [(10, -25), (10, -50), (20, -50)]]
    """
    ways: dict[int, list[Point]] = {}
    for place in _sort(hub, ends):
        ways[place] = _lead(hub, track, ends[place], [ends[one] for one in ways], radius)
    return [ways[place] for place in range(len(ends))]


def _sort(hub: Point, ends: Sequence[Point]) -> list[int]:
    """The nearest first."""
    return sorted(range(len(ends)), key=lambda place: (abs(ends[place][1] - hub[1]), place))


def _lead(
    hub: Point, track: float, end: Point, before: Sequence[Point], radius: float
) -> list[Point]:
    """The way to one end from where it leaves those that are nearer to the hub."""
    (x, y), up = end, end[1] < hub[1]
    if abs(y - hub[1]) < STRAIGHT:
        return [hub, end]
    tail = [(track, y), end]
    beside = [one for one in before if abs(one[1] - hub[1]) >= STRAIGHT]
    same = [one[1] for one in beside if (one[1] < hub[1]) == up]
    if same:
        last = min(same) if up else max(same)
        turn = min(radius, abs(last - hub[1]) / 2)
        return [(track, last + turn if up else last - turn), *tail]
    if before:
        back = -radius if x > hub[0] else radius
        return [(track + back, hub[1]), (track, hub[1]), *tail]
    return [hub, (track, hub[1]), *tail]
