"""The questions that people ask of the graph, each a pure function on it.

    find_speakers     who speaks, and what each says
    find_statements   what is said
    find_chains       through whom one claim came, from the outlet to its origin
                      (find_chains_about: all claims that words are about)
    find_disputes     who disputes whom, over what, in which words
    find_conflicts    what may conflict, and why
    find_supports     what is said alike, or twice
    find_origins      what rests on one who is not named
    find_matters      all of these by what they are about, the most disputed first
    pick_speakers     the speaker whom words mean
    find_origin       on whose word one statement stands

The answers are the nouns of `claims.query.answers`; `Wanted` narrows a question.
"""

from claims.query.answers import (
    Article,
    Conflict,
    Dispute,
    Hop,
    Matter,
    Origin,
    Party,
    Point,
    Side,
    Statement,
    Support,
    Who,
)
from claims.query.conflicts import find_conflicts, find_supports
from claims.query.disputes import find_disputes
from claims.query.matters import find_matters
from claims.query.origins import find_origins
from claims.query.speakers import find_speakers, pick_speakers
from claims.query.statements import (
    find_chains,
    find_chains_about,
    find_origin,
    find_statements,
)
from claims.query.wanted import Wanted

__all__ = [
    "Article", "Conflict", "Dispute", "Hop", "Matter", "Origin", "Party", "Point", "Side",
    "Statement", "Support", "Wanted", "Who", "find_chains", "find_chains_about",
    "find_conflicts", "find_disputes", "find_matters", "find_origin", "find_origins",
    "find_speakers", "find_statements", "find_supports", "pick_speakers",
]  # fmt: skip
