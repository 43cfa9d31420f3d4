"""The nouns of the English pack that stand in a speaker's phrase, as tables by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.packs import Entry, Pack, load_pack

LONGEST = 6  # words of an entry


def _index(kind: str) -> cached_property[Mapping[str, Entry]]:
    """A table of the words of a kind with their entries."""
    return cached_property(lambda self: self.pack.index(kind))


def _words(*kinds: str) -> cached_property[frozenset[str]]:
    """All words of some kinds."""
    return cached_property(
        lambda self: frozenset(w for kind in kinds for e in self.pack.of(kind) for w in e.words)
    )


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs; each table is made once.

    >>> nouns().role["spokeswoman"].get("gender")
    'f'
    """

    pack: Pack

    role = _index("role")
    role_prefix = _index("role_prefix")
    pronoun = _index("pronoun")
    unnamed = _index("anonymous")
    indefinite = _index("indefinite")
    demonstrative = _index("demonstrative")
    statement = _index("statement")
    document = _index("document")
    generic = _index("generic")
    suffix = _index("suffix")
    side = _index("side")
    given = _index("given")
    gloss_word = _index("gloss_word")
    particles = _words("particle")
    name_suffix = _words("suffix_of_name")
    not_name = _words("not_name")
    pair = _words("joint")
    articles = _words("article")
    measure = _words("number")

    @cached_property
    def body(self) -> Mapping[str, Entry]:
        """Bodies by all their names."""
        return self.pack.index("body")

    @cached_property
    def country(self) -> Mapping[str, Entry]:
        """Countries by all their names."""
        return self.pack.index("country")

    @cached_property
    def demonym(self) -> Mapping[str, Entry]:
        """What is called after a country, each with it: French."""
        return {w: e for e in self.pack.of("country") for w in _listed(e, "demonym")}

    @cached_property
    def capital(self) -> Mapping[str, Entry]:
        """Capitals, each with its country."""
        return {w: e for e in self.pack.of("country") for w in _listed(e, "capital")}

    @cached_property
    def joint_numbers(self) -> frozenset[str]:
        return frozenset(w for e in self.pack.of("joint") for w in e.get("numbers", ()))

    @cached_property
    def joint_heads(self) -> frozenset[str]:
        return frozenset(w for e in self.pack.of("joint") for w in e.get("heads", ()))

    @cached_property
    def place(self) -> frozenset[str]:
        """Places, and what is called after them."""
        kinds = ("country", "region", "city", "area")
        listed = {w for kind in kinds for e in self.pack.of(kind) for w in e.words}
        called = {w for kind in kinds for e in self.pack.of(kind) for w in _listed(e, "demonym")}
        return frozenset(listed | called)


def _listed(entry: Entry, trait: str) -> tuple[str, ...]:
    value = entry.get(trait, ())
    return (value,) if isinstance(value, str) else tuple(value)


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
