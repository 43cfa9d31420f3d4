"""What the noun at the end of an unnamed speaker's phrase tells: 官员, 消息人士, 专家."""

from __future__ import annotations

from claims.lang.edges import longest_tail
from claims.lang.zh.folding import fold
from claims.lang.zh.nouns import nouns

# The type of an unnamed speaker by the rank of the office or trade; a person otherwise.
TYPES = {"office": "official", "press": "reporter"}


def find_head(folded: str) -> str:
    """The noun at the end that says what kind of unnamed speaker this is.

    >>> find_head("不愿具名的知情人士"), find_head("桥")
    ('知情人士', '')
    """
    return longest_tail(folded, nouns().unnamed) or longest_tail(folded, nouns().role)


def type_of(head: str) -> str:
    """Of what type an unnamed speaker is; empty where the noun does not tell.

    >>> type_of("官员"), type_of("总编辑"), type_of("桥")
    ('official', 'reporter', '')
    """
    if entry := nouns().unnamed.get(head):
        return str(entry.get("what"))
    role = nouns().role.get(head)
    return TYPES.get(role.get("rank"), "person") if role else ""


def number_of(head: str) -> str:
    """Whether the noun means one or many where nothing else tells.

    >>> number_of("官员"), number_of("网友们")
    ('one', 'many')
    """
    entry = nouns().unnamed.get(head)
    return "many" if entry and entry.get("plural") else "one"


def content_words(text: str) -> frozenset[str]:
    """The words of a phrase, by which a later one can point back to it: countries and pairs.

    >>> sorted(content_words("挪威官员"))
    ['威官', '官员', '挪威']
    """
    folded = fold(text)
    countries = {word for word in nouns().country if word in folded}
    return frozenset(countries | {folded[i : i + 2] for i in range(len(folded) - 1)})
