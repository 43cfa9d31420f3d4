"""How good an order of the things in their columns is: how many lines cross, and which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from claims.render.diagram.placing.grid import Grid
from claims.render.diagram.placing.routes import End, Piece, Route, build_routes
from claims.render.diagram.placing.stacks import Stack, count_turned, find_runs
from claims.render.diagram.sheet import LineKind

_WEIGHTS: dict[LineKind, int] = {
    "disputes": 6, "conflicts": 4, "says": 3, "relays": 3, "supports": 1, "repeats": 1,
}  # fmt: skip
_SPLIT = 200  # a line of dispute that needs one more arrow
_TIGHT = 0.2  # two lines that may cross, as they end at one place
_TURNED = 0.5  # two rows that do not stand as in the text


class Order(NamedTuple):
    """The things of each column from top to bottom, and the stacks with their rows in order."""

    columns: Mapping[int, tuple[str, ...]]
    stacks: Mapping[str, Stack]


def weigh_order(order: Order, grid: Grid) -> float:
    """What speaks against an order: the less, the better."""
    rows = {row.id: place for place, row in enumerate(grid.frame.rows)}
    stacks = order.stacks.values()
    split = sum(len(find_runs(one.rows, rows)) for one in stacks for rows in grid.targets.values())
    turned = sum(count_turned(block.rows, rows) for one in stacks for block in one.blocks)
    crossed = weigh_crossings(order, build_routes(grid, order.stacks))
    return _SPLIT * split + _TURNED * turned + crossed


def weigh_crossings(order: Order, routes: Iterable[Route]) -> float:
    """The crossings in all gutters, those of disputes weighing most."""
    places = {
        thing: place for column in order.columns.values() for place, thing in enumerate(column)
    }
    columns = {thing: number for number, column in order.columns.items() for thing in column}
    gutters: dict[int, list[Piece]] = {}
    for piece in dict.fromkeys(piece for route in routes for piece in route.pieces):
        gutters.setdefault(columns[piece.left.thing], []).append(piece)
    return sum(
        _WEIGHTS[one.kind] * _WEIGHTS[other.kind]
        for pieces in gutters.values()
        for one, other in combinations(pieces, 2)
        if _cross(one, other, places)
    )


def _cross(one: Piece, other: Piece, places: Mapping[str, int]) -> float:
    """1 where two cross, less where they can only just keep out of each other's way."""
    left = _compare(one.left, other.left, places)
    right = _compare(one.right, other.right, places)
    if left and right:
        return float(left * right < 0)
    tight = _is_tight(one.left, other.left, right) or _is_tight(one.right, other.right, left)
    return _TIGHT * tight


def _is_tight(one: End, other: End, way: int) -> bool:
    """Whether one of two that overlap has no row to itself on the side to which it goes."""
    if not way or (one.first, one.last) == (other.first, other.last):
        return False
    upper, lower = (one, other) if way < 0 else (other, one)
    return upper.first >= lower.first and upper.last >= lower.last


def _compare(one: End, other: End, places: Mapping[str, int]) -> int:
    """Below 0 where the one stands above, 0 where the two may stand either way."""
    if one.thing != other.thing:
        return places[one.thing] - places[other.thing]
    if one.last < other.first:
        return -1
    return 1 if other.last < one.first else 0
