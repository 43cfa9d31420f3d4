"""English words with opposites in a clause: rise and fall, lawful and unlawful, well and badly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.lang.base import Contrast
from claims.lang.en.terms import Spaced
from claims.lang.packs import load_pack
from claims.lang.words import Word

AGAINST = "against"


class Place(NamedTuple):
    """Where a word stands in the table: its kind, the number of its row, its side."""

    kind: str
    row: int
    side: int
    fate: bool


def find_contrasts(words: Sequence[Word]) -> tuple[Contrast, ...]:
    """The words of a clause that have opposites, the longest at each place.

    >>> from claims.lang.en.script import segment
    >>> [(c.form, c.kind, c.side) for c in find_contrasts(segment("output rose in the valley"))]
    [('rose', 'opposite', 1)]
    """
    return tuple(
        Contrast(found.first, found.form, *place)
        for found in _listing().find(words)
        for place in found.value
    )


@lru_cache(maxsize=1)
def _listing() -> Spaced[tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    pack = load_pack("en")
    for kind in ("opposite", "evaluation"):
        for row, entry in enumerate(pack.of(kind)):
            fate = bool(entry.get("fate"))
            for side, listed in ((1, entry.words), (-1, entry.get(AGAINST, ()))):
                for word in listed:
                    found[word] = (*found.get(word, ()), Place(kind, row, side, fate))
    return Spaced(found)
