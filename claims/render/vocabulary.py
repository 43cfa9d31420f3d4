"""The words that pictures and reports have in common, so that one thing has one name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

Lang = Literal["zh", "zh-hant", "en"]


@cache
def load_vocabulary() -> Mapping[str, Any]:
    """The table of `vocabulary.toml`: a key, then a language, then the word."""
    return tomllib.loads((resources.files(__package__) / "vocabulary.toml").read_text("utf-8"))


def tell_term(key: str, lang: Lang, **facts: object) -> str:
    """The word of a key, with the facts filled in; KeyError for a key without a word.

    >>> tell_term("almost_certain", "en"), tell_term("denied", "zh-hant")
    ('almost certain', '否認')
    """
    words: str = load_vocabulary()[key][lang]
    return words.format(**facts) if facts else words


def tell_type(what: str | None, lang: Lang) -> str:
    """Of which type an anonymous speaker is; nothing where there is no word for it.

    >>> tell_type("official", "zh"), tell_type(None, "zh")
    ('官员', '')
    """
    return str(load_vocabulary()["what"].get(what or "", {}).get(lang, ""))


def quote_words(words: str, lang: Lang) -> str:
    """Words in quotation marks, of another kind where they hold such themselves.

    >>> quote_words("停航", "zh"), quote_words("他说“停航”", "zh")
    ('“停航”', '「他说“停航”」')
    """
    mark = tell_term("quoted", lang).partition("{")[0]
    return tell_term("within" if mark in words else "quoted", lang, words=words)
