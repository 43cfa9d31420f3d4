"""The lines of a frame as edges; the words on a line are a node between its two halves.

All edges run from left to right, whichever way their arrows point, so that `dot` keeps the
columns in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import graphviz

from claims.render.diagram.columns import OUTWARD
from claims.render.diagram.markup import write_tip
from claims.render.diagram.places import End, Places
from claims.render.diagram.sheet import Line
from claims.render.diagram.signs import draw_words
from claims.render.diagram.style import Pen, Style

Link = Callable[[str], str]
Edge = tuple[str, str, str]
_GUTTER = "2"  # ranks beside the middle, where arrows fan out
_STRAIGHT = {"says": "8", "relays": "4"}  # which lines are kept straight before others


class Drawer:
    """Adds lines to the graph of a frame."""

    def __init__(self, graph: graphviz.Digraph, places: Places, style: Style, link: Link) -> None:
        self._graph, self._places, self._style, self._link = graph, places, style, link

    def add_line(self, line: Line) -> None:
        """Add a line, with a node for the words on it if there are any."""
        away = line.kind in OUTWARD
        tails = self._places.find_ends(line.tails, away=away)
        heads = self._places.find_ends(line.heads, away=away)
        middle = self._add_words(line) if line.words else ""
        numbers = count(1)
        for first, second, arrow in _route(line, tails, heads, middle, self._pen(line)):
            self._add_edge(line, first, second, arrow, next(numbers))

    def _pen(self, line: Line) -> Pen:
        return self._style.pens[line.kind]

    def _add_words(self, line: Line) -> str:
        self._graph.node(
            line.id,
            label=draw_words(line, self._style),
            id=line.id,
            tooltip=write_tip(line.hover),
            **{"class": line.kind},
            **self._address(line),
        )
        return line.id

    def _add_edge(self, line: Line, first: str, second: str, arrow: str, number: int) -> None:
        pen = self._pen(line)
        self._graph.edge(
            first,
            second,
            id=f"{line.id}__{number}",
            color=self._style.color(pen.color),
            penwidth=f"{pen.width:g}",
            style="dashed" if pen.dashed else "solid",
            dir=arrow,
            weight=_STRAIGHT.get(line.kind, "1"),
            minlen="1" if line.kind in OUTWARD else _GUTTER,
            edgetooltip=write_tip(line.hover),
            **{"class": line.kind},
            **self._address(line),
        )

    def _address(self, line: Line) -> dict[str, str]:
        found = next(filter(None, map(self._link, (*line.ids, *line.rests))), "")
        return {"URL": graphviz.escape(found)} if found else {}


def _route(line: Line, tails: list[End], heads: list[End], middle: str, pen: Pen) -> Iterator[Edge]:
    """The edges of a line, each from left to right, and which end bears an arrow."""
    outward = line.kind in OUTWARD
    if middle:
        for tail in tails:
            yield _halve(tail, middle, before=tail.side == "left", pointed=False)
        for head in heads:
            yield _halve(head, middle, before=(head.side == "left") != outward, pointed=pen.head)
        return
    for tail in tails:
        for head in heads:
            yield _halve(head, tail.node, before=tail.side == "right", pointed=pen.head)


def _halve(end: End, other: str, *, before: bool, pointed: bool) -> Edge:
    """An edge between an end and something else, with an arrow at the end if it is pointed."""
    if before:
        return end.node, other, "back" if pointed else "none"
    return other, end.node, "forward" if pointed else "none"
