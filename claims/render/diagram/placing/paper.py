"""A sheet on paper: what stands where, from the title to the foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.render.diagram.foot import tell_foot, tell_sources
from claims.render.diagram.heads import tell_head
from claims.render.diagram.legend import draw_samples, fill_rows, list_samples, measure_samples
from claims.render.diagram.placing.arranging import Arrangement, Slot, arrange_frames
from claims.render.diagram.placing.crossings import Order
from claims.render.diagram.placing.drafts import Draft, draft_frame
from claims.render.diagram.placing.frames import Laid, Spot, lay_frame
from claims.render.diagram.placing.grid import Grid, build_grid
from claims.render.diagram.placing.ordering import order_things
from claims.render.diagram.sheet import Frame, Sheet
from claims.render.diagram.signs import Size, Words, draw_columns, draw_words, measure_words
from claims.render.diagram.style import Style
from claims.render.diagram.wrapping import wrap

_HOPELESS = 3  # sheets of paper, one below the other


class Text(NamedTuple):
    """Words that stand by themselves, as a label, and where they stand."""

    id: str
    label: str
    spot: Spot


class Panel(NamedTuple):
    """A frame in its place: its outline, its title, and what is in it."""

    frame: Frame
    outline: Spot
    head: Text
    laid: Laid


class Paper(NamedTuple):
    """All places of a sheet, in points from its upper left corner, y downwards."""

    panels: tuple[Panel, ...]
    texts: tuple[Text, ...]
    style: Style
    wide: float
    high: float


class _Part(NamedTuple):
    id: str
    label: str
    size: Size


class _Try(NamedTuple):
    """A sheet in some style, as far as it must be known to tell whether it fits the paper."""

    arrangement: Arrangement
    above: list[_Part]
    below: list[_Part]
    style: Style

    @property
    def high(self) -> float:
        gap = self.style.gaps["parts"]
        parts = sum(one.size.high + gap for one in (*self.above, *self.below))
        return self.arrangement.high + parts

    @property
    def fits(self) -> tuple[bool, bool]:
        """Whether it fits the paper across, and down."""
        paper = self.style.paper
        return (
            self.arrangement.wide <= paper["wide"] - 2 * paper["margin"],
            self.high <= paper["high"] - 2 * paper["margin"],
        )


def place_sheet(sheet: Sheet, style: Style) -> Paper:
    """Everything in its place, in the widest columns with which the sheet fits its paper."""
    grids = [build_grid(frame, sheet.kind) for frame in sheet.frames]
    ordered = [(grid, order_things(grid)) for grid in grids]
    found = _choose(_try_styles(sheet, ordered, style))
    down, gap = 0.0, style.gaps["parts"]
    texts: list[Text] = []
    for part in found.above:
        texts.append(_place_part(part, down))
        down += part.size.high + gap
    panels = [_place_slot(slot, down, found.style) for slot in found.arrangement.slots]
    down += found.arrangement.high + gap
    for part in found.below:
        texts.append(_place_part(part, down))
        down += part.size.high + gap
    return Paper(tuple(panels), tuple(texts), found.style, found.arrangement.wide, down - gap)


def _try_styles(
    sheet: Sheet, ordered: Sequence[tuple[Grid, Order]], style: Style
) -> Iterator[_Try]:
    """The sheet in widths of columns, from the widest on: frames below each other, then in pairs.

    Below each other, the first that fits across is the best there is, as narrower columns only
    make the sheet higher. Of a sheet that will never fit only the narrowest pairs are tried.
    """
    styles = [style.fit(columns) for columns in _list_fits(sheet, style)]
    drafts: dict[int, list[Draft]] = {}
    least = 0
    for number, fitted in enumerate(styles):
        drafts[number] = [draft_frame(grid, order, fitted) for grid, order in ordered]
        found = _try_style(sheet, drafts[number], fitted, paired=False)
        yield found
        if found.fits[0]:
            least = len(styles) - 1 if found.high > _HOPELESS * style.paper["high"] else 0
            break
    for number in range(least, len(styles)) if len(ordered) > 1 else ():
        known = drafts.get(number)
        known = known or [draft_frame(grid, order, styles[number]) for grid, order in ordered]
        yield _try_style(sheet, known, styles[number], paired=True)


def _try_style(sheet: Sheet, drafts: Sequence[Draft], style: Style, *, paired: bool) -> _Try:
    arrangement = arrange_frames(drafts, style, paired=paired)
    bars = any(draft.has_bars for draft in drafts)
    above = list(_list_above(sheet, arrangement.wide, style))
    below = list(_list_below(sheet, arrangement.wide, style, bars=bars))
    return _Try(arrangement, above, below, style)


def _list_fits(sheet: Sheet, style: Style) -> Sequence[Mapping[str, int]]:
    """Claims may be wide where nothing stands on the other side in any frame."""
    if sheet.kind == "chain":
        return [style.chain]
    sides = {box.side for frame in sheet.frames for box in frame.boxes}
    return style.fits if "right" in sides else [style.alone]


def _choose(tries: Iterable[_Try]) -> _Try:
    """The first that fits; else the lowest of those that fit across; else the narrowest."""
    failed: list[_Try] = []
    for one in tries:
        if all(one.fits):
            return one
        failed.append(one)
    across = [one for one in failed if one.fits[0]]
    if across:
        return min(across, key=lambda one: one.high)
    return min(failed, key=lambda one: one.arrangement.wide)


def _list_above(sheet: Sheet, wide: float, style: Style) -> Iterator[_Part]:
    head = tell_head(sheet.title, "", wide, style)
    size = Size(wide, head.measure(style).high)
    if sheet.title:
        yield _Part("sheet-title", head.draw(size, style), size)
    if sheet.note:
        columns = style.count_columns(wide, "body")
        lines = [
            Words(line, "body", "ink")
            for part in sheet.note.split("\n")
            for line in wrap(part, columns)
        ]
        yield _build_part("sheet-note", lines, wide, style)


def _list_below(sheet: Sheet, wide: float, style: Style, *, bars: bool) -> Iterator[_Part]:
    rows = fill_rows(list_samples(sheet, style, bars=bars), wide)
    for number, row in enumerate(rows, 1):
        size = Size(wide, measure_samples(style))
        yield _Part(f"sheet-legend{number}", draw_samples(row, wide, style), size)
    columns = tell_sources(sheet, wide, style)
    if columns:
        size = Size(wide, max(measure_words(lines, style).high for lines in columns))
        yield _Part("sheet-sources", draw_columns(columns, size, style), size)
    lines = tell_foot(sheet, wide, style)
    if lines:
        yield _build_part("sheet-foot", lines, wide, style)


def _build_part(id: str, lines: Sequence[Words], wide: float, style: Style) -> _Part:
    size = Size(wide, measure_words(lines, style).high)
    return _Part(id, draw_words(lines, size, style, "LEFT"), size)


def _place_part(part: _Part, down: float) -> Text:
    wide, high = part.size
    return Text(part.id, part.label, Spot(wide / 2, down + high / 2, wide, high))


def _place_slot(slot: Slot, down: float, style: Style) -> Panel:
    """A frame where its slot is; what is in it begins below its title."""
    x, y, around = slot.x, slot.y + down, style.gaps["frame"]
    frame = slot.draft.grid.frame
    inner = slot.wide - 2 * around
    size = Size(inner, slot.head.measure(style).high)
    head = _place_part(_Part(f"{frame.id}-title", slot.head.draw(size, style), size), 0)
    below = y + around + size.high + style.gaps["head"]
    laid = lay_frame(slot.draft, slot.group.columns, style)
    return Panel(
        frame,
        Spot(x + slot.wide / 2, y + slot.high / 2, slot.wide, slot.high),
        head._replace(spot=head.spot.move(x + around, y + around)),
        laid.move(x + around, below),
    )
