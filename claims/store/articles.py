"""The dossiers of a store: added, taken out, listed and read back."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from pydantic import ValidationError

from claims.errors import StoreError, UnknownIdError
from claims.model import Document, Dossier
from claims.store.connections import writing
from claims.store.indexing import index_words, unindex_words
from claims.store.nouns import Kept, Outcome
from claims.store.programs import is_newer
from claims.store.schema import touch
from claims.store.versions import mark_followed, name_series

KEY = ("document", "name", "outlet", "url", "published")
LEAST = 4  # digits of an id that are taken for it
FACTS = ("number", *KEY, "retrieved", "title", "lang", "attributions", "claims", "program")

_COLUMNS = ", ".join(FACTS)
_HERE = " AND ".join(f"{column} = ?" for column in KEY)


def add_dossier(
    conn: sqlite3.Connection, dossier: Dossier, program: str, *, again: bool, where: object
) -> Outcome:
    """Keep a dossier, in a transaction of its own; what was done with it.

    One that is there already stays as it is, unless a newer program has made this one, or it is
    to be taken `again`.
    """
    row, body = describe(dossier, program), _pack(dossier, where)
    held = find_kept(conn, dossier.document)
    if held and not _goes_before(row, held, again):
        return "there"
    with writing(conn):
        held = find_kept(conn, dossier.document)  # another process may have been quicker
        if held and not _goes_before(row, held, again):
            return "there"
        outcome = "renewed" if held else _tell_new(conn, row)
        if held:
            _remove(conn, held)
            _mark_renewed(conn, held.number)
        number = _insert(conn, row.changed(number=held.number) if held else row, body)
        index_words(conn, number, dossier.document)
        touch(conn)
    return outcome


def _mark_renewed(conn: sqlite3.Connection, number: int) -> None:
    """What was made of the dossier that had a number is of no use any more."""
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'outlines'").fetchone():
        conn.execute("UPDATE outlines SET number = -1 WHERE number = ?", (number,))


def holds(conn: sqlite3.Connection, document: Document, program: str) -> bool:
    """Whether an article is there as this program, or a newer one, has read it."""
    held = find_kept(conn, document)
    return held is not None and not is_newer(program, held.program)


def find_kept(conn: sqlite3.Connection, document: Document) -> Kept | None:
    """What is kept of a document as it has appeared here; None where it is not there."""
    key = tuple(getattr(document, "id" if column == "document" else column) for column in KEY)
    row = conn.execute(f"SELECT {_COLUMNS} FROM dossiers WHERE {_HERE}", key).fetchone()
    return _tell(row) if row else None


def _goes_before(row: Kept, held: Kept, again: bool) -> bool:
    return again or is_newer(row.program, held.program)


def describe(dossier: Dossier, program: str) -> Kept:
    """What the row of a dossier tells of it."""
    page = dossier.document
    return Kept(
        number=0,
        document=page.id,
        program=program,
        attributions=len(dossier.attributions),
        claims=len(dossier.claims),
        **page.model_dump(include=set(FACTS)),
    )


def _pack(dossier: Dossier, where: object) -> bytes:
    """The dossier as it is kept; StoreError where its id is not that of its text."""
    page = dossier.document
    called = page.name or page.id
    try:
        body = dossier.to_json().encode("utf-8")
    except ValueError:
        raise StoreError(where, f"{called} has half a character in it", "mend its text") from None
    if page.id != hash_text(page.text):
        raise StoreError(where, f"the id of {called} is not that of its text", "extract it anew")
    return zlib.compress(body)


def hash_text(text: str) -> str:
    """The id that the document of a text has.

    >>> hash_text("白宫说，会谈已结束。") == Document.of("白宫说，会谈已结束。", lang="zh").id
    True
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


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


def unpack(body: bytes, one: Kept, where: object) -> Dossier:
    """A dossier as it was; StoreError where it cannot be read."""
    try:
        return Dossier.model_validate_json(zlib.decompress(body))
    except (zlib.error, ValidationError):
        what = f"the dossier of {one.name or one.document} ({one.document}) is damaged"
        raise StoreError(where, what, "take a backup, or add the article anew") from None


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
