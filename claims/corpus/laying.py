"""The claims of one article laid out for comparison with those of others.

Beside what the article says was said stands what it tells in its own voice: clauses outside all
attributions that name a number, a day, or an act that one may be blamed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.find.page import words_of
from claims.lang import Language, load_language
from claims.lang.topics import find_topic
from claims.lang.words import has_han
from claims.model import Attribution, Claim, Dossier, Span
from claims.relate import lay_claims
from claims.relate.points import Point

LONGEST = 400  # characters of a sentence that is told
SHORTEST = 6
_DIGIT = re.compile(r"[\d一二三四五六七八九十百千万亿]")


class Laid(NamedTuple):
    """A claim of an article, and it as a point that can be compared."""

    document: str
    claim: Claim
    attribution: Attribution
    point: Point
    narrated: bool = False

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id


def lay_article(dossier: Dossier) -> tuple[Laid, ...]:
    """The claims of a dossier and those of the article's own voice, in the order of the text.

    >>> from claims import make_dossier, read_text
    >>> text = "大桥周一坍塌，造成三人死亡。市长王海说，大桥从来不安全。"
    >>> [(one.claim.span.text, one.narrated) for one in lay_article(make_dossier(read_text(text)))]
    [('大桥周一坍塌', True), ('造成三人死亡', True), ('大桥从来不安全', False)]
    """
    page = dossier.document
    language = load_language(page.lang)
    told = [one for one in dossier.attributions if _is_in(one, language)]
    covered = _covered(dossier)
    own = tuple(_narrate(dossier, language, covered))
    words = words_of(language.fold(page.text), language)
    points = lay_claims(page, language, words, dossier.speakers, [*told, *own])
    known = {one.id: one for one in dossier.claims}
    narrated = {one.id: one for one in own}
    found = [
        laid
        for point in points
        if (laid := _lay(dossier, point, known, narrated, covered)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.claim.span.start, one.id)))


def _lay(
    dossier: Dossier,
    point: Point,
    known: dict[str, Claim],
    narrated: dict[str, Attribution],
    covered: Sequence[tuple[int, int]],
) -> Laid | None:
    claim, attribution = point.statement.claim, point.attribution
    if attribution.id not in narrated:
        if claim.id not in known:
            return None
        return Laid(dossier.document.id, known[claim.id], attribution, point)
    span = claim.span
    if any(start < span.end and span.start < end for start, end in covered):
        return None
    if not (point.quantities or point.dates or point.blamed):
        return None
    own = claim.model_copy(update={"id": claim.id.replace(":c", ":n")})
    return Laid(dossier.document.id, own, attribution, point, narrated=True)


def _may_tell(sentence: str, language: Language) -> bool:
    """Whether a sentence may name a number, a day or an act, by a look at its characters."""
    return _DIGIT.search(sentence) is not None or bool(
        find_topic(language.fold(sentence), "", language.code, counts=False)
    )


def _is_in(one: Attribution, language: Language) -> bool:
    """Whether an attribution is in a language, of an article that has several."""
    text = "".join(span.text for span in one.content) or (one.cue.text if one.cue else "")
    return has_han(text) == (language.code == "zh") or not text


def _covered(dossier: Dossier) -> list[tuple[int, int]]:
    """What attributions and asides fill."""
    spans = [
        (span.start, span.end)
        for one in dossier.attributions
        for span in (*one.content, *filter(None, (one.source, one.cue)))
    ]
    return sorted([*spans, *((span.start, span.end) for span in dossier.document.asides)])


def _narrate(
    dossier: Dossier, language: Language, covered: Sequence[tuple[int, int]]
) -> Iterator[Attribution]:
    """Each sentence of which enough is nobody's words, as if it were said by nobody."""
    text, at, start = dossier.document.text, 0, 0
    stops = language.marks.stops | {"\n"}
    for end in (*(place for place, mark in enumerate(text) if mark in stops), len(text)):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        told = _length_of(covered[at:], start, end)
        if SHORTEST <= end - start - told <= LONGEST and _may_tell(text[start:end], language):
            yield Attribution(
                id=f"{dossier.document.id}:n{start}", content=(Span.of(text, start, end),)
            )
        start = end + 1


def _length_of(covered: Iterable[tuple[int, int]], start: int, end: int) -> int:
    """How much of a stretch some sorted spans fill."""
    length, reached = 0, start
    for first, last in covered:
        if first >= end:
            break
        length += max(0, min(last, end) - max(first, reached))
        reached = max(reached, min(last, end))
    return length
