"""Who disputes what: each act of dispute with the attributions that it is aimed at.

Those of other speakers before the act, inside its words, or behind it where they tell what is
denied, are weighed by the table of evidence. The likeliest is the target, if anything but nearness
speaks for it, or the act only points back or does not say whose the account is.
Where the target passes on another's words, the dispute reaches those; where a whole account is
disputed, everything that its owner has said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claims.model import Attribution
from claims.relate.acts import Act
from claims.relate.article import Article
from claims.relate.evidence import EVIDENCE, Answer, Stage, is_of_kind

LATER = 0.6  # the part of a denied clause that an attribution behind the denial must tell
SAME, FEWEST = 0.6, 2  # the part of the fewer terms that two accounts of one thing share
ACCUSATION = "accuse"  # the account that is of someone, and not merely the one told last
WHOLE = frozenset({"say", "report", "show"})  # accounts that are disputed as a whole


class Aim(NamedTuple):
    """An attribution that an act may be aimed at: how likely, and by what besides nearness."""

    attribution: Attribution
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """An act and its targets, the likeliest first, and why that one."""

    act: Act
    targets: tuple[Attribution, ...]
    reasons: tuple[str, ...]


def find_disputes(article: Article, acts: Sequence[Act]) -> tuple[Dispute, ...]:
    """The disputes of an article, one for each attribution that disputes something.

    >>> from claims.relate.acts import find_acts
    >>> from claims.relate.article import article_of
    >>> article = article_of("一名官员称，桥已经封闭。市政府对该官员的说法提出异议。")
    >>> found = find_disputes(article, tuple(find_acts(article)))
    >>> [(one.act.cue.text, one.targets[0].cue.text, one.reasons) for one in found]
    [('提出异议', '称', ("the account is this speaker's",))]
    """
    stage = Stage(
        frozenset(act.attribution.id for act in acts),
        frozenset(act.attribution.speaker for act in acts if act.attribution.speaker),
    )
    found: dict[str, Dispute] = {}
    for act in acts:
        answer = Answer(article, act, stage)
        aim = choose_aim(answer)
        if aim is None:
            continue
        if aim.attribution.speaker is not None:
            stage = replace(stage, disputed=stage.disputed | {aim.attribution.speaker})
        dispute = Dispute(act, (aim.attribution, *_further(answer, aim)), aim.reasons)
        found.setdefault(act.attribution.id, dispute)
    return tuple(found.values())


def choose_aim(answer: Answer) -> Aim | None:
    """The attribution that an act is aimed at; None where nothing says which.

    Nearness will do where the act points back, or names an account and not whose it is. The
    account of somebody who says nothing in the article is aimed at only where another tells it.
    """
    aims = weigh_aims(answer)
    if answer.is_unknown:
        aims = [aim for aim in aims if answer.tells(aim.attribution)]
    near = answer.act.points or (answer.act.account and not answer.names_owner)
    plain = answer.act.account == ACCUSATION and not answer.act.points
    if aims and plain and not aims[0].reasons:
        near = is_of_kind(answer.article, ACCUSATION, aims[0].attribution)
    return aims[0] if aims and (aims[0].reasons or near) else None


def weigh_aims(answer: Answer) -> list[Aim]:
    """The attributions that an act may be aimed at, the likeliest first."""
    order = answer.article.order
    aims = [_weigh(answer, one) for one in _candidates(answer)]
    return sorted(aims, key=lambda aim: (-aim.weight, order[aim.attribution.id]))


def _candidates(answer: Answer) -> Iterator[Attribution]:
    telling = _tellers(answer)
    for one in answer.window:
        fits = one.content and one.id not in telling and _may(answer, one)
        if fits and not _agrees(answer, one):
            yield one


def _agrees(answer: Answer, one: Attribution) -> bool:
    """Whether an attribution denies itself the clause that is denied: 否认封闭; 说不会封闭."""
    if not answer.act.denies_clause or answer.share(one) < LATER:
        return False
    claims = answer.article.said.get(one.id, ())
    return bool(claims) and all(claim.claim.negated != answer.is_negative for claim in claims)


def _tellers(answer: Answer) -> tuple[str, ...]:
    """The attribution itself and those that tell of it, at which it cannot be aimed.

    A bare denial may be aimed at the very one that tells it: he said that they did it, and that
    they deny it.
    """
    act = answer.act
    around = answer.article.around(act.attribution)
    bare = act.points and act.target is None
    return (act.attribution.id, *(around[1:] if bare else around))


def _may(answer: Answer, one: Attribution) -> bool:
    """Whether somebody else said it before, tells it behind, or in the denied words themselves."""
    act, article = answer.act, answer.article
    mine = act.attribution
    if one.speaker is not None and one.speaker == mine.speaker:
        return False
    if article.are_allied(one.speaker, mine.speaker):
        return False
    if answer.is_of_saying:
        told = article.inside.get(one.id, ())  # only who reports that he said it is disputed
        return any(inner.speaker == mine.speaker for inner in told)
    if answer.holds(one):
        return any(span.holds(piece) for span in act.matter for piece in one.content)
    if article.order[one.id] < article.order[mine.id]:
        return True
    if one.speaker in answer.late_owners:
        return True
    return act.denies_clause and answer.share(one) >= LATER


def _weigh(answer: Answer, one: Attribution) -> Aim:
    measured = [(evidence, evidence.measure(answer, one)) for evidence in EVIDENCE]
    weight = sum(evidence.weight * value for evidence, value in measured)
    reasons = tuple(evidence.reason for evidence, value in measured if evidence.reason and value)
    return Aim(one, weight, reasons)


def _telling(answer: Answer, target: Attribution) -> Iterator[Attribution]:
    """Who tells the account that is disputed as nobody's, before or behind: claims that X."""
    article, mine = answer.article, answer.act.attribution
    terms = article.terms[target.id]
    for one in answer.window:
        if one.speaker is None or one.speaker == mine.speaker or one.id == target.id:
            continue
        shared = terms & article.terms[one.id]
        few = min(len(terms), len(article.terms[one.id]))
        if len(shared) < FEWEST or len(shared) < SAME * few or article.denies(one):
            continue
        if not article.are_allied(one.speaker, mine.speaker) and not article.inside.get(one.id):
            yield one


def _further(answer: Answer, aim: Aim) -> Iterator[Attribution]:
    """What else the dispute reaches: the words passed on, the rest of the same account."""
    article, target = answer.article, aim.attribution
    mine = answer.act.attribution
    inner = (one for one in article.inside.get(target.id, ()) if one.id != mine.id)
    if answer.is_of_saying:
        return
    passed = [one for one in inner if one.content == target.content]
    yield from passed
    if target.speaker is None and answer.holds(target):
        yield from _telling(answer, target)
    whole = answer.act.account in WHOLE or answer.act.kind == "attack_source"
    if not whole or target.speaker not in answer.owners | answer.stage.disputed:
        return
    for one in _candidates(answer):
        if one.speaker == target.speaker and one.id != target.id and one not in passed:
            yield one
