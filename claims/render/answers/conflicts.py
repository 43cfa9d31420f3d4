"""What may conflict: the one, the other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.query import Conflict, Point
from claims.render.answers.parts import (
    CERTAINTIES,
    HELD,
    Row,
    draw_answer,
    draw_rows,
    tell_ids,
    tell_note,
    tell_speaker,
    tell_words,
    write_held,
)
from claims.render.grid import Column, Part
from claims.render.names import count, short_id

_NO_VERDICT = (
    "Concluded from the words, not said by anyone: each may have an innocent explanation, "
    "and none says who is right."
)
_COLUMNS = (
    Column("id", 0.08),
    Column("one says"),
    Column("another says"),
    Column("may conflict: why", 0.26),
)


def draw_conflicts(conflicts: Sequence[Conflict], width: int) -> Text:
    """How many pairs may conflict, and that this is no verdict; then each pair, by article.

    In an article those come first whose speakers also dispute each other, then the strong.
    """
    sentences = [_sum_up(conflicts), _NO_VERDICT]
    return draw_answer(
        sentences, conflicts, lambda one: one.first.statement.article, _draw_article, width
    )


def _sum_up(conflicts: Sequence[Conflict]) -> str:
    disputed = sum(one.disputed for one in conflicts)
    pairs = count(len(conflicts), "pair")
    verb = "those behind them" if len(conflicts) == 1 else f"in {disputed} of them the speakers"
    also = f"; {verb} also dispute each other in words" if disputed else ""
    return f"{pairs} of claims may conflict{also}"


def _draw_article(conflicts: list[Conflict], width: int) -> Iterable[Text]:
    ranked = sorted(conflicts, key=lambda one: (one.strength == "weak", not one.disputed))
    return draw_rows(_COLUMNS, [[_write_row(one)] for one in ranked], width)


def _write_row(one: Conflict) -> Row:
    return [
        tell_ids(one.id),
        _tell_point(one.first),
        _tell_point(one.second),
        list(_tell_why(one)),
    ]


def _tell_point(one: Point) -> list[Part]:
    return [
        *tell_speaker(one.statement, short=True),
        *tell_words(one.words, write_held(one.statement) or HELD[one.held]),
        *tell_note(
            CERTAINTIES[one.certainty or "certain"],
            "negated" if one.negated else "",
            "on a condition" if one.conditional else "",
            short_id(one.claim.id if one.claim else one.statement.id),
            whole=True,
        ),
    ]


def _tell_why(one: Conflict) -> Iterable[Part]:
    """On which scale the two differ, and the reason; the words that differ, if there is none."""
    if differs := one.difference:
        yield Part(differs.kind, "magenta")
    words = " / ".join(filter(None, (differs.first, differs.second))) if differs else ""
    yield Part(one.reason.removeprefix(f"{one.kind}: ") or words, "", 5)
    yield from tell_note("weak" if one.strength == "weak" else "")
    if one.disputed:
        yield Part("they also dispute each other", "red")
