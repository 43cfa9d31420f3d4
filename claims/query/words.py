"""Words as people type them, found in words as articles write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from claims.errors import PackError
from claims.lang import PACKS, Language, load_language
from claims.lang import load_fold as find_fold


@cache
def _load(lang: str) -> Language | None:
    try:
        return load_language(lang.partition("-")[0])
    except PackError:
        return None


def load_fold(lang: str) -> Callable[[str], str]:
    """What gives all widths and scripts of the same words one form, of the same length."""
    code = lang.partition("-")[0]
    # A language that no pack knows has no scripts to tell apart.
    return find_fold(code) if code in PACKS else str


@lru_cache(maxsize=4096)
def fold_words(text: str, lang: str) -> str:
    """One form for all widths, cases and scripts of the same words.

    >>> fold_words("ＣＮＮ 報導", "zh")
    'cnn 报导'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(load_fold(lang)(plain).split())


def points_back(phrase: str, lang: str) -> bool:
    """Whether a phrase tells what it means only to who has read on to there.

    >>> [points_back(told, "zh") for told in ("该官员的说法", "它的描述", "码头的说法")]
    [True, True, False]
    """
    language = _load(lang)
    words = language.segment(language.fold(phrase))[:2] if language else ()
    if not language or not words:
        return False
    first, kinds = words[0], language.lexicon.kinds
    behind = words[0].tag in language.tags.prepositions and words[-1].form in language.tags.linkers
    return (
        behind
        or first.form in language.pointing
        or bool({"pronoun", "this"} & {*kinds.get(first.form, ())})
    )


def holds_words(text: str, words: str, lang: str) -> bool:
    """Whether all words, split at blanks, occur in the text.

    >>> holds_words("會談沒有成果", "会谈 成果", "zh"), holds_words("會談", "停航", "zh")
    (True, False)
    """
    folded = fold_words(text, lang)
    return all(word in folded for word in fold_words(words, lang).split())
