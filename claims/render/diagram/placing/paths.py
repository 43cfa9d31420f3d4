"""Lines as paths: straight parts with round corners, ready for a pen."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]
_ROUND = 0.5523  # how far the handles of a quarter of a circle reach
_SAME = 0.01


def round_corners(points: Sequence[Point], radius: float) -> list[Point]:
    """Points and handles of Bézier curves: one at the start, then three for each curve.

    >>> len(round_corners([(0, 0), (10, 0), (10, 10)], 4))
    10
    """
    points = _drop_idle(points)
    knots = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, _measure(before, corner) / 2, _measure(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        knots += _draw_straight(knots[-1], start)
        knots += [_towards(start, corner, reach * _ROUND), _towards(end, corner, reach * _ROUND)]
        knots.append(end)
    return [*knots, *_draw_straight(knots[-1], points[-1])]


def shorten(points: Sequence[Point], by: float) -> list[Point]:
    """The same way, ended so much earlier, as an arrow head follows."""
    *rest, before, last = points
    return [*rest, before, _towards(last, before, min(by, _measure(before, last) - _SAME))]


def _drop_idle(points: Sequence[Point]) -> list[Point]:
    """Without points that stand where the one before stands, or on the way to the next."""
    kept = [points[0]]
    for point in points[1:]:
        if _measure(kept[-1], point) > _SAME:
            kept.append(point)
    kept = kept if len(kept) > 1 else [points[0], points[-1]]
    inner = [
        one
        for before, one, after in zip(kept, kept[1:], kept[2:], strict=False)
        if not (before[1] == one[1] == after[1] or before[0] == one[0] == after[0])
    ]
    return [kept[0], *inner, kept[-1]]


def _draw_straight(start: Point, end: Point) -> list[Point]:
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    first = (start[0] + third[0], start[1] + third[1])
    return [first, (end[0] - third[0], end[1] - third[1]), end]


def _towards(start: Point, goal: Point, far: float) -> Point:
    whole = _measure(start, goal) or 1.0
    share = far / whole
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _measure(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])
