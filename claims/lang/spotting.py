"""Where some words stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.lang.words import has_han

LETTERS = "\u2e80"  # before it stand the alphabets, in which words are written apart


def spot(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words stand, none inside another: the first, and the longest of those at one place.

    A word of letters is never found inside a longer one. A pattern of the words would have to be
    made for each text; for the names of an article that takes longer than looking.

    >>> list(spot("林文昭说，文昭号已经起航", ["文昭", "林文昭", "文昭号"]))
    [(0, 3), (5, 8)]
    >>> list(spot("the fleet of Ann Lee", ["lee", "Lee", "Ann Lee"]))
    [(13, 20)]
    """
    reached = 0
    for start, size in sorted((at, -len(word)) for word in words for at in _finds(text, word)):
        if start >= reached:
            reached = start - size
            yield start, reached


def match_any(words: Iterable[str]) -> re.Pattern[str]:
    """Some words of one language as a pattern, the longest first; those of letters stand alone.

    >>> match_any(["hit", "hits"]).findall("white hits, one hit"), match_any([]).search("a")
    (['hits', 'hit'], None)
    """
    told = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    edge = "" if has_han(told) else r"\b"
    return re.compile(f"{edge}(?:{told}){edge}" if told else r"(?!)")


def _finds(text: str, word: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if not (_goes_on(text, at) or _goes_on(text, end)):
            yield at
        at = text.find(word, at + 1)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word of letters goes on across a place."""
    if not 0 < at < len(text):
        return False
    return all(char < LETTERS and char.isalnum() for char in text[at - 1 : at + 1])
