"""The days that an English clause names: each as the first and the last day that it can mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from claims.lang.base import Dated
from claims.lang.en.times import MONTH, YEAR, find_times, value_of

# Where an article has no date, only words that name a day, month or year are compared: all as if in
# one year, whichever it is.
ANY_DAY = date(2000, 7, 1)
ALONE = re.compile(rf"{MONTH.pattern}|{YEAR.pattern}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$")


def find_dates(text: str, start: int, end: int, published: str) -> tuple[Dated, ...]:
    """The dates in a piece of a folded text, in an article of a day.

    >>> find_dates("talks broke down on May 3", 0, 25, "2022-05-04")
    (Dated(start=17, end=25, first='2022-05-03', last='2022-05-03', sure=True),)
    """
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        day = None
    return tuple(_find(text, start, end, day))


def _find(text: str, start: int, end: int, day: date | None) -> Iterator[Dated]:
    for time in find_times(text, start, end):
        words = text[time.start : time.end]
        alone = bool(ALONE.search(words))
        told = time.dated or alone
        ends = value_of(words, day or ANY_DAY).split("/") if told else []
        first = _edge(ends[0], last=False) if ends else ""
        last = _edge(ends[-1], last=True) if ends else ""
        if first and last:
            yield Dated(time.start, time.end, first, last, day is not None or alone)


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
