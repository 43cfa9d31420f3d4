"""How far down things stand: in order, apart from each other, lines as straight as may be.

The highest column is stacked, and stays. All else is drawn to where its lines are straight. At the
end what is nearly straight is made so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.render.diagram.placing.crossings import Order
from claims.render.diagram.placing.joining import join_lanes
from claims.render.diagram.placing.measures import Measures
from claims.render.diagram.placing.routes import Piece, Route
from claims.render.diagram.placing.spreading import Limit, push_apart, spread
from claims.render.diagram.sheet import LineKind
from claims.render.diagram.style import Style

_TURNS = 300  # at most, and
_LABOUR = 12000  # limits seen to, in all turns
_SNAPS = 10
_STILL = 0.002  # when nothing moves farther in a turn, all is settled
_IDLE = 0.01  # how little a thing without lines keeps to its place
_MIDDLE = 0.05  # how little a thing is drawn to the middle of what it leads to,
_NEAR = 4.0  # and at most as if it were so near
_FAR = 30.0  # what is bent by more can hardly be straight: the more it is bent, the less it draws
_BENT = 12.0  # what is bent by more is plainly so
_ASIDE = 0.02  # what it counts when a line does not touch the middle of something
_HELD = 1e6  # what is not to move
_WEIGHTS: dict[LineKind, float] = {"says": 4.0, "disputes": 60.0, "conflicts": 2.0}


class Pull(NamedTuple):
    """A line that is straight where one place is between `low` and `high` beyond another."""

    own: int
    other: int
    low: float
    high: float
    weight: float

    @property
    def ends(self) -> tuple[float, float, float]:
        """The lowest, the middle and the highest."""
        return self.low, (self.low + self.high) / 2, self.high


class Field(NamedTuple):
    """All places of a frame: what pulls them, what keeps them apart, and which are held."""

    numbers: Mapping[str, int]
    limits: Sequence[Limit]
    pulls: Sequence[Sequence[Pull]]
    held: Mapping[int, float]


def settle_things(
    order: Order, routes: Iterable[Route], measures: Measures, style: Style
) -> dict[str, float]:
    """The middle of each thing, in points from the top of the frame."""
    pieces = list(dict.fromkeys(piece for route in routes for piece in route.pieces))
    field = _survey(order, pieces, measures, style)
    places = _snap(field, push_apart(_settle(field), field.limits))
    heights = {thing: places[number] for thing, number in field.numbers.items()}
    top = min(height - measures.sizes[thing].high / 2 for thing, height in heights.items())
    return {thing: height - top for thing, height in heights.items()}


# ------------------------------------------------------------------------ what there is
def _survey(order: Order, pieces: Sequence[Piece], measures: Measures, style: Style) -> Field:
    columns = list(order.columns.values())
    joined = join_lanes(columns, pieces)
    names = {name: number for number, name in enumerate(dict.fromkeys(joined.values()))}
    numbers = {thing: names[name] for thing, name in joined.items()}
    distances = [_find_distances(things, order, measures, style) for things in columns]
    limits = {
        Limit(numbers[one], numbers[other], apart)
        for things, gaps in zip(columns, distances, strict=True)
        for (one, other), apart in zip(pairwise(things), gaps, strict=True)
    }
    pulls: list[list[Pull]] = [[] for _ in names]
    for pull in _find_pulls(pieces, numbers, order, measures):
        pulls[pull.own].append(pull)
    highest = max(range(len(columns)), key=lambda n: _measure(columns[n], distances[n], measures))
    held = _stack(columns[highest], distances[highest], numbers)
    return Field(numbers, sorted(limits), pulls, held)


def _find_distances(
    things: Sequence[str], order: Order, measures: Measures, style: Style
) -> list[float]:
    """How far the middle of each must be from the middle of the next."""
    sizes = measures.sizes
    return [
        (sizes[one].high + sizes[other].high) / 2
        + style.gaps[_find_gap(one, other, order, measures)]
        for one, other in pairwise(things)
    ]


def _find_gap(one: str, other: str, order: Order, measures: Measures) -> str:
    if not measures.sizes[one].high or not measures.sizes[other].high:
        return "lanes"
    if one in order.stacks:
        return "blocks"
    return "boxes" if one in measures.slack else "words"


def _measure(things: Sequence[str], distances: Sequence[float], measures: Measures) -> float:
    ends = (measures.sizes[thing].high / 2 for thing in (things[0], things[-1]))
    return sum(distances) + sum(ends)


def _stack(
    things: Sequence[str], distances: Sequence[float], numbers: Mapping[str, int]
) -> dict[int, float]:
    """The places of one column, as close together as may be."""
    down = 0.0
    held = {numbers[things[0]]: down}
    for thing, distance in zip(things[1:], distances, strict=True):
        down += distance
        held[numbers[thing]] = down
    return held


def _find_pulls(
    pieces: Iterable[Piece], numbers: Mapping[str, int], order: Order, measures: Measures
) -> Iterator[Pull]:
    for piece in pieces:
        weight = _WEIGHTS.get(piece.kind, 1.0)
        for own, other in ((piece.left, piece.right), (piece.right, piece.left)):
            first = measures.find_reach(own, order.stacks)
            last = measures.find_reach(other, order.stacks)
            if numbers[own.thing] != numbers[other.thing]:
                ends = numbers[own.thing], numbers[other.thing]
                yield Pull(*ends, last[0] - first[1], last[1] - first[0], weight)


# ------------------------------------------------------------------------ where it goes
def _settle(field: Field) -> list[float]:
    """Everything drawn by its lines, again and again, until all is still."""
    places = _begin(field)
    weights = [
        _HELD if number in field.held else sum(pull.weight for pull in pulls) or _IDLE
        for number, pulls in enumerate(field.pulls)
    ]
    for _ in range(min(_TURNS, 1 + _LABOUR // (1 + len(field.limits)))):
        wanted = [
            field.held.get(number, (place + _draw(place, places, field.pulls[number])) / 2)
            for number, place in enumerate(places)
        ]
        before, places = places, spread(wanted, field.limits, weights)
        if max(abs(one - other) for one, other in zip(before, places, strict=True)) < _STILL:
            break
    return places


def _begin(field: Field) -> list[float]:
    """From what is held outwards: each in the middle of where its lines to the others lead."""
    found = dict(field.held)
    while len(found) < len(field.pulls):
        ready = {
            number: [pull for pull in pulls if pull.other in found]
            for number, pulls in enumerate(field.pulls)
            if number not in found
        }
        drawn = {number: pulls for number, pulls in ready.items() if pulls}
        for number in drawn or ready:
            middles = [found[p.other] + (p.low + p.high) / 2 for p in ready[number]]
            found[number] = sum(middles) / len(middles) if middles else 0.0
    return [found[number] for number in range(len(field.pulls))]


def _draw(place: float, places: Sequence[float], pulls: Sequence[Pull]) -> float:
    """To where all lines together draw a place."""
    drawn, weights = 0.0, 0.0
    for _, other, low, high, weight in pulls:
        bent = _hold(place, places[other] + low, places[other] + high) - place
        nearest = place + (bent if abs(bent) < _FAR else _FAR * _FAR / bent)
        middle = _hold(places[other] + (low + high) / 2, place - _NEAR, place + _NEAR)
        drawn += weight * (nearest + _MIDDLE * middle)
        weights += weight * (1 + _MIDDLE)
    return drawn / weights if weights else place


def _hold(place: float, low: float, high: float) -> float:
    return min(max(place, low), high)


def _snap(field: Field, places: list[float]) -> list[float]:
    """Each moved to where its lines are bent least, as far as there is room beside it."""
    for _ in range(_SNAPS):
        for number, pulls in enumerate(field.pulls):
            if number not in field.held and pulls:
                top, bottom = _find_room(number, places, field.limits)
                ends = (places[p.other] + end for p in pulls for end in p.ends)
                tried = [_hold(end, top, bottom) for end in (places[number], *ends)]
                places[number] = min(tried, key=lambda one: _bend(one, places, pulls))
    return places


def _find_room(
    number: int, places: Sequence[float], limits: Iterable[Limit]
) -> tuple[float, float]:
    """From where to where a place could be moved, all else being where it is."""
    above = [places[one] + apart for one, other, apart in limits if other == number]
    below = [places[other] - apart for one, other, apart in limits if one == number]
    top, bottom = max([*above, float("-inf")]), min([*below, float("inf")])
    return (top, bottom) if top <= bottom else (places[number], places[number])


def _bend(place: float, places: Sequence[float], pulls: Sequence[Pull]) -> float:
    """How far the lines of a place are from straight; what is bent anyway may be bent more."""
    bent = 0.0
    for pull in pulls:
        low, middle, high = (places[pull.other] + end for end in pull.ends)
        aside = min(_BENT, abs(place - middle))
        bent += pull.weight * (min(_BENT, max(0.0, low - place, place - high)) + _ASIDE * aside)
    return bent
