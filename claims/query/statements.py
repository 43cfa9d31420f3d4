"""What is said, and the chains by which it came."""

from __future__ import annotations

from claims.graph import Graph
from claims.query.answers import Hop, Party, Statement
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted, wants_statement
from claims.query.words import holds_words


def find_statements(graph: Graph, wanted: Wanted = ALL) -> list[Statement]:
    """All that is said, in the order of the articles.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("外交部发言人林文昭28日说，会谈已经结束。")
    >>> graph = build_graph([make_dossier(article)])
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

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("北方社报道，一名官员说，渡轮停开。")
    >>> graph = build_graph([make_dossier(article)])
    >>> outer = find_statements(graph)[0].id
    >>> [[hop.name for hop in one.hops] for one in find_chains(graph, outer)]
    [['北方社', '一名官员']]
    """
    teller = Teller(graph)
    if (told := teller.tell_statement(id)) is None:
        raise KeyError(id)
    if graph.nodes[id]["kind"] == "claim":
        return [told]
    ends = (teller.tell_statement(end) for end, holds in teller.descend(id) if not holds)
    return [end for end in ends if end]


def find_chains_about(graph: Graph, about: str) -> list[Statement]:
    """The chains of what words are about: of statements that hold each other, the innermost.

    Words for what it was said in, such as a tweet, are found too.
    """
    every, wanted = find_statements(graph), Wanted(about=about)
    told = [one for one in every if wants_statement(wanted, one) or _came_in(one, about)]
    around = {one.within for one in told}
    return [one for one in told if one.id not in around]


def _came_in(one: Statement, words: str) -> bool:
    """Whether words tell in what a statement was made or passed on."""
    return any(hop.medium and holds_words(hop.medium, words, one.article.lang) for hop in one.hops)


def find_origin(statement: Statement) -> Party | None:
    """On whose word a statement stands: the last on its way who is not named, if there is one.

    Whatever comes after someone unnamed is known through him alone. Where all are named, it is
    the first who is no outlet. Who denies that another says it, or is not said to have said so,
    does not answer for it. None where nobody is told.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("北方社报道，一名官员说，渡轮停开。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [find_origin(one).name for one in find_statements(graph)]
    ['北方社', '一名官员']
    """
    hops = statement.hops
    turned = [at for at, hop in enumerate(hops[:-1], 1) if hop.held != "asserted"]
    told = [hop for hop in hops[max(turned, default=0) :] if hop.speaker]
    unnamed = [hop for hop in told if hop.anonymous]
    first: list[Hop] = [hop for hop in told if hop.kind != "outlet"]
    best = unnamed[-1:] or first[:1] or told[-1:]
    return best[0].speaker if best else None
