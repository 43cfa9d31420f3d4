"""Claims as points that can be compared: what they are about, how they are meant, what they count.

All that a comparison asks of a claim is read once here, so that comparing two costs no words. A
point is plain: it can be kept and read back without the article that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from claims.lang.base import Contrast, Dated, Language, Quantity
from claims.lang.words import Word
from claims.model.world import Certainty
from claims.relate.article import Article
from claims.relate.claims import Statement
from claims.relate.persons import Persons, Subject

BESIDE = 3  # words from one with opposites to the number that it may be a part of
NEAR = 3  # words before a word with opposites among which what denies it stands
NAMED = ("nr", "ns", "nt")  # parts of speech of names, in every tag set


class Counted(NamedTuple):
    """A quantity of a claim, as it is written, and the side whose the counted ones are: 南国人."""

    quantity: Quantity
    text: str
    whose: str


class Day(NamedTuple):
    """The days that words of a claim mean, and these words as they are written."""

    dated: Dated
    text: str


class Pole(NamedTuple):
    """A word with opposites, and the side on which the claim stands: that of 成功, or of 失败.

    As in a Contrast, but that `side` is the other one where the claim denies the word.
    """

    form: str
    kind: str
    row: int
    side: int
    fate: bool


@dataclass(frozen=True)
class Point:
    """A claim laid out for comparison.

    `attribution` is the id of the one that it belongs to, `speaker` and `chain` are that one's.
    `worded` are the terms of what it is about, each as it stands in the text, `before` those of
    the claim before that it points back to. `scope` are the terms that are denied, `denied` is
    set where the words of report deny them all, `unsaid` where they are said not to be said.
    `silent` where it is a saying that is denied: did not blame, `unreal` where nobody has said it.
    `agent` is the side that it says did it, `sides` all that it names, `own` those of who says it.
    `clausal` where it has a verb, `open` where it leaves open which of two holds. `blamed` are the
    deeds that it speaks of and that one may be blamed for, `begun` those of them by which one is
    blamed for all that followed, `names` its terms that are names in its article, `places` its
    words that are names anywhere. `person` is the one that its subject stands for, `linked` where
    what is denied is what something is, `asked` the place of the sentence where a part of those
    who were asked says it. `denier` is the word that denies, `denying` the words of report that
    do, `degree` the word that tells how sure it is. `numbered` gives the number by which each noun
    of it is told from others: flight 12, Tunnel 5.
    """

    id: str
    start: int
    text: str
    folded: str
    attribution: str
    speaker: str | None
    chain: tuple[str, ...]
    certainty: Certainty
    negated: bool
    conditional: bool
    worded: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]
    scope: tuple[str, ...]
    agent: str
    sides: frozenset[str]
    own: frozenset[str]
    counts: tuple[Counted, ...]
    dates: tuple[Day, ...]
    numbered: Mapping[str, str]
    poles: tuple[Pole, ...]
    blamed: frozenset[str]
    begun: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    person: Subject | None
    denier: str
    denying: str
    degree: str
    denied: bool
    unsaid: bool
    silent: bool
    unreal: bool
    clausal: bool
    open: bool
    linked: bool
    asked: int | None

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """The terms of what it is about, and how each stands in the text."""
        return dict(self.worded)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of what it is about, those that it points back to included."""
        return frozenset(self.forms).union(term for term, _ in self.before)

    def shares(self, other: Point) -> tuple[str, ...]:
        """What two claims are both about, in the words of this one."""
        forms = {**dict(self.before), **self.forms}
        who = (self.person.form,) if self.person and self.is_of_one(other) else ()
        told = (form for term, form in forms.items() if term in other.terms)
        return tuple(dict.fromkeys(filter(None, (*who, *told))))

    def is_of_one(self, other: Point) -> bool:
        """Whether two claims are about one person."""
        one, another = self.person, other.person
        return one is not None and another is not None and one.name == another.name

    @property
    def negative(self) -> bool:
        """Whether the claim is said not to hold, by its own words or by those of report."""
        return self.negated != self.denied


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


