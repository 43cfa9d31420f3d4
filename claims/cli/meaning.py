"""Words to the one speaker, or the one outlet, they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import typer

from claims.cli.lookup import find_gathered, is_joined_id
from claims.cli.streams import Voice
from claims.corpus.naming import own_key
from claims.errors import SeveralSpeakersError, UnknownIdError
from claims.graph import Graph
from claims.model.corpus import CorpusSpeaker
from claims.query import pick_speakers
from claims.query.across import Library, pick_corpus_speakers
from claims.query.words import fold_words
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


def find_joined(library: Library, words: str, voice: Voice) -> CorpusSpeaker:
    """The joined speaker whom words mean, or an id, whole or short; several meant are listed."""
    try:
        id = find_gathered(words, library) if is_joined_id(words) else words
        return pick_corpus_speakers(library, id)
    except SeveralSpeakersError as error:
        shown, left = error.matches[:MOST], len(error.matches) - MOST
        more = [f"and {left} more"] if left > 0 else []
        voice.say(str(error), [*(_tell_joined(library.speakers[id]) for id in shown), *more])
        raise typer.Exit(AMBIGUOUS) from None


def _tell_joined(one: CorpusSpeaker) -> str:
    """A joined speaker in a line, as one is told from another."""
    names = dict.fromkeys((one.name, *one.names))
    number = len({id.partition(":")[0] for id in one.dossier_speakers})
    return f"{one.id}  {', '.join([*names][:3])}, in {number} article{'s' * (number != 1)}"


def find_outlets(outlets: Iterable[str], words: str) -> tuple[str, ...]:
    """The names that articles have for the outlet that words mean: one of its names, or a part.

    UnknownIdError lists the outlets where none is meant, and those meant where several are.

    >>> find_outlets(["路透社", "Reuters", "海潮社"], "reuters")
    ('Reuters', '路透社')
    """
    known = sorted(set(filter(None, outlets)))
    key, told = own_key(words), fold_words(words, "zh")
    tiers: tuple[Callable[[str], bool], ...] = (
        lambda name: fold_words(name, "zh") == told,
        lambda name: own_key(name) == key,
        lambda name: told in fold_words(name, "zh"),
    )
    for fits in tiers:
        found = [name for name in known if fits(name)]
        keys = {own_key(name) for name in found}
        if len(keys) > 1:
            several = ", ".join(found)
            raise UnknownIdError(f"{words!r} may mean several outlets; give one of {several}")
        if found:
            return tuple(name for name in known if own_key(name) in keys)
    among = ", ".join(known) or "none is told"
    raise UnknownIdError(f"no outlet of these articles is called {words!r}; they are: {among}")
