"""English words of time: where they stand, and what day, week, month or year they mean.

A word of time is a row of units (a weekday, a date, a part of the day, an hour, a word such as
last week), and its value counts from the day of publication. Names of days and months are told by
their capital: the bridge may open in May.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from claims.lang.en.folding import fold
from claims.lang.en.quantities import number_of
from claims.lang.packs import Entry, load_pack, load_words

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERYDAY = frozenset({"March", "May"})  # months whose names are other words at the head of a clause

# Kinds of words that date a saying, and those that only place it before or after.
STRONG = (
    "day_offset", "same_day", "weekday", "week_offset", "month_offset", "year_offset",
    "same_period", "part_day", "month",
)  # fmt: skip
WEAK = ("order", "vague", "festival", "season", "part_of_day")
LEAST = 5  # letters of a single word that places a saying in time: later, not then

M = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?\b(?![.,:][0-9]|%)"
Y = r"\b(?:1[5-9]|20)[0-9]{2}\b(?![,.][0-9]|%|-)"
W = rf"(?:{'|'.join(WEEKDAYS)})\b"
TO = r"(?: ?[-–—] ?| to | through | and )"  # between the two ends of an interval
NUMBER = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|several|a few|a couple of)"
)
UNIT = "(?:minute|hour|day|week|month|year|decade)s?"
SHIFT = "(?i:last|this|next|past|previous|following|same|that)"
PERIOD = "(?i:week|weekend|month|year|spring|summer|autumn|fall|winter|quarter)"
EARLY = r"(?:(?i:early|late|mid|earlier|later|the end of|the beginning of|the start of)[ -])"
CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:a\.m\.|p\.m\.|[ap]m\b|o'clock\b)|\b[0-9]{1,2}:[0-9]{2}\b"
PART = "(?i:morning|afternoon|evening|night|noon|midnight|midday)"
BEFORE_MONTH = ("in", "since", "until", "by", "of", "from", "last", "this", "next", "during", "for",
                "early", "late", "before", "after", "through", "mid")  # fmt: skip
BEFORE_YEAR = ("in", "since", "until", "by", "of", "from", "during", "before", "after", "early",
               "late", "between")  # fmt: skip

ISO = re.compile(r"\b([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\b")
MONTH_DAY = re.compile(rf"\b(?P<month>{M}) (?P<day>{D})|\b(?P<first>{D})(?: of)? (?P<named>{M})")
MONTH = re.compile(rf"\b{M}")
YEAR = re.compile(Y)
LONE_YEAR = re.compile(rf"(?:(?i:in|early|late|of) )*{Y}")
WEEKDAY = re.compile(rf"\b(?:({SHIFT}) )?({W})")
SHIFTED = re.compile(rf"\b({SHIFT}) ({PERIOD})\b")
AGO = re.compile(rf"\b((?i:{NUMBER})) ((?i:{UNIT})) (?i:ago)\b")
RANGE = re.compile(
    rf"(?P<a>{M} {D}(?:, {Y})?){TO}(?P<b>(?:{M} )?{D}(?:,? {Y})?)"
    rf"|(?P<c>{D}(?: {M})?){TO}(?P<d>{D} {M}(?:,? {Y})?)"
)
OFFSETS = {"last": -1, "this": 0, "next": 1}


class Time(NamedTuple):
    """Words of time on the page; `dated` where they name a day, a week or a month."""

    start: int
    end: int
    dated: bool


def find_times(text: str, lo: int, hi: int) -> list[Time]:
    """The words of time in a stretch of folded text, the preposition before them included.

    >>> text = "She said at the port on Tuesday, June 5, that in 2019 it was shut."
    >>> [text[time.start:time.end] for time in find_times(text, 0, len(text))]
    ['on Tuesday, June 5', 'in 2019']
    """
    found = (match.span() for match in _row().finditer(text, lo, hi))
    return [Time(start, end, _is_dated(text[start:end])) for start, end in found]


def value_of(words: str, day: date | None) -> str:
    """The day, interval, month or year that words of time mean; empty where none can be told.

    `day` is the day of publication, from which relative words count.

    >>> friday = date(2030, 3, 8)
    >>> [value_of(words, friday) for words in ("on Thursday", "June 5", "last week", "in January")]
    ['2030-03-07', '2029-06-05', '2030-02-25/2030-03-03', '2030-01']
    """
    text = " ".join(fold(words).split())
    match = RANGE.search(text)
    if match:
        ends = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
        return _interval(*ends, text, day)
    return _one(text, day)


def _is_dated(words: str) -> bool:
    """Whether the words name a day, a week or a month; a year alone is too far from a date."""
    entry = _words().get(words.lower())
    if entry is not None and entry.get("kind") in WEAK:
        return False
    return bool(not LONE_YEAR.fullmatch(words) and _dating().search(words))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Entry]:
    """The words of the lexicon, in small letters."""
    return {word.lower(): entry for word, entry in load_pack("en").index("word").items()}


def _of(*kinds: str) -> list[str]:
    """The words of some kinds, as the lexicon writes them."""
    listed = load_pack("en").index("word").items()
    return [word for word, entry in listed if entry.get("kind") in kinds]


def _any_of(words: Iterable[str]) -> str:
    """A pattern of whole words, the longest first; capitals are kept: Sat. is no verb."""
    rows = (_cased(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return rf"\b(?:{'|'.join(rows)})(?!\w)"


def _cased(word: str) -> str:
    """A word that may stand at the beginning of a sentence."""
    first = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])
    return first + re.escape(word[1:])


def _behind(words: Iterable[str]) -> str:
    """A pattern for a place that stands behind one of some words."""
    return "(?:" + "|".join(rf"(?<=\b{_cased(word)}[ -])" for word in sorted(words)) + ")"


@lru_cache(maxsize=1)
def _placing() -> tuple[str, ...]:
    """Words without a date that tell when something was said: previously, but not soon, before."""
    ruled = load_words("en", "preposition", "conjunction")
    return tuple(
        word
        for word, entry in load_pack("en").index("word").items()
        if entry.get("kind") in WEAK
        and (entry.get("kind") != "part_of_day" or " " in word or word.startswith(("over", "pre")))
        and entry.get("tense") != "future"
        and entry.get("value") != "during"
        and len(word) >= LEAST
        and word not in ruled
    )


@lru_cache(maxsize=1)
def _dating() -> re.Pattern[str]:
    named = (ISO.pattern, MONTH.pattern, rf"\b{W}", AGO.pattern)
    return re.compile("|".join((*named, _any_of(_of(*STRONG)))))


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    """Units of time that stand together: late on Tuesday, June 5, at 3 p.m. local time."""
    sure = "|".join(name for name in MONTHS if name not in EVERYDAY)
    bare = rf"(?:{sure})\b|(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\."
    everyday = rf"{_behind(BEFORE_MONTH)}(?:{'|'.join(sorted(EVERYDAY))})\b"
    part = rf"(?i:\b(?:the )?{PART}\b)"
    unit = "|".join((
        _plain(ISO.pattern), rf"{M} {D}(?:{TO}(?:{M} )?{D})?",
        rf"\b{D}(?:{TO}{D})?(?: of)? {M}", rf"\b{M},? {Y}", rf"\b{SHIFT} {W}",
        rf"\b{SHIFT} (?:{PERIOD}\b|{M})", rf"\b(?i:{NUMBER} {UNIT} (?:ago|earlier|later)\b)",
        rf"\b(?:{CLOCK})", _any_of((*_of(*STRONG), *_placing())), rf"\b{W}", rf"\b{bare}", everyday,
        rf"{_behind(BEFORE_YEAR)}{Y}",
    ))  # fmt: skip
    # Behind a comma only the rest of one date belongs to the row: Tuesday, June 5, 2023.
    joint = r" (?:(?:at|on|of|in|the|early|late) ){0,2}"
    rest = rf"{joint}(?:{unit}|{part}|{Y})|, (?:on |at )?(?:{M} {D}|{D} {M}|(?:{M} )?{Y}|{CLOCK})"
    zone = rf" \(?{_any_of(_of('zone'))}\)?"
    lead = "(?i:on|in|at|over|early|late|later|earlier|mid|the end of)"
    head = rf"(?:\b{lead} (?:the )?|{EARLY}){{0,2}}"
    return re.compile(rf"{head}(?:{unit})(?:{rest}){{0,4}}(?:{zone})?")


def _plain(pattern: str) -> str:
    """A pattern without its groups."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


