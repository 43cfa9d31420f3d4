"""Answers as tables for a terminal, each opening with the answer in one sentence."""

from claims.render.answers.across import (
    draw_across,
    draw_beside,
    draw_changes,
    draw_contested,
    draw_denials,
    draw_rests,
    draw_timeline,
)
from claims.render.answers.chains import draw_chains
from claims.render.answers.conflicts import draw_conflicts
from claims.render.answers.disputes import draw_disputes
from claims.render.answers.origins import draw_origins
from claims.render.answers.speakers import draw_speakers, name_match

__all__ = [
    "draw_across", "draw_beside", "draw_chains", "draw_changes", "draw_conflicts",
    "draw_contested", "draw_denials", "draw_disputes", "draw_origins", "draw_rests",
    "draw_speakers", "draw_timeline", "name_match",
]  # fmt: skip
