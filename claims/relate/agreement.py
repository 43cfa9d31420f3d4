"""Claims that say the same: two speakers in support of each other, or one speaker twice.

What is confirmed in so many words (证实) is sought like the target of a dispute. Otherwise two
claims must share nearly all that they are about, be as sure as each other and deny the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model import Attribution
from claims.model.world import RelationKind
from claims.relate.acts import Act
from claims.relate.article import Article
from claims.relate.disputes import choose_aim
from claims.relate.evidence import Answer, Stage
from claims.relate.likeness import Likeness
from claims.relate.points import Point

SAME = 0.7  # what two claims must share, from 0 to 1
CONFIRMED = 0.5  # the part of what is confirmed that the one confirmed must have told
FEW = 2  # terms that they must share at least, sides aside


class Accord(NamedTuple):
    """Two claims that say the same, the earlier one first."""

    kind: RelationKind
    first: Point
    second: Point
    shared: tuple[str, ...]


class Confirmation(NamedTuple):
    """An act that confirms, and what it confirms, with the reasons."""

    act: Act
    target: Attribution
    reasons: tuple[str, ...]


def find_confirmed(article: Article, acts: Sequence[Act]) -> Iterator[Confirmation]:
    """What acts of confirmation confirm: an account that they name, or the same told before.

    >>> from claims.relate.acts import find_confirmations
    >>> from claims.relate.article import article_of
    >>> article = article_of("渔会主席何敬堂说，堤坝已经开裂。镇长林海证实，堤坝已经开裂。")
    >>> found = find_confirmed(article, tuple(find_confirmations(article)))
    >>> [(one.act.cue.text, one.target.cue.text) for one in found]
    [('证实', '说')]
    """
    stage = Stage(frozenset(), frozenset())
    for act in acts:
        answer = Answer(article, act, stage)
        aim = choose_aim(answer)
        if aim is None:
            continue
        same = answer.share(aim.attribution) >= CONFIRMED
        if same or act.points or (act.account and aim.attribution.speaker in answer.owners):
            yield Confirmation(act, aim.attribution, aim.reasons)


def find_accords(article: Article, likeness: Likeness, points: Sequence[Point]) -> Iterator[Accord]:
    """The claims of two attributions that say the same, in words of their own."""
    for (i, j), share in likeness.pairs.items():
        a, b = points[i], points[j]
        if (share < SAME and a.folded != b.folded) or not agree(a, b) or a.before or b.before:
            continue
        if a.open or b.open or a.unreal or b.unreal:
            continue
        if article.are_nested(article.by_id[a.attribution], article.by_id[b.attribution]) or not (
            a.clausal and b.clausal
        ):
            continue
        alike = a.folded == b.folded
        if not alike and len((a.terms & b.terms) - a.sides) < FEW:
            continue
        same = a.speaker == b.speaker
        if same and a.chain == b.chain:
            continue  # said again, and not told by another
        yield Accord("repeats" if same else "supports", a, b, a.shares(b))


def agree(a: Point, b: Point) -> bool:
    """Whether two claims are as sure as each other, deny, date and count the same."""
    if a.certainty != b.certainty or a.negative != b.negative:
        return False
    if a.agent and b.agent and a.agent != b.agent:
        return False
    dates = [(x.dated, y.dated) for x in a.dates for y in b.dates if x.dated.sure == y.dated.sure]
    apart = any(x.last < y.first or y.last < x.first for x, y in dates)
    counts = [(x.quantity, y.quantity) for x in a.counts for y in b.counts]
    pairs = [(x, y) for x, y in counts if x.unit == y.unit]
    if apart or (counts and not pairs):
        return False
    return all(x.low <= y.high and y.low <= x.high for x, y in pairs)
