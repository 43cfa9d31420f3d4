"""Questions about many articles together, asked of a corpus."""

from __future__ import annotations

from claims.query.across.answers import (
    Across,
    Beside,
    Contest,
    Contested,
    Joined,
    Namesake,
    Place,
    Rest,
    Stand,
    Told,
)
from claims.query.across.asking import (
    compare_outlets,
    find_between,
    find_changes,
    find_clashes,
    find_contested,
    find_contests,
    find_denials,
    find_rests,
    find_timeline,
    tell_matters,
)
from claims.query.across.explaining import (
    explain_matter,
    explain_pair,
    explain_speaker,
    list_pairs,
)
from claims.query.across.library import Library, Sought
from claims.query.across.meaning import pick_corpus_speakers, pick_matter

__all__ = [
    "Across", "Beside", "Contest", "Contested", "Joined", "Library", "Namesake", "Place", "Rest",
    "Sought", "Stand", "Told", "compare_outlets", "explain_matter", "explain_pair",
    "explain_speaker", "find_between", "find_changes", "find_clashes", "find_contested",
    "find_contests", "find_denials", "find_rests", "find_timeline", "list_pairs",
    "pick_corpus_speakers", "pick_matter", "tell_matters",
]  # fmt: skip
