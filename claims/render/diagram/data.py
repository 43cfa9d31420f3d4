"""The data of a picture: the part of the graph that it shows, from the same nouns."""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING

import networkx

from claims.render.diagram.sheet import Frame, Sheet

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]
else:
    Graph = networkx.MultiDiGraph


def write_json(sheet: Sheet) -> str:
    """The sheet as JSON, for people to read and programs to take."""
    return sheet.model_dump_json(indent=2) + "\n"


def write_graphml(sheet: Sheet) -> str:
    """The sheet as GraphML: speakers and claims as nodes, lines as edges, all of it flat."""
    out = io.BytesIO()
    networkx.write_graphml(build_data(sheet), out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8") + "\n"


def build_data(sheet: Sheet) -> Graph:
    """What is shown as a graph; several ids stand in one field, a blank between them.

    >>> from claims.render.diagram.sheet import Box
    >>> frame = Frame(id="f1", boxes=(Box(id="f1-left-s1", name="林海"),))
    >>> build_data(Sheet(frames=(frame,))).nodes["f1-left-s1"]["label"]
    '林海'
    """
    graph = Graph(name=sheet.title, kind=sheet.kind, lang=sheet.lang)
    for frame in sheet.frames:
        _add_nodes(graph, frame)
        _add_edges(graph, frame)
    return graph


def _add_nodes(graph: Graph, frame: Frame) -> None:
    for box in frame.boxes:
        graph.add_node(
            box.id,
            kind="speaker",
            label=box.name,
            small=box.small,
            sign=box.sign,
            side=box.side,
            matter=frame.title,
            ids=box.speaker,
            rests=" ".join(box.rests),
        )
    for row in frame.rows:
        graph.add_node(
            row.id,
            kind="claim",
            label=row.words,
            certainty=row.certainty or "",
            negated=int(row.negated),  # GraphML of networkx has no good booleans
            conditional=int(row.conditional),
            side=row.side,
            matter=frame.title,
            ids=" ".join(row.claims),
            rests=" ".join(row.rests),
        )


def _add_edges(graph: Graph, frame: Frame) -> None:
    for line in frame.lines:
        for number, (tail, head) in enumerate(product(line.tails, line.heads), 1):
            graph.add_edge(
                tail,
                head,
                key=f"{line.id}__{number}",
                kind=line.kind,
                label=line.words,
                small=line.small,
                weak=int(line.weak),
                ids=" ".join(line.ids),
                rests=" ".join(line.rests),
            )
