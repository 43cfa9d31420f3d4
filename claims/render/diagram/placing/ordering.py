"""In which order things stand in their columns, so that few lines cross.

What is said stays in the order of the text where that costs no crossing. Who disputes follows
what is disputed; of several who dispute the same, those who dispute most stand in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby
from statistics import fmean

from claims.render.diagram.placing.crossings import Order, weigh_order
from claims.render.diagram.placing.grid import Grid
from claims.render.diagram.placing.routes import End, build_routes
from claims.render.diagram.placing.stacks import Block, Rows, Stack
from claims.render.diagram.sheet import Line

_SWEEPS = 4
_PATIENCE = 120  # pieces of lines beyond which no better order is sought by trying
_LANE, _WORDS, _BOX, _ROW = 1.0, 3.0, 3.0, 2.0  # how high things are, about


def order_things(grid: Grid) -> Order:
    """The best order that was found; the same grid always gives the same."""
    start = _begin(grid)
    best = _sweep_often(start, grid)
    pieces = sum(len(route.pieces) for route in build_routes(grid, best.stacks))
    if pieces > _PATIENCE:
        return best
    others = (_sweep_often(one, grid) for one in _swap_blocks(start))
    best = min([best, *others], key=lambda one: weigh_order(one, grid))
    return _better(best, grid)


def _sweep_often(order: Order, grid: Grid) -> Order:
    """The best of what is found by sorting the columns again and again."""
    found = [order]
    for number in range(_SWEEPS):
        found.append(_sweep(found[-1], grid, back=bool(number % 2)))
    return min(found, key=lambda one: weigh_order(one, grid))


def _begin(grid: Grid) -> Order:
    """As things stand in the text, with those who dispute most in the middle."""
    lines = {line.id: place for place, line in enumerate(_rank_lines(grid))}
    rows = {row.id: place for place, row in enumerate(grid.frame.rows)}
    tops = {id: min(map(rows.__getitem__, one.rows)) for id, one in grid.stacks.items()}
    boxes = {box.id: place for place, box in enumerate(grid.frame.boxes)}
    places = {**lines, **tops, **boxes}
    columns = {
        number: tuple(
            sorted(
                (thing for thing, column in grid.columns.items() if column == number),
                key=lambda thing: (places.get(thing.split("|")[0], 0), thing),
            )
        )
        for number in grid.numbers
    }
    return Order(columns, grid.stacks)


def _rank_lines(grid: Grid) -> list[Line]:
    """The lines; of the disputes against the same, the strongest are put into the middle."""
    groups: dict[tuple[str, ...], list[Line]] = {}
    for line in grid.frame.lines:
        groups.setdefault(tuple(sorted(line.heads)), []).append(line)
    return [line for several in groups.values() for line in _put_strong_inside(several)]


def _put_strong_inside(lines: Sequence[Line]) -> Sequence[Line]:
    if len({len(line.ids) for line in lines}) == 1:
        return lines
    ranked = sorted(lines, key=lambda line: -len(line.ids))
    return [*ranked[1::2][::-1], *ranked[::2]]


def _sweep(order: Order, grid: Grid, *, back: bool) -> Order:
    """Each column sorted by where the lines to the column before it lead."""
    columns = dict(order.columns)
    numbers = sorted(columns, reverse=back)
    pieces = [piece for route in build_routes(grid, order.stacks) for piece in route.pieces]
    for number in numbers[1:]:
        heights = _find_heights(columns, order.stacks)
        wishes: dict[str, list[float]] = {}
        for piece in pieces:
            own, other = (piece.left, piece.right) if back else (piece.right, piece.left)
            if grid.columns[own.thing] == number:
                wishes.setdefault(own.thing, []).append(_find_height(other, heights))
        columns[number] = _sort(columns[number], wishes)
    return Order(columns, order.stacks)


def _sort(things: Sequence[str], wishes: Mapping[str, list[float]]) -> tuple[str, ...]:
    """By where each is drawn to; what nothing draws keeps to the one before it."""
    keys: dict[str, float] = {}
    last = float("-inf")
    for thing in things:
        last = keys[thing] = fmean(wishes[thing]) if thing in wishes else last
    return tuple(sorted(things, key=keys.__getitem__))


def _find_heights(
    columns: Mapping[int, Sequence[str]], stacks: Mapping[str, Stack]
) -> dict[str, list[float]]:
    """About how far down each thing stands, with a figure for each of its rows."""
    heights: dict[str, list[float]] = {}
    for things in columns.values():
        down = -sum(_measure(thing, stacks) for thing in things) / 2
        for thing in things:
            high = _measure(thing, stacks)
            count = len(stacks[thing].rows) if thing in stacks else 1
            heights[thing] = [down + high * (place + 0.5) / count for place in range(count)]
            down += high
    return heights


def _measure(thing: str, stacks: Mapping[str, Stack]) -> float:
    if thing in stacks:
        return _ROW * len(stacks[thing].rows)
    return _LANE if "|" in thing else _BOX


def _find_height(end: End, heights: Mapping[str, list[float]]) -> float:
    return fmean(heights[end.thing][end.first : end.last + 1])


def _better(order: Order, grid: Grid) -> Order:
    """An order to which no small change is better."""
    least = weigh_order(order, grid)
    found: Order | None = order
    while found:
        order = found
        found = None
        for one in _change(order, grid):
            weight = weigh_order(one, grid)
            if weight < least:
                least, found = weight, one
                break
    return order


def _change(order: Order, grid: Grid) -> Iterator[Order]:
    """All orders that differ a little: in a stack turned over, in two things, or in two rows."""
    for stack in order.stacks.values():
        yield _restack(order, stack._replace(blocks=_turn(stack, grid.targets.values())))
    for number, things in order.columns.items():
        for other in _swap_beside(things):
            yield order._replace(columns={**order.columns, number: other})
    for stack in order.stacks.values():
        for blocks in _swap_rows(stack.blocks):
            yield _restack(order, stack._replace(blocks=blocks))


def _swap_blocks(order: Order) -> Iterator[Order]:
    """All orders in which two blocks of a stack have changed places."""
    for stack in order.stacks.values():
        for one, other in combinations(range(len(stack.blocks)), 2):
            blocks = list(stack.blocks)
            blocks[one], blocks[other] = blocks[other], blocks[one]
            yield _restack(order, stack._replace(blocks=tuple(blocks)))


def _restack(order: Order, stack: Stack) -> Order:
    return order._replace(stacks={**order.stacks, stack.id: stack})


def _turn(stack: Stack, targets: Iterable[Rows]) -> tuple[Block, ...]:
    """The last first; but rows that the same lines are against stay as they are."""
    targets = list(targets)

    def turn(rows: Sequence[str]) -> tuple[str, ...]:
        groups = [tuple(one) for _, one in groupby(rows, lambda row: [row in t for t in targets])]
        return tuple(chain.from_iterable(groups[::-1]))

    return tuple(Block(one.box, turn(one.rows)) for one in stack.blocks[::-1])


def _swap_rows(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    for place, block in enumerate(blocks):
        for rows in _swap_beside(block.rows):
            yield (*blocks[:place], Block(block.box, rows), *blocks[place + 1 :])


def _swap_beside(things: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for place in range(len(things) - 1):
        one, other = things[place : place + 2]
        yield (*things[:place], other, one, *things[place + 2 :])
