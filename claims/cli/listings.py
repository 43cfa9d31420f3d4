"""What is in a store, as lists: its articles, what was found, what SQL asks for, what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from claims.cli.sheets import Listing, part_names, print_listing
from claims.cli.streams import Voice, put
from claims.store import Change, Kept, Saying, open_store, order_all

_SHORTEST = 6  # digits of an id

_FACTS = (
    "id", "published", "outlet", "title", "name", "url", "lang", "attributions", "claims",
    "program", "followed_by",
)  # fmt: skip
_SHOWN = (
    ("short", "id"), ("published", "published"), ("outlet", "outlet"), ("called", "title"),
    ("claims", "claims"),
)  # fmt: skip
_HIT = ("document", "title", "name", "outlet", "published", "url", "start", "snippet")


def list_articles(db: Path, sheet: str, voice: Voice, *, versions: bool) -> None:
    """The articles that count, or every version of them and every place where they appeared."""
    with open_store(db, writing=False) as store:
        kept = store.articles(versions=True)
        listed = order_all(kept) if versions else store.articles()
    short = shorten_ids({one.document for one in kept})
    rows = [_tell(one, short) for one in listed]
    columns = _FACTS if sheet != "table" else (*_FACTS, "short", "called", "followed")
    shown = (*_SHOWN, ("followed", "followed by")) if versions else _SHOWN
    listing = Listing(columns, [[row[name] for name in columns] for row in rows], shown)
    print_listing(listing, sheet, voice, f"there are no articles in {db}; claims add adds some")


def _tell(one: Kept, short: dict[str, str]) -> dict[str, object]:
    facts = {name: getattr(one, "document" if name == "id" else name) for name in _FACTS}
    return facts | {
        "short": short[one.document],
        "called": one.title or one.name,
        "published": one.published,
        "followed": short.get(one.followed_by or "", ""),
    }


def shorten_ids(ids: Collection[str]) -> dict[str, str]:
    """The beginnings of ids by which they can be told apart, all of one length.

    >>> shorten_ids({"0123456789ab", "0123457789ab"})["0123456789ab"]
    '0123456'
    """
    size = _SHORTEST
    while len({id[:size] for id in ids}) < len(ids):
        size += 1
    return {id: id[:size] for id in ids}


def search_store(words: str, db: Path, sheet: str, voice: Voice, *, limit: int) -> None:
    """The articles in which all words stand, the best first."""
    with open_store(db, writing=False) as store:
        hits = store.search(words, limit)
        short = shorten_ids({one.document for one in store.articles(versions=True)})
    columns: Sequence[str] = _HIT if sheet != "table" else (*_HIT, "short", "called")
    rows = [
        {**one.model_dump(), "short": short[one.document], "called": one.title or one.name}
        for one in hits
    ]
    shown = (
        ("short", "id"), ("published", "published"), ("called", "title"), ("snippet", "found"),
    )  # fmt: skip
    listing = Listing(columns, [[row[name] for name in columns] for row in rows], shown)
    print_listing(listing, sheet, voice, f"no article has all of these words: {words}")


def ask_store(sql: str, db: Path, sheet: str, voice: Voice, *, limit: int, seconds: float) -> None:
    """The answer to a question in SQL; what is left out, or behind, is said."""
    with open_store(db, writing=False) as store:
        answer = store.ask(sql, limit=limit, seconds=seconds)
    if answer.behind:
        voice.say(f"{db}: the tables are behind the articles; claims reindex makes them anew")
    listing = Listing(part_names(answer.columns), answer.rows)
    print_listing(listing, sheet, voice, "there are no such rows")
    if answer.more:
        voice.say(f"there are more than {limit} rows; --limit shows more of them")


def show_differences(name: str, db: Path, *, as_json: bool) -> None:
    """What changed in an article from version to version."""
    with open_store(db, writing=False) as store:
        changes = store.differences(name)
    if as_json:
        put("[" + ",\n".join(one.model_dump_json() for one in changes) + "]\n")
    else:
        put("\n".join("".join(f"{line}\n" for line in _list_lines(one)) for one in changes))


def _list_lines(one: Change) -> Iterator[str]:
    yield from one.lines
    for title, sayings in (("no longer said:", one.removed), ("now said:", one.added)):
        if sayings:
            yield title
            yield from map(_tell_saying, sayings)


def _tell_saying(one: Saying) -> str:
    told = filter(None, (one.source, one.cue and f"[{one.cue}]", one.content))
    return "  " + " ".join(" ".join(told).split())
