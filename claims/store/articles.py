"""The dossiers of a store: added, taken out, listed and read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from claims.errors import UnknownIdError
from claims.model import Document, Dossier
from claims.store.connections import writing
from claims.store.indexing import index_words, unindex_words
from claims.store.nouns import Kept, Outcome
from claims.store.outlines import hold_rows, outdate_rows
from claims.store.packing import (
    FACTS,
    KEY,
    Packed,
    describe_page,
    unpack,
    unpack_document,
)
from claims.store.programs import is_newer
from claims.store.schema import touch
from claims.store.versions import choose_counted, mark_followed, name_series

LEAST = 4  # digits of an id that are taken for it

_COLUMNS = ", ".join(FACTS)
_HERE = " AND ".join(f"{column} = ?" for column in KEY)


def put_packed(conn: sqlite3.Connection, some: Sequence[Packed], *, again: bool) -> list[Outcome]:
    """Keep packed dossiers, in one transaction; what was done with each.

    One that is there already stays as it is, unless a newer program has made this one, or it is
    to be taken `again`.
    """
    if not any(_is_wanted(conn, one.kept, again) for one in some):
        return ["there" for _ in some]
    with writing(conn):
        return [_put(conn, one, again) for one in some]


def _is_wanted(conn: sqlite3.Connection, row: Kept, again: bool) -> bool:
    held = find_kept(conn, row)
    return held is None or again or is_newer(row.program, held.program)


def _put(conn: sqlite3.Connection, packed: Packed, again: bool) -> Outcome:
    row = packed.kept
    if not _is_wanted(conn, row, again):  # another process may have been quicker
        return "there"
    held = find_kept(conn, row)
    outcome = "renewed" if held else _tell_new(conn, row)
    if held:
        _remove(conn, held)
        outdate_rows(conn, held.number)
    number = _insert(conn, row.changed(number=held.number) if held else row, packed.body)
    index_words(conn, number, packed.words)
    if packed.rows is not None:
        hold_rows(conn, packed.rows, number)
    touch(conn)
    return outcome


def holds(conn: sqlite3.Connection, document: Document, program: str) -> bool:
    """Whether an article is there as this program, or a newer one, has read it."""
    held = find_kept(conn, describe_page(document, program))
    return held is not None and not is_newer(program, held.program)


def find_kept(conn: sqlite3.Connection, row: Kept) -> Kept | None:
    """What is kept of a document as it has appeared there; None where it is not there."""
    key = tuple(getattr(row, column) for column in KEY)
    found = conn.execute(f"SELECT {_COLUMNS} FROM dossiers WHERE {_HERE}", key).fetchone()
    return _tell(found) if found else None


def _insert(conn: sqlite3.Connection, row: Kept, body: bytes) -> int:
    facts = row.model_dump(include=set(FACTS)) | {"number": row.number or None}
    values = [*(facts[column] for column in FACTS), body]
    marks = ", ".join("?" * len(values))
    added = conn.execute(f"INSERT INTO dossiers ({_COLUMNS}, body) VALUES ({marks})", values)
    return int(added.lastrowid or 0)


def _tell_new(conn: sqlite3.Connection, row: Kept) -> Outcome:
    """What a row that is not there yet is: a new article, a version of one, a text come again."""
    series = name_series(row)
    if series:
        column = "url = ?" if row.url else "url = '' AND outlet = ? AND name = ?"
        where = f"{column} AND document <> ? LIMIT 1"
        if _has(conn, where, *series, row.document):
            return "version"
    return "appearance" if _has(conn, "document = ? LIMIT 1", row.document) else "added"


def _has(conn: sqlite3.Connection, where: str, *values: str) -> bool:
    return conn.execute(f"SELECT 1 FROM dossiers WHERE {where}", values).fetchone() is not None


def remove_documents(conn: sqlite3.Connection, documents: set[str]) -> None:
    """Take texts out, wherever they have appeared, in one transaction."""
    with writing(conn):
        for one in list_kept(conn):
            if one.document in documents:
                _remove(conn, one)
        touch(conn)


def _remove(conn: sqlite3.Connection, one: Kept) -> None:
    unindex_words(conn, one, read_body(conn, one.number))
    conn.execute("DELETE FROM dossiers WHERE number = ?", (one.number,))


def list_kept(conn: sqlite3.Connection) -> list[Kept]:
    """All that is kept, in the order in which it came, with what has followed it."""
    rows = conn.execute(f"SELECT {_COLUMNS} FROM dossiers ORDER BY number")
    return mark_followed(map(_tell, rows))


def _tell(row: tuple[object, ...]) -> Kept:
    return Kept.model_construct(**dict(zip(FACTS, row, strict=True)))  # type: ignore[arg-type]


def read_body(conn: sqlite3.Connection, number: int) -> bytes:
    """The dossier of a row as it is kept; empty where the row has gone meanwhile."""
    row = conn.execute("SELECT body FROM dossiers WHERE number = ?", (number,)).fetchone()
    return bytes(row[0]) if row else b""


def read_dossiers(conn: sqlite3.Connection, kept: list[Kept], where: object) -> Iterator[Dossier]:
    """The dossiers of some rows, one at a time; what has gone meanwhile is passed over."""
    for one in kept:
        if body := read_body(conn, one.number):
            yield unpack(body, one, where)


def read_documents(conn: sqlite3.Connection, where: object) -> Iterator[Document]:
    """The documents of the articles that count, without what was found in them."""
    for one in choose_counted(list_kept(conn)):
        if body := read_body(conn, one.number):
            yield unpack_document(body, one, where)


def find_documents(kept: list[Kept], id: str) -> str:
    """The one document whose id begins so; UnknownIdError where none does, or several do."""
    told = len(id) >= LEAST
    found = sorted({one.document for one in kept if told and one.document.startswith(id)})
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(found[:5])
        raise UnknownIdError(f"{id!r} may mean any of {len(found)} articles; give one of {several}")
    raise UnknownIdError(f"there is no article {id!r}; `claims list` shows their ids")
