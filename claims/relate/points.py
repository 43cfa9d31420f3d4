"""Claims as points that can be compared: what they are about, how they are meant, what they count.

All that a comparison asks of a claim is read once here, so that comparing two costs no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from claims.lang.base import Contrast, Dated, Quantity
from claims.lang.words import Word
from claims.model import Attribution
from claims.relate.article import Article
from claims.relate.claims import Statement
from claims.relate.persons import Persons, Subject


@dataclass(frozen=True)
class Point:
    """A claim laid out for comparison.

    `forms` are the terms of what it is about, each as it stands in the text, `context` those of
    the claim before that it points back to. `scope` are the terms that are denied, `denied` is
    set where the words of report deny them all, `unsaid` where they are said not to be said,
    `about` are its words up to its aim.
    `silent` where it is a saying that is denied: did not blame, `unreal` where nobody has said it.
    `agent` is the side that it says did it, `sides` all that it names, `own` those of who says it.
    `clausal` where it has a verb, `open` where it leaves open which of two holds. `deeds` are what
    one may be blamed for in its language, `beginnings` those that make one to blame for the whole,
    `names` the words that are names in its article. `person` is the one that its subject stands
    for, `linked` where what is denied is what something is, `asked` the place of the sentence where
    a part of those who were asked says it.
    """

    statement: Statement
    forms: Mapping[str, str]
    context: Mapping[str, str]
    scope: tuple[str, ...]
    agent: str
    sides: frozenset[str]
    own: frozenset[str]
    about: tuple[Word, ...]
    contrasts: tuple[Contrast, ...]
    denied: bool
    unsaid: bool
    silent: bool
    unreal: bool
    clausal: bool
    open: bool
    deeds: frozenset[str]
    names: frozenset[str]
    person: Subject | None
    linked: bool
    beginnings: frozenset[str]
    asked: int | None
    article: Article

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What it counts; read where it is compared."""
        return self.article.language.quantities(self.about, self.article.wording.folded)

    @cached_property
    def numbered(self) -> Mapping[str, str]:
        """The number by which each noun of it is told from others: flight 12, Tunnel 5."""
        tags = self.article.language.tags
        told = [
            *((x.start, x.end) for x in self.quantities),
            *((x.start, x.end) for x in self.dates),
        ]
        return {
            noun.form.lower(): number.form
            for noun, number in pairwise(self.about)
            if noun.tag.startswith(tags.nominals)
            and number.tag in tags.numerals
            and not any(start < number.end and number.start < end for start, end in told)
        }

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The days that it names; read where it is compared."""
        document, words = self.article.document, self.about
        text = self.article.wording.folded
        return self.article.language.dates(text, words[0].start, words[-1].end, document.published)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of what it is about, those that it points back to included."""
        return frozenset(self.forms).union(self.context)

    def shares(self, other: Point) -> tuple[str, ...]:
        """What two claims are both about, in the words of this one."""
        forms = {**self.context, **self.forms}
        who = (self.person.form,) if self.person and self.is_of_one(other) else ()
        told = (form for term, form in forms.items() if term in other.terms)
        return tuple(dict.fromkeys(filter(None, (*who, *told))))

    def is_of_one(self, other: Point) -> bool:
        """Whether two claims are about one person."""
        one, another = self.person, other.person
        return one is not None and another is not None and one.name == another.name

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
    def begun(self) -> frozenset[str]:
        """Those of them by which one is blamed for all that followed."""
        return self.terms & self.beginnings

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
    persons, meant, doer = Persons(article), None, ""
    subject: Statement | None = None
    for statement in article.statements:
        own = subject is not None and subject.attribution.id == statement.attribution.id
        left_out = statement.goes_on and own
        who = persons.subject(statement) or (meant if left_out else None)
        if who is None and statement.goes_on:
            who = persons.speaker(statement.attribution)
        before = _Before()
        if points and statement.words[0].form in article.language.pointing:
            before = _Before(context=points[-1].forms)
        elif left_out and subject is not None:
            before = _Before(forms=_find_terms(article, _subject(article, subject)), agent=doer)
        point = _lay(article, statement, denying, unreal, who, before)
        if not statement.goes_on:
            subject = statement
        if not left_out:
            meant, doer = who, point.agent
        points.append(point)
    return tuple(points)


