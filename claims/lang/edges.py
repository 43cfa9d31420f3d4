"""Words by what they begin and end with: the longest of a list at either end of a text.

Few words of a list begin or end with one character, so most texts cost one look.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

V = TypeVar("V")
Sizes = dict[str, tuple[int, ...]]


class _Edges:
    """How long words can be, by the character that they begin or end with.

    Made when first asked for: nothing is added to the words after that.
    """

    @cached_property
    def heads(self) -> Sizes:
        """By the first character, the longest first."""
        return self._sizes(0)

    @cached_property
    def tails(self) -> Sizes:
        """By the last character, the longest first."""
        return self._sizes(-1)

    def _sizes(self, edge: int) -> Sizes:
        found: dict[str, set[int]] = {}
        words: Iterable[str] = self  # type: ignore[assignment]
        for word in filter(None, words):
            found.setdefault(word[edge], set()).add(len(word))
        return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in found.items()}


class WordSet(_Edges, frozenset[str]):
    """Words of a list."""


class WordTable(_Edges, dict[str, V]):
    """Words of a list, each with what is listed of it."""


def longest_head(text: str, words: WordSet | WordTable[V]) -> str:
    """The longest listed word that the text begins with; empty if none.

    >>> longest_head("总统府官员", WordSet({"总统", "总统府"}))
    '总统府'
    """
    for size in words.heads.get(text[:1], ()):
        if text[:size] in words:
            return text[:size]
    return ""


def longest_tail(text: str, words: WordSet | WordTable[V]) -> str:
    """The longest listed word that the text ends with; empty if none.

    >>> longest_tail("一名政府官员", WordSet({"官员", "政府官员"}))
    '政府官员'
    """
    for size in words.tails.get(text[-1:], ()):
        if text[-size:] in words:
            return text[-size:]
    return ""
