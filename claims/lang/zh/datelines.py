"""Agency openings: what stands before the first sentence of a report and belongs to none.

（中央社莫斯科13日综合外电报导）, 【共同社2月3日电】, 路透北京9月1日 - , 新华社3月5日电: the outlet,
the place and the date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.lang.base import Dateline
from claims.lang.outlets import outlets_named
from claims.lang.packs import load_pack, load_words
from claims.lang.zh.patterns import any_of

DASHED = re.compile(r"\s*[\u4e00-\u9fff/]{2,16}\d{1,2}月\d{1,2}日(?:电)?\s*[-—–－]+\s*")
WIRED = re.compile(
    r"\s*[\u4e00-\u9fff/]{2,16}\d{1,2}月\d{1,2}日[电讯](?:\s*[（(][^）)]{2,24}[）)])?\s*"
)
DATE = re.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
DASH = re.compile("[-—–－]")
PLACED = re.compile(r"\s*[\u4e00-\u9fff/]{0,8}\s*[-—–－]+\s*")
OPENING = 30  # characters within which a dash belongs to an opening
LONGEST = 12  # characters of an outlet's name


def read_dateline(line: str) -> Dateline | None:
    """The opening of a folded line that begins with an agency's dateline.

    >>> read_dateline("（中通社岛城13日电）市长今天说，桥很安全。")
    Dateline(end=11, outlet=(1, 4), month=0, day=13)
    """
    for pattern in (_bracketed(), DASHED, WIRED):
        match = pattern.match(line)
        if match:
            date = DATE.search(match.group())
            month, day = (int(date[part] or 0) for part in ("month", "day")) if date else (0, 0)
            return Dateline(match.end(), _find_outlet(match.group()), month, day)
    return _read_placed(line)


def _read_placed(line: str) -> Dateline | None:
    """An opening without a date: a listed outlet, maybe a place, and a dash."""
    start, end = _find_outlet(line) if DASH.search(line[:OPENING]) else (0, 0)
    dash = PLACED.match(line, end) if start < end and outlets_named(line[start:end]) else None
    return Dateline(dash.end(), (start, end), 0, 0) if dash else None


def _find_outlet(opening: str) -> tuple[int, int]:
    """Where the outlet stands: the longest listed name at the head, or what ends like one."""
    start = next((i for i, char in enumerate(opening) if char.isalnum()), len(opening))
    head = opening[start : start + LONGEST]
    for size in range(len(head), 1, -1):
        if outlets_named(head[:size]):
            return start, start + size
    named = _named().match(head)
    if named is None or named.group() in load_words("zh", "own_outlet"):
        return start, start
    return start, start + named.end()


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """What ends like an outlet, before a place or a date."""
    return re.compile(rf"[^\d\s]{{1,10}}?{any_of(load_words('zh', 'outlet_end'))}")


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    ends = any_of(load_pack("zh").index("dateline_end"))
    return re.compile(rf"\s*[（(【\[〔][^）)】\]〕。，]{{2,40}}{ends}[）)】\]〕][：:]?\s*")