def _interval(first: str, last: str, text: str, day: date | None) -> str:
    """June 5 to 7, 5-7 June 2023: each end takes from the other what it leaves out."""
    for one, other in ((first, last), (last, first)):
        month = MONTH.search(one)
        if month and not MONTH.search(other):
            first, last = (first, f"{month[0]} {last}") if one is first else (
                f"{first} {month[0]}", last)  # fmt: skip
            break
    year = YEAR.search(last) or YEAR.search(text)
    if year and not YEAR.search(first):
        first = f"{first} {year[0]}"
    if year and not YEAR.search(last):
        last = f"{last} {year[0]}"
    a, b = _one(first, day), _one(last, day)
    return f"{a}/{b}" if a and b and a <= b else ""


def _one(text: str, day: date | None) -> str:
    for reading in (_iso, _ago, _written, _weekday, _relative):
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
    """Three days ago, a month ago: a day for days, else the week, month or year."""
    match = AGO.search(text)
    if match is None:
        return None
    number, unit = number_of(match[1]), match[2].lower().rstrip("s")
    if day is None or number is None:
        return ""
    count = int(number)
    if unit == "day":
        return _shift(day, -count)
    if unit == "week":
        return _week(day, -count)
    if unit == "month":
        return "{}-{:02}".format(*_month_from(day, -count))
    return str(day.year - count) if unit == "year" else ""


