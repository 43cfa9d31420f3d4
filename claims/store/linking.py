"""The stories of a store: worked through where one of their articles is another than before."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.corpus import (
    Compared,
    Denied,
    Laid,
    Outline,
    Part,
    read_claims,
    read_profile,
    relate_story,
)
from claims.model.corpus import Story
from claims.store.rows import BETWEEN, Row, Tables

# The tables that hang on a story, each with what finds the rows of one; what refers to others
# goes first.
_ON = "matter IN (SELECT id FROM matters WHERE story = ?)"
_OF_STORY = (
    ("origin_claims", "origin IN (SELECT id FROM origins WHERE story = ?)"),
    ("origins", "story = ?"),
    ("relation_ends", f"relation IN (SELECT id FROM relations WHERE {_ON})"),
    ("relations", _ON),
    ("positions", "matter IN (SELECT id FROM matters WHERE story = ?)"),
    ("matters", "story = ?"),
    ("stories", "id = ?"),
)
_UNPLACE = (
    "UPDATE claims SET matter = NULL, position = '' "
    "WHERE matter IN (SELECT id FROM matters WHERE story = ?)"
)
_PLACE = "UPDATE claims SET matter = ?, position = ? WHERE id = ?"

# Who is the first to have said it, and who carries it; a claim that is said not to be said counts
# for nobody. `alone` where no other origin has the position.
_FIND_ORIGINS = """
INSERT INTO origins
SELECT matter || ' ' || position || ' ' || speaker, ?1, matter, position, speaker,
    count(*) OVER (PARTITION BY matter, position) = 1, articles
FROM (
    SELECT matter, position, speaker, count(DISTINCT claims.article) AS articles
    FROM claims
    WHERE matter IN (SELECT id FROM matters WHERE story = ?1) AND held <> 'unsaid'
        AND speaker NOT NULL
    GROUP BY matter, position, speaker
)
"""
_FIND_CARRIERS = """
INSERT INTO origin_claims
SELECT matter || ' ' || position || ' ' || speaker, claims.id
FROM claims
WHERE matter IN (SELECT id FROM matters WHERE story = ?) AND held <> 'unsaid' AND speaker NOT NULL
"""


class Work(NamedTuple):
    """A story that is to be worked through, and the outlines of its articles as they are kept."""

    story: Story
    digest: str
    outlines: tuple[tuple[bytes, bytes, str], ...]


class Linked(NamedTuple):
    """What a story came to: rows by table, and the matter and position of its claims."""

    story: str
    rows: Tables
    places: list[tuple[str, str, str]]


def digest_story(story: Story, digests: Mapping[str, str]) -> str:
    """What changes when an article of a story does, or another comes."""
    told = json.dumps([story.title, [(id, digests[id]) for id in story.documents]])
    return hashlib.blake2b(told.encode("utf-8"), digest_size=12).hexdigest()


def list_linked(conn: sqlite3.Connection) -> dict[str, str]:
    """The stories that are worked through, each with its digest."""
    return dict(conn.execute("SELECT id, digest FROM stories").fetchall())


def read_work(conn: sqlite3.Connection, story: Story, digest: str) -> Work:
    """A story with the outlines of its articles."""
    sql = "SELECT profile, claims, related FROM outlines WHERE article = ?"
    return Work(story, digest, tuple(conn.execute(sql, (id,)).fetchone() for id in story.documents))


def link(work: Work) -> Linked:
    """A story worked through; a pure function of the outlines of its articles."""
    part = relate_story([_open(*kept) for kept in work.outlines])
    id, title = work.story.id, work.story.title
    rows: Tables = {
        "stories": [(id, title, work.digest, False)],
        "matters": [(one.id, one.title, one.topic, id) for one in part.matters],
        "positions": [(*key, words) for key, words in part.words.items()],
        "relations": [
            *(_tell_pair(id, part, one) for one in part.pairs),
            *(_tell_denied(id, part, one) for one in part.denied),
        ],
        "relation_ends": [
            *(row for one in part.pairs for row in _tell_ends(one.id, one.first, one.second)),
            *(row for one in part.denied for row in _tell_ends(one.id, one.denier, one.other)),
        ],
    }
    return Linked(id, rows, _list_places(part))


def _open(profile: bytes, claims: bytes, related: str) -> Outline:
    told = tuple(tuple(ids) for ids in json.loads(related))
    return Outline(read_profile(profile), read_claims(zlib.decompress(claims)), told)


def _list_places(part: Part) -> list[tuple[str, str, str]]:
    return [(matter, position, id) for id, (matter, position) in part.places.items()]


def _tell_pair(story: str, part: Part, one: Compared) -> Row:
    differs = one.difference
    return (
        one.id, one.kind, one.first.document, story, part.places[one.first.id][0],
        one.first.document != one.second.document,
        "", 0, "", 0, BETWEEN.join(one.shared), differs.kind if differs else "",
        differs.first if differs else "", differs.second if differs else "",
        "inferred", "strong" if one.strong else "weak", one.reason,
    )  # fmt: skip


def _tell_denied(story: str, part: Part, one: Denied) -> Row:
    return (
        one.id, "disputes", one.denier.document, story, part.places[one.denier.id][0], True,
        one.denier.cue, one.denier.cue_at,
        "", 0, BETWEEN.join(one.shared), "", "", "", "stated", "strong", one.reason,
    )  # fmt: skip


def _tell_ends(id: str, *ends: Laid) -> Iterator[Row]:
    for place, end in enumerate(ends):
        yield id, place, end.id, None if end.narrated else end.point.attribution, end.id


def forget_stories(conn: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take out all that hangs on some stories; their claims are on no matter then."""
    for id in ids:
        conn.execute(_UNPLACE, (id,))
        for table, found in _OF_STORY:
            conn.execute(f"DELETE FROM {table} WHERE {found}", (id,))


def place_claims(conn: sqlite3.Connection, places: Sequence[tuple[str, str, str]]) -> None:
    """Tell of claims on which matter they are, and what they hold."""
    conn.executemany(_PLACE, places)


def trace_origins(conn: sqlite3.Connection) -> None:
    """On whose word each position rests, in the stories of which that is still to be told."""
    rows = conn.execute("SELECT id FROM stories WHERE NOT traced ORDER BY id").fetchall()
    for (story,) in rows:
        for table, found in _OF_STORY[:2]:
            conn.execute(f"DELETE FROM {table} WHERE {found}", (story,))
        conn.execute(_FIND_ORIGINS, (story,))
        conn.execute(_FIND_CARRIERS, (story,))
    conn.execute("UPDATE stories SET traced = 1 WHERE NOT traced")
