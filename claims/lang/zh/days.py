"""The days that a Chinese clause names: each as the first and the last day that it can mean."""

from __future__ import annotations

import re

from claims.lang.base import Dated
from claims.lang.dates import read_dates
from claims.lang.zh.times import find_times, value_of

ALONE = re.compile("月.+[日号]|[0-9]{4}年|月份")


def find_dates(text: str, start: int, end: int, published: str) -> tuple[Dated, ...]:
    """The dates in a piece of a folded text, in an article of a day.

    >>> find_dates("会谈在5月3日破裂", 0, 9, "2022-05-04")
    (Dated(start=3, end=7, first='2022-05-03', last='2022-05-03', sure=True),)
    """
    return tuple(read_dates(text, find_times(text, start, end), published, value_of, ALONE))
