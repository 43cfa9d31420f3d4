"""Words with opposites in a clause: rise and fall, lawful and unlawful, well and badly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claims.lang.base import Contrast
from claims.lang.listing import Listing
from claims.lang.packs import load_pack
from claims.lang.words import Word


class Place(NamedTuple):
    """Where a word stands in the table: its kind, the number of its row, its side."""

    kind: str
    row: int
    side: int
    fate: bool


def find_contrasts(code: str, words: Sequence[Word]) -> tuple[Contrast, ...]:
    """The words of a clause of a language that have opposites, the longest at each place.

    >>> words = [Word(0, 6, "output", "n"), Word(7, 11, "rose", "v")]
    >>> [(one.form, one.kind, one.side) for one in find_contrasts("en", words)]
    [('rose', 'opposite', 1)]
    """
    return tuple(
        Contrast(found.first, found.form, *place)
        for found in _listing(code).find(words)
        for place in found.value
    )


@cache
def _listing(code: str) -> Listing[tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    pack = load_pack(code)
    for kind in ("opposite", "evaluation"):
        for row, entry in enumerate(pack.of(kind)):
            for side, listed in ((1, entry.words), (-1, entry.get("against", ()))):
                for word in listed:
                    place = Place(kind, row, side, bool(entry.get("fate")))
                    found[word] = (*found.get(word, ()), place)
    return Listing(found)
