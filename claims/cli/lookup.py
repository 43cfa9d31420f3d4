"""An id to the item it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.errors import UnknownIdError
from claims.model import Attribution, Claim, Dossier, Relation, Speaker
from claims.query.across import Library

Item = Attribution | Speaker | Claim | Relation

_ID = re.compile(r"(?:[0-9a-f]+:)?[acqrs]\d+(?:\.\d+)?")
# What is of many articles: matters M…, joined speakers S…, pairs of claims …~…, and n…, what an
# article tells in its own voice.
_GATHERED = re.compile(
    r"[MS](?=.*\d)[0-9a-z:.]+|[0-9a-z:.]+~[0-9a-z:.]+|(?:[0-9a-f]+:)?n\d+(?:\.\d+)?"
)
_ARTICLE = re.compile(r"[0-9a-f]+:")
_OF_ARTICLE = re.compile(r"([0-9a-f]*:)?(?=[a-z]\d)")
_JOINED = re.compile(r"S[0-9a-f]+:s\d+(?:\.\d+)?")
_ALIKE = 50  # of 100: less is no likeness


class _Kind(NamedTuple):
    """What ids that begin with a letter are of, and which command lists them."""

    name: str
    listed: str


_SAYING = _Kind("attribution", "`claims extract PATH --format table` lists them")
_KINDS = {
    "a": _SAYING,
    "q": _SAYING,
    "s": _Kind("speaker", "`claims who PATH --format csv` lists them as speaker_id"),
    "c": _Kind("claim", "`claims export PATH --format csv` lists them as claim_id"),
    "r": _Kind("relation", "`claims disputes PATH` and `claims contradictions PATH` list them"),
}
_OF_MANY = {
    "M": _Kind("matter", "`claims matters PATH` lists them"),
    "S": _Kind("joined speaker", "`claims timeline PATH --format csv` lists them as speaker_id"),
    "n": _Kind(
        "sentence of an article's own voice", "`claims export PATH --format corpus` has them"
    ),
    "~": _Kind("pair of claims", "`claims contradictions PATH --across` lists them"),
}


def find_item(id: str, dossiers: Iterable[Dossier]) -> tuple[Dossier, Item]:
    """The attribution, speaker, claim or relation of an id, in full or without the article's part.

    UnknownIdError names the nearest ids, where any is near, or all that a short id may mean.

    >>> find_item("a1", [])
    Traceback (most recent call last):
    claims.errors.UnknownIdError: there is no item 'a1': no article was found to look in
    """
    seen: list[str] | None = None
    short: list[tuple[Dossier, Item]] = []
    for dossier in _drop_doubles(dossiers):
        seen = seen or []
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


def is_like_id(words: str) -> bool:
    """Whether words have the form of an id, long or short.

    >>> is_like_id("55cf44e9a1ab:a464"), is_like_id("c12"), is_like_id("入侵")
    (True, True, False)
    """
    return _ID.fullmatch(words) is not None


def is_gathered_id(words: str) -> bool:
    """Whether words have the form of an id of what is of many articles.

    >>> [is_gathered_id(one) for one in ("M55cf44:c1", "n31", "55cf:c1~c2", "Sc1", "c12", "Sunday")]
    [True, True, True, True, False, False]
    """
    return _GATHERED.fullmatch(words) is not None


def find_gathered(id: str, library: Library) -> str:
    """The whole id of a matter, a joined speaker, a pair of claims, or a narrated sentence.

    The articles in it may be left out, or cut to their beginnings, where one alone fits.
    """
    sort = "~" if "~" in id else id.rpartition(":")[2][0] if id[0] not in "MS" else id[0]
    among = [*dict.fromkeys(_list_gathered(sort, library))]
    if id in among:
        return id
    form = re.compile(_OF_ARTICLE.sub(_loosen, id.replace(".", r"\.")))
    found = [one for one in among if form.fullmatch(one)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(found[:5])
        raise UnknownIdError(f"{id!r} may mean any of {len(found)}; give one of {several}")
    if not library.corpus.documents:
        raise UnknownIdError(f"there is no item {id!r}: {_advise(id, None)}")
    raise UnknownIdError(f"there is no item {id!r}: {_advise_of_kind(id, among, _OF_MANY[sort])}")


def _list_gathered(sort: str, library: Library) -> Iterator[str]:
    if sort == "M":
        yield from library.matters
    elif sort == "S":
        yield from library.speakers
    elif sort == "n":
        yield from (one.id for one in library.corpus.claims if one.narrated)
    else:
        yield from (one.id for one in library.corpus.relations if "~" in one.id)


def _loosen(part: re.Match[str]) -> str:
    """An article in an id as a pattern: it may be cut short, or left out."""
    told = part[1]
    return f"{told.removesuffix(':')}[0-9a-f]*:" if told else "(?:[0-9a-f]+:)?"


def is_joined_id(words: str) -> bool:
    """Whether words have the form of the id of a joined speaker.

    >>> is_joined_id("S55cf44e9a1ab:s1025"), is_joined_id("55cf44e9a1ab:s1025"), is_joined_id("Sun")
    (True, False, False)
    """
    return _JOINED.fullmatch(words) is not None


def _drop_doubles(dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
    """The same article given twice, as a page and as its dossier, is one."""
    seen: set[str] = set()
    for one in dossiers:
        if one.document.id not in seen:
            seen.add(one.document.id)
            yield one


def _items(dossier: Dossier) -> Iterator[Item]:
    yield from dossier.attributions
    yield from dossier.speakers
    yield from dossier.claims
    yield from dossier.relations


def _advise(id: str, seen: list[str] | None) -> str:
    """Where ids like this one are to be seen; `seen` is None where there was no article."""
    if seen is None:
        return "no article was found to look in"
    kind = _find_kind(id) if _ID.fullmatch(id) else None
    if kind:
        return _advise_of_kind(id, [one for one in seen if _find_kind(one) is kind], kind)
    if not seen:
        return f"there are no {_KINDS['a'].name}s here"
    count = f"there are {len(seen)} ids" if len(seen) > 1 else "there is one id"
    return f"{count}; run `claims extract PATH --format table` to see them"


def _find_kind(id: str) -> _Kind | None:
    return _KINDS.get(id.rpartition(":")[2][:1])


def _advise_of_kind(id: str, among: list[str], kind: _Kind) -> str:
    if not among:
        return f"there are no {kind.name}s here"
    count = (
        f"there are {len(among)} {kind.name}s" if len(among) > 1 else f"there is one {kind.name}"
    )
    near = _nearest(id, among)
    told = f"the nearest are {', '.join(near)}" if near else count
    return f"{told}; {kind.listed}"


def _nearest(id: str, seen: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    choices = [*dict.fromkeys(seen if ":" in id else (_ARTICLE.sub("", one) for one in seen))]
    rows = process.extract(id, choices, scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE)
    return [found[0] for found in rows]
