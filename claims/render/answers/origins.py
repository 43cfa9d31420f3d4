"""What rests on the word of one unnamed speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.query import Origin, Party
from claims.render.answers.parts import (
    Row,
    draw_answer,
    draw_rows,
    join_names,
    name_party,
    note_party,
    tell_ids,
    tell_words,
    write_held,
)
from claims.render.grid import Column, Part
from claims.render.names import count

_COLUMNS = (
    Column("id", 0.1),
    Column("on whose word", 0.24),
    Column("words", 0.14),
    Column("what rests on it"),
)
_MOST = 4  # names in a note


def draw_origins(origins: Sequence[Origin], width: int, left: int = 0) -> Text:
    """How much rests on unnamed speakers; then each thing said, by article and speaker.

    `left` is how many were left out because others say the same.
    """
    sentences = [_sum_up(origins), *_tell_left(left)]
    return draw_answer(
        sentences, origins, lambda one: one.statements[0].article, _draw_article, width
    )


def _sum_up(origins: Sequence[Origin]) -> str:
    speakers = count(len({one.speaker.id for one in origins}), "unnamed speaker")
    disputed = sum(bool(one.disputed_by) for one in origins)
    alone = " alone" if all(one.alone for one in origins) else ""
    verb = "rests" if len(origins) == 1 else "rest"
    said = f"{count(len(origins), 'thing')} {verb} on the word of {speakers}{alone}"
    return f"{said}; disputed: {disputed}" if disputed else said


def _tell_left(left: int) -> Iterable[str]:
    if left:
        others = (
            "is said by others too; --all shows it"
            if left == 1
            else ("are said by others too; --all shows them")
        )
        yield f"{left} more {others}."


def _draw_article(origins: list[Origin], width: int) -> Iterable[Text]:
    groups: dict[str, list[Origin]] = {}
    for one in origins:
        groups.setdefault(one.speaker.id, []).append(one)
    return draw_rows(_COLUMNS, [list(_write_rows(group)) for group in groups.values()], width)


def _write_rows(group: list[Origin]) -> Iterable[Row]:
    speaker = group[0].speaker
    who = [Part(name_party(speaker), "italic"), Part(note_party(speaker), "dim")]
    for number, one in enumerate(group):
        cues = dict.fromkeys(other.cue.text for other in one.statements if other.cue)
        words = [Part(cue, "cyan") for cue in cues]
        ids = tell_ids(*(statement.id for statement in one.statements))
        yield [ids, [] if number else who, words, list(_tell(one))]


def _tell(one: Origin) -> Iterable[Part]:
    for statement in one.statements:
        yield from tell_words(statement.text or "–", write_held(statement), 3)
    passed = f"passed on by {_list(one.relays)}" if one.relays else ""
    printed = f"printed by {join_names(one.outlets, _MOST)}" if len(one.outlets) > 1 else ""
    if passed or printed:
        yield Part("; ".join(filter(None, (passed, printed))), "dim")
    if told := _tell_disputed(one):
        yield Part(told, "red")
    if one.also:
        others = {other.id: other for other in (s.speaker for s in one.also) if other}
        yield Part(f"also said by {_list([*others.values()])}", "green") if others else Part("")


def _tell_disputed(one: Origin) -> str:
    firm = f"disputed by {_list(one.disputed_by)}" if one.disputed_by else ""
    by = "also by" if firm else "disputed by"
    perhaps = f"perhaps {by} {_list(one.perhaps_disputed_by)}" if one.perhaps_disputed_by else ""
    return ", ".join(filter(None, (firm, perhaps)))


def _list(parties: Sequence[Party]) -> str:
    return join_names([name_party(one) for one in parties], _MOST)
