"""What is said in a frame: one row for the same words by one speaker on one side."""

from __future__ import annotations

from collections.abc import Collection

from claims.render.diagram.naming import name_place
from claims.render.diagram.picked import Picked
from claims.render.diagram.said import Key, Said, find_place
from claims.render.diagram.seating import Seating
from claims.render.diagram.sheet import Line, Row
from claims.render.diagram.telling import tell_said, tell_signs
from claims.render.diagram.wording import Wording


def build_rows(picked: Picked, seating: Seating, wording: Wording) -> dict[Key, Row]:
    """The rows in the order of the text, article by article."""
    merged: dict[Key, list[Said]] = {}
    for one in sorted(picked.all_said, key=find_place):
        merged.setdefault(one.key, []).append(one)
    return {
        key: build_row(several, seating.frame, wording, picked.list_deniers(key)).model_copy(
            update={"box": seating.find_box(several[0].side, several[0].route)}
        )
        for key, several in merged.items()
    }


def build_row(
    several: list[Said], frame: str, wording: Wording, deniers: Collection[str] = ()
) -> Row:
    """The row of what is said in the same words; in whose box it stands, the caller knows."""
    first = several[0]
    statement, claim = first.statement, first.claim
    return Row(
        id=name_place(frame, first.side, claim.id if claim else statement.id),
        side=first.side,
        claims=tuple(dict.fromkeys(one.claim.id for one in several if one.claim)),
        rests=tuple(dict.fromkeys(one.statement.id for one in several)),
        words=first.words,
        certainty=claim.certainty if claim else None,
        negated=bool(claim and claim.negated),
        conditional=bool(claim and claim.conditional),
        held=statement.held,
        signs=tell_signs(claim, statement, wording, deniers),
        hover=tell_said(first, wording),
    )


def build_says(rows: dict[Key, Row]) -> list[Line]:
    """From each box to the rows that it says."""
    by_box: dict[str, list[Row]] = {}
    for row in rows.values():
        by_box.setdefault(row.box, []).append(row)
    return [_build_say(box, said) for box, said in by_box.items()]


def _build_say(box: str, said: list[Row]) -> Line:
    rests = tuple(dict.fromkeys(id for row in said for id in row.rests))
    heads = tuple(row.id for row in said)
    return Line(id=f"{box}-says", kind="says", tails=(box,), heads=heads, ids=rests, rests=rests)
