"""What a question is narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from claims.model import Claim, Frozen
from claims.model.world import Certainty
from claims.query.answers import Point, Statement
from claims.query.words import holds_words


class Wanted(Frozen):
    """Which answers are wanted; by default all.

    `speakers` are ids (see `pick_speakers`), None for any. `about` are words that must all
    occur in the content or a claim. `anonymous`: only what rests on someone not named.
    `negated`: only where a claim is negated or denied, or the saying itself is negated. `basis`
    and `strength` are of relations and narrow nothing else.
    """

    speakers: frozenset[str] | None = None
    about: str = ""
    anonymous: bool = False
    certainty: Certainty | None = None
    basis: Literal["stated", "inferred"] | None = None
    strength: Literal["strong", "weak"] | None = None
    negated: bool = False


ALL = Wanted()


def wants_statement(wanted: Wanted, one: Statement) -> bool:
    """Whether a statement is among what is wanted, by its own speaker.

    >>> from claims.model import Span
    >>> from claims.query.answers import Article
    >>> nowhere = Span(start=0, end=0, text="")
    >>> one = Statement(id="x:a1", article=Article(id="x"), text="今日停航", passage=nowhere)
    >>> wants_statement(Wanted(about="停航"), one), wants_statement(Wanted(about="复航"), one)
    (True, False)
    """
    speaker = one.speaker.id if one.speaker else ""
    return (
        (wanted.speakers is None or speaker in wanted.speakers)
        and _is_told_so(wanted, [one])
        and _fits(wanted, one.claims, [one])
    )


def wants_disputed(wanted: Wanted, who: Statement, against: Sequence[Statement], over: str) -> bool:
    """Whether a dispute is wanted: who may be on either side, certainty is of the disputed."""
    told = [who, *against]
    claims = [claim for one in against for claim in one.claims]
    return (
        _is_passed_by(wanted, told)
        and _is_told_so(wanted, told, over)
        and _fits(wanted, claims, against)
    )


def wants_points(wanted: Wanted, first: Point, second: Point) -> bool:
    """Whether what is said of two points is wanted: one of the two must fit."""
    told = [first.statement, second.statement]
    return (
        _is_passed_by(wanted, told)
        and _is_told_so(wanted, told, first.words, second.words)
        and _fits(wanted, [first, second], told)
    )


def _is_passed_by(wanted: Wanted, told: Sequence[Statement]) -> bool:
    """Whether a wanted speaker says one of the statements, or passes it on."""
    passing = (hop.speaker.id for one in told for hop in one.hops if hop.speaker)
    return wanted.speakers is None or any(id in wanted.speakers for id in passing)


def _is_told_so(wanted: Wanted, told: Sequence[Statement], *words: str) -> bool:
    if wanted.anonymous and not any(one.unnamed for one in told):
        return False
    text = "\n".join([*words, *(one.text for one in told)])
    return not wanted.about or holds_words(text, wanted.about, told[0].article.lang)


def _fits(wanted: Wanted, said: Iterable[Claim | Point], told: Iterable[Statement]) -> bool:
    said = list(said)
    sure = wanted.certainty is None or any(one.certainty == wanted.certainty for one in said)
    denied = any(one.negated or one.held != "asserted" for one in (*said, *told))
    return sure and (denied or not wanted.negated)
