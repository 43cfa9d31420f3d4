"""The store as Python has it: one object for one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from claims.corpus import Decision, build_corpus, narrow_corpus
from claims.errors import StoreError
from claims.model import Document, Dossier
from claims.model.corpus import Corpus
from claims.store import (
    acts,
    articles,
    asking,
    checking,
    collecting,
    deriving,
    differences,
    lookup,
    searching,
)
from claims.store.connections import connect, make_whole, reading, telling, writing
from claims.store.heads import check_head
from claims.store.nouns import Act, ActKind, Change, Hit, Kept, Outcome, Rows
from claims.store.packing import Packed, pack
from claims.store.programs import find_program
from claims.store.schema import check_form, fill_new, migrate, newest, read_state
from claims.store.versions import choose_counted
from claims.store.wanted import list_wanted

T = TypeVar("T")


def open_store(path: str | Path, *, writing: bool = True) -> Store:
    """The store in a file; one that is to be written to is made where there is none.

    StoreError where the file is no store, is damaged, or is one that this program cannot read; no
    byte of it is changed then.

    >>> import tempfile
    >>> from claims.model import Dossier
    >>> with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/claims.db") as store:
    ...     page = Document.of("林海说，航道周五复航。", lang="zh", name="harbour")
    ...     store.add(Dossier(document=page)), store.add(Dossier(document=page))
    ...     [one.document.name for one in store.dossiers()]
    ('added', 'there')
    ['harbour']
    """
    path = Path(path)
    if writing and not path.exists():
        _make(path)
    check_head(path, newest())
    with telling(path):
        conn = _connect_to_write(path) if writing else connect(path, writing=False)
    try:
        with telling(path):
            if writing:
                migrate(conn, path)
                searching.mend_index(conn)
            else:
                check_form(conn, path)
    except BaseException:
        conn.close()
        raise
    return Store(path, conn, writing=writing)


def _make(path: Path) -> None:
    try:
        with telling(path):
            make_whole(path, fill_new)
    except OSError as error:
        raise _refuse(path, error) from None


def _refuse(path: Path, error: OSError) -> StoreError:
    what = f"it cannot be made ({error.strerror or error})"
    return StoreError(path, what, "give another place")


def _connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection for writing, once a look at all pages has found none that is damaged."""
    with closing(connect(path, writing=False)) as conn:
        [told] = conn.execute("PRAGMA quick_check(1)").fetchone()
        if told != "ok":
            raise StoreError(path, f"it is damaged ({told})", "put a backup in its place")
    return connect(path, writing=True)


