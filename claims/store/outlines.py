"""What is kept of each article for those that come later: made once, when it comes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claims.corpus import Profile, outline_article, read_profile, write_claims, write_profile
from claims.model import Dossier
from claims.store.nouns import Kept
from claims.store.packing import Packed, pack, unpack
from claims.store.rows import Tables, list_article_rows
from claims.store.schema import read_state, tell_maker

# The tables that hang on one article, each with what finds the rows of one; what refers to others
# goes first.
_OF_ARTICLE = (
    ("relation_ends", "relation IN (SELECT id FROM relations WHERE article = ? AND story IS NULL)"),
    ("relations", "article = ? AND story IS NULL"),
    ("claims", "article = ?"),
    ("chains", "attribution IN (SELECT id FROM attributions WHERE article = ?)"),
    ("attributions", "article = ?"),
    ("article_speakers", "article = ?"),
    ("outlines", "article = ?"),
)


class Task(NamedTuple):
    """An article that is to be outlined: its row, its dossier as it is kept, whose store it is."""

    kept: Kept
    body: bytes
    where: str


def outline(task: Task) -> Tables:
    """All rows that hang on one article, its outline among them; a pure function of its dossier."""
    return _outline(unpack(task.body, task.kept, task.where), task.kept.number)


def pack_outlined(dossier: Dossier, program: str, where: object) -> Packed:
    """A dossier ready to be put into a store, with all that hangs on it alone."""
    return pack(dossier, program, where, _outline(dossier, 0))


def hold_rows(conn: sqlite3.Connection, rows: Tables, number: int) -> None:
    """Put in what hangs on one article, as the row of a number has it, if there is none of it yet.

    Nothing where the tables are those of another program: they are to be made anew.
    """
    [document, *_] = rows["outlines"][0]
    if not _are_ours(conn):
        return
    if conn.execute("SELECT 1 FROM outlines WHERE article = ?", (document,)).fetchone():
        return
    told = [(article, number, *rest) for article, _, *rest in rows["outlines"]]
    put_rows(conn, {**rows, "outlines": told})


def outdate_rows(conn: sqlite3.Connection, number: int) -> None:
    """What was made of the dossier that had a number is of no use any more."""
    if _are_ours(conn):
        conn.execute("UPDATE outlines SET number = -1 WHERE number = ?", (number,))


def _are_ours(conn: sqlite3.Connection) -> bool:
    """Whether the derived tables are of this program's form."""
    return read_state(conn).derived_by == tell_maker()


def _outline(dossier: Dossier, number: int) -> Tables:
    found = outline_article(dossier)
    profile = write_profile(found.profile)
    claims = zlib.compress(write_claims(found.claims), 1)
    related = json.dumps(found.related)
    digest = hashlib.blake2b(digest_size=12)
    for part in (found.profile.page.published, related):
        digest.update(part.encode("utf-8"))
    digest.update(claims)
    row = (dossier.document.id, number, digest.hexdigest(), profile, claims, related)
    return {**list_article_rows(dossier, found.claims), "outlines": [row]}


def list_outlined(conn: sqlite3.Connection) -> dict[str, int]:
    """The articles that are outlined, each with the row of the dossiers that it was made of."""
    return dict(conn.execute("SELECT article, number FROM outlines").fetchall())


def read_profiles(conn: sqlite3.Connection) -> list[Profile]:
    """The profiles of all articles, in the order of their ids."""
    rows = conn.execute("SELECT profile FROM outlines ORDER BY article")
    return [read_profile(body) for (body,) in rows]


def read_digests(conn: sqlite3.Connection) -> Mapping[str, str]:
    """What tells whether an article is as it was when its story was worked through."""
    return dict(conn.execute("SELECT article, digest FROM outlines").fetchall())


def forget_articles(conn: sqlite3.Connection, documents: Iterable[str]) -> None:
    """Take out all that hangs on some articles; their stories are to be worked through again."""
    for document in documents:
        conn.execute(
            "UPDATE stories SET digest = '' WHERE id = (SELECT story FROM articles WHERE id = ?)",
            (document,),
        )
        for table, found in _OF_ARTICLE:
            conn.execute(f"DELETE FROM {table} WHERE {found}", (document,))


def put_rows(conn: sqlite3.Connection, rows: Tables) -> None:
    """Put rows into their tables.

    Ids that come twice, as in a dossier that was edited by hand, must not stop all others.
    """
    for table, told in rows.items():
        if told:
            marks = ", ".join("?" * len(told[0]))
            conn.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", told)
