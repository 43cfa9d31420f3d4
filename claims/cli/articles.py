"""Paths to dossiers, in their order, one article at a time or several at once.

What a path holds may also be dossiers that were printed before; they are handed on as they are.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from claims.cli.dossiers import (
    HEAD,
    Row,
    holds_dossiers,
    lacks_claims,
    parse_row,
    part_dossiers,
    rejoin,
    tell_lacking,
)
from claims.cli.streams import Voice
from claims.errors import ClaimsError, InputError
from claims.lang import PACKS
from claims.model import Document, Dossier
from claims.read import Input, find_inputs, read_documents
from claims.workers import run

KNOWN = frozenset(PACKS)

Given = TypeVar("Given")
Made = TypeVar("Made")


class Read(NamedTuple, Generic[Given]):
    """What was read, and how many inputs were begun with it."""

    number: int
    found: Given


def gather_dossiers(
    paths: Iterable[str], voice: Voice, *, max_bytes: int, jobs: int
) -> Iterator[Dossier]:
    """The dossiers of all that is in paths; what fails is said, and the others go on.

    Of dossiers that come without claims and relations it is said once, at the end.
    """
    inputs, lacking = list(find_inputs(paths)), Lacking()
    read = (
        Read(number, lacking.parse(found) if isinstance(found, Row) else found)
        for number, one in enumerate(inputs)
        for found in read_input(one, max_bytes)
    )
    yield from follow(read, track, voice, total=len(inputs), jobs=jobs)
    lacking.tell(voice)


class Lacking:
    """The dossiers that came without claims and relations, of which it is said once."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def parse(self, row: Row) -> Dossier | InputError:
        """The dossier of a row, remembered if it lacks them."""
        found = parse_row(row)
        if isinstance(found, Dossier) and lacks_claims(found):
            self.note(found.document.name or found.document.id)
        return found

    def note(self, name: str) -> None:
        """Remember a dossier that lacks them."""
        self._names.append(name)

    def tell(self, voice: Voice) -> None:
        """Say it, if there is something to say."""
        if self._names:
            voice.say(tell_lacking(self._names))


def read_input(one: Input | InputError, max_bytes: int) -> Iterator[Document | Row | InputError]:
    """What an input holds: articles, or dossiers that are still to be read."""
    if isinstance(one, InputError):
        yield one
    elif one.path is None:
        yield from _read_stdin(one.where, max_bytes)
    elif holds_dossiers(_read_head(one.path)):
        with one.path.open("rb") as file:
            yield from part_dossiers(file, one.where)
    else:
        yield from read_documents([_path(one.path)], max_bytes=max_bytes, known=KNOWN)


def _read_stdin(where: str, max_bytes: int) -> Iterator[Document | Row | InputError]:
    stdin: BufferedReader = sys.stdin.buffer  # type: ignore[assignment]
    with suppress(OSError):  # read_documents meets it again, and says what is wrong
        head = stdin.read(HEAD)
        if holds_dossiers(head):
            return part_dossiers(rejoin(head, stdin), where)
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


def follow(
    read: Iterable[Read[Given]],
    work: Callable[[Given], Made | ClaimsError],
    voice: Voice,
    *,
    total: int,
    jobs: int,
) -> Iterator[Made]:
    """What is made of all that was read, in its order; what fails is said, and the others go on."""
    made = run(partial(_work, work), read, jobs=jobs or os.cpu_count() or 1, travels=_takes_time)
    with voice.watch(total) as advance:
        for number, outcome in made:
            advance(number)
            if isinstance(outcome, ClaimsError):
                voice.fail(outcome)
            else:
                yield outcome


def _work(
    work: Callable[[Given], Made | ClaimsError], read: Read[Given]
) -> tuple[int, Made | ClaimsError]:
    return read.number, work(read.found)


def _takes_time(read: Read[Given]) -> bool:
    """Whether what was read is worth another process; what is done already does not travel."""
    return isinstance(read.found, (Document, Row))


def track(found: Document | Dossier | ClaimsError) -> Dossier | ClaimsError:
    """One article's dossier; a fault in our own code costs this article only."""
    if not isinstance(found, Document):
        return found
    try:
        from claims.track import make_dossier

        return make_dossier(found)
    except ClaimsError as error:
        return error
    except Exception as error:
        return tell_fault(found.name or found.id, error)


def tell_fault(where: str, error: Exception) -> ClaimsError:
    """A fault in our own code, as it is told."""
    what = f"{type(error).__name__}: {error}"
    return ClaimsError(f"{where}: the article could not be worked through ({what})")
