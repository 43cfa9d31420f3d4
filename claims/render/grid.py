"""Tables of a terminal: cells of wrapped words, side by side, within the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from claims.render.cells import MORE, clean, cut, pad, wrap

GAP = "  "
_LEAST = 10  # columns of what has no share; more than any id takes


class Part(NamedTuple):
    """A paragraph of a cell, cut after some lines; `whole` where no word of it may be parted."""

    text: str
    style: str = ""
    lines: int = 2
    whole: bool = False


class Column(NamedTuple):
    """A column: its title, and how much of the width it may take; 0 stands for all that is left.

    Columns of 0 share what is left evenly.
    """

    title: str
    share: float = 0.0


Cell = Sequence[Part]


def draw_grid(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> list[Text]:
    """The titles, and the rows beneath, each as high as its highest cell.

    >>> columns = [Column("id", 0.2), Column("what they said")]
    >>> for line in draw_grid(columns, [[[Part("a1")], [Part("港口今日停航，渡轮照开。")]]], 20):
    ...     print(line.plain)
    id  what they said
    a1  港口今日停航，渡
        轮照开。
    """
    widths = _measure(columns, rows, width)
    titles = [[Part(column.title, "dim", 1)] for column in columns]
    return [line for row in [titles, *rows] for line in _draw_row(row, widths)]


def _measure(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """Columns with a share get no more than they need; the others what is left.

    On a narrow terminal the widest give way, but none to less than its words that are whole.
    """
    cells = [[row[at] for row in rows] for at in range(len(columns))]
    least = [max([1, *map(_longest_whole, told)]) for told in cells]
    fixed = [
        _fit(column, told, small, width) if column.share else 0
        for column, told, small in zip(columns, cells, least, strict=True)
    ]
    free = [at for at, column in enumerate(columns) if not column.share]
    left = width - len(GAP) * (len(columns) - 1)
    spared = sum(max(_LEAST, least[at]) for at in free)
    while sum(fixed) > max(0, left - spared) and (
        giving := [at for at, size in enumerate(fixed) if size > least[at]]
    ):
        fixed[max(giving, key=lambda at: fixed[at])] -= 1
    return [size or max(1, (left - sum(fixed)) // len(free)) for size in fixed]


def _fit(column: Column, cells: Sequence[Cell], least: int, width: int) -> int:
    """What a column with a share takes: its share, but no more than it needs."""
    needed = max([cell_len(column.title), *map(_cell_width, cells)])
    return min(needed, max(4, least, int(column.share * width)))


def _cell_width(cell: Cell) -> int:
    return max((cell_len(clean(part.text)) for part in cell), default=0)


def _longest_whole(cell: Cell) -> int:
    words = (word for part in cell if part.whole for word in clean(part.text).split())
    return min(_LEAST, max(map(cell_len, words), default=0))


def _draw_row(row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Text]:
    drawn = [list(_draw_cell(cell, width)) for cell, width in zip(row, widths, strict=True)]
    for at in range(max(1, *map(len, drawn))):
        line = Text()
        for lines, width in zip(drawn, widths, strict=True):
            text, style = lines[at] if at < len(lines) else ("", "")
            line.append(text, style)
            line.append(pad("", width - cell_len(text)) + GAP)
        line.rstrip()
        yield line


def _draw_cell(cell: Cell, width: int) -> Iterator[tuple[str, str]]:
    for part in cell:
        for line in shorten(wrap(clean(part.text), width), part.lines, width):
            yield line, part.style


def shorten(lines: list[str], most: int, width: int) -> list[str]:
    """The first lines, with … at the end of the last where there are more.

    >>> shorten(["港口今日", "停航，渡", "轮照开。"], 2, 8)
    ['港口今日', '停航，…']
    """
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], cut(lines[most - 1] + MORE * 2, width).replace(MORE * 2, MORE)]
