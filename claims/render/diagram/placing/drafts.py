"""A frame as far as it is settled before the columns of the sheet have their places."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from claims.render.diagram.placing.channels import Net, assign_tracks
from claims.render.diagram.placing.crossings import Order
from claims.render.diagram.placing.ends import Touch, find_touches
from claims.render.diagram.placing.grid import Grid
from claims.render.diagram.placing.measures import Measures, measure_things
from claims.render.diagram.placing.merging import find_goal, name_nets
from claims.render.diagram.placing.routes import End, Piece, Route, build_routes
from claims.render.diagram.placing.settling import settle_things
from claims.render.diagram.style import Style

Gutter = tuple[int, int]


class Room(NamedTuple):
    """What a gutter needs: on its left, for the tracks, and on its right."""

    left: float
    tracks: float
    right: float

    @property
    def wide(self) -> float:
        """All of it."""
        return self.left + self.tracks + self.right


class Draft(NamedTuple):
    """How far down everything in a frame is, and what room it takes across."""

    grid: Grid
    order: Order
    routes: tuple[Route, ...]
    measures: Measures
    heights: Mapping[str, float]
    nets: Mapping[Piece, str]
    touches: Mapping[Piece, Touch]
    tracks: Mapping[Gutter, Mapping[str, int]]
    rooms: Mapping[Gutter, Room]

    @property
    def high(self) -> float:
        """How high the frame is within."""
        sizes = self.measures.sizes
        ends = (height + sizes[thing].high / 2 for thing, height in self.heights.items())
        return max(ends, default=0.0)

    @property
    def has_bars(self) -> bool:
        """Whether an arrow ends at a bar."""
        ends = (end for piece in self.touches for end in (piece.left, piece.right))
        return any(end.track is not None for end in ends)

    def find_gutter(self, piece: Piece) -> Gutter:
        """The columns between which a piece runs."""
        return self.grid.columns[piece.left.thing], self.grid.columns[piece.right.thing]


def draft_frame(grid: Grid, order: Order, style: Style) -> Draft:
    """The draft of a frame in some style, its things in some order."""
    routes = tuple(build_routes(grid, order.stacks))
    measures = measure_things(grid, order.stacks, style)
    heights = settle_things(order, routes, measures, style)
    pieces = [piece for route in routes for piece in route.pieces]
    nets = name_nets(routes, measures, order.stacks, style.gaps["end"] + style.gaps["stub"] / 2)
    touches = find_touches(pieces, heights, order, measures, nets, style.gaps["end"])
    draft = Draft(grid, order, routes, measures, heights, nets, touches, {}, {})
    tracks = {
        gutter: assign_tracks(_gather_nets(draft, gutter), style.gaps["track"])
        for gutter in pairwise(grid.numbers)
    }
    rooms = {gutter: _find_room(draft, gutter, tracks[gutter], style) for gutter in tracks}
    return draft._replace(tracks=tracks, rooms=rooms)


def _gather_nets(draft: Draft, gutter: Gutter) -> list[Net]:
    """What each line does in a gutter, or several lines that are merged in it."""
    left: dict[str, list[float]] = {}
    right: dict[str, list[float]] = {}
    for piece, touch in draft.touches.items():
        if draft.find_gutter(piece) == gutter:
            left.setdefault(draft.nets[piece], []).append(touch.left)
            right.setdefault(draft.nets[piece], []).append(touch.right)
    return [Net(name, tuple(left[name]), tuple(right[name])) for name in left]


def _find_room(draft: Draft, gutter: Gutter, tracks: Mapping[str, int], style: Style) -> Room:
    gaps = style.gaps
    sides = [_find_side(draft, gutter, style, right=right) for right in (False, True)]
    beside = gaps["track"] * max(tracks.values(), default=0)
    left, right = sides
    missing = max(0.0, gaps["gutter"] - left - beside - right)
    return Room(left, beside + missing, right)


def _find_side(draft: Draft, gutter: Gutter, style: Style, *, right: bool) -> float:
    """What bars and arrows need on one side of a gutter."""
    bars, pointed = 0.0, False
    for route in draft.routes:
        piece = route.pieces[-1]
        if draft.find_gutter(piece) == gutter and route.onwards == right and route.pointed:
            pointed = True
            bars = max(bars, measure_bars(find_goal(route), style))
    return bars + style.gaps["arrow" if pointed else "stub"]


def measure_bars(end: End, style: Style) -> float:
    """How far from the rows an arrow ends that is against them."""
    if end.track is None:
        return 0.0
    return style.bars["first"] + style.bars["next"] * end.track + style.bars["wide"] / 2
