"""Whom words mean among the joined speakers of many articles."""

from __future__ import annotations

from collections.abc import Callable, Collection

from claims.corpus.naming import parse_name
from claims.errors import NoSpeakerError, SeveralSpeakersError, UnknownIdError
from claims.lang import load_fold
from claims.lang.words import has_han
from claims.lang.world import find_body, find_country
from claims.model.corpus import CorpusSpeaker
from claims.query.across.library import Library


def pick_corpus_speakers(library: Library, words: str) -> CorpusSpeaker:
    """The one joined speaker whom words mean: an id, a name in any script, or a part of one.

    NoSpeakerError where nobody is meant; SeveralSpeakersError, with the ids as `matches`, where
    several are.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> corpus = build_corpus([make_dossier(read_text("美国总统拜登（Joe Biden）说，会谈结束。"))])
    >>> pick_corpus_speakers(Library(corpus), "biden").name
    '拜登'
    """
    told = _match(words)
    people = library.corpus.speakers
    tiers: tuple[Callable[[CorpusSpeaker], bool], ...] = (
        lambda one: words in (one.id, *one.dossier_speakers),
        lambda one: told in {_match(name) for name in (one.name, *one.names)},
        lambda one: _is_listed(words, one),
        lambda one: any(told in _match(name) for name in (one.name, *one.names)),
    )
    for fits in tiers:
        found = [one for one in people if fits(one)]
        named = [one for one in found if not one.anonymous] or found
        if len(named) == 1:
            return named[0]
        if named:
            raise SeveralSpeakersError(words, tuple(one.id for one in named))
    raise NoSpeakerError(
        f"no speaker is called {words!r} in these articles; run `claims who` to see them"
    )


def pick_matter(known: Collection[str], words: str) -> str:
    """The id of the one matter that an id names, in full or by its beginning.

    >>> pick_matter(["Ma1:c3", "Mb2:c9"], "Mb")
    'Mb2:c9'
    """
    found = [words] if words in known else [id for id in sorted(known) if id.startswith(words)]
    if len(found) == 1:
        return found[0]
    told = "several matters begin" if found else "no matter of these articles begins"
    raise UnknownIdError(f"{told} with {words!r}; `claims matters` lists them with their ids")


def _match(name: str) -> str:
    folded = load_fold("zh")(name) if has_han(name) else name
    return " ".join(folded.lower().split())


def _is_listed(words: str, one: CorpusSpeaker) -> bool:
    """Whether words name the body or country that a speaker is, in another script."""
    phrase = parse_name(words)
    ids = {id for name in (words, phrase.name, phrase.sense) if name for id in _ids(name)}
    return bool(ids) and any(ids & _ids(name) for name in (one.name, *one.names[:3]))


def _ids(name: str) -> set[str]:
    phrase = parse_name(name)
    names = (name, phrase.sense)
    return {id for told in names if told for id in (find_body(told), find_country(told)) if id}
