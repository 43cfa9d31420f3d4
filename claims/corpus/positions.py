"""What the claims of a matter hold: those that give one number, name one party, say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from claims.corpus.groups import Groups
from claims.corpus.laying import Laid
from claims.corpus.matters import Gathered
from claims.corpus.pairing import pair_by_shared

SAME = 0.6  # the part of the words of two claims that say the same
NEXT = 20
ENOUGH = 8  # characters of a claim that tells what its position is


class Position(NamedTuple):
    """What a claim holds on its matter: a key that those have which hold the same, and its words.

    The words are those of the claim that has most in common with the others which hold it.
    """

    key: str
    words: str


def take_positions(matter: Gathered) -> dict[str, Position]:
    """The position of each claim of a matter, by id.

    What the claim itself answers; else claims that say much the same in words of their own take
    one position.
    """
    groups = _group([one for one in matter.claims if not one.answer.key])
    held: dict[str, list[Laid]] = defaultdict(list)
    for one in matter.claims:
        held[one.answer.key or f"words:{groups.find(one.id)}"].append(one)
    return {
        one.id: position
        for key, claims in held.items()
        for position in [Position(key, " ".join(_choose_typical(claims).text.split()))]
        for one in claims
    }


def _choose_typical(claims: Sequence[Laid]) -> Laid:
    """The claim whose terms most others have too; of those that somebody asserts, if there are any.

    Of several the one that tells enough in the fewest words.
    """
    times = Counter(term for one in claims for term in one.point.terms)

    def rank(one: Laid) -> tuple[bool, float, bool, int]:
        shared = sum(times[term] for term in one.point.terms) / max(1, len(one.point.terms))
        said = one.held == "asserted" and not one.narrated
        return not said, -shared, len(one.text) < ENOUGH, len(one.text)

    return min(claims, key=rank)


def _group(loose: Sequence[Laid]) -> Groups:
    """Claims that say much the same, each compared with the next few that share a term."""
    groups = Groups(one.id for one in loose)
    for x, y in sorted(pair_by_shared([one.point.terms for one in loose], NEXT)):
        a, b = loose[x].point, loose[y].point
        shared = len(a.terms & b.terms)
        same = a.negative == b.negative and shared >= 2
        if same and shared / max(len(a.terms), len(b.terms)) >= SAME:
            groups.join(a.id, b.id)
    return groups
