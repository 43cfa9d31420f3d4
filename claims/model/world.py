"""What we conclude: who the speakers are, what they claim, and how the claims stand together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from claims.model.speech import Attribution
from claims.model.text import Document, Frozen, Span

SpeakerKind = Literal[
    "person", "organisation", "government", "outlet", "group", "document", "unknown"
]
Certainty = Literal["certain", "almost_certain", "probable", "possible", "obligation", "wish"]
Held = Literal["asserted", "denied", "unsaid"]
RelationKind = Literal["disputes", "contradicts", "supports", "repeats"]
DifferenceKind = Literal[
    "polarity", "certainty", "quantity", "date", "evaluation", "agent", "trust"
]


class Speaker(Frozen):
    """One who speaks in the article, under one canonical name.

    `anonymous` is true of one who speaks without being named; `what` then says of what type
    (official, source, expert …). `affiliation` is the id of the body spoken for, `members`
    the ids of those who speak together. `mentions` are the places where the speaker stands.
    """

    id: str
    name: str
    kind: SpeakerKind = "unknown"
    anonymous: bool = False
    what: str | None = None
    aliases: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Claim(Frozen):
    """The smallest clause of a content that can be true or false by itself.

    `negated` where the clause itself denies (the bridge is not safe). `held` is how its speaker
    stands to it by the words of report: one who is said to deny X has the claim X, denied.
    """

    id: str
    attribution: str
    span: Span
    certainty: Certainty = "certain"
    negated: bool = False
    conditional: bool = False
    held: Held = "asserted"


class Difference(Frozen):
    """On which scale two claims differ, and the words that say so in the first and the second.

    A side whose words are plain, such as the one without a negation, has none. `agent` is of
    claims that hold different parties to have done one thing, `trust` of one who says that what
    another tells is false, without saying what is true.
    """

    kind: DifferenceKind
    first: str = ""
    second: str = ""


class Relation(Frozen):
    """How two attributions or claims stand to each other; `from` and `to` are their ids.

    `target` is the phrase that names what is disputed (the official's account), where there is
    one; `shared` are the words by which two claims are on one matter, `difference` what sets
    them apart.
    """

    id: str
    kind: RelationKind
    origin: str = Field(alias="from")
    to: tuple[str, ...]
    cue: Span | None = None
    target: Span | None = None
    shared: tuple[str, ...] = ()
    difference: Difference | None = None
    basis: Literal["stated", "inferred"]
    strength: Literal["strong", "weak"] = "strong"
    reason: str = ""


class Dossier(Frozen):
    """Everything found in one article; what `claims extract` prints.

    Every span holds the words that stand at its place in the document's text; ValueError else.
    """

    schema_: Literal[1] = Field(default=1, alias="schema")
    document: Document
    speakers: tuple[Speaker, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()

    @model_validator(mode="after")
    def _spans_hold(self) -> Self:
        text = self.document.text
        for span in self._spans():
            if text[span.start : span.end] != span.text:
                raise ValueError(f"{span.text!r} does not stand at {span.start}:{span.end}")
        return self

    def _spans(self) -> Iterator[Span]:
        yield from self.document.asides
        for speaker in self.speakers:
            yield from speaker.mentions
        for one in self.attributions:
            yield from one.content
            yield from filter(None, (one.source, one.cue, one.said_at))
        yield from (claim.span for claim in self.claims)
        for relation in self.relations:
            yield from filter(None, (relation.cue, relation.target))

    def to_json(self) -> str:
        """The dossier as one line of JSON, as the contract in docs/model.md has it."""
        return self.model_dump_json(by_alias=True)
