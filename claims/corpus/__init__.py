"""Many dossiers: joined speakers, matters, relations and origins across articles."""

from __future__ import annotations

from claims.corpus.building import Relate, build_corpus, relate_in_parallel, relate_stories
from claims.corpus.clusters import Decision
from claims.corpus.relating import Part, relate_story

__all__ = [
    "Decision", "Part", "Relate", "build_corpus", "relate_in_parallel", "relate_stories",
    "relate_story",
]  # fmt: skip
