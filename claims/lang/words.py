"""Words: what a segmenter makes of a folded text."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One word of a folded text: its offsets, its form and its part of speech."""

    start: int
    end: int
    form: str
    tag: str
