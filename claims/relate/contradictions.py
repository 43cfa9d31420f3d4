"""Claims on one matter that may not both hold, each pair with the scale on which they differ.

Two claims are compared where they share terms that few others hold, come by different routes, and
neither stands inside the other. Whether they clash is then asked scale by scale; the first scale
that sets them apart is the reason. Speakers who dispute each other need less in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.model import Difference
from claims.relate.article import Article
from claims.relate.likeness import Likeness
from claims.relate.oppositions import Oppositions
from claims.relate.points import Point
from claims.relate.scales import SCALES, SCOPE

SURE = 0.45  # what two claims share for a clash to be strong where their speakers are not opposed

FEW = 8  # claims behind one that it is compared with though they share no term


class Clash(NamedTuple):
    """Two claims that may not both hold; `strong` where all of what is denied is claimed."""

    first: Point
    second: Point
    difference: Difference
    shared: tuple[str, ...]
    strong: bool

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two claims."""
        return frozenset((self.first.id, self.second.id))


def find_clashes(
    article: Article, likeness: Likeness, points: Sequence[Point], oppositions: Oppositions
) -> Iterator[Clash]:
    """The clashes of an article, in the order of its claims."""
    for (i, j), share in _candidates(likeness, points).items():
        a, b = points[i], points[j]
        if not _comparable(article, a, b):
            continue
        against = oppositions.between(a, b)
        for scale, (apart, near) in SCALES:
            if share < (near if against else apart):
                continue
            difference = scale(likeness, a, b, against)
            if difference is not None:
                strong = (against or share >= SURE) and _is_met(likeness, a, b, difference)
                yield _write(article, Clash(a, b, difference, _common(a, b, difference), strong))
                break


def _candidates(likeness: Likeness, points: Sequence[Point]) -> Mapping[tuple[int, int], float]:
    """The pairs of claims that are compared, in order, and how much each shares.

    Those that share a term, each claim that blames with the next few, and the next few of those
    who answer in one sentence.
    """
    blaming = [i for i, point in enumerate(points) if point.agent and point.blamed]
    asked = [i for i, point in enumerate(points) if point.asked is not None]
    more = {*_next(blaming, FEW), *_next(asked, FEW)}
    pairs = sorted(likeness.pairs.keys() | more)
    return {pair: likeness.share_with_person(*pair) for pair in pairs}


def _next(places: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Each of some places with the next few behind it."""
    for at, i in enumerate(places):
        yield from ((i, j) for j in places[at + 1 : at + 1 + most])


def _is_met(likeness: Likeness, a: Point, b: Point, difference: Difference) -> bool:
    """Whether the one claims most of what the other denies, where the two differ in that."""
    if difference.kind == "agent" or a.unsaid or b.unsaid:
        return False  # the one may be true and the other as well
    if difference.kind != "polarity" or a.negative == b.negative:
        return True
    no, yes = (a, b) if a.negative else (b, a)
    return likeness.covers(yes, no.scope) >= SCOPE


def _write(article: Article, clash: Clash) -> Clash:
    """A clash with its words as they stand in the two claims."""
    one, other = (article.claims[x.id].span for x in (clash.first, clash.second))
    write, told = article.wording.written, clash.difference
    difference = told.model_copy(
        update={"first": write(told.first, one), "second": write(told.second, other)}
    )
    shared = tuple(write(form, one) for form in clash.shared)
    return clash._replace(difference=difference, shared=shared)


def _common(a: Point, b: Point, difference: Difference) -> tuple[str, ...]:
    """What two claims are both about, in the words of the first, less what sets them apart."""
    sides = difference.first, difference.second
    return tuple(form for form in a.shares(b) if not any(form in words for words in sides))


def _comparable(article: Article, a: Point, b: Point) -> bool:
    if a.unreal or b.unreal:
        return False
    one, other = article.by_id[a.attribution], article.by_id[b.attribution]
    if article.are_nested(one, other) or _same_route(one.chain, other.chain):
        return False
    return not article.are_allied(one.speaker, other.speaker)


def _same_route(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two chains are one, or one is the other with relays before it.

    What somebody says himself and what another tells of it are two routes.
    """
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 1 and long[-len(short) :] == short)
