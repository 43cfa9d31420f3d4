"""Speakers while they are being joined: what is known of each so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.lang.base import Phrase


@dataclass
class Entity:
    """One speaker in the making: every phrase that was joined to it and where it stands.

    `names` are folded full names and `aliases` the forms as written; `seen` are the places of
    its mentions in order, `heard` those at which it is the source of something.
    """

    order: int
    kind: str
    name: str
    what: str = ""
    sense: str = ""
    role: str = ""
    body: Phrase | None = None
    anonymous: bool = False
    number: str = "one"
    gender: str = "any"
    head: str = ""
    names: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)
    voiced: int = -1
    reported: int = -1
    through: str = ""
    members: tuple[int, ...] = ()
    spans: dict[tuple[int, int], None] = field(default_factory=dict)
    joined: list[str] = field(default_factory=list)

    @property
    def personal(self) -> bool:
        """Whether a pronoun for one person can stand for it."""
        return self.kind == "person" and self.number == "one"

    def last_before(self, place: int) -> int:
        """Where it was last seen before a place; -1 if nowhere."""
        return max((at for at in self.seen if at < place), default=-1)
