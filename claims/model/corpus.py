"""What many articles say together: joined speakers, matters, relations across them, origins."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claims.model.text import Document, Frozen, Span
from claims.model.world import Certainty, Held, Relation, SpeakerKind

Topic = Literal["toll", "blame", "verdict", "evidence", ""]


class CorpusSpeaker(Frozen):
    """One speaker of several articles, under one name.

    `names` are all that the articles call the speaker, in the order in which they do;
    `dossier_speakers` the ids under which the dossiers have the speaker; `reasons` why they are
    taken for one. `perhaps` are ids of other joined speakers that may be the same, where several
    are equally good.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: SpeakerKind = "unknown"
    anonymous: bool = False
    wikidata: str | None = None
    dossier_speakers: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


class CorpusClaim(Frozen):
    """A claim of a dossier, or a sentence of an article's own voice, among those of others.

    `speaker` and `chain` name joined speakers; `speaker` is None where no one is told, and
    `narrated` is true of what the article tells in its own voice. `position` is a key: claims of
    one matter that have the same hold the same.
    """

    id: str
    document: str
    span: Span
    attribution: str | None = None
    speaker: str | None = None
    chain: tuple[str, ...] = ()
    matter: str | None = None
    certainty: Certainty = "certain"
    negated: bool = False
    held: Held = "asserted"
    narrated: bool = False
    position: str = ""


class CorpusRelation(Relation):
    """A relation between claims; where one end is no claim, its speaker stands for it."""

    from_speaker: str | None = None
    to_speaker: str | None = None


class CorpusMatter(Frozen):
    """Claims of several articles on one matter; the title is of words that they share."""

    id: str
    title: str
    claims: tuple[str, ...]
    story: str = ""
    topic: Topic = ""


class CorpusOrigin(Frozen):
    """On whose word a position rests, however many carry it.

    `origin` is a joined speaker; `claims` and `documents` are those that carry the position on
    that word. `alone` where no other origin has it.
    """

    matter: str
    position: str
    origin: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    anonymous: bool = False
    alone: bool = False


class Story(Frozen):
    """Articles on one event, and those of them that are copies of another."""

    id: str
    title: str
    documents: tuple[str, ...]
    copies: tuple[tuple[str, ...], ...] = ()


class Corpus(Frozen):
    """All articles of a store as one; what `claims export --format corpus` prints."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    documents: tuple[Document, ...] = ()
    speakers: tuple[CorpusSpeaker, ...] = ()
    stories: tuple[Story, ...] = ()
    matters: tuple[CorpusMatter, ...] = ()
    claims: tuple[CorpusClaim, ...] = ()
    relations: tuple[CorpusRelation, ...] = ()
    origins: tuple[CorpusOrigin, ...] = ()
