"""All that follows from the truth: articles outlined, stories worked through, speakers joined.

What hangs on one article is made when it comes, what hangs on a story when its articles are others;
only the joining of speakers looks at all articles. Each step is a transaction of its own, and takes
effect only while the truth is what it was at the beginning; until the last one the store is stale.
"""

from __future__ import annotations

import gc
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from claims.corpus import Gathering, gather_articles
from claims.errors import ClaimsError, StoreError
from claims.model.corpus import CorpusSpeaker, Story
from claims.store.acts import decide, read_acts
from claims.store.articles import list_kept, read_body
from claims.store.connections import reading, writing
from claims.store.indexing import index_all
from claims.store.linking import (
    Linked,
    digest_story,
    forget_stories,
    link,
    list_linked,
    place_claims,
    read_work,
    trace_origins,
)
from claims.store.nouns import Kept
from claims.store.outlines import (
    Task,
    forget_articles,
    list_outlined,
    outline,
    put_rows,
    read_digests,
    read_profiles,
)
from claims.store.rows import BETWEEN, Row, list_speaker_rows
from claims.store.schema import read_sql, read_state, run_script, tell_maker
from claims.store.versions import choose_counted
from claims.workers import cut, run

READ, COMPARED = 150, 600  # articles for which starting other processes is worth while
ARTICLES, STORIES = 50, 6  # of one transaction
TRUTH = ("dossiers", "acts", "state")
PIECE = 8  # articles that travel to another process together

# The tables that name joined speakers, each with what finds the rows of an article.
_NAMED = (
    ("attributions", "article = ?"),
    ("claims", "article = ?"),
    ("chains", "attribution IN (SELECT id FROM attributions WHERE article = ?)"),
)


class _OvertakenError(Exception):
    """The truth has changed meanwhile; whoever changed it derives."""


class Truth(NamedTuple):
    """The truth at one moment: its revision, all that is kept, and what of it counts."""

    revision: int
    kept: Sequence[Kept]
    counted: Mapping[str, Kept]


def derive(conn: sqlite3.Connection, where: object, jobs: int = 1) -> bool:
    """Bring the derived tables up to the truth; False where another process adds meanwhile.

    Whoever changes the truth last brings them up to it, so what is left undone here is done there.
    What fails costs no article: all are kept, and the store is stale.
    """
    try:
        with _unswept():
            _derive(conn, str(where), jobs)
    except _OvertakenError:
        return False
    except (ClaimsError, sqlite3.Error):
        raise
    except Exception as error:
        what = f"the articles are kept, but could not be joined ({type(error).__name__}: {error})"
        raise StoreError(where, what, "report it; claims reindex tries again") from error
    return True


def _derive(conn: sqlite3.Connection, where: str, jobs: int) -> None:
    _make_tables(conn)
    with reading(conn):
        kept = list_kept(conn)
        counted = {one.document: one for one in choose_counted(kept)}
        truth = Truth(read_state(conn).revision, kept, counted)
    _outline_articles(conn, truth, where, jobs)
    with reading(conn):
        found = _gather(conn)
        digests = read_digests(conn)
    if digests.keys() != truth.counted.keys():
        raise _OvertakenError
    _link_stories(conn, truth, found.stories, digests, jobs)
    with _step(conn, truth):
        _put_articles(conn, truth, found.stories)
        _name_speakers(conn, _put_speakers(conn, found))
        trace_origins(conn)
        if read_state(conn).misread:
            index_all(conn)
        conn.execute("UPDATE state SET derived = revision, derived_by = ?", (tell_maker(),))


