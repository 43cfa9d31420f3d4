"""A frame with everything in its place: boxes, rows, words, bars and the ways of the lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.render.diagram.placing.bars import find_marks
from claims.render.diagram.placing.channels import STRAIGHT
from claims.render.diagram.placing.drafts import Draft, measure_bars
from claims.render.diagram.placing.forks import fork
from claims.render.diagram.placing.paths import Point
from claims.render.diagram.placing.routes import End, Piece, Route
from claims.render.diagram.placing.stacks import Stack
from claims.render.diagram.sheet import Line
from claims.render.diagram.style import Style

_INSET = 2.0  # how much shorter than its rows a bar is, at each end


class Spot(NamedTuple):
    """Where something stands: its middle and its size."""

    x: float
    y: float
    wide: float
    high: float

    def move(self, x: float, y: float) -> Spot:
        """The same elsewhere."""
        return self._replace(x=self.x + x, y=self.y + y)


class Stroke(NamedTuple):
    """The way of a line from one thing to another, with its corners."""

    line: Line
    start: str
    goal: str
    points: tuple[Point, ...]
    pointed: bool

    def move(self, x: float, y: float) -> Stroke:
        """The same elsewhere."""
        return self._replace(points=tuple((px + x, py + y) for px, py in self.points))


class Span(NamedTuple):
    """From where to where a column goes."""

    left: float
    right: float


class Laid(NamedTuple):
    """A frame laid out, from its upper left corner on; `lasts` are the last rows of blocks."""

    spots: Mapping[str, Spot]
    lasts: frozenset[str]
    bars: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]

    def move(self, x: float, y: float) -> Laid:
        """The same elsewhere."""
        return self._replace(
            spots={id: spot.move(x, y) for id, spot in self.spots.items()},
            bars=tuple(bar.move(x, y) for bar in self.bars),
            strokes=tuple(stroke.move(x, y) for stroke in self.strokes),
        )


def lay_frame(draft: Draft, columns: Mapping[int, Span], style: Style) -> Laid:
    """The frame of a draft, its columns in their places."""
    stacks = draft.order.stacks.values()
    return Laid(
        spots=dict(_place_things(draft, columns)),
        lasts=frozenset(block.rows[-1] for stack in stacks for block in stack.blocks),
        bars=tuple(bar for stack in stacks for bar in _place_bars(stack, draft, columns, style)),
        strokes=tuple(_draw_strokes(draft, columns, style)),
    )


def _place_things(draft: Draft, columns: Mapping[int, Span]) -> Iterator[tuple[str, Spot]]:
    """Boxes and rows fill their column, words stand in the middle of it."""
    numbers, sizes, stacks = draft.grid.columns, draft.measures.sizes, draft.order.stacks
    for thing, height in draft.heights.items():
        left, right = columns[numbers[thing]]
        middle, wide = (left + right) / 2, right - left
        if thing in stacks:
            for row in stacks[thing].rows:
                top, bottom = draft.measures.rows[row]
                yield row, Spot(middle, height + (top + bottom) / 2, wide, bottom - top)
        elif sizes[thing].high:
            own = wide if thing in draft.measures.slack else sizes[thing].wide
            yield thing, Spot(middle, height, own, sizes[thing].high)


def _place_bars(
    stack: Stack, draft: Draft, columns: Mapping[int, Span], style: Style
) -> Iterator[Spot]:
    span = columns[draft.grid.columns[stack.id]]
    reaches, height = draft.measures.rows, draft.heights[stack.id]
    for mark in find_marks(stack.rows, draft.grid.targets.values()).values():
        if mark.track is not None:
            first, last = mark.run
            top, bottom = reaches[stack.rows[first]][0], reaches[stack.rows[last]][1]
            away = measure_bars(End(stack.id, track=mark.track), style) - style.bars["wide"] / 2
            x = span.right + away if stack.side == "left" else span.left - away
            high = bottom - top - 2 * _INSET
            yield Spot(x, height + (top + bottom) / 2, style.bars["wide"], high)


def _draw_strokes(draft: Draft, columns: Mapping[int, Span], style: Style) -> Iterator[Stroke]:
    """The strokes of all routes: those from the same words fork, those that are merged join."""
    pen = _Pen(draft, columns, style)
    forks: dict[tuple[str, ...], list[Route]] = {}
    for route in draft.routes:
        merged = draft.nets[route.pieces[0]] != route.line.id
        key = (draft.nets[route.pieces[0]],) if merged else (route.start, str(route.onwards))
        forks.setdefault((*key, "" if merged else route.line.id), []).append(route)
    for (*_, line), routes in forks.items():
        yield from pen.lead(routes) if line else pen.join(routes)


class _Pen:
    """Finds the points of routes that begin or end alike."""

    def __init__(self, draft: Draft, columns: Mapping[int, Span], style: Style) -> None:
        self._draft, self._columns, self._style = draft, columns, style

    def lead(self, routes: Sequence[Route]) -> Iterator[Stroke]:
        """Out of the hub by a fork, and on from column to column."""
        firsts = [self._cross(route, route.pieces[0]) for route in routes]
        ways = self._fork(routes, firsts[0][0], [first[-1] for first in firsts])
        for route, way in zip(routes, ways, strict=True):
            rest = (point for piece in route.pieces[1:] for point in self._cross(route, piece))
            points = (*way, *rest)
            yield Stroke(route.line, route.start, route.goal, points, route.pointed)

    def join(self, routes: Sequence[Route]) -> Iterator[Stroke]:
        """From several hubs to one end, with one arrow for all."""
        firsts = [self._cross(route, route.pieces[0]) for route in routes]
        end = firsts[0][-1]
        ways = self._fork(routes, end, [first[0] for first in firsts])
        for route, way in zip(routes, ways, strict=True):
            points = tuple(way[::-1])
            yield Stroke(route.line, route.start, route.goal, points, points[-1] == end)

    def _fork(self, routes: Sequence[Route], hub: Point, ends: list[Point]) -> list[list[Point]]:
        track = self._find_track(routes[0].pieces[0])
        return fork(hub, track, ends, self._style.gaps["corner"])

    def _cross(self, route: Route, piece: Piece) -> list[Point]:
        """From the one side of a gutter to the other, by the track of the line."""
        touch = self._draft.touches[piece]
        left = self._find_edge(piece.left, right=True)
        right = self._find_edge(piece.right, right=False)
        track = self._find_track(piece)
        points = [(left, touch.left), (track, touch.left), (track, touch.right)]
        points.append((right, touch.right))
        if abs(touch.left - touch.right) < STRAIGHT:
            points = [points[0], points[-1]]
        return points if route.onwards else points[::-1]

    def _find_edge(self, end: End, *, right: bool) -> float:
        """Where a thing ends on one side, with what stands beside it."""
        span = self._columns[self._draft.grid.columns[end.thing]]
        edge, away = (span.right, 1) if right else (span.left, -1)
        if end.thing in self._draft.order.stacks:
            return edge + away * measure_bars(end, self._style)
        size = self._draft.measures.sizes[end.thing]
        if end.thing in self._draft.measures.slack or not size.high:
            return edge
        return (span.left + span.right) / 2 + away * (size.wide / 2 + self._style.gaps["line"])

    def _find_track(self, piece: Piece) -> float:
        """Where a line runs up or down: in the outer part of a gutter."""
        gutter = self._draft.find_gutter(piece)
        tracks, room = self._draft.tracks[gutter], self._draft.rooms[gutter]
        away = self._style.gaps["track"] * tracks.get(self._draft.nets[piece], 0)
        if gutter[0] < 0:
            return self._columns[gutter[0]].right + room.left + away
        start = self._columns[gutter[1]].left - room.right
        return start - self._style.gaps["track"] * max(tracks.values(), default=0) + away
