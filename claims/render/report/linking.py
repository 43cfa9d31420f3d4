"""Where the parts of the picture lead: from an id of the dossier to its place on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from claims.model import Dossier
from claims.render.report.anchors import section_anchor, words_anchor

Link = Callable[[str], str]


def make_link(dossiers: Iterable[Dossier], more: Mapping[str, str] | None = None) -> Link:
    """A function from the id of anything in the dossiers to a link; to nothing if unknown.

    A claim, an attribution, a dispute lead to the words in the article, a speaker to what the
    speaker said. What may conflict is said by nobody: it leads to where both claims stand.
    `more` are links that stand in for these.

    >>> from claims.model import Attribution, Document
    >>> page = Document.of("港口说，今日停航。", lang="zh")
    >>> link = make_link([Dossier(document=page, attributions=(Attribution(id="x:a2"),))])
    >>> link("x:a2"), link("x:a9")
    ('#w-x-a2', '')
    """
    links: dict[str, str] = {}
    for dossier in dossiers:
        speaking = {one.speaker for one in dossier.attributions}
        links |= {one.id: f"#{words_anchor(one.id)}" for one in dossier.attributions}
        links |= {
            one.id: f"#{section_anchor('s', one.id)}"
            for one in dossier.speakers
            if one.id in speaking
        }
        links |= {one.id: links.get(one.attribution, "") for one in dossier.claims}
        links |= {
            one.id: f"#{section_anchor('k', one.id)}"
            if one.kind == "contradicts"
            else links.get(one.origin, "")
            for one in dossier.relations
        }
    links |= more or {}
    return lambda id: links.get(id, "")
