"""One article while its speakers are being resolved: what every step reads and adds to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from claims.find.finding import Finding
from claims.lang.base import Language, Phrase
from claims.model.text import Document
from claims.resolve.entities import Entity
from claims.resolve.outcomes import Outcome
from claims.resolve.register import Register
from claims.resolve.scenes import Scene

SILENT = Phrase("pronoun")  # a mention without words: an elided subject, a statement's author


class Mention(NamedTuple):
    """A phrase that stands for a speaker, as it is written, and where."""

    phrase: Phrase
    written: str
    place: int


@dataclass
class Story:
    """An article's findings with their sources taken apart, and the speakers known so far.

    `spoken` are the indices of the findings that have a speaker, by the finding around them;
    `farthest` is, for each finding, the last place at which it or one before it has its speaker.
    `bodies` gives, for a speaker's number, the body it belongs to; `addressed`, for a finding's
    index, the one it is said to.
    """

    language: Language
    findings: tuple[Finding, ...]
    phrases: list[Phrase | None]
    register: Register
    scene: Scene
    outcomes: list[Outcome]
    farthest: list[int]
    spoken: dict[int | None, list[int]] = field(default_factory=dict)
    bodies: dict[int, Entity] = field(default_factory=dict)
    addressed: dict[int, Entity] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, language: Language, findings: tuple[Finding, ...]) -> Story:
        """The story of a document before anyone in it is resolved."""
        return cls(
            language=language,
            findings=findings,
            phrases=[language.parse(f.source.text) if f.source else None for f in findings],
            register=Register(language, document.text),
            scene=Scene(document.text, language),
            outcomes=[Outcome() for _ in findings],
            farthest=list(accumulate((_place(finding) for finding in findings), max)),
        )

    @property
    def entities(self) -> list[Entity]:
        """The speakers known so far, in the order in which they were entered."""
        return self.register.entities

    @cached_property
    def _told(self) -> list[tuple[int, int]]:
        """The widest stretches of the text that are contents."""
        wide: list[tuple[int, int]] = []
        for start, end in sorted((s.start, s.end) for f in self.findings for s in f.content):
            if wide and start < wide[-1][1]:
                wide[-1] = wide[-1][0], max(end, wide[-1][1])
            else:
                wide.append((start, end))
        return wide

    def content_at(self, place: int) -> tuple[int, int] | None:
        """The widest stretch of contents that holds a place."""
        at = bisect_right(self._told, (place, len(self.scene.text) + 1)) - 1
        found = self._told[at] if at >= 0 else None
        return found if found and found[0] <= place < found[1] else None

    # ------------------------------------------------------------ telling on
    def join(self, entity: Entity, mention: Mention, why: str) -> Outcome:
        """One more mention of a known speaker."""
        self.register.add(entity, *mention)
        return Outcome(entity, why=why)

    def follow(self, entity: Entity, place: int, why: str) -> Outcome:
        """A known speaker who is meant at a place without being named there."""
        return self.join(entity, Mention(SILENT, "", place), why)

    def enter(self, mention: Mention, why: str) -> Outcome:
        """The first mention of a speaker."""
        return Outcome(self.register.enter(*mention), why=why)

    def settle(self, i: int, outcome: Outcome) -> None:
        """Keep the outcome of a finding, and what it tells of the one who speaks."""
        self.outcomes[i] = outcome
        if outcome.speaker is not None:
            insort(self.spoken.setdefault(self.findings[i].within, []), i)
            self._hear(i, outcome.speaker)

    def _hear(self, i: int, entity: Entity) -> None:
        finding, phrase = self.findings[i], self.phrases[i]
        place = self.place(i)
        entity.see(place)
        entity.heard = True
        if finding.source:
            entity.spans.setdefault((finding.source.start, finding.source.end))
        if phrase and phrase.kind == "voice":
            entity.voiced = place
        if finding.sense in self.language.reporting or finding.sense in self.language.citing:
            entity.reported = place
        if entity.anonymous and not entity.through:
            entity.through = self.outlet(i)

    # ------------------------------------------------------------ looking around
    def subject_before(
        self, i: int, fits: Callable[[Phrase], bool], known: Entity | None, place: int
    ) -> Mention | None:
        """The subject of a clause before a finding, the nearest that fits, after all of `known`."""
        low = known.last_before(place) if known is not None else -1
        for span in self.findings[i].subjects:
            phrase = self.language.parse(span.text)
            if span.start > low and fits(phrase):
                return Mention(phrase, span.text, span.start)
        return None

    def place(self, i: int) -> int:
        """Where the speaker of a finding stands: at its source, or where a source is missing."""
        return _place(self.findings[i])

    def previous(self, i: int) -> int | None:
        """The last finding before this one at the same depth of nesting that has a speaker."""
        row = self.spoken.get(self.findings[i].within, [])
        at = bisect_left(row, i)
        return row[at - 1] if at else None

    def speaker_before(self, i: int) -> Entity | None:
        """The speaker of the last finding at the same depth of nesting."""
        j = self.previous(i)
        return self.outcomes[j].speaker if j is not None else None

    def speaker_around(self, i: int) -> Entity | None:
        """The speaker of the finding whose content holds this one, where it comes before it."""
        parent = self.findings[i].within
        return self.outcomes[parent].speaker if parent is not None and parent < i else None

    def quoter(self, i: int) -> Entity | None:
        """The one whose direct words hold this finding."""
        j = self.findings[i].within
        while j is not None:
            if self.findings[j].quote == "direct" or self.findings[i].quoted_in >= 0:
                return self.outcomes[j].speaker if j < i else None
            j = self.findings[j].within
        return None

    def outlet(self, i: int) -> str:
        """The outlet through which the words of a finding came; empty where none is named."""
        at = self.findings[i].within
        while at is not None:
            speaker = self.outcomes[at].speaker
            if speaker is not None:
                body = speaker.body if speaker.kind == "person" else None
                if speaker.kind == "outlet":
                    return speaker.sense or speaker.name
                if body is not None and body.kind == "outlet":
                    return self.register.sense_of(body) or body.name
            at = self.findings[at].within
        return ""


def _place(finding: Finding) -> int:
    return finding.source.start if finding.source else finding.anchor
