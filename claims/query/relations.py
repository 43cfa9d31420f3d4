"""The relations of a graph, each with those of its ends that are there."""

from __future__ import annotations

from collections.abc import Iterator

from claims.graph import Graph
from claims.model import Relation


def list_relations(graph: Graph, *kinds: str) -> Iterator[tuple[Relation, list[str]]]:
    """Relations of some kinds and the ids at their other end, by where the first end stands.

    The ids are in the order of the relation: the likeliest one is the first.
    """
    for id in graph:
        edges = graph.out_edges(id, keys=True, data=True)
        found = {key: facts["item"] for _, _, key, facts in edges if facts["kind"] in kinds}
        for one in found.values():
            yield one, [to for to in dict.fromkeys(one.to) if graph.has_edge(id, to, one.id)]
