"""A graph in GraphML.

Its attributes hold only what XML has: whoever writes it takes control characters out.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from networkx.readwrite.graphml import GraphMLWriter

from claims.graph.build import Graph


class _Writer(GraphMLWriter):
    """NetworkX writes True and False, where XML has true and false."""

    def add_data(
        self, name: str, element_type: type, value: str, scope: str = "all", default: Any = None
    ) -> Any:
        element = super().add_data(name, element_type, value, scope, default)
        if element_type is bool:
            element.text = value.lower()
        return element


def format_graphml(graph: Graph, edge_id: str | None = None) -> str:
    """The graph as XML; `edge_id` is the fact of an edge that is its id, else its key is.

    >>> import networkx
    >>> graph = networkx.MultiDiGraph()
    >>> graph.add_node("s1", anonymous=True)
    >>> '>true</data>' in format_graphml(graph)
    True
    """
    out = BytesIO()
    writer = _Writer(graph, encoding="utf-8", prettyprint=True, edge_id_from_attribute=edge_id)
    writer.dump(out)
    return out.getvalue().decode("utf-8") + "\n"
