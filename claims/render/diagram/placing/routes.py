"""The ways of the lines through a grid: from column to column, by lanes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.render.diagram.placing.bars import Mark, find_marks
from claims.render.diagram.placing.grid import Grid, name_lane
from claims.render.diagram.placing.stacks import Run, Stack, find_runs
from claims.render.diagram.sheet import Line, LineKind


class End(NamedTuple):
    """Where a line touches a thing; of a stack, at which rows, or at which of its bars.

    `several` tells that the line leads to others too: then it touches each in the middle.
    """

    thing: str
    first: int = 0
    last: int = 0
    track: int | None = None
    several: bool = False


class Piece(NamedTuple):
    """The part of a line, told by its id, between two columns that stand side by side."""

    line: str
    kind: LineKind
    left: End
    right: End


class Route(NamedTuple):
    """The way of a line from a box, or from its words, to one of its ends.

    `start` and `goal` are ids of boxes, rows or lines. Of `pieces` the first is at the start.
    """

    line: Line
    start: str
    goal: str
    pieces: tuple[Piece, ...]
    pointed: bool
    onwards: bool  # to the right


class Goal(NamedTuple):
    """One end of a line: a box or a row, and where it is touched."""

    id: str
    end: End


def build_routes(grid: Grid, stacks: Mapping[str, Stack]) -> list[Route]:
    """The routes of all lines, with the rows of the stacks in the order that is given."""
    book = _Book(
        grid,
        stacks,
        {row: id for id, stack in stacks.items() for row in stack.rows},
        {id: find_marks(one.rows, grid.targets.values()) for id, one in stacks.items()},
    )
    return [route for line in grid.frame.lines for route in _route(line, book)]


class _Book(NamedTuple):
    """What is looked up to find where lines end."""

    grid: Grid
    stacks: Mapping[str, Stack]
    owners: Mapping[str, str]  # the stack of each row
    marks: Mapping[str, Mapping[Run, Mark]]


def _route(line: Line, book: _Book) -> Iterator[Route]:
    tails = list(_find_goals(line.tails, line, book))
    heads = list(_find_goals(line.heads, line, book))
    if line.id in book.grid.columns:
        hub = Goal(line.id, End(line.id))
        pointed = line.kind not in ("conflicts", "supports", "repeats")
        yield from (_lead(line, hub, one, book.grid, pointed=False) for one in tails)
        yield from (_lead(line, hub, one, book.grid, pointed=pointed) for one in heads)
        return
    for tail in tails:
        yield from (_lead(line, tail, one, book.grid, pointed=True) for one in heads)


def _find_goals(ids: Sequence[str], line: Line, book: _Book) -> Iterator[Goal]:
    """Where a line ends: at boxes, at rows, or at marks beside rows."""
    wanted = dict.fromkeys(ids)
    yield from (Goal(id, End(id)) for id in wanted if id in book.grid.columns)
    owners = dict.fromkeys(book.owners[id] for id in wanted if id in book.owners)
    for stack in (book.stacks[id] for id in owners):
        find = _FINDERS.get(line.kind, _find_rows)
        yield from find(stack, wanted, book)


def _find_blocks(stack: Stack, wanted: Collection[str], book: _Book) -> Iterator[Goal]:
    """The whole of what a speaker says."""
    for block in stack.blocks:
        if any(row in wanted for row in block.rows):
            yield Goal(block.rows[0], End(stack.id, *stack.find_block(block.box)))


def _find_marked(stack: Stack, wanted: Collection[str], book: _Book) -> Iterator[Goal]:
    """What a line of dispute is against, as far as it stands together."""
    for run in find_runs(stack.rows, wanted):
        mark = book.marks[stack.id][run]
        yield Goal(stack.rows[mark.landing[0]], End(stack.id, *mark.landing, mark.track))


def _find_rows(stack: Stack, wanted: Collection[str], book: _Book) -> Iterator[Goal]:
    """Each row by itself."""
    for place, row in enumerate(stack.rows):
        if row in wanted:
            yield Goal(row, End(stack.id, place, place, several=len(wanted) > 1))


_FINDERS: dict[LineKind, Callable[[Stack, Collection[str], _Book], Iterator[Goal]]] = {
    "says": _find_blocks,
    "disputes": _find_marked,
}


def _lead(line: Line, start: Goal, goal: Goal, grid: Grid, *, pointed: bool) -> Route:
    """From one thing to another, through a lane of each column between them."""
    first, last = grid.columns[start.end.thing], grid.columns[goal.end.thing]
    lanes = [End(name_lane(line, one)) for one in grid.find_between(first, last)]
    ends = [start.end, *lanes, goal.end]
    onwards = first < last
    pairs = pairwise(ends) if onwards else ((other, one) for one, other in pairwise(ends))
    pieces = tuple(Piece(line.id, line.kind, *pair) for pair in pairs)
    return Route(line, start.id, goal.id, pieces, pointed, onwards)
