"""A page laid out for finding: its words, sentences and quotations, once, for all steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.find.quotes import find_quotes
from claims.lang.base import Language, Lexicon
from claims.lang.spotting import spot
from claims.lang.words import Word
from claims.model.text import Document, Quote

NAME_TAG = "nr"
MOST_WORDS = 4  # of an entry of a small class
LONG_PARAGRAPH, LONGEST_PARAGRAPH = 800, 4000  # words


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, folded, as parallel tuples over its words; `quote` is the innermost quotation.

    `quote[i]` is an index into `quotes`, -1 outside of all; the marks of a quotation belong
    to it. `sentence[i]` counts sentences, `clause[i]` clauses, both within the paragraph.
    `stops[i]` tells whether a word ends a sentence, `pauses[i]` whether it parts clauses.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    senses: tuple[tuple[str, ...], ...]
    kinds: tuple[tuple[str, ...], ...]
    quotes: tuple[Quote, ...]
    quote: tuple[int, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]
    stops: tuple[bool, ...]
    pauses: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def opening(self) -> dict[int, Quote]:
        """The quotation that starts at each place, the outer one of two."""
        found: dict[int, Quote] = {}
        for quote in self.quotes:
            found.setdefault(quote.start, quote)
        return found

    @cached_property
    def inside(self) -> dict[int, Quote]:
        """The quotation whose words begin at each place."""
        return {quote.inner_start: quote for quote in self.quotes}

    @cached_property
    def opened(self) -> dict[int, int]:
        """Where each closed quotation that ends somewhere starts, the outer one of two."""
        found: dict[int, int] = {}
        for quote in self.quotes:
            if quote.closed:
                found.setdefault(quote.end, quote.start)
        return found

    @cached_property
    def closing(self) -> dict[int, int]:
        """Where each closed quotation that starts somewhere ends, the outer one of two."""
        found: dict[int, int] = {}
        for quote in self.quotes:
            if quote.closed:
                found.setdefault(quote.start, quote.end)
        return found

    def clause_head(self, i: int, low: int = 0) -> int:
        """The first word of the clause of a word; none before `low`."""
        while i > low and self.clause[i - 1] == self.clause[i]:
            i -= 1
        return i

    def word_at(self, place: int) -> int:
        """The index of the first word that ends behind a place of the text."""
        return bisect_right(self.ends, place)

    def written(self, first: int, last: int) -> str:
        """The words from one to another (half-open) as an entry of several words is listed."""
        text = self.forms[first]
        for i in range(first + 1, last):
            text += " " * (self.starts[i] > self.ends[i - 1]) + self.forms[i]
        return text

    def begins(self, i: int, table: Set[str]) -> bool:
        """Whether a word, or it with those behind it, is listed: because; at the same time."""
        if self.forms[i] in table:
            return True
        ends = range(i + 2, min(i + MOST_WORDS, len(self)) + 1)
        return any(self.written(i, end) in table for end in ends)


def lay_out(document: Document, language: Language) -> tuple[Paragraph, ...]:
    """The paragraphs of a document that hold words, asides left out."""
    folded = language.fold(document.text)
    words = words_of(folded, language)
    quotes = find_quotes(document.text, language.marks)
    aside = {span.start for span in document.asides}
    found, at, q, w = [], 0, 0, 0
    for line in folded.split("\n"):
        end = at + len(line)
        first, begun = q, w
        while q < len(quotes) and quotes[q].start < end:
            q += 1
        while w < len(words) and words[w].start < end:
            w += 1
        dateline = language.dateline(line)
        opening = at + dateline.end if dateline else at
        while begun < w and words[begun].start < opening:
            begun += 1
        lead = at + len(line) - len(line.lstrip())
        if w > begun and not (at in aside or lead in aside):
            for piece in _pieces(words[begun:w], quotes[first:q], language):
                inner = tuple(
                    quote
                    for quote in quotes[first:q]
                    if piece[0].start <= quote.start < piece[-1].end
                )
                found.append(_paragraph(at, line, piece, inner, language))
        at = end + 1
    return tuple(found)


def _pieces(
    words: Sequence[Word], quotes: tuple[Quote, ...], language: Language
) -> Iterator[Sequence[Word]]:
    """The words of a paragraph at once, or of a very long one some sentences at a time.

    It is parted after a stop outside all quotations, so that no content is cut, and anywhere
    where there is none for thousands of words: no article is written so.
    """
    if len(words) < LONG_PARAGRAPH:
        yield words
        return
    begun, q, reach = 0, 0, 0
    for i, word in enumerate(words):
        while q < len(quotes) and quotes[q].start <= word.start:
            reach = max(reach, quotes[q].end)
            q += 1
        size = i + 1 - begun
        full = size >= LONG_PARAGRAPH and word.form in language.marks.stops and word.end > reach
        if full or size >= LONGEST_PARAGRAPH:
            yield words[begun : i + 1]
            begun = i + 1
    if begun < len(words):
        yield words[begun:]


def words_of(folded: str, language: Language) -> Sequence[Word]:
    """The words of a folded text; a name that it makes known is one word wherever it stands."""
    return _words_of(folded, language.segment, language.names)


@lru_cache(maxsize=2)
def _words_of(
    folded: str,
    segment: Callable[[str], Sequence[Word]],
    find_names: Callable[[str], frozenset[str]],
) -> Sequence[Word]:
    """The words of a text that is being read, which several rooms ask for."""
    words, names = segment(folded), find_names(folded)
    if not names:
        return words
    return tuple(_joined(folded, words, list(spot(folded, names))))


def _joined(folded: str, words: Sequence[Word], spans: list[tuple[int, int]]) -> list[Word]:
    """The words with each span as one word; words that reach over its edge are cut there."""
    out: list[Word] = []
    s = 0
    for word in words:
        start = word.start
        while s < len(spans) and spans[s][1] <= start:
            s += 1
        if s == len(spans) or word.end <= spans[s][0]:
            out.append(
                word
                if start == word.start
                else Word(start, word.end, folded[start : word.end], word.tag)
            )
            continue
        if start < spans[s][0]:
            out.append(Word(start, spans[s][0], folded[start : spans[s][0]], word.tag))
        if not (out and out[-1].end == spans[s][1]):
            out.append(Word(*spans[s], folded[spans[s][0] : spans[s][1]], NAME_TAG))
        if word.end > spans[s][1]:
            out.append(Word(spans[s][1], word.end, folded[spans[s][1] : word.end], word.tag))
    return out


def _paragraph(
    start: int, text: str, words: Sequence[Word], quotes: tuple[Quote, ...], language: Language
) -> Paragraph:
    starts, ends, forms, tags = zip(*words, strict=True)
    quote = _quote_of_each(starts, quotes)
    sentence, clause = _sentences(forms, quote, quotes, language)
    marks, behind = language.marks, (*forms[1:], "")
    pausing, joined = (
        marks.pauses | marks.colons,
        _join_openings(forms, starts, ends, language.lexicon),
    )
    return Paragraph(
        start=start,
        end=start + len(text),
        text=text,
        forms=forms,
        tags=tags,
        starts=starts,
        ends=ends,
        senses=_listed(forms, joined, language.lexicon.senses),
        kinds=_listed(forms, joined, language.lexicon.kinds),
        quotes=quotes,
        quote=quote,
        sentence=sentence,
        clause=clause,
        stops=tuple(
            form in marks.stops and after not in marks.closers
            for form, after in zip(forms, behind, strict=True)
        ),
        pauses=tuple(form in pausing for form in forms),
    )


def _quote_of_each(starts: tuple[int, ...], quotes: tuple[Quote, ...]) -> tuple[int, ...]:
    """For each word the innermost quotation around it."""
    out = [-1] * len(starts)
    for index, quote in enumerate(quotes):  # outer before inner, so the inner one wins
        first = bisect_right(starts, quote.start - 1)
        last = bisect_right(starts, quote.end - 1)
        out[first:last] = [index] * (last - first)
    return tuple(out)


def _sentences(
    forms: tuple[str, ...], quote: tuple[int, ...], quotes: tuple[Quote, ...], language: Language
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For each word the number of its sentence and of its clause."""
    marks = language.marks
    parting = marks.ends | marks.closers
    sentence, clause, s, c = [], [], 0, 0
    for i, form in enumerate(forms):
        sentence.append(s)
        clause.append(c)
        if form not in parting:
            continue
        after = forms[i + 1] if i + 1 < len(forms) else ""
        closing = after in marks.closers or after in marks.stops
        stopped = form in marks.stops or (
            form in marks.closers and i > 0 and forms[i - 1] in marks.stops
        )
        if stopped and not closing and not (form in marks.closers and after in marks.pauses):
            s, c = s + 1, c + 1
        elif form in marks.pauses or form in marks.colons:
            c += 1
    return tuple(sentence), tuple(clause)


def _join_openings(
    forms: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], lexicon: Lexicon
) -> list[tuple[int, int, str]]:
    """The words that may be an entry of several, from one to another, and as they are written."""
    found = []
    openings, longest = lexicon.openings, lexicon.longest
    for i in [i for i, form in enumerate(forms) if form in openings]:
        joined = forms[i]
        for j in range(i + 1, min(len(forms), i + longest)):
            joined += " " * (starts[j] > ends[j - 1]) + forms[j]
            found.append((i, j, joined))
    return found


def _listed(
    forms: tuple[str, ...],
    joined: list[tuple[int, int, str]],
    table: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[str, ...], ...]:
    """What a table says of each word; an entry of several words counts for each of them."""
    out = [table.get(form, ()) for form in forms]
    for i, j, form in joined:
        for name in table.get(form, ()):
            for k in range(i, j + 1):
                if name not in out[k]:
                    out[k] = (*out[k], name)
    return tuple(out)
