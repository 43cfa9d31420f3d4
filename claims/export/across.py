"""Answers about many articles as sheets: a row for each position, pair, origin, claim or matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from claims.export.cells import Row, list_texts
from claims.query.across import Across, Beside, Contested, Rest, Told

_TOLD = (
    "id", "published", "outlet", "speaker", "anonymous", "through", "said", "certainty", "negated",
    "held", "narrated", "matter", "title", "url", "speaker_id", "document",
)  # fmt: skip
_SIDE = ("speaker", "said", "outlet", "published", "certainty", "held", "id")

COLUMNS: dict[type, tuple[str, ...]] = {
    Told: _TOLD,
    Contested: (
        "matter", "title", "topic", "first", "last", "clashes", "position", "origins", "outlets",
        "unnamed_alone", "claims",
    ),
    Across: (
        "id", "relation", "matter", *(f"earlier_{name}" for name in _SIDE),
        *(f"later_{name}" for name in _SIDE), "who", "whom", "difference", "reason", "strength",
        "basis", "change", "words", "over",
    ),
    Rest: (
        "matter", "title", "position", "origin", "anonymous", "alone", "outlets", "claims",
        "origin_id",
    ),
    Beside: ("matter", "title", "side", "position", "speaker", "published"),
}  # fmt: skip


def _tell_told(one: Told) -> Iterator[Row]:
    facts = one.model_dump()
    facts |= {"said": one.text, "through": list_texts(one.through)}
    yield {name: facts[name] for name in _TOLD}


def _tell_contested(one: Contested) -> Iterator[Row]:
    for stand in one.stands:
        yield {
            "matter": one.id,
            "title": one.title,
            "topic": one.topic,
            "first": one.first,
            "last": one.last,
            "clashes": one.clashes,
            "position": stand.words,
            "origins": list_texts(stand.origins),
            "outlets": list_texts(stand.outlets),
            "unnamed_alone": stand.unnamed_alone,
            "claims": list_texts(claim.id for claim in stand.claims),
        }


def _tell_across(one: Across) -> Iterator[Row]:
    yield {
        "id": one.id,
        "relation": one.kind,
        "matter": one.matter,
        **_tell_side("earlier", one.earlier),
        **_tell_side("later", one.later),
        "who": one.who,
        "whom": one.whom,
        "difference": one.difference.kind if one.difference else "",
        "reason": one.reason,
        "strength": one.strength,
        "basis": one.basis,
        "change": one.change,
        "words": one.words,
        "over": one.over,
    }


def _tell_side(side: str, one: Told | None) -> Row:
    facts: Mapping[str, Any] = {**one.model_dump(), "said": one.text} if one else {}
    return {f"{side}_{name}": facts.get(name, "") for name in _SIDE}


def _tell_rest(one: Rest) -> Iterator[Row]:
    yield {
        "matter": one.matter,
        "title": one.title,
        "position": one.words,
        "origin": one.origin,
        "anonymous": one.anonymous,
        "alone": one.alone,
        "outlets": list_texts(one.outlets),
        "claims": list_texts(claim.id for claim in one.claims),
        "origin_id": one.origin_id,
    }


def _tell_beside(one: Beside) -> Iterator[Row]:
    shared = {"matter": one.matter, "title": one.title}
    for words in one.both:
        yield {**shared, "side": "both", "position": words, "speaker": "", "published": ""}
    for side, told in (("first", one.first), ("second", one.second)):
        for claim in told:
            facts = {"position": claim.text, "speaker": claim.speaker, "published": claim.published}
            yield {**shared, "side": side, **facts}


TELL: dict[type, Callable[[Any], Iterator[Row]]] = {
    Told: _tell_told,
    Contested: _tell_contested,
    Across: _tell_across,
    Rest: _tell_rest,
    Beside: _tell_beside,
}
