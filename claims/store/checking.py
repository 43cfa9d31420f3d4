"""Whether a store is whole: its file, its truth, and what was derived from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from claims.errors import ClaimsError
from claims.store.acts import read_acts
from claims.store.articles import list_kept, read_body
from claims.store.deriving import derive, digest_tables
from claims.store.nouns import Kept
from claims.store.packing import FACTS, describe, hash_text, unpack
from claims.store.schema import read_sql, read_state, run_script
from claims.store.searching import list_vocabulary

MOST = 20  # troubles of one kind that SQLite tells


def list_troubles(conn: sqlite3.Connection, where: object) -> Iterator[str]:
    """All that is wrong with a store, a sentence each; nothing where all is well."""
    found = False
    for find in (_look_at_file, _look_at_truth, _look_at_derived):
        for trouble in find(conn, where):
            found = True
            yield trouble
        if found:  # what lies above rests on it
            return


def _look_at_file(conn: sqlite3.Connection, where: object) -> Iterator[str]:
    for (told,) in conn.execute(f"PRAGMA integrity_check({MOST})"):
        if told != "ok":
            yield f"the file is damaged: {told}"
    if read_state(conn).stale:
        return  # rows that others refer to may be still to come
    for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to what is not in {parent}"


def _look_at_truth(conn: sqlite3.Connection, where: object) -> Iterator[str]:
    for one in list_kept(conn):
        yield from _look_at_dossier(conn, one, where)
    try:
        read_acts(conn)
    except ValueError:
        yield "an act of the log cannot be read"


def _look_at_dossier(conn: sqlite3.Connection, one: Kept, where: object) -> Iterator[str]:
    """A dossier is read, its spans hold, and its row tells what it tells."""
    try:
        dossier = unpack(read_body(conn, one.number), one, where)
    except ClaimsError as error:
        yield str(error).partition(": ")[2]
        return
    if hash_text(dossier.document.text) != one.document:
        yield f"the id {one.document} is not that of its text"
    told = describe(dossier, one.program).changed(number=one.number)
    wrong = [name for name in FACTS if getattr(told, name) != getattr(one, name)]
    if wrong:
        yield f"the row of {one.document} has another {wrong[0]} than its dossier"


def _look_at_derived(conn: sqlite3.Connection, where: object) -> Iterator[str]:
    state = read_state(conn)
    if state.stale or state.misread:
        yield f"what is derived is behind the articles; run claims reindex --db {where}"
        return
    with closing(_derive_beside(conn, where)) as beside:
        told = zip(digest_tables(conn), digest_tables(beside), strict=True)
        wrong = [name for (name, digest), (_, anew) in told if digest != anew]
        if list_vocabulary(conn) != list_vocabulary(beside):
            wrong.append("words")
    if wrong:
        names = ", ".join(wrong)
        yield f"{names}: not what would be made anew; run claims reindex --db {where}"


def _derive_beside(conn: sqlite3.Connection, where: object) -> sqlite3.Connection:
    """What would be derived now, in a database of its own in memory."""
    beside = sqlite3.connect(":memory:", isolation_level=None)
    run_script(beside, read_sql("truth"))
    beside.executemany(
        f"INSERT INTO dossiers VALUES ({', '.join('?' * (len(FACTS) + 1))})",
        conn.execute(f"SELECT {', '.join(FACTS)}, body FROM dossiers"),
    )
    beside.executemany(
        "INSERT INTO acts VALUES (?, ?, ?, ?, ?)",
        conn.execute("SELECT number, kind, what, given, note FROM acts ORDER BY number"),
    )
    derive(beside, where)
    return beside
