"""The days that words of time name: each as the first and the last day that they can mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Protocol

from claims.lang.base import Dated

# Where an article has no date, only words that name a day, month or year are compared: all as if in
# one year, whichever it is.
ANY_DAY = date(2000, 7, 1)
PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$")


class Time(Protocol):
    """Words of time in a text: their offsets, and whether they name a date at all."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def dated(self) -> bool:
        """Whether they name a date."""


def read_day(published: str) -> date | None:
    """The day of an article; none where it has no date.

    >>> read_day("2022-05-04T10:00:00Z"), read_day("May")
    (datetime.date(2022, 5, 4), None)
    """
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def read_dates(
    text: str,
    times: Iterable[Time],
    published: str,
    value_of: Callable[[str, date | None], str],
    alone: re.Pattern[str],
) -> Iterator[Dated]:
    """The dates that some words of time in a text mean, in an article of a day.

    `value_of` gives the date of such words, `alone` is what names one whenever it is read.
    """
    day = read_day(published)
    for time in times:
        words = text[time.start : time.end]
        fixed = bool(alone.search(words))
        ends = value_of(words, day or ANY_DAY).split("/") if time.dated or fixed else []
        first = _edge(ends[0], last=False) if ends else ""
        last = _edge(ends[-1], last=True) if ends else ""
        if first and last:
            yield Dated(time.start, time.end, first, last, day is not None or fixed)


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
