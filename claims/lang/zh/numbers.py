"""Numerals in Chinese text: figures of both widths and written numbers."""

from __future__ import annotations

# A numeral on the page, as the inside of a group.
NUMERAL = "[0-9]{1,4}|[〇零一二两三四五六七八九十廿卅百千]+"

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}


def number_of(words: str) -> int | None:
    """The number of a numeral below ten thousand; None where it is not one.

    >>> [number_of(w) for w in ("28", "２８", "二十八", "廿八", "二〇二二", "一百零五", "几")]
    [28, 28, 28, 28, 2022, 105, None]
    """
    if words.isdecimal():
        return int(words)
    if not words or any(c not in _DIGITS and c not in _UNITS and c not in _TENS for c in words):
        return None
    if all(char in _DIGITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words))
    return _sum(words)


def _sum(words: str) -> int:
    """The value of digits and units: 十八 is one ten and eight."""
    total = digit = 0
    for char in words:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _TENS:
            total += _TENS[char]
        else:
            digit = _DIGITS[char]
    return total + digit
