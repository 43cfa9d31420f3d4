"""Tables of a pack's words by kind, as properties of what holds the pack.

    @dataclass(frozen=True)
    class Nouns:
        pack: Pack
        role = by_word("role")

Each is made when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property

from claims.lang.edges import WordSet, WordTable
from claims.lang.packs import Entry


def by_word(kind: str) -> cached_property[WordTable[Entry]]:
    """A table of the words of a kind with their entries."""
    return cached_property(lambda self: WordTable(self.pack.index(kind)))


def words_of(*kinds: str) -> cached_property[WordSet]:
    """All words of some kinds."""
    return cached_property(
        lambda self: WordSet(w for kind in kinds for e in self.pack.of(kind) for w in e.words)
    )


def listed_under(trait: str, *kinds: str) -> cached_property[WordSet]:
    """All words that the entries of some kinds list under a trait, as one or as several."""
    return cached_property(
        lambda self: WordSet(
            w for kind in kinds for e in self.pack.of(kind) for w in told_under(e, trait)
        )
    )


def told_under(entry: Entry, trait: str) -> tuple[str, ...]:
    """The words that an entry lists under a trait, as one or as several.

    >>> told_under(Entry("country", ("France",), {"demonym": "French"}), "demonym")
    ('French',)
    """
    value = entry.get(trait, ())
    return (value,) if isinstance(value, str) else tuple(value)
