"""The words of the pictures, in the language of the reader: words.toml and the vocabulary."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from claims.model import Frozen
from claims.render.vocabulary import Lang, quote_words, tell_term, tell_type


class Wording(Frozen):
    """The words in one language.

    >>> Wording(lang="en").tell("almost_certain"), Wording(lang="zh").tell("anonymous")
    ('almost certain', '匿名')
    """

    lang: Lang = "zh"

    def tell(self, key: str, **facts: object) -> str:
        """The words of a key, with the facts filled in; KeyError for a key without words.

        >>> Wording(lang="en").tell("title_many", articles=3)
        'Who disputes whom in 3 articles'
        """
        own = _words().get(key)
        if own is None:
            return tell_term(key, self.lang, **facts)
        words: str = own[self.lang]
        return words.format(**facts) if facts else words

    def count(self, number: int, key: str) -> str:
        """So many of something.

        >>> Wording(lang="en").count(1, "claims"), Wording(lang="zh").count(2, "claims")
        ('1 claim', '2 项说法')
        """
        one = _words()[key].get("one", "") if self.lang == "en" and number == 1 else ""
        return str(one) or self.tell(key, n=number)

    def quote(self, words: str) -> str:
        """Words in quotation marks, of another kind where they hold such themselves."""
        return quote_words(words, self.lang)

    def type(self, what: str | None) -> str:
        """Of which type an anonymous speaker is; nothing where there is no word for it."""
        return tell_type(what, self.lang)

    def list(self, parts: tuple[str, ...]) -> str:
        """Several in a row.

        >>> Wording(lang="zh").list(("港口", "船队"))
        '港口、船队'
        """
        return self.tell("list").join(filter(None, parts))


@cache
def _words() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)