# ---------------------------------------------------------------- the frame
@contextmanager
def _unswept() -> Iterator[None]:
    """Hold the collector of garbage back, which would look at millions of nouns again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def _step(conn: sqlite3.Connection, truth: Truth) -> Iterator[None]:
    """One transaction, while the truth is what it was."""
    with writing(conn):
        if read_state(conn).revision != truth.revision:
            raise _OvertakenError
        yield


def _make_tables(conn: sqlite3.Connection) -> None:
    """Empty tables in the place of those that another program has made."""
    if read_state(conn).derived_by == tell_maker():
        return
    with writing(conn):
        drop_tables(conn)
        for name in ("derived", "indexes", "views"):
            run_script(conn, read_sql(name))
        conn.execute("UPDATE state SET derived = -1, derived_by = ?", (tell_maker(),))


def drop_tables(conn: sqlite3.Connection) -> None:
    """Take out what is derived, whatever form it has: an older program may have made it."""
    rows = conn.execute("SELECT type, name FROM sqlite_master ORDER BY rowid DESC").fetchall()
    for kind, name in rows:
        if kind in ("table", "view") and _is_derived(name):
            conn.execute(f'DROP {kind.upper()} "{name}"')


def forget_all(conn: sqlite3.Connection) -> None:
    """Let the next step make everything anew, the index of words too."""
    conn.execute("UPDATE state SET indexed_by = '', derived = -1, derived_by = ''")


# ---------------------------------------------------------------- the steps
def _outline_articles(conn: sqlite3.Connection, truth: Truth, where: str, jobs: int) -> None:
    """Make the rows that hang on one article, of those that have come or have changed."""
    held = list_outlined(conn)
    wanted = {document: one.number for document, one in truth.counted.items()}
    with _step(conn, truth):
        forget_articles(conn, sorted(id for id in held if held[id] != wanted.get(id)))
    new = [one for id, one in truth.counted.items() if held.get(id) != one.number]
    tasks = (Task(one, read_body(conn, one.number), where) for one in new)
    outlined = run(outline, tasks, jobs=jobs if len(new) >= READ else 1, size=PIECE)
    for some in cut(outlined, ARTICLES):
        with _step(conn, truth):
            for rows in some:
                put_rows(conn, rows)


def _gather(conn: sqlite3.Connection) -> Gathering:
    acts = read_acts(conn)
    names = conn.execute("SELECT article, id, name FROM article_speakers") if acts else ()
    return gather_articles(read_profiles(conn), decide(acts, names))


def _link_stories(
    conn: sqlite3.Connection,
    truth: Truth,
    stories: Sequence[Story],
    digests: Mapping[str, str],
    jobs: int,
) -> None:
    """Work through the stories whose articles are others than before."""
    held = list_linked(conn)
    told = {one.id: digest_story(one, digests) for one in stories}
    with _step(conn, truth):
        forget_stories(conn, sorted(held.keys() - told.keys()))
    new = [one for one in stories if held.get(one.id) != told[one.id]]
    new.sort(key=lambda one: -len(one.documents))  # the longest first, as others wait for none
    works = (read_work(conn, one, told[one.id]) for one in new)
    articles = sum(len(one.documents) for one in new)
    linked = run(link, works, jobs=jobs if articles >= COMPARED else 1)
    for some in cut(linked, STORIES):
        with _step(conn, truth):
            _put_linked(conn, some)


def _put_linked(conn: sqlite3.Connection, linked: Iterable[Linked]) -> None:
    for one in linked:
        forget_stories(conn, [one.story])
        put_rows(conn, one.rows)
        place_claims(conn, one.places)


def _put_articles(conn: sqlite3.Connection, truth: Truth, stories: Sequence[Story]) -> None:
    """The articles and where each has appeared."""
    of = {id: one.id for one in stories for id in one.documents}
    copies = {id: group[0] for one in stories for group in one.copies for id in group[1:]}
    _replace(conn, "articles", [
        (
            one.document, one.title, one.name, one.outlet, one.published, one.url, one.lang,
            one.retrieved, of[one.document], copies.get(one.document), one.attributions, one.claims,
        )
        for one in truth.counted.values()
    ])  # fmt: skip
    _replace(conn, "appearances", [
        (one.document, one.name, one.outlet, one.url, one.published, one.title, one.followed_by)
        for one in truth.kept
    ])  # fmt: skip


def _put_speakers(conn: sqlite3.Connection, found: Gathering) -> set[str]:
    """The joined speakers; the articles of which a speaker is joined otherwise now, or is new."""
    alone = _list_alone(conn, found.joined.of)
    speakers = sorted((*found.joined.speakers, *alone), key=lambda one: one.id)
    joined = {id: one.id for one in speakers for id in one.dossier_speakers}
    said = dict(conn.execute(
        "SELECT article_speaker, count(*) FROM attributions GROUP BY article_speaker"
    ).fetchall())  # fmt: skip
    for table, rows in list_speaker_rows(speakers, said).items():
        _replace(conn, table, rows)
    held = conn.execute("SELECT id, speaker FROM article_speakers").fetchall()
    moved = {id: joined[id] for id, speaker in held if joined[id] != speaker}
    conn.executemany(
        "UPDATE article_speakers SET speaker = ? WHERE id = ?",
        [(speaker, id) for id, speaker in moved.items()],
    )
    return {id.partition(":")[0] for id in moved}


def _name_speakers(conn: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Tell of all that is said in some articles which joined speaker says it; what rests on
    whose word in their stories is to be told anew.
    """
    for article in sorted(articles):
        conn.execute(
            "UPDATE stories SET traced = 0 WHERE id = (SELECT story FROM articles WHERE id = ?)",
            (article,),
        )
        for table, found in _NAMED:
            conn.execute(
                f"UPDATE {table} SET speaker = "
                f"(SELECT speaker FROM article_speakers WHERE id = article_speaker) WHERE {found}",
                (article,),
            )


