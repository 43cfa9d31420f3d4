"""Who disputes what: each act of dispute with the attributions that it is aimed at.

Those of other speakers before the act, or inside its words, are weighed by the table of evidence.
The likeliest is the target, if anything but nearness speaks for it or the act only points back.
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
from claims.relate.evidence import EVIDENCE, Answer, Stage

LOOK = 80  # attributions before an act that are looked at
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
    """The attribution that an act is aimed at; None where nothing says which."""
    aims = weigh_aims(answer)
    back = answer.act.points or answer.act.account
    return aims[0] if aims and (aims[0].reasons or back) else None


def weigh_aims(answer: Answer) -> list[Aim]:
    """The attributions that an act may be aimed at, the likeliest first."""
    order = answer.article.order
    aims = [_weigh(answer, one) for one in _candidates(answer)]
    return sorted(aims, key=lambda aim: (-aim.weight, order[aim.attribution.id]))


def _candidates(answer: Answer) -> Iterator[Attribution]:
    article, mine = answer.article, answer.act.attribution
    at = article.order[mine.id]
    for one in article.attributions[max(0, at - LOOK) : at + LOOK]:
        if one.content and one.id not in (mine.id, *article.around(mine)) and _may(answer, one):
            yield one


def _may(answer: Answer, one: Attribution) -> bool:
    """Whether somebody else said it before, or it is told in the denied words themselves."""
    act, order = answer.act, answer.article.order
    if one.speaker is not None and one.speaker == act.attribution.speaker:
        return False
    if answer.holds(one):
        return act.target is not None and any(map(act.target.holds, one.content))
    return order[one.id] < order[act.attribution.id]


def _weigh(answer: Answer, one: Attribution) -> Aim:
    measured = [(evidence, evidence.measure(answer, one)) for evidence in EVIDENCE]
    weight = sum(evidence.weight * value for evidence, value in measured)
    reasons = tuple(evidence.reason for evidence, value in measured if evidence.reason and value)
    return Aim(one, weight, reasons)


def _further(answer: Answer, aim: Aim) -> Iterator[Attribution]:
    """What else the dispute reaches: the words passed on, the rest of the same account."""
    article, target = answer.article, aim.attribution
    passed = [one for one in article.inside.get(target.id, ()) if one.content == target.content]
    yield from passed
    whole = answer.act.account in WHOLE or answer.act.kind == "attack_source"
    if not whole or target.speaker not in answer.owners | answer.stage.disputed:
        return
    for one in _candidates(answer):
        if one.speaker == target.speaker and one.id != target.id and one not in passed:
            yield one
