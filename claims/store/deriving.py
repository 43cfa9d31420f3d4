"""All that follows from the truth, made anew: joined speakers, matters and origins as tables."""

from __future__ import annotations

import gc
import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from pydantic import ValidationError

from claims.corpus import Relate, relate_in_parallel
from claims.errors import ClaimsError, StoreError
from claims.model import Dossier
from claims.model.corpus import Corpus
from claims.store.acts import decide, read_acts
from claims.store.articles import list_kept, read_dossiers
from claims.store.connections import reading, writing
from claims.store.indexing import index_all
from claims.store.laying import Laid
from claims.store.nouns import Act, Kept
from claims.store.parts import TABLE as PARTS
from claims.store.parts import Parts, hold_parts, read_parts
from claims.store.rows import TABLES
from claims.store.schema import read_sql, read_state, run_script, tell_maker
from claims.store.versions import choose_counted


class Truth(NamedTuple):
    """The truth at one moment: its revision, what is kept, the dossiers that count, the acts."""

    revision: int
    kept: Sequence[Kept]
    dossiers: Sequence[Dossier]
    acts: Sequence[Act]


@contextmanager
def unswept() -> Iterator[None]:
    """Hold the collector of garbage back, which would look at millions of nouns again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read_truth(conn: sqlite3.Connection, where: object) -> Truth:
    """All that the derived tables are made of, read inside one transaction."""
    kept = list_kept(conn)
    with unswept():
        dossiers = list(read_dossiers(conn, choose_counted(kept), where))
    return Truth(read_state(conn).revision, kept, dossiers, read_acts(conn))


def lay_out(truth: Truth, where: object, relate: Relate | None = None) -> Laid:
    """The dossiers with what they come to together.

    What fails there costs no article: all are kept, and the tables stay as they were.
    """
    try:
        from claims.corpus import build_corpus, relate_stories

        decisions = decide(truth.acts, truth.dossiers)
        with unswept():
            corpus = build_corpus(truth.dossiers, decisions, relate or relate_stories)
    except ClaimsError:
        raise
    except Exception as error:
        what = f"the articles are kept, but could not be joined ({type(error).__name__}: {error})"
        raise StoreError(where, what, "report it; claims reindex tries again") from error
    return Laid(truth.kept, truth.dossiers, corpus)


def derive(conn: sqlite3.Connection, where: object, jobs: int = 1) -> bool:
    """Make the derived tables anew; False where another process adds meanwhile.

    Whoever changes the truth last makes them, so what is left undone here is done there.
    """
    with reading(conn):
        truth = read_truth(conn, where)
        parts = Parts(read_parts(conn), tell_maker(), relate_in_parallel(jobs))
    laid = lay_out(truth, where, parts)
    with unswept(), writing(conn):
        if read_state(conn).revision != truth.revision:
            return False
        write_tables(conn, laid)
        hold_parts(conn, parts.used)
        if read_state(conn).misread:
            index_all(conn)
        conn.execute("UPDATE state SET derived = revision, derived_by = ?", (tell_maker(),))
    return True


def write_tables(conn: sqlite3.Connection, laid: Laid) -> None:
    """Put all derived tables, their indexes and views in the place of those that are there."""
    drop_tables(conn)
    run_script(conn, read_sql("derived"))
    for table, list_rows in TABLES.items():
        columns = len(conn.execute(f"SELECT * FROM {table} LIMIT 0").description)
        marks = ", ".join("?" * columns)
        # Ids that come twice, as in a dossier that was edited by hand, must not stop all others.
        conn.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", list_rows(laid))
    for name in ("indexes", "views"):
        run_script(conn, read_sql(name))


def drop_tables(conn: sqlite3.Connection) -> None:
    """Take out what is derived, whatever form it has: an older program may have made it."""
    kept = ("dossiers", "acts", "state", PARTS)
    rows = conn.execute("SELECT type, name FROM sqlite_master ORDER BY rowid DESC").fetchall()
    for kind, name in rows:
        hidden = name.startswith(("sqlite_", "words"))
        if kind in ("table", "view") and name not in kept and not hidden:
            conn.execute(f'DROP {kind.upper()} "{name}"')


def read_corpus(conn: sqlite3.Connection, where: object) -> Corpus:
    """All articles as one: as it was derived, or, where that is stale, derived here and now."""
    with reading(conn):
        if not read_state(conn).stale:
            try:
                [(body,)] = conn.execute("SELECT body FROM corpus")
                return Corpus.model_validate_json(zlib.decompress(body))
            except (ValueError, zlib.error, ValidationError):
                pass
        truth = read_truth(conn, where)
    return lay_out(truth, where).corpus


def digest_tables(conn: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each derived table with a digest of all that it holds, and one of all their forms.

    >>> len(hashlib.sha256(b"").hexdigest())
    64
    """
    for table in TABLES:
        digest = hashlib.sha256()
        for row in conn.execute(f"SELECT * FROM {table} ORDER BY rowid"):
            digest.update(repr(row).encode("utf-8"))
        yield table, digest.hexdigest()
    forms = conn.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name NOT LIKE 'words%' "
        "AND tbl_name NOT LIKE 'sqlite%' "
        "AND tbl_name NOT IN ('dossiers', 'acts', 'state', 'parts') ORDER BY type, name"
    )
    yield "views and indexes", hashlib.sha256(repr(forms.fetchall()).encode()).hexdigest()
