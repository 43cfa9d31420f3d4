"""Lines that end at one place in such a number that they share a track and one arrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claims.render.diagram.placing.measures import Measures
from claims.render.diagram.placing.routes import End, Piece, Route
from claims.render.diagram.placing.stacks import Stack


def name_nets(
    routes: Sequence[Route], measures: Measures, stacks: Mapping[str, Stack], apart: float
) -> dict[Piece, str]:
    """For each piece the net in which it runs: that of its line, or one that several share.

    Arrows need so much room `apart` from each other; where there is less, they become one.
    """
    nets = {piece: piece.line for route in routes for piece in route.pieces}
    disputes = [route for route in routes if route.line.kind == "disputes"]
    alone = Counter((route.line.id, route.onwards) for route in disputes)
    crowds: dict[tuple[End, bool], list[Piece]] = {}
    for route in disputes:
        if route.pointed and len(route.pieces) == alone[route.line.id, route.onwards] == 1:
            crowds.setdefault((find_goal(route), route.onwards), []).extend(route.pieces)
    for (end, _), pieces in crowds.items():
        top, bottom = measures.find_reach(end, stacks)
        if (len(pieces) - 1) * apart > bottom - top:
            nets.update(dict.fromkeys(pieces, f"{end.thing}|{end.first}-{end.last}-{end.track}"))
    return nets


def find_goal(route: Route) -> End:
    """What a route leads to."""
    return route.pieces[-1].right if route.onwards else route.pieces[-1].left
