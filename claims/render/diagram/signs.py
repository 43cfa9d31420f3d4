"""How a speaker, a claim and the words on a line are drawn, as labels of Graphviz."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from claims.render.cells import clean
from claims.render.diagram.markup import (
    as_label,
    write_cell,
    write_column,
    write_lines,
    write_row,
    write_ruled,
)
from claims.render.diagram.places import Block, Part
from claims.render.diagram.sheet import Box, Line, Row, Sign
from claims.render.diagram.style import Style
from claims.render.diagram.wrapping import balance, measure, wrap, wrap_evenly, wrap_facts

POINTS = 5  # a column of the body's type, in points
_PADDING = 5
_LATIN = 0.07

PLAIN: dict[str, object] = {"border": 0, "cellborder": 0, "cellspacing": 0, "cellpadding": 0}
OUTLINES: dict[Sign, dict[str, object]] = {
    "named": {"style": "rounded"},
    "unnamed": {"style": "rounded,dashed"},
    "outlet": {"style": "rounded"},
}


def draw_box(box: Box, width: int, style: Style) -> str:
    """A speaker: the name bold where it is one, beneath it small what the speaker is."""
    names, beneath = _wrap_box(box, style)
    ink = style.color("soft" if box.sign == "outlet" else "ink")
    cells = write_lines(names, size=style.type["body"], bold=box.sign != "unnamed", color=ink)
    cells += write_lines(beneath, size=style.type["small"], color=style.color("soft"))
    return as_label(
        write_column(
            [write_cell(write_column(cells, **PLAIN), width=width or "")],
            border=1,
            cellborder=0,
            cellspacing=0,
            cellpadding=_PADDING,
            color=style.color("grey" if box.sign == "outlet" else "ink"),
            **OUTLINES[box.sign],
        )
    )


def measure_box(box: Box, style: Style) -> int:
    """How wide a box comes out, in points: even, as half of it must be a whole number."""
    names, beneath = _wrap_box(box, style)
    widths = [_measure_line(line, style.type["body"]) for line in names]
    widths += [_measure_line(line, style.type["small"]) for line in beneath]
    return 2 * ceil(max(widths, default=0) / 2) + 2 * _PADDING


def _wrap_box(box: Box, style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    columns, rows = style.columns, style.rows
    names = balance(box.name, columns["name"], rows["name"])
    return names, wrap_facts(box.small, columns["small"], rows["small"])


def _measure_line(line: str, size: int) -> float:
    """Latin letters and digits are a little wider than half a Chinese character."""
    return measure(line) * size / 2 + sum(map(str.isascii, line)) * size * _LATIN


def draw_block(block: Block, hrefs: Mapping[str, str], width: str, style: Style) -> str:
    """What is said, one cell a claim; each has a port, and an address for the sake of hover.

    Parts of several speakers have a bar beside them, at which the arrows end that are against
    them all. `width` is a name among the style's columns; of `chain` the words are told in full.
    """
    parts = [_draw_part(part, block, hrefs, width, style) for part in block.parts]
    if len(parts) == 1:
        return as_label(write_column(parts, **PLAIN))
    return as_label(
        write_column(
            parts,
            border=2,
            sides="R" if block.side == "left" else "L",
            color=style.color("dispute"),
            cellborder=0,
            cellspacing=3,
            cellpadding=0,
        )
    )


def _draw_part(part: Part, block: Block, hrefs: Mapping[str, str], width: str, style: Style) -> str:
    cells = [_draw_row(block.name_port(row), hrefs[row.id], row, width, style) for row in part.rows]
    ruled = write_ruled(cells, border=1, cellborder=0, cellspacing=0, color=style.color("ink"))
    return write_cell(ruled, port=part.port)


def _draw_row(port: str, href: str, row: Row, width: str, style: Style) -> str:
    columns = style.columns[width]
    words = wrap_evenly(row.words, columns, style.rows.get(width, style.rows["claim"]))
    lines = write_lines(words, size=style.type["body"], color=style.color("ink"), align="LEFT")
    if row.signs:
        signs = wrap_facts(" · ".join(row.signs), columns)
        small, soft = style.type["small"], style.color("soft")
        lines.append(write_cell("", height=2))
        lines += write_lines(signs, size=small, color=soft, align="LEFT", bold=True)
    return write_cell(
        write_column(lines, border=0, cellspacing=0, cellpadding=0),
        id=row.id,
        port=port,
        href=href,
        title="\n".join(map(clean, row.hover.split("\n"))),
        align="LEFT",
        cellpadding=5,
        width="" if width == "chain" else columns * POINTS + 12,
        bgcolor=style.color("field"),
    )


def draw_words(line: Line, style: Style) -> str:
    """The words that stand on a line, and beneath them small what they are about."""
    color = style.color(style.pens[line.kind].words)
    columns, most, size = style.columns["words"], style.rows["words"], style.type["small"]
    cells = write_lines(balance(line.words, columns, most), size=size, color=color, bold=True)
    cells += write_lines(balance(line.small, columns, most), size=size, color=color)
    return as_label(write_column(cells, border=0, cellborder=0, cellspacing=0, cellpadding=0))


def draw_title(title: str, small: str, style: Style) -> str:
    """The head of a frame or a sheet, in one line if it can; an empty label without words."""
    ink, soft = style.color("ink"), style.color("soft")
    columns, sizes = style.columns["title"], style.type
    heads = wrap(title, columns, 2)
    cells = write_lines(heads, size=sizes["title"], bold=True, color=ink, align="LEFT")
    beside = measure(title) + measure(small) <= columns
    facts = write_lines(wrap(small, columns, 2), size=sizes["small"], color=soft, align="LEFT")
    if not cells and not facts:
        return ""
    if beside and cells and facts:
        return as_label(write_row([*cells, *facts], **PLAIN | {"cellpadding": 3}))
    return as_label(write_column(cells + facts, **PLAIN | {"cellpadding": 2}))


def draw_note(note: str, style: Style) -> str:
    """What is said where there is nothing to draw."""
    lines = [line for part in note.split("\n") for line in wrap(part, style.columns["title"])]
    cells = write_lines(lines, size=style.type["body"], color=style.color("ink"), align="LEFT")
    return as_label(write_column(cells, **PLAIN | {"cellpadding": 2}))
