"""What stands in which column of a frame, and which columns a line must cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.render.diagram.placing.stacks import Rows, Stack, find_targets, gather_stacks
from claims.render.diagram.sheet import Box, Frame, Line, SheetKind

OUTWARD = ("says", "relays")  # lines on one side of the middle


class Grid(NamedTuple):
    """A frame by columns: `columns` tells in which each thing stands.

    A thing is a box, a stack, the words on a line (under the id of the line), or a lane in which
    a line crosses a column in which it has nothing.
    """

    frame: Frame
    columns: Mapping[str, int]
    stacks: Mapping[str, Stack]
    targets: Mapping[str, Rows]

    @property
    def numbers(self) -> list[int]:
        """The columns in use, from the left."""
        return sorted(set(self.columns.values()))

    def find_between(self, start: int, goal: int) -> list[int]:
        """The columns between two others, from the first on."""
        found = [one for one in self.numbers if min(start, goal) < one < max(start, goal)]
        return found if start < goal else found[::-1]


def build_grid(frame: Frame, kind: SheetKind) -> Grid:
    """The grid of a frame."""
    stacks = {one.id: one for one in gather_stacks(frame)}
    columns = dict(_number_things(frame, kind, stacks))
    grid = Grid(frame, columns, stacks, find_targets(frame))
    return grid._replace(columns=columns | dict(_number_lanes(grid)))


def has_words(line: Line, kind: SheetKind) -> bool:
    """Whether words stand on a line; those of who says it are told in chains only."""
    return bool(line.words) and (kind == "chain" or line.kind not in OUTWARD)


def name_lane(line: Line, column: int) -> str:
    """The name of the lane in which a line crosses a column."""
    return f"{line.id}|{column}"


def number_box(box: Box, kind: SheetKind) -> int:
    """The column of a box: the farther from the words, the farther out.

    In a chain there is a column for the words of report after that of each box.
    """
    if kind == "chain":
        return -2 * box.level
    return -1 - box.level if box.side == "left" else 1 + box.level


def _number_things(
    frame: Frame, kind: SheetKind, stacks: Mapping[str, Stack]
) -> Iterator[tuple[str, int]]:
    boxes = {box.id: number_box(box, kind) for box in frame.boxes}
    yield from boxes.items()
    for id, stack in stacks.items():
        yield id, 0 if kind == "chain" else -1 if stack.side == "left" else 1
    for line in frame.lines:
        if has_words(line, kind):
            yield line.id, boxes[line.tails[0]] + 1 if kind == "chain" else 0


def _number_lanes(grid: Grid) -> Iterator[tuple[str, int]]:
    """Lanes of the lines whose ends are not in columns side by side."""
    rows = {row: id for id, stack in grid.stacks.items() for row in stack.rows}
    for line in grid.frame.lines:
        hub = grid.columns.get(line.id)
        for end in (*line.tails, *line.heads):
            start = grid.columns[line.tails[0]] if hub is None else hub
            for column in grid.find_between(start, grid.columns[rows.get(end, end)]):
                yield name_lane(line, column), column
