"""Paths to dossiers, in their order, one article at a time or several at once.

What a path holds may also be dossiers that were printed before; they are handed on as they are.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from io import BufferedReader
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from claims.cli.dossiers import (
    HEAD,
    holds_dossiers,
    lacks_claims,
    parse_dossiers,
    rejoin,
    tell_lacking,
)
from claims.cli.streams import Voice
from claims.errors import ClaimsError, InputError
from claims.lang import PACKS
from claims.model import Document, Dossier
from claims.read import Input, find_inputs, read_documents

KNOWN = frozenset(PACKS)
_AHEAD = 4  # articles that wait for each worker, so that none idles and memory stays small


class Ready(NamedTuple):
    """What needs no work: a dossier as it was given, an article that is known already."""

    found: Document | Dossier


Found = Document | Dossier | Ready | ClaimsError
Outcome = Dossier | Ready | ClaimsError


class Read(NamedTuple):
    """One document, dossier or error, and how many inputs were begun with it."""

    number: int
    found: Found


def gather_dossiers(
    paths: Iterable[str], voice: Voice, *, max_bytes: int, jobs: int
) -> Iterator[Dossier]:
    """The dossiers of all that is in paths; what fails is said, and the others go on.

    Of dossiers that come without claims and relations it is said once, at the end.
    """
    found = _gather(paths, voice, lambda one: one, max_bytes=max_bytes, jobs=jobs)
    return (one for one in found if isinstance(one, Dossier))


def gather_new(
    paths: Iterable[str],
    voice: Voice,
    *,
    known: Callable[[Document], bool],
    max_bytes: int,
    jobs: int,
) -> Iterator[Dossier | Ready]:
    """The same, but what is known already is handed on as it is, and so is what was given.

    A dossier that was made only now comes bare, all else as what was ready.
    """

    def spare(found: Document | Dossier | InputError) -> Found:
        if isinstance(found, Dossier) or (isinstance(found, Document) and known(found)):
            return Ready(found)
        return found

    return _gather(paths, voice, spare, max_bytes=max_bytes, jobs=jobs)


def _gather(
    paths: Iterable[str],
    voice: Voice,
    spare: Callable[[Document | Dossier | InputError], Found],
    *,
    max_bytes: int,
    jobs: int,
) -> Iterator[Dossier | Ready]:
    inputs, lacking = list(find_inputs(paths)), list[str]()
    read = (
        Read(number, spare(found))
        for number, one in enumerate(inputs)
        for found in _note_lacking(_read_input(one, max_bytes), lacking)
    )
    yield from _follow(read, voice, total=len(inputs), jobs=jobs)
    if lacking:
        voice.say(tell_lacking(lacking))


def _note_lacking(
    found: Iterable[Document | Dossier | InputError], lacking: list[str]
) -> Iterator[Document | Dossier | InputError]:
    for one in found:
        if isinstance(one, Dossier) and lacks_claims(one):
            lacking.append(one.document.name or one.document.id)
        yield one


def _read_input(
    one: Input | InputError, max_bytes: int
) -> Iterator[Document | Dossier | InputError]:
    if isinstance(one, InputError):
        yield one
    elif one.path is None:
        yield from _read_stdin(one.where, max_bytes)
    elif holds_dossiers(_read_head(one.path)):
        with one.path.open("rb") as file:
            yield from parse_dossiers(file, one.where)
    else:
        yield from read_documents([_path(one.path)], max_bytes=max_bytes, known=KNOWN)


def _read_stdin(where: str, max_bytes: int) -> Iterator[Document | Dossier | InputError]:
    stdin: BufferedReader = sys.stdin.buffer  # type: ignore[assignment]
    with suppress(OSError):  # read_documents meets it again, and says what is wrong
        head = stdin.read(HEAD)
        if holds_dossiers(head):
            return parse_dossiers(rejoin(head, stdin), where)
        stdin = rejoin(head, stdin)
    return read_documents(["-"], max_bytes=max_bytes, known=KNOWN, stdin=stdin)


def _read_head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _path(path: Path) -> str:
    """The path as read_documents takes it: a file called - is not standard input."""
    return os.path.join(".", path) if str(path) == "-" else str(path)


def track_documents(
    read: Iterable[Read], voice: Voice, *, total: int, jobs: int
) -> Iterator[Dossier]:
    """The dossiers of documents, in their order."""
    found = _follow(read, voice, total=total, jobs=jobs)
    return (one for one in found if isinstance(one, Dossier))


def _follow(
    read: Iterable[Read], voice: Voice, *, total: int, jobs: int
) -> Iterator[Dossier | Ready]:
    jobs = jobs or os.cpu_count() or 1
    track = _track_in_parallel(read, jobs) if jobs > 1 else _track_in_turn(read)
    with voice.watch(total) as advance:
        for number, outcome in track:
            advance(number)
            if isinstance(outcome, ClaimsError):
                voice.fail(outcome)
            else:
                yield outcome


def _track_in_turn(read: Iterable[Read]) -> Iterator[tuple[int, Outcome]]:
    return ((number, _track(found)) for number, found in read)


def _track_in_parallel(read: Iterable[Read], jobs: int) -> Iterator[tuple[int, Outcome]]:
    # Workers start afresh: a fork would copy the threads of a progress bar half alive.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[tuple[int, Future[Outcome]]] = deque()
    try:
        for number, found in read:
            waiting.append((number, _begin(pool, found)))
            while waiting and (waiting[0][1].done() or len(waiting) > jobs * _AHEAD):
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    except BrokenProcessPool:
        raise ClaimsError("a worker died, perhaps for want of memory; use fewer --jobs") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(pool: ProcessPoolExecutor, found: Found) -> Future[Outcome]:
    """Only articles are work; what is done already does not travel to another process."""
    if isinstance(found, Document):
        return pool.submit(_track, found)
    done: Future[Outcome] = Future()
    done.set_result(found)
    return done


def _result(number: int, future: Future[Outcome]) -> tuple[int, Outcome]:
    return number, future.result()


def _leave_interrupts() -> None:
    """Ctrl-C reaches all processes; the first one alone decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _track(found: Found) -> Outcome:
    """One article's dossier; a fault in our own code costs this article only."""
    if not isinstance(found, Document):
        return found
    try:
        from claims.track import make_dossier

        return make_dossier(found)
    except ClaimsError as error:
        return error
    except Exception as error:
        where = found.name or found.id
        what = f"{type(error).__name__}: {error}"
        return ClaimsError(f"{where}: the article could not be worked through ({what})")
