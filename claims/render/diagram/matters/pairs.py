"""What stands between the positions of a matter, two by two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.query.across import Across, Contest, Stand


class Pair(NamedTuple):
    """Two positions by their places, the first one first, and what stands between them."""

    first: int
    second: int
    disputes: tuple[Across, ...] = ()
    clashes: tuple[Across, ...] = ()

    @property
    def strong(self) -> bool:
        """Whether two claims of them plainly may not both hold."""
        return any(one.strength == "strong" for one in self.clashes)

    @property
    def weight(self) -> int:
        """How much speaks for standing on two sides."""
        return 9 * bool(self.disputes) + (4 if self.strong else 1) * bool(self.clashes)


class Faced(NamedTuple):
    """All pairs of a matter, and the disputes by those who take none of its positions."""

    pairs: tuple[Pair, ...]
    loose: tuple[Across, ...]


def find_places(stands: Sequence[Stand]) -> dict[str, int]:
    """For each claim the place of its position."""
    return {claim.id: place for place, stand in enumerate(stands) for claim in stand.claims}


def find_target(one: Across, places: Mapping[str, int]) -> int | None:
    """The position that is disputed."""
    return places.get(one.earlier.id) if one.earlier else None


def face_stands(contest: Contest, only: frozenset[str] | None = None) -> Faced:
    """The pairs, the weightiest first; of `only` some relations, where so many are asked for.

    A claim that may conflict with another of its own position is in no pair.
    """
    places = find_places(contest.matter.stands)
    found: dict[tuple[int, int], tuple[list[Across], list[Across]]] = {}
    loose: list[Across] = []
    for one in (*contest.disputes, *contest.clashes):
        if only is not None and one.id not in only:
            continue
        own = places.get(one.later.id) if one.later else None
        other = find_target(one, places)
        if own is not None and other is not None and own != other:
            both = min(own, other), max(own, other)
            found.setdefault(both, ([], []))[one.kind == "contradicts"].append(one)
        elif one.kind == "disputes" and other is not None:
            loose.append(one)
    pairs = [
        Pair(*both, tuple(disputes), tuple(_sort(clashes)))
        for both, (disputes, clashes) in found.items()
    ]
    held = [len(stand.origins) for stand in contest.matter.stands]
    return Faced(tuple(sorted(pairs, key=lambda one: _rank(one, held))), tuple(loose))


def _sort(clashes: Sequence[Across]) -> list[Across]:
    return sorted(clashes, key=lambda one: (one.strength != "strong", one.id))


def _rank(one: Pair, held: Sequence[int]) -> tuple[int, ...]:
    """First what is told in so many words, then what stands between those that most hold."""
    both = held[one.first], held[one.second]
    weight = 9 * bool(one.disputes) + one.strong
    return -weight, -min(both), -sum(both), one.first, one.second
