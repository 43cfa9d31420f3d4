"""Which found attribution answers which gold one: one to one, the best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.evaluate.alignment import Places

FOUND = 0.5  # how much of two contents must be shared for one to have found the other

# Under these cues the one addressed may stand inside the content or outside it.
_DIRECTIVES = (
    "呼吁", "呼籲", "敦促", "要求", "促请", "促請", "催促", "提醒", "命令", "劝", "勸", "告诫",
    "告誡", "指示", "建议", "建議", "警告", "urge", "ask", "call", "order", "remind", "warn",
    "tell", "told", "demand", "advis",
)  # fmt: skip
_ADDRESSED = 15  # the longest name of one addressed, in characters


@dataclass(frozen=True)
class Item:
    """An attribution as the offsets that its spans cover in the gold text."""

    content: Places
    cue: Places
    source: Places
    optional: bool = False


def overlap(one: Places, other: Places) -> float:
    """The shared part of two sets, from 0 to 1; 0 where both are empty.

    >>> overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    return len(one & other) / len(one | other) if one | other else 0.0


def same_content(gold: Places, found: Places, cue: str) -> bool:
    """Whether two contents are the same; under a directive, the one addressed aside.

    >>> same_content(frozenset({4, 5, 6}), frozenset({1, 2, 4, 5, 6}), "敦促")
    True
    """
    if gold == found:
        return True
    if not gold or not found or not any(word in cue.lower() for word in _DIRECTIVES):
        return False
    small, large = sorted((gold, found), key=len)
    rest = large - small
    return small < large and max(rest) < min(small) and len(rest) <= _ADDRESSED


def match_items(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs of indices: the contents decide first, then the cues, then the sources."""
    near = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            shared = _share(wanted, got)
            if shared >= FOUND:
                near.append((_weigh(wanted, got, shared), i, j))
    return pair_best(near)


def _share(gold: Item, found: Item) -> float:
    """How much of the content is shared; a bare denial has none and is known by its cue."""
    if not gold.content and gold.cue & found.cue:
        return FOUND if found.content else 1.0
    return overlap(gold.content, found.content)


def _weigh(gold: Item, found: Item, shared: float) -> float:
    cue = 0.6 * bool(gold.cue & found.cue)
    source = 0.3 * overlap(gold.source, found.source)
    return shared + cue + source - 0.05 * gold.optional


def pair_best(near: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs from (weight, i, j), the heaviest first; of equals the last ones.

    >>> pair_best([(0.6, 0, 0), (0.9, 0, 1), (0.7, 1, 1)])
    [(0, 1)]
    """
    taken: set[int] = set()
    pairs: dict[int, int] = {}
    for _, i, j in sorted(near, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())
