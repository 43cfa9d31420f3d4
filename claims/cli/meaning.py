"""Words to the one speaker they mean."""

from __future__ import annotations

import typer

from claims.cli.streams import Voice
from claims.errors import SeveralSpeakersError
from claims.graph import Graph
from claims.query import pick_speakers
from claims.render.answers import name_match

MOST = 20  # of those meant that are listed
AMBIGUOUS = 2  # exit status where words may mean several speakers


def find_meant(graph: Graph, words: str, voice: Voice) -> frozenset[str]:
    """The ids of the speaker whom words mean; where that may be several, they are listed."""
    try:
        return frozenset(one.id for one in pick_speakers(graph, words))
    except SeveralSpeakersError as error:
        shown, left = error.matches[:MOST], len(error.matches) - MOST
        more = [f"and {left} more"] if left > 0 else []
        voice.say(str(error), [*(name_match(graph, id) for id in shown), *more])
        raise typer.Exit(AMBIGUOUS) from None
