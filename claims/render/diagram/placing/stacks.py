"""What is said in a frame as blocks, one speaker each, stacked where one line is against several.

The order in a stack is such that what one line is against stands together, so that one bar beside
it and one arrow serve for all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import Any, NamedTuple

from claims.render.diagram.sheet import Frame, Row, Side

Group = tuple[str, ...]
Draft = tuple[tuple[str, tuple[Group, ...]], ...]
Rows = frozenset[str]
Run = tuple[int, int]


class Block(NamedTuple):
    """What one box says: rows, one below the other."""

    box: str
    rows: tuple[str, ...]


class Stack(NamedTuple):
    """Blocks that stay together, one below the other."""

    id: str
    side: Side
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> tuple[str, ...]:
        """All rows, from top to bottom."""
        return tuple(chain.from_iterable(block.rows for block in self.blocks))

    def find_block(self, box: str) -> tuple[int, int]:
        """The first and the last row of what a box says."""
        [block] = [one for one in self.blocks if one.box == box]
        first = self.rows.index(block.rows[0])
        return first, first + len(block.rows) - 1


def find_targets(frame: Frame) -> dict[str, Rows]:
    """For each line of dispute the rows that it is against."""
    rows = {row.id for row in frame.rows}
    return {
        line.id: frozenset(rows.intersection(line.heads))
        for line in frame.lines
        if line.kind == "disputes"
    }


def gather_stacks(frame: Frame) -> list[Stack]:
    """The stacks of both sides, in the order of the text."""
    blocks: dict[str, list[Row]] = {}
    for row in frame.rows:
        blocks.setdefault(row.box, []).append(row)
    targets = list(dict.fromkeys(find_targets(frame).values()))
    stacks = []
    for number, boxes in enumerate(_join_boxes(blocks, targets), 1):
        parts = [Block(box, tuple(row.id for row in blocks[box])) for box in boxes]
        side = blocks[boxes[0]][0].side
        stacks.append(Stack(f"{frame.id}-words{number}", side, _arrange(parts, targets)))
    return stacks


def _join_boxes(blocks: Mapping[str, list[Row]], targets: Sequence[Rows]) -> list[list[str]]:
    """Boxes of one side against which one line goes are together."""
    joined: dict[str, list[str]] = {box: [box] for box in blocks}
    for target in targets:
        for side in ("left", "right"):
            hit = [
                box
                for box, rows in blocks.items()
                if rows[0].side == side and target.intersection(row.id for row in rows)
            ]
            together = list(dict.fromkeys(chain.from_iterable(joined[box] for box in hit)))
            joined.update(dict.fromkeys(together, together))
    order = {box: place for place, box in enumerate(blocks)}
    found = {id(one): sorted(one, key=order.__getitem__) for one in joined.values()}
    return list(found.values())


def _arrange(blocks: Sequence[Block], targets: Sequence[Rows]) -> tuple[Block, ...]:
    """The order in which each target is in the fewest pieces; else that of the text."""
    text = {row: place for place, row in enumerate(chain.from_iterable(b.rows for b in blocks))}

    def weigh(draft: Draft) -> tuple[int, int]:
        rows = list(chain.from_iterable(chain.from_iterable(groups for _, groups in draft)))
        return sum(len(find_runs(rows, one)) for one in targets), count_turned(rows, text)

    best: Draft = tuple((block.box, _group(block.rows, targets)) for block in blocks)
    while True:
        found = min(_swap(best), key=weigh, default=best)
        if weigh(found) >= weigh(best):
            return tuple(Block(box, tuple(chain.from_iterable(groups))) for box, groups in best)
        best = found


def _group(rows: Sequence[str], targets: Sequence[Rows]) -> tuple[Group, ...]:
    """Rows that belong to the same targets are one group."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    for row in rows:
        groups.setdefault(tuple(row in one for one in targets), []).append(row)
    return tuple(map(tuple, groups.values()))


def _swap(draft: Draft) -> Iterator[Draft]:
    """All drafts in which two blocks have changed places, or two groups of one block."""
    yield from _exchange(draft)
    for place, (box, groups) in enumerate(draft):
        for other in _exchange(groups):
            yield (*draft[:place], (box, other), *draft[place + 1 :])


def _exchange(several: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for one, other in combinations(range(len(several)), 2):
        turned = list(several)
        turned[one], turned[other] = turned[other], turned[one]
        yield tuple(turned)


def find_runs(rows: Sequence[str], wanted: Collection[str]) -> list[Run]:
    """The first and last places of those that are wanted, as far as they stand together.

    >>> find_runs("abcde", "abd")
    [(0, 1), (3, 3)]
    """
    return join_places(place for place, row in enumerate(rows) if row in wanted)


def join_places(places: Iterable[int]) -> list[Run]:
    """Places, from the first to the last of those that stand together.

    >>> join_places([0, 1, 3])
    [(0, 1), (3, 3)]
    """
    runs: list[Run] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def count_turned(several: Sequence[str], places: Mapping[str, int]) -> int:
    """How many pairs do not stand in the order of their places.

    >>> count_turned("bac", {"a": 0, "b": 1, "c": 2})
    1
    """
    return sum(places[one] > places[other] for one, other in combinations(several, 2))
