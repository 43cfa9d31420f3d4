"""What stands around a Chinese word of report: to whom, through what, when, and whether at all.

The grammar is our own. It looks only at the stretches that can hold such words: between the
source and the cue, behind the cue up to the content, inside the source for the medium, and the
adverbials that open the clause (28日，…; 在当天的记者会上，…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.base import Details
from claims.lang.edges import WordSet, longest_tail
from claims.lang.packs import Entry, load_pack
from claims.lang.zh.addressees import CLOSERS, find_addressee
from claims.lang.zh.negation import is_negated
from claims.lang.zh.patterns import any_of
from claims.lang.zh.times import Time, cut_points, find_times

Range = tuple[int, int]

# A word for a visit, which is an interview only after these or after 接受.
VISIT, INTERVIEW = "访问", ("电台", "电视", "节目", "媒体", "传媒", "记者", "报", "社")

TAKES = ("接受", "发表")  # verbs that the lexicon lists with their medium: 接受|采访

FAR = 120  # no details are looked for further from the cue
PAUSES = "，,；;。！？!?：:\n"
QUOTES = '“”‘’「」『』"'

# Words before a matter that is spoken of, and prepositions that bring in a source or a matter.
MATTER = ("就", "对", "对于", "关于", "针对", "围绕", "谈到", "谈及", "提到", "提及", "问到",
          "问及", "被问及", "有关", "涉及")  # fmt: skip
NO_MEANS = frozenset("据就向从自随") | {"根据", "依据"}
OTHERWISE = ("为期", "连续", "长达", "定于", "将于", "截至", "将", "把")  # not when it was said


@dataclass(frozen=True)
class Words:
    """The lexicons as patterns, made once."""

    @cached_property
    def medium(self) -> Mapping[str, Entry]:
        """Media by their words; visits are occasions, and news is what is said, not media."""
        found = load_pack("zh").index("medium")
        out = {word: entry for word, entry in found.items() if entry.get("name") != "视察"}
        return {word: entry for word, entry in out.items() if word not in ("消息", "新闻")}

    @cached_property
    def media(self) -> re.Pattern[str]:
        return re.compile(any_of(self.medium))

    @cached_property
    def utterance(self) -> WordSet:
        """Nouns at the end of a source that are also media: 白宫|声明."""
        pack = load_pack("zh")
        return WordSet({*pack.index("statement"), *pack.index("document")} & self.medium.keys())

    @cached_property
    def leads(self) -> re.Pattern[str]:
        """Prepositions and verbs before a medium, and prepositions before a matter or a person."""
        words = (w for e in self._introducers("before", "verb") for w in e.words)
        return re.compile(any_of({*words, *MATTER, "向", "跟", "因", "因为"}))

    @cached_property
    def means(self) -> frozenset[str]:
        words = (w for e in self._introducers("before", "verb") for w in e.words)
        return frozenset(words) - NO_MEANS

    @cached_property
    def verbs(self) -> frozenset[str]:
        return frozenset(w for e in self._introducers("verb") for w in e.words)

    def _introducers(self, *positions: str) -> Iterator[Entry]:
        entries = load_pack("zh").of("introducer")
        return (entry for entry in entries if entry.get("position") in positions)


@lru_cache(maxsize=1)
def words() -> Words:
    """The lexicons of this room."""
    return Words()


@dataclass(frozen=True)
class Places:
    """The stretches of text to look at: the nearest to the cue first."""

    between: tuple[Range, ...]
    after: Range
    opening: tuple[Range, ...]
    source: Range | None


def read_details(
    text: str,
    source: Range | None,
    cue: tuple[Range, ...],
    content_start: int | None,
    clause_start: int,
) -> Details:
    """What the words around a cue tell, in a folded paragraph; offsets are into that text.

    >>> text = "市长28日在记者会上对本报说，桥很安全。"
    >>> found = read_details(text, (0, 2), ((13, 14),), 15, 0)
    >>> text[slice(*found.time)], text[slice(*found.medium)], text[slice(*found.addressee)]
    ('28日', '记者会', '本报')
    """
    places = _places(text, source, cue, content_start, clause_start)
    return Details(
        addressee=find_addressee(text, places.between, cue[-1], places.after, content_start),
        medium=_medium(text, places),
        time=_time(text, places),
        negated=is_negated(text, source, cue, places.between),
    )


def _places(
    text: str, source: Range | None, cue: tuple[Range, ...], content: int | None, clause: int
) -> Places:
    first, last = cue[0], cue[-1]
    if source and first[0] < source[0] and source[1] <= last[1] and len(cue) == 1:
        first, last = (first[0],) * 2, (last[1],) * 2  # a frame given as one span
    if source and source[0] >= last[1]:
        source = None
    clause = max(clause, first[0] - 2 * FAR)
    after = (last[1], _end(text, last[1], content))
    if first != last:
        inside = (source[1], source[0]) if source else (first[1], first[1])
        between = ((inside[0], last[0]), (first[1], inside[1]))
        return Places(between, after, tuple(_openings(text, clause, first[0])), source)
    if source:
        start = max(source[1], last[0] - FAR)
        return Places(((start, last[0]),), after, tuple(_openings(text, clause, source[0])), source)
    openings = tuple(_openings(text, clause, last[0]))
    return Places(openings[:1], after, openings[1:], None)


def _end(text: str, start: int, content: int | None) -> int:
    """Where the words behind the cue end: at the content, else at the end of their clause."""
    if content is not None and content >= start:
        return min(content, start + FAR)
    stop = min(start + FAR, len(text))
    marks = (at for at in range(start, stop) if text[at] in PAUSES or text[at] in QUOTES)
    return next(marks, stop)


def _openings(text: str, lo: int, hi: int) -> Iterator[Range]:
    """The clause before a place, and the adverbials set off by commas before it."""
    at, first = hi, True
    while at > lo or first:
        start = at
        while start > lo and text[start - 1] not in PAUSES and text[start - 1] not in QUOTES:
            start -= 1
        if not first and start < at and not _is_adverbial(text, start, at):
            return
        yield start, at
        if start <= lo or text[start - 1] not in "，,":
            return
        at, first = start - 1, False


def _is_adverbial(text: str, lo: int, hi: int) -> bool:
    """Whether a clause only says when or where: 28日; 在当天的记者会上; 3月5日会谈后."""
    if text[lo] in "在于":
        return hi - lo > 2
    times = find_times(text, lo, hi)
    return (
        bool(times)
        and times[0].start - lo <= 2
        and (times[-1].end == hi or text[hi - 1] in CLOSERS)
    )


# When


def _time(text: str, places: Places) -> Range | None:
    """The nearest words of time that name a date, else those that only tell before or after."""
    stretches = [*places.between, places.after, *places.opening, *_issued(text, places)]
    found = [time for lo, hi in stretches for time in _times(text, lo, hi)]
    best = next((time for time in found if time.dated), found[0] if found else None)
    return (best.start, best.end) if best else None


def _issued(text: str, places: Places) -> list[Range]:
    """A source that is a statement, which may tell when it was made: 央行3日发布的|公报."""
    return [places.source] if places.source and _tail(text, places.source) else []


def _times(text: str, lo: int, hi: int) -> list[Time]:
    """The words of time in a stretch that date the saying, the last first."""
    return [time for time in reversed(find_times(text, lo, hi)) if _dates(text, time, lo, hi)]


def _dates(text: str, time: Time, lo: int, hi: int) -> bool:
    """Whether the words date the saying, and not a thing that is spoken of: 去年的|洪水."""
    before = text[max(lo, time.start - 5) : time.start].rstrip("（( ")
    if before.endswith(MATTER) or before.endswith(OTHERWISE):
        return False
    return text[time.end : time.end + 1] != "的" or bool(
        words().media.search(text, time.end, min(hi, time.end + 14))
    )


# Through what


def _medium(text: str, places: Places) -> Range | None:
    found = [at for lo, hi in (*places.between, *places.opening) for at in _media(text, lo, hi)]
    tail = _tail(text, places.source) if places.source else ""
    if places.source and tail and not any(not _is_meeting(text, at) for at in found):
        return places.source[1] - len(tail), places.source[1]
    return next((at for at in found if not _is_meeting(text, at)), found[0] if found else None)


def _is_meeting(text: str, at: Range) -> bool:
    entry = words().medium.get(text[slice(*at)])
    return entry is not None and bool(entry.get("kind") == "meeting")


def _tail(text: str, source: Range) -> str:
    lo, hi = source
    return longest_tail(text[max(lo, hi - 12) : hi], words().utterance)


def _media(text: str, lo: int, hi: int) -> Iterable[Range]:
    """The media that a stretch brings in, the last first."""
    found = [m.span() for m in words().media.finditer(text, lo, hi)] if hi > lo else []
    if not found:
        return []
    cuts = cut_points(text, lo, hi)
    whole = [at for at in found if at[0] in cuts and (at[1] in cuts or text[at[1]] in CLOSERS)]
    nouns = [(a + 2 * (text[a : a + 2] in TAKES), b) for a, b in whole]
    froms = [lo, *(b for _, b in nouns)][: len(nouns)]  # a preposition brings in the next one only
    used = [
        at for at, since in zip(nouns, froms, strict=True) if _is_means(text, at, since, hi, cuts)
    ]
    return used[::-1]


def _is_means(text: str, at: Range, lo: int, hi: int, cuts: frozenset[int]) -> bool:
    """Whether the word is what was used to say it, and not what was spoken of: 就新书|受访."""
    if text[slice(*at)] == VISIT and not text[lo : at[0]].endswith(INTERVIEW):
        return "接受" in text[lo : at[0]]
    if text[slice(*at)] in words().verbs:
        return True
    leads = [m for m in words().leads.finditer(text, lo, at[0]) if {*m.span()} <= cuts]
    if leads and leads[-1].group() in words().means:
        return True
    closers = ("时",) if leads else CLOSERS
    after = at[1] + 1  # 通话|内容 is no 通话内
    return text[at[1] : min(hi, after)] in closers and (after in cuts or after >= hi)
