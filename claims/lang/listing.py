"""Lists of words matched against the words of a text, the longest entry at each place.

An entry may be several words of the text long (几乎|可以|肯定, no|one), with a space where they are
written apart. The beginnings of all entries are kept, so that most places cost one look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from claims.lang.words import Word

T = TypeVar("T")


class Listed(NamedTuple, Generic[T]):
    """An entry found among words: from one place to another, its form, what is listed of it."""

    first: int
    last: int
    form: str
    value: T


class Listing(Generic[T]):
    """A table of words that can be found among the words of a text.

    >>> words = [Word(0, 2, "几乎", "d"), Word(2, 4, "肯定", "v"), Word(4, 6, "下雨", "v")]
    >>> listing = Listing({"几乎肯定": "almost_certain", "肯定": "certain"})
    >>> [(one.form, one.value) for one in listing.find(words)]
    [('几乎肯定', 'almost_certain')]
    """

    def __init__(self, table: Mapping[str, T]) -> None:
        self.table = dict(table)
        self._openings = frozenset(form[:n] for form in table for n in range(1, len(form) + 1))

    def __contains__(self, form: object) -> bool:
        return form in self.table

    def find(self, words: Sequence[Word]) -> Iterator[Listed[T]]:
        """The entries among some words, none inside another."""
        openings, passed = self._openings, 0
        for at in [at for at, word in enumerate(words) if word.form in openings]:
            if at < passed:
                continue
            found = self.find_at(words, at)
            if found is not None:
                passed = found.last
                yield found

    def find_at(self, words: Sequence[Word], at: int) -> Listed[T] | None:
        """The longest entry that begins at a place."""
        form, last, found = words[at].form, at + 1, None
        while form in self._openings:
            if form in self.table:
                found = Listed(at, last, form, self.table[form])
            if last == len(words):
                break
            apart = words[last].start > words[last - 1].end
            form += " " * apart + words[last].form
            last += 1
        return found
