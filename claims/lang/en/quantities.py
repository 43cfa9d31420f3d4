"""Quantities in English clauses: the number as an interval, its unit, and what is counted.

Nearly and up to leave the number open below, at least and more than above; about is a tenth to both
sides, dozens from two dozen to below ten dozen. A year, an ordinal (the third bridge), a date, a
number in a name (Flight 12) and one of a kind (one official) count nothing.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.lang.base import Quantity
from claims.lang.en.terms import find_terms
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word

ROUGH = 0.1
REACH = 28  # characters before a number, or behind it, in which the words of its bound stand
NEAR = 6  # words behind a quantity, or before it, among which what is counted stands
BETWEEN = 3  # words that may stand between a number and the unit that it counts
FEW, MANY = 2, 10  # what a plural makes of a hundred: hundreds
YEARS = range(1500, 2100)
WHOLE = "%"
PEOPLE = "people"  # who is meant where nothing is counted by name: seven were hurt
STANDING = frozenset({"were", "are", "have", "had"})
# Units of what is counted one by one: the word on the page is itself what is counted, where it is
# not the name of the row (forty nurses, but not forty people, forty miles).
COUNTING = frozenset({
    "people", "ships", "planes", "missiles", "vehicles", "households", "companies", "cases",
    "attacks", "animals",
})  # fmt: skip
QUALIFYING = frozenset({"n", "a", "nr"})
MARKS = frozenset(",;:.!?()—–")

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {word: value for value, word in enumerate(SMALL)} | {
    word: 10 * value for value, word in enumerate(TENS, 2)
}
SCALES = {
    "dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10,
}  # fmt: skip

_WORD = "(?:" + "|".join((*SMALL[::-1], *TENS)) + ")"
_SIZE = "(?:dozen|hundred|thousand|million|billion|trillion)"
_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_WRITTEN = rf"(?:{_WORD}|an?(?= {_SIZE}))(?:[ -](?:and )?(?:{_WORD}|{_SIZE})){{0,8}}"
NUMERAL = rf"(?:{_FIGURES}(?:[ -]?(?:{_SIZE}|bn|mn|tn|k|m)\b)?|{_WRITTEN})(?!\w|-[0-9])"
NUMBER = re.compile(
    rf"""(?<![\w.,'-])(?<!no\ )
    (?:(?P<money>(?:us|hk|nt|a|c)?\$|[€£¥])\s?)?
    (?:(?P<vague>(?:tens\ of\ |hundreds\ of\ )?
      (?:dozens|scores|hundreds|thousands|millions|billions))
      (?=\ )(?:\ of(?:\ the)?(?=\ ))?
    |(?P<fraction>(?:an?|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?\b|half\b(?!-|\ a\ ))
      (?:\ of(?=\ ))?
    |(?P<halved>half\ an?\ (?P<of>{_SIZE}))\b
    |(?:between\ )?(?P<first>{NUMERAL.replace(" ", chr(92) + " ")})
      (?:(?:\ ?[-–—]\ ?|\ to\ |\ or\ |(?<=[\w%])\ and\ )(?P<sign>[$€£¥])?
        (?P<second>{NUMERAL.replace(" ", chr(92) + " ")}))?
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class Span(NamedTuple):
    """An interval of numbers."""

    low: float
    high: float


class Unit(NamedTuple):
    """The unit of a number: its name, where it ends, and the word where that is what is counted."""

    name: str
    end: int
    word: Word | None = None


def find_quantities(words: Sequence[Word], text: str) -> tuple[Quantity, ...]:
    """The quantities of a clause, by its words and their folded text (offsets from 0).

    >>> from claims.lang.en.script import segment
    >>> text = "about 15,000 miners walked out, and at least a third of the pits closed"
    >>> [(q.low, round(q.high), q.unit) for q in find_quantities(segment(text), text)[:1]]
    [(13500.0, 16500, 'people')]
    """
    return tuple(_find(words, text)) if words else ()


def number_of(written: str) -> float | None:
    """The value of a numeral in figures or words; None where it is not one.

    >>> [number_of(one) for one in ("1,200", "3.5 million", "two hundred and six", "no")]
    [1200.0, 3500000.0, 206.0, None]
    """
    total = part = 0.0
    told = False
    for piece in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+", written.lower()):
        if piece[0].isdigit():
            part += float(piece.replace(",", ""))
        elif piece in VALUES:
            part += VALUES[piece]
        elif piece in ("a", "an"):
            part += 1
        elif piece in SCALES and SCALES[piece] < 1e3:
            part = (part or 1) * SCALES[piece]
        elif piece in SCALES:
            total, part = total + (part or 1) * SCALES[piece], 0.0
        elif piece != "and":
            return None
        told = True
    return total + part if told else None


def _find(words: Sequence[Word], text: str) -> Iterator[Quantity]:
    start, end = words[0].start, words[-1].end
    starts = [word.start for word in words]
    for match in NUMBER.finditer(text, start, end):
        told = _read(match)
        behind = _bound_after().match(text, match.end(), end)
        last = behind.end() if behind else match.end()  # 300 or more ships
        at = bisect_left(starts, last)
        unit = _unit(words, at, match, text) if told is not None else None
        if told is None or unit is None or _is_named(match, unit, text, start):
            continue
        if _is_one_such(text, match, unit, words[at : at + 1]):
            continue
        before, after = (
            text[max(start, match.start() - REACH) : match.start()],
            text[unit.end : end],
        )
        low, high = _widen(before, text[match.end() : last] or after[:REACH], told)
        here = bisect_left(starts, match.start())
        counted = _counted(words, here, bisect_left(starts, unit.end), unit)
        yield Quantity(match.start(), unit.end, low, high, unit.name, counted)


def _is_one_such(text: str, match: re.Match[str], unit: Unit, after: Sequence[Word]) -> bool:
    """Whether one of a kind is told and not counted: one official, a ship."""
    ends = (unit.end, *(word.end for word in after))
    single = load_words("en", "one_such")
    return any(text[match.start() : end].lower() in single for end in ends)


def _read(match: re.Match[str]) -> Span | None:
    """The interval of a numeral by itself."""
    if match["vague"]:
        return _vague(match["vague"].lower())
    if match["halved"]:
        half = SCALES[match["of"].lower()] / 2
        return Span(half, half)
    if match["fraction"]:
        part = _fraction(match["fraction"].lower())
        return Span(part, part)
    first, second = number_of(match["first"]), number_of(match["second"] or match["first"])
    if first is None or second is None:
        return None
    scale = _scale(match["second"] or "")
    if scale and not _scale(match["first"]) and first < second / scale:
        first *= scale  # 3 to 5 million
    return Span(min(first, second), max(first, second))


def _vague(written: str) -> Span:
    """Hundreds are two hundred to below a thousand, tens of thousands up to a hundred thousand."""
    head, _, tail = written.rpartition(" of ")
    size = SCALES[tail.removesuffix("s")] * {"": 1.0, "tens": 10.0, "hundreds": 100.0}[head]
    return Span(FEW * size, MANY * size - 1)


def _fraction(written: str) -> float:
    """A third, two-thirds, half: in percent of the whole."""
    words = written.replace("-", " ").split()
    part = PARTS[words[-1].removesuffix("s")] * 100
    return part * (number_of(words[0]) or 1.0) if len(words) > 1 else part


def _scale(written: str) -> float:
    """The size that a numeral in figures ends with: 3.5 million."""
    found = re.fullmatch(r"[0-9][0-9,.]*[ -]?([a-z]+)", written.lower())
    return SCALES[found[1]] if found else 0.0


def _unit(words: Sequence[Word], at: int, match: re.Match[str], text: str) -> Unit | None:
    """The unit of a number; None where it counts nothing."""
    end = match.end()
    if match["money"]:
        return Unit(_names().get(match["money"].lower(), match["money"]), end)
    if match["fraction"]:
        return Unit(WHOLE, end)
    run = _run(words[at : at + BETWEEN + 1])
    found = _units().match(text, end)
    name = _names()[found["unit"].lower()] if found and found.end() <= words[-1].end else ""
    if found and name and name not in COUNTING:
        return Unit(name, found.end())
    for word in reversed(run):
        name = _names().get(word.form, "")
        if name in COUNTING:
            last = word.end if word is run[0] else end
            return Unit(name, last, word if word.form != name else None)
    if any(word.tag == "n" for word in run):
        return Unit("", end)
    verb = at < len(words) and (words[at].form in STANDING or words[at].form.endswith("ed"))
    named = next(
        (
            w.tag in {"n", "nr"}
            for w in reversed(words[max(0, at - NEAR) : at])
            if w.end <= match.start()
        ),
        False,
    )
    return Unit(PEOPLE, end) if verb and not named else None


def _run(words: Sequence[Word]) -> list[Word]:
    """The nouns behind a number with what describes them: forty|striking|dock|workers."""
    run: list[Word] = []
    for word in words:
        described = word.form.endswith(("ing", "ed")) and word.tag == "v"
        if not (word.tag in QUALIFYING or word.form in _names() or described):
            break
        run.append(word)
    return run


def _is_named(match: re.Match[str], unit: Unit, text: str, start: int) -> bool:
    """Whether a number is a year, or the name of something: Flight 12, June 5, no. 4."""
    if match["first"] is None or match["money"]:
        return False
    if re.fullmatch("[0-9]{4}", match["first"]) and int(match["first"]) in YEARS:
        return not unit.name or unit.name == "years"
    named = re.search(
        r"(?:\b[A-Z][\w.]*|\b[Nn]o\.) $", text[max(start, match.start() - REACH) : match.start()]
    )
    word = named[0].split()[0].lower() if named else ""
    return bool(named) and match["first"][0].isdigit() and word not in _bounds()


def _widen(before: str, after: str, told: Span) -> Span:
    """The interval that the words before and after a number make of it."""
    left, right = _bound_before().search(before), _bound_after().match(after)
    found = max((m[1].lower() for m in (left, right) if m), key=len, default="")
    kind = _bounds().get(found, "")
    if kind == "at_most":
        return Span(0.0, told.high)
    if kind == "at_least":
        return Span(told.low, math.inf)
    rough = ROUGH if kind == "roughly" else 0.0
    return Span(told.low * (1 - rough), told.high * (1 + rough))


def _counted(words: Sequence[Word], first: int, last: int, unit: Unit) -> frozenset[str]:
    """What a quantity counts: the terms behind it, or where there are none those before it.

    They reach up to a mark or to the next number.
    """
    after = list(_near(words[last : last + NEAR]))
    own = [unit.word] if unit.word is not None and unit.word not in after else []
    told = frozenset(find_terms([*own, *after])) - {unit.name}
    if told:
        return told
    before = list(_near(reversed(words[max(0, first - NEAR) : first])))
    return frozenset(find_terms(before[::-1])) - {unit.name}


def _near(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        if word.form in MARKS or word.tag == "m":
            return
        yield word


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word: e.words[0] for e in load_pack("en").of("unit") for word in e.words}


@lru_cache(maxsize=1)
def _bounds() -> dict[str, str]:
    """The words before or after a number that make an interval of it, each with its kind."""
    kinds = ("roughly", "at_least", "at_most")
    return {word: kind for kind in kinds for word in load_words("en", kind)}


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<unit>{_any_of(_names())})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _bound_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_any_of(_bounds())})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _bound_after() -> re.Pattern[str]:
    return re.compile(rf"\s*({_any_of(w for w in _bounds() if ' ' in w)})(?!\w)", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
