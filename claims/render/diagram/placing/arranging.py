"""Frames below each other, or two beside each other where that saves room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from claims.render.diagram.halves import halve
from claims.render.diagram.heads import Head, tell_head
from claims.render.diagram.placing.drafts import Draft
from claims.render.diagram.placing.groups import Group, align_columns
from claims.render.diagram.style import Style


class Slot(NamedTuple):
    """The place of a frame: its upper left corner and its size, with its head and its columns."""

    draft: Draft
    group: Group
    head: Head
    x: float
    y: float
    wide: float
    high: float


class Arrangement(NamedTuple):
    """All frames of a sheet in their slots."""

    slots: tuple[Slot, ...]
    wide: float

    @property
    def high(self) -> float:
        """From the top of the first frame to the bottom of the last."""
        return max((slot.y + slot.high for slot in self.slots), default=0.0)


def arrange_frames(drafts: Sequence[Draft], style: Style, *, paired: bool) -> Arrangement:
    """The frames in their order; where they are paired, narrow ones fill two columns of a page."""
    halves = _find_halves(drafts, style) if paired else [False] * len(drafts)
    groups = {
        half: align_columns(
            [one for one, own in zip(drafts, halves, strict=True) if own == half], style
        )
        for half in (False, True)
    }
    wide = _measure_width(groups, style)
    slots: list[Slot] = []
    down = 0.0
    for half, run in groupby(zip(drafts, halves, strict=True), lambda one: one[1]):
        own = (wide - style.gaps["frames"]) / 2 if half else wide
        fresh = [_begin_slot(draft, groups[half], own, style) for draft, _ in run]
        columns = halve(fresh, lambda one: one.high) if half else [fresh]
        for place, column in enumerate(columns):
            slots += _pile(column, place * (own + style.gaps["frames"]), down, style)
        down = max(slot.y + slot.high for slot in slots) + style.gaps["frames"]
    return Arrangement(tuple(slots), wide)


def _begin_slot(draft: Draft, group: Group, wide: float, style: Style) -> Slot:
    """The size of a frame with its head."""
    around, frame = style.gaps["frame"], draft.grid.frame
    head = tell_head(frame.title, frame.small, wide - 2 * around, style)
    high = head.measure(style).high + style.gaps["head"] + draft.high + 2 * around
    return Slot(draft, group, head, 0, 0, wide, high)


def _pile(slots: Iterable[Slot], x: float, top: float, style: Style) -> Iterator[Slot]:
    for slot in slots:
        yield slot._replace(x=x, y=top)
        top += slot.high + style.gaps["frames"]


def _find_halves(drafts: Sequence[Draft], style: Style) -> list[bool]:
    """Which frames take half of the paper's width or less, in columns of their own and shared."""
    most = (style.paper["wide"] - 2 * style.paper["margin"] - style.gaps["frames"]) / 2
    halves = [_surround(align_columns([one], style), style) <= most for one in drafts]
    shared = align_columns([one for one, half in zip(drafts, halves, strict=True) if half], style)
    return halves if _surround(shared, style) <= most else [False] * len(drafts)


def _surround(group: Group, style: Style) -> float:
    return group.wide + 2 * style.gaps["frame"]


def _measure_width(groups: Mapping[bool, Group], style: Style) -> float:
    whole = _surround(groups[False], style)
    pair = 2 * _surround(groups[True], style) + style.gaps["frames"] if groups[True].columns else 0
    return max(whole, pair, style.paper["least"])
