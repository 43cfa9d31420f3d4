"""Things one below the other, in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def halve(things: Sequence[Thing], measure: Callable[[Thing], float]) -> list[Sequence[Thing]]:
    """Two columns, as even as may be; the first is not the lower one.

    >>> halve(["aaa", "b", "cc"], len)
    [['aaa'], ['b', 'cc']]
    """

    def find_lower(place: int) -> float:
        return max(sum(map(measure, things[:place])), sum(map(measure, things[place:])))

    place = min(range(len(things) + 1), key=lambda place: (find_lower(place), -place))
    return [things[:place], things[place:]]
