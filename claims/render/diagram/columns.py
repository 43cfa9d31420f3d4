"""The columns of a sheet: what stands one below the other, through all frames."""

from __future__ import annotations

from collections.abc import Iterator

from claims.render.diagram.places import Places
from claims.render.diagram.sheet import Box, Frame, Line, Sheet

OUTWARD = ("says", "relays")  # lines on one side of the middle
_MIDDLE = 0


def list_columns(sheet: Sheet) -> dict[int, list[str]]:
    """The nodes of each column, by its number: below 0 on the left, above 0 on the right."""
    columns: dict[int, list[str]] = {}
    for frame in sheet.frames:
        for number, node in _number_nodes(frame):
            columns.setdefault(number, []).append(node)
        for number in find_gaps(frame, sheet):
            columns.setdefault(number, []).append(name_anchor(frame, number))
    return dict(sorted(columns.items()))


def find_gaps(frame: Frame, sheet: Sheet) -> list[int]:
    """The outermost columns of the sheet in which a frame has nothing of its own."""
    numbers = {number for one in sheet.frames for number, _ in _number_nodes(one)}
    own = {number for number, _ in _number_nodes(frame)}
    return sorted({min(numbers), max(numbers)} - own)


def list_boxes(sheet: Sheet) -> dict[int, list[Box]]:
    """The boxes of each column."""
    boxes: dict[int, list[Box]] = {}
    for box in (box for frame in sheet.frames for box in frame.boxes):
        boxes.setdefault(number_box(box), []).append(box)
    return boxes


def name_anchor(frame: Frame, number: int) -> str:
    """The node, never seen, that holds a frame open to a column."""
    return f"{frame.id}-edge{number}"


def has_words(line: Line) -> bool:
    """Whether the words of a line stand in the middle column."""
    return bool(line.words) and line.kind not in OUTWARD


def _number_nodes(frame: Frame) -> Iterator[tuple[int, str]]:
    for box in frame.boxes:
        yield number_box(box), box.id
    for block in Places(frame).blocks:
        yield (-1 if block.side == "left" else 1), block.node
    for line in filter(has_words, frame.lines):
        yield _MIDDLE, line.id


def number_box(box: Box) -> int:
    """The column in which a box stands: the farther from the words, the farther out."""
    return -1 - box.level if box.side == "left" else 1 + box.level
