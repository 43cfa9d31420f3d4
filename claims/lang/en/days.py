"""The days that an English clause names: each as the first and the last day that it can mean."""

from __future__ import annotations

import re

from claims.lang.base import Dated
from claims.lang.dates import read_dates
from claims.lang.en.times import MONTH, YEAR, find_times, value_of

ALONE = re.compile(rf"{MONTH.pattern}|{YEAR.pattern}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")


def find_dates(text: str, start: int, end: int, published: str) -> tuple[Dated, ...]:
    """The dates in a piece of a folded text, in an article of a day.

    >>> find_dates("talks broke down on May 3", 0, 25, "2022-05-04")
    (Dated(start=17, end=25, first='2022-05-03', last='2022-05-03', sure=True),)
    """
    return tuple(read_dates(text, find_times(text, start, end), published, value_of, ALONE))
