"""Which rows a line of dispute is against, and the bars that say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.render.diagram.placing.stacks import Run, find_runs, join_places


class Mark(NamedTuple):
    """Rows standing together that lines are against, by their places in a stack.

    `track` tells how far from the rows the bar stands, None where there is none: then the arrow
    ends at the row itself. `landing` are the rows beside which no other bar is in the way.
    """

    run: Run
    track: int | None
    landing: Run


def find_marks(rows: Sequence[str], targets: Iterable[Collection[str]]) -> dict[Run, Mark]:
    """The marks of a stack: the longest bars stand nearest to the rows.

    >>> [mark.track for mark in find_marks("abcd", ["abc", "bc", "d"]).values()]
    [0, 1, None]
    >>> find_marks("abcd", ["abc", "bc"])[0, 2].landing
    (0, 0)
    """
    runs = {run for target in targets for run in find_runs(rows, target)}
    tracks: dict[Run, int] = {}
    for run in sorted(runs, key=lambda run: (run[0] - run[1], run)):
        beneath = [track for other, track in tracks.items() if _touch(run, other)]
        if beneath or run[0] != run[1]:
            tracks[run] = 1 + max(beneath, default=-1)
    return {run: Mark(run, tracks.get(run), _find_landing(run, tracks)) for run in sorted(runs)}


def _touch(one: Run, other: Run) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _find_landing(run: Run, tracks: Mapping[Run, int]) -> Run:
    """The longest piece of a bar that is seen from the middle; the whole where none is."""
    own = tracks.get(run, -1)
    hidden = [other for other, track in tracks.items() if track > own and _touch(run, other)]
    places = range(run[0], run[1] + 1)
    seen = (one for one in places if not any(_touch((one, one), other) for other in hidden))
    return max(join_places(seen), key=lambda piece: piece[1] - piece[0], default=run)
