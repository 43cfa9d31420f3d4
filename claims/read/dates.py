"""Dates as pages write them, to ISO 8601: a day, a minute, or a moment with its zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june",
         "jul july", "aug august", "sep sept september", "oct october", "nov november",
         "dec december"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

# What may stand before a date on its own line, and around it.
_LABEL = (
    r"(?:[^\W\d_]{2,10}(?:\s[^\W\d_]{2,10})?\s*[：:]\s*|[^\W\d_]{2,6}[于於]\s*"
    r"|(?:last\s+)?(?:published|posted|updated)\s+(?:on\s+)?|[a-z]{3,9},\s+)?"
)
_WEEKDAY = r"(?:\s*[（(]?(?:星期|週|周|礼拜|禮拜)[一二三四五六日天][）)]?)?"
_TIME = (
    r"(?:[\sT,，\-–—|/]*(?:at\s+)?(?P<half>上午|下午|晚上|凌晨)?\s*"
    r"(?P<hour>\d{1,2})\s*(?::|：|时|時|点|點)\s*(?P<minute>\d{2})\s*分?"
    r"(?::(?P<second>\d{2})(?:\.\d+)?秒?)?"
    r"\s*(?P<ampm>[ap]\.?m\b\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_DAYS = (
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号號]?",
    r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_MONTH})\.?,?\s+(?P<year>\d{{4}})",
    rf"(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
)
_LINES = tuple(re.compile(rf"\W*{_LABEL}{day}{_WEEKDAY}{_TIME}\W*", re.I) for day in _DAYS)
_LONGEST = 60
_NOON = 12
_MONTHS_A_YEAR = 12


def parse_date(line: str) -> str:
    """The date that a line is, in ISO form, with the zone only where it is given; else ''.

    A day and a month that could be either are read day first.

    >>> parse_date("28/01/2022 - 14:56")
    '2022-01-28T14:56'
    >>> parse_date("发布时间：2022年1月28日 下午2:56")
    '2022-01-28T14:56'
    >>> parse_date("2022-01-28T14:56:00+08:00"), parse_date("他1月28日说")
    ('2022-01-28T14:56:00+08:00', '')
    """
    line = line.strip()
    if len(line) > _LONGEST:
        return ""
    for pattern in _LINES:
        match = pattern.fullmatch(line)
        date = _iso(match) if match else ""
        if date:
            return date
    return ""


def _iso(match: re.Match[str]) -> str:
    part = match.groupdict()
    year, day = int(part["year"]), int(part["day"])
    month = _MONTHS[part["name"].lower()] if part.get("name") else int(part["month"])
    day_first = match.start("day") < match.start("year")
    if day_first and month > _MONTHS_A_YEAR >= day:
        day, month = month, day  # written the other way round
    hour = _hour(part)
    try:
        moment = datetime(year, month, day, hour or 0, int(part["minute"] or 0), tzinfo=UTC)
    except ValueError:
        return ""
    if hour is None:
        return f"{moment:%Y-%m-%d}"
    seconds = f":{part['second']}" if part["second"] else ""
    return f"{moment:%Y-%m-%dT%H:%M}{seconds}{_zone(part['zone'])}"


def _hour(part: dict[str, str | None]) -> int | None:
    if part["hour"] is None:
        return None
    hour, mark = int(part["hour"]), (part["ampm"] or part["half"] or "").lower()
    if mark.startswith(("p", "下", "晚")) and hour < _NOON:
        return hour + _NOON
    if mark.startswith(("a", "上", "凌")) and hour == _NOON:
        return 0
    return hour


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def moment_of(milliseconds: int) -> str:
    """A moment counted from 1970 in milliseconds, in UTC; '' where no calendar reaches.

    >>> moment_of(1643384702000)
    '2022-01-28T15:45:02Z'
    """
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
