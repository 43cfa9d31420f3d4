"""Which things stand at one height: the words of a line and the lanes in which it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from claims.render.diagram.placing.routes import Piece

Columns = Sequence[Sequence[str]]


def join_lanes(columns: Columns, pieces: Iterable[Piece]) -> dict[str, str]:
    """For each thing the one that stands for it: itself, or the first of those joined with it.

    What would stand both above and below something is not joined.
    """
    joined = {thing: thing for things in columns for thing in things}
    for one, other in _find_pairs(pieces):
        first, second = joined[one], joined[other]
        tried = {thing: first if own == second else own for thing, own in joined.items()}
        if not _has_ring(columns, tried):
            joined = tried
    return joined


def _find_pairs(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Lanes side by side, and the words of a line with the lane beside them."""
    for piece in pieces:
        ends = (piece.left.thing, piece.right.thing)
        if any("|" in end for end in ends) and all(end.startswith(piece.line) for end in ends):
            yield ends


def _has_ring(columns: Columns, joined: Mapping[str, str]) -> bool:
    """Whether something would have to stand above itself."""
    below: dict[str, set[str]] = {}
    for things in columns:
        for one, other in pairwise(things):
            below.setdefault(joined[one], set()).add(joined[other])
    open_ended: set[str] = set()
    done: set[str] = set()

    def climb(thing: str) -> bool:
        if thing in open_ended:
            return True
        if thing in done:
            return False
        open_ended.add(thing)
        found = any(climb(other) for other in sorted(below.get(thing, ())))
        open_ended.remove(thing)
        done.add(thing)
        return found

    return any(climb(thing) for thing in below)
