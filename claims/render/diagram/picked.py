"""What was picked of a matter, with the side on which each thing is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.model import Frozen
from claims.query.answers import Conflict, Dispute, Matter, Support
from claims.render.diagram.said import Key, Route, Said, find_route
from claims.render.diagram.sheet import Side, Tally

Change = Callable[[Said], Said]


class PickedDispute(Frozen):
    """A dispute with the side of the one who disputes, and what it is against.

    `targets` are what each of the disputed statements says, the likeliest statement first.
    """

    dispute: Dispute
    side: Side
    targets: tuple[tuple[Said, ...], ...]

    @property
    def against(self) -> tuple[Said, ...]:
        """All that is disputed."""
        return tuple(said for target in self.targets for said in target)

    @property
    def route(self) -> Route:
        """Through whom the words of dispute came, the one who disputes last."""
        return find_route(self.dispute.who)

    def change_said(self, change: Change) -> PickedDispute:
        """The same, with each thing said changed."""
        targets = tuple(tuple(map(change, target)) for target in self.targets)
        return self.model_copy(update={"targets": targets})


class PickedConflict(Frozen):
    """A conflict with both its ends."""

    conflict: Conflict
    first: Said
    second: Said

    def change_said(self, change: Change) -> PickedConflict:
        """The same, with each thing said changed."""
        return self.model_copy(update={"first": change(self.first), "second": change(self.second)})


class PickedSupport(Frozen):
    """Two who say the same, or one who says it twice."""

    support: Support
    first: Said
    second: Said


class Picked(Frozen):
    """Of one matter, what is shown; without a matter, what no one disputes.

    `cut` tells that there was no room for all of it.
    """

    matter: Matter | None = None
    disputes: tuple[PickedDispute, ...] = ()
    conflicts: tuple[PickedConflict, ...] = ()
    supports: tuple[PickedSupport, ...] = ()
    said: tuple[Said, ...] = ()
    cut: bool = False

    @property
    def keys(self) -> frozenset[Key]:
        """The rows that are shown."""
        return frozenset(one.key for one in self.all_said)

    @property
    def all_said(self) -> tuple[Said, ...]:
        """What is said at the ends of all lines, and besides."""
        ends = (end for one in self.conflicts for end in (one.first, one.second))
        return (*(said for one in self.disputes for said in one.against), *ends, *self.said)

    def list_deniers(self, key: Key) -> frozenset[str]:
        """The speakers whose disputes of a row are shown: arrows tell that they deny it."""
        return frozenset(
            one.dispute.who.speaker.id
            for one in self.disputes
            if one.dispute.who.speaker and any(said.key == key for said in one.against)
        )

    def count(self) -> Tally:
        """How much this is."""
        return Tally(
            matters=1 if self.matter else 0,
            claims=len(self.keys),
            disputes=len(self.disputes),
            conflicts=len(self.conflicts),
        )

    def add_supports(self, supports: Iterable[PickedSupport]) -> Picked:
        """With the supports whose ends are among the rows; they bring in no rows of their own.

        One that is of a whole statement ends at the first of its rows.
        """
        places = {one.statement.id: one for one in reversed(self.all_said)}
        keys = {one.key: one for one in self.all_said}
        kept = []
        for one in supports:
            first, second = (
                keys.get(end.key) or places.get(end.statement.id) for end in (one.first, one.second)
            )
            if first and second and first.key != second.key:
                kept.append(one.model_copy(update={"first": first, "second": second}))
        return self.model_copy(update={"supports": tuple(kept)})
