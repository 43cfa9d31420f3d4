"""In which language the labels of a report are."""

from __future__ import annotations

from typing import Literal

from claims.render.diagram.script import choose_lang, find_script
from claims.render.report.page import Page
from claims.render.vocabulary import Lang


def pick_language(page: Page, wanted: Literal["zh", "en"] | None = None) -> Lang:
    """That which is wanted, else that of most articles; Chinese in the script of most.

    It is chosen as for the picture, so that the two go together.

    >>> from claims.graph import build_graph
    >>> from claims.model import Document, Dossier
    >>> from claims.render.report.page import lay_out_page
    >>> dossiers = [Dossier(document=Document.of("港務局沒有說話。", lang="zh"))]
    >>> pick_language(lay_out_page(dossiers, build_graph(dossiers)))
    'zh-hant'
    """
    articles = [story.article for story in page.stories]
    said = [one for story in page.stories for who in story.speakers for one in who.statements]
    lang = choose_lang(wanted, articles, said)
    if said or lang == "en":
        return lang
    return find_script(story.document.text for story in page.stories)
