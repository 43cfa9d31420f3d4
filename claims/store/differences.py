"""What has changed from one version of an article to the next."""

from __future__ import annotations

import difflib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.errors import UnknownIdError
from claims.model import Dossier
from claims.store.articles import LEAST, list_kept, read_dossiers
from claims.store.nouns import Change, Kept, Saying
from claims.store.versions import list_series

PARTS = " … "


def list_changes(conn: sqlite3.Connection, name: str, where: object) -> list[Change]:
    """The changes of an article, by its name, address, title or id, from its first version on.

    UnknownIdError where no article is called so, or several are.
    """
    versions = _find_versions(list_kept(conn), name)
    dossiers = {one.document: found for one, found in _read(conn, versions, where)}
    return [
        compare(one, dossiers[one.document], other, dossiers[other.document])
        for one, other in pairwise(versions)
    ]


def _read(
    conn: sqlite3.Connection, kept: list[Kept], where: object
) -> Iterator[tuple[Kept, Dossier]]:
    return zip(kept, read_dossiers(conn, kept, where), strict=True)


def _find_versions(kept: Sequence[Kept], name: str) -> list[Kept]:
    """The versions of the one article that is meant, each text once."""
    series = list_series(kept)
    meant = {key: held for key, held in series.items() if any(_is_called(x, name) for x in held)}
    several = {key: held for key, held in meant.items() if len({x.document for x in held}) > 1}
    if len(several) == 1:
        [held] = several.values()
        return _drop_repeated(held)
    if several:
        told = ", ".join(f"{held[-1].document[:6]}" for held in several.values())
        raise UnknownIdError(
            f"{name!r} may mean any of {len(several)} articles; give one of the ids {told}"
        )
    if meant or any(_is_called(one, name) for one in kept):
        raise UnknownIdError(f"there is only one version of {name!r}")
    raise UnknownIdError(f"there is no article {name!r}; `claims list --versions` shows all")


def _is_called(one: Kept, name: str) -> bool:
    return name in (one.name, one.url, one.title) or (
        len(name) >= LEAST and one.document.startswith(name)
    )


def _drop_repeated(held: Sequence[Kept]) -> list[Kept]:
    """One text that stands there twice in a row is no change."""
    return [one for at, one in enumerate(held) if not at or held[at - 1].document != one.document]


def compare(one: Kept, old: Dossier, other: Kept, new: Dossier) -> Change:
    """What sets two versions apart, in words and in who says what."""
    before, after = _count_sayings(old), _count_sayings(new)
    return Change(
        before=one,
        after=other,
        lines=tuple(_list_lines(one, old, other, new)),
        removed=tuple((before - after).elements()),
        added=tuple((after - before).elements()),
    )


def _list_lines(one: Kept, old: Dossier, other: Kept, new: Dossier) -> Iterator[str]:
    before, after = (found.document.text.splitlines() for found in (old, new))
    return difflib.unified_diff(before, after, _title(one), _title(other), lineterm="", n=1)


def _title(one: Kept) -> str:
    """A version as it is told from the others: by its name, its id and its date."""
    told = ", ".join(filter(None, (one.document, one.published)))
    return f"{one.name or one.title} ({told})"


def _count_sayings(dossier: Dossier) -> Counter[Saying]:
    return Counter(
        Saying(
            source=one.source.text if one.source else "",
            cue=one.cue.text if one.cue else "",
            content=PARTS.join(span.text for span in one.content),
        )
        for one in dossier.attributions
    )
