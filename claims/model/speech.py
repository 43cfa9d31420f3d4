"""What the page says was said: each attribution, as words on the page."""

from __future__ import annotations

from typing import Literal

from claims.model.text import Frozen, Span

QuoteKind = Literal["direct", "indirect", "mixed"]


class Addressee(Frozen):
    """The one spoken to, as written; `speaker` is set where the words name a known one."""

    text: str
    speaker: str | None = None


class SaidAt(Span):
    """The time of saying as written, and its value: a date, or `first/last` of an interval."""

    value: str = ""


class Candidate(Frozen):
    """Something that was considered and not taken, with its weight between 0 and 1."""

    what: str
    weight: float


class Why(Frozen):
    """Why an item was found: the steps that made it, and what else was considered."""

    steps: tuple[str, ...] = ()
    considered: tuple[Candidate, ...] = ()


class Attribution(Frozen):
    """One assertion with its source, its words of report and what it says.

    `source` is None for an elided subject (the speaker is still resolved), `cue` None for a
    quotation standing alone, `content` empty for a denial without an object. `within` is the
    attribution whose content holds this one; `chain` lists speakers from the outermost relay
    to this one's own. `speaker` is None when the text names none, or when several candidates
    are equally good: those are `unresolved`.
    """

    id: str
    speaker: str | None = None
    unresolved: tuple[str, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    quote: QuoteKind = "indirect"
    negated: bool = False
    within: str | None = None
    chain: tuple[str, ...] = ()
    addressee: Addressee | None = None
    medium: str | None = None
    said_at: SaidAt | None = None
    confidence: float = 1.0
    made_by: str = ""
    why: Why = Why()
