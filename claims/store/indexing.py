"""The index of words: each row of the dossiers with the words of its title and text."""

from __future__ import annotations

import json
import sqlite3
import zlib

from claims.store.nouns import Kept
from claims.store.schema import read_sql, run_script
from claims.store.words import INDEXED_BY, join_tokens

_ADD = "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)"
_TAKE_OUT = "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)"


def index_words(conn: sqlite3.Connection, number: int, words: tuple[str, str]) -> None:
    """Put the words of a title and a text into the index, under the number of its row."""
    conn.execute(_ADD, (number, *words))


def unindex_words(conn: sqlite3.Connection, one: Kept, body: bytes) -> None:
    """Take an article out of the index, by the same words with which it was put in.

    Where these cannot be told any more, the index is to be made anew.
    """
    text = read_text(body)
    if text is None:
        conn.execute("UPDATE state SET indexed_by = ''")
    else:
        conn.execute(_TAKE_OUT, (one.number, join_tokens(one.title), join_tokens(text)))


def read_text(body: bytes) -> str | None:
    """The text of a dossier as it is kept, without making nouns of it; None of a damaged one."""
    try:
        return str(json.loads(zlib.decompress(body))["document"]["text"])
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def index_all(conn: sqlite3.Connection) -> None:
    """Make the index of words anew."""
    conn.execute("DROP TABLE IF EXISTS words")
    run_script(conn, read_sql("words"))
    rows = conn.execute("SELECT number, title, body FROM dossiers ORDER BY number")
    for number, title, body in rows:
        conn.execute(_ADD, (number, join_tokens(title), join_tokens(read_text(body) or "")))
    conn.execute("UPDATE state SET indexed_by = ?", (INDEXED_BY,))