def find_about(words: tuple[Word, ...], language: Language) -> tuple[Word, ...]:
    """The words of a claim up to its aim: 提供贷款，|以帮助渔民 is about loans."""
    aims = (i for i, word in enumerate(words) if word.form in language.purposes and i > 1)
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
    language = article.language
    about = find_about(statement.words, language)
    claim, said, modality = statement.claim, statement.attribution, statement.modality
    denied = said.id in denying or said.id in unreal
    behind, contrasts = _denied_words(statement, language.instead), language.opposites(about)
    sides = [language.side(word.form) for word in statement.words]
    terms = _find_terms(article, about)
    forms = {**before.forms, **terms}
    scope = tuple(terms if behind is about else _find_terms(article, behind))
    quantities = language.quantities(about, article.wording.folded)
    dates = _find_dates(article, about)
    every = forms.keys() | before.context.keys()
    told = [*((x.start, x.end) for x in quantities), *((x.start, x.end) for x in dates)]
    whole = denied or said.negated
    return Point(
        id=claim.id,
        start=claim.span.start,
        text=claim.span.text,
        folded="".join(word.form for word in statement.words),
        attribution=said.id,
        speaker=said.speaker,
        chain=said.chain,
        certainty=claim.certainty,
        negated=claim.negated,
        conditional=claim.conditional,
        worded=tuple(forms.items()),
        before=tuple(before.context.items()),
        scope=scope,
        agent=_find_agent(article, statement, sides) or before.agent,
        sides=frozenset(filter(None, sides[: len(about)])),
        own=frozenset(side for id in said.chain for side in article.sides_of(id)),
        counts=tuple(_count(statement, one, sides) for one in quantities),
        dates=tuple(Day(one, _text(statement, one.start, one.end)) for one in dates),
        numbered=_number(language, about, told),
        poles=tuple(_find_poles(statement, contrasts, quantities, denied=whole)),
        blamed=language.deeds & every,
        begun=language.beginnings & every,
        names=article.name_words.intersection((*forms, *scope)),
        places=frozenset(word.form for word in about if word.tag.startswith(NAMED)),
        person=who,
        denier=modality.denier,
        denying=said.cue.text if whole and said.cue is not None else "",
        degree=modality.word,
        denied=whole,
        unsaid=said.negated and not denied,
        silent=bool(behind) and behind[0].form in language.lexicon.senses,
        unreal=said.id in unreal,
        clausal=_is_clausal(article, about, contrasts),
        open=any(word.form in language.alternatives for word in about),
        linked=modality.denier in language.linking,
        asked=_asked(article, statement),
    )


def _find_terms(article: Article, words: tuple[Word, ...]) -> dict[str, str]:
    """The terms of some words, with the name of the side for a word that stands for one."""
    found: dict[str, str] = {}
    for term, form in article.language.terms(words).items():
        found.setdefault(article.language.side(term) or term, form)
    return found


def _find_dates(article: Article, about: Sequence[Word]) -> tuple[Dated, ...]:
    text, day = article.wording.folded, article.document.published
    return article.language.dates(text, about[0].start, about[-1].end, day)


def _text(statement: Statement, start: int, end: int) -> str:
    span = statement.claim.span
    return span.text[start - span.start : end - span.start]


def _count(statement: Statement, one: Quantity, sides: Sequence[str]) -> Counted:
    """A quantity with the side of the word right behind it; a space may stand between."""
    behind = (
        side
        for word, side in zip(statement.words, sides, strict=True)
        if word.start in (one.end, one.end + 1)
    )
    return Counted(one, _text(statement, one.start, one.end), next(behind, ""))


def _number(
    language: Language, about: Sequence[Word], told: Sequence[tuple[int, int]]
) -> dict[str, str]:
    """The number by which each noun is told from others, that counts and dates nothing."""
    tags = language.tags
    return {
        noun.form.lower(): number.form
        for noun, number in pairwise(about)
        if noun.tag.startswith(tags.nominals)
        and number.tag in tags.numerals
        and not any(start < number.end and number.start < end for start, end in told)
    }


def _find_poles(
    statement: Statement,
    contrasts: Sequence[Contrast],
    quantities: Sequence[Quantity],
    *,
    denied: bool,
) -> Iterator[Pole]:
    """The words with opposites that are no part of a number: fewer|than 300.

    The claim stands on the other side where it denies the word (不|顺利).
    """
    words, denier = statement.words, statement.modality.denier
    begins = {number.start for number in quantities}
    for one in contrasts:
        if begins.intersection(word.start for word in words[one.at : one.at + BESIDE]):
            continue
        before = [word.form for word in words[max(0, one.at - NEAR) : one.at]]
        turned = denier not in one.form and any(denier.startswith(form) for form in before)
        side = -one.side if turned != denied else one.side
        yield Pole(one.form, one.kind, one.row, side, one.fate)


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
