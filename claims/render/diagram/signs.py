"""How a speaker, a claim and the words on a line are drawn, as labels of Graphviz.

Each sign is measured first, as its place hangs on its size, and then drawn to that size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from claims.render.diagram.markup import as_label, write_cell, write_column, write_row, write_words
from claims.render.diagram.sheet import Box, Line, Row, Sign, Strand
from claims.render.diagram.style import COLUMNS, Style
from claims.render.diagram.widths import measure
from claims.render.diagram.wrapping import balance, wrap_evenly, wrap_facts, wrap_quotes

PLAIN: dict[str, object] = {"border": 0, "cellborder": 0, "cellspacing": 0, "cellpadding": 0}
OUTLINES: dict[Sign, dict[str, object]] = {
    "named": {"style": "rounded"},
    "unnamed": {"style": "rounded,dashed"},
    "outlet": {"style": "rounded"},
}
_BORDER = 1
_MOST = 3  # words of dispute told on one line

Find = Callable[[Strand], str]


class Size(NamedTuple):
    """How much room something takes, in points."""

    wide: float
    high: float


class Words(NamedTuple):
    """One line of words in some type and colour of the style; without words, a gap.

    `href` is where the words lead, if not to where all around them does.
    """

    text: str
    type: str = "small"
    color: str = "soft"
    bold: bool = False
    gap: int = 0
    href: str = ""

    def measure(self, style: Style) -> Size:
        """How much room it takes."""
        if self.gap:
            return Size(0, self.gap)
        size = style.type[self.type]
        wide = measure(self.text, bold=self.bold, size=size) * size / COLUMNS
        return Size(wide, style.height(self.type))

    def draw(self, style: Style, align: str = "CENTER") -> str:
        """The cell of a table."""
        if self.gap:
            return write_cell("", height=self.gap)
        size, color = style.type[self.type], style.color(self.color)
        words = write_words(self.text, size=size, color=color, bold=self.bold)
        return write_cell(words, align=align, href=self.href)


def measure_words(lines: Iterable[Words], style: Style) -> Size:
    """How much room lines take, one below the other, in whole points."""
    sizes = [line.measure(style) for line in lines]
    wide = max((one.wide for one in sizes), default=0)
    return Size(ceil(wide), sum(one.high for one in sizes))


def draw_words(lines: Sequence[Words], size: Size, style: Style, align: str = "CENTER") -> str:
    """Lines one below the other, as a label of a size."""
    cells = [line.draw(style, align) for line in lines]
    inner = write_cell(
        write_column(cells, **PLAIN), width=round(size.wide), height=round(size.high), align=align
    )
    return as_label(write_column([inner], **PLAIN))


def draw_columns(columns: Sequence[Sequence[Words]], size: Size, style: Style) -> str:
    """Columns of lines side by side, as a label of a size."""
    look = {"width": round(size.wide / len(columns)), "height": round(size.high)}
    cells = [
        write_cell(
            write_column([line.draw(style, "LEFT") for line in lines], **PLAIN),
            align="LEFT",
            valign="TOP",
            **look,
        )
        for lines in columns
    ]
    return as_label(write_row(cells, **PLAIN))


def _pad(size: Size, pad: int) -> Size:
    around = 2 * (pad + _BORDER)
    return Size(size.wide + around, size.high + around)


def _frame(
    lines: Sequence[Words],
    size: Size,
    style: Style,
    look: Mapping[str, object],
    *,
    pad: int,
    align: str = "CENTER",
) -> str:
    """Lines within a border."""
    inner = write_cell(
        write_column([line.draw(style, align) for line in lines], **PLAIN),
        width=round(size.wide) - 2 * _BORDER,
        height=round(size.high) - 2 * _BORDER,
        cellpadding=pad,
        align=align,
    )
    return as_label(write_column([inner], **PLAIN | {"border": _BORDER, **look}))


# ------------------------------------------------------------------------ who speaks
def tell_box(box: Box, style: Style) -> list[Words]:
    """The name, bold where it is one, and beneath it small what the speaker is."""
    columns, rows = style.columns, style.rows
    ink = "soft" if box.sign == "outlet" else "ink"
    names = balance(box.name, columns["name"], rows["name"])
    beneath = wrap_facts(box.small, columns["small"], rows["small"])
    told = [Words(line, "body", ink, bold=box.sign != "unnamed") for line in names]
    return told + [Words(line) for line in beneath]


def measure_box(box: Box, style: Style) -> Size:
    """How much room a speaker takes."""
    return _pad(measure_words(tell_box(box, style), style), style.pads["box"])


def draw_box(box: Box, size: Size, style: Style) -> str:
    """A speaker: by the outline one sees whether it is named."""
    look = {"color": style.color("grey" if box.sign == "outlet" else "ink"), **OUTLINES[box.sign]}
    return _frame(tell_box(box, style), size, style, look, pad=style.pads["box"])


# ------------------------------------------------------------------------ what is said
def tell_row(row: Row, style: Style) -> list[Words]:
    """The words, and below them in bold how certain they are."""
    columns = style.columns["claim"]
    told = [
        Words(line, "body", "ink") for line in wrap_evenly(row.words, columns, style.rows["claim"])
    ]
    if row.signs:
        told.append(Words("", gap=style.pads["signs"]))
        room = columns * style.type["body"] // style.type["small"]
        told += [Words(line, bold=True) for line in wrap_facts(" · ".join(row.signs), room)]
    return told


def measure_row(row: Row, style: Style) -> Size:
    """How much room a claim takes."""
    return _pad(measure_words(tell_row(row, style), style), style.pads["row"])


def draw_row(row: Row, size: Size, style: Style, *, last: bool) -> str:
    """A claim; only the last of a block has a line below it."""
    look = {
        "color": style.color("ink"),
        "bgcolor": style.color("field"),
        "sides": "LTRB" if last else "LTR",
    }
    return _frame(tell_row(row, style), size, style, look, pad=style.pads["row"], align="LEFT")


# ------------------------------------------------------------------------ words on a line
def tell_line(line: Line, style: Style, find: Find = lambda strand: "") -> list[Words]:
    """The words that stand on a line, and beneath them small what they are about.

    `find` gives the address of a relation, where its words lead somewhere of their own.
    """
    color = style.pens[line.kind].words
    columns, most = style.columns["words"], style.rows["words"]
    told: list[Words] = []
    for words, beneath in _list_words(line, find):
        told += [Words("", gap=style.pads["strand"])] if told else []
        told += [
            Words(one, "small", color, bold=True, href=words.href)
            for one in balance(words.text, columns, most)
        ]
        for small in beneath:
            told += [
                Words(one, "small", color, href=small.href)
                for one in wrap_quotes(small.text, columns, most)
            ]
    return told


def _list_words(line: Line, find: Find) -> Iterator[tuple[Words, list[Words]]]:
    """Each way in which something is disputed, with what it is about."""
    if line.kind != "disputes":
        yield Words(line.words), [Words(one) for one in line.small.split("\n") if one]
        return
    found: dict[str, tuple[Words, dict[str, Words]]] = {}
    for strand in line.strands:
        own = Words(strand.words, href=find(strand))
        _, beneath = found.setdefault(strand.words, (own, {}))
        for small in filter(None, (strand.small, strand.note)):
            beneath.setdefault(small, Words(small, href=own.href))
    shown = list(found.values())
    yield from ((words, list(beneath.values())) for words, beneath in shown[:_MOST])
    if len(shown) > _MOST:
        yield Words(f"+{len(shown) - _MOST}"), []
