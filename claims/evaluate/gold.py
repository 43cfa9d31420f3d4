"""Gold: what people found in an article, in either of two forms.

A whole article has entities, nested attributions, claims and relations. A corpus row has
spans only: source, cue and content, or source and cue as one (`src_cue`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, ValidationInfo

from claims.errors import GoldError
from claims.model import Span


def _to_span(value: object, info: ValidationInfo) -> Span:
    """A span from {start, end} or [start, end], checked against the article's text."""
    text: str = (info.context or {})["text"]
    match value:
        case {"start": int(start), "end": int(end)} | [int(start), int(end)]:
            pass
        case _:
            raise ValueError("this is no span, which needs a start and an end")
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"the span {start}:{end} lies outside the text")
    words = value.get("text") if isinstance(value, Mapping) else None
    if words is not None and words != text[start:end]:
        raise ValueError(f"the text at {start}:{end} is not {words!r}")
    return Span.of(text, start, end)


def _to_list(value: object) -> object:
    """Nothing, one thing or a list of things, as a list."""
    if value is None:
        return []
    return [value] if isinstance(value, str | Mapping) else value


_Spans = Annotated[
    tuple[Annotated[Span, BeforeValidator(_to_span)], ...], BeforeValidator(_to_list)
]
_Names = Annotated[tuple[str, ...], BeforeValidator(_to_list)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class GoldEntity(_Row):
    """One who speaks, under every name the annotator gives."""

    id: str
    name: str | None = None
    aliases: _Names = ()
    anonymous: bool = False


class GoldAttribution(_Row):
    """One attribution; alternatives are as right as the first answer."""

    id: str = ""
    source: _Spans = ()
    cue: _Spans = ()
    src_cue: _Spans = ()
    content: _Spans = ()
    speaker: str | None = None
    parent: str | None = None
    chain: _Names = ()
    chain_alternatives: Annotated[tuple[_Names, ...], BeforeValidator(_to_list)] = ()
    source_alternatives: _Spans = ()
    negated: bool = False
    optional: bool = False

    @property
    def cue_words(self) -> str:
        """The cue as written; empty where there is none."""
        return "".join(span.text for span in self.cue)


class GoldClaim(_Row):
    """One claim with its certainty."""

    id: str = ""
    span: Annotated[Span, BeforeValidator(_to_span)]
    certainty: str
    negated: bool = False
    optional: bool = False


class GoldRelation(_Row):
    """How one attribution stands to others; `core` are those that must be named."""

    kind: str
    origin: str
    to: _Names
    core: _Names = ()
    strength: str | None = None
    optional: bool = False


class Gold(_Row):
    """One annotated article; `whole` is false for a corpus row with spans only."""

    id: str
    lang: str = "und"
    text: str
    whole: bool
    entities: tuple[GoldEntity, ...] = ()
    attributions: tuple[GoldAttribution, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    relations: tuple[GoldRelation, ...] = ()


def parse_gold(row: Mapping[str, Any], name: str) -> Gold:
    """The gold of one row; GoldError says in one sentence what is wrong in `name`.

    >>> row = {"text": "港口说，停航。", "attributions": [{"cue": [[2, 3]], "content": [[4, 6]]}]}
    >>> parse_gold(row, "a.jsonl").attributions[0].content[0].text
    '停航'
    >>> parse_gold({"text": "港口说，停航。"}, "a.json")
    Traceback (most recent call last):
    claims.errors.GoldError: a.json: it has no attributions; give annotated articles
    """
    if not isinstance(row, Mapping):
        raise GoldError(f"{name}: it is no JSON object; give annotated articles")
    if not isinstance(row.get("text"), str):
        raise GoldError(f"{name}: it has no text; give annotated articles")
    if not isinstance(row.get("attributions"), list):
        raise GoldError(f"{name}: it has no attributions; give annotated articles")
    try:
        return Gold.model_validate(_prepare(row, name), context={"text": row["text"]})
    except ValidationError as error:
        raise GoldError(f"{name}: {_describe(error)}") from None


def _prepare(row: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The row under our own names: `from` is a word of Python, absent lists are empty."""
    relations = row.get("relations") or []
    if isinstance(relations, list):
        relations = [
            {**one, "origin": one.get("from")} if isinstance(one, Mapping) else one
            for one in relations
        ]
    return {
        "id": row.get("id") or name,
        "lang": row.get("lang") or "und",
        "text": row["text"],
        "whole": _is_whole(row),
        "entities": row.get("entities") or [],
        "attributions": row["attributions"],
        "claims": row.get("claims") or [],
        "relations": relations,
    }


def _is_whole(row: Mapping[str, Any]) -> bool:
    if any(key in row for key in ("entities", "claims", "relations")):
        return True
    return any(
        isinstance(one, Mapping) and any(isinstance(s, Mapping) for s in one.get("content") or ())
        for one in row["attributions"]
    )


def _describe(error: ValidationError) -> str:
    """The first thing that is wrong, with the place where it stands."""
    first = error.errors()[0]
    place = ""
    for step in first["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    what = first["msg"].removeprefix("Value error, ").rstrip(".")
    return f"{place}: {what[:1].lower()}{what[1:]}".replace("origin", "from")
