"""What may conflict, and what is said alike."""

from __future__ import annotations

from collections.abc import Iterator

from claims.graph import Graph
from claims.model import Relation
from claims.query.answers import Conflict, Point, Support
from claims.query.disputes import find_disputes, find_opponents, list_pairs
from claims.query.relations import list_relations
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted, wants_points


def find_conflicts(graph: Graph, wanted: Wanted = ALL) -> list[Conflict]:
    """Pairs of claims that may conflict, in the order of the articles; concluded, no verdict.

    A conflict over whether one is to be believed is left out where the same statements are in
    dispute: `Dispute.trust` has its id.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("市长王海说，大桥安全。工程师李明否认王海的说法，并说大桥不安全。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [(one.first.words, one.second.words) for one in find_conflicts(graph)]
    [('大桥安全', '大桥不安全')]
    """
    disputes = find_disputes(graph)
    opponents = find_opponents(one for one in disputes if one.strength == "strong")
    folded = {id for one in disputes for id in one.trust}
    return [
        Conflict(
            id=relation.id,
            first=first,
            second=second,
            shared=relation.shared,
            difference=relation.difference,
            reason=relation.reason,
            basis=relation.basis,
            strength=relation.strength,
            disputed=any(
                pair in opponents for pair in list_pairs(first.statement, second.statement)
            ),
        )
        for relation, first, second in _pair_points(graph, wanted, "contradicts")
        if relation.id not in folded
    ]


def find_supports(graph: Graph, wanted: Wanted = ALL) -> list[Support]:
    """Pairs that say the same (`supports`), or that one speaker says twice (`repeats`).

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("一名官员说，渡轮停开。南方社报道，渡轮停开。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [(one.kind, one.first.words, one.second.words) for one in find_supports(graph)]
    [('supports', '渡轮停开', '渡轮停开')]
    """
    return [
        Support(
            kind="repeats" if relation.kind == "repeats" else "supports",
            id=relation.id,
            first=first,
            second=second,
            words=relation.cue,
            reason=relation.reason,
            basis=relation.basis,
            strength=relation.strength,
        )
        for relation, first, second in _pair_points(graph, wanted, "supports", "repeats")
    ]


def _pair_points(
    graph: Graph, wanted: Wanted, *kinds: str
) -> Iterator[tuple[Relation, Point, Point]]:
    teller = Teller(graph)
    for relation, to in list_relations(graph, *kinds):
        if wanted.basis in (None, relation.basis) and wanted.strength in (None, relation.strength):
            first = teller.tell_point(relation.origin)
            for second in map(teller.tell_point, to):
                if first and second and wants_points(wanted, first, second):
                    yield relation, first, second
