"""Where the lines of a frame end: at a box, at a row, or at a whole block of rows.

A block is all that is disputed by the same lines, whoever says it, so that one arrow serves all
of it; or what one speaker says that no one disputes. Of each speaker in it there is a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.render.diagram.sheet import Box, Frame, Row, Side

_TOWARDS: dict[Side, str] = {"left": "e", "right": "w"}
_AWAY: dict[Side, str] = {"left": "w", "right": "e"}


class End(NamedTuple):
    """One end of an edge: a node, perhaps with a port, and on which side it stands."""

    node: str
    side: Side


class Part(NamedTuple):
    """The rows of one box within a block."""

    port: str
    box: str
    rows: tuple[Row, ...]


class Block(NamedTuple):
    """Rows that are drawn as one node, and what is said by each box in it."""

    node: str
    side: Side
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from top to bottom."""
        return tuple(row for part in self.parts for row in part.rows)

    def name_port(self, row: Row) -> str:
        """The port of one of its rows."""
        return f"r{self.rows.index(row) + 1}"


class Places:
    """The boxes and blocks of one frame, found by the ids that lines bear."""

    def __init__(self, frame: Frame) -> None:
        self._boxes: dict[str, Box] = {one.id: one for one in frame.boxes}
        self._rows = {row.id: row for row in frame.rows}
        self.blocks = _gather_blocks(frame)
        self._blocks = {row.id: block for block in self.blocks for row in block.rows}

    def find_ends(self, ids: Iterable[str], *, away: bool = False) -> list[End]:
        """The ends at these ids; all rows of a block, or of a part of it, are one end.

        `away` asks for the side of a row that looks away from the middle.
        """
        wanted = set(ids)
        ends = (self._find_end(id, wanted, away=away) for id in ids)
        return list(dict.fromkeys(ends))

    def _find_end(self, id: str, wanted: set[str], *, away: bool) -> End:
        if id in self._boxes:
            return End(id, self._boxes[id].side)
        row, block = self._rows[id], self._blocks[id]
        compass = (_AWAY if away else _TOWARDS)[row.side]
        if away:
            [part] = [part for part in block.parts if row in part.rows]
            return End(f"{block.node}:{part.port}:{compass}", block.side)
        if len(block.rows) > 1 and wanted.issuperset(one.id for one in block.rows):
            return End(f"{block.node}:{compass}", block.side)
        return End(f"{block.node}:{block.name_port(row)}:{compass}", row.side)


def _gather_blocks(frame: Frame) -> list[Block]:
    disputed: dict[str, list[str]] = {}
    for line in frame.lines:
        for id in line.heads if line.kind == "disputes" else ():
            disputed.setdefault(id, []).append(line.id)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in frame.rows:
        lines = disputed.get(row.id)
        groups.setdefault((row.side, *lines) if lines else (row.box,), []).append(row)
    return [
        Block(f"{frame.id}-words{number}", rows[0].side, tuple(_split(rows)))
        for number, rows in enumerate(groups.values(), 1)
    ]


def _split(rows: Iterable[Row]) -> Iterator[Part]:
    by_box: dict[str, list[Row]] = {}
    for row in rows:
        by_box.setdefault(row.box, []).append(row)
    for number, (box, said) in enumerate(by_box.items(), 1):
        yield Part(f"b{number}", box, tuple(said))