class _Before(NamedTuple):
    """What a claim has from the one before it: what it points back to, or its subject and doer."""

    context: Mapping[str, str] = MappingProxyType({})
    forms: Mapping[str, str] = MappingProxyType({})
    agent: str = ""


def _about(article: Article, statement: Statement) -> tuple[Word, ...]:
    """The words of a claim up to its aim: 提供贷款，|以帮助渔民 is about loans."""
    words, purposes = statement.words, article.language.purposes
    aims = (i for i, word in enumerate(words) if word.form in purposes and i > 1)
    return words[: next(aims, len(words))]


def _subject(article: Article, statement: Statement) -> tuple[Word, ...]:
    """The words before the first verb of a claim, or before what is quoted in place of one."""
    verbs, words = article.language.tags.verbs, statement.words
    stops = article.language.marks.quotes.keys() | article.language.linking
    ends = (i for i, word in enumerate(words) if word.tag in verbs or word.form in stops)
    return words[: next(ends, len(words))]


def _lay(
    article: Article,
    statement: Statement,
    denying: frozenset[str],
    unreal: frozenset[str],
    who: Subject | None,
    before: _Before,
) -> Point:
    language, words = article.language, _about(article, statement)
    denied = statement.attribution.id in denying or statement.attribution.id in unreal
    behind, contrasts = _denied_words(statement, language.instead), language.opposites(words)
    sides = [language.side(word.form) for word in statement.words]
    terms = _find_terms(article, words)
    return Point(
        statement=statement,
        forms={**before.forms, **terms},
        context=before.context,
        scope=tuple(terms if behind is words else _find_terms(article, behind)),
        agent=_find_agent(article, statement, sides) or before.agent,
        sides=frozenset(filter(None, sides[: len(words)])),
        own=frozenset(side for id in statement.attribution.chain for side in article.sides_of(id)),
        about=words,
        contrasts=contrasts,
        denied=denied or statement.attribution.negated,
        unsaid=statement.attribution.negated and not denied,
        unreal=statement.attribution.id in unreal,
        silent=bool(behind) and behind[0].form in language.lexicon.senses,
        open=any(word.form in language.alternatives for word in words),
        deeds=language.deeds,
        names=article.name_words,
        person=who,
        linked=statement.modality.denier in language.linking,
        beginnings=language.beginnings,
        asked=_asked(article, statement),
        clausal=_is_clausal(article, words, contrasts),
        article=article,
    )


def _find_terms(article: Article, words: tuple[Word, ...]) -> dict[str, str]:
    """The terms of some words, with the name of the side for a word that stands for one."""
    found: dict[str, str] = {}
    for term, form in article.language.terms(words).items():
        found.setdefault(article.language.side(term) or term, form)
    return found


def _is_clausal(article: Article, words: Sequence[Word], contrasts: Sequence[Contrast]) -> bool:
    """Whether words have a verb, or end with an adjective (大桥|安全) or a word with an opposite.

    Segmenters take many adjectives for nouns: 账目|合法.
    """
    tags = article.language.tags
    linking = article.language.linking
    verb = any(word.tag in tags.verbs or word.form in linking for word in words)
    told = "".join(word.form for word in words).endswith(tuple(word.form for word in contrasts))
    return verb or (len(words) > 1 and (told or words[-1].tag in tags.adjectives))


def _asked(article: Article, statement: Statement) -> int | None:
    """The place of the sentence in which a part of those who were asked answers: 六成受访者认为."""
    speaker = article.speakers.get(statement.attribution.speaker or "")
    name = article.language.fold(speaker.name) if speaker is not None else ""
    if not any(word in name for word in article.language.portions):
        return None
    return article.sentence_at(statement.words[0].start)


def _denied_words(statement: Statement, instead: frozenset[str]) -> tuple[Word, ...]:
    """The words behind the word that denies, up to what is said in its place.

    All where that is the last word or there is none.
    """
    words, denier = statement.words, statement.modality.denier
    at = next((i for i, word in enumerate(words) if denier and denier.startswith(word.form)), -1)
    behind = range(at + 1, len(words))
    end = next((i for i in behind if denier and words[i].form in instead), len(words))
    return words[at + 1 : end] or words


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
