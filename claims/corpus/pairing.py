"""Which of many things are compared: those that share something, each with the next few alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence


def pair_by_shared(held: Sequence[Iterable[str]], most: int) -> Counter[tuple[int, int]]:
    """The pairs of places that hold one thing, each place with the next `most` that hold it.

    With how many things each pair shares so. The number of pairs grows with that of the places.

    >>> sorted(pair_by_shared([{"a", "b"}, {"b"}, {"a", "b"}], 2).items())
    [((0, 1), 1), ((0, 2), 2), ((1, 2), 1)]
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, things in enumerate(held):
        for thing in things:
            places[thing].append(place)
    return Counter(
        (a, b)
        for row in places.values()
        for at, a in enumerate(row)
        for b in row[at + 1 : at + 1 + most]
    )
