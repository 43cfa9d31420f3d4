"""The days that a Chinese clause names: each as the first and the last day that it can mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from claims.lang.base import Dated
from claims.lang.zh.times import find_times, value_of

# Where an article has no date, only words that name a day, month or year are compared: all as if in
# one year, whichever it is.
ANY_DAY = date(2000, 7, 1)
ALONE = re.compile("月.+[日号]|[0-9]{4}年|月份")
PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$")


def find_dates(text: str, start: int, end: int, published: str) -> tuple[Dated, ...]:
    """The dates in a piece of a folded text, in an article of a day.

    >>> find_dates("会谈在5月3日破裂", 0, 9, "2022-05-04")
    (Dated(start=3, end=7, first='2022-05-03', last='2022-05-03', sure=True),)
    """
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        day = None
    return tuple(_find(text, start, end, day))


def _find(text: str, start: int, end: int, day: date | None) -> Iterator[Dated]:
    for time in find_times(text, start, end):
        words = text[time.start : time.end]
        sure = day is not None or bool(ALONE.search(words))
        told = time.dated or ALONE.search(words)
        ends = value_of(words, day or ANY_DAY).split("/") if told else []
        first = _edge(ends[0], last=False) if ends else ""
        last = _edge(ends[-1], last=True) if ends else ""
        if first and last:
            yield Dated(time.start, time.end, first, last, sure)


def _edge(value: str, *, last: bool) -> str:
    """The first or last day of a year, a month or a day; empty where it is none of them."""
    match = PARTS.match(value)
    if match is None:
        return ""
    year, month, day = match[1], match[2], match[3]
    month = month or ("12" if last else "01")
    if day is None:
        day = f"{calendar.monthrange(int(year), int(month))[1]:02}" if last else "01"
    return f"{year}-{month}-{day}"
