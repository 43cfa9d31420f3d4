"""The words of an article, laid out once: found by place, and given back as they are written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.lang.words import Word
from claims.model import Span


@dataclass(frozen=True)
class Wording:
    """A text, the form of the same length in which words are matched, and those words."""

    text: str
    folded: str
    words: tuple[Word, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two places; one that reaches over the second is left out."""
        first = bisect_left(self._starts, start)
        found = self.words[first : bisect_right(self._starts, end - 1)]
        return found[:-1] if found and found[-1].end > end else found

    def before(self, place: int, most: int) -> tuple[Word, ...]:
        """The words before a place, so many at most."""
        last = bisect_left(self._starts, place)
        return self.words[max(0, last - most) : last]

    def words_of(self, spans: Iterable[Span]) -> tuple[Word, ...]:
        """The words of some spans."""
        return tuple(word for span in spans for word in self.words_in(span.start, span.end))

    def span_of(self, words: Sequence[Word]) -> Span:
        """The piece of the text from the first to the last of some words."""
        return Span.of(self.text, words[0].start, words[-1].end)

    def written(self, form: str, within: Span) -> str:
        """A folded form as it is written in a span; itself where it is not there in one piece."""
        at = self.folded.find(form, within.start, within.end) if form else -1
        return self.text[at : at + len(form)] if at >= 0 else form
