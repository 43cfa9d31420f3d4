"""Where exactly each line touches what it leads to: straight where it can, apart from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claims.render.diagram.placing.crossings import Order
from claims.render.diagram.placing.measures import Measures, Reach
from claims.render.diagram.placing.routes import End, Piece
from claims.render.diagram.placing.spreading import Limit, spread
from claims.render.diagram.sheet import LineKind

_ROUNDS = 4
_WEIGHTS: dict[LineKind, float] = {"disputes": 20.0, "says": 4.0}


class Touch(NamedTuple):
    """How far down a piece of a line begins on its left, and ends on its right."""

    left: float
    right: float


class Tip(NamedTuple):
    """One end of a piece: what it touches there, and the piece by its number."""

    end: End
    kind: LineKind
    piece: int
    right: bool  # whether it is the right end of the piece


def find_touches(
    pieces: Iterable[Piece],
    heights: Mapping[str, float],
    order: Order,
    measures: Measures,
    nets: Mapping[Piece, str],
    apart: float,
) -> dict[Piece, Touch]:
    """Where both ends of each piece are; two at one thing are `apart`, if there is room.

    Where several share a net, they end in the middle.
    """
    pieces = list(dict.fromkeys(pieces))
    tips = [
        Tip(piece.right if right else piece.left, piece.kind, number, right)
        for number, piece in enumerate(pieces)
        for right in (False, True)
    ]
    reaches = {tip: _find_reach(tip, heights, order, measures) for tip in tips}
    places = {tip: (reach[0] + reach[1]) / 2 for tip, reach in reaches.items()}
    reaches |= {
        tip: (places[tip], places[tip])
        for tip in tips
        if tip.end.thing in order.stacks and nets[pieces[tip.piece]] != pieces[tip.piece].line
    }
    for _ in range(_ROUNDS):
        for several in _group(tips):
            places.update(_spread_tips(several, places, reaches, tips, apart))
    return {
        piece: Touch(*(places[tip] for tip in tips[2 * number : 2 * number + 2]))
        for number, piece in enumerate(pieces)
    }


def _find_reach(tip: Tip, heights: Mapping[str, float], order: Order, measures: Measures) -> Reach:
    top, bottom = measures.find_reach(tip.end, order.stacks)
    return heights[tip.end.thing] + top, heights[tip.end.thing] + bottom


def _group(tips: Iterable[Tip]) -> list[list[Tip]]:
    """The tips at one side of one thing."""
    groups: dict[tuple[str, bool], list[Tip]] = {}
    for tip in tips:
        groups.setdefault((tip.end.thing, tip.right), []).append(tip)
    return list(groups.values())


def _spread_tips(
    several: list[Tip],
    places: Mapping[Tip, float],
    reaches: Mapping[Tip, Reach],
    tips: list[Tip],
    apart: float,
) -> dict[Tip, float]:
    """Each as near as its reach allows to where the other end of its piece is."""
    others = {tip: places[tips[2 * tip.piece + (not tip.right)]] for tip in several}
    wanted = {tip: _hold(others[tip], reaches[tip]) for tip in several}
    ranked = sorted(several, key=lambda tip: (wanted[tip], others[tip], tip.piece))
    limits = [
        Limit(place, place + 1, apart if reaches[one][0] < reaches[one][1] else 0.0)
        for place, one in enumerate(ranked[1:])
    ]
    weights = [_WEIGHTS.get(tip.kind, 1.0) for tip in ranked]
    found = spread([wanted[tip] for tip in ranked], limits, weights)
    return {tip: _hold(place, reaches[tip]) for tip, place in zip(ranked, found, strict=True)}


def _hold(place: float, reach: Reach) -> float:
    return min(max(place, reach[0]), reach[1])
