"""Questions in SQL: read only, and within limits of time and size."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from claims.errors import StoreError
from claims.store.nouns import Rows
from claims.store.schema import read_state

LONGEST = 10_000_000  # bytes of one value, a dossier included
PATTERN = 500  # characters of a pattern of LIKE, as long ones may take hours
STEPS = 10_000  # of SQLite's machine between two looks at the clock

_READS = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
# Told by their first word, as SQLite first looks for the table that they name.
_CHANGES = frozenset(
    {
        "alter", "analyze", "attach", "begin", "commit", "create", "delete", "detach", "drop",
        "end", "insert", "pragma", "reindex", "release", "replace", "rollback", "savepoint",
        "update", "vacuum",
    }
)  # fmt: skip
_FIRST = re.compile(r"(?:[\s;]|--[^\n]*\n|/\*.*?\*/)*([a-z]*)", re.S | re.I)
_SHOWN = "`SELECT name, sql FROM sqlite_master` shows all tables and views"


def ask(conn: sqlite3.Connection, sql: str, *, limit: int, seconds: float, where: object) -> Rows:
    """The answer to one question; StoreError where it is none, or takes too long."""
    if changes(sql):
        raise _refuse(where)
    behind = read_state(conn).stale
    with _guarding(conn, seconds) as clock:
        try:
            found = conn.execute(sql)
            rows = found.fetchmany(limit + 1)
        except (sqlite3.Error, sqlite3.Warning, ValueError, MemoryError) as error:
            raise _explain(error, clock, seconds, where) from None
    if found.description is None:
        raise StoreError(where, "the question is empty", "give a SELECT")
    columns = tuple(name for name, *_ in found.description)
    return Rows(columns=columns, rows=tuple(rows[:limit]), more=len(rows) > limit, behind=behind)


def changes(sql: str) -> bool:
    """Whether a question is none, but would change something, by its first word.

    >>> changes("/* gone */ Drop TABLE old"), changes("SELECT 'drop'")
    (True, False)
    """
    hit = _FIRST.match(sql)
    return hit is not None and hit[1].lower() in _CHANGES


def _refuse(where: object) -> StoreError:
    return StoreError(where, "only what reads is run here", "give a SELECT")


class _Clock:
    """Tells SQLite to stop when the time is over, and remembers that it did."""

    def __init__(self, seconds: float) -> None:
        self.ends, self.over = time.monotonic() + seconds, False

    def __call__(self) -> bool:
        self.over = time.monotonic() > self.ends
        return self.over


@contextmanager
def _guarding(conn: sqlite3.Connection, seconds: float) -> Iterator[_Clock]:
    """A connection that lets nothing through but reading, for so long."""
    clock = _Clock(seconds)
    before = [
        (limit, conn.setlimit(limit, size))
        for limit, size in (
            (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST),
            (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, PATTERN),
        )
    ]
    conn.execute("SELECT rowid FROM words LIMIT 0")  # lays the index out, which is no reading
    conn.execute("PRAGMA query_only = ON")
    conn.set_authorizer(_authorize)
    conn.set_progress_handler(clock, STEPS)
    try:
        yield clock
    finally:
        conn.set_progress_handler(None, 0)
        conn.set_authorizer(None)
        conn.execute("PRAGMA query_only = OFF")
        for limit, size in before:
            conn.setlimit(limit, size)


def _authorize(action: int, what: str | None, *_: str | None) -> int:
    """What only reads; and how the index of words asks whether the file has changed."""
    asks = action == sqlite3.SQLITE_PRAGMA and what == "data_version"
    return sqlite3.SQLITE_OK if action in _READS or asks else sqlite3.SQLITE_DENY


def _explain(error: Exception, clock: _Clock, seconds: float, where: object) -> StoreError:
    told = str(error)
    if clock.over:
        what = f"it took longer than {seconds:g} seconds"
        return StoreError(where, what, "narrow the question, or raise --seconds")
    if "one statement at a time" in told:
        return StoreError(where, "these are several statements", "ask one question at a time")
    if "not authorized" in told or "prohibited" in told or "authorization denied" in told:
        return _refuse(where)
    if "too big" in told or isinstance(error, MemoryError):
        return StoreError(where, f"a value is larger than {LONGEST} bytes", "ask for less of it")
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreError(where, "it is damaged", "see what claims check says")
    return StoreError(where, f"this is no question that SQLite understands ({told})", _SHOWN)
