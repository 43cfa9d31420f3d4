"""What an article says of itself in its first lines: a moment on a line of its own, a dateline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import NamedTuple

from claims.lang.outlets import outlets_named
from claims.read.dates import parse_date
from claims.read.leftovers import load_leftovers

DECEMBER = 12
LINES = 5  # from the top, in which an article may say so


class Opening(NamedTuple):
    """The name of an outlet as the article writes it, its id where the table has it, and a day."""

    outlet: str = ""
    id: str = ""
    published: str = ""


def read_opening(text: str, lang: str, retrieved: str = "") -> Opening:
    """The outlet and the day that the first lines of a text tell, '' where they tell none.

    A dateline leaves out the year: its day is told where the page's own moment, or the day on
    which it was fetched, tells which year it must be.

    >>> read_opening("2022-01-28T14:56:00Z\\n（中央社台北28日电）会谈结束。", "zh")
    Opening(outlet='中央社', id='cna-taiwan', published='2022-01-28T14:56:00Z')
    """
    lines = [line for line in text.split("\n", LINES)[:LINES] if line.strip()]
    moment = next((found for line in lines if (found := parse_date(line))), "")
    try:
        read = import_module(f"claims.lang.{lang}.datelines").read_dateline
    except ModuleNotFoundError:
        return Opening(published=moment)
    fold = load_leftovers(lang).fold
    for line in lines:
        told = read(fold(line))
        if told is not None:
            start, end = told.outlet
            name = line[start:end]
            known = outlets_named(fold(name)) or outlets_named(name)
            id = known[0].id if len(known) == 1 else ""
            return Opening(name, id, moment or _day(told.month, told.day, retrieved))
    return Opening(published=moment)


def _day(month: int, number: int, retrieved: str) -> str:
    """The last such day up to the one on which the page was fetched."""
    try:
        last = date.fromisoformat(retrieved[:10])
    except ValueError:
        return ""
    days = [day for day in _such_days(last, month, number) if day <= last]
    return max(days).isoformat() if days else ""


def _such_days(last: date, month: int, number: int) -> Iterator[date]:
    """The days of that number in that month of two years, or in the last two months."""
    year, now = last.year, last.month
    before = (year, now - 1) if now > 1 else (year - 1, DECEMBER)
    for one in ((year, month), (year - 1, month)) if month else ((year, now), before):
        try:
            yield date(*one, number)
        except ValueError:
            continue
