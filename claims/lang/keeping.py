"""What is made of texts, kept: many phrases come again and again, of whole pages the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

PHRASES, PAGES = 4096, 2  # kept


def keep_read(make: Callable[[str], T], longest: int) -> Callable[[str], T]:
    """A function of a text that remembers what it made of phrases up to a size, and of few pages.

    >>> kept = keep_read(lambda text: [text], 3)
    >>> kept("abc") is kept("abc")
    True
    """
    of_phrase, of_page = lru_cache(PHRASES)(make), lru_cache(PAGES)(make)
    return lambda text: of_phrase(text) if len(text) <= longest else of_page(text)
