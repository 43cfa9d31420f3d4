"""The head of a file, read before anything opens it: whether it is a store that we may touch."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from claims.errors import StoreError

APPLICATION = 0x436C614D  # what stands in the head of every store, so that no other file is taken
MAGIC = b"SQLite format 3\0"
_HEAD = 100
_LARGEST_PAGE = 65_536


class Head(NamedTuple):
    """What the head of an SQLite file says; see the file format of SQLite."""

    application: int
    version: int
    page: int
    pages: int


def check_head(path: Path, newest: int) -> Head:
    """The head of a store; StoreError where the file is none, or one that we cannot read.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     check_head(Path(folder), 1)
    Traceback (most recent call last):
    claims.errors.StoreError: /...: it is a folder; give the file of a store
    """
    data = _read_head(path)
    if not data.startswith(MAGIC) or len(data) < _HEAD:
        what = "it is empty" if not data else "it is no store, but something else"
        raise StoreError(path, what, "give another name, or remove it and add the articles anew")
    head = _parse(data)
    if head.application != APPLICATION:
        raise StoreError(path, "it is the database of another program", "give another name")
    check_version(path, head.version, newest)
    _check_size(path, head)
    return head


def check_version(path: Path, version: int, newest: int) -> None:
    """StoreError where a newer program has made the store."""
    if version > newest:
        what = f"a newer version of claims made it (form {version}; this one knows {newest})"
        raise StoreError(path, what, "install that version")


def _read_head(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise StoreError(path, "it is a folder", "give the file of a store")
        if not stat.S_ISREG(kind):
            raise StoreError(path, "it is no file", "give the file of a store")
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError:
        advice = "check the path, or make it with claims add"
        raise StoreError(path, "there is no such store", advice) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(path, f"it cannot be read ({reason})", "check the path") from None


def _parse(data: bytes) -> Head:
    def number(at: int, size: int = 4) -> int:
        return int.from_bytes(data[at : at + size], "big")

    page = number(16, 2)
    return Head(number(68), number(60), _LARGEST_PAGE if page == 1 else page, number(28))


def _check_size(path: Path, head: Head) -> None:
    """A file that was cut short. One whose last changes lie beside it may be short for now."""
    beside = path.with_name(f"{path.name}-wal")
    if beside.exists() and beside.stat().st_size:
        return
    if path.stat().st_size < head.page * head.pages:
        raise StoreError(path, "it is damaged (its end is missing)", "put a backup in its place")
