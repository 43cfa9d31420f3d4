"""How much two claims have in common, by terms that few others of their article hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from claims.relate.points import Point

MOST = 16  # claims that may hold a term by which any two of them are brought together
NEXT = 4  # claims behind each that a term held by more brings it together with
MANY = 30  # claims that an article is taken to have at least, so that few do not weigh nothing
LEAST = 3.0  # what a claim of few terms counts for at least, so that one shared word is not all


class Likeness:
    """How much the claims of an article have in common, by terms that few of them share."""

    def __init__(self, points: Sequence[Point], sides: Callable[[str], str] | None = None) -> None:
        self._points = points
        self._side = sides or (lambda _: "")
        held = Counter(term for point in points for term in point.terms.union(point.scope))
        number = max(MANY, len(points))
        self._weights = {t: math.log(1 + number / n) for t, n in held.items()}
        self._sizes = [max(LEAST, self.weigh(point.terms)) for point in points]
        people = Counter(point.person.name for point in points if point.person)
        self._people = {name: math.log(1 + number / n) for name, n in people.items()}

    def weigh(self, terms: Iterable[str]) -> float:
        """What some terms tell together."""
        return math.fsum(self._weights[term] for term in terms)

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], float]:
        """The pairs of claims that share a term which is no party, or the person that they are on.

        Each with how much they share, 0 to 1. A term that more than `MOST` claims hold brings each
        together with the next few only, so the number of pairs grows with the number of claims and
        not with its square.
        """
        postings: dict[str, list[int]] = {}
        for i, point in enumerate(self._points):
            who = {point.person.name} if point.person else set[str]()
            for term in point.terms | who:
                postings.setdefault(term, []).append(i)
        near = {
            (i, j)
            for term, places in postings.items()
            if not self._side(term)
            for x, i in enumerate(places)
            for j in places[x + 1 : None if len(places) <= MOST else x + 1 + NEXT]
        }
        return {pair: self.share(*pair) for pair in sorted(near)}

    def share(self, i: int, j: int) -> float:
        """What two claims share, as the cosine of their terms."""
        shared = self._points[i].terms & self._points[j].terms
        return self.weigh(shared) / math.sqrt(self._sizes[i] * self._sizes[j])

    def share_with_person(self, i: int, j: int) -> float:
        """The same, where the person that both are about counts as a term that both hold."""
        a, b = self._points[i], self._points[j]
        who = a.person.name if a.person and a.is_of_one(b) else ""
        if not who or (who in a.terms and who in b.terms):
            plain = self.pairs.get((i, j))
            return self.share(i, j) if plain is None else plain
        shared = a.terms & b.terms
        weight = self._people[who]
        one, other = (self._sizes[x] + weight * (who not in y.terms) for x, y in ((i, a), (j, b)))
        return (self.weigh(shared) + weight) / math.sqrt(one * other)

    def covers(self, point: Point, scope: Sequence[str]) -> float:
        """The part of a scope that a claim holds."""
        return self.weigh(set(scope).intersection(point.forms)) / max(1e-9, self.weigh(scope))
