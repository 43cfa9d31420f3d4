"""Places that keep apart, each as near as may be to where it wants to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SWEEPS = 60
_ENOUGH = 0.01


class Limit(NamedTuple):
    """One place that is at least `apart` beyond another; both by their numbers."""

    one: int
    other: int
    apart: float


def spread(
    wanted: Sequence[float], limits: Iterable[Limit], weights: Sequence[float] = ()
) -> list[float]:
    """Where each stands, within the limits.

    What deviates costs the square of the distance by its weight, and the whole is the cheapest
    that there is (the method is Hildreth's), but for a hundredth of a point.

    >>> [round(one, 1) for one in spread([0, 0, 10], [Limit(0, 1, 4), Limit(1, 2, 4)])]
    [-2.0, 2.0, 10.0]
    >>> [round(one, 1) for one in spread([0, 0], [Limit(0, 1, 4)], weights=[1, 3])]
    [-3.0, 1.0]
    """
    places = list(wanted)
    limits = list(limits)
    ease = [1.0 / weight for weight in weights] or [1.0] * len(places)
    forces = [0.0] * len(limits)
    for _ in range(_SWEEPS):
        moved = 0.0
        for number, (one, other, apart) in enumerate(limits):
            missing = apart - places[other] + places[one]
            force = max(-forces[number], missing / (ease[one] + ease[other]))
            forces[number] += force
            places[other] += force * ease[other]
            places[one] -= force * ease[one]
            moved = max(moved, abs(force) * (ease[one] + ease[other]))
        if moved < _ENOUGH:
            break
    return places


def push_apart(places: Sequence[float], limits: Iterable[Limit]) -> list[float]:
    """The same places, but what is too near to one before it is moved on as far as it must be.

    >>> push_apart([0, 3, 8], [Limit(0, 1, 4), Limit(1, 2, 4)])
    [0, 4, 8]
    """
    moved, limits = list(places), list(limits)
    for _ in places:
        short = [one for one in limits if moved[one.other] < moved[one.one] + one.apart]
        if not short:
            break
        for one, other, apart in short:
            moved[other] = max(moved[other], moved[one] + apart)
    return moved
