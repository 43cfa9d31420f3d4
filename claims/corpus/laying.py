"""The claims of one article laid out for comparison with those of others.

Beside what the article says was said stands what it tells in its own voice: clauses outside all
attributions that name a number, a day, or an act that one may be blamed for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claims.corpus.answering import Answer, find_answer
from claims.find.page import words_of
from claims.lang import Language, load_language
from claims.lang.topics import find_topic
from claims.lang.words import has_han
from claims.model import Attribution, Claim, Dossier, Span
from claims.model.world import Held
from claims.relate import find_about, lay_claims
from claims.relate.claims import Statement
from claims.relate.points import Point

LONGEST = 400  # characters of a sentence that is told
SHORTEST = 6
OWN = "n"  # with which the ids of what an article tells itself begin


@dataclass(frozen=True)
class Laid:
    """A claim of an article: as a point that can be compared, and what it answers.

    `within` is the attribution around the one that it belongs to, `cue` are that one's words of
    report and `cue_at` their place; `narrated` where the article tells it in its own voice.
    """

    document: str
    lang: str
    point: Point
    answer: Answer
    within: str | None
    held: Held
    cue: str = ""
    cue_at: int = 0
    narrated: bool = False

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.point.id

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.point.start

    @property
    def text(self) -> str:
        """Its words."""
        return self.point.text


def lay_article(dossier: Dossier) -> tuple[Laid, ...]:
    """The claims of a dossier and those of the article's own voice, in the order of the text.

    >>> from claims import make_dossier, read_text
    >>> text = "大桥周一坍塌，造成三人死亡。市长王海说，大桥从来不安全。"
    >>> [(one.text, one.narrated) for one in lay_article(make_dossier(read_text(text)))]
    [('大桥周一坍塌', True), ('造成三人死亡', True), ('大桥从来不安全', False)]
    """
    page = dossier.document
    language = load_language(page.lang)
    told = tuple(one for one in dossier.attributions if _is_in(one, language))
    covered = _covered(dossier)
    own = tuple(_narrate(dossier, language, covered))
    words = words_of(language.fold(page.text), language)
    found = (lay_claims(page, language, words, dossier.speakers, some) for some in (told, own))
    told_by = {one.id: one for one in dossier.claims}
    laid = (
        _lay(dossier, language, statement, point, told_by.get(point.id), covered)
        for statement, point in chain.from_iterable(found)
    )
    return tuple(sorted(filter(None, laid), key=lambda one: (one.start, one.id)))


def _lay(
    dossier: Dossier,
    language: Language,
    statement: Statement,
    point: Point,
    claim: Claim | None,
    covered: Sequence[tuple[int, int]],
) -> Laid | None:
    """A claim laid out: one that the dossier has, or else one of the article's own voice."""
    said, held = statement.attribution, claim.held if claim else "asserted"
    narrated = said.id.startswith(f"{dossier.document.id}:{OWN}")
    if narrated:
        if not _is_told(point, covered):
            return None
        point = replace(point, id=point.id.replace(":c", f":{OWN}"))
    elif claim is None:
        return None
    elif (point.certainty, point.negated) != (claim.certainty, claim.negated):
        point = replace(point, certainty=claim.certainty, negated=claim.negated)
    cue = language.fold(said.cue.text) if said.cue else ""
    answer = find_answer(point, find_about(statement.words, language), cue, language)
    words, place = (said.cue.text, said.cue.start) if said.cue else ("", 0)
    page = dossier.document.id
    return Laid(page, language.code, point, answer, said.within, held, words, place, narrated)


def _is_told(point: Point, covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a clause is the article's own, and tells what others may tell otherwise."""
    if not (point.counts or point.dates or point.blamed):
        return False
    end = point.start + len(point.text)
    return not any(start < end and point.start < last for start, last in covered)


def _may_tell(sentence: str, language: Language) -> bool:
    """Whether a sentence may name a number, a day or an act, by a look at its characters."""
    return any(map(str.isnumeric, sentence)) or bool(
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
                id=f"{dossier.document.id}:{OWN}{start}", content=(Span.of(text, start, end),)
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
