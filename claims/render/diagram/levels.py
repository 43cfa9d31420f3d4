"""How far from the words each speaker stands in a frame."""

from __future__ import annotations

from collections.abc import Iterable

from claims.render.diagram.said import Route
from claims.render.diagram.sheet import Side

Place = tuple[Side, Route]


def find_levels(places: Iterable[Place]) -> dict[Place, int]:
    """For each beginning of a route 1, or one more than the farthest of those it goes on to.

    >>> ways = [("left", ("post",)), ("left", ("post", "official"))]
    >>> find_levels([*ways, ("left", ("post", "official", "mayor"))]).values()
    dict_values([3, 2, 1])
    """
    levels = dict.fromkeys(places, 1)
    for side, route in sorted(levels, key=lambda place: -len(place[1])):
        before = side, route[:-1]
        if before in levels:
            levels[before] = max(levels[before], levels[side, route] + 1)
    return levels
