"""A sheet laid out: the nouns of the picture as a graph for `dot`.

Columns run from the left: those who relay, those who say, what is said; in the middle the words
of dispute and the reasons of conflict; then what the other side says, who says it, who relays.
The words on a line are a node of their own, so that no line can cross them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from typing import Any

import graphviz

from claims.render.diagram.columns import list_columns
from claims.render.diagram.edges import Link
from claims.render.diagram.foot import draw_foot, draw_legend
from claims.render.diagram.frames import add_frame, make_plan
from claims.render.diagram.markup import write_tip
from claims.render.diagram.places import Places
from claims.render.diagram.sheet import Frame, Sheet
from claims.render.diagram.signs import draw_note, draw_title
from claims.render.diagram.style import Style, load_style

_APART = "3"  # the margin of what is around frames: it keeps them apart


def lay_out(sheet: Sheet, link: Link | None = None) -> graphviz.Digraph:
    """The graph of a sheet; `link` gives the address of what an id stands for, or nothing."""
    style = load_style()
    graph = _begin(sheet, style)
    columns = list_columns(sheet)
    plan = make_plan(sheet, style, link or _no_link)
    labels = {
        "foot": (draw_foot(sheet, style), "b"),
        "legend": (draw_legend(sheet, style), "b"),
        "title": (draw_title(sheet.title, "", style), "t"),
    }
    with _nest(graph, labels) as page:
        for frame in sheet.frames:
            add_frame(page, frame, sheet, plan)
        if sheet.note:
            page.node("note", label=draw_note(sheet.note, style))
    _align(graph, columns)
    _stack(graph, sheet.frames)
    return graph


@contextmanager
def _nest(graph: graphviz.Digraph, labels: Mapping[str, tuple[str, str]]) -> Iterator[Any]:
    """Clusters in each other that are not to be seen, but for their labels above or below."""
    with ExitStack() as stack:
        inner = graph
        for name, (label, place) in labels.items():
            inner = stack.enter_context(inner.subgraph(name=f"cluster_{name}"))
            inner.attr(label=label, labelloc=place, labeljust="l", color="transparent", margin="0")
        inner.attr(margin=_APART)
        yield inner


def _no_link(id: str) -> str:
    return ""


def _begin(sheet: Sheet, style: Style) -> graphviz.Digraph:
    graph = graphviz.Digraph("claims")
    font = style.fonts[sheet.lang]
    graph.attr(
        rankdir="LR",
        newrank="true",
        bgcolor=style.color("paper"),
        fontname=font,
        fontsize=str(style.type["small"]),
        nodesep=f"{style.gaps['nodes']:g}",
        ranksep=f"{style.gaps['ranks']:g}",
        pad="0.1",
        margin="0",
        tooltip=write_tip(sheet.title),
    )
    graph.attr("node", fontname=font, fontsize=str(style.type["body"]), shape="plain")
    graph.attr("edge", fontname=font, fontsize=str(style.type["small"]), arrowsize="0.6")
    return graph


def _align(graph: graphviz.Digraph, columns: Mapping[int, Sequence[str]]) -> None:
    """Each column one below the other, through all frames."""
    for nodes in columns.values():
        with graph.subgraph() as column:
            column.attr(rank="same")
            for node in nodes:
                column.node(node)


def _stack(graph: graphviz.Digraph, frames: Iterable[Frame]) -> None:
    """The frames from top to bottom: within a column, an edge puts its head above its tail."""
    firsts = [block.node for frame in frames for block in Places(frame).blocks[:1]]
    for upper, lower in pairwise(firsts):
        graph.edge(lower, upper, style="invis")
