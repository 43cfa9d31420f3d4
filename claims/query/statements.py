"""What is said, and the chains by which it came."""

from __future__ import annotations

from collections.abc import Iterator

from claims.graph import Graph
from claims.query.answers import Hop, Party, Statement
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted, wants_statement


def find_statements(graph: Graph, wanted: Wanted = ALL) -> list[Statement]:
    """All that is said, in the order of the articles.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> graph = build_graph([make_dossier(read_text("外交部发言人林文昭28日说，会谈已经结束。"))])
    >>> [(one.name, one.text) for one in find_statements(graph, Wanted(about="會談"))]
    [('林文昭', '会谈已经结束')]
    """
    teller = Teller(graph)
    told = filter(None, map(teller.tell_statement, teller.list_ids("attribution")))
    return [one for one in told if wants_statement(wanted, one)]


def find_chains(graph: Graph, id: str) -> list[Statement]:
    """The ends of the chains of a claim or an attribution, each with its hops from the outlet.

    A claim has one chain. An attribution that passes others on has one for each of those that
    pass nothing on themselves; KeyError for an id of neither.
    """
    teller = Teller(graph)
    if (told := teller.tell_statement(id)) is None:
        raise KeyError(id)
    if graph.nodes[id]["kind"] == "claim":
        return [told]
    ends = (teller.tell_statement(end) for end in _descend(graph, id))
    return [end for end in ends if end]


def find_chains_about(graph: Graph, about: str) -> list[Statement]:
    """The chains of what words are about: of statements that hold each other, the innermost."""
    told = find_statements(graph, Wanted(about=about))
    around = {one.within for one in told}
    return [one for one in told if one.id not in around]


def _descend(graph: Graph, id: str) -> Iterator[str]:
    """The attributions inside one that hold no others, as they stand in the text."""
    waiting, seen = [id], {id}
    while waiting:
        one = waiting.pop()
        inside = [
            other
            for _, other, facts in graph.out_edges(one, data=True)
            if facts["kind"] == "relays" and other not in seen
        ]
        if not inside:
            yield one
        seen.update(inside)
        waiting += reversed(inside)


def find_origin(statement: Statement) -> Party | None:
    """On whose word a statement stands: the last on its way who is not named, if there is one.

    Whatever comes after someone unnamed is known through him alone. Where all are named, it is
    the first who is no outlet. None where nobody is told.
    """
    told = [hop for hop in statement.hops if hop.speaker]
    unnamed = [hop for hop in told if hop.anonymous]
    first: list[Hop] = [hop for hop in told if hop.kind != "outlet"]
    best = unnamed[-1:] or first[:1] or told[-1:]
    return best[0].speaker if best else None
