"""Beneath the frames: the legend of what occurs, the articles, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from claims.render.diagram.markup import (
    as_label,
    write_cell,
    write_column,
    write_lines,
    write_row,
    write_words,
)
from claims.render.diagram.sheet import LineKind, Sheet, Sign, Source, Tally
from claims.render.diagram.signs import OUTLINES, PLAIN
from claims.render.diagram.style import Style
from claims.render.diagram.wording import Wording
from claims.render.diagram.wrapping import wrap

_MOST = 3  # articles told one by one
_SIGNS: tuple[Sign, ...] = ("named", "unnamed", "outlet")
_KINDS: tuple[LineKind, ...] = ("relays", "disputes", "conflicts", "supports", "repeats")
_LEFT = {
    "matters": "matters",
    "claims": "claims",
    "disputes": "disputes_left",
    "conflicts": "conflicts_left",
}


def draw_foot(sheet: Sheet, style: Style) -> str:
    """The foot of a sheet; an empty label where there is nothing to tell."""
    size, color = style.type["small"], style.color("soft")
    lines = write_lines(tell_foot(sheet, style), size=size, color=color, align="LEFT")
    return as_label(write_column(lines, **PLAIN | {"cellpadding": 1})) if lines else ""


def draw_legend(sheet: Sheet, style: Style) -> str:
    """The signs that occur, each with its name; an empty label where none does."""
    cells = [*_draw_samples(sheet, style)]
    return as_label(write_row(cells, **PLAIN | {"cellpadding": 2})) if cells else ""


def tell_foot(sheet: Sheet, style: Style) -> list[str]:
    """The lines of the foot: where the words stand, and what was left out.

    >>> from claims.render.diagram.style import load_style
    >>> tell_foot(Sheet(lang="en", left_out=Tally(claims=3)), load_style())
    ['Left out: 3 claims. Widen with --max, or narrow with --focus or --about.']
    """
    wording = Wording(lang=sheet.lang)
    told = [*_tell_sources(sheet.sources, wording), *_tell_left_out(sheet.left_out, wording)]
    return [line for one in told for line in wrap(one, style.columns["foot"], 2)]


def _tell_sources(sources: tuple[Source, ...], wording: Wording) -> Iterator[str]:
    for one in sources[:_MOST]:
        yield " · ".join(filter(None, (one.outlet, one.published, unquote(one.url)))) or one.title
    if len(sources) > _MOST:
        yield wording.count(len(sources) - _MOST, "more_articles")


def _tell_left_out(left: Tally, wording: Wording) -> Iterator[str]:
    counts = {key: getattr(left, field) for field, key in _LEFT.items()}
    parts = tuple(wording.count(number, key) for key, number in counts.items() if number)
    if parts:
        space = " " if wording.lang == "en" else ""
        told = wording.tell("left_out", what=wording.list(parts))
        yield f"{told}{space}{wording.tell('left_out_advice')}"


def _draw_samples(sheet: Sheet, style: Style) -> Iterator[str]:
    wording = Wording(lang=sheet.lang)
    signs = {box.sign for frame in sheet.frames for box in frame.boxes}
    kinds = {line.kind for frame in sheet.frames for line in frame.lines}
    for sign in _SIGNS:
        if sign in signs:
            yield from _draw_box_sample(sign, wording.tell(sign), style)
    if any(frame.rows for frame in sheet.frames):
        yield from _draw_row_sample(wording.tell("claim"), style)
    for kind in _KINDS:
        if kind in kinds:
            yield from _draw_line_sample(kind, wording.tell(kind), style)


def _sample(words: str, style: Style, *, bold: bool = False) -> str:
    return write_words(words, size=style.type["small"], color=style.color("soft"), bold=bold)


def _draw_box_sample(sign: Sign, words: str, style: Style) -> Iterator[str]:
    color = style.color("grey" if sign == "outlet" else "ink")
    cell = write_cell(_sample(words, style, bold=sign != "unnamed"))
    outline = {**OUTLINES[sign], "border": 1, "cellborder": 0, "cellspacing": 0, "cellpadding": 2}
    yield write_cell(write_row([cell], color=color, **outline))
    yield _gap()


def _draw_row_sample(words: str, style: Style) -> Iterator[str]:
    facts = {"border": 1, "cellborder": 0, "cellspacing": 0, "cellpadding": 2}
    cell = write_cell(_sample(words, style))
    yield write_cell(
        write_row([cell], color=style.color("ink"), bgcolor=style.color("field"), **facts)
    )
    yield _gap()


def _draw_line_sample(kind: LineKind, words: str, style: Style) -> Iterator[str]:
    pen = style.pens[kind]
    color = style.color(pen.color)
    stroke = write_column(
        [
            write_cell("", height=5, width=26),
            write_cell(
                "",
                height=5,
                width=26,
                border=max(1, round(pen.width)),
                sides="T",
                color=color,
                style="dashed" if pen.dashed else "",
            ),
        ],
        **PLAIN,
    )
    yield write_cell(stroke)
    if pen.head:
        yield write_cell(write_words("▶", size=style.type["small"] - 1, color=color))
    yield write_cell(_sample(words, style))
    yield _gap()


def _gap() -> str:
    return write_cell("", width=8)
