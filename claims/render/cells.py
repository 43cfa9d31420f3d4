"""Words cut and filled to columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from rich.cells import cell_len

MORE = "…"

# What is not parted: a Latin word or number, or one other character, with the marks that open
# before it and close after it.
_UNIT = re.compile(
    r"[“‘（《〈「『【\[(]*(?:[^\W\u2e80-\uffef]+|[!-~]+|\S)[^\w\s“‘（《〈「『【\[(]*|\s+"
)

_FOREIGN = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def clean(text: str) -> str:
    """The text on one line, without characters that would steer a terminal.

    >>> clean("停航。\\n  复航\\x1b[31m。")
    '停航。 复航[31m。'
    """
    kept = (char for char in text if char.isspace() or unicodedata.category(char)[0] != "C")
    return " ".join("".join(kept).split())


def read_address(address: str) -> str:
    """An address as browsers show it: letters of other scripts plain, all else as it is.

    >>> read_address("https://a.example/%E6%B8%AF%E5%8F%A3?of=50%25"), read_address("b/%E6")
    ('https://a.example/港口?of=50%25', 'b/%E6')
    """
    return _FOREIGN.sub(_read, clean(address))


def _read(coded: re.Match[str]) -> str:
    try:
        plain = unquote(coded.group(), errors="strict")
    except UnicodeDecodeError:
        return coded.group()
    return plain if all(char.isalnum() for char in plain) else coded.group()


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


def wrap(text: str, width: int) -> list[str]:
    """The text in lines that fit; Latin words stay whole, no line begins with a closing mark.

    >>> wrap("港口今日停航，渡轮 Sea Star 照常开行。", 12)
    ['港口今日停', '航，渡轮 Sea', 'Star 照常开', '行。']
    """
    lines, line = [], ""
    for unit in _part(text, width):
        if cell_len(line + unit.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += unit if line else unit.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _part(text: str, width: int) -> Iterator[str]:
    """Units, a word longer than a line in pieces."""
    for unit in _UNIT.findall(" ".join(text.split())):
        rest = unit
        while cell_len(rest) > width > 1:
            yield (part := _take(rest, width))
            rest = rest[len(part) :]
        yield rest


def find_han(text: str) -> str:
    """The Chinese characters of a text.

    >>> find_han("José, 港务局 attaché")
    '港务局'
    """
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
