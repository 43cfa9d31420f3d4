"""The words of the report that are ours, in the language of whoever reads it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from claims.model import Dossier, Frozen

Words = str | tuple[str, ...]


class Labels(Frozen):
    """The labels of one language."""

    lang: str
    words: dict[str, Words]

    def write(self, key: str, **facts: object) -> str:
        """A label with its facts put in; of two forms, the one that goes with the number `n`.

        >>> load_labels("en").write("disputes_n", n=1), load_labels("en").write("disputes_n", n=3)
        ('1 dispute', '3 disputes')
        """
        words = self.words[key]
        form = words if isinstance(words, str) else words[facts["n"] != 1]
        return form.format(**facts) if facts else form

    def has(self, key: str) -> bool:
        """Whether there is such a label."""
        return key in self.words


def pick_language(dossiers: Iterable[Dossier]) -> str:
    """The language of the labels that goes with some articles: that of the first.

    >>> from claims.model import Document
    >>> pick_language([Dossier(document=Document.of("停航", lang="zh-hant"))])
    'zh'
    """
    lang = next((one.document.lang for one in dossiers), "en")
    return load_labels(lang.partition("-")[0]).lang


@cache
def load_labels(lang: str) -> Labels:
    """The labels of a language; English where there are none in it.

    >>> load_labels("zh").write("disputed"), load_labels("fr").lang
    ('这里有争议', 'en')
    """
    tables = tomllib.loads((resources.files(__package__) / "labels.toml").read_text("utf-8"))
    lang = lang if lang in tables else "en"
    return Labels.model_validate({"lang": lang, "words": tables[lang]})
