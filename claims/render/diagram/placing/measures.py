"""How much room everything in a frame takes, in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.render.diagram.placing.grid import Grid
from claims.render.diagram.placing.routes import End
from claims.render.diagram.placing.stacks import Stack
from claims.render.diagram.signs import Size, measure_box, measure_row, measure_words, tell_line
from claims.render.diagram.style import Style

_CORNER = 5.0  # no line ends so near to the corner of a box
_EDGE = 4.0  # nor so near to the edge of a row,
_BAR_EDGE = 3.0  # or to the end of a bar
_NEAR_MIDDLE = 6.0  # how far from its middle a line touches that leads to several
_LANE = Size(0, 0)

Reach = tuple[float, float]


class Measures(NamedTuple):
    """The sizes of all things, and from where to where each row goes, from its stack's middle.

    `slack` tells how far from its middle a line may touch a thing.
    """

    sizes: Mapping[str, Size]
    rows: Mapping[str, Reach]
    slack: Mapping[str, float]

    def find_reach(self, end: End, stacks: Mapping[str, Stack]) -> Reach:
        """From where to where a line may touch a thing, as seen from the middle of it."""
        if end.thing in stacks:
            rows = stacks[end.thing].rows
            top, bottom = self.rows[rows[end.first]][0], self.rows[rows[end.last]][1]
            edge = _EDGE if end.track is None else _BAR_EDGE
            if end.several:
                edge = max(edge, (bottom - top) / 2 - _NEAR_MIDDLE)
            return top + edge, bottom - edge
        slack = self.slack.get(end.thing, 0.0)
        return -slack, slack


def measure_things(grid: Grid, stacks: Mapping[str, Stack], style: Style) -> Measures:
    """The measures of all that is in a grid, with the rows of its stacks in some order."""
    boxes = {box.id: measure_box(box, style) for box in grid.frame.boxes}
    rows = {row.id: measure_row(row, style) for row in grid.frame.rows}
    words = {
        line.id: measure_words(tell_line(line, style), style)
        for line in grid.frame.lines
        if line.id in grid.columns
    }
    sizes = dict.fromkeys(grid.columns, _LANE) | boxes | words
    reaches: dict[str, Reach] = {}
    for id, stack in stacks.items():
        found = dict(_stack_rows(stack, rows, style.gaps["blocks"]))
        high = max(bottom for _, bottom in found.values())
        wide = max(rows[row].wide for row in stack.rows)
        sizes[id] = Size(wide, high)
        for row, (top, bottom) in found.items():
            reaches[row] = top - high / 2, bottom - high / 2
    slack = {id: max(0.0, size.high / 2 - _CORNER) for id, size in boxes.items()}
    return Measures(sizes, reaches, slack)


def _stack_rows(stack: Stack, sizes: Mapping[str, Size], gap: float) -> Iterator[tuple[str, Reach]]:
    """From where to where each row goes, from the top of its stack."""
    down = 0.0
    for block in stack.blocks:
        for row in block.rows:
            yield row, (down, down + sizes[row].high)
            down += sizes[row].high
        down += gap