def _written(text: str, day: date | None) -> str | None:
    """A date with its parts: those not written are taken so that it is the nearest past."""
    year = _year(text, day)
    match = MONTH_DAY.search(text)
    month = MONTH.search(text)
    if match:
        name, number = match["month"] or match["named"], match["day"] or match["first"]
        return _complete(year, _month_number(name), int(re.sub(r"\D", "", number)), day)
    if month:
        return _named_month(year, _month_number(month[0]), text, day)
    return f"{year:04}" if year is not None and not WEEKDAY.search(text) else None


def _named_month(year: int | None, month: int, text: str, day: date | None) -> str:
    """A month without a day: last June is never the one of the article, next June never past."""
    found = _complete(year, month, None, day)
    shift = re.search(rf"(?i)\b(last|next|this) (?={M})", text)
    if year is not None or shift is None or day is None:
        return found
    here, at = shift[1].lower(), day.month
    passed = {"last": month >= at, "next": False, "this": False}[here]
    coming = here == "next" and month <= at
    return f"{day.year - passed + coming:04}-{month:02}"


def _complete(year: int | None, month: int, number: int | None, day: date | None) -> str:
    if year is None:
        return _nearest(month, number, day) if day else ""
    if number is None:
        return f"{year:04}-{month:02}"
    found = _day(year, month, number)
    return found.isoformat() if found else ""


def _nearest(month: int, number: int | None, day: date) -> str:
    """The last such month or day, of which one may be a day ahead: clocks differ."""
    latest = day + timedelta(days=1)
    if number is None:
        return _complete(latest.year - (month > latest.month), month, None, day)
    days = (_day(year, month, number) for year in range(latest.year, latest.year - 9, -1))
    return next((found.isoformat() for found in days if found and found <= latest), "")


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def _year(text: str, day: date | None) -> int | None:
    match = YEAR.search(text)
    if match:
        return int(match[0])
    word = re.search(r"(?i)\b(last|this|next) year\b", text)
    return day.year + OFFSETS[word[1].lower()] if word and day else None


def _month_from(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def _weekday(text: str, day: date | None) -> str | None:
    """Tuesday is the last one up to the day, last Tuesday that of the week before."""
    match = WEEKDAY.search(text)
    if match is None:
        return None
    if day is None:
        return ""
    number, told = WEEKDAYS.index(match[2]) + 1, (match[1] or "").lower()
    period = SHIFTED.search(text)
    if period and period[2].lower() == "week" and period[1].lower() in OFFSETS:
        return _of_week(day, OFFSETS[period[1].lower()], number)
    if told not in ("", "past", *OFFSETS):
        return ""  # the previous Friday counts from a day that the text tells of
    if told in OFFSETS:
        return _of_week(day, OFFSETS[told], number)
    back = (day.isoweekday() - number) % 7
    return _shift(day, -(back or 7) if told == "past" else -back)


def _relative(text: str, day: date | None) -> str | None:
    """Yesterday, last week, next month."""
    match = _known().search(text)
    if match is None or day is None:
        return None
    entry = _words()[match[0].lower()]
    return RELATIVE[entry.get("kind")](entry, day)


@cache
def _known() -> re.Pattern[str]:
    return re.compile(_any_of(_of(*RELATIVE)))


def _shift(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _of_week(day: date, weeks: int, number: int) -> str:
    return _shift(day, 7 * weeks + number - day.isoweekday())


def _week(day: date, weeks: int) -> str:
    return f"{_of_week(day, weeks, 1)}/{_of_week(day, weeks, 7)}"


def _listed_weekday(entry: Entry, day: date) -> str:
    """A weekday of the lexicon: in its week, or the last one; several are an interval."""
    first, _, last = str(entry.get("value")).partition("-")
    week = entry.get("week")
    back = timedelta(days=(day.isoweekday() - int(first)) % 7)
    start = day - back if week is None else date.fromisoformat(_of_week(day, week, int(first)))
    return f"{start.isoformat()}/{_shift(start, int(last) - int(first))}" if last else str(start)


# How each kind of relative word of the lexicon is read.
RELATIVE: Mapping[str, Callable[[Entry, date], str]] = {
    "day_offset": lambda entry, day: _shift(day, int(entry.get("value"))),
    "part_day": lambda entry, day: _shift(day, int(entry.get("value"))),
    "week_offset": lambda entry, day: _week(day, int(entry.get("value"))),
    "month_offset": lambda e, day: "{}-{:02}".format(*_month_from(day, int(e.get("value")))),
    "year_offset": lambda entry, day: str(day.year + int(entry.get("value"))),
    "weekday": _listed_weekday,
}
