"""The data of a picture: the part of the graph that it shows, from the same nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import networkx

from claims.graph import Graph
from claims.graph.graphml import format_graphml
from claims.render.diagram.sheet import Frame, Line, Sheet, Strand


def write_json(sheet: Sheet) -> str:
    """The sheet as JSON, for people to read and programs to take."""
    return sheet.model_dump_json(indent=2) + "\n"


def write_graphml(sheet: Sheet) -> str:
    """The sheet as GraphML: speakers and claims as nodes, lines as edges, all of it flat."""
    return format_graphml(build_data(sheet))


def build_data(sheet: Sheet) -> Graph:
    """What is shown as a graph; several ids stand in one field, a blank between them.

    >>> from claims.render.diagram.sheet import Box
    >>> frame = Frame(id="f1", boxes=(Box(id="f1-left-s1", name="林海"),))
    >>> build_data(Sheet(frames=(frame,))).nodes["f1-left-s1"]["label"]
    '林海'
    """
    graph: Graph = networkx.MultiDiGraph(name=sheet.title, kind=sheet.kind, lang=sheet.lang)
    for frame in sheet.frames:
        _add_nodes(graph, frame, "position" if sheet.kind == "matters" else "claim")
        _add_edges(graph, frame)
    return graph


def _add_nodes(graph: Graph, frame: Frame, kind: str) -> None:
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
            kind=kind,
            label=row.words,
            certainty=row.certainty or "",
            negated=row.negated,
            conditional=row.conditional,
            held=row.held,
            side=row.side,
            matter=frame.title,
            ids=" ".join(row.claims),
            rests=" ".join(row.rests),
        )


def _add_edges(graph: Graph, frame: Frame) -> None:
    """A line of several relations is an edge for each of them."""
    for line in frame.lines:
        ends = ((strand, *pair) for strand in _list_strands(line) for pair in _pair(strand))
        for number, (strand, tail, head) in enumerate(ends, 1):
            graph.add_edge(
                tail,
                head,
                key=f"{line.id}__{number}",
                kind=line.kind,
                label=strand.words,
                small=strand.small,
                note=strand.note,
                weak=strand.weak,
                ids=strand.id,
                rests=" ".join(strand.rests),
            )


def _pair(strand: Strand) -> Iterator[tuple[str, str]]:
    return product(strand.tails, strand.heads)


def _list_strands(line: Line) -> Sequence[Strand]:
    """The relations of a line; one that rests on attributions only is one of its own."""
    shared = Strand.model_fields.keys() & Line.model_fields.keys() - {"id"}
    facts = {name: getattr(line, name) for name in shared}
    return line.strands or (Strand(id=" ".join(line.ids), **facts),)
