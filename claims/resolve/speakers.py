"""Who speaks: each finding's source, or its missing source, joined to one speaker."""

from __future__ import annotations

from dataclasses import dataclass

from claims.find.finding import Finding
from claims.lang.base import Language, Phrase
from claims.model.text import Document, Span
from claims.resolve.entities import Entity
from claims.resolve.register import Register
from claims.resolve.scenes import Scene

SURE = (
    "goes on from the cue before it",
    "the subject of the clause before",
    "the subject of its sentence",
)


@dataclass
class Outcome:
    """The speaker of one finding: an entity, or none with those that were equally good."""

    speaker: Entity | None = None
    unresolved: tuple[Entity, ...] = ()
    why: str = ""


def resolve_findings(
    document: Document, language: Language, findings: tuple[Finding, ...]
) -> tuple[list[Entity], list[Outcome], dict[int, Entity]]:
    """The speakers of an article, for each finding which of them it is, and who is of which body."""
    resolver = _Resolver(document, language, findings)
    resolver.run()
    return resolver.register.entities, resolver.outcomes, resolver.bodies()


class _Resolver:
    def __init__(self, document: Document, language: Language, findings: tuple[Finding, ...]):
        self.text = document.text
        self.language = language
        self.findings = findings
        self.phrases = [language.parse(f.source.text) if f.source else None for f in findings]
        self.register = Register(language, document.text)
        self.outcomes = [Outcome() for _ in findings]
        self._settled: set[int] = set()
        self.scene = Scene(document.text, language, findings)

    def run(self) -> None:
        for phrase, start, end in self.scene.people:
            self._enter_named(phrase, start, end)
        for finding, phrase in zip(self.findings, self.phrases, strict=True):
            if (
                phrase
                and finding.source
                and phrase.kind in ("person", "outlet", "body")
                and phrase.name
                and not phrase.back
            ):
                self._enter_named(phrase, finding.source.start, finding.source.end)
                if phrase.body and phrase.body.kind in ("body", "outlet") and phrase.body.aliases:
                    self._enter_named(phrase.body, finding.source.start, finding.source.end)
            for part in phrase.parts if phrase else ():
                if finding.source and part.name:
                    self._enter_named(part, finding.source.start, finding.source.end)
        self.scene.index(self.register.entities)
        for i in range(len(self.findings)):
            self._settle(i)

    def _settle(self, i: int) -> None:
        """Resolve a finding once, the one around it first."""
        if i in self._settled:
            return
        self._settled.add(i)
        parent = self.findings[i].within
        if parent is not None:
            self._settle(parent)
        self.outcomes[i] = self._resolve(i)
        speaker = self.outcomes[i].speaker
        if speaker is not None:
            self._heard(i, speaker)
            if speaker.anonymous and not speaker.through:
                speaker.through = self._outlet(i)

    def _outlet(self, i: int) -> str:
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

    def bodies(self) -> dict[int, Entity]:
        """For the number of a speaker the body it belongs to, entered where it is not yet known."""
        found: dict[int, Entity] = {}
        for entity in [o.speaker for o in self.outcomes if o.speaker is not None]:
            phrase = entity.body
            if (
                phrase is None
                or not phrase.name
                or phrase.kind not in ("body", "outlet", "other", "person")
            ):
                continue
            rows = self.register.bodies(phrase) or self.register.named(phrase)
            rows = [row for row in rows if row is not entity]
            if len(rows) == 1:
                found[entity.order] = rows[0]
            elif not rows and phrase.kind in ("body", "outlet"):
                place = min((start for start, _ in entity.spans), default=0)
                found[entity.order] = self.register.enter(phrase, phrase.name, place, "a body")
        return found

    def _heard(self, i: int, entity: Entity) -> None:
        finding, phrase = self.findings[i], self.phrases[i]
        place = finding.source.start if finding.source else finding.anchor
        entity.seen.append(place)
        entity.heard.append(place)
        if finding.source:
            entity.spans.setdefault((finding.source.start, finding.source.end))
        if phrase and phrase.kind == "voice":
            entity.voiced = place
        if finding.sense in self.language.reporting or finding.sense in self.language.citing:
            entity.reported = place

    # ------------------------------------------------------------ one finding
    def _resolve(self, i: int) -> Outcome:
        finding, phrase = self.findings[i], self.phrases[i]
        if phrase is None or finding.source is None:
            return self._elided(i)
        place = finding.source.start
        written = finding.source.text
        if phrase.kind == "pronoun":
            return self._pronoun(i, phrase, place)
        if phrase.kind == "joint":
            return self._joint(phrase, written, place)
        if phrase.kind == "voice":
            return self._voice(i, phrase, written, place)
        if phrase.back:
            found = self._pointed(phrase, place)
            if found is not None:
                return self._join(
                    found, phrase, written, place, "points back to the last one of its kind"
                )
        if phrase.kind == "unnamed":
            return self._unnamed(i, phrase, written, place)
        if phrase.kind == "person" and not phrase.name:
            return self._office(phrase, written, place)
        return self._named(phrase, written, place)

    def _join(self, entity: Entity, phrase: Phrase, written: str, place: int, why: str) -> Outcome:
        self.register.add(entity, phrase, written, place, why)
        return Outcome(entity, why=why)

    def _new(self, phrase: Phrase, written: str, place: int, why: str) -> Outcome:
        return Outcome(self.register.enter(phrase, written, place, why), why=why)

    # ------------------------------------------------------------ named
    def _enter_named(self, phrase: Phrase, start: int, end: int) -> None:
        rows = (
            self.register.named(phrase) if phrase.kind == "person" else self.register.bodies(phrase)
        )
        written = phrase.name
        if len(rows) == 1:
            self.register.add(rows[0], phrase, written, start, "the same name")
        elif not rows and (len(phrase.name) > 1 or phrase.kind != "person"):
            self.register.enter(phrase, written, start, "a name")

    def _named(self, phrase: Phrase, written: str, place: int) -> Outcome:
        rows = (
            self.register.named(phrase) if phrase.kind == "person" else self.register.bodies(phrase)
        )
        if not rows and phrase.kind in ("person", "other"):
            rows = (
                self.register.bodies(phrase)
                if phrase.kind == "person"
                else self.register.named(phrase)
            )
        if len(rows) > 1:
            exact = [e for e in rows if self.language.fold(phrase.name).lower() in e.names]
            rows = exact or rows
        if len(rows) == 1:
            return self._join(rows[0], phrase, written, place, "the same name")
        if len(rows) > 1:
            if phrase.kind == "person" and len(phrase.name) > 1:
                return Outcome(unresolved=tuple(rows), why="the name fits several equally well")
            latest = self.register.latest(rows, place)
            if latest is not None:
                return self._join(latest, phrase, written, place, "the body of that name seen last")
        if phrase.kind in ("document", "other"):
            folded = self.language.fold(written)
            same = [e for e in self.register.entities if folded in e.names]
            if not same and folded == phrase.head:
                same = [
                    e
                    for e in self.register.entities
                    if e.kind == "document" and e.head.endswith(phrase.head)
                ]
            if same:
                return self._join(same[-1], phrase, written, place, "the same words")
        return self._new(phrase, written, place, "a name")

    def _office(self, phrase: Phrase, written: str, place: int) -> Outcome:
        """美国总统: who holds the office, where the article says so."""
        rows = [
            e
            for e in self.register.entities
            if e.kind == "person" and e.role and self._holds(e, phrase)
        ]
        named = [e for e in rows if not e.anonymous and e.names]
        latest = (
            self.register.latest(named, place)
            or self.register.latest(rows, place)
            or (named[0] if len(named) == 1 else None)
        )
        if latest is not None:
            return self._join(latest, phrase, written, place, "holds the office named")
        return self._new(phrase, written, place, "an office whose holder is not named")

    def _holds(self, entity: Entity, phrase: Phrase) -> bool:
        if not (
            entity.role == phrase.role
            or entity.role.endswith(phrase.role)
            or phrase.role.endswith(entity.role)
        ):
            return False
        return phrase.body is None or self._same_body(entity.body, phrase.body)

    def _same_body(self, one: Phrase | None, other: Phrase | None) -> bool:
        if one is None or other is None:
            return one is other
        a, b = self.register.sense_of(one), self.register.sense_of(other)
        if a and b:
            return a == b
        x, y = self.language.fold(one.name), self.language.fold(other.name)
        return bool(x and y) and (x in y or y in x)

    # ------------------------------------------------------------ unnamed
    def _unnamed(self, i: int, phrase: Phrase, written: str, place: int) -> Outcome:
        folded = self.language.fold(written)
        outlet = self._outlet(i)
        if phrase.new and not phrase.another and phrase.number == "one" and outlet:
            rows = [
                e
                for e in self.register.entities
                if e.anonymous
                and e.through == outlet
                and phrase.body is not None
                and self._alike(e, phrase, loose=False)
            ]
            if len(rows) == 1:
                return self._join(
                    rows[0],
                    phrase,
                    written,
                    place,
                    "the same outlet's unnamed source of that description",
                )
        if not phrase.new:
            same = [
                e
                for e in self.register.entities
                if e.anonymous and folded in {self.language.fold(a) for a in e.aliases}
            ]
            if same:
                return self._join(
                    same[-1], phrase, written, place, "the same words for one unnamed"
                )
            if folded == phrase.head:
                rows = [
                    e
                    for e in self.register.entities
                    if e.anonymous and self._alike(e, phrase, loose=False)
                ]
                latest = self.register.latest(rows, place)
                if latest is not None and (
                    phrase.body is None or self._same_body(latest.body, phrase.body)
                ):
                    return self._join(
                        latest, phrase, written, place, "the unnamed one of that kind seen last"
                    )
            if phrase.role and (phrase.what == "spokesperson" or phrase.body is not None):
                rows = [
                    e
                    for e in self.register.entities
                    if e.kind == "person" and not e.anonymous and e.role and self._holds(e, phrase)
                ]
                if len(rows) == 1:
                    return self._join(
                        rows[0], phrase, written, place, "the one named person of that role"
                    )
        return self._new(phrase, written, place, "an unnamed speaker")

    def _pointed(self, phrase: Phrase, place: int) -> Entity | None:
        """该官员, 这位乌克兰官员, 该部门: the last one of that kind that its words fit."""
        if phrase.kind in ("document", "voice"):
            rows = [
                e
                for e in self.register.entities
                if e.kind == "document" and (e.head == phrase.head or phrase.head in e.name)
            ]
            return self.register.latest(rows, place)
        if phrase.kind in ("body", "outlet"):
            rows = [
                e
                for e in self.register.entities
                if e.kind in ("body", "outlet", "unknown") and self._fits_body(e, phrase)
            ]
            exact = [
                e for e in rows if phrase.head and any(n.endswith(phrase.head) for n in e.names)
            ]
            return self.register.latest(exact, place) or self.register.latest(rows, place)
        rows = [
            e
            for e in self.register.entities
            if e.kind == "person" and self._alike(e, phrase, loose=False)
        ]
        rows = rows or [
            e
            for e in self.register.entities
            if e.kind == "person" and self._alike(e, phrase, loose=True)
        ]
        heard = [e for e in rows if e.heard] or rows
        return self.register.latest(heard, place)

    def _fits_body(self, entity: Entity, phrase: Phrase) -> bool:
        if phrase.kind == "outlet" and entity.kind == "outlet":
            return True
        if phrase.what == "side":  # 署方: the body whose name ends in 署
            return any(name.endswith(phrase.head) for name in entity.names)
        if phrase.head and (
            entity.head == phrase.head or any(n.endswith(phrase.head) for n in entity.names)
        ):
            return True
        return (
            phrase.kind == "body"
            and entity.kind != "outlet"
            and not entity.anonymous
            and entity.sense not in self.language.countries
        )

    def _alike(self, entity: Entity, phrase: Phrase, loose: bool) -> bool:
        """Whether an unnamed phrase can mean this speaker: head, type, number, body."""
        if phrase.number != entity.number and not (loose and phrase.number == "one"):
            return False
        if (
            phrase.body is not None
            and entity.body is not None
            and not self._same_body(entity.body, phrase.body)
        ):
            return False
        head = phrase.head
        if head and (
            entity.head == head
            or entity.role == head
            or entity.head.endswith(head)
            or head.endswith(entity.head or "#")
            or entity.role.endswith(head)
        ):
            return True
        if entity.anonymous and phrase.what and phrase.what == entity.what:
            return True
        return loose and (not entity.anonymous or phrase.what in ("person", entity.what))

    # ------------------------------------------------------------ voices and joint speakers
    def _voice(self, i: int, phrase: Phrase, written: str, place: int) -> Outcome:
        """白宫声明 is the White House; 声明 alone is the one whose statement was quoted last."""
        issuer = phrase.body
        if issuer is not None:
            if issuer.kind == "pronoun":
                return self._pronoun(i, issuer, place)
            if issuer.kind == "joint":
                return self._joint(issuer, issuer.name, place)
            if issuer.kind == "unnamed":
                return self._unnamed(i, issuer, issuer.name, place)
            if issuer.kind == "person" and not issuer.name:
                return self._office(issuer, issuer.name or written, place)
            return self._named(issuer, issuer.name, place)
        if phrase.head in self.language.unowned and not phrase.back:
            return self._new(phrase, written, place, "said by no one in particular")
        reports = phrase.head in self.language.reports
        rows = (
            [e for e in self.register.entities if e.kind == "outlet" or 0 <= e.reported < place]
            if reports
            else []
        )
        voiced = [e for e in self.register.entities if 0 <= e.voiced < place] if not reports else []
        found = max(voiced, key=lambda e: e.voiced, default=None) or self.register.latest(
            rows, place
        )
        if found is None and not reports:
            found = self.scene.subject_before(
                place, self.register.entities, bodies=True
            ) or self._previous(i)
        if found is None:
            same = [e for e in self.register.entities if self.language.fold(written) in e.names]
            if same:
                return self._join(same[-1], phrase, written, place, "the same words")
            return self._new(phrase, written, place, "a statement whose author is not named")
        self.register.add(found, Phrase("pronoun"), "", place, "speaks through a statement")
        return Outcome(found, why="the statement of the one whose words were quoted last")

    def _joint(self, phrase: Phrase, written: str, place: int) -> Outcome:
        members = [self._named(part, part.name, place).speaker for part in phrase.parts]
        found = tuple(sorted({e.order for e in members if e is not None}))
        if not phrase.parts:
            found = self.scene.pair_before(place, self.register.entities, phrase.head)
        for entity in self.register.entities:
            if entity.kind == "group" and (
                (found and entity.members == found)
                or self.language.fold(written) in {self.language.fold(a) for a in entity.aliases}
            ):
                return self._join(entity, phrase, written, place, "the same speakers together")
        outcome = self._new(phrase, written, place, "several who speak together")
        if outcome.speaker is not None:
            outcome.speaker.members = found
        return outcome

    # ------------------------------------------------------------ pronouns and silence
    def _previous(self, i: int, same_level: bool = True) -> Entity | None:
        """The speaker of the finding before this one, at the same depth of nesting."""
        for j in range(i - 1, -1, -1):
            if self.outcomes[j].speaker is not None and (
                not same_level or self.findings[j].within == self.findings[i].within
            ):
                return self.outcomes[j].speaker
        return None

    def _parent(self, i: int) -> Entity | None:
        parent = self.findings[i].within
        return self.outcomes[parent].speaker if parent is not None and parent < i else None

    def _quoter(self, i: int) -> Entity | None:
        """The one whose direct words hold this finding."""
        j = self.findings[i].within
        while j is not None:
            if self.findings[j].quote == "direct" or self.findings[i].quoted_in >= 0:
                return self.outcomes[j].speaker if j < i else None
            j = self.findings[j].within
        return None

    def _pronoun(self, i: int, phrase: Phrase, place: int) -> Outcome:
        if phrase.person == 1:
            speaker = self._quoter(i) or self._parent(i) or self._previous(i)
            if phrase.number == "one" and speaker is not None:
                return self._join(speaker, phrase, "", place, "the one whose words are quoted")
            if speaker is not None:
                return self._join(speaker, phrase, "", place, "we: the one whose words are quoted")
            return Outcome(why="no one is quoted")
        if phrase.number == "many" or phrase.sense in ("pair", "counterpart"):
            return self._plural(i, phrase, place)
        if phrase.gender == "n":
            rows = [
                e
                for e in self.register.entities
                if e.kind in ("body", "outlet", "document", "unknown")
            ]
            found = self.register.latest(rows, place)
            return (
                self._join(found, phrase, "", place, "the body seen last")
                if found
                else Outcome(why="nothing it can mean")
            )
        ranked = self.scene.antecedents(
            i, place, self.register.entities, self.outcomes, phrase.gender
        )
        if not ranked:
            return Outcome(why="no one the pronoun can mean")
        best, weight = ranked[0]
        rivals = [e for e, w in ranked[1:] if w >= 0.98 * weight]
        if rivals:
            return Outcome(unresolved=(best, *rivals), why="several are equally good")
        return self._join(best, phrase, "", place, "the pronoun means the person in focus")

    def _plural(self, i: int, phrase: Phrase, place: int) -> Outcome:
        groups = [e for e in self.register.entities if e.number == "many" or e.kind == "group"]
        found = self.register.latest([e for e in groups if e.heard], place) or self.register.latest(
            groups, place
        )
        if phrase.sense == "pair" and found is None:
            return self._joint(phrase, phrase.name, place)
        if found is None:
            found = self._previous(i)
        if found is None:
            return Outcome(why="no group they can mean")
        return self._join(found, phrase, "", place, "the group seen last")

    def _subject(self, i: int, subject: Span) -> Outcome | None:
        """The speaker that a sentence begins with, where no other word of report has it."""
        phrase = self.language.parse(subject.text)
        if phrase.kind in ("person", "body", "outlet") and phrase.name:
            return self._named(phrase, subject.text, subject.start)
        if phrase.kind == "unnamed":
            return self._unnamed(i, phrase, subject.text, subject.start)
        if phrase.kind == "joint":
            return self._joint(phrase, subject.text, subject.start)
        return None

    def _elided(self, i: int) -> Outcome:
        finding = self.findings[i]
        passive = finding.cue and any(
            self.language.fold(finding.cue.text).startswith(word) for word in self.language.passives
        )
        if passive or finding.sense in self.language.agentless:
            return Outcome(why="the text names no one who says it")
        found, why = self.scene.subject_of(i, self.register.entities, self.outcomes)
        if finding.subject is not None and why not in SURE:
            outcome = self._subject(i, finding.subject)
            if outcome is not None:
                return outcome
        if found is not None:
            self.register.add(found, Phrase("pronoun"), "", finding.anchor, why)
            return Outcome(found, why=why)
        return Outcome(why="the text names no one who says it")
