"""Connections to a store's file, and what goes wrong with them in plain words."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from claims.errors import StoreError

WAIT = 60.0  # seconds for which another process may be writing
CACHE = 64 * 1024  # KB of the file that a connection keeps in memory, at most

_DAMAGED = "it is damaged", "put a backup in its place, or add the articles anew"
_PLAIN = {
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_BUSY": ("another process is writing to it", "try again when it is done"),
    "SQLITE_LOCKED": ("another process is writing to it", "try again when it is done"),
    "SQLITE_FULL": ("the disk is full", "make room; what was added before is kept"),
    "SQLITE_READONLY": ("it cannot be written to", "check the rights of the file and its folder"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check the rights of the file and its folder"),
    "SQLITE_PERM": ("it cannot be opened", "check the rights of the file and its folder"),
    "SQLITE_IOERR": ("the disk fails", "check it; what was added before is kept"),
    "SQLITE_NOMEM": ("there is not enough memory", "close other programs"),
}


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Whatever SQLite says of the file at a path, as a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(path, *_explain(error)) from error


def _explain(error: sqlite3.Error) -> tuple[str, str]:
    name = getattr(error, "sqlite_errorname", "")
    for known, told in _PLAIN.items():
        if name.startswith(known):
            return told
    return f"SQLite says: {error}", "see what claims check says"


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection to a store that is there; one for reading cannot change a byte of it."""
    try:
        conn = _open(path, "mode=rw" if writing else "mode=ro")
    except sqlite3.OperationalError:
        if writing or _has_changes_beside(path):
            raise
        # In a folder that cannot be written to, SQLite cannot lay out what readers share: but
        # then nobody writes either.
        conn = _open(path, "mode=ro&immutable=1")
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(f"PRAGMA cache_size = -{CACHE}")
    return conn


def _open(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that has read something, and so is known to work."""
    address = f"{path.resolve().as_uri()}?{mode}"
    conn = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    try:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def _has_changes_beside(path: Path) -> bool:
    beside = path.with_name(f"{path.name}-wal")
    return beside.exists() and beside.stat().st_size > 0


@contextmanager
def writing(conn: sqlite3.Connection) -> Iterator[None]:
    """One transaction that is kept whole, or not at all."""
    yield from _within(conn, "BEGIN IMMEDIATE")


@contextmanager
def reading(conn: sqlite3.Connection) -> Iterator[None]:
    """All that is read meanwhile is of one moment, whatever others write."""
    yield from _within(conn, "BEGIN")


def _within(conn: sqlite3.Connection, begin: str) -> Iterator[None]:
    conn.execute(begin)
    try:
        yield
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


def make_whole(path: Path, fill: Callable[[sqlite3.Connection], None]) -> bool:
    """A new file that appears when it is complete; False where there is one already.

    The folder is made where there is none.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(number)
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as conn:
            fill(conn)
        beside.chmod(0o666 & ~_find_mask())  # mkstemp makes it readable for its owner alone
        return _put_in_place(beside, path)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{name}{suffix}").unlink(missing_ok=True)


def _put_in_place(beside: Path, path: Path) -> bool:
    """Give a file its name, unless one has it."""
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        beside.replace(path)
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return True


def _find_mask() -> int:
    """What the user lets nobody else do with new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