class Store:
    """Dossiers and what people have said, in one file, and what follows from them.

    As a context it makes the derived tables anew at its end, where something was changed.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, *, writing: bool) -> None:
        self.path = path
        self._conn, self._writing = conn, writing
        self._unsettled = writing  # what was left undone before is done at the end, too

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None and self._unsettled:
                self.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Let the file go; all that was added is in it."""
        with suppress(sqlite3.Error):
            self._conn.close()

    # ------------------------------------------------------------ articles
    def add(self, dossier: Dossier, program: str = "", *, again: bool = False) -> Outcome:
        """Keep a dossier; when this returns, it is on the disk.

        `program` is the version that has made it, if that is known: a newer one's takes the place
        of what an older one has made; with `again` anything does.
        """
        [outcome] = self.put([pack(dossier, program, self.path)], again=again)
        return outcome

    def put(self, some: Sequence[Packed], *, again: bool = False) -> list[Outcome]:
        """Keep packed dossiers, all of them or none; when this returns, they are on the disk."""
        return self._change(lambda conn: articles.put_packed(conn, some, again=again))

    def holds(self, document: Document) -> bool:
        """Whether an article is there already, as this program, or a newer one, has read it."""
        with telling(self.path):
            return articles.holds(self._conn, document, find_program())

    def remove(self, *ids: str) -> list[str]:
        """Take articles out by their ids, or how these begin; the ids of those that are gone."""
        kept = self.articles(versions=True)
        found = [articles.find_documents(kept, id) for id in ids]
        self._change(lambda conn: articles.remove_documents(conn, set(found)))
        return found

    def articles(self, *, versions: bool = False) -> list[Kept]:
        """The articles that count, by date; with `versions` all that is kept, as it came."""
        with telling(self.path):
            kept = articles.list_kept(self._conn)
        return kept if versions else choose_counted(kept)

    def dossiers(
        self,
        ids: Iterable[str] | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        lang: str | None = None,
    ) -> Iterator[Dossier]:
        """The dossiers of the articles that count, by date and id, one at a time.

        Dates are as pages have them, or begin so: `until="2030-03"` takes in all of March. An
        article without a date is in no span of time.
        """
        kept = self.articles(versions=True)
        wanted = None if ids is None else {articles.find_documents(kept, id) for id in ids}
        chosen = list_wanted(kept, wanted, outlet, since, until, lang)
        with telling(self.path):
            yield from articles.read_dossiers(self._conn, chosen, self.path)

    def documents_of(self, words: str) -> list[str] | None:
        """The articles in which a speaker is called so, or that have the item of an id.

        None where that cannot be told: nobody is called so, or the derived tables are behind.
        """
        with telling(self.path):
            if read_state(self._conn).stale:
                return None
            return lookup.find_documents_of(self._conn, words) or None

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """The articles in which all words stand, the best first; one character is enough."""
        with telling(self.path):
            return searching.search_articles(self._conn, words, limit, self.path)

    def differences(self, name: str) -> list[Change]:
        """What has changed in an article from version to version."""
        with telling(self.path):
            return differences.list_changes(self._conn, name, self.path)

    # ------------------------------------------------------------ what follows from them
    @property
    def stale(self) -> bool:
        """Whether the derived tables are behind the articles."""
        with telling(self.path):
            return read_state(self._conn).stale

    def corpus(self, matters: Collection[str] | None = None, *, texts: bool = True) -> Corpus:
        """All articles as one; made now, where the derived tables are behind.

        With `matters`, ids, only what is on these; without `texts` the documents come without
        their text, which is quicker.
        """
        with telling(self.path), reading(self._conn):
            if not read_state(self._conn).stale:
                told = articles.read_documents(self._conn, self.path) if texts else ()
                known = {one.id: one for one in told}
                return collecting.collect(self._conn, known, matters)
            dossiers = list(self._read())
        corpus = build_corpus(dossiers, self.decisions(dossiers))
        return corpus if matters is None else narrow_corpus(corpus, matters)

    def _read(self) -> Iterator[Dossier]:
        kept = choose_counted(articles.list_kept(self._conn))
        return articles.read_dossiers(self._conn, kept, self.path)

    def matters(self) -> list[str]:
        """The ids of all matters, as they were derived; those of now, where that is behind."""
        with telling(self.path):
            if read_state(self._conn).stale:
                return [one.id for one in self.corpus(texts=False).matters]
            return [id for (id,) in self._conn.execute("SELECT id FROM matters ORDER BY id")]

    def settle(self, jobs: int = 1) -> bool:
        """Make the derived tables anew where they are behind; False where another process will.

        With `jobs` other processes help, which only a program with a guard may ask for.
        """
        self._unsettled = False
        with telling(self.path):
            stale = read_state(self._conn).stale
            return not stale or deriving.derive(self._conn, self.path, jobs)

    def reindex(self) -> bool:
        """Make all that is derived anew, the index of words too; False as for `settle`."""
        with telling(self.path), writing(self._conn):
            deriving.forget_all(self._conn)
        return self.settle()

    def ask(self, sql: str, *, limit: int = 1000, seconds: float = 5.0) -> Rows:
        """The answer to a question in SQL, which may only read, for so long, so many rows."""
        with telling(self.path):
            return asking.ask(self._conn, sql, limit=limit, seconds=seconds, where=self.path)

    # ------------------------------------------------------------ what people say
    def record(
        self, kind: ActKind, one: str, other: str, *, note: str = "", given: str = ""
    ) -> Act:
        """Put on record that two speakers, by name or id, are the same, or different."""
        self.settle()
        with telling(self.path):
            sides = lookup.find_sides(self._conn, kind, (one, other), self.path)
        return self._change(
            lambda conn: acts.record_act(conn, kind, *sides, given=given, note=note)
        )

    def acts(self) -> list[Act]:
        """All that people have said, in order."""
        with telling(self.path):
            return acts.read_acts(self._conn)

    def decisions(self, dossiers: Iterable[Dossier]) -> list[Decision]:
        """What people have said, by the ids that the speakers of some dossiers have now."""
        speakers = ((d.document.id, one.id, one.name) for d in dossiers for one in d.speakers)
        return acts.decide(self.acts(), speakers)

    def name_speaker(self, id: str) -> str:
        """A joined speaker in a line, as one is told from another."""
        with telling(self.path):
            return lookup.name_speaker(self._conn, id)

    # ------------------------------------------------------------ the file
    def check(self) -> list[str]:
        """What is wrong with the store, a sentence each; nothing where all is well."""
        with telling(self.path), reading(self._conn):
            return list(checking.list_troubles(self._conn, self.path))

    def back_up(self, target: str | Path) -> None:
        """Write the store, as it is at this moment, to another file, which must not be there."""
        target = Path(target)
        try:
            with telling(target):
                done = not target.exists() and make_whole(target, self._conn.backup)
        except OSError as error:
            raise _refuse(target, error) from None
        if not done:
            raise StoreError(target, "there is a file already", "give another name")

    def _change(self, act: Callable[[sqlite3.Connection], T]) -> T:
        if not self._writing:
            raise StoreError(self.path, "it was opened for reading", "open it for writing")
        self._unsettled = True
        with telling(self.path):
            return act(self._conn)
