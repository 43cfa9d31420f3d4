"""Which things stand at one height: the words of a line and the lanes in which it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import networkx

from claims.render.diagram.placing.routes import Piece

Columns = Sequence[Sequence[str]]


def join_lanes(columns: Columns, pieces: Iterable[Piece]) -> dict[str, str]:
    """For each thing the one that stands for it: itself, or the first of those joined with it.

    What would stand both above and below something is not joined.
    """
    joined = {thing: thing for things in columns for thing in things}
    below: networkx.DiGraph[str] = networkx.DiGraph(
        [pair for things in columns for pair in pairwise(things)]
    )
    below.add_nodes_from(joined)
    for one, other in _find_pairs(pieces):
        first, second = joined[one], joined[other]
        if first == second or _are_apart(below, first, second):
            continue
        networkx.relabel_nodes(below, {second: first}, copy=False)
        joined |= {thing: first for thing, own in joined.items() if own == second}
    return joined


def _find_pairs(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Lanes side by side, and the words of a line with the lane beside them."""
    for piece in pieces:
        ends = (piece.left.thing, piece.right.thing)
        if any("|" in end for end in ends) and all(end.startswith(piece.line) for end in ends):
            yield ends


def _are_apart(below: networkx.DiGraph[str], one: str, other: str) -> bool:
    """Whether one thing has to stand above the other."""
    return networkx.has_path(below, one, other) or networkx.has_path(below, other, one)
