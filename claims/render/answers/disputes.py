"""Who disputes whom: who, in which words, against whom, over what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.query import Dispute, Statement, find_origin
from claims.render.answers.parts import (
    Row,
    draw_answer,
    draw_rows,
    join_names,
    name_party,
    note_party,
    tell_note,
    tell_speaker,
    write_speaker,
)
from claims.render.cells import clean
from claims.render.grid import Column, Part
from claims.render.names import NOBODY, count, short_id

_COLUMNS = (
    Column("id", 0.08),
    Column("who", 0.22),
    Column("words", 0.16),
    Column("disputes", 0.22),
    Column("over what"),
)
_NAMED = 3  # of more on a side, only the number is told


def draw_disputes(disputes: Sequence[Dispute], width: int) -> Text:
    """How many disputes there are and whom they are against; then each, by article."""
    return draw_answer(
        [_sum_up(disputes)], disputes, lambda one: one.who.article, _draw_article, width
    )


def _sum_up(disputes: Sequence[Dispute]) -> str:
    """Who disputes whom: those count as disputed on whose word the statements stand."""
    who = {(one.who.article.id, write_speaker(one.who).strip("()")) for one in disputes}
    origins = [find_origin(one) for dispute in disputes for one in dispute.against]
    against = {one.id: one for one in origins if one}
    unnamed = sum(one.anonymous for one in against.values())
    counted = count(len(disputes), "dispute") + _count_articles(disputes)
    if max(len(who), len(against)) > _NAMED:
        among = f", {unnamed} of them not named" if unnamed else ""
        return f"{count(len(who), 'speaker')} dispute {len(against)} others{among}: {counted}"
    names = join_names([name_party(one) for one in against.values()]) if against else NOBODY
    told = join_names(list(dict.fromkeys(write_speaker(one.who).strip("()") for one in disputes)))
    said = f"{told} {'disputes' if len(who) == 1 else 'dispute'} {names}"
    return f"{said}{_tell_unnamed(unnamed, len(against))}: {counted}"


def _count_articles(disputes: Sequence[Dispute]) -> str:
    articles = len({one.who.article.id for one in disputes})
    return f" in {articles} articles" if articles > 1 else ""


def _tell_unnamed(unnamed: int, all: int) -> str:
    if unnamed and unnamed == all:
        return f", who {'is' if unnamed == 1 else 'are'} not named"
    return f" ({unnamed} of these {all} not named)" if unnamed else ""


def _draw_article(disputes: list[Dispute], width: int) -> Iterable[Text]:
    return draw_rows(_COLUMNS, [[_write_row(one)] for one in disputes], width)


def _write_row(one: Dispute) -> Row:
    weak = "weak" if one.strength == "weak" else ""
    inferred = "inferred" if one.basis == "inferred" else ""
    target = clean(one.target.text) if one.target else ""
    return [
        [Part(short_id(one.id), "dim")],
        [*tell_speaker(one.who), *tell_note(short_id(one.who.id))],
        [Part(one.words.text if one.words else "–", "red"), *tell_note(weak, inferred)],
        list(_tell_against(one.against)),
        [*([Part(target, "cyan")] if target else []), *_tell_over(one)],
    ]


def _tell_against(against: Sequence[Statement]) -> Iterable[Part]:
    """Each speaker once, with those who pass the words on."""
    relays: dict[str, list[str]] = {}
    told: dict[str, Statement] = {}
    for one in against:
        name = write_speaker(one).strip("()")
        told.setdefault(name, one)
        passing = relays.setdefault(name, [])
        passing += [hop.name for hop in one.relays if hop.name not in ("", name, *passing)]
    for name, one in told.items():
        yield Part(name, "italic" if one.speaker and one.speaker.anonymous else "bold")
        yield from tell_note(note_party(one.speaker))
        yield from tell_note(f"through {join_names(relays[name])}" if relays[name] else "")


def _tell_over(one: Dispute) -> Iterable[Part]:
    yield Part(one.over, "", 4)
    yield from tell_note(" ".join(short_id(statement.id) for statement in one.against))
