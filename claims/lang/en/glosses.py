"""What stands in a speaker's phrase beside its words: brackets, nicknames, a party and a state."""

from __future__ import annotations

import re

from claims.lang.en.nouns import head_in, nouns

_GLOSS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]")
_HAN = re.compile(r"[\u3400-\u9fff]")  # a name as it is written in Chinese
_NICKNAME = re.compile(r"\s[“\"'‘]([A-Z][^”\"'’]{1,20})[”\"'’](?=\s)")
_PARTY = re.compile(r",\s[RDI]-[A-Z][\w.]*(?: [A-Z]\w+)*(?=,|$)")


def without_glosses(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without brackets and nicknames, and the other names that they give.

    >>> without_glosses("Ann “Nan” Lee (AL), D-Ohio")
    ('Ann Lee', ('AL', 'Nan'))
    """
    aliases = []
    for gloss in _GLOSS.findall(text):
        word = head_in(gloss.lower().split(), nouns().gloss_word)
        if word and nouns().gloss_word[" ".join(gloss.lower().split()[:word])].get("alias"):
            aliases.append(" ".join(gloss.split()[word:]))
        elif gloss.isalpha() and 2 <= len(gloss) <= 8 and (gloss.isupper() or _HAN.match(gloss)):
            aliases.append(gloss)
    text = _PARTY.sub("", _GLOSS.sub("", text))
    aliases += _NICKNAME.findall(text)
    return _NICKNAME.sub("", text), tuple(filter(None, aliases))
