"""The words of the report that are ours, in the language of whoever reads it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from claims.model import Frozen
from claims.render.vocabulary import Lang, quote_words, tell_term, tell_type

Words = str | tuple[str, ...]


class Labels(Frozen):
    """The labels of one language: those of the report, and the terms it shares with pictures."""

    lang: Lang
    words: dict[str, Words]

    def write(self, key: str, **facts: object) -> str:
        """A label with its facts put in; of two forms, the one that goes with the number `n`.

        >>> load_labels("en").write("disputes_n", n=1), load_labels("en").write("disputes_n", n=3)
        ('1 dispute', '3 disputes')
        """
        words = self.words[key]
        form = words if isinstance(words, str) else words[facts["n"] != 1]
        return form.format(**facts) if facts else form

    def term(self, key: str, **facts: object) -> str:
        """A word that pictures and reports have in common.

        >>> load_labels("zh").term("possible"), load_labels("en").term("denied")
        ('可能', 'denied')
        """
        return tell_term(key, self.lang, **facts)

    def type(self, what: str | None) -> str:
        """Of which type an anonymous speaker is."""
        return tell_type(what, self.lang)

    def quote(self, words: str) -> str:
        """Words in the quotation marks of the language."""
        return quote_words(words, self.lang)

    def join(self, words: Iterable[str]) -> str:
        """Several in a row."""
        return self.term("list").join(words)


@cache
def load_labels(lang: str) -> Labels:
    """The labels of a language; English where there are none in it.

    >>> load_labels("zh").write("disputed"), load_labels("fr").lang
    ('这里有争议', 'en')
    """
    tables = tomllib.loads((resources.files(__package__) / "labels.toml").read_text("utf-8"))
    lang = lang if lang in tables else "en"
    return Labels.model_validate({"lang": lang, "words": tables[lang]})
