"""Words as people type them, found in words as articles write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from claims.errors import PackError
from claims.lang import load_language


@cache
def _load_fold(lang: str) -> Callable[[str], str]:
    try:
        return load_language(lang.partition("-")[0]).fold
    except PackError:  # a language that no pack knows has no scripts to tell apart
        return str


@lru_cache(maxsize=4096)
def fold_words(text: str, lang: str) -> str:
    """One form for all widths, cases and scripts of the same words.

    >>> fold_words("ＣＮＮ 報導", "zh")
    'cnn 报导'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_load_fold(lang)(plain).split())


def holds_words(text: str, words: str, lang: str) -> bool:
    """Whether all words, split at blanks, occur in the text.

    >>> holds_words("會談沒有成果", "会谈 成果", "zh"), holds_words("會談", "停航", "zh")
    (True, False)
    """
    folded = fold_words(text, lang)
    return all(word in folded for word in fold_words(words, lang).split())
