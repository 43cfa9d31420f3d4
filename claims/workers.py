"""One thing done with many, by several processes at once where that is worth their start."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from claims.errors import ClaimsError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4  # pieces of work that wait for each process, so that none idles and memory stays small


def run(
    act: Callable[[T], R],
    things: Iterable[T],
    *,
    jobs: int,
    size: int = 1,
    travels: Callable[[T], bool] | None = None,
) -> Iterator[R]:
    """What comes of each of some things, in their order; `size` of them travel together.

    With more than one of `jobs` the things are done in other processes, which only a program with
    a guard may ask for; a piece of which nothing `travels` is done here. ClaimsError where a
    process dies.

    >>> list(run(abs, [-1, 2, -3], jobs=1))
    [1, 2, 3]
    """
    if jobs <= 1:
        yield from map(act, things)
        return
    # Workers start afresh: a fork would copy the threads of a progress bar half alive.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_leave_interrupts)
    waiting: deque[Future[list[R]]] = deque()
    try:
        for some in cut(things, size):
            far = travels is None or any(map(travels, some))
            waiting.append(pool.submit(_do, act, some) if far else _finish(_do(act, some)))
            while waiting and (waiting[0].done() or len(waiting) > jobs * AHEAD):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise ClaimsError("a worker died, perhaps for want of memory; use fewer --jobs") from None
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


def _finish(made: list[R]) -> Future[list[R]]:
    done: Future[list[R]] = Future()
    done.set_result(made)
    return done


def _leave_interrupts() -> None:
    """Ctrl-C reaches all processes; the one that waits alone decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
