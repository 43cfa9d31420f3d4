"""JSONL: one object a line, its text taken as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.errors import InputError, NoArticleError, UnreadableError
from claims.read.page import Plain

_FACTS = ("title", "url", "outlet", "lang", "published")
# Other names that collections of news give to a fact; the first that is there is taken.
_ALSO = {"published": ("date", "datePublished"), "outlet": ("source", "publisher")}


def parse_lines(text: str, *, where: str, name: str = "") -> Iterator[Plain | InputError]:
    """The texts of a JSONL file; a line that is wrong gives an error, the others go on.

    >>> [one] = parse_lines('{"id": "a1", "text": "他说会谈结束。"}', where="a.jsonl")
    >>> one.name, one.text
    ('a1', '他说会谈结束。')
    >>> [error] = parse_lines('{"id": 1}', where="a.jsonl")
    >>> print(error)
    a.jsonl, line 1: it has no `text`; give each object a field `text` with the article
    """
    whole = _load(text) if not _load(_first_line(text)) else None
    if isinstance(whole, dict):  # one object, spread over several lines
        yield _item(whole, where, name)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parse_line(line, f"{where}, line {number}", f"{name}-{number}" if name else "")


def _first_line(text: str) -> str:
    return text.lstrip().split("\n", 1)[0]


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _parse_line(line: str, where: str, name: str) -> Plain | InputError:
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        what = f"it is broken JSON at character {error.pos + 1} ({error.msg})"
        return UnreadableError(where, what, "repair the line or take it out")
    except (ValueError, RecursionError):
        what = "its JSON is nested too deep or holds too long a number"
        return UnreadableError(where, what, "take the line out")
    if not isinstance(item, dict):
        advice = "give one object a line"
        return UnreadableError(where, f"it holds a JSON {_kind(item)}, not an object", advice)
    return _item(item, where, name)


def _item(item: dict[str, Any], where: str, name: str) -> Plain | InputError:
    item = {**item, **{key: _fact(item, key) for key in _ALSO}}
    text, given = item.get("text"), item.get("id")
    if text is None:
        return NoArticleError(where, "it has no `text`", _GIVE_TEXT)
    for key in ("text", *_FACTS):
        if not isinstance(item.get(key) or "", str):
            what = f"its `{key}` is a JSON {_kind(item[key])}, not a string"
            return UnreadableError(where, what, "put the value in quotation marks")
    facts = {key: item.get(key) or "" for key in _FACTS}
    name = str(given) if isinstance(given, str | int) and str(given) else name
    if any(_is_broken(value) for value in (text, name, *facts.values())):
        what = "it holds half of a character (a lone surrogate)"
        return UnreadableError(where, what, "write the line again from its source")
    return Plain(text, where, name, **facts)


def _fact(item: dict[str, Any], key: str) -> Any:
    """A fact under its own name, or under another that is a string."""
    others = (item[name] for name in _ALSO[key] if isinstance(item.get(name), str))
    return item.get(key) or next(others, "")


_GIVE_TEXT = "give each object a field `text` with the article"


def _kind(value: Any) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _is_broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
