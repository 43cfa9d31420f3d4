"""Glosses: what stands in brackets inside a speaker's phrase, and the names it gives."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lang.base import Phrase
from claims.lang.edges import longest_head
from claims.lang.zh.folding import fold
from claims.lang.zh.naming import LATIN
from claims.lang.zh.nouns import nouns

QUOTES = re.compile('[“”‘’「」『』《》"〈〉]')
BETWEEN = re.compile("[,，;；、/]")

Gloss = tuple[int, str]


def without_glosses(text: str) -> tuple[str, list[Gloss]]:
    """The text without its brackets, and what stood in them with the place where it stood.

    >>> without_glosses("作家贝罗（Anna Berro）")
    ('作家贝罗', [(4, 'Anna Berro')])
    """
    found: list[Gloss] = []
    for opener, closer in nouns().gloss_marks:
        while (a := text.find(opener)) >= 0 and (b := text.find(closer, a)) > a:
            found.append((a, text[a + 1 : b].strip()))
            text = text[:a] + text[b + 1 :]
    return text, found


def with_aliases(phrase: Phrase, text: str, glosses: list[Gloss]) -> Phrase:
    """The phrase with the aliases that its glosses give: to its end, or to its body.

    `text` is the phrase without its glosses, into which their places count.

    >>> with_aliases(Phrase("person", "贝罗"), "作家贝罗", [(4, "Anna Berro")]).aliases
    ('Anna Berro',)
    """
    for at, gloss in glosses:
        aliases = _aliases_of(gloss)
        if not aliases:
            continue
        if at >= len(text) or phrase.body is None:
            phrase = replace(phrase, aliases=(*phrase.aliases, *aliases))
        else:
            phrase = replace(phrase, body=replace(phrase.body, aliases=aliases))
    return phrase


def _aliases_of(gloss: str) -> tuple[str, ...]:
    """The other names that stand in a gloss; none where it tells an age, a party, a picture."""
    word = longest_head(fold(gloss), nouns().gloss_word)
    if word and nouns().gloss_word[word].get("alias"):
        rest = QUOTES.sub("", gloss[len(word) :]).strip(" :：，,")
        return (rest,) if rest else ()
    names = (_name_in(part.strip()) for part in BETWEEN.split(gloss))
    return tuple(name for name in names if len(name) > 1 and LATIN.fullmatch(name))


def _name_in(part: str) -> str:
    """A part of a gloss without the word that announces a name: 英文名|Anna Berro."""
    lead = longest_head(fold(part), nouns().gloss_word)
    return part[len(lead) :].strip(" :：") if lead else part
