"""One thing done with many, by several processes at once where that is worth their start."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3  # pieces of work that wait for each process, so that none idles and memory stays small


def run(act: Callable[[T], R], things: Iterable[T], *, jobs: int, size: int) -> Iterator[R]:
    """What comes of each of some things, in their order; `size` of them travel together.

    With more than one of `jobs` the things are done in other processes, which only a program with
    a guard may ask for.

    >>> list(run(abs, [-1, 2, -3], jobs=1, size=2))
    [1, 2, 3]
    """
    if jobs <= 1:
        yield from map(act, things)
        return
    waiting: deque[Future[list[R]]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_leave_interrupts)
    try:
        for some in cut(things, size):
            waiting.append(pool.submit(_do, act, some))
            if len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def cut(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Things in pieces of a size; the last may be shorter.

    >>> list(cut("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def _do(act: Callable[[T], R], some: list[T]) -> list[R]:
    return [act(one) for one in some]


def _leave_interrupts() -> None:
    """Ctrl-C is for the program that waits, which then lets its workers go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
