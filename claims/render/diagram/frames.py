"""One frame in the graph: its boxes, its blocks, and the lines between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import graphviz

from claims.render.diagram.columns import find_gaps, list_boxes, name_anchor, number_box
from claims.render.diagram.edges import Drawer, Link
from claims.render.diagram.markup import write_tip
from claims.render.diagram.places import Block, Places
from claims.render.diagram.sheet import Box, Frame, Row, Sheet
from claims.render.diagram.signs import draw_block, draw_box, draw_title, measure_box
from claims.render.diagram.style import Style

_INCH = 72


class Plan(NamedTuple):
    """What is settled for a whole sheet before its frames are drawn."""

    style: Style
    link: Link
    boxes: Mapping[int, int]
    claims: str


def make_plan(sheet: Sheet, style: Style, link: Link) -> Plan:
    """How wide the boxes of each column are, so that they are aligned, and how wide claims are."""
    widths = {
        number: 0 if sheet.kind == "chain" else max(measure_box(box, style) for box in boxes)
        for number, boxes in list_boxes(sheet).items()
    }
    return Plan(style, link, widths, _choose_width(sheet))


def _choose_width(sheet: Sheet) -> str:
    """Claims may be wide where nothing stands on the other side in any frame."""
    if sheet.kind == "chain":
        return "chain"
    sides = {box.side for frame in sheet.frames for box in frame.boxes}
    return "claim" if "right" in sides else "wide"


def add_frame(page: graphviz.Digraph, frame: Frame, sheet: Sheet, plan: Plan) -> None:
    """Add a frame with all that stands in it, the last first: `dot` fills a column upwards."""
    places, style = Places(frame), plan.style
    with page.subgraph(name=f"cluster_{frame.id}") as inside:
        inside.attr(
            label=draw_title(frame.title, frame.small, style),
            labelloc="t",
            style="rounded",
            pencolor=style.color("hair"),
            margin="8",
            id=frame.id,
            tooltip=write_tip(frame.title),
        )
        inside.attr("node", fontname=style.fonts[frame.lang])
        for box in reversed(frame.boxes):
            _add_box(inside, box, plan)
        for block in reversed(places.blocks):
            _add_block(inside, block, plan)
        drawer = Drawer(inside, places, style, plan.link)
        for line in reversed(frame.lines):
            drawer.add_line(line)
        for number in find_gaps(frame, sheet):
            _hold_open(inside, name_anchor(frame, number), number, places.blocks[0], plan)


def _add_box(graph: graphviz.Digraph, box: Box, plan: Plan) -> None:
    found = next(filter(None, map(plan.link, filter(None, (box.speaker, *box.rests)))), "")
    graph.node(
        box.id,
        label=draw_box(box, plan.boxes[number_box(box)], plan.style),
        id=box.id,
        tooltip=write_tip(box.hover),
        **{"class": f"speaker {box.sign}"},
        **({"URL": graphviz.escape(found)} if found else {}),
    )


def _add_block(graph: graphviz.Digraph, block: Block, plan: Plan) -> None:
    hrefs = {row.id: _find_address(row, plan.link) for row in block.rows}
    label = draw_block(block, hrefs, plan.claims, plan.style)
    graph.node(block.node, label=label, id=block.node, **{"class": "claims"})


def _find_address(row: Row, link: Link) -> str:
    """Where a row leads; its own name if nowhere, as only a cell that leads somewhere has hover."""
    return next(filter(None, map(link, (*row.claims, *row.rests))), f"#{row.id}")


def _hold_open(graph: graphviz.Digraph, name: str, number: int, block: Block, plan: Plan) -> None:
    """Make a frame as wide as the others: a node, never seen, in a column where it has none.

    It is joined to a block, as `dot` routes lines badly around a node that hangs on nothing.
    """
    width = f"{plan.boxes.get(number, 0) / _INCH:.2f}"
    size = {"width": width, "height": "0.01", "fixedsize": "true"}
    graph.node(name, label="", style="invis", shape="box", **size)
    ends = (name, block.node) if number < 0 else (block.node, name)
    graph.edge(*ends, style="invis", weight="0")
