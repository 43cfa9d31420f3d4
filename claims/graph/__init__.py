"""Dossiers as one graph: who says what through whom, and how it stands together.

>>> from claims import make_dossier, read_text
>>> graph = build_graph([make_dossier(read_text("外交部发言人林文昭28日说，会谈已经结束。"))])
>>> [edge["words"] for _, _, edge in graph.edges(data=True) if edge["kind"] == "says"]
['外交部发言人林文昭28日说']
"""

from claims.graph.build import Graph, build_graph
from claims.graph.kinds import EDGE_KINDS, NODE_KINDS, EdgeKind

__all__ = ["EDGE_KINDS", "NODE_KINDS", "EdgeKind", "Graph", "build_graph"]
