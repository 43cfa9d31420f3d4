"""The nouns of answers: what the questions give back, told as to a person.

An answer holds whole words and names, so that whoever shows it asks nothing further of the
graph. Ids lead back to the items of the dossier.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from claims.model import Claim, Difference, Frozen, Span
from claims.model.world import Certainty, Held, SpeakerKind


class Article(Frozen):
    """Where something stands: the article, and what its page says of itself."""

    id: str
    name: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    lang: str = ""


class Party(Frozen):
    """One speaker as told to people; `affiliation` and `members` are names, not ids."""

    id: str
    name: str
    kind: SpeakerKind = "unknown"
    anonymous: bool = False
    what: str | None = None
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    article: str = ""


class Hop(Frozen):
    """One step of a chain: who passes the words on, with which words of report.

    The first hop is the outlet of the article, which has no attribution and no cue.
    `speaker` is None for the outlet, and for a saying by no one named. `held` is how the hop
    stands to what it tells: `denied` and `unsaid` are of one who denies it (否认), or is said not
    to have said it (没有说).
    """

    name: str
    speaker: Party | None = None
    anonymous: bool = False
    kind: SpeakerKind = "unknown"
    attribution: str = ""
    source: Span | None = None
    cue: Span | None = None
    medium: str = ""
    held: Held = "asserted"


class Statement(Frozen):
    """One attribution, told whole.

    `text` is the content in one piece, ` … ` between its parts; empty for a denial without an
    object. `passage` is what the article has from the first to the last of source, cue and
    content. `hops` lead from the outlet to the speaker, the outermost first. `within` is the id
    of the statement around this one. Where `held` is `denied` or `unsaid`, the words are not to
    be shown as the speaker's own claim: the speaker, or one on the way, does not hold them.
    """

    id: str
    article: Article
    speaker: Party | None = None
    unresolved: tuple[Party, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    text: str = ""
    passage: Span
    hops: tuple[Hop, ...] = ()
    within: str | None = None
    negated: bool = False
    held: Held = "asserted"
    quote: Literal["direct", "indirect", "mixed"] = "indirect"
    addressee: str = ""
    medium: str = ""
    said_at: str = ""
    said_on: str = ""
    confidence: float = 1.0
    claims: tuple[Claim, ...] = ()

    @property
    def name(self) -> str:
        """The speaker's name; empty where no one is named."""
        return self.speaker.name if self.speaker else ""

    def held_of(self, claim: Claim) -> Held:
        """How the speaker stands to one of its claims."""
        return self.held if claim.held == "asserted" else claim.held

    def find_turned(self, without: Collection[str] = (), *, own: bool = True) -> Hop | None:
        """The innermost who denies the words, or is said not to have said them.

        `without` are ids of speakers that are passed over; without `own` the speaker is.
        """
        hops = self.hops if own else self.hops[:-1]
        turned = (hop for hop in reversed(hops) if hop.held != "asserted")
        known = (hop for hop in turned if not hop.speaker or hop.speaker.id not in without)
        return next(known, None)

    @property
    def relays(self) -> tuple[Hop, ...]:
        """The hops between the outlet and the speaker's own."""
        return tuple(hop for hop in self.hops[:-1] if hop.attribution or hop.speaker)

    @property
    def unnamed(self) -> bool:
        """Whether the statement rests on someone who is not named."""
        return any(hop.anonymous for hop in self.hops)


class Dispute(Frozen):
    """One who says that another's words do not hold, in so many words.

    `words` are the words of dispute, `target` the phrase that names what is disputed, where
    there is one. Of the statements it is against the first is the likeliest; `over` is what
    that one says, or the one claim that is meant. Where `strength` is weak, nothing but nearness
    tells whom it means. `trust` are the ids of conflicts over whether the other is to be
    believed: they say the same, and are told here only.
    """

    kind: Literal["disputes"] = "disputes"
    id: str
    who: Statement
    against: tuple[Statement, ...] = ()
    words: Span | None = None
    target: Span | None = None
    over: str = ""
    trust: tuple[str, ...] = ()
    basis: Literal["stated", "inferred"] = "stated"
    strength: Literal["strong", "weak"] = "strong"
    reason: str = ""


class Point(Frozen):
    """One end of a conflict: the words that may not go with those of the other end.

    `claim` is None where the relation is between whole attributions. `held` is as in Statement.
    """

    words: str
    span: Span
    statement: Statement
    claim: Claim | None = None
    certainty: Certainty | None = None
    negated: bool = False
    conditional: bool = False
    held: Held = "asserted"


class Conflict(Frozen):
    """Two claims that may conflict; concluded, not said by anyone, and no verdict.

    `disputed` is true where those behind the two also dispute each other in words, and it is
    more than nearness that tells whom they mean.
    """

    kind: Literal["may conflict"] = "may conflict"
    id: str
    first: Point
    second: Point
    shared: tuple[str, ...] = ()
    difference: Difference | None = None
    reason: str = ""
    basis: Literal["stated", "inferred"] = "inferred"
    strength: Literal["strong", "weak"] = "strong"
    disputed: bool = False


class Support(Frozen):
    """Two who say the same, or (`repeats`) one speaker by two routes."""

    kind: Literal["supports", "repeats"]
    id: str
    first: Point
    second: Point
    words: Span | None = None
    reason: str = ""
    basis: Literal["stated", "inferred"] = "inferred"
    strength: Literal["strong", "weak"] = "strong"


class Origin(Frozen):
    """What rests on the word of one unnamed speaker.

    `statements` say one thing, told once or by several routes. `relays` are the speakers that
    pass it on, `outlets` those that print it. `alone` is true when nobody else says the same;
    else `also` are the statements that do. `disputed_by` are those who dispute it, and
    `perhaps_disputed_by` those of whom nothing but nearness tells that they mean it.
    """

    speaker: Party
    statements: tuple[Statement, ...]
    relays: tuple[Party, ...] = ()
    outlets: tuple[str, ...] = ()
    alone: bool = True
    also: tuple[Statement, ...] = ()
    disputed_by: tuple[Party, ...] = ()
    perhaps_disputed_by: tuple[Party, ...] = ()


class Who(Frozen):
    """A speaker and all that the speaker says; `speaker` is None for what no one named says."""

    speaker: Party | None
    article: Article
    statements: tuple[Statement, ...]


class Side(Frozen):
    """One side of a matter: its statements, and the speakers on whose word they rest.

    `origins` are independent of each other: of a body and those who speak for it, of a group and
    its members, one is told.
    """

    statements: tuple[Statement, ...] = ()
    origins: tuple[Party, ...] = ()


class Matter(Frozen):
    """What is disputed or may conflict and hangs together; a frame, a block of the report.

    `sides` are two as far as two can be told apart: the one that says, and the one that denies
    or says otherwise.
    """

    title: str
    statements: tuple[Statement, ...]
    disputes: tuple[Dispute, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sides: tuple[Side, Side]
