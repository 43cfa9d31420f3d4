"""What is made of texts, kept: many phrases come again and again, of whole pages the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

PHRASES, PAGES = 4096, 2  # kept


def keep_read(make: Callable[[str], T], longest: int) -> Callable[[str], T]:
    """A function of a text that remembers what it made of phrases up to a size, and of few pages.

    >>> kept = keep_read(lambda text: [text], 3)
    >>> kept("abc") is kept("abc")
    True
    """
    of_phrase, of_page = lru_cache(PHRASES)(make), lru_cache(PAGES)(make)
    return lambda text: of_phrase(text) if len(text) <= longest else of_page(text)


def keep_last(make: Callable[P, T]) -> Callable[P, T]:
    """A function that remembers what it made last, of whatever it was made.

    The arguments are compared, which costs little where they are the very same as before.

    >>> made = keep_last(lambda row: [*row])
    >>> row = [1, 2]
    >>> made(row) is made(row), made(row) is made([3]), made(row)
    (True, False, [1, 2])
    """
    last: list[tuple[object, T]] = []

    @wraps(make)
    def remembering(*args: P.args, **kwargs: P.kwargs) -> T:
        known = last[-1] if last else None
        if known is not None and known[0] == (args, kwargs):
            return known[1]
        made = make(*args, **kwargs)
        last[:] = [((args, kwargs), made)]
        return made

    return remembering
