"""Words cut and filled to columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

MORE = "…"


def clean(text: str) -> str:
    """The text on one line, without characters that would steer a terminal.

    >>> clean("停航。\\n  复航\\x1b[31m。")
    '停航。 复航[31m。'
    """
    kept = (char for char in text if char.isspace() or unicodedata.category(char)[0] != "C")
    return " ".join("".join(kept).split())


def cut(text: str, width: int) -> str:
    """The beginning of a text that fits, with … for the rest.

    >>> cut("港口今日停航", 7)
    '港口今…'
    """
    if cell_len(text) <= width:
        return text
    return _take(text, width - 1) + MORE


def _take(text: str, width: int) -> str:
    taken, used = [], 0
    for char in text:
        used += cell_len(char)
        if used > width:
            break
        taken.append(char)
    return "".join(taken)


def pad(text: str, width: int) -> str:
    """The text with spaces up to the width.

    >>> pad("港口", 6)
    '港口  '
    """
    return text + " " * max(0, width - cell_len(text))
