"""What speaks for an attribution being the one that an act of dispute is aimed at.

A table: each piece of evidence has a weight, a measure from 0 to 1 and, where it can decide the
aim, the reason in words. The weights were found by hand on annotated articles and hold within a
factor of two (docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claims.lang.words import Word
from claims.model import Attribution
from claims.relate.acts import Act
from claims.relate.article import Article
from claims.relate.owners import find_hanging, find_owners, names_owner
from claims.relate.reality import denies_saying

FAR = 12  # attributions back beyond which distance tells no more
LOOK = 60  # attributions before an act and behind it that are looked at


@dataclass(frozen=True)
class Stage:
    """Who disputes and who has been disputed so far in an article."""

    acting: frozenset[str]
    deniers: frozenset[str]
    disputed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """An act, and all of it that is asked of each attribution that it may be aimed at."""

    article: Article
    act: Act
    stage: Stage

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words by which the answered ones are known."""
        return self.article.wording.words_of(self.act.matter)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of those words, but those that say whose account it is."""
        words = _matter_words(self.article, self.words) if self.act.account else self.words
        return frozenset(self.article.language.terms(words))

    @cached_property
    def owners(self) -> frozenset[str]:
        """The speakers whose account it is said to be.

        None where something else of theirs is rejected: Lee's attempt, Lee's bid.
        """
        genitives = self.article.language.genitives
        owned = any(word.form in genitives for word in self.words)
        if owned and not self.act.account and self.act.kind != "attack_source":
            return frozenset()
        speakers = {one.speaker for one in self.window if one.speaker is not None}
        return find_owners(self.article, self.words, speakers)

    @cached_property
    def late_owners(self) -> frozenset[str]:
        """The speakers whose account it is said to be, where it is told only behind the act."""
        order = self.article.order
        mine = order[self.act.attribution.id]
        said = {one.speaker for one in self.window if order[one.id] < mine and one.content}
        return frozenset() if self.owners & said else self.owners

    @cached_property
    def names_owner(self) -> bool:
        """Whether the phrase of an account says whose it is, known or not."""
        return self.act.target is not None and names_owner(self.article, self.words)

    @cached_property
    def is_of_saying(self) -> bool:
        """Whether it is denied that something was said."""
        return denies_saying(self.article, self.act.attribution)

    @cached_property
    def is_negative(self) -> bool:
        """Whether the answered words deny something themselves."""
        return self.article.language.modality(self.words, "").negated

    @property
    def is_unknown(self) -> bool:
        """Whether an account is named whose owner says nothing here."""
        return bool(self.act.account) and self.names_owner and not self.owners

    def tells(self, one: Attribution) -> bool:
        """Whether an attribution stands in the answered words or tells some of the same."""
        return self.holds(one) or self.share(one) > 0

    @cached_property
    def window(self) -> tuple[Attribution, ...]:
        """The attributions around the act that are looked at."""
        at = self.article.order[self.act.attribution.id]
        return self.article.attributions[max(0, at - LOOK) : at + LOOK]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the one who answers and of the body spoken for, as they are matched."""
        speakers, id = self.article.speakers, self.act.attribution.speaker
        own = speakers.get(id or "")
        both = (own, speakers.get(own.affiliation or "") if own else None)
        names = (name for one in both if one for name in (one.name, *one.aliases))
        return tuple(self.article.language.fold(name) for name in names if len(name) > 1)

    def share(self, one: Attribution) -> float:
        """The part of what the answered words tell that an attribution tells as well."""
        shared = self.terms & self.article.terms[one.id]
        if not shared or self.holds(one):
            return 0.0
        return self.article.weigh(shared) / self.article.weigh(self.terms)

    def holds(self, one: Attribution) -> bool:
        """Whether an attribution stands inside the one that answers."""
        return self.act.attribution.id in self.article.around(one)


Measure = Callable[[Answer, Attribution], float]


