"""One article while its claims are compared: what every step reads, laid out once."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.lang.base import Language, Word
from claims.model import Attribution, Document, Span, Speaker
from claims.relate.claims import Statement, find_statements

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Article:
    """A document with its words, speakers, attributions and statements."""

    document: Document
    language: Language
    words: tuple[Word, ...]
    speakers: Mapping[str, Speaker]
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]

    @classmethod
    def of(
        cls,
        document: Document,
        language: Language,
        words: Sequence[Word],
        speakers: Iterable[Speaker],
        attributions: Sequence[Attribution],
    ) -> Article:
        """The article laid out; `words` are those of its folded text."""
        return cls(
            document,
            language,
            tuple(words),
            {one.id: one for one in speakers},
            tuple(attributions),
            find_statements(document, language, words, attributions),
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two places of the text."""
        first = bisect_left(self._starts, start)
        found = self.words[first : bisect_right(self._starts, end - 1)]
        return found[:-1] if found and found[-1].end > end else found

    def words_of(self, spans: Iterable[Span]) -> tuple[Word, ...]:
        """The words of some spans."""
        return tuple(word for span in spans for word in self.words_in(span.start, span.end))

    @cached_property
    def folded(self) -> str:
        """The text in the form in which words are matched."""
        return self.language.fold(self.document.text)

    @cached_property
    def by_id(self) -> Mapping[str, Attribution]:
        """The attributions by id."""
        return {one.id: one for one in self.attributions}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each attribution in the row of all."""
        return {one.id: i for i, one in enumerate(self.attributions)}

    @cached_property
    def said(self) -> Mapping[str, tuple[Statement, ...]]:
        """The claims of each attribution that has some."""
        found: dict[str, tuple[Statement, ...]] = {}
        for one in self.statements:
            id = one.attribution.id
            found[id] = (*found.get(id, ()), one)
        return found

    @cached_property
    def inside(self) -> Mapping[str, tuple[Attribution, ...]]:
        """The attributions that stand inside each."""
        found: dict[str, tuple[Attribution, ...]] = {}
        for one in self.attributions:
            if one.within is not None:
                found[one.within] = (*found.get(one.within, ()), one)
        return found

    def around(self, one: Attribution) -> tuple[str, ...]:
        """The ids of the attributions that an attribution stands inside, the nearest first."""
        found: list[str] = []
        while one.within is not None and one.within in self.by_id and one.within not in found:
            found.append(one.within)
            one = self.by_id[one.within]
        return tuple(found)

    @cached_property
    def contents(self) -> Mapping[str, str]:
        """The content of each attribution in the form in which words are matched."""
        return {
            one.id: "".join(self.folded[span.start : span.end] for span in one.content)
            for one in self.attributions
        }

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """What each speaker is called, names and descriptions, in that form."""
        fold = self.language.fold
        return {
            id: tuple(dict.fromkeys(map(fold, (one.name, *one.aliases, *_texts(one.mentions)))))
            for id, one in self.speakers.items()
        }

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of the speakers' names."""
        named = (one.name for one in self.speakers.values() if not one.anonymous)
        return frozenset(
            word.form for name in named for word in self.language.segment(self.language.fold(name))
        )

    def are_allied(self, one: str | None, other: str | None) -> bool:
        """Whether one speaker speaks for the other, or both for one body."""
        a, b = self.speakers.get(one or ""), self.speakers.get(other or "")
        if a is None or b is None or a.id == b.id:
            return False
        return (
            b.id == a.affiliation
            or a.id == b.affiliation
            or (a.affiliation is not None and a.affiliation == b.affiliation)
        )

    def are_nested(self, one: Attribution, other: Attribution) -> bool:
        """Whether two attributions are one, or one stands inside the other."""
        ids = (one.id, *self.around(one)), (other.id, *self.around(other))
        return one.id in ids[1] or other.id in ids[0]

    def senses_of(self, one: Attribution) -> tuple[str, ...]:
        """The senses of an attribution's words of report."""
        cue = self.language.fold(one.cue.text) if one.cue else ""
        return self.language.lexicon.senses.get(cue, ())

    @cached_property
    def _sides(self) -> Mapping[str, frozenset[str]]:
        return {id: frozenset(self._find_sides(one)) for id, one in self.speakers.items()}

    def sides_of(self, id: str) -> frozenset[str]:
        """The countries or places that a speaker speaks for, by name, body and role."""
        return self._sides.get(id, frozenset())

    def _find_sides(self, speaker: Speaker) -> Iterator[str]:
        body = self.speakers.get(speaker.affiliation or "")
        bodies = (self.language.fold(body.name),) if body else ()
        for name in (*self.names[speaker.id], *bodies):
            for word in self.language.segment(name):
                side = self.language.side(word.form)
                if side:
                    yield side

    @cached_property
    def terms(self) -> Mapping[str, frozenset[str]]:
        """The terms of the content of each attribution."""
        return {
            one.id: frozenset(self.language.terms(self.words_of(one.content)))
            for one in self.attributions
        }

    @cached_property
    def weights(self) -> Weights:
        """How much a term tells, by how few of the contents hold it."""
        held = Counter(term for terms in self.terms.values() for term in terms)
        return {term: math.log(1 + len(self.attributions) / times) for term, times in held.items()}

    def weigh(self, terms: Iterable[str]) -> float:
        """What some terms tell together."""
        rare = math.log(1 + len(self.attributions))
        return sum(self.weights.get(term, rare) for term in terms)


def _texts(spans: Iterable[Span]) -> Iterator[str]:
    return (span.text for span in spans)


def article_of(text: str, lang: str = "zh") -> Article:
    """The article of a plain text, all steps before this room done; for trying things out."""
    from claims.find import find_attributions
    from claims.find.page import words_of
    from claims.lang import load_language
    from claims.resolve import resolve_speakers

    language, document = load_language(lang), Document.of(text, lang=lang)
    findings = find_attributions(document, language)
    speakers, attributions = resolve_speakers(document, language, findings)
    words = words_of(language.fold(text), language)
    return Article.of(document, language, words, speakers, attributions)
