"""Who stands against whom: speakers that dispute each other, and the sides that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from claims.relate.article import Article
from claims.relate.disputes import Dispute
from claims.relate.points import Point

Pair = frozenset[str]


@dataclass(frozen=True)
class Oppositions:
    """Pairs of speakers and pairs of sides that are opposed."""

    speakers: frozenset[Pair]
    sides: frozenset[Pair]

    def between(self, a: Point, b: Point) -> bool:
        """Whether those who say two claims are opposed, themselves or by their sides."""
        chains = product(a.chain, b.chain)
        return any(frozenset(pair) in self.speakers for pair in chains) or any(
            frozenset(pair) in self.sides for pair in product(a.own, b.own)
        )


def find_oppositions(
    article: Article, points: Sequence[Point], disputes: Iterable[Dispute]
) -> Oppositions:
    """The oppositions of an article, from its disputes and its accusations."""
    pairs = {
        frozenset((dispute.act.attribution.speaker, target.speaker))
        for dispute in disputes
        for target in dispute.targets[:1]
        if dispute.act.attribution.speaker and target.speaker
    }
    speakers = frozenset(pair for pair in pairs if len(pair) == 2)
    sides = {pair for one in speakers for pair in _pair_sides(article, one)}
    return Oppositions(speakers, frozenset(sides | set(_accusations(article, points))))


def _pair_sides(article: Article, speakers: Pair) -> Iterator[Pair]:
    one, other = sorted(speakers)
    for pair in product(article.sides_of(one), article.sides_of(other)):
        if pair[0] != pair[1]:
            yield frozenset(pair)


def _accusations(article: Article, points: Sequence[Point]) -> Iterator[Pair]:
    """The side that accuses and the one that it says did it."""
    for point in points:
        accuses = "accuse" in article.senses_of(article.by_id[point.attribution])
        if accuses and point.speaker and point.agent:
            yield from (frozenset((own, point.agent)) for own in point.own if own != point.agent)
