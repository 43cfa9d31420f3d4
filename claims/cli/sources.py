"""Where the articles of a question come from, and which of them it is about, as typed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Source(NamedTuple):
    """Paths or a store, and how much is read at a time."""

    paths: list[str] | None
    db: Path | None
    max_bytes: int
    jobs: int


class Pages(NamedTuple):
    """Which articles are wanted, by what they say of themselves; by default all."""

    outlet: str | None = None
    since: str = ""
    until: str = ""
    lang: str = ""


EVERY = Pages()