class Evidence(NamedTuple):
    """One thing that speaks for an aim or, with a weight below 0, against it."""

    weight: float
    measure: Measure
    reason: str = ""


# ---------------------------------------------------------------- the measures
def _is_inside(answer: Answer, one: Attribution) -> float:
    return float(answer.holds(one))


def _distance(answer: Answer, one: Attribution) -> float:
    order = answer.article.order
    between = abs(order[answer.act.attribution.id] - order[one.id])
    return 0.0 if answer.holds(one) else min(between, FAR) / FAR


def _shared(answer: Answer, one: Attribution) -> float:
    return answer.share(one)


def _is_owned(answer: Answer, one: Attribution) -> float:
    return float(one.speaker in answer.owners)


def _fits(answer: Answer, one: Attribution) -> float:
    account = answer.act.account
    return float(bool(account) and is_of_kind(answer.article, account, one))


def _speaks_of(answer: Answer, one: Attribution) -> float:
    content = answer.article.contents[one.id]
    return float(any(name in content for name in answer.names))


def _was_disputed(answer: Answer, one: Attribution) -> float:
    back = answer.act.account or answer.act.points
    return float(bool(back) and one.speaker in answer.stage.disputed)


def _is_told(answer: Answer, one: Attribution) -> float:
    """Whether another stands for one's words: not an outlet that only cites them."""
    article = answer.article
    outer = article.by_id.get(one.within or "")
    if outer is None or answer.holds(one):
        return 0.0
    speaker = article.speakers.get(outer.speaker or "")
    cites = outer.content == one.content and speaker is not None and speaker.kind == "outlet"
    return float(not cites)


def _claims_nothing(answer: Answer, one: Attribution) -> float:
    return float(one.id not in answer.article.said)


def _disputes(answer: Answer, one: Attribution) -> float:
    return float(one.id in answer.stage.acting)


def _is_denier(answer: Answer, one: Attribution) -> float:
    return float(one.speaker in answer.stage.deniers)


def _asks(answer: Answer, one: Attribution) -> float:
    return float(answer.act.account != "ask" and is_of_kind(answer.article, "ask", one))


EVIDENCE: tuple[Evidence, ...] = (
    Evidence(2.0, _is_inside, "it stands in these very words"),
    Evidence(2.5, _shared, "it tells the same"),
    Evidence(2.0, _is_owned, "the account is this speaker's"),
    Evidence(0.4, _speaks_of, "it speaks of the one who answers it"),
    Evidence(0.5, _fits),
    Evidence(0.6, _was_disputed),
    Evidence(-1.8, _distance),
    Evidence(-0.9, _is_told),
    Evidence(-0.3, _claims_nothing),
    Evidence(-1.2, _disputes),
    Evidence(-0.2, _is_denier),
    Evidence(-0.5, _asks),
)


def is_of_kind(article: Article, account: str, one: Attribution) -> bool:
    """Whether an attribution is of the kind that a noun of account tells.

    A report is an outlet's, or rests on someone unnamed; an accusation may have no accuser.
    """
    senses = article.senses_of(one)
    if account == "report":
        speaker = article.speakers.get(one.speaker or "")
        told = speaker is not None and (speaker.kind == "outlet" or speaker.anonymous)
        return told or "report" in senses or "hearsay" in senses
    if account == "accuse" and one.speaker is None:
        return one.cue is not None
    return account in senses


def _matter_words(article: Article, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of an account's phrase but those that say whose it is."""
    language = article.language
    hanging = find_hanging(language, words)
    if hanging < len(words):  # the mayor's claim|that the bridge is safe
        return words[hanging + 1 :]
    ends = [
        i + 1
        for i, word in enumerate(words)
        if word.form in language.about
        or {"unnamed", "role"} & {*language.lexicon.kinds.get(word.form, ())}
    ]
    return words[ends[0] if ends else 0 :]
