"""Claims as points that can be compared: what they are about, how they are meant, what they count.

All that a comparison asks of a claim is read once here, so that comparing two costs no words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claims.lang.base import Contrast, Dated, Quantity
from claims.lang.words import Word
from claims.model import Attribution
from claims.relate.article import Article
from claims.relate.claims import Statement

MOST = 16  # claims that may hold a term by which any two of them are brought together
NEXT = 4  # claims behind each that a term held by more brings it together with
MANY = 30  # claims that an article is taken to have at least, so that few do not weigh nothing
LEAST = 3.0  # what a claim of few terms counts for at least, so that one shared word is not all


@dataclass(frozen=True)
class Point:
    """A claim laid out for comparison.

    `forms` are the terms of what it is about, each as it stands in the text, `context` those of
    the claim before that it points back to. `scope` are the terms that are denied, `denied` is
    set where the words of report deny them all, `unsaid` where they are said not to be said,
    `silent` where it is a saying that is denied: did not blame, `unreal` where nobody has said it.
    `agent` is the side that it says did it, `sides` all that it names, `own` those of who says it.
    `clausal` where it has a verb, `open` where it leaves open which of two holds. `deeds` are what
    one may be blamed for in its language, `names` the words that are names in its article.
    """

    statement: Statement
    forms: Mapping[str, str]
    context: Mapping[str, str]
    scope: tuple[str, ...]
    agent: str
    sides: frozenset[str]
    own: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    contrasts: tuple[Contrast, ...]
    denied: bool
    unsaid: bool
    silent: bool
    unreal: bool
    clausal: bool
    open: bool
    deeds: frozenset[str]
    names: frozenset[str]

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of what it is about, those that it points back to included."""
        return frozenset(self.forms).union(self.context)

    def shares(self, other: Point) -> tuple[str, ...]:
        """What two claims are both about, in the words of this one."""
        forms = {**self.context, **self.forms}
        return tuple(form for term, form in forms.items() if term in other.terms)

    @property
    def folded(self) -> str:
        """Its words in one piece, in the form in which they are matched."""
        return "".join(word.form for word in self.statement.words)

    @property
    def attribution(self) -> Attribution:
        """The attribution that the claim belongs to."""
        return self.statement.attribution

    @property
    def blamed(self) -> frozenset[str]:
        """The deeds that it speaks of and that one may be blamed for."""
        return self.terms & self.deeds

    @property
    def negative(self) -> bool:
        """Whether the claim is said not to hold, by its own words or by those of report."""
        return self.statement.claim.negated != self.denied


def lay_points(
    article: Article, denying: frozenset[str], unreal: frozenset[str]
) -> tuple[Point, ...]:
    """The claims of an article as points; `denying` are the attributions that deny their content,
    `unreal` those whose denial has not been said: 将否认.

    A claim without a subject is also on what the subject before it is; one that opens by
    pointing back (this was a failed rocket) on what the claim before it is, whoever says that.
    """
    points: list[Point] = []
    subject: tuple[str, Mapping[str, str]] = "", {}
    for statement in article.statements:
        point = _lay(article, statement, denying, unreal)
        if points and statement.words[0].form in article.language.pointing:
            point = replace(point, context=points[-1].forms)
        elif statement.goes_on and subject[0] == point.attribution.id:
            point = replace(point, forms={**subject[1], **point.forms})
        if not statement.goes_on:
            subject = point.attribution.id, _find_terms(article, _subject(article, statement))
        points.append(point)
    return tuple(points)


def _about(article: Article, statement: Statement) -> tuple[Word, ...]:
    """The words of a claim up to its aim: 提供贷款，|以帮助渔民 is about loans."""
    words, purposes = statement.words, article.language.purposes
    aims = (i for i, word in enumerate(words) if word.form in purposes and i > 1)
    return words[: next(aims, len(words))]


def _subject(article: Article, statement: Statement) -> tuple[Word, ...]:
    """The words before the first verb of a claim, or before what is quoted in place of one."""
    verbs, words = article.language.tags.verbs, statement.words
    marks = article.language.marks.quotes
    ends = (i for i, word in enumerate(words) if word.tag in verbs or word.form in marks)
    return words[: next(ends, len(words))]


