"""One article while its claims are compared: what every step reads, laid out once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claims.lang.base import Language, Phrase
from claims.lang.words import Word
from claims.model import Attribution, Claim, Document, Span, Speaker
from claims.relate.claims import Statement, find_statements, index_inner
from claims.relate.wording import Wording

BODIES = frozenset({"organisation", "government", "outlet"})  # speakers that others speak for
LONGEST = 300  # characters from the beginning of a sentence that are looked back over

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Article:
    """A document with its words, speakers, attributions and statements."""

    document: Document
    language: Language
    wording: Wording
    speakers: Mapping[str, Speaker]
    attributions: tuple[Attribution, ...]
    inside: Mapping[str, tuple[Attribution, ...]]
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
        wording = Wording(document.text, language.fold(document.text), tuple(words))
        inside = index_inner(attributions)
        return cls(
            document,
            language,
            wording,
            {one.id: one for one in speakers},
            tuple(attributions),
            inside,
            tuple(find_statements(document.id, language, wording, attributions, inside)),
        )

    @cached_property
    def by_id(self) -> Mapping[str, Attribution]:
        """The attributions by id."""
        return {one.id: one for one in self.attributions}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each attribution in the row of all."""
        return {one.id: i for i, one in enumerate(self.attributions)}

    @cached_property
    def said(self) -> Mapping[str, Sequence[Statement]]:
        """The claims of each attribution that has some."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            found[one.attribution.id].append(one)
        return dict(found)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {one.claim.id: one.claim for one in self.statements}

    def around(self, one: Attribution) -> tuple[str, ...]:
        """The ids of the attributions that an attribution stands inside, the nearest first."""
        found: dict[str, None] = {}
        while one.within is not None and one.within in self.by_id and one.within not in found:
            found[one.within] = None
            one = self.by_id[one.within]
        return tuple(found)

    @cached_property
    def contents(self) -> Mapping[str, str]:
        """The content of each attribution in the form in which words are matched."""
        return {
            one.id: "".join(self.wording.folded[span.start : span.end] for span in one.content)
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
    def called(self) -> Mapping[str, Set[str]]:
        """The speakers in one of whose names two characters, in small letters, stand together."""
        found: dict[str, set[str]] = defaultdict(set)
        for id, names in self.names.items():
            for name in names:
                for pair in map("".join, pairwise(name.lower())):
                    found[pair].add(id)
        return dict(found)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of the speakers' names."""
        named = (one.name for one in self.speakers.values() if not one.anonymous)
        return frozenset(
            word.form for name in named for word in self.language.segment(self.language.fold(name))
        )

    def are_allied(self, one: str | None, other: str | None) -> bool:
        """Whether one speaker speaks for the other, or both for one body that is no country."""
        if one is None or other is None or one == other:
            return False
        a_speaker, b_speaker = self.speakers.get(one), self.speakers.get(other)
        if (
            a_speaker
            and b_speaker
            and (a_speaker.affiliation == other or b_speaker.affiliation == one)
            and not {a_speaker.kind, b_speaker.kind} & BODIES
        ):
            return True  # the mayor and who speaks for the mayor
        a, b = self._bodies[one], self._bodies[other]
        return any(x in y or y in x for x in a for y in b)

    @cached_property
    def _bodies(self) -> Mapping[str, frozenset[str]]:
        return {id: self._find_bodies(one) for id, one in self.speakers.items()}

    def _find_bodies(self, speaker: Speaker) -> frozenset[str]:
        """The names of a body, or of the one that a person speaks for; no countries."""
        own = speaker if speaker.kind in BODIES else None
        body = self.speakers.get(speaker.affiliation or "")
        names = (self.language.fold(found.name) for found in (own, body) if found is not None)
        return frozenset(
            name for name in names if len(name) > 1 and name not in self.language.countries
        )

    def are_nested(self, one: Attribution, other: Attribution) -> bool:
        """Whether two attributions are one, or one stands inside the other."""
        ids = (one.id, *self.around(one)), (other.id, *self.around(other))
        return one.id in ids[1] or other.id in ids[0]

    def sentence_at(self, place: int) -> int:
        """Where the sentence of a place begins, or a long way before it."""
        folded, start = self.wording.folded, max(0, place - LONGEST)
        return max(start, *(folded.rfind(mark, start, place) for mark in self.language.marks.stops))

    @cached_property
    def others(self) -> frozenset[str]:
        """The words of the article that stand for someone told of before: 他, 她们, 对方."""
        return frozenset(form for form, told in self.pronouns.items() if told.person == 3)

    @cached_property
    def pronouns(self) -> Mapping[str, Phrase]:
        """The pronouns of the article, taken apart."""
        kinds, parse = self.language.lexicon.kinds, self.language.parse
        forms = {word.form for word in self.wording.words} & kinds.keys()
        return {form: parse(form) for form in forms if "pronoun" in kinds[form]}

    def denies(self, one: Attribution) -> bool:
        """Whether an attribution's words of report deny: 否认, 否认说, not 没有否认."""
        return bool(self._denial(one)) and not one.negated

    def denies_words(self, one: Attribution) -> bool:
        """Whether the words of report deny that something was said: 否认说|过; not 否认说."""
        particles = tuple(self.language.particles)
        if one.cue is None or not self.wording.folded.startswith(particles, one.cue.end):
            return False
        found, cue = self._denial(one), self.language.fold(one.cue.text)
        says = "say" in self.language.lexicon.senses.get(cue[len(found) :], ())
        return bool(found) and says and not one.negated

    def _denial(self, one: Attribution) -> str:
        """The shortest beginning of a cue that denies; nothing where none does."""
        cue = self.language.fold(one.cue.text) if one.cue else ""
        senses, denying = self.language.lexicon.senses, self.language.denying
        forms = (cue[:size] for size in range(1, len(cue) + 1))
        return next((form for form in forms if denying & {*senses.get(form, ())}), "")

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
            one.id: frozenset(self.language.terms(self.wording.words_of(one.content)))
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
        return math.fsum(self.weights.get(term, rare) for term in terms)


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
