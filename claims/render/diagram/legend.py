"""The legend: the signs that occur in a picture, each with its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from claims.render.diagram.markup import as_label, write_cell, write_column, write_row, write_words
from claims.render.diagram.sheet import LineKind, Sheet, Sign
from claims.render.diagram.signs import OUTLINES, PLAIN, Words, measure_words
from claims.render.diagram.style import Style
from claims.render.diagram.wording import Wording

_SIGNS: tuple[Sign, ...] = ("named", "unnamed", "outlet")
_KINDS: tuple[LineKind, ...] = ("says", "relays", "disputes", "conflicts", "supports", "repeats")
_PAD = 2
_STROKE = 20
_HEAD = 10
_APART = 5  # a sample and its name
_GAP = 8  # two samples


class Sample(NamedTuple):
    """A sign with its name, as cells of a table, and how wide it is."""

    cells: tuple[str, ...]
    wide: int


def list_samples(sheet: Sheet, style: Style, *, bars: bool) -> list[Sample]:
    """The signs that occur in a sheet; of bars the caller knows."""
    return [*_list_samples(sheet, style, bars=bars)]


def fill_rows(samples: Iterable[Sample], wide: float) -> list[list[Sample]]:
    """As many samples to a row as fit."""
    rows: list[list[Sample]] = []
    for one in samples:
        used = sum(other.wide + _GAP for other in rows[-1]) if rows else 0
        if rows and used + one.wide + _GAP <= wide:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def measure_samples(style: Style) -> int:
    """How high a row of samples is."""
    return style.height("small") + 2 * _PAD + 2


def draw_samples(row: Sequence[Sample], wide: float, style: Style) -> str:
    """One row of the legend, as a label; what is left of the width stays empty."""
    cells = [cell for one in row for cell in (*one.cells, write_cell("", width=_GAP))]
    used = sum(one.wide + _GAP for one in row)
    rest = write_cell("", width=max(0, round(wide) - used), height=measure_samples(style))
    return as_label(write_row([*cells, rest], **PLAIN))


def _list_samples(sheet: Sheet, style: Style, *, bars: bool) -> Iterator[Sample]:
    wording = Wording(lang=sheet.lang)
    signs = {box.sign for frame in sheet.frames for box in frame.boxes}
    kinds = {line.kind for frame in sheet.frames for line in frame.lines}
    if "relays" in kinds:
        kinds -= {"says"}  # the same arrow: one sample of it is enough
    for sign in _SIGNS:
        if sign in signs:
            yield _draw_box(sign, wording.tell(sign), style)
    if any(frame.rows for frame in sheet.frames):
        yield _draw_claim(wording.tell("position" if _is_of_many(sheet) else "claim"), style)
    for kind in _KINDS:
        if kind in kinds:
            name = "holds" if kind == "says" and _is_of_many(sheet) else kind
            yield _draw_line(kind, wording.tell(name), style)
        if kind == "disputes" and bars:
            yield _draw_bar(wording.tell("bar"), style)


def _is_of_many(sheet: Sheet) -> bool:
    return sheet.kind == "matters"


def _framed(words: Words, style: Style, look: Mapping[str, object]) -> Sample:
    size = measure_words([words], style)
    wide = ceil(size.wide) + 2 * _PAD + 4
    inner = write_cell(
        write_column([words.draw(style)], **PLAIN),
        width=wide - 2,
        height=measure_samples(style) - 2,
    )
    table = write_column([inner], **PLAIN | {"border": 1, **look})
    return Sample((write_cell(table),), wide)


def _draw_box(sign: Sign, name: str, style: Style) -> Sample:
    look = {"color": style.color("grey" if sign == "outlet" else "ink"), **OUTLINES[sign]}
    return _framed(Words(name, bold=sign != "unnamed"), style, look)


def _draw_claim(name: str, style: Style) -> Sample:
    look = {"color": style.color("ink"), "bgcolor": style.color("field")}
    return _framed(Words(name), style, look)


def _draw_line(kind: LineKind, name: str, style: Style) -> Sample:
    pen = style.pens[kind]
    color = style.color(pen.color)
    half = {"height": measure_samples(style) // 2, "width": _STROKE}
    dash = {"style": "dashed"} if pen.dashed else {}
    border = {"border": max(1, round(pen.width)), "sides": "T", "color": color}
    stroke = write_column(
        [write_cell("", **half), write_cell("", **half, **border, **dash)], **PLAIN
    )
    cells, wide = [write_cell(stroke)], _STROKE
    if pen.head:
        arrow = write_words("▶", size=style.type["small"] - 1, color=color)
        cells, wide = [*cells, write_cell(arrow, width=_HEAD)], wide + _HEAD
    return _named(cells, wide, name, style)


def _draw_bar(name: str, style: Style) -> Sample:
    color = style.color("dispute")
    arrow = write_words("▶", size=style.type["small"] - 1, color=color)
    bar = write_column(
        [write_cell("", width=2, height=measure_samples(style), bgcolor=color)], **PLAIN
    )
    return _named([write_cell(arrow, width=_HEAD), write_cell(bar)], _HEAD + 2, name, style)


def _named(cells: list[str], wide: int, name: str, style: Style) -> Sample:
    words = Words(name)
    told = [write_cell("", width=_APART), words.draw(style)]
    return Sample((*cells, *told), wide + _APART + ceil(words.measure(style).wide))
