"""Rows of any kind, printed as a table, as JSON or as CSV."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

import typer

from claims.cli.printing import fill, find_width, paint
from claims.cli.streams import Voice, put


class Listing(NamedTuple):
    """Rows under the names of their columns, and which columns a table shows under which titles."""

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    shown: Sequence[tuple[str, str]] = ()


def refuse_diagram() -> NoReturn:
    """Say what can be drawn, of what cannot."""
    raise typer.BadParameter(
        "this has no diagram; --format diagram goes with matters, contradictions --across, "
        "disputes --between and origins --across, and claims render draws one article",
        param_hint="'--format'",
    )


def print_listing(listing: Listing, sheet: str, voice: Voice, nothing: str) -> None:
    """Rows in the form that was asked for; where there are none, a sentence says so.

    The sentence stands in the table's place, else on standard error, beside an empty list.
    """
    if sheet == "diagram":
        refuse_diagram()
    if sheet == "table":
        put(_draw(listing) if listing.rows else fill(nothing))
        return
    if not listing.rows:
        voice.say(nothing)
    if sheet == "csv":
        from claims.export.spreadsheet import write_rows

        named = (dict(zip(listing.columns, row, strict=True)) for row in listing.rows)
        put(write_rows(listing.columns, named))
    else:
        put("[" + ",\n".join(_write(listing.columns, row) for row in listing.rows) + "]\n")


def _draw(listing: Listing) -> str:
    from claims.render.sheet import draw_sheet

    shown = listing.shown or [(name, name) for name in listing.columns]
    at = [list(listing.columns).index(name) for name, _ in shown]
    rows = [[row[column] for column in at] for row in listing.rows]
    return paint(draw_sheet([title for _, title in shown], rows, find_width()))


def _write(columns: Sequence[str], row: Sequence[object]) -> str:
    return json.dumps(dict(zip(columns, map(_tell, row), strict=True)), ensure_ascii=False)


def _tell(value: object) -> object:
    """A value as JSON has it: no bytes, and no number that is none."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def part_names(names: Sequence[str]) -> list[str]:
    """The names of columns so that none comes twice.

    >>> part_names(["who", "who", "id", "who"])
    ['who', 'who_2', 'id', 'who_3']
    """
    told: list[str] = []
    for name in names:
        number = 1
        while (own := name if number == 1 else f"{name}_{number}") in told:
            number += 1
        told.append(own)
    return told
