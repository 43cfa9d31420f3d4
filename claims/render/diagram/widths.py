"""How wide words come out in print, in columns: half of the height of the type."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import resources

_EM = 1000
_COLUMNS = 2  # in an em
_FIRST, _LATIN = 0x20, 0x2000  # from here to there letters are narrower than a Chinese one
_NARROW = 640  # most letters that are not in the tables: é, ж, α
_WIDE = "·"  # as wide as a Chinese character all the same


def measure(text: str, *, bold: bool = False) -> float:
    """How many columns a text takes in print: a Chinese character takes two.

    >>> measure("“港口”"), measure("CNN"), measure("CNN", bold=True)
    (8.0, 4.168, 4.308)
    """
    table = _widths()["bold" if bold else "regular"]
    return sum(_find_width(char, table) for char in text) * _COLUMNS / _EM


def _find_width(char: str, table: Sequence[int]) -> int:
    place = ord(char) - _FIRST
    if 0 <= place < len(table):
        return table[place]
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return _NARROW if ord(char) < _LATIN and char not in _WIDE else _EM


@cache
def _widths() -> dict[str, list[int]]:
    text = resources.files(__package__).joinpath("widths.toml").read_text("utf-8")
    return tomllib.loads(text)
