"""Quantities in Chinese clauses: the number as an interval, its unit, and what is counted.

近 and 不到 leave the number open below, 至少 and 多 above; 约 is a tenth to both sides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.lang.base import Quantity, Word
from claims.lang.packs import load_pack
from claims.lang.zh.numbers import number_of
from claims.lang.zh.patterns import any_of

SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
ROUGH = 0.1
DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
WRITTEN = "[〇零一二两三四五六七八九十百千]+"
NUMBER = re.compile(
    rf"(?P<percent>百分之)?(?P<digits>{DIGITS}|{WRITTEN})(?P<scale>[十百千万亿]*)"
    rf"(?P<rest>{DIGITS}|{WRITTEN})?(?P<more>多|余|几)?(?P<after>[万亿]*)"
)


def find_quantities(words: Sequence[Word], text: str) -> tuple[Quantity, ...]:
    """The quantities of a clause, by its words and their folded text (offsets from 0).

    >>> from claims.lang.zh.script import segment
    >>> text = "约1.5万名工人参加罢工，至少三成商店关门"
    >>> [(q.low, q.high, q.unit) for q in find_quantities(segment(text), text)]
    [(13500.0, 16500.0, '人'), (30.0, inf, '%')]
    """
    if not words:
        return ()
    start, end = words[0].start, words[-1].end
    return tuple(_find(text, start, end))


def _find(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in NUMBER.finditer(text, start, end):
        unit = _unit(text, match.end(), end, bool(match["percent"]))
        value = _value(match)
        if value is None or not unit:
            continue
        size, name = unit
        scale = 10.0 if name == "%" and text[match.end() : match.end() + 1] == "成" else 1.0
        low, high = _interval(text[max(start, match.start() - 3) : match.start()], value * scale)
        high = math.inf if match["more"] else high
        low = value * scale if match["more"] else low
        yield Quantity(match.start(), match.end() + size, low, high, name)


def _value(match: re.Match[str]) -> float | None:
    whole = _number(match["digits"])
    if whole is None:
        return None
    value = whole * math.prod(SCALES[c] for c in match["scale"])
    rest = _number(match["rest"]) if match["rest"] else 0.0
    value += rest or 0.0
    return value * math.prod(SCALES[c] for c in match["after"])


def _number(written: str) -> float | None:
    if written[0].isdecimal():
        return float(written.replace(",", ""))
    found = number_of(written)
    return None if found is None else float(found)


def _interval(before: str, value: float) -> tuple[float, float]:
    """The interval that the words before a number make of it."""
    for kind, low, high in (
        ("at_most", 0.0, value),
        ("at_least", value, math.inf),
        ("roughly", value * (1 - ROUGH), value * (1 + ROUGH)),
    ):
        if any(before.endswith(word) for word in _words(kind)):
            return low, high
    return value, value


def _unit(text: str, at: int, end: int, percent: bool) -> tuple[int, str] | None:
    """How many characters the unit behind a number takes, and its name."""
    if percent:
        return 0, "%"
    match = _units().match(text, at, end)
    return (match.end() - at, _names()[match.group()]) if match else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word: e.words[0] for e in load_pack("zh").of("unit") for word in e.words}


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return re.compile(any_of(_names()))


@lru_cache(maxsize=4)
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for entry in load_pack("zh").of(kind) for word in entry.words)
