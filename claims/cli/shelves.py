"""Where the articles of a question come from: paths, or a store that `claims add` filled."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claims.cli.across import open_library
from claims.cli.articles import gather_dossiers
from claims.cli.streams import Voice
from claims.errors import StoreError
from claims.model import Dossier
from claims.query.across import Library
from claims.store import Store, open_store

SEVERAL = 2
_BEYOND = (
    "SELECT count(*) FROM relations WHERE kind = 'contradicts' AND across AND strength = 'strong'"
)


def gather_from(
    paths: Iterable[str] | None,
    db: Path | None,
    voice: Voice,
    *,
    max_bytes: int,
    jobs: int,
    whose: str | None = None,
) -> Iterator[Dossier]:
    """The dossiers of a store, or else of all that is in paths.

    Of a store only those articles are read that know `whose`, a speaker or the id of an item.
    """
    if db is None:
        yield from gather_dossiers(paths or (), voice, max_bytes=max_bytes, jobs=jobs)
        return
    with _open_filled(db) as store:
        yield from store.dossiers(store.documents_of(whose) if whose else None)


def open_shelf(
    paths: Iterable[str] | None, db: Path | None, voice: Voice, *, max_bytes: int, jobs: int
) -> Library:
    """All articles as one, laid out for questions; of a store as it was derived."""
    if db is None:
        dossiers = gather_dossiers(paths or (), voice, max_bytes=max_bytes, jobs=jobs)
        return open_library(dossiers, jobs or os.cpu_count() or 1)
    with _open_filled(db) as store:
        return Library(store.corpus())


def open_together(dossiers: Sequence[Dossier], db: Path | None, jobs: int) -> Library | None:
    """Several articles as one, laid out for questions; None for one, which has no other."""
    if len({one.document.id for one in dossiers}) < SEVERAL:
        return None
    if db is None:
        return open_library(dossiers, jobs or os.cpu_count() or 1)
    with _open_filled(db) as store:
        return Library(store.corpus())


def count_beyond(db: Path | None) -> int:
    """How many pairs of claims of two articles of a store plainly may conflict, as derived."""
    if db is None:
        return 0
    with _open_filled(db) as store:
        [[count]] = store.ask(_BEYOND).rows
    return int(str(count))


@contextmanager
def _open_filled(db: Path) -> Iterator[Store]:
    """A store to read from; StoreError where nothing is in it, so that no answer could be."""
    with open_store(db, writing=False) as store:
        if not store.articles():
            raise StoreError(db, "there are no articles in it", "add some with claims add")
        yield store
