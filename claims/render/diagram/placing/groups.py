"""Frames that share their columns, so that the same stands below the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.render.diagram.placing.drafts import Draft, Gutter
from claims.render.diagram.placing.frames import Span
from claims.render.diagram.style import Style


class Group(NamedTuple):
    """The columns of some frames, and how wide they are together."""

    columns: Mapping[int, Span]

    @property
    def wide(self) -> float:
        """From the first column to the last."""
        return max((span.right for span in self.columns.values()), default=0.0)


def align_columns(drafts: Sequence[Draft], style: Style) -> Group:
    """The columns of frames: as wide as what is widest in each, as far apart as lines need."""
    widths = _find_widths(drafts, style)
    rooms = _find_rooms(drafts)
    spans: dict[int, Span] = {}
    for number in sorted(widths):
        needs = [
            spans[gutter[0]].right + room for gutter, room in rooms.items() if gutter[1] == number
        ]
        left = max(needs, default=0.0)
        spans[number] = Span(left, left + widths[number])
    return Group(spans)


def _find_widths(drafts: Iterable[Draft], style: Style) -> dict[int, float]:
    widths: dict[int, float] = {}
    for draft in drafts:
        for thing, number in draft.grid.columns.items():
            wide = draft.measures.sizes[thing].wide
            if thing not in draft.measures.slack and thing not in draft.order.stacks and wide:
                wide += 2 * style.gaps["line"]
            widths[number] = max(widths.get(number, 0.0), wide)
    return widths


def _find_rooms(drafts: Iterable[Draft]) -> dict[Gutter, float]:
    rooms: dict[Gutter, float] = {}
    for draft in drafts:
        for gutter, room in draft.rooms.items():
            rooms[gutter] = max(rooms.get(gutter, 0.0), room.wide)
    return rooms
