"""Ids of what is concluded: the document, a letter, and where in the text it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def number_places(document: str, letter: str, places: Iterable[int]) -> Iterator[str]:
    """An id for each place, with a number where several begin at one.

    >>> list(number_places("d3f0", "c", [4, 9, 4]))
    ['d3f0:c4', 'd3f0:c9', 'd3f0:c4.2']
    """
    taken: dict[int, int] = {}
    for place in places:
        taken[place] = taken.get(place, 0) + 1
        yield f"{document}:{letter}{place}" + (f".{taken[place]}" if taken[place] > 1 else "")