def _lay(
    article: Article, statement: Statement, denying: frozenset[str], unreal: frozenset[str]
) -> Point:
    language, words = article.language, _about(article, statement)
    denied = statement.attribution.id in denying or statement.attribution.id in unreal
    behind = _denied_words(statement)
    sides = [language.side(word.form) for word in statement.words]
    return Point(
        statement=statement,
        forms=_find_terms(article, words),
        context={},
        scope=tuple(_find_terms(article, behind)),
        agent=_find_agent(article, statement, sides),
        sides=frozenset(filter(None, sides[: len(words)])),
        own=frozenset(side for id in statement.attribution.chain for side in article.sides_of(id)),
        quantities=language.quantities(words, article.wording.folded),
        dates=language.dates(
            article.wording.folded, words[0].start, words[-1].end, article.document.published
        ),
        contrasts=language.opposites(words),
        denied=denied or statement.attribution.negated,
        unsaid=statement.attribution.negated and not denied,
        unreal=statement.attribution.id in unreal,
        silent=bool(behind) and behind[0].form in language.lexicon.senses,
        open=any(word.form in language.alternatives for word in words),
        deeds=language.deeds,
        names=article.name_words,
        clausal=_is_clausal(article, words),
    )


def _find_terms(article: Article, words: tuple[Word, ...]) -> dict[str, str]:
    """The terms of some words, with the name of the side for a word that stands for one."""
    found: dict[str, str] = {}
    for term, form in article.language.terms(words).items():
        found.setdefault(article.language.side(term) or term, form)
    return found


def _is_clausal(article: Article, words: Sequence[Word]) -> bool:
    """Whether words have a verb, or end with an adjective: 大桥|安全."""
    tags = article.language.tags
    verb = any(word.tag in tags.verbs for word in words)
    return verb or (len(words) > 1 and words[-1].tag in tags.adjectives)


def _denied_words(statement: Statement) -> tuple[Word, ...]:
    """The words behind the word that denies; all where it is the last one or there is none."""
    words, denier = statement.words, statement.modality.denier
    at = next((i for i, word in enumerate(words) if denier and denier.startswith(word.form)), -1)
    return words[at + 1 :] or words


def _find_agent(article: Article, statement: Statement, sides: Sequence[str]) -> str:
    """The side that a clause says did it: behind a mark of the agent, or the first one."""
    marks, found, marked = article.language.agent_marks, "", False
    for word, side in zip(statement.words, sides, strict=True):
        if word.form in marks:
            marked = True
        if side and marked:
            return side
        if side and not found:
            found = side
    return found


class Likeness:
    """How much the claims of an article have in common, by terms that few of them share."""

    def __init__(self, points: Sequence[Point], sides: Callable[[str], str]) -> None:
        self._points = points
        self.side = sides
        held = Counter(term for point in points for term in point.terms.union(point.scope))
        number = max(MANY, len(points))
        self._weights = {t: math.log(1 + number / n) for t, n in held.items()}
        self._sizes = [max(LEAST, self.weigh(point.terms)) for point in points]

    def weigh(self, terms: Iterable[str]) -> float:
        """What some terms tell together."""
        return math.fsum(self._weights[term] for term in terms)

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], float]:
        """The pairs of claims that share a term which is no party, and how much they share, 0 to 1.

        A term that more than `MOST` claims hold brings each together with the next few only, so the
        number of pairs grows with the number of claims and not with its square.
        """
        postings: dict[str, list[int]] = {}
        for i, point in enumerate(self._points):
            for term in point.terms:
                postings.setdefault(term, []).append(i)
        near = {
            (i, j)
            for term, places in postings.items()
            if not self.side(term)
            for x, i in enumerate(places)
            for j in places[x + 1 : None if len(places) <= MOST else x + 1 + NEXT]
        }
        return {pair: self.share(*pair) for pair in sorted(near)}

    def share(self, i: int, j: int) -> float:
        """What two claims share, as the cosine of their terms."""
        shared = self._points[i].terms & self._points[j].terms
        return self.weigh(shared) / math.sqrt(self._sizes[i] * self._sizes[j])

    def covers(self, point: Point, scope: Sequence[str]) -> float:
        """The part of a scope that a claim holds."""
        return self.weigh(set(scope).intersection(point.forms)) / max(1e-9, self.weigh(scope))
