"""Which dossier speaker stands for which gold speaker: one to one, by name and by deeds."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.lang.words import has_han

Names = frozenset[str]

_SHARE = 0.34  # a short name is at least this part of the long one that holds it


@dataclass(frozen=True)
class Joined:
    """Gold speakers and the dossier speakers that stand for them."""

    pairs: Mapping[str, str]

    def same(self, gold: str | None, found: str | None) -> bool:
        """Whether both name the same one, or no one; a speaker left out is no one too."""
        if gold is None:
            return found is None
        return self.pairs.get(gold) == found


def fold_names(names: Iterable[str | None]) -> Names:
    """Names reduced to letters and digits; those of one character say too little.

    >>> sorted(fold_names(["林·海 (Lin Hai)", "林"]))
    ['林海linhai']
    """
    return frozenset(name for name in map(_fold, names) if len(name) >= 2)


def _fold(name: str | None) -> str:
    folded = unicodedata.normalize("NFKC", name or "").lower()
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LN")


def agree(gold: Names, found: Names) -> bool:
    """Whether two sets hold one name, in full or shortened.

    >>> agree(fold_names(["东港海事局"]), fold_names(["海事局"]))
    True
    """
    return any(_same_name(one, other) for one in gold for other in found)


def _same_name(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    enough = 2 if has_han(short) else 4
    held = short in long and len(short) >= enough and len(short) / len(long) >= _SHARE
    return one == other or held


def join_speakers(
    deeds: Iterable[tuple[str | None, str | None]],
    gold: Mapping[str, Names],
    found: Mapping[str, Names],
) -> Joined:
    """Join speakers whose names agree, those that share most attributions first.

    `deeds` are the (gold, found) speakers of attributions that answer each other. A speaker
    made of two is right for one of them only; of one split in two, one half is right.
    """
    shared = Counter((g, f) for g, f in deeds if g is not None and f is not None)
    shared.update({(g, f): 0 for g in gold for f in found})
    nobody: Names = frozenset()

    def rank(pair: tuple[str, str]) -> tuple[int, int, str]:
        common = gold.get(pair[0], nobody) & found.get(pair[1], nobody)
        return -shared[pair], -len(common), repr(pair)

    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for g, f in sorted(shared, key=rank):
        free = g not in pairs and f not in taken
        if free and agree(gold.get(g, nobody), found.get(f, nobody)):
            pairs[g] = f
            taken.add(f)
    return Joined(pairs)
