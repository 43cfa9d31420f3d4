"""Questions about many articles together, asked of a corpus."""

from __future__ import annotations

from claims.query.across.answers import Across, Beside, Contest, Contested, Rest, Stand, Told
from claims.query.across.asking import (
    compare_outlets,
    find_between,
    find_changes,
    find_clashes,
    find_contested,
    find_contests,
    find_rests,
    find_timeline,
    tell_matters,
)
from claims.query.across.library import Library, Sought
from claims.query.across.meaning import pick_corpus_speakers

__all__ = [
    "Across", "Beside", "Contest", "Contested", "Library", "Rest", "Sought", "Stand", "Told",
    "compare_outlets", "find_between", "find_changes", "find_clashes", "find_contested",
    "find_contests", "find_rests", "find_timeline", "pick_corpus_speakers", "tell_matters",
]  # fmt: skip
