"""In which script an article is, and words in that script."""

from __future__ import annotations

from functools import lru_cache

from claims.model import Document
from claims.query.words import load_fold
from claims.render.diagram.script import is_traditional

_ARTICLES = 64  # whose folded text is kept


def tag_script(page: Document) -> str:
    """The language of an article as HTML names it, Chinese with its script.

    >>> tag_script(Document.of("港務局說，停航。", lang="zh"))
    'zh-Hant'
    """
    if not page.lang.startswith("zh"):
        return page.lang
    return "zh-Hant" if is_traditional(page.text) else "zh-Hans"


def restore_script(words: str, page: Document) -> str:
    """Words that were folded to one script, as they stand in the article; else as they are.

    >>> restore_script("发言人", Document.of("港務局發言人說，停航。", lang="zh"))
    '發言人'
    """
    if not words or words in page.text:
        return words
    at = _fold(page.text, page.lang).find(words)
    return page.text[at : at + len(words)] if at >= 0 else words


@lru_cache(maxsize=_ARTICLES)
def _fold(text: str, lang: str) -> str:
    return load_fold(lang)(text)
