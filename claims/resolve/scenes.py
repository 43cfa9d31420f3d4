"""Who is in focus at a place of the text: subjects, people seen, the sentence's own speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.find.finding import Finding
from claims.lang.base import Language, Phrase
from claims.resolve.entities import Entity

if TYPE_CHECKING:
    from claims.resolve.speakers import Outcome

# How much a mention speaks for a person as what a pronoun means; found on the training articles.
FADE = 0.5  # what is left of it a sentence later
REACH = 8  # sentences
SPOKE, SPOKE_ELSEWHERE = 1.0, 0.6  # as a speaker at the same depth of nesting, at another
SUBJECT, NAMED = 0.95, 0.3  # as the subject of a clause, elsewhere in it
QUOTER_FIRST, QUOTER = 1.3, 0.9  # as the one whose words hold the pronoun, at their head or later


class Scene:
    """The text as a row of sentences with the mentions that stand in them."""

    def __init__(self, text: str, language: Language, findings: tuple[Finding, ...]) -> None:
        self.text = language.fold(text)
        self.language = language
        self.findings = findings
        self.people: list[tuple[Phrase, int, int]] = [
            (language.parse(text[a:b]), a, b)
            for a, b in language.people(self.text, language.segment(self.text))
        ]
        stops = "".join(language.marks.stops) + "\n"
        self.ends = [m.end() for m in re.finditer(f"[{re.escape(stops)}]", self.text)]
        self.mentions: list[tuple[int, int, int, bool]] = []

    def sentence(self, place: int) -> int:
        """The number of the sentence in which a place lies."""
        return bisect_left(self.ends, place + 1)

    def start_of(self, place: int) -> int:
        """Where the sentence of a place begins."""
        number = self.sentence(place)
        return self.ends[number - 1] if number else 0

    def index(self, entities: list[Entity]) -> None:
        """Find every place where a named speaker stands in the text, subject or not."""
        owner: dict[str, int] = {}
        for entity in entities:
            for name in entity.names:
                if len(name) > 1:
                    owner.setdefault(name, entity.order)
        if not owner:
            return
        lowered = self.text.lower()
        pattern = "|".join(re.escape(n) for n in sorted(owner, key=len, reverse=True))
        for match in re.finditer(pattern, lowered):
            order = owner[match.group()]
            self.mentions.append((match.start(), match.end(), order, self._opens(match.start())))
            entities[order].seen.append(match.start())

    def _opens(self, place: int) -> bool:
        """Whether a mention begins its clause, titles and connectives aside."""
        marks = self.language.marks
        edge = place
        while edge > 0 and place - edge < 16:
            char = self.text[edge - 1]
            if (
                char in marks.stops
                or char in marks.pauses
                or char in marks.colons
                or char in "\n"
                or char in marks.quotes
                or char in marks.straight
            ):
                break
            edge -= 1
        before = self.text[edge:place]
        return len(before) < 16 and self._title(before)

    def _title(self, before: str) -> bool:
        for word in self.language.openings:
            if before.startswith(word):
                before = before[len(word) :]
                break
        return before == "" or self.language.is_title(before)

    # ------------------------------------------------------------ subjects
    def subject_before(
        self, place: int, entities: list[Entity], bodies: bool = False
    ) -> Entity | None:
        """The last subject of a clause before a place, in this sentence or the one before."""
        here = self.sentence(place)
        for start, _, order, opens in reversed(self.mentions):
            if (
                start < place
                and here - self.sentence(start) <= 1
                and opens
                and (entities[order].kind != "person" or not bodies)
            ):
                return entities[order]
            if here - self.sentence(start) > 1 and start < place:
                break
        return None

    def pair_before(self, place: int, entities: list[Entity], head: str) -> tuple[int, ...]:
        """The two people or bodies last seen before a place: whom 两位领导人 can mean."""
        seen: list[int] = []
        for start, _, order, _ in reversed(self.mentions):
            person = entities[order].kind == "person"
            if start < place and order not in seen and (person or not head):
                seen.append(order)
            if len(seen) == 2:
                break
        return tuple(sorted(seen))

    def subject_of(
        self, i: int, entities: list[Entity], outcomes: list[Outcome]
    ) -> tuple[Entity | None, str]:
        """Whose saying a cue without a source is."""
        finding = self.findings[i]
        begin = self.start_of(finding.anchor)
        parent = finding.within
        low = begin
        if parent is not None and self.findings[parent].content:
            low = max(begin, self.findings[parent].content[0].start)
        for j in range(i - 1, -1, -1):  # the speaker of an earlier cue of this sentence
            other = self.findings[j]
            if (
                other.anchor >= low
                and other.within == parent
                and outcomes[j].speaker is not None
                and other.cue
            ):
                between = self._new_subject(other.cue.end, finding.anchor, entities, other)
                if between is not None and finding.cue:
                    return between, "the subject of the clause before"
                return outcomes[j].speaker, "goes on from the cue before it"
        subject = self._new_subject(low, finding.anchor, entities, None)
        if subject is not None and finding.cue:
            return subject, "the subject of its sentence"
        if parent is not None and outcomes[parent].speaker is not None and parent < i:
            return outcomes[parent].speaker, "the speaker of the words around it"
        for j in range(i - 1, -1, -1):
            other = self.findings[j]
            if other.within == parent and outcomes[j].speaker is not None:
                if other.paragraph == finding.paragraph or finding.cue is None:
                    return outcomes[j].speaker, "goes on from the speaker before"
                break
        return None, ""

    def _new_subject(
        self, low: int, high: int, entities: list[Entity], after: Finding | None
    ) -> Entity | None:
        """The first subject of a clause between two places, outside the content before."""
        found = None
        for start, _, order, opens in self.mentions:
            if (
                low <= start < high
                and opens
                and not (after and any(s.start <= start < s.end for s in after.content))
            ):
                found = found or entities[order]
        return found

    # ------------------------------------------------------------ people
    def antecedents(
        self, i: int, place: int, entities: list[Entity], outcomes: list[Outcome], gender: str
    ) -> list[tuple[Entity, float]]:
        """The people a pronoun can mean, the likeliest first."""
        weight: dict[int, float] = {}
        finding = self.findings[i]
        here = self.sentence(place)

        def vote(entity: Entity, at: int, power: float) -> None:
            far = here - self.sentence(at)
            if not entity.personal or far > REACH or at >= place:
                return
            if gender != "any" and entity.gender not in ("any", gender):
                return
            value = power * FADE**far
            weight[entity.order] = max(weight.get(entity.order, 0.0), value)

        for j in range(i):
            other, speaker = self.findings[j], outcomes[j].speaker
            if speaker is not None:
                at = other.source.start if other.source else other.anchor
                vote(speaker, at, SPOKE if other.within == finding.within else SPOKE_ELSEWHERE)
        for start, _, order, opens in self.mentions:
            if start < place:
                vote(entities[order], start, SUBJECT if opens else NAMED)
        parent = finding.within
        if parent is not None and outcomes[parent].speaker is not None:
            speaker = outcomes[parent].speaker
            if self.findings[parent].quote == "direct":
                weight.pop(speaker.order, None)
            else:
                begins = (
                    place - self.findings[parent].content[0].start < 2
                    if self.findings[parent].content
                    else False
                )
                vote(speaker, place - 1, QUOTER_FIRST if begins else QUOTER)
        ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
        return [(entities[order], value) for order, value in ranked]
