"""Answers as sheets: a row for each statement, hop, dispute, conflict or thing said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from claims.export import across
from claims.export.cells import (
    Row,
    list_names,
    list_texts,
    name,
    tell_article,
    tell_statement,
    write_path,
    write_relays,
)
from claims.export.spreadsheet import write_rows
from claims.query import Conflict, Dispute, Origin, Point, Statement, Who

_ARTICLE = ("title", "outlet", "published", "url", "document")

COLUMNS: dict[type, tuple[str, ...]] = {
    Who: (
        "id", "speaker", "anonymous", "what", "role", "affiliation", "through", "source", "words",
        "said", "quote", "negated", "held", "certainty", "addressee", "medium", "said_on",
        "confidence", "speaker_id", *_ARTICLE,
    ),
    Dispute: (
        "id", "who", "words", "against", "against_anonymous", "through", "target", "over",
        "over_held", "also_against", "basis", "strength", "reason", "who_id", "against_ids",
        *_ARTICLE,
    ),
    Conflict: (
        "id", "relation", "first_speaker", "first_through", "first_words", "first_certainty",
        "first_negated", "first_held", "second_speaker", "second_through", "second_words",
        "second_certainty", "second_negated", "second_held", "difference", "first_differs",
        "second_differs", "shared", "reason", "strength", "basis", "also_dispute", "first_id",
        "second_id", *_ARTICLE,
    ),
    Origin: (
        "speaker", "what", "said", "negated", "held", "passed_on_by", "printed_by", "disputed_by",
        "perhaps_disputed_by", "alone", "also_said_by", "ids", "speaker_id", *_ARTICLE,
    ),
    Statement: (
        "chain", "step", "name", "anonymous", "kind", "words", "medium", "held", "attribution",
        "said", *_ARTICLE,
    ),
    **across.COLUMNS,
}  # fmt: skip


def write_sheet(answers: Sequence[Any], kind: type) -> str:
    """Answers of one kind as CSV; the columns alone where there are none.

    >>> write_sheet([], Dispute).split(",")[:4]
    ['id', 'who', 'words', 'against']
    """
    return write_rows(COLUMNS[kind], (row for one in answers for row in _TELL[kind](one)))


def _tell_who(one: Who) -> Iterator[Row]:
    return map(tell_statement, one.statements)


def _tell_dispute(one: Dispute) -> Iterator[Row]:
    likeliest, *others = one.against
    paths = map(write_path, others)
    yield {
        "id": one.id,
        "who": name(one.who.speaker),
        "words": one.words.text if one.words else "",
        "against": name(likeliest.speaker),
        "against_anonymous": likeliest.unnamed,
        "through": write_relays(likeliest),
        "target": one.target.text if one.target else "",
        "over": one.over,
        "over_held": likeliest.held,
        "also_against": list_texts(path for path in paths if path != write_path(likeliest)),
        "basis": one.basis,
        "strength": one.strength,
        "reason": one.reason,
        "who_id": one.who.id,
        "against_ids": list_texts(statement.id for statement in one.against),
        **tell_article(one.who.article),
    }


def _tell_conflict(one: Conflict) -> Iterator[Row]:
    yield {
        "id": one.id,
        "relation": one.kind,
        **_tell_point("first", one.first),
        **_tell_point("second", one.second),
        "difference": one.difference.kind if one.difference else "",
        "first_differs": one.difference.first if one.difference else "",
        "second_differs": one.difference.second if one.difference else "",
        "shared": list_texts(one.shared),
        "reason": one.reason,
        "strength": one.strength,
        "basis": one.basis,
        "also_dispute": one.disputed,
        **tell_article(one.first.statement.article),
    }


def _tell_point(side: str, one: Point) -> Row:
    return {
        f"{side}_speaker": name(one.statement.speaker),
        f"{side}_through": write_relays(one.statement),
        f"{side}_words": one.words,
        f"{side}_certainty": one.certainty or "",
        f"{side}_negated": one.negated or one.statement.negated,
        f"{side}_held": one.held,
        f"{side}_id": one.claim.id if one.claim else one.statement.id,
    }


def _tell_origin(one: Origin) -> Iterator[Row]:
    yield {
        "speaker": one.speaker.name,
        "what": one.speaker.what,
        "said": list_texts(statement.text for statement in one.statements),
        "negated": any(map(_is_negated, one.statements)),
        "held": list_texts(statement.held for statement in one.statements),
        "passed_on_by": list_names(one.relays),
        "printed_by": list_texts(one.outlets),
        "disputed_by": list_names(one.disputed_by),
        "perhaps_disputed_by": list_names(one.perhaps_disputed_by),
        "alone": one.alone,
        "also_said_by": list_names(statement.speaker for statement in one.also),
        "ids": list_texts(statement.id for statement in one.statements),
        "speaker_id": one.speaker.id,
        **tell_article(one.statements[0].article),
    }


def _is_negated(one: Statement) -> bool:
    return one.negated or any(claim.negated for claim in one.claims)


def _tell_chain(one: Statement) -> Iterator[Row]:
    for step, hop in enumerate(one.hops):
        last = step == len(one.hops) - 1
        yield {
            "chain": one.id,
            "step": step,
            "name": hop.name,
            "anonymous": hop.anonymous,
            "kind": hop.kind,
            "words": hop.cue.text if hop.cue else "",
            "medium": hop.medium,
            "held": one.held if last else hop.held,
            "attribution": hop.attribution,
            "said": one.text if last else "",
            **tell_article(one.article),
        }


_TELL: dict[type, Callable[[Any], Iterable[Row]]] = {
    Who: _tell_who,
    Dispute: _tell_dispute,
    Conflict: _tell_conflict,
    Origin: _tell_origin,
    Statement: _tell_chain,
    **across.TELL,
}
