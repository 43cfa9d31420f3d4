"""The graph in formats of graph programs.

Lone control characters, which XML cannot hold, become U+FFFD: so offsets stay right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import networkx
from networkx.readwrite.gexf import GEXFWriter

from claims.graph import Graph, build_graph
from claims.graph.graphml import format_graphml
from claims.model import Dossier

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOST = "\ufffd"

# GEXF takes start and end for times, and moves the picture along them.
_OFFSETS = {"start": "start_offset", "end": "end_offset"}


def write_graphml(dossiers: Sequence[Dossier]) -> str:
    """GraphML, each edge with an id of its own, as the format asks."""
    return format_graphml(_flatten(build_graph(dossiers), _clean), "id")


def write_gexf(dossiers: Sequence[Dossier]) -> str:
    """GEXF 1.2, without the day on which it was made, so that the same gives the same bytes."""
    graph = _flatten(build_graph(dossiers), _clean)
    for facts in _list_facts(graph):
        for name, other in _OFFSETS.items():
            if name in facts:
                facts[other] = facts.pop(name)
    for _, _, facts in graph.edges(data=True):
        facts["label"] = facts["kind"]
    writer = GEXFWriter(graph)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.graph_element.attrib.pop("name", None)  # no attribute of the format
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue().decode("utf-8") + "\n"


def write_nodes_and_edges(dossiers: Sequence[Dossier]) -> str:
    """The node-link form of NetworkX: `networkx.node_link_graph(data, edges="links")`."""
    graph = _flatten(build_graph(dossiers), str)
    data = networkx.node_link_data(graph, edges="links")
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _flatten(graph: Graph, clean: Any) -> Graph:
    """The graph with plain facts only, each edge under an id of its own."""
    flat: Graph = networkx.MultiDiGraph()
    for id, facts in graph.nodes(data=True):
        flat.add_node(clean(id), **_tame(facts, clean))
    for number, (origin, to, facts) in enumerate(graph.edges(data=True)):
        id = f"e{number}"
        flat.add_edge(clean(origin), clean(to), id, **_tame(facts, clean), id=id)
    return flat


def _tame(facts: dict[str, Any], clean: Any) -> dict[str, Any]:
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in facts.items()
        if name != "item"
    }


def _clean(text: str) -> str:
    return _NOT_XML.sub(_LOST, text)


def _list_facts(graph: Graph) -> list[dict[str, Any]]:
    edges = [facts for _, _, facts in graph.edges(data=True)]
    return [*(facts for _, facts in graph.nodes(data=True)), *edges]
