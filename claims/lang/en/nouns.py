"""The nouns of the English pack that stand in a speaker's phrase, as tables by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.packs import Entry, Pack, load_pack
from claims.lang.tables import by_word, listed_under, told_under, words_of

LONGEST = 8  # words of an entry


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs; each table is made once.

    >>> nouns().role["spokeswoman"].get("gender")
    'f'
    """

    pack: Pack

    role = by_word("role")
    role_prefix = by_word("role_prefix")
    pronoun = by_word("pronoun")
    unnamed = by_word("anonymous")
    indefinite = by_word("indefinite")
    demonstrative = by_word("demonstrative")
    statement = by_word("statement")
    document = by_word("document")
    generic = by_word("generic")
    suffix = by_word("suffix")
    side = by_word("side")
    given = by_word("given")
    gloss_word = by_word("gloss_word")
    particles = words_of("particle")
    name_suffix = words_of("suffix_of_name")
    hyphenated = words_of("hyphenated")
    not_name = words_of("not_name")
    pair = words_of("joint")
    joint_numbers = listed_under("numbers", "joint")
    joint_heads = listed_under("heads", "joint")
    body = by_word("body")
    country = by_word("country")
    articles = words_of("article")

    @cached_property
    def demonym(self) -> Mapping[str, Entry]:
        """What is called after a country, each with it: French."""
        return {w: e for e in self.pack.of("country") for w in told_under(e, "demonym")}

    @cached_property
    def capital(self) -> Mapping[str, Entry]:
        """Capitals, each with its country."""
        return {w: e for e in self.pack.of("country") for w in told_under(e, "capital")}

    @cached_property
    def place(self) -> frozenset[str]:
        """Places, and what is called after them."""
        kinds = ("country", "region", "city", "area")
        entries = [entry for kind in kinds for entry in self.pack.of(kind)]
        return frozenset(w for e in entries for w in (*e.words, *told_under(e, "demonym")))


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the English pack, loaded once."""
    return Nouns(load_pack("en"))


def tail_in(words: Sequence[str], table: Set[str] | Mapping[str, object]) -> int:
    """How many words at the end are the longest listed entry; 0 if none.

    >>> tail_in("a senior white house official".split(), {"official", "white house official"})
    3
    """
    for size in range(min(len(words), LONGEST), 0, -1):
        if " ".join(words[-size:]) in table:
            return size
    return 0


def head_in(words: Sequence[str], table: Set[str] | Mapping[str, object]) -> int:
    """How many words at the beginning are the longest listed entry; 0 if none."""
    for size in range(min(len(words), LONGEST), 0, -1):
        if " ".join(words[:size]) in table:
            return size
    return 0


def singular(word: str) -> str:
    """A noun without the ending of many.

    >>> singular("officials"), singular("agencies"), singular("police")
    ('official', 'agency', 'police')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def bare_titles(words: Sequence[str]) -> list[str]:
    """Words without what tells in one word with them that a title is past or to come.

    >>> bare_titles(["then-President", "Hask"]), bare_titles(["Prime", "Minister-elect", "Hask"])
    (['President', 'Hask'], ['Prime', 'Minister', 'Hask'])
    """
    return [_bare(word) for word in words]


def _bare(word: str) -> str:
    first, hyphen, last = word.partition("-")
    past = nouns().role_prefix.get(f"{first.lower()}-")
    if not hyphen or not last:
        return word
    if past and past.get("sense") == "former":
        return last
    return first if f"-{last.lower()}" in nouns().role_prefix else word


def is_in_title(text: str, at: int) -> bool:
    """Whether a place in a phrase lies inside a title: Secretary|of State.

    >>> is_in_title("the secretary of state", 13), is_in_title("the secretary of Ann Lee", 13)
    (True, False)
    """
    before, after = text[:at].lower().split(), text[at:].lower().split()
    return any(
        " ".join([*before[-left:], *after[:right]]) in nouns().role
        for left in range(1, 4)
        for right in range(2, 5)
    )
