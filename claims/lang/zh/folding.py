"""One form of written Chinese for both scripts and widths.

The fold maps every character to one character (traditional to simplified by OpenCC's table,
full width to half width by NFKC), so offsets into the fold are offsets into the text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import opencc

from claims.lang.keeping import keep_read

SHORT = 32  # characters of a phrase that may come again


class _Fold(dict[int, str]):
    """A table for `str.translate` that learns each character once."""

    def __init__(self) -> None:
        super().__init__()
        self._converter = opencc.OpenCC("t2s")

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalnum():
            wide = unicodedata.normalize("NFKC", char)
            char = wide if len(wide) == 1 else char
        simple = self._converter.convert(char)
        self[code] = simple if len(simple) == 1 else char
        return self[code]


@lru_cache(maxsize=1)
def _table() -> _Fold:
    return _Fold()


def fold(text: str) -> str:
    """The text in simplified characters and half-width letters, of the same length.

    >>> fold("發言人稱：「ＣＮＮ報導」")
    '发言人称：「CNN报导」'
    """
    return _folded(text)


_folded = keep_read(lambda text: text.translate(_table()), SHORT)
