"""How wide words come out, in columns: half of the height of the type.

On screens and in `dot` letters stand on whole dots, which makes many of them wider than they are
in print: each is taken to be as wide as the wider of the two.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import resources
from math import floor

_EM = 1000
_DOTS = 96 / 72  # dots of a screen in a point
_BODY = 10  # points
_COLUMNS = 2  # in an em
_FIRST, _LATIN = 0x20, 0x2000  # from here to there letters are narrower than a Chinese one
_NARROW = 640  # most letters that are not in the tables: é, ж, α
_WIDE = "·"  # as wide as a Chinese character all the same


def measure(text: str, *, bold: bool = False, size: int = _BODY) -> float:
    """How many columns a text takes in type of a size: a Chinese character takes two.

    >>> measure("“港口”"), measure("CNN"), measure("CNN", bold=True)
    (8.0, 4.35, 4.35)
    """
    table = _widths()["bold" if bold else "regular"]
    return sum(_fit_dots(_find_width(char, table), size) for char in text) * _COLUMNS / _EM


def _find_width(char: str, table: Sequence[int]) -> int:
    place = ord(char) - _FIRST
    if 0 <= place < len(table):
        return table[place]
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return _NARROW if ord(char) < _LATIN and char not in _WIDE else _EM


@cache
def _fit_dots(width: int, size: int) -> float:
    dots = floor(width / _EM * size * _DOTS + 0.5)
    return max(width, dots / _DOTS / size * _EM)


@cache
def _widths() -> dict[str, list[int]]:
    text = resources.files(__package__).joinpath("widths.toml").read_text("utf-8")
    return tomllib.loads(text)
