"""Speakers while they are being joined: what is known of each so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from claims.lang.base import Phrase


@dataclass
class Entity:
    """One speaker in the making: every phrase that was joined to it and where it stands.

    `names` are folded full names, `aliases` the forms as written and `forms` the same folded;
    `seen` are the places of its mentions in order. `heard` is whether it is the source of
    something, `voiced` where its statement was quoted last, `reported` where it reported last,
    `through` the outlet that an unnamed one spoke to.
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
    forms: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    heard: bool = False
    voiced: int = -1
    reported: int = -1
    through: str = ""
    members: tuple[int, ...] = ()
    spans: dict[tuple[int, int], None] = field(default_factory=dict)

    @property
    def personal(self) -> bool:
        """Whether a pronoun for one person can stand for it."""
        return self.kind == "person" and self.number == "one"

    @property
    def first(self) -> int:
        """Where it first stands as a source, or is first seen if it never does."""
        return min((start for start, _ in self.spans), default=self.seen[0] if self.seen else 0)

    def see(self, place: int) -> None:
        """One more place at which it is mentioned."""
        insort(self.seen, place)

    def last_before(self, place: int) -> int:
        """Where it was last seen before a place; -1 if nowhere.

        >>> entity = Entity(0, "person", "A", seen=[3, 9])
        >>> entity.last_before(9), entity.last_before(3)
        (3, -1)
        """
        at = bisect_left(self.seen, place)
        return self.seen[at - 1] if at else -1
