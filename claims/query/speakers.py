"""Speakers, by the words that people know them under."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from claims.errors import NoSpeakerError, SeveralSpeakersError
from claims.graph import Graph
from claims.query.answers import Party, Statement, Who
from claims.query.statements import find_statements
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted
from claims.query.words import fold_words


def find_speakers(graph: Graph, wanted: Wanted = ALL) -> list[Who]:
    """The speakers of each article with what they say, in the order in which they speak.

    With `wanted.anonymous` it is the speaker who is not named, not someone on the way. What no
    one named says stands under a speaker None.
    """
    rest = wanted.model_copy(update={"anonymous": False})
    said: dict[tuple[str, str], list[Statement]] = {}
    for one in find_statements(graph, rest):
        if not wanted.anonymous or (one.speaker and one.speaker.anonymous):
            said.setdefault((one.article.id, one.speaker.id if one.speaker else ""), []).append(one)
    return [_gather(statements) for statements in said.values()]


def _gather(told: list[Statement]) -> Who:
    return Who(speaker=told[0].speaker, article=told[0].article, statements=tuple(told))


def pick_speakers(graph: Graph, words: str) -> list[Party]:
    """The one speaker whom words mean: a name, an alias, a role, a body spoken for, or an id.

    The whole of a name or alias goes before the whole of a role or body, and that before a part
    of any. Of one name in several articles the speaker of each is given. NoSpeakerError where
    nobody is meant; SeveralSpeakersError, with the ids as `matches`, where several are.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> graph = build_graph([make_dossier(read_text("外交部发言人林文昭28日说，会谈已经结束。"))])
    >>> [one.name for one in pick_speakers(graph, "外交部")]
    ['林文昭']
    """
    known = [_call(graph, words, party) for party in _list_speaking(graph)]
    for fits, same in _TIERS.items():
        found = _prefer_names([one for one in known if fits(one)])
        if found and (len(found) == 1 or same(found)):
            return [one.party for one in found]
        if found:
            raise SeveralSpeakersError(words, tuple(one.party.id for one in found))
    raise NoSpeakerError(_advise(words, len(known)))


class _Called(NamedTuple):
    """A speaker, and the words sought, in the one form of the speaker's language."""

    party: Party
    words: str
    name: str
    names: frozenset[str]
    offices: frozenset[str]


def _call(graph: Graph, words: str, party: Party) -> _Called:
    lang = graph.nodes[party.article]["lang"]

    def fold(texts: Iterable[str | None]) -> frozenset[str]:
        return frozenset(fold_words(text, lang) for text in texts if text)

    return _Called(
        party,
        fold_words(words, lang),
        fold_words(party.name, lang),
        fold([party.name, *party.aliases]),
        fold([party.role, party.affiliation]),
    )


def _is_id(one: _Called) -> bool:
    return one.words in (one.party.id, one.party.id.rpartition(":")[2])


def _is_name(one: _Called) -> bool:
    return one.words in one.names


def _is_office(one: _Called) -> bool:
    return one.words in one.offices


def _is_part(one: _Called) -> bool:
    return bool(one.words) and any(one.words in text for text in one.names | one.offices)


def _are_named(found: list[_Called]) -> bool:
    """Whether all are called so by name, and each in another article."""
    articles = {one.party.article for one in found}
    return len(articles) == len(found) and not any(one.party.anonymous for one in found)


def _are_namesakes(found: list[_Called]) -> bool:
    return len({one.name for one in found}) == 1 and _are_named(found)


_TIERS: dict[Callable[[_Called], bool], Callable[[list[_Called]], bool]] = {
    _is_id: lambda found: False,
    _is_name: _are_named,
    _is_office: _are_namesakes,
    _is_part: _are_namesakes,
}


def _prefer_names(found: list[_Called]) -> list[_Called]:
    """Of those of one article, the ones whose own name the words are, if there are any."""
    named = {one.party.article for one in found if one.words == one.name}
    return [one for one in found if one.party.article not in named or one.words == one.name]


def _list_speaking(graph: Graph) -> list[Party]:
    """Those who say something, or may have."""
    saying, teller = {"says", "perhaps_says"}, Teller(graph)
    ids = (one for one, _, facts in graph.edges(data=True) if facts["kind"] in saying)
    return [party for id in dict.fromkeys(ids) if (party := teller.tell_party(id))]


def _advise(words: str, known: int) -> str:
    if not known:
        return f"no speaker is called {words!r}: nobody speaks in what was given"
    among = f"among the {known} who speak here" if known > 1 else "the only one who speaks here"
    return f"no speaker is called {words!r} {among}; run `claims who PATH` to see them"
