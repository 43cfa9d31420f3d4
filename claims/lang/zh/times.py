"""Chinese words of time: where they stand, and what day, week, month or year they mean.

The grammar is our own, made from the lexicon of times: a word of time is a row of units
(a year, a month, a day, a part of the day, an hour, a word such as 上周五), and its value
counts from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

import rjieba

from claims.lang.packs import Entry, load_pack
from claims.lang.zh.folding import fold
from claims.lang.zh.numbers import NUMERAL, number_of
from claims.lang.zh.patterns import any_of

# Kinds of words that date a saying, those that only place it before or after, and those that
# date it only in a row with others (当地时间|28日).
STRONG = (
    "day_offset", "same_day", "weekday", "week_offset", "month_offset", "year_offset",
    "same_period", "part_of_day", "part_day", "month",
)  # fmt: skip
WEAK = ("order", "vague", "festival", "season")

N = f"(?:{NUMERAL})"
WRITTEN = (
    r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
    r"(?:[0-9]{4}|[〇零一二三四五六七八九]{4})[ ]?年",
    rf"(?:公元|西元|民国|令和|平成|昭和){N}年",
    rf"(?:{N}|几|数|多)个?(?:天|日|周|星期|礼拜|月|年|小时|分钟|钟头)(?:之前|以前|之后|以后|[前后])",
    rf"{N}[ ]?月(?:份?[上中下]旬|份?[初底末]|份|(?=[ ]?[^ 球亮]|$))",
    rf"{N}[ ]?[日号](?![楼线机院馆舰门厅球])",
    rf"(?!一点(?![钟整半])){N}(?:时|点钟?)(?:{N}分|半|[一三]刻|整|许|左右)*(?![候任])",
    r"[0-9]{1,2}[:：][0-9]{2}",
)
FIGURES = "0-9〇零一二两三四五六七八九十廿卅百千几数多"  # what the rows of WRITTEN open with
ERAS = {"公元": 0, "西元": 0, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}

ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
YEAR = re.compile(rf"({'|'.join(ERAS)})?({N})年(?!前|后|以|之|来)")
MONTH = re.compile(rf"({N}|元)月")
DAY = re.compile(rf"({N})[日号](?!前|后|以|之|内|来)")
AGO = re.compile(rf"({N})个?(天|日|周|星期|礼拜|月|年)(?:之前|以前|前)(?!后)")
RANGE = re.compile("至|到|—+|–|~|～")


class Time(NamedTuple):
    """Words of time on the page; `dated` where they name a day, a week or a month."""

    start: int
    end: int
    dated: bool


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Entry]:
    return load_pack("zh").index("word")


def _of(*kinds: str) -> list[str]:
    return [word for word, entry in _words().items() if entry.get("kind") in kinds]


def _places(entry: Entry, word: str) -> bool:
    """Whether a word without a date can tell when something was said: 此前, but not 今后, 现场."""
    if entry.get("kind") == "vague":
        return bool(entry.get("tense") != "future")
    return entry.get("value") != "during" or word.endswith(("时", "时候"))


@lru_cache(maxsize=1)
def _dating() -> re.Pattern[str]:
    return re.compile("|".join((*WRITTEN, any_of(_of(*STRONG)))))


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    """Units of time that stand together, also as a gloss: 当地时间11月7日（周日）晚."""
    weak = [word for word in _of(*WEAK) if len(word) > 1 and _places(_words()[word], word)]
    strong = [word for word in _of(*STRONG) if word != "明"]
    unit = "|".join((*WRITTEN, rf"{any_of((*strong, *weak))}(?<!今(?=[次后]))"))
    zone = any_of(_of("zone"))
    heads = {word[0] for word in (*strong, *weak, *_of("zone"), *ERAS)}
    return re.compile(
        # Few characters can open a row: what follows is asked of those alone.
        rf"(?=[{FIGURES}{''.join(sorted(heads))}])"
        rf"(?<![0-9〇零一二两三四五六七八九十])(?:{zone}[ ]?)?(?:{unit})"
        rf"(?:(?:[ 的]|至|到|{zone})?(?:{unit})|[（(](?:{unit})+[）)])*"
    )


def find_times(text: str, lo: int, hi: int) -> list[Time]:
    """The words of time in a stretch of folded text, where they begin and end with whole words.

    >>> [text[t.start:t.end] for text in ["她11月7日晚在台北说"] for t in find_times(text, 0, 9)]
    ['11月7日晚']
    """
    found = [m.span() for m in _row().finditer(text, lo, hi)]
    cuts = cut_points(text, lo, hi) if found else frozenset()
    return [Time(a, b, _is_dated(text[a:b])) for a, b in found if {a, b} <= cuts]


def _is_dated(words: str) -> bool:
    """Whether the words name a day, a week or a month; a year alone is too far from a date."""
    weak = words in _words() and _words()[words].get("kind") in WEAK
    return not weak and not YEAR.fullmatch(words) and bool(_dating().search(words))


def cut_points(text: str, lo: int, hi: int) -> frozenset[int]:
    """Where words begin and end in a stretch of folded text.

    >>> sorted(cut_points("她至今日本仍未去", 1, 5))
    [1, 3, 5]
    """
    return frozenset(accumulate(map(len, rjieba.cut(text[lo:hi], False)), initial=lo))


def value_of(words: str, day: date | None) -> str:
    """The day, interval, month or year that words of time mean; empty where none can be told.

    `day` is the day of publication, from which relative words count.

    >>> friday = date(2030, 3, 8)
    >>> [value_of(words, friday) for words in ("周四", "28日", "上周", "今年1月", "日前")]
    ['2030-03-07', '2030-02-28', '2030-02-25/2030-03-03', '2030-01', '']
    """
    text = fold(words).replace(" ", "")
    ends = RANGE.split(text)
    if len(ends) == 2 and DAY.search(ends[1]) and re.search("[日号月]|[0-9]$", ends[0]):
        return _interval(ends[0], ends[1], day)
    return _one(text, day)


def _interval(first: str, last: str, day: date | None) -> str:
    """1月24日至30日: each end takes from the other what it leaves out."""
    month = MONTH.search(first)
    if not DAY.search(first):
        first += "日"
    if month and not MONTH.search(last):
        last = first[: month.end()] + last
    a, b = _one(first, day), _one(last, day)
    return f"{a}/{b}" if a and b and a <= b else ""


def _one(text: str, day: date | None) -> str:
    for reading in (_iso, _ago, _written, _relative):
        value = reading(text, day)
        if value is not None:
            return value
    return ""


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _iso(text: str, _: date | None) -> str | None:
    match = ISO.search(text)
    found = match and _day(*(int(part) for part in match.groups()))
    return found.isoformat() if found else None


def _ago(text: str, day: date | None) -> str | None:
    """3天前, 两个月前: a day for days, else the week, month or year."""
    match = AGO.search(text)
    if match is None or (text in _words() and _words()[text].get("kind") == "same_day"):
        return None
    number = number_of(match[1])
    if day is None or number is None or number > 999:  # 2000年前 is no date
        return ""
    if match[2] in "天日":
        return _shift(day, -number)
    if match[2] == "月":
        return "{}-{:02}".format(*_month_from(day, -number))
    return str(day.year - number) if match[2] == "年" else _week(day, -number)


def _written(text: str, day: date | None) -> str | None:
    """A date with its parts: those not written are taken so that it is the nearest past."""
    year, month, number = _year(text, day), _month(text, day), _number(DAY, text)
    if year is None and month is None and number is None:
        return None
    if month is not None and month[0] is not None:
        year = month[0]
    return _complete(year, month and month[1], number, day)


def _complete(year: int | None, month: int | None, number: int | None, day: date | None) -> str:
    if year is None:
        return _nearest(month, number, day) if day else ""
    if month is None:
        return "" if number else f"{year:04}"
    if number is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else ""
    found = _day(year, month, number)
    return found.isoformat() if found else ""


def _nearest(month: int | None, number: int | None, day: date) -> str:
    """The last such month or day, of which one may be a day ahead: clocks differ."""
    latest = day + timedelta(days=1)
    if number is None and month is not None:
        return _complete(latest.year - (month > latest.month), month, None, day)
    years = range(latest.year, latest.year - 9, -1)
    months = [month] if month else range(12, 0, -1)
    days = (_day(year, m, number or 0) for year in years for m in months)
    return next((found.isoformat() for found in days if found and found <= latest), "")


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return number_of(match[1]) if match else None


def _year(text: str, day: date | None) -> int | None:
    match = YEAR.search(text)
    if match and (match[1] or len(match[2]) == 4):
        number = number_of(match[2])
        return None if number is None else number + ERAS.get(match[1], 0)
    word = _named("year_offset").search(text)
    return day.year + int(_words()[word[0]].get("value")) if word and day else None


def _month(text: str, day: date | None) -> tuple[int | None, int] | None:
    """The month, and its year where a word such as 上月 tells it."""
    match = MONTH.search(text)
    number = match and (1 if match[1] == "元" else number_of(match[1]))
    if number is not None:
        return None, number
    word = _named("month_offset").search(text)
    return _month_from(day, int(_words()[word[0]].get("value"))) if word and day else None


def _month_from(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


@cache
def _named(*kinds: str) -> re.Pattern[str]:
    return re.compile(any_of(_of(*kinds)))


def _relative(text: str, day: date | None) -> str | None:
    match = _named(*RELATIVE).search(text)
    if match is None or day is None:
        return None
    entry = _words()[match[0]]
    return RELATIVE[entry.get("kind")](entry, day)


def _shift(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _week(day: date, weeks: int) -> str:
    monday = day + timedelta(days=7 * weeks + 1 - day.isoweekday())
    return f"{monday.isoformat()}/{_shift(monday, 6)}"


def _weekday(entry: Entry, day: date) -> str:
    """周四 is the last Thursday, 上周四 that of the week before; 周末 is an interval."""
    first, _, last = str(entry.get("value")).partition("-")
    week = entry.get("week")
    if week is None:
        start = day - timedelta(days=(day.isoweekday() - int(first)) % 7)
    else:
        start = day + timedelta(days=7 * week + int(first) - day.isoweekday())
    return f"{start.isoformat()}/{_shift(start, int(last) - int(first))}" if last else str(start)


# How each kind of relative word is read.
RELATIVE: Mapping[str, Callable[[Entry, date], str]] = {
    "day_offset": lambda entry, day: _shift(day, entry.get("value")),
    "part_day": lambda entry, day: _shift(day, entry.get("value")),
    "week_offset": lambda entry, day: _week(day, entry.get("value")),
    "weekday": _weekday,
}
