"""Nodes and edges from the nouns of dossiers, in the order in which these list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx

from claims.graph.facts import tell_edge, tell_node
from claims.graph.words import (
    find_addressing,
    find_belonging,
    find_resting,
    find_saying,
    find_whole,
)
from claims.model import Attribution, Claim, Document, Dossier, Relation, Span, Speaker

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]
else:
    Graph = networkx.MultiDiGraph


class Edge(NamedTuple):
    """An edge before it is known whether both its ends are there."""

    origin: str
    to: str
    kind: str
    span: Span
    relation: Relation | None = None


def build_graph(dossiers: Iterable[Dossier]) -> Graph:
    """One graph of all dossiers; of two for the same document the first is taken.

    The nodes are documents, speakers, attributions and claims under their ids; NODE_KINDS and
    EDGE_KINDS tell the kinds. `graph.nodes[id]` has `kind`, `label`, `document`, `item` (the
    noun of `claims.model`) and its facts as plain values. An edge has `kind`, the `words` it
    rests on with their `start` and `end` in the text of `document`; a relation also `item` and
    its facts, with its id as the edge's key. An id that leads nowhere makes no edge.

    Building takes time in proportion to what the dossiers hold.

    >>> page = Document.of("港口说，今日停航。", lang="zh")
    >>> port = Speaker(id="x:s0", name="港口")
    >>> said = Attribution(id="x:a2", speaker="x:s0", cue=Span.of(page.text, 2, 3))
    >>> dossier = Dossier(document=page, speakers=(port,), attributions=(said,))
    >>> graph = build_graph([dossier, dossier])
    >>> graph.nodes["x:s0"]["name"], list(graph.edges(keys=True))[1]
    ('港口', ('x:s0', 'x:a2', 'says'))
    """
    known: dict[str, Dossier] = {}
    for dossier in dossiers:
        known.setdefault(dossier.document.id, dossier)
    graph: Graph = networkx.MultiDiGraph()
    for dossier in known.values():
        for item in _list_items(dossier):
            if item.id not in graph:
                graph.add_node(item.id, **tell_node(item, dossier.document), item=item)
    for dossier in known.values():  # after all nodes: a relation may lead to another article
        for edge in _list_edges(dossier):
            _add(graph, edge, dossier.document.id)
    return graph


def _list_items(dossier: Dossier) -> Iterator[Document | Speaker | Attribution | Claim]:
    yield dossier.document
    yield from dossier.speakers
    yield from dossier.attributions
    yield from dossier.claims


def _add(graph: Graph, edge: Edge, document: str) -> None:
    if edge.origin not in graph or edge.to not in graph:
        return
    facts: dict[str, Any] = tell_edge(edge.kind, edge.span, document, edge.relation)
    if edge.relation:
        graph.add_edge(edge.origin, edge.to, edge.relation.id, **facts, item=edge.relation)
    else:
        graph.add_edge(edge.origin, edge.to, edge.kind, **facts)


def _list_edges(dossier: Dossier) -> Iterator[Edge]:
    ids = {one.id for one in dossier.attributions}
    for one in dossier.attributions:
        yield from _tell_attribution(one, dossier.document, one.within in ids)
    for claim in dossier.claims:
        yield Edge(claim.attribution, claim.id, "claims", claim.span)
    yield from _tell_speakers(dossier)
    yield from _tell_relations(dossier)


def _tell_attribution(one: Attribution, page: Document, nested: bool) -> Iterator[Edge]:
    saying = find_saying(one, page.text)
    if not nested:
        yield Edge(page.id, one.id, "publishes", find_whole(one, page.text))
    if one.speaker:
        yield Edge(one.speaker, one.id, "says", saying)
    for id in one.unresolved:
        yield Edge(id, one.id, "perhaps_says", saying)
    if one.addressee and one.addressee.speaker:
        yield Edge(one.id, one.addressee.speaker, "addresses", find_addressing(one, page.text))


def _tell_speakers(dossier: Dossier) -> Iterator[Edge]:
    speakers = {one.id: one for one in dossier.speakers}
    text = dossier.document.text
    for one in dossier.speakers:
        if other := speakers.get(one.affiliation or ""):
            yield Edge(one.id, other.id, "speaks_for", find_belonging(one, other, text))
        for id in one.members:
            if other := speakers.get(id):
                yield Edge(one.id, id, "member", find_belonging(one, other, text))


def _tell_relations(dossier: Dossier) -> Iterator[Edge]:
    """A chain is a relation too: the outer saying relays the inner one with its own cue."""
    attributions = {one.id: one for one in dossier.attributions}
    for one in dossier.attributions:
        if outer := attributions.get(one.within or ""):
            saying = find_saying(outer, dossier.document.text)
            yield Edge(outer.id, one.id, "relays", saying)
    spans = {one.id: one.span for one in dossier.claims}
    for relation in dossier.relations:
        origin = attributions.get(relation.origin)
        rests = find_resting(relation, origin, spans.get(relation.origin), dossier.document.text)
        for id in dict.fromkeys(relation.to):
            yield Edge(relation.origin, id, relation.kind, rests, relation)
