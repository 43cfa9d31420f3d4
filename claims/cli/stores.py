"""A store filled, emptied, looked after and told apart: from paths and words to what is said."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple, TypeVar

import typer

from claims.cli.articles import Lacking, Read, follow, read_input, tell_fault, track
from claims.cli.dossiers import Row, lacks_claims, parse_row
from claims.cli.meaning import AMBIGUOUS
from claims.cli.streams import Voice, put
from claims.errors import (
    ClaimsError,
    InputError,
    SeveralSpeakersError,
    StoreError,
    UnknownIdError,
)
from claims.model import Document
from claims.read import find_inputs
from claims.store import ActKind, Packed, Store, find_program, open_store, pack_outlined

T = TypeVar("T")

MOST, SECONDS = 64, 0.5  # articles that are put in together, and how long the first of them waits
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


class _Prepared(NamedTuple):
    """A dossier ready for the store, and whether it came without claims and relations."""

    packed: Packed
    lacks: bool


class _There(NamedTuple):
    """An article that is there already."""

    page: Document


def add_articles(
    paths: Iterable[str], db: Path, voice: Voice, *, max_bytes: int, jobs: int, again: bool
) -> None:
    """Put all that is in paths into a store, some at a time; at the end what was done is said."""
    counts, versions = Counter[str](), list[str]()
    with _Shelf(db) as shelf:

        def spare(found: Document | Row | InputError) -> Document | Row | InputError | _There:
            known = isinstance(found, Document) and not again and shelf.holds(found)
            return _There(found) if known and isinstance(found, Document) else found

        inputs, lacking = list(find_inputs(paths)), Lacking()
        read = (
            Read(number, spare(found))
            for number, one in enumerate(inputs)
            for found in read_input(one, max_bytes)
        )
        found = follow(read, partial(_prepare, str(db)), voice, total=len(inputs), jobs=jobs)
        try:
            for some in gather_in_time(found, MOST, SECONDS):
                counts["there"] += sum(isinstance(one, _There) for one in some)
                made = [one for one in some if isinstance(one, _Prepared)]
                for kept in (one.packed.kept for one in made if one.lacks):
                    lacking.note(kept.name or kept.document)
                _put([one.packed for one in made], shelf, counts, versions, again=again)
            lacking.tell(voice)
        finally:
            if counts:
                voice.say(_tell_counts(counts), _shorten(versions))
        if not shelf.settle(jobs or os.cpu_count() or 1):
            voice.say(f"{db}: another process adds too; it joins the articles when it is done")


def _put(
    some: Sequence[Packed],
    shelf: _Shelf,
    counts: Counter[str],
    versions: list[str],
    *,
    again: bool,
) -> None:
    """Keep dossiers; nothing is counted that is not on the disk."""
    if not some:
        return
    for one, outcome in zip(some, shelf.store.put(some, again=again), strict=True):
        counts[outcome] += 1
        if outcome == "version":
            kept = one.kept
            versions.append(f"{kept.document[:6]}  {kept.title or kept.name}")


def gather_in_time(things: Iterable[T], most: int, seconds: float) -> Iterator[list[T]]:
    """Things in pieces as they come: so many at most, and none that waits for long.

    >>> list(gather_in_time("abc", 2, 60.0))
    [['a', 'b'], ['c']]
    """
    some: list[T] = []
    begun = monotonic()
    for one in things:
        some.append(one)
        if len(some) >= most or monotonic() - begun > seconds:
            yield some
            some, begun = [], monotonic()
    if some:
        yield some


def _prepare(
    where: str, found: Document | Row | ClaimsError | _There
) -> _Prepared | _There | ClaimsError:
    """An article worked through and packed; what is wrong with it costs this article only."""
    if isinstance(found, (ClaimsError, _There)):
        return found
    made = parse_row(found) if isinstance(found, Row) else track(found)
    if isinstance(made, ClaimsError):
        return made
    try:
        given = isinstance(found, Row)
        packed = pack_outlined(made, "" if given else find_program(), where)
        return _Prepared(packed, given and lacks_claims(made))
    except ClaimsError as error:
        return error
    except Exception as error:
        return tell_fault(made.document.name or made.document.id, error)


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
