"""A store filled, emptied, looked after and told apart: from paths and words to what is said."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import typer

from claims.cli.articles import Ready, gather_new
from claims.cli.meaning import AMBIGUOUS
from claims.cli.streams import Voice, put
from claims.errors import SeveralSpeakersError, StoreError, UnknownIdError
from claims.model import Document, Dossier
from claims.store import ActKind, Store, find_program, open_store

_NAMED = 10  # articles in a list of new versions

_OUTCOMES = {
    "added": ("{} added", "{} added"),
    "version": ("{} new version", "{} new versions"),
    "appearance": ("{} at another place", "{} at other places"),
    "renewed": ("{} made anew", "{} made anew"),
    "there": ("{} already there", "{} already there"),
}


class _Shelf(ExitStack):
    """A store that is made only when there is something to put in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._store = self.enter_context(open_store(path)) if path.exists() else None

    @property
    def store(self) -> Store:
        """The store, opened."""
        if self._store is None:
            self._store = self.enter_context(open_store(self._path))
        return self._store

    def holds(self, page: Document) -> bool:
        """Whether an article is there already."""
        return self._store is not None and self._store.holds(page)

    def settle(self, jobs: int = 1) -> bool:
        """Make what is derived anew; False where another process does it."""
        return self._store is None or self._store.settle(jobs)


def add_articles(
    paths: Iterable[str], db: Path, voice: Voice, *, max_bytes: int, jobs: int, again: bool
) -> None:
    """Put all that is in paths into a store, one by one; at the end it is said what was done."""
    counts, versions = Counter[str](), list[str]()
    with _Shelf(db) as shelf:
        found = gather_new(
            paths,
            voice,
            known=lambda page: not again and shelf.holds(page),
            max_bytes=max_bytes,
            jobs=jobs,
        )
        try:
            for one in found:
                _add(one, shelf, counts, versions, again=again)
        finally:
            if counts:
                voice.say(_tell_counts(counts), _shorten(versions))
        if not shelf.settle(jobs or os.cpu_count() or 1):
            voice.say(f"{db}: another process adds too; it joins the articles when it is done")


def _add(
    one: Dossier | Ready, shelf: _Shelf, counts: Counter[str], versions: list[str], *, again: bool
) -> None:
    made = one.found if isinstance(one, Ready) else one
    if isinstance(made, Document):
        counts["there"] += 1
        return
    program = find_program() if one is made else ""
    outcome = shelf.store.add(made, program, again=again)
    counts[outcome] += 1
    if outcome == "version":
        page = made.document
        versions.append(f"{page.id[:6]}  {page.title or page.name}")


def _tell_counts(counts: Counter[str]) -> str:
    """What was done, in one sentence.

    >>> _tell_counts(Counter(added=2, version=1))
    '2 added, 0 already there, 1 new version'
    """
    always = ("added", "there")
    order = sorted(_OUTCOMES, key=lambda name: always.index(name) if name in always else 2)
    return ", ".join(
        _OUTCOMES[name][counts[name] != 1].format(counts[name])
        for name in order
        if counts[name] or name in always
    )


def _shorten(names: list[str]) -> list[str]:
    more = len(names) - _NAMED
    return names if more <= 0 else [*names[:_NAMED], f"… and {more} more"]


def remove_articles(ids: Iterable[str], db: Path, voice: Voice) -> None:
    """Take articles out by their ids; an unknown one is told, and the others go."""
    with open_store(_existing(db)) as store:
        removed = 0
        for id in ids:
            try:
                removed += len(store.remove(id))
            except UnknownIdError as error:
                voice.fail(error)
        voice.say(f"{removed} removed")


def reindex_store(db: Path, voice: Voice) -> None:
    """Make all that is derived anew."""
    with open_store(_existing(db)) as store:
        done = store.reindex()
        told = _count(store) if done else "another process adds; it makes all anew when it is done"
        voice.say(f"{db}: {told}")


def _count(store: Store) -> str:
    counted, kept = store.articles(), store.articles(versions=True)
    more = f" ({len(kept)} with versions and copies)" if len(kept) > len(counted) else ""
    acts = len(store.acts())
    return f"{_many(len(counted), 'article')}{more}, {_many(acts, 'act')}"


def _many(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"


def check_store(db: Path, voice: Voice) -> None:
    """Say all that is wrong with a store, or that it is whole."""
    with open_store(db, writing=False) as store:
        troubles = store.check()
        for trouble in troubles:
            voice.fail(StoreError(db, trouble))
        if not troubles:
            put(f"{db} is whole: {_count(store)}\n")


def back_up_store(file: Path, db: Path, voice: Voice) -> None:
    """Write a store to another file."""
    with open_store(db, writing=False) as store:
        store.back_up(file)
    voice.say(f"{file} is written")


def decide(
    kind: ActKind, one: str, other: str, db: Path, voice: Voice, *, note: str, given: str
) -> None:
    """Put on record that two speakers are the same, or different; several meant are listed."""
    with open_store(_existing(db)) as store:
        try:
            act = store.record(kind, one, other, note=note, given=given)
        except SeveralSpeakersError as error:
            voice.say(str(error), map(store.name_speaker, error.matches))
            raise typer.Exit(AMBIGUOUS) from None
        told = "taken for one" if kind == "same" else "held apart"
        voice.say(f"{one} and {other} are {told} from now on (act {act.number})")


def _existing(db: Path) -> Path:
    """A store that must be there; only adding makes one."""
    if not db.exists():
        open_store(db, writing=False)  # says so
    return db
