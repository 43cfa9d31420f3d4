"""What the claims of a matter hold: those that give one number, name one party, say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.corpus.groups import Groups
from claims.corpus.laying import Laid
from claims.corpus.matters import Gathered
from claims.corpus.pairing import pair_by_shared

SAME = 0.6  # the part of the words of two claims that say the same
NEXT = 20


class Position(NamedTuple):
    """What a claim holds on its matter: a key that those have which hold the same, and its words.

    The words are those of the first claim that holds it.
    """

    key: str
    words: str


def take_positions(matter: Gathered) -> dict[str, Position]:
    """The position of each claim of a matter, by id.

    What the claim itself answers; else claims that say much the same in words of their own take
    one position.
    """
    groups = _group([one for one in matter.claims if not one.answer.key])
    first: dict[str, str] = {}
    taken: dict[str, Position] = {}
    for one in matter.claims:
        key = one.answer.key or f"words:{groups.find(one.id)}"
        taken[one.id] = Position(key, first.setdefault(key, _shorten(one.text)))
    return taken


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


def _shorten(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
