"""Where each one who speaks in a frame stands: one box for each route by which words came.

A box is shared by what came alike up to there, from the outermost relay on. So whoever follows
the arrows from a box arrives at nothing but what came through it, and to each claim leads one way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.query.answers import Hop, Statement
from claims.render.diagram.levels import Place
from claims.render.diagram.naming import name_place
from claims.render.diagram.picked import Picked
from claims.render.diagram.said import Route, find_passers, find_place, find_who
from claims.render.diagram.sheet import Side


class Seat(NamedTuple):
    """One who speaks on a side, and those through whom it came, each with his hops."""

    statement: Statement
    side: Side
    passers: list[tuple[Hop, ...]]

    @property
    def places(self) -> list[Place]:
        """All beginnings of the route, from the outermost relay to the speaker."""
        passers = [hops[0].speaker for hops in self.passers]
        ids = (*(one.id for one in passers if one), find_who(self.statement))
        return [(self.side, ids[:end]) for end in range(1, len(ids) + 1)]


class Seating(NamedTuple):
    """All who speak in a frame, and the ids of their boxes."""

    frame: str
    seats: tuple[Seat, ...]
    boxes: Mapping[Place, str]

    def find_box(self, side: Side, route: Route) -> str:
        """The box at the end of a route."""
        return self.boxes[side, route]


def seat_speakers(picked: Picked, frame: str) -> Seating:
    """A seat for each thing said and for each dispute; the boxes of one speaker are numbered."""
    seats = tuple(_find_seats(picked))
    counts: Counter[str] = Counter()
    boxes: dict[Place, str] = {}
    for side, route in dict.fromkeys(place for seat in seats for place in seat.places):
        name = name_place(frame, side, route[-1])
        counts[name] += 1
        boxes[side, route] = name if counts[name] == 1 else f"{name}-{counts[name]}"
    return Seating(frame, seats, boxes)


def _find_seats(picked: Picked) -> Iterator[Seat]:
    """Who speaks on which side: those who say something, and those who dispute it."""
    for said in sorted(picked.all_said, key=find_place):
        yield Seat(said.statement, said.side, find_passers(said.statement, said.deniers))
    for one in picked.disputes:
        yield Seat(one.dispute.who, one.side, find_passers(one.dispute.who))
