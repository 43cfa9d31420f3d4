"""Many dossiers: joined speakers, matters, relations and origins across articles."""

from __future__ import annotations

from claims.corpus.building import Gathering, build_corpus, gather_articles, narrow_corpus
from claims.corpus.clusters import Decision
from claims.corpus.comparing import Compared, Denied
from claims.corpus.laying import Laid
from claims.corpus.outlining import (
    Outline,
    Profile,
    outline_article,
    read_claims,
    read_profile,
    write_claims,
    write_profile,
)
from claims.corpus.relating import Part, relate_story

__all__ = [
    "Compared", "Decision", "Denied", "Gathering", "Laid", "Outline", "Part", "Profile",
    "build_corpus", "gather_articles", "narrow_corpus", "outline_article", "read_claims",
    "read_profile", "relate_story", "write_claims", "write_profile",
]  # fmt: skip
