"""Any rows as a table for a terminal: what a cell holds is on few lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from claims.render.grid import Column, Part, draw_grid

LINES = 3  # of a cell


def draw_sheet(titles: Sequence[str], rows: Sequence[Sequence[object]], width: int) -> Text:
    """The rows under their titles; a column is as wide as it needs, the widest give way.

    >>> print(draw_sheet(["id", "title"], [["a1", "港口今日停航"], ["b", None]], 20).plain)
    id  title
    a1  港口今日停航
    b
    """
    columns = [Column(title, 1.0) for title in titles]
    cells = [[[Part(_tell(value), lines=LINES)] for value in row] for row in rows]
    return Text("\n").join(draw_grid(columns, cells, width))


def _tell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)
