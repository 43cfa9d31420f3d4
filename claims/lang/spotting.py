"""Where some words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def spot(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words stand, none inside another: the first, and the longest of those at one place.

    A pattern of the words would have to be made for each text; that takes longer than looking.

    >>> list(spot("林文昭说，文昭号已经起航", ["文昭", "林文昭", "文昭号"]))
    [(0, 3), (5, 8)]
    """
    reached = 0
    for start, size in sorted((at, -len(word)) for word in words for at in _finds(text, word)):
        if start >= reached:
            reached = start - size
            yield start, reached


def _finds(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
