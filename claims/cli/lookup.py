"""An id to the item it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.errors import UnknownIdError
from claims.model import Attribution, Dossier, Speaker

Item = Attribution | Speaker


def find_item(id: str, dossiers: Iterable[Dossier]) -> tuple[Dossier, Item]:
    """The attribution or speaker of an id, in full or without the article's part.

    UnknownIdError names the nearest ids, or all that a short id may mean.

    >>> find_item("a1", [])
    Traceback (most recent call last):
    claims.errors.UnknownIdError: there is no item 'a1': no article was found to look in
    """
    seen: list[str] = []
    short: list[tuple[Dossier, Item]] = []
    for dossier in dossiers:
        for item in _items(dossier):
            if item.id == id:
                return dossier, item
            seen.append(item.id)
            if item.id.rpartition(":")[2] == id:
                short.append((dossier, item))
    if len(short) == 1:
        return short[0]
    if short:
        several = ", ".join(item.id for _, item in short[:5])
        raise UnknownIdError(f"{id!r} is an item of several articles; give one of {several}")
    raise UnknownIdError(f"there is no item {id!r}: {_advise(id, seen)}")


def _items(dossier: Dossier) -> Iterator[Item]:
    yield from dossier.attributions
    yield from dossier.speakers


def _advise(id: str, seen: list[str]) -> str:
    if not seen:
        return "no article was found to look in"
    from rapidfuzz import process

    choices = seen if ":" in id else [one.rpartition(":")[2] for one in seen]
    near = [found[0] for found in process.extract(id, [*dict.fromkeys(choices)], limit=3)]
    return f"the nearest are {', '.join(near)}"
