"""A corpus with its parts by id: what every question about many articles reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from claims.corpus import narrow_corpus
from claims.model import Document, Frozen
from claims.model.corpus import (
    Corpus,
    CorpusClaim,
    CorpusMatter,
    CorpusRelation,
    CorpusSpeaker,
)
from claims.model.world import Certainty
from claims.query.across.answers import Told
from claims.query.words import holds_words


class Sought(Frozen):
    """Which claims are wanted; by default all.

    `speakers` are ids of joined speakers, `outlets` names as the articles have them, `since` and
    `until` days (2024-05-31), `about` words that must all occur in the claim.
    """

    speakers: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    since: str = ""
    until: str = ""
    lang: str = ""
    about: str = ""
    anonymous: bool = False
    certainty: Certainty | None = None
    basis: str | None = None


ANY = Sought()


class Library:
    """A corpus in which everything is found by its id.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> corpus = build_corpus([make_dossier(read_text("市长王海说，大桥安全。"))])
    >>> library = Library(corpus)
    >>> [(one.speaker, one.text) for one in library.told()]
    [('王海', '大桥安全')]
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def on(self, matters: Collection[str] | None) -> Library:
        """The part of it that is on some matters, by their ids; all of it for None."""
        return self if matters is None else Library(narrow_corpus(self.corpus, matters))

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {one.id: one for one in self.corpus.documents}

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The first of the articles of which each that has copies is one."""
        groups = (group for story in self.corpus.stories for group in story.copies)
        return {id: group[0] for group in groups for id in group}

    @cached_property
    def speakers(self) -> Mapping[str, CorpusSpeaker]:
        """The joined speakers by id."""
        return {one.id: one for one in self.corpus.speakers}

    @cached_property
    def claims(self) -> Mapping[str, CorpusClaim]:
        """The claims by id."""
        return {one.id: one for one in self.corpus.claims}

    @cached_property
    def matters(self) -> Mapping[str, CorpusMatter]:
        """The matters by id."""
        return {one.id: one for one in self.corpus.matters}

    @cached_property
    def clashes(self) -> Mapping[str, Sequence[CorpusRelation]]:
        """The strong relations between claims that may conflict, by the matter of the first."""
        found: dict[str, list[CorpusRelation]] = defaultdict(list)
        for one in self.corpus.relations:
            claim = self.claims.get(one.origin)
            strong = one.kind == "contradicts" and one.strength == "strong"
            if strong and claim and claim.matter:
                found[claim.matter].append(one)
        return found

    def tell(self, id: str) -> Told | None:
        """A claim with what is known of it; None for what is no claim."""
        claim = self.claims.get(id)
        if claim is None:
            return None
        page, speaker = self.documents[claim.document], self.speakers.get(claim.speaker or "")
        chain = [self.speakers[one].name for one in claim.chain if one in self.speakers]
        return Told(
            id=claim.id,
            text=claim.span.text,
            speaker=speaker.name if speaker else "",
            speaker_id=claim.speaker or "",
            anonymous=bool(speaker and speaker.anonymous),
            through=tuple(chain[:-1]),
            outlet=page.outlet,
            published=page.published,
            title=page.title,
            url=page.url,
            document=page.id,
            lang=page.lang,
            certainty=claim.certainty,
            negated=claim.negated,
            held=claim.held,
            narrated=claim.narrated,
            matter=claim.matter or "",
        )

    @cached_property
    def _words(self) -> Mapping[tuple[str, str], str]:
        """The words of each position that somebody holds, by matter and key."""
        return {
            (one.matter, self.claims[one.claims[0]].position): one.position
            for one in self.corpus.origins
            if one.claims
        }

    def name_position(self, id: str) -> str:
        """The position of a claim in words; its own, where no one is told to hold it."""
        claim = self.claims[id]
        return self._words.get((claim.matter or "", claim.position), claim.span.text)

    def told(self, sought: Sought = ANY) -> list[Told]:
        """The claims that are wanted, by day."""
        found = (self.tell(id) for id in self.claims)
        return sort_told(one for one in found if one and self.is_sought(one, sought))

    def is_sought(self, one: Told, sought: Sought) -> bool:
        """Whether a claim is among what is wanted."""
        day = one.published[:10]
        return (
            (sought.speakers is None or one.speaker_id in sought.speakers)
            and (sought.outlets is None or one.outlet in sought.outlets)
            and (not sought.since or day >= sought.since)
            and (not sought.until or (day != "" and day <= sought.until))
            and (not sought.lang or one.lang.split("-")[0] == sought.lang.split("-")[0])
            and (not sought.anonymous or one.anonymous)
            and (sought.certainty is None or one.certainty == sought.certainty)
            and (not sought.about or holds_words(one.text, sought.about, one.lang))
        )


def sort_told(told: Iterable[Told]) -> list[Told]:
    """Claims by day, article and place."""
    return sorted(told, key=lambda one: (one.published, one.document, len(one.id), one.id))
