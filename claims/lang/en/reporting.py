"""What stands around an English word of report: to whom, through what, when, and whether not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain

from claims.lang.base import Details
from claims.lang.en.phrases import parse_phrase
from claims.lang.en.times import find_times
from claims.lang.packs import load_pack, load_words

Range = tuple[int, int]

ARTICLES = load_words("en", "article")
SHORTENED = load_words("en", "abbreviation")
FAR = 90  # characters on either side of a cue that can tell of it
PAUSES = ',;:.!?\n“”"()—–'
SIDES = frozenset({"believe", "deny", "accept", "confirm"})
SPOKEN = frozenset({"person", "body", "outlet", "unnamed", "pronoun", "joint"})

_TO = re.compile(r"\b(?:to|with)\s+$")
_AFTER_TO = re.compile(r"\s*(?:to|with)\s+")
_END = re.compile(
    r"\s(?:that|in|on|at|by|during|after|before|when|while|if|about|of|over|not|to|as|how|why|what"
    r"|whether|for|from|through|via|earlier|later|last|this|yesterday|today|late|early|with"
    r"|outside|inside|near|aboard|across|amid|despite|since|until|because|shortly|just)\b"
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|nor|neither|cannot|hardly)|n't)(?:\s+(?!only)\w+ly|\s+yet|\s+even"
    r"|\s+ever|\s+always|\s+been|\s+have|\s+be)*\s*$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:declin\w+|refus\w+|yet(?= to)|unwilling|fail\w*|unable|stopp\w+ short of|without)"
    r"\s+(?:to\s+)?$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b(?:[A-Z]\.)*[A-Z]$")
_NOBODY = re.compile(r"^(?:no one|nobody|none|neither|no [a-z]+)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"^(?:(?:\w+\s+)?(?:not|never|neither)\b(?!\s+only)|\w+n't\b"
    r"|(?:declin|refus)\w+\s+to\b)",
    re.IGNORECASE,
)


def _as_pattern(word: str) -> str:
    """A word as a pattern; one letter only as a capital: on X."""
    return rf"(?-i:{word})" if len(word) == 1 else re.escape(word)


class _Words:
    """The lexicons as patterns, made once."""

    @cached_property
    def media(self) -> re.Pattern[str]:
        """A preposition, what qualifies the medium, and the medium."""
        leads = "|".join(map(re.escape, sorted(self._leads(), key=len, reverse=True)))
        words = "|".join(map(_as_pattern, sorted(self._media(), key=len, reverse=True)))
        return re.compile(
            rf"\b(?:{leads})\s+(?:(?:an?|the|his|her|their|its|my|our|that|this)\s+)?"
            rf"(?:[\w'.’-]+\s+){{0,3}}?(?P<medium>{words})\b",
            re.IGNORECASE,
        )

    def _leads(self) -> list[str]:
        entries = load_pack("en").of("introducer")
        return [w for e in entries if e.get("position", "before") == "before" for w in e.words]

    def _media(self) -> list[str]:
        return [w for e in load_pack("en").of("medium") for w in e.words]

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of report whose object is the one told."""
        return load_words("en", "telling")

    @cached_property
    def siding(self) -> frozenset[str]:
        """Words of report behind which `with` brings in one who is not spoken to: agreed with."""
        cues = load_pack("en").of("cue")
        return frozenset(w for e in cues if e.get("sense") in SIDES for w in e.words)


@lru_cache(maxsize=1)
def words() -> _Words:
    """The lexicons of this room."""
    return _Words()


def read_details(
    text: str,
    source: Range | None,
    cue: tuple[Range, ...],
    content_start: int | None,
    clause_start: int,
) -> Details:
    """What the words around a cue tell, in a folded paragraph; offsets are into that text.

    >>> text = "The mayor told reporters in a statement on Tuesday that the bridge was safe."
    >>> found = read_details(text, (0, 9), ((10, 14),), 53, 0)
    >>> text[slice(*found.addressee)], text[slice(*found.medium)], text[slice(*found.time)]
    ('reporters', 'statement', 'on Tuesday')
    """
    first, last = cue[0], cue[-1]
    after = (last[1], _end(text, last[1], content_start, source))
    between = (source[1], first[0]) if source and source[1] <= first[0] else (first[0], first[0])
    between = (max(between[0], between[1] - FAR), between[1])
    opening = (
        max(clause_start, first[0] - 2 * FAR),
        source[0] if source and source[0] < first[0] else first[0],
    )
    stretches = (after, between, opening)
    return Details(
        addressee=_addressee(text, cue, after),
        medium=next(chain.from_iterable(_media(text, at) for at in stretches), None),
        time=next(chain.from_iterable(_times(text, at) for at in stretches), None),
        negated=_is_negated(text, source, cue, between),
    )


def _end(text: str, start: int, content: int | None, source: Range | None) -> int:
    """Where the words behind the cue end: at the content, else at the end of their clause."""
    if content is not None and content >= start:
        return min(content, start + 2 * FAR)
    if source and source[0] >= start:
        start = source[1]  # “…,” said Ann Lee on Tuesday
    stop = min(start + FAR, len(text))
    return next((at for at in _pauses(text, start, stop) if text[at] != ","), stop)


def _pauses(text: str, start: int, stop: int) -> Iterator[int]:
    """Where marks end a phrase; the stop of an abbreviation does not: told Sen. Lee."""
    for at in range(start, stop):
        if text[at] not in PAUSES:
            continue
        word = text[max(at - FAR, 0) : at].rpartition(" ")[2]
        short = f"{word.lower()}." in SHORTENED or _INITIAL.search(word)
        if text[at] != "." or not short:
            yield at


def _media(text: str, at: Range) -> list[Range]:
    return [m.span("medium") for m in words().media.finditer(text, *at)]


def _times(text: str, at: Range) -> list[Range]:
    return [(time.start, time.end) for time in find_times(text, *at)]


def _addressee(text: str, cue: tuple[Range, ...], after: Range) -> Range | None:
    """The object of a verb of telling, or what stands behind `to`: told|reporters, said to|us."""
    lead = _AFTER_TO.match(text, *after)
    verb = text[slice(*cue[-1])].lower()
    tells = not words().telling.isdisjoint((verb, *verb.split()[-1:]))
    if lead and lead.group().strip() == "with" and verb in words().siding:
        return None
    if lead is None and not tells and not _TO.search(text, *cue[-1]):
        return None
    start = lead.end() if lead else after[0]
    while start < after[1] and text[start].isspace():
        start += 1
    stop = _END.search(text, max(start - 1, 0), after[1])
    mark = next(_pauses(text, start, after[1]), after[1])
    end = min(stop.start() if stop else after[1], mark)
    phrase = text[start:end].rstrip()
    if not phrase or len(phrase) > FAR:
        return None
    kind = parse_phrase(phrase).kind
    someone = tells and not lead and kind == "other" and phrase.partition(" ")[0] in ARTICLES
    if kind not in SPOKEN and not someone:
        return None
    return start, start + len(phrase)


def _is_negated(text: str, source: Range | None, cue: tuple[Range, ...], between: Range) -> bool:
    """Whether the saying is denied: did not say, declined to say, no one said."""
    if _INSIDE.match(text[slice(*cue[0])]):
        return True
    before = text[max(between[0], cue[0][0] - 40) : cue[0][0]]
    if _NEGATED.search(before) or _REFUSED.search(before):
        return True
    return source is not None and bool(_NOBODY.match(text[slice(*source)]))
