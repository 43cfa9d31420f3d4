"""One form of written English: plain apostrophes, hyphens and spaces."""

from __future__ import annotations

import re

from claims.lang.keeping import keep_read

SHORT = 200  # characters of a phrase that is likely to be asked for again

_APOSTROPHE = re.compile(r"(?<=[^\W_])[’ʼ](?=[^\W_])")
_OTHER = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "‑": "-", "‐": "-"})


def fold(text: str) -> str:
    """The text with plain apostrophes, hyphens and spaces, of the same length.

    >>> fold("“He didn’t,” she said")
    "“He didn't,” she said"
    """
    return _folded(text)


_folded = keep_read(lambda text: _APOSTROPHE.sub("'", text.translate(_OTHER)), SHORT)
