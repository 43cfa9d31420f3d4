"""Who speaks, and what each says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.graph import Graph
from claims.query import Statement, Who
from claims.query.telling import Teller
from claims.render.answers.parts import (
    CERTAINTIES,
    Row,
    draw_answer,
    draw_rows,
    name_party,
    note_party,
    tell_ids,
    tell_note,
    tell_speaker,
    tell_words,
    write_held,
    write_relays,
)
from claims.render.cells import clean, cut
from claims.render.grid import Column, Part
from claims.render.names import NOBODY, count

_COLUMNS = (
    Column("id", 0.1),
    Column("who", 0.28),
    Column("words", 0.18),
    Column("what is said"),
)
_TITLE = 40  # columns of a headline behind a speaker


def draw_speakers(speakers: Sequence[Who], width: int) -> Text:
    """How many speak, and how many of them are not named; then what each says, by article."""
    return draw_answer([_sum_up(speakers)], speakers, lambda one: one.article, _draw_article, width)


def _sum_up(speakers: Sequence[Who]) -> str:
    known = [one.speaker for one in speakers if one.speaker]
    unnamed = sum(one.anonymous for one in known)
    statements = count(sum(len(one.statements) for one in speakers), "statement")
    if not known:
        return f"{statements} by {NOBODY}"
    if unnamed == len(known):
        return f"{statements} by {count(unnamed, 'unnamed speaker')}"
    of_them = f", {unnamed} of them not named" if unnamed else ""
    return f"{statements} by {count(len(known), 'speaker')}{of_them}"


def _draw_article(speakers: list[Who], width: int) -> Iterable[Text]:
    return draw_rows(_COLUMNS, [_write_rows(one) for one in speakers], width)


def _write_rows(one: Who) -> list[Row]:
    """The speaker is told once, with the first statement; the relays of each on their own."""
    first, *rest = one.statements
    return [
        _write_row(first, tell_speaker(first)),
        *(_write_row(other, [Part(write_relays(other), "dim", 3)]) for other in rest),
    ]


def _write_row(one: Statement, who: list[Part]) -> Row:
    return [
        tell_ids(one.id),
        who,
        [Part(one.cue.text if one.cue else "–", "cyan")],
        [*tell_words(one.text or "–", write_held(one), 3), *tell_note(*_list_notes(one))],
    ]


def _list_notes(one: Statement) -> Iterable[str]:
    if one.addressee:
        yield f"to {clean(one.addressee)}"
    yield clean(one.medium)
    yield " ".join(filter(None, (clean(one.said_at), f"({one.said_on})" if one.said_on else "")))
    yield from dict.fromkeys(CERTAINTIES[claim.certainty] for claim in one.claims)


def name_match(graph: Graph, id: str) -> str:
    """A speaker in one line, where it must be told apart from others: id, name, note, article."""
    party = Teller(graph).tell_party(id)
    title = graph.nodes[graph.nodes[id]["document"]]["label"]
    told = (id, name_party(party), note_party(party), cut(clean(title), _TITLE))
    return "  ".join(filter(None, told))
