"""Claims of two articles that may not both hold, or that say the same.

Claims of one matter are compared with those nearest to them: of their own article first, then of
those published next. Where a claim answers how many, the numbers are set against each other; where
it answers who, the parties; otherwise the scales of one article are asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from claims.corpus.answering import Answer
from claims.corpus.laying import Laid
from claims.corpus.matters import Gathered
from claims.corpus.positions import Position
from claims.model import Difference
from claims.model.world import RelationKind
from claims.relate.agreement import agree
from claims.relate.likeness import Likeness
from claims.relate.points import Counted, Point
from claims.relate.scales import SCALES, differ_in_number

NEXT, BEFORE, DENIED = 4, 4, 40  # claims before one that it is compared with: for a term, of a
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

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.first.id, self.second.id

    @property
    def id(self) -> str:
        """An id of its own."""
        return "~".join(self.ids)

    @property
    def kind(self) -> RelationKind:
        """How the two stand to each other, if two speakers say them."""
        return "supports" if self.difference is None else "contradicts"

    @property
    def reason(self) -> str:
        """Why they are taken to clash or to agree."""
        if self.difference is None:
            return f"both say the same of {', '.join(self.shared)}"
        differs = self.difference
        told = " / ".join(filter(None, (differs.second, differs.first)))  # as they were said
        return f"may conflict in {differs.kind}" + (f" ({told})" if told else "")


class Denied(NamedTuple):
    """A claim that is denied in so many words, and who makes it in another article."""

    denier: Laid
    other: Laid
    shared: tuple[str, ...]

    @property
    def id(self) -> str:
        """An id of its own."""
        return f"{self.denier.id}~{self.other.id}.d"

    @property
    def reason(self) -> str:
        """Why the one is taken to dispute the other."""
        return f"denied ({self.denier.cue}): {', '.join(self.shared)}, as another article tells it"


def find_denied(pairs: Iterable[Compared], days: Mapping[str, str]) -> Iterator[Denied]:
    """The strong pairs of two articles in which somebody denies, in so many words, what another
    claims in one that is no later. `days` are the days of the documents.
    """
    for one in pairs:
        polar = one.strong and one.difference is not None and one.difference.kind == "polarity"
        if not polar or one.first.document == one.second.document:
            continue
        for denier, other in ((one.first, one.second), (one.second, one.first)):
            claimed = other.held == "asserted" and not other.point.negated
            spoken = denier.point.speaker and other.point.speaker
            after = days[denier.document] >= days[other.document]
            if denier.held == "denied" and claimed and spoken and after:
                yield Denied(denier, other, one.shared)


def compare_matter(
    matter: Gathered,
    positions: Mapping[str, Position],
    days: Mapping[str, str],
) -> Iterator[Compared]:
    """The pairs of a matter that clash or agree; time grows with the number of its claims.

    `days` are the days of the documents.
    """
    order = sorted(matter.claims, key=lambda one: (days[one.document], one.document, one.start))
    likeness = Likeness([one.point for one in order])
    for i, j in _pairs(order, positions):
        earlier, later = order[i], order[j]
        if _is_one_saying(earlier, later):
            continue
        found = _compare(likeness, (earlier, later), (i, j))
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
    one, other = a.point, b.point
    return (
        one.attribution == other.attribution
        or one.chain == other.chain
        or one.attribution == b.within
        or other.attribution == a.within
    )


def _compare(likeness: Likeness, pair: tuple[Laid, Laid], at: tuple[int, int]) -> Compared | None:
    a, b = pair[0].point, pair[1].point
    if a.unreal or b.unreal:
        return None
    share = likeness.share(*at)
    difference, strong = _clash(likeness, pair, share)
    if difference is not None:
        return Compared(pair[1], pair[0], _turn(difference), a.shares(b), strong)
    if share >= SAME and agree(a, b) and a.clausal and b.clausal:
        return Compared(pair[1], pair[0], None, a.shares(b), True)
    return None


def _turn(one: Difference) -> Difference:
    """A difference of the earlier and the later claim as one of the later and the earlier."""
    return Difference.model_construct(kind=one.kind, first=one.second, second=one.first)


def _clash(
    likeness: Likeness, pair: tuple[Laid, Laid], share: float
) -> tuple[Difference | None, bool]:
    a, b = pair[0].point, pair[1].point
    one, other = pair[0].answer, pair[1].answer
    if one.topic == "toll":
        difference = _count(a, b, one, other)
        return difference, difference is not None
    if one.topic == "blame" and one.party and other.party:
        thing = (a.terms & b.terms) - a.sides - b.sides
        return _blame(a, b, one, other), bool(thing - a.blamed) or share >= SURE
    for scale, (apart, _) in SCALES:
        if share >= max(apart, RELATED):
            difference = scale(likeness, a, b, False)
            if difference is not None:
                return difference, share >= SURE
    return None, False


def _count(a: Point, b: Point, one: Answer, other: Answer) -> Difference | None:
    """Two numbers that leave no room for each other; one, and that it is denied or too high."""
    if a.conditional or b.conditional:
        return None
    if one.inflated and other.number and not other.denied:
        return Difference(kind="trust", first=a.text)
    if other.inflated and one.number and not one.denied:
        return Difference(kind="trust", second=b.text)
    if one.denied != other.denied:
        same = one.number and other.number and _is_one_number(one.number, other.number)
        return Difference(kind="polarity", first=a.denier, second=b.denier) if same else None
    return differ_in_number(a, b, one.number, other.number)


def _is_one_number(x: Counted, y: Counted) -> bool:
    return (x.quantity.low, x.quantity.high) == (y.quantity.low, y.quantity.high)


def _blame(a: Point, b: Point, one: Answer, other: Answer) -> Difference | None:
    """Two parties, each said to have done it; or one, said to have and not to have."""
    if not {a.certainty, b.certainty} <= TOLD or a.conditional or b.conditional:
        return None
    if one.party == other.party and one.denied != other.denied:
        return Difference(kind="polarity", first=a.denier, second=b.denier)
    if one.party != other.party and not one.denied and not other.denied:
        return Difference(kind="agent", first=a.agent or one.party, second=b.agent or other.party)
    return None