def _list_alone(conn: sqlite3.Connection, joined: Mapping[str, str]) -> list[CorpusSpeaker]:
    """Speakers of articles whom nobody joins with others, such as a poll, each as one."""
    rows = conn.execute("SELECT id, name, aliases, kind, anonymous FROM article_speakers")
    return [
        CorpusSpeaker(
            id=id,
            name=name,
            names=(name, *filter(None, aliases.split(BETWEEN))),
            kind=kind,
            anonymous=bool(anonymous),
            dossier_speakers=(id,),
        )
        for id, name, aliases, kind, anonymous in rows
        if id not in joined
    ]


def _replace(conn: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Let a table have these rows, and write only where it has others."""
    columns = [name for _, name, *_ in conn.execute(f"PRAGMA table_info({table})")]
    held = set(conn.execute(f"SELECT * FROM {table}").fetchall())
    wanted = dict.fromkeys(tuple(map(_plain, row)) for row in rows)
    where = " AND ".join(f"{name} IS ?" for name in columns)
    conn.executemany(f"DELETE FROM {table} WHERE {where}", sorted(held - wanted.keys(), key=repr))
    put_rows(conn, {table: [row for row in wanted if row not in held]})


def _plain(value: object) -> object:
    """A value as SQLite gives it back."""
    return int(value) if isinstance(value, bool) else value


# ---------------------------------------------------------------- what is looked at
def digest_tables(conn: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each derived table with a digest of all that it holds, and one of all their forms.

    >>> len(hashlib.sha256(b"").hexdigest())
    64
    """
    for table in list_tables(conn):
        digest = hashlib.sha256()
        width = len(conn.execute(f"SELECT * FROM {table} LIMIT 0").description)
        order = ", ".join(map(str, range(1, width + 1)))
        for row in conn.execute(f"SELECT * FROM {table} ORDER BY {order}"):
            digest.update(repr(row).encode("utf-8"))
        yield table, digest.hexdigest()
    rows = conn.execute("SELECT tbl_name, type, name, sql FROM sqlite_master ORDER BY type, name")
    forms = [form for table, *form in rows if _is_derived(table)]
    yield "views and indexes", hashlib.sha256(repr(forms).encode()).hexdigest()


def list_tables(conn: sqlite3.Connection) -> list[str]:
    """The derived tables, in the order of their names."""
    rows = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if _is_derived(name)]


def _is_derived(table: str) -> bool:
    """Whether a table or view is neither the truth, nor the index of words, nor SQLite's own."""
    return table not in TRUTH and not table.startswith(("sqlite_", "words"))
