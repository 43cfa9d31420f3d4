"""Words: what a segmenter makes of a folded text."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One word of a folded text: its offsets, its form and its part of speech."""

    start: int
    end: int
    form: str
    tag: str


def has_han(text: str) -> bool:
    """Whether a text has a Chinese character.

    >>> has_han("法新社 AFP"), has_han("AFP")
    (True, False)
    """
    return any("\u3400" <= char <= "\u9fff" for char in text)
