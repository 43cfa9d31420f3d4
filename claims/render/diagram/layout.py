"""A sheet as a graph for `dot`, in which everything has its place already.

The layout `nop2` takes places as they are, so that each release of Graphviz draws the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import count

import graphviz

from claims.render.diagram.markup import write_tip
from claims.render.diagram.placing import place_sheet
from claims.render.diagram.placing.frames import Spot, Stroke
from claims.render.diagram.placing.paper import Panel, Paper, Text
from claims.render.diagram.placing.paths import Point, round_corners, shorten
from claims.render.diagram.sheet import Box, Line, LineKind, Row, Sheet, Strand
from claims.render.diagram.signs import Size, draw_box, draw_row, draw_words, tell_line
from claims.render.diagram.style import Style, load_style

Link = Callable[[str], str]
_INCH = 72
_HEAD = 10  # points of an arrow head of size 1

# The later a kind is drawn, the less it is covered by others.
_KINDS: tuple[LineKind, ...] = (
    "supports", "repeats", "says", "relays", "conflicts", "disputes",
)  # fmt: skip


def lay_out(sheet: Sheet, link: Link | None = None) -> graphviz.Digraph:
    """The graph of a sheet; `link` gives the address of what an id stands for, or nothing."""
    paper = _place(sheet)
    graph = _begin(sheet, paper.style)
    for text in paper.texts:
        _add_text(graph, text)
    for panel in paper.panels:
        with graph.subgraph(name=panel.frame.id) as inside:
            inside.attr("node", fontname=paper.style.fonts[panel.frame.lang])
            _Drawer(inside, panel, paper.style, link or _no_link).add_panel()
    return graph


@lru_cache(maxsize=2)
def _place(sheet: Sheet) -> Paper:
    """Where everything stands: kept, as each form of a picture asks for it."""
    return place_sheet(sheet, load_style())


def _no_link(id: str) -> str:
    return ""


def _lead_nowhere(strand: Strand) -> str:
    return ""


def _begin(sheet: Sheet, style: Style) -> graphviz.Digraph:
    graph = graphviz.Digraph("claims")
    font = style.fonts[sheet.lang]
    graph.attr(
        layout="nop2",
        outputorder="nodesfirst",
        bgcolor=style.color("paper"),
        fontname=font,
        pad=f"{style.paper['margin'] / _INCH:.4f}",
        margin="0",
        tooltip=write_tip(sheet.title),
    )
    graph.attr("node", fontname=font, fontsize=str(style.type["body"]), shape="plain")
    graph.attr("edge", fontname=font)
    return graph


def _add_text(graph: graphviz.Digraph, text: Text) -> None:
    graph.node(text.id, label=text.label, pos=_write_point(text.spot[:2]), id=text.id)


def _write_point(point: Iterable[float]) -> str:
    """A point as Graphviz has it: y upwards."""
    x, y = point
    return f"{x:.2f},{-y:.2f}"


class _Drawer:
    """Puts a frame into a graph."""

    def __init__(self, graph: graphviz.Digraph, panel: Panel, style: Style, link: Link) -> None:
        self._graph, self._panel, self._style, self._link = graph, panel, style, link

    def add_panel(self) -> None:
        """The outline and all that is in it."""
        frame, laid = self._panel.frame, self._panel.laid
        self._add_plain(
            frame.id,
            self._panel.outline,
            "matter",
            style="rounded",
            color=self._style.color("hair"),
        )
        _add_text(self._graph, self._panel.head)
        for box in frame.boxes:
            self._add_box(box)
        for row in frame.rows:
            self._add_row(row)
        fill = {"style": "filled", "fillcolor": self._style.color("dispute"), "penwidth": "0"}
        for number, bar in enumerate(laid.bars, 1):
            self._add_plain(f"{frame.id}-bar{number}", bar, "bar", **fill)
        for line in frame.lines:
            if line.id in laid.spots:
                self._add_words(line)
        self._add_strokes()

    def _add_plain(self, name: str, spot: Spot, kind: str, **look: str) -> None:
        """A rectangle without words."""
        size = {"width": f"{spot.wide / _INCH:.4f}", "height": f"{spot.high / _INCH:.4f}"}
        self._graph.node(
            name,
            label="",
            id=name,
            shape="box",
            fixedsize="true",
            pos=_write_point(spot[:2]),
            **size,
            **look,
            **{"class": kind},
        )

    def _add_box(self, box: Box) -> None:
        self._add_sign(
            box.id,
            lambda size: draw_box(box, size, self._style),
            tooltip=write_tip(box.hover),
            **{"class": f"speaker {box.sign}"},
            **self._address(box.speaker, *box.rests),
        )

    def _add_row(self, row: Row) -> None:
        last = row.id in self._panel.laid.lasts
        self._add_sign(
            row.id,
            lambda size: draw_row(row, size, self._style, last=last),
            tooltip=write_tip(row.hover),
            **{"class": "claim"},
            **self._address(*row.claims, *row.rests),
        )

    def _add_words(self, line: Line) -> None:
        """The words of several disputes lead each to its own; all others to one place."""
        several = line.kind == "disputes" and len(line.strands) > 1
        told = tell_line(line, self._style, self._find_strand if several else _lead_nowhere)
        self._add_sign(
            line.id,
            lambda size: draw_words(told, size, self._style),
            tooltip=write_tip(line.hover),
            **{"class": line.kind},
            **({} if several else self._address(*line.ids, *line.rests)),
        )

    def _add_sign(self, name: str, draw: Callable[[Size], str], **facts: str) -> None:
        x, y, wide, high = self._panel.laid.spots[name]
        label = draw(Size(wide, high))
        self._graph.node(name, label=label, id=name, pos=_write_point((x, y)), **facts)

    def _address(self, *ids: str) -> dict[str, str]:
        found = self._find(*ids)
        return {"URL": graphviz.escape(found)} if found else {}

    def _find_strand(self, strand: Strand) -> str:
        return self._find(strand.id, *strand.rests)

    def _find(self, *ids: str) -> str:
        """The address of the first that has one."""
        return next(filter(None, map(self._link, filter(None, ids))), "")

    def _add_strokes(self) -> None:
        strokes = self._panel.laid.strokes
        numbers = {line.id: count(1) for line in self._panel.frame.lines}
        for stroke in sorted(strokes, key=lambda one: _KINDS.index(one.line.kind)):
            self._add_stroke(stroke, next(numbers[stroke.line.id]))

    def _add_stroke(self, stroke: Stroke, number: int) -> None:
        line, pen = stroke.line, self._style.pens[stroke.line.kind]
        self._graph.edge(
            stroke.start,
            stroke.goal,
            id=f"{line.id}__{number}",
            pos=self._write_path(stroke),
            color=self._style.color(pen.color),
            penwidth=f"{pen.width:g}",
            arrowsize=f"{pen.head:g}",
            style="dashed" if pen.dashed else "solid",
            dir="forward" if stroke.pointed else "none",
            edgetooltip=write_tip(line.hover),
            **{"class": line.kind},
            **self._address(*line.ids, *line.rests),
        )

    def _write_path(self, stroke: Stroke) -> str:
        """The way as Graphviz has it: first where the arrow ends, then points and handles."""
        points: list[Point] = list(stroke.points)
        told = f"e,{_write_point(points[-1])} " if stroke.pointed else ""
        head = _HEAD * self._style.pens[stroke.line.kind].head
        points = shorten(points, head) if stroke.pointed else points
        knots = round_corners(points, self._style.gaps["corner"])
        return told + " ".join(map(_write_point, knots))
