"""Claims of two articles that may not both hold, or that say the same.

Claims of one matter are compared with those nearest to them: of their own article first, then of
those published next. Where a claim answers how many, the numbers are set against each other; where
it answers who, the parties; otherwise the scales of one article are asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from claims.corpus.laying import Laid
from claims.corpus.matters import Gathered
from claims.corpus.positions import Position
from claims.model import Difference
from claims.relate.agreement import agree
from claims.relate.likeness import Likeness
from claims.relate.scales import SCALES, differ_in_number

NEXT, BEFORE, DENIED = 6, 6, 40  # claims before one that it is compared with: for a term, of a
# position, of the one that says the contrary
POSITIONS = 16  # positions of a matter, the largest, with which each claim is compared
RELATED, SURE, SAME = 0.2, 0.45, 0.6  # what two claims share that may clash, that do, that agree
TOLD = frozenset({"certain", "almost_certain", "probable", "possible", "obligation"})


class Compared(NamedTuple):
    """Two claims that clash, or agree where there is no difference; the later one first."""

    first: Laid
    second: Laid
    difference: Difference | None
    shared: tuple[str, ...]
    strong: bool


def compare_matter(
    matter: Gathered,
    positions: Mapping[str, Position],
    days: Mapping[str, str],
) -> Iterator[Compared]:
    """The pairs of a matter that clash or agree; time grows with the number of its claims.

    `days` are the days of the documents.
    """
    order = sorted(
        matter.claims, key=lambda one: (days[one.document], one.document, one.claim.span.start)
    )
    codes = [one.point.article.language.code for one in order]
    likeness = {
        code: Likeness(
            [one.point for one in order], order[codes.index(code)].point.article.language.side
        )
        for code in dict.fromkeys(codes)
    }
    for i, j in _pairs(order, positions):
        earlier, later = order[i], order[j]
        if _is_one_saying(earlier, later):
            continue
        found = _compare(matter.topic, likeness[codes[i]], (earlier, later), (i, j), positions)
        if found is not None:
            yield found


def _pairs(order: Sequence[Laid], positions: Mapping[str, Position]) -> list[tuple[int, int]]:
    """Which claims are compared: each with the last few before it of each larger position, and
    with the last few that share a term with it.
    """
    held: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    sizes = Counter(one.key for one in positions.values() if not one.key.startswith("words:"))
    large = sorted(sizes, key=lambda key: (-sizes[key], key))[:POSITIONS]
    for j, one in enumerate(order):
        key, terms = positions[one.id].key, [f"term {term}" for term in one.point.terms]
        for other in large:
            if other != key:
                most = DENIED if other.rpartition(":")[0] == key.rpartition(":")[0] else BEFORE
                pairs.update((i, j) for i in _last(order, held[other], j, most))
        pairs.update((i, j) for term in terms for i in held[term][-NEXT:])
        for shelf in (key, *terms):
            held[shelf].append(j)
    return sorted(pairs)


def _last(order: Sequence[Laid], places: Sequence[int], j: int, most: int) -> Iterator[int]:
    """The last few of some places, and all those in the article of a claim."""
    yield from places[-most:]
    yield from takewhile(lambda i: order[i].document == order[j].document, reversed(places))


def _is_one_saying(a: Laid, b: Laid) -> bool:
    """Whether two claims are of one speaker in one article, or one reports the other."""
    if a.document != b.document:
        return False
    one, other = a.attribution, b.attribution
    return (
        one.id == other.id
        or one.chain == other.chain
        or one.id == other.within
        or other.id == one.within
    )


def _compare(
    topic: str,
    likeness: Likeness,
    pair: tuple[Laid, Laid],
    at: tuple[int, int],
    positions: Mapping[str, Position],
) -> Compared | None:
    a, b = pair
    if a.point.unreal or b.point.unreal:
        return None
    share = likeness.share(*at)
    difference, strong = _clash(topic, likeness, pair, positions, share)
    if difference is not None:
        return Compared(b, a, difference, a.point.shares(b.point), strong)
    if share >= SAME and agree(a.point, b.point) and a.point.clausal and b.point.clausal:
        return Compared(b, a, None, a.point.shares(b.point), True)
    return None


def _clash(
    topic: str,
    likeness: Likeness,
    pair: tuple[Laid, Laid],
    positions: Mapping[str, Position],
    share: float,
) -> tuple[Difference | None, bool]:
    a, b = pair
    one, other = positions[a.id], positions[b.id]
    if topic == "toll":
        difference = _count(a, b, one, other)
        return difference, difference is not None
    if topic == "blame" and one.party and other.party:
        thing = (a.point.terms & b.point.terms) - a.point.sides - b.point.sides
        return _blame(a, b, one, other), bool(thing - a.point.deeds) or share >= SURE
    for scale, (apart, _) in SCALES:
        if share >= max(apart, RELATED):
            difference = scale(likeness, a.point, b.point, False)
            if difference is not None:
                return difference, share >= SURE
    return None, False


def _count(a: Laid, b: Laid, one: Position, other: Position) -> Difference | None:
    """Two numbers that leave no room for each other; one, and that it is denied or too high."""
    if a.claim.conditional or b.claim.conditional:
        return None
    if one.inflated and other.number and not other.denied:
        return Difference(kind="trust", first=a.claim.span.text)
    if other.inflated and one.number and not one.denied:
        return Difference(kind="trust", second=b.claim.span.text)
    if one.denied != other.denied:
        x, y = one.number, other.number
        same = x is not None and y is not None and (x.low, x.high) == (y.low, y.high)
        deniers = [x.point.statement.modality.denier for x in (a, b)]
        return Difference(kind="polarity", first=deniers[0], second=deniers[1]) if same else None
    return differ_in_number(a.point, b.point, one.number, other.number)


def _blame(a: Laid, b: Laid, one: Position, other: Position) -> Difference | None:
    """Two parties, each said to have done it; or one, said to have and not to have."""
    if not {a.claim.certainty, b.claim.certainty} <= TOLD:
        return None
    if a.claim.conditional or b.claim.conditional:
        return None
    if one.party == other.party and one.denied != other.denied:
        deniers = [x.point.statement.modality.denier for x in (a, b)]
        return Difference(kind="polarity", first=deniers[0], second=deniers[1])
    if one.party != other.party and not one.denied and not other.denied:
        who = [x.point.agent or p.party for x, p in ((a, one), (b, other))]
        return Difference(kind="agent", first=who[0], second=who[1])
    return None
