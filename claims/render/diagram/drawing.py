"""The pictures by what they answer: who disputes whom, how one claim came, what is contested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claims.graph import Graph
from claims.query import find_chains, find_matters, find_statements, find_supports
from claims.query.across import Library
from claims.query.answers import Article, Party
from claims.query.telling import Teller
from claims.query.wanted import ALL
from claims.render.diagram.chain import build_chain_sheet
from claims.render.diagram.choice import Choice
from claims.render.diagram.disputes import Found, build_disputes_sheet
from claims.render.diagram.matters import Scope, build_matters_sheet
from claims.render.diagram.picture import Picture

USUAL = Choice()
ALL_MATTERS = Scope()


def draw_disputes(graph: Graph, choice: Choice = USUAL) -> Picture:
    """Who disputes whom; where nobody does, a small picture that says so.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = "港务局长林海说，航道今天停航。渔会主席周岚否认了林海的说法。"
    >>> picture = draw_disputes(build_graph([make_dossier(read_text(article))]))
    >>> [frame] = picture.sheet.frames
    >>> [(line.words, line.small) for line in frame.lines if line.kind == "disputes"]
    [('否认', '林海的说法')]
    """
    matters = find_matters(graph)
    found = Found(
        matters=matters,
        wanted=matters if choice.wanted == ALL else find_matters(graph, choice.wanted),
        statements=find_statements(graph),
        articles=_list_articles(graph),
        speakers=_list_speakers(graph, choice),
        supports=find_supports(graph) if choice.supports else [],
    )
    return Picture(sheet=build_disputes_sheet(found, choice))


def draw_chain(graph: Graph, id: str, lang: Literal["zh", "en"] | None = None) -> Picture:
    """How one claim or attribution came, from the outlet to the words; KeyError for no such id.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> dossier = make_dossier(read_text("据海潮社报道，港务局长林海说，航道今天停航。"))
    >>> picture = draw_chain(build_graph([dossier]), dossier.claims[0].id)
    >>> [box.name for box in picture.sheet.frames[0].boxes]
    ['海潮社', '林海']
    """
    return Picture(sheet=build_chain_sheet(find_chains(graph, id), lang, id))


def draw_matters(library: Library, scope: Scope = ALL_MATTERS) -> Picture:
    """What is contested in several articles: the positions on each matter, and who holds them.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "警方说，港口仓库爆炸造成3人死亡。", "消防队长林海说，港口仓库爆炸造成9人死亡。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [frame] = draw_matters(library).sheet.frames
    >>> [(box.name, box.side) for box in frame.boxes]
    [('警方', 'left'), ('林海', 'right')]
    """
    return Picture(sheet=build_matters_sheet(library, scope))


def _list_speakers(graph: Graph, choice: Choice) -> Sequence[Party]:
    """Those to whom a picture is narrowed."""
    teller = Teller(graph)
    found = (teller.tell_party(id) for id in sorted(choice.wanted.speakers or ()))
    return [one for one in found if one]


def _list_articles(graph: Graph) -> Sequence[Article]:
    teller = Teller(graph)
    return [teller.tell_article(id) for id in teller.list_ids("document")]
