"""What is asked of a store of many dossiers: that of some short ones, which is multiplied.

python tests/benchmarks/multiplied.py                   1,000 short articles, 1, 10 and 100 times
python tests/benchmarks/multiplied.py --times 1,10

Each copy of an article has ids, names and a story of its own, so questions find what they found
before among ever more rows. Printed, never asserted.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import corpus

from claims.model import Document
from claims.store import open_store
from claims.track import make_dossier

ARTICLES, LENGTH = 1000, 300  # of characters

# The columns of each table that hold ids, and so tell the copies apart; names of speakers as well.
IDS: Mapping[str, tuple[str, ...]] = {
    "outlines": ("article",),
    "stories": ("id",),
    "articles": ("id", "story", "copy_of", "name"),
    "appearances": ("document", "name"),
    "speakers": ("id", "name"),
    "names": ("speaker", "name", "folded"),
    "article_speakers": ("id", "article", "speaker", "affiliation"),
    "perhaps_same": ("speaker", "other"),
    "attributions": ("id", "article", "speaker", "article_speaker", "within"),
    "chains": ("attribution", "speaker", "article_speaker", "told_in"),
    "matters": ("id", "story"),
    "positions": ("matter",),
    "claims": ("id", "article", "attribution", "speaker", "article_speaker", "matter"),
    "relations": ("id", "article", "story"),
    "relation_ends": ("relation", "item", "attribution", "claim"),
    "origins": ("id", "story", "matter", "speaker"),
    "origin_claims": ("origin", "claim"),
    "dossiers": ("document", "name"),
}


def fill(path: Path) -> None:
    """A store of short articles."""
    pages, documents = corpus.make_documents(ARTICLES, 0)
    with open_store(path) as store:
        for page, document in zip(pages, documents, strict=True):
            facts = document.model_dump(exclude={"id", "text", "asides"})
            text = page.text[: page.text.rfind("\n", 0, LENGTH) + 1] or page.text[:LENGTH]
            store.add(make_dossier(Document.of(text, **facts)))


def multiply(path: Path, first: int, last: int) -> None:
    """Put copies of all that is in a store, numbered from the first up to the last, beside it."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA cache_size = -500000")
        held = {table: _describe(conn, table, ids) for table, ids in IDS.items()}
        texts = conn.execute("SELECT rowid, document FROM dossiers").fetchall()
        words = _read_words(conn, len(texts))
        for number in range(first, last):
            with conn:
                for table, (columns, values) in held.items():
                    conn.execute(
                        f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} "
                        f"WHERE {IDS[table][0]} NOT LIKE '%~~%'",
                        {"mark": f"~~{number}"},
                    )
                begun = conn.execute("SELECT max(number) FROM dossiers").fetchone()[0]
                conn.executemany(
                    "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
                    ((begun - at, *told) for at, told in enumerate(words)),
                )


def _describe(conn: sqlite3.Connection, table: str, ids: tuple[str, ...]) -> tuple[str, str]:
    """The columns of a table, and what a copy has in them; numbers of rows are given anew."""
    every = [name for _, name, *_ in conn.execute(f"PRAGMA table_info({table})")]
    columns = [name for name in every if (table, name) != ("dossiers", "number")]
    return ", ".join(columns), ", ".join(
        f"{name} || :mark" if name in ids else name for name in columns
    )


def _read_words(conn: sqlite3.Connection, number: int) -> list[tuple[str, str]]:
    from claims.store.indexing import read_text
    from claims.store.words import join_tokens

    rows = conn.execute("SELECT title, body FROM dossiers ORDER BY number LIMIT ?", (number,))
    return [(join_tokens(title), join_tokens(read_text(body) or "")) for title, body in rows]


def add_one(path: Path) -> float:
    """The milliseconds that it takes to put in one article more, which is then taken out again."""
    page = Document.of("港务局长林海说，航道停航。", lang="zh", name="one more")
    store, dossier = open_store(path), make_dossier(page)
    _, spent = corpus.timed(lambda: store.add(dossier))
    store.remove(page.id)
    store.close()
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("UPDATE state SET derived = revision")
    return spent * 1000


def main() -> None:
    """A column a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", default="1,10,100")
    times = [int(word) for word in parser.parse_args().times.split(",")]
    measured: dict[int, corpus.Measured] = {}
    with tempfile.TemporaryDirectory() as folder:
        path, done = Path(folder) / "claims.db", 1
        fill(path)
        for number in times:
            multiply(path, done, number)
            done = number
            print(f"{number * ARTICLES:,} dossiers", file=sys.stderr, flush=True)
            found: corpus.Measured = {"file": path.stat().st_size / 1e6}
            for name, question in corpus.list_questions(path):
                found |= corpus.ask_question(name, path, question)
            found["one add"] = add_one(path)
            measured[number * ARTICLES] = found
    corpus.print_table(measured, ("questions", "grown"))


if __name__ == "__main__":
    main()
