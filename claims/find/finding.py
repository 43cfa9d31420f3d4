"""What finding hands to resolving: an attribution whose speaker is not yet known."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.model.speech import QuoteKind
from claims.model.text import Span


@dataclass(frozen=True)
class Finding:
    """One attribution as words on the page; `within` is the index of the finding around it.

    `subjects` are the phrases that clauses before it begin with, the nearest first, where the
    source is missing or points back.
    `parts` are the pieces of the cue (two for a frame such as 据…称), `sense` is what kind of
    word of report it is, `quoted_in` the number of the quotation it stands in, `passive` whether
    a mark of the passive before it leaves the one who says it untold.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: QuoteKind = "indirect"
    negated: bool = False
    sense: str = ""
    parts: tuple[tuple[int, int], ...] = ()
    passive: bool = False
    paragraph: int = 0
    quoted_in: int = -1
    within: int | None = None
    subjects: tuple[Span, ...] = ()
    addressee: Span | None = None
    medium: str | None = None
    time: Span | None = None
    confidence: float = 1.0
    made_by: str = ""
    steps: tuple[str, ...] = ()
    considered: tuple[tuple[str, float], ...] = field(default=())

    @property
    def anchor(self) -> int:
        """Where it stands in the text: at its cue, or at its quotation."""
        return self.cue.start if self.cue else self.content[0].start
