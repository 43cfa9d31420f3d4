"""The titles of a sheet and of its frames, with what stands small beside or beneath them."""

from __future__ import annotations

from typing import NamedTuple

from claims.render.diagram.markup import as_label, write_cell, write_column, write_row
from claims.render.diagram.signs import PLAIN, Size, Words, measure_words
from claims.render.diagram.style import Style
from claims.render.diagram.wrapping import wrap

_APART = 8
_ROWS = 2
_BOLD = 0.95  # bold letters are wider, so that fewer fit


class Head(NamedTuple):
    """A title, and small words beside it where there is room, else beneath."""

    title: tuple[Words, ...]
    small: tuple[Words, ...] = ()
    beside: bool = False

    def measure(self, style: Style) -> Size:
        """How much room it takes."""
        title, small = measure_words(self.title, style), measure_words(self.small, style)
        if self.beside:
            return Size(title.wide + _APART + small.wide, max(title.high, small.high))
        return Size(max(title.wide, small.wide), title.high + small.high)

    def draw(self, size: Size, style: Style) -> str:
        """A label of a size; the words begin on its left."""
        title, small = (
            [one.draw(style, "LEFT") for one in several] for several in (self.title, self.small)
        )
        rest = write_cell("", width=max(0, round(size.wide - self.measure(style).wide)))
        told = write_cell(write_column([*title, *small], **PLAIN))
        cells = [*title, write_cell("", width=_APART), *small] if self.beside else [told]
        return as_label(write_row([*cells, rest], **PLAIN))


def tell_head(title: str, small: str, wide: float, style: Style) -> Head:
    """A head that is at most so wide."""
    head = Head(_wrap(title, "title", wide, style), _wrap(small, "small", wide, style))
    beside = head._replace(beside=len(head.title) == len(head.small) == 1)
    return beside if beside.measure(style).wide <= wide else head


def _wrap(text: str, type: str, wide: float, style: Style) -> tuple[Words, ...]:
    bold = type == "title"
    columns = style.count_columns(wide * (_BOLD if bold else 1), type)
    lines = wrap(text, columns, _ROWS) if text else ()
    return tuple(Words(one, type, "ink" if bold else "soft", bold=bold) for one in lines)
