"""Standard output and standard error: who may say what, and how a command ends."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import typer

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from rich.progress import Progress

INTERRUPTED = 130
MANY = 3  # inputs beyond which progress is shown

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def speak_utf8() -> None:
    """Print UTF-8 whatever the locale says; what is no character is printed as its number."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Whether standard output is looked at by a person."""
    return sys.stdout.isatty()


def put(text: str) -> None:
    """Write data to standard output at once and in one piece, interrupted or not."""
    try:
        with _uninterrupted():
            sys.stdout.write(text)
            sys.stdout.flush()
    except OSError as error:
        _drop_stdout()
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or error
        raise ClaimsError(f"the result cannot be written ({reason})") from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold an interrupt back for the moment, so that no line is cut in half."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Voice:
    """What is said to a person on standard error; remembers whether an input failed."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.failed = False
        self._quiet = quiet
        self._progress: Progress | None = None

    def say(self, words: str, items: Iterable[str] = ()) -> None:
        """One sentence, under the name of the program, and what it lists, a line each."""
        first, *rest = (_CONTROLS.sub(" ", one) for one in ("claims: " + words, *items))
        line = "\n".join([_fill(first), *(f"  {item}" for item in rest)])
        if self._progress:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr, flush=True)

    def fail(self, error: ClaimsError) -> None:
        """Say what failed; the command goes on and ends with status 1."""
        self.failed = True
        self.say(str(error))

    @contextmanager
    def watch(self, total: int) -> Iterator[Callable[[int], None]]:
        """Show how many of `total` inputs are done, where there are many and someone looks."""
        if self._quiet or total <= MANY or not sys.stderr.isatty():
            yield lambda done: None
            return
        with _show_progress() as progress:
            self._progress = progress
            task = progress.add_task("articles", total=total)
            try:
                yield lambda done: progress.update(task, completed=done)
            finally:
                self._progress = None


def _fill(sentence: str) -> str:
    """A sentence in lines that fit where a person looks; elsewhere it stays one line."""
    width = _find_columns()
    if not width or len(sentence) * 2 <= width:
        return sentence
    from claims.render.cells import wrap

    return "\n".join(wrap(sentence, width))


def _find_columns() -> int:
    """How wide the terminal of standard error is; 0 where it is none."""
    if not sys.stderr.isatty():
        return 0
    with suppress(OSError, ValueError):
        told = int(os.environ.get("COLUMNS") or 0)
        return told or os.get_terminal_size(sys.stderr.fileno()).columns
    return 0


def _show_progress() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


@contextmanager
def ending_plainly(voice: Voice) -> Iterator[None]:
    """End a command without a traceback: status 1 when something failed, said in a sentence.

    A reader that has seen enough (`| head`) is no failure.
    """
    try:
        with suppress(BrokenPipeError):
            yield
    except ClaimsError as error:
        voice.fail(error)
    if voice.failed:
        raise typer.Exit(1)


def _drop_stdout() -> None:
    """What is still buffered goes nowhere, instead of failing once more at the very end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)
