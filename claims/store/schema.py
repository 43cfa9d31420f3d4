"""The form of a store's file: how it is made, brought up to date, and known to be stale."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from claims.errors import StoreError
from claims.store.connections import telling, writing
from claims.store.heads import APPLICATION, check_version
from claims.store.programs import find_program
from claims.store.words import INDEXED_BY

Migration = Callable[[sqlite3.Connection], None]

# What brings the truth of an older store up to date, in order: the first one leads from form 1 to
# form 2. One that is shipped is never changed again. The derived tables need none: they are made
# anew.
MIGRATIONS: tuple[Migration, ...] = ()


class State(NamedTuple):
    """How the derived tables stand to the truth."""

    revision: int
    derived: int
    derived_by: str
    indexed_by: str

    @property
    def stale(self) -> bool:
        """Whether the derived tables are behind the truth, or were made by another program."""
        return (self.derived, self.derived_by) != (self.revision, tell_maker())

    @property
    def misread(self) -> bool:
        """Whether the words were parted in another way than they would be now."""
        return self.indexed_by != INDEXED_BY


def newest() -> int:
    """The number of the form that this program writes.

    >>> newest() == len(MIGRATIONS) + 1
    True
    """
    return len(MIGRATIONS) + 1


@cache
def read_sql(name: str) -> str:
    """The SQL of a part of the store: truth, words, derived, indexes, views."""
    return files("claims.store").joinpath(f"{name}.sql").read_text("utf-8")


@cache
def tell_maker() -> str:
    """What the derived tables are made by: the program, and the form of these tables."""
    form = "".join(map(read_sql, ("derived", "indexes", "views")))
    return f"{find_program()} {hashlib.sha256(form.encode('utf-8')).hexdigest()[:12]}"


def fill_new(conn: sqlite3.Connection) -> None:
    """Make an empty store in an empty file.

    The head is written before the file is one with a log beside it: so the head alone always
    tells what it is.
    """
    with writing(conn):
        conn.execute(f"PRAGMA application_id = {APPLICATION}")
        conn.execute(f"PRAGMA user_version = {newest()}")
        for name in ("truth", "words", "derived", "indexes", "views"):
            run_script(conn, read_sql(name))
        conn.execute("UPDATE state SET indexed_by = ?, derived_by = ?", (INDEXED_BY, tell_maker()))
    conn.execute("PRAGMA journal_mode = WAL")


def run_script(conn: sqlite3.Connection, script: str) -> None:
    """Run several statements inside the transaction that is open, which executescript would end.

    >>> conn = sqlite3.connect(":memory:", isolation_level=None)
    >>> run_script(conn, "CREATE TABLE one (a); -- a; b\\nCREATE TABLE two (b);")
    >>> [name for name, in conn.execute("SELECT name FROM sqlite_master")]
    ['one', 'two']
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        for piece in _split(line):
            statement += piece
            if sqlite3.complete_statement(statement):
                conn.execute(statement)
                statement = ""


def _split(line: str) -> list[str]:
    """A line after each of its semicolons; a comment runs to its end."""
    code, mark, comment = line.partition("--")
    pieces = code.split(";")
    return [f"{piece};" for piece in pieces[:-1]] + [pieces[-1] + mark + comment]


def check_form(conn: sqlite3.Connection, path: Path) -> None:
    """StoreError where a store that is only read is of another form than this program's."""
    version = read_version(conn)
    check_version(path, version, newest())
    if version < newest():
        what = "an older version of claims made it"
        raise StoreError(path, what, f"bring it up to date: claims reindex --db {path}")


def migrate(conn: sqlite3.Connection, path: Path) -> None:
    """Bring the truth up to date, step by step, in one transaction."""
    check_version(path, read_version(conn), newest())
    if read_version(conn) == newest():
        return
    with telling(path), writing(conn):
        for step in MIGRATIONS[read_version(conn) - 1 :]:
            step(conn)
        conn.execute(f"PRAGMA user_version = {newest()}")
        touch(conn)


def read_version(conn: sqlite3.Connection) -> int:
    """The number of the form that a store has."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def read_state(conn: sqlite3.Connection) -> State:
    """How the derived tables stand now."""
    row = conn.execute("SELECT revision, derived, derived_by, indexed_by FROM state").fetchone()
    return State(*row)


def touch(conn: sqlite3.Connection) -> None:
    """The truth changes in this transaction: what is derived is stale from here on."""
    conn.execute("UPDATE state SET revision = revision + 1")
