"""Paths to documents: the one place in the room that touches files."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claims.errors import InputError, NoInputError, UnreadableError
from claims.model import Document
from claims.read.beside import is_beside
from claims.read.documents import read_each

STDIN = "-"
MAX_BYTES = 20_000_000


@dataclass(frozen=True)
class Input:
    """One file to read, or standard input, whose path is None."""

    path: Path | None

    @property
    def where(self) -> str:
        """How errors call it."""
        return _show(self.path) if self.path else "standard input"

    @property
    def name(self) -> str:
        """The file's name without suffix."""
        return _show(self.path.stem) if self.path else "stdin"


def _show(path: str | Path) -> str:
    """A path that can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | InputError]:
    """The files that paths stand for, folders walked in sorted order; `-` is standard input.

    Hidden files in folders are passed over, and what cannot be an article (`is_beside`). What is
    no file gives an error in its place.

    >>> [found] = find_inputs(["no-such-file.txt"])
    >>> print(found)
    no-such-file.txt: there is no such file; check the path
    """
    for path in paths:
        if str(path) == STDIN:
            yield Input(None)
        elif not str(path):  # Path would take it for the current folder
            yield NoInputError("(no path)", "the path is empty", "give a file, a folder or -")
        else:
            yield from _find(Path(path))


def _find(path: Path) -> Iterator[Input | InputError]:
    found = False
    for one in _walk(path):
        found = True
        yield one
    if not found:
        what = "the folder holds no files to read"
        yield NoInputError(_show(path), what, "give a folder with articles")


def _walk(top: Path) -> Iterator[Input | InputError]:
    stack: list[tuple[Path, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if path == top or not (stat.S_ISREG(status.st_mode) and is_beside(path)):
                    yield _check(path, status)
                continue
            here = (status.st_dev, status.st_ino)
            if here in above:  # a link back to a folder that is being walked
                continue
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except (OSError, ValueError) as error:
            yield _translate(error, path)
            continue
        stack += [(path / name, above | {here}) for name in reversed(names)]


def _check(path: Path, status: os.stat_result) -> Input | InputError:
    if stat.S_ISREG(status.st_mode):
        return Input(path)
    advice = "give a file, or send it to standard input and give -"
    return UnreadableError(_show(path), "it is a pipe, socket or device, not a file", advice)


def _translate(error: Exception, path: Path) -> InputError:
    where = _show(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if os.path.islink(path):
            return NoInputError(where, "it is a link to a file that is not there", "mend the link")
        return NoInputError(where, "there is no such file", "check the path")
    if isinstance(error, PermissionError):
        return UnreadableError(where, "you may not read it", "change its permissions")
    if isinstance(error, ValueError):
        return NoInputError(where, "this is no possible path", "check the path")
    if os.path.islink(path) and not os.path.exists(path):
        return NoInputError(where, "it is a link that leads back to itself", "mend the link")
    reason = getattr(error, "strerror", None) or str(error)
    return UnreadableError(where, f"it cannot be read ({reason})", "check the path")


def read_documents(
    paths: Iterable[str | Path],
    *,
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
    known: frozenset[str] | None = None,
) -> Iterator[Document | InputError]:
    """The documents of paths, one by one as they are asked for; a bad input gives its error.

    >>> for found in read_documents(["no-such-file.txt"]):
    ...     print(type(found).__name__)
    NoInputError
    """
    for found in find_inputs(paths):
        if isinstance(found, InputError):
            yield found
            continue
        try:
            data = _load(found, max_bytes, stdin)
        except InputError as error:
            yield error
            continue
        yield from read_each(data, name=found.name, where=found.where, known=known)


def _load(source: Input, max_bytes: int, stdin: BinaryIO | None) -> bytes:
    """The bytes of an input, at most one more than allowed is ever read."""
    try:
        if source.path is None:
            data = (stdin or sys.stdin.buffer).read(max_bytes + 1)
        else:
            with source.path.open("rb") as file:
                data = file.read(max_bytes + 1)
    except OSError as error:
        raise _translate(error, source.path or Path(STDIN)) from error
    if len(data) > max_bytes:
        what = f"it is larger than {max_bytes} bytes"
        raise UnreadableError(source.where, what, "split it, or raise --max-bytes")
    return data


def read_path(path: str | Path, *, known: frozenset[str] | None = None) -> tuple[Document, ...]:
    """The documents of one file or folder; raises the first InputError.

    >>> read_path("no-such-file.txt")
    Traceback (most recent call last):
    claims.errors.NoInputError: no-such-file.txt: there is no such file; check the path
    """
    found = []
    for one in read_documents([path], known=known):
        if isinstance(one, InputError):
            raise one
        found.append(one)
    return tuple(found)
