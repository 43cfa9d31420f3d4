"""Quantities in Chinese clauses: the number as an interval, its unit, and what is counted.

近 and 不到 leave the number open below, 至少 and 以上 above; 约 is a tenth to both sides, 三百多 up
to the next hundred, 五六 from five to six, 数百 from two hundred to below a thousand. A year, an
ordinal (第三名) and one of a kind (一名官员) count nothing. Numerals are read by cn2an.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import cn2an

from claims.lang.base import Quantity
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word
from claims.lang.zh.patterns import any_of
from claims.lang.zh.terms import find_terms

ROUGH = 0.1
NEAR = 4  # words behind a quantity, or before it, among which what is counted stands
PEOPLE = "人"
FEW, MANY = 2, 10  # what 数 and 几 make of a hundred
YEARS = range(1000, 3000)
DIGITS = "〇一二三四五六七八九"
HAN = "〇零一二两三四五六七八九十百千万亿"
NUMERAL = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?[{HAN}]*[0-9]*|[{HAN}]+(?:点[{HAN}]+)?)"
NUMBER = re.compile(
    rf"(?<![第{HAN}0-9.])(?P<percent>百分之)?"
    rf"(?:(?P<vague>[数几上])(?P<size>[十百千万亿]+)"
    rf"|(?P<first>{NUMERAL})(?:\s?[到至~～–—-]\s?(?P<second>{NUMERAL}))?(?P<more>[多余几])?(?P<scale>[万亿]*))"
)


class Span(NamedTuple):
    """An interval of numbers."""

    low: float
    high: float


def find_quantities(words: Sequence[Word], text: str) -> tuple[Quantity, ...]:
    """The quantities of a clause, by its words and their folded text (offsets from 0).

    >>> from claims.lang.zh.script import segment
    >>> text = "约1.5万名工人参加罢工，至少三成商店关门"
    >>> [(q.low, q.high, q.unit, sorted(q.counted)) for q in find_quantities(segment(text), text)]
    [(13500.0, 16500.0, '人', ['出席', '工人', '罢工']), (30.0, inf, '%', ['关门', '商店'])]
    """
    return tuple(_find(words, text)) if words else ()


def _find(words: Sequence[Word], text: str) -> Iterator[Quantity]:
    start, end = words[0].start, words[-1].end
    for match in NUMBER.finditer(text, start, end):
        unit = _unit(text, match, end) or _people(words, match.end())
        told = _read(match)
        if unit is None or told is None or _is_year(told, unit[1]):
            continue
        last = match.end() + unit[0]
        if text[match.start() : last] in load_words("zh", "one_such"):
            continue
        scale = 10.0 if text[match.end() : last].startswith("成") else 1.0
        before = text[max(start, match.start() - NEAR) : match.start()].rstrip()
        after = text[last:end]
        low, high = _widen(before, after, Span(told.low * scale, told.high * scale))
        counted = _counted(words, match.start(), last)
        yield Quantity(match.start(), last, low, high, unit[1], counted)


def _read(match: re.Match[str]) -> Span | None:
    """The interval of a numeral by itself."""
    if match["vague"]:
        size = _number("一" + match["size"])
        if size is None:
            return None
        return Span(size, math.inf) if match["vague"] == "上" else Span(FEW * size, MANY * size - 1)
    pair = _consecutive(match["first"])
    first = pair[0] if pair else _number(match["first"])
    second = pair[1] if pair else _number(match["second"] or match["first"])
    if first is None or second is None:
        return None
    scale = math.prod(1e4 if char == "万" else 1e8 for char in match["scale"])
    if match["more"]:
        second = first + 10 ** math.floor(math.log10(max(1, first)))
    return Span(min(first, second) * scale, max(first, second) * scale)


def _consecutive(written: str) -> tuple[float, float] | None:
    """Two digits in a row that mean the one or the other: 五六, 三四百."""
    low, high = DIGITS.find(written[:1]), DIGITS.find(written[1:2])
    if low < 1 or high != low + 1 or set(written[2:]) - set("十百千万亿"):
        return None
    size = _number("一" + written[2:]) or 1.0
    return low * size, high * size


@lru_cache(maxsize=1024)
def _number(written: str) -> float | None:
    """The value of a numeral; None where it is not one."""
    plain = written.replace(",", "")
    plain = "一" + plain if plain[0] in "百千万亿" else plain
    try:
        return float(cn2an.cn2an(plain, "smart"))
    except (ValueError, LookupError):  # it looks units up, and some rows of them are in no table
        return None


def _widen(before: str, after: str, told: Span) -> Span:
    """The interval that the words before and after a number make of it."""
    found = [
        (len(word), kind)
        for kind in ("at_most", "at_least", "roughly")
        for word in load_words("zh", kind)
        if before.endswith(word) or after.startswith(word)
    ]
    kind = max(found)[1] if found else ""
    if kind == "at_most":
        return Span(0.0, told.high)
    if kind == "at_least":
        return Span(told.low, math.inf)
    rough = ROUGH if kind == "roughly" else 0.0
    return Span(told.low * (1 - rough), told.high * (1 + rough))


def _is_year(told: Span, unit: str) -> bool:
    return unit == "年" and told.low == told.high and told.low in YEARS


def _unit(text: str, match: re.Match[str], end: int) -> tuple[int, str] | None:
    """How many characters the unit behind a number takes, and its name."""
    if match["percent"]:
        return 0, "%"
    space = text[match.end() : match.end() + 1].isspace()
    found = _units().match(text, match.end() + space, end)
    return (found.end() - match.end(), _names()[found.group()]) if found else None


def _people(words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """The unit of people who are counted without one: 500|巴勒斯坦人."""
    word = next((one for one in words if one.start == place), None)
    named = word is not None and len(word.form) > 2 and word.form.endswith(PEOPLE)
    return (0, PEOPLE) if named else None


def _counted(words: Sequence[Word], start: int, end: int) -> frozenset[str]:
    """What a quantity counts: the terms behind it, or where there are none those before it."""
    after = [word for word in words if word.start >= end][:NEAR]
    before = [word for word in words if word.end <= start][-NEAR:]
    return frozenset(find_terms(after)) or frozenset(find_terms(before))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word: e.words[0] for e in load_pack("zh").of("unit") for word in e.words}


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return re.compile(any_of(_names()))
