"""Where the articles of a question come from: paths, or a store that `claims add` filled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from claims.cli.articles import gather_dossiers
from claims.cli.lookup import is_joined_id
from claims.cli.meaning import find_joined, find_outlets
from claims.cli.sources import EVERY, Pages, Source
from claims.cli.streams import Voice
from claims.corpus import build_corpus
from claims.errors import ClaimsError, StoreError
from claims.model import Document, Dossier
from claims.model.corpus import Corpus
from claims.query.across import Library, pick_matter
from claims.store import Kept, Store, open_store
from claims.store.wanted import list_wanted

NONE_FITS = "no article here fits; leave out an option"

SEVERAL = 2
_BEYOND = (
    "SELECT count(*) FROM relations WHERE kind = 'contradicts' AND across AND strength = 'strong'"
)


class Shelf(NamedTuple):
    """The dossiers of the articles that are wanted, and whether any was read.

    `speakers` are the ids that a joined speaker has in them, where one was asked for by id.
    """

    dossiers: list[Dossier]
    read: bool
    speakers: frozenset[str] | None = None


def gather_from(source: Source, voice: Voice, whose: str | None = None) -> Iterator[Dossier]:
    """The dossiers of a store, or else of all that is in paths.

    Of a store only those articles are read that know `whose`, a speaker or the id of an item.
    """
    if source.db is None:
        yield from _read_paths(source, voice)
        return
    with _open_filled(source.db) as store:
        yield from store.dossiers(store.documents_of(whose) if whose else None)


def gather_shelf(
    source: Source,
    voice: Voice,
    pages: Pages = EVERY,
    *,
    speaker: str | None = None,
    whose: str | None = None,
) -> Shelf:
    """The dossiers of the articles that are wanted; of a store only those that know `whose`.

    `speaker` may be the id of a joined one: then it is told who that is in each article.
    """
    joined = speaker if speaker and is_joined_id(speaker) else None
    if source.db is None:
        found = list(_read_paths(source, voice))
        ids = _list_ids(Library(build_corpus(found)), joined, voice) if joined and found else None
        return Shelf(narrow_dossiers(found, pages), bool(found), ids)
    with _open_filled(source.db) as store:
        whole = Library(store.corpus(texts=False)) if joined else None
        ids = _list_ids(whole, joined, voice) if whole and joined else None
        known = store.documents_of(whose) if whose and not joined else None
        documents = {id.partition(":")[0] for id in ids} if ids else known
        return Shelf(_read_store(store, pages, documents), True, ids)


def gather_some(source: Source, voice: Voice, pages: Pages) -> list[Dossier]:
    """The dossiers of the articles that are wanted; ClaimsError where none of those read is."""
    return need_some(gather_shelf(source, voice, pages))


def need_some(shelf: Shelf) -> list[Dossier]:
    """The dossiers; ClaimsError where articles were read, but none is wanted."""
    if shelf.read and not shelf.dossiers:
        raise ClaimsError(NONE_FITS)
    return shelf.dossiers


def open_shelf(
    source: Source, voice: Voice, matters: Sequence[str] = (), *, texts: bool = False
) -> Library:
    """All articles as one, laid out for questions; of a store as it was derived.

    With `matters`, ids or how they begin, only what is on these. Only with `texts` those of a store
    come with their texts, which takes longer.
    """
    if source.db is None:
        library = Library(build_corpus(_read_paths(source, voice)))
        if not library.corpus.documents:
            return library  # what could not be read is told already
        return library.on([pick_matter(library.matters, id) for id in matters] or None)
    with _open_filled(source.db) as store:
        known = store.matters() if matters else ()
        ids = [pick_matter(known, id) for id in matters] or None
        return Library(store.corpus(ids, texts=texts))


def gather_corpus(source: Source, voice: Voice, pages: Pages = EVERY) -> Corpus:
    """All articles that are wanted as one, with their texts, joined as if there were no others."""
    if source.db is None:
        return build_corpus(gather_some(source, voice, pages))
    with _open_filled(source.db) as store:
        if pages == EVERY:
            return store.corpus()
        found = _read_store(store, pages)
        if not found:
            raise ClaimsError(NONE_FITS)
        return build_corpus(found, store.decisions(found))


def narrow_dossiers(dossiers: Iterable[Dossier], pages: Pages) -> list[Dossier]:
    """Those whose pages are wanted, in their order.

    >>> early, late = (
    ...     Dossier(document=Document.of("今日停航。" * n, lang="zh", published=f"2030-03-0{n}"))
    ...     for n in (1, 2)
    ... )
    >>> narrow_dossiers([early, late], Pages(since="2030-03-02")) == [late]
    True
    """
    found = list(dossiers)
    names = _name_outlet((one.document.outlet for one in found), pages) if found else ()
    return [one for one in found if any(_is_wanted(one.document, pages, name) for name in names)]


def _is_wanted(page: Document, pages: Pages, outlet: str | None) -> bool:
    """Whether a page fits, by the rule of the store."""
    kept = Kept(
        number=0,
        document=page.id,
        outlet=page.outlet,
        published=page.published,
        lang=page.lang.partition("-")[0],
    )
    return bool(list_wanted([kept], None, outlet, pages.since, pages.until, pages.lang or None))


def _name_outlet(outlets: Iterable[str], pages: Pages) -> tuple[str | None, ...]:
    """The names of the outlet that is wanted; one None where any is."""
    return find_outlets(outlets, pages.outlet) if pages.outlet else (None,)


def _read_paths(source: Source, voice: Voice) -> Iterator[Dossier]:
    return gather_dossiers(source.paths or (), voice, max_bytes=source.max_bytes, jobs=source.jobs)


def _read_store(
    store: Store, pages: Pages, documents: Collection[str] | None = None
) -> list[Dossier]:
    """The dossiers of a store that are wanted, by date and id; a text counts once."""
    names = _name_outlet((one.outlet for one in store.articles(versions=True)), pages)
    found = {
        one.document.id: one
        for name in names
        for one in store.dossiers(
            documents, name, pages.since or None, pages.until or None, pages.lang or None
        )
    }
    if len(names) == 1:
        return list(found.values())
    return sorted(found.values(), key=lambda one: (one.document.published, one.document.id))


def _list_ids(library: Library, joined: str, voice: Voice) -> frozenset[str]:
    """The ids that a joined speaker has in the articles."""
    return frozenset(find_joined(library, joined, voice).dossier_speakers)


def open_wanted(source: Source, voice: Voice, pages: Pages) -> Library:
    """All articles that are wanted as one, laid out for questions."""
    if source.db is not None and pages == EVERY:
        return open_shelf(source, voice)
    return Library(gather_corpus(source, voice, pages))


def open_together(dossiers: Sequence[Dossier], source: Source, pages: Pages) -> Library | None:
    """Several articles as one, laid out for questions; None for one, which has no other."""
    if len({one.document.id for one in dossiers}) < SEVERAL:
        return None
    if source.db is None:
        return Library(build_corpus(dossiers))
    with _open_filled(source.db) as store:
        if pages == EVERY:
            return Library(store.corpus(texts=False))
        return Library(build_corpus(dossiers, store.decisions(dossiers)))


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
