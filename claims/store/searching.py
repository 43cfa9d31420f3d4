"""Articles by words: the index says where they stand, the best first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from claims.errors import StoreError
from claims.store.articles import list_kept, read_body
from claims.store.connections import writing
from claims.store.indexing import index_all, read_text
from claims.store.nouns import Hit, Kept
from claims.store.schema import read_sql, read_state, run_script
from claims.store.versions import choose_counted
from claims.store.words import join_tokens, part, write_query

_RANKED = (
    "SELECT rowid, bm25(words, 4.0, 1.0) FROM words WHERE words MATCH ?"  # a title counts more
)
_BEFORE, _AFTER = 24, 56  # characters of a snippet around what was found
_OPEN, _CLOSE = "\x01", "\x02"


def search_articles(conn: sqlite3.Connection, words: str, limit: int, where: object) -> list[Hit]:
    """The articles that count in which all words stand, the best first."""
    query = write_query(words)
    if not query:
        raise StoreError(where, f"there is no word in {words!r} to look for", "give one")
    if read_state(conn).misread:
        raise StoreError(
            where, "another version has made the index of words", f"run claims reindex --db {where}"
        )
    ranks = dict(conn.execute(_RANKED, (query,)).fetchall())
    found = [one for one in choose_counted(list_kept(conn)) if one.number in ranks]
    found.sort(key=lambda one: (round(ranks[one.number], 9), one.published, one.document))
    return list(_show(conn, found[:limit], query))


def _show(conn: sqlite3.Connection, found: Sequence[Kept], query: str) -> Iterator[Hit]:
    for one in found:
        text = read_text(read_body(conn, one.number)) or ""
        marks = find_marks(text, query)
        facts = one.model_dump(include=set(Hit.model_fields))
        yield Hit(**facts, snippet=cut_snippet(text, marks), start=marks[0][0] if marks else 0)


def find_marks(text: str, query: str) -> list[tuple[int, int]]:
    """Where in a text stands what a query finds.

    >>> find_marks("當局證實空襲。", write_query("空袭"))
    [(4, 6)]
    >>> find_marks("大橋與石橋", write_query("桥"))
    [(1, 2), (4, 5)]
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        run_script(conn, read_sql("words").replace("content = '',", ""))
        conn.execute("INSERT INTO words (rowid, text) VALUES (1, ?)", (join_tokens(text),))
        marked = f"SELECT highlight(words, 1, '{_OPEN}', '{_CLOSE}') FROM words WHERE words MATCH ?"
        row = conn.execute(marked, (query,)).fetchone()
    return list(_join(_place(row[0].split(), text, query))) if row else []


def _place(marked: Sequence[str], text: str, query: str) -> Iterator[tuple[int, int]]:
    """The offsets of the marked words; of a pair that one character has found, of this one."""
    inside = False
    for form, token in zip(marked, part(text), strict=False):
        inside = inside or form.startswith(_OPEN)
        if inside:
            single = f'"{token.form[0]}" *' in query and token.form not in query
            yield token.start, token.start + 1 if single else token.end
        inside = inside and not form.endswith(_CLOSE)


def _join(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that overlap or touch as one."""
    before = (0, 0)
    for start, end in places:
        if before[1] and start > before[1]:
            yield before
        before = (before[0] if before[1] and start <= before[1] else start, end)
    if before[1]:
        yield before


def cut_snippet(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text around the first mark, on one line, with what was found in [ ].

    >>> cut_snippet("夜里港口停航。当局证实空袭。", [(11, 13)])
    '夜里港口停航。当局证实[空袭]。'
    """
    first = marks[0][0] if marks else 0
    start, end = max(0, first - _BEFORE), min(len(text), first + _AFTER)
    told, at = "…" * (start > 0), start
    for begins, ends in marks:
        if ends <= end:
            told += f"{text[at:begins]}[{text[begins:ends]}]"
            at = ends
    return " ".join((told + text[at:end] + "…" * (end < len(text))).split())


def list_vocabulary(conn: sqlite3.Connection) -> list[tuple[object, ...]]:
    """All words of the index, and how often each stands in titles and in texts."""
    conn.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, col)")
    try:
        return conn.execute("SELECT term, col, doc, cnt FROM temp.vocabulary").fetchall()
    finally:
        conn.execute("DROP TABLE temp.vocabulary")


def mend_index(conn: sqlite3.Connection) -> None:
    """Make the index of words anew where another version has made it."""
    if read_state(conn).misread:
        with writing(conn):
            index_all(conn)
