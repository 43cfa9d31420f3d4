"""Speakers, by the words that people know them under."""

from __future__ import annotations

from collections.abc import Callable

from claims.errors import NoSpeakerError, SeveralSpeakersError
from claims.graph import Graph
from claims.query.answers import Party, Statement, Who
from claims.query.calling import Called
from claims.query.statements import find_statements
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted


def find_speakers(graph: Graph, wanted: Wanted = ALL) -> list[Who]:
    """The speakers of each article with what they say, in the order in which they speak.

    With `wanted.anonymous` it is the speaker who is not named, not someone on the way. What no
    one named says stands under a speaker None.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("市长王海说，大桥安全。一名官员说，渡轮停开。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [(one.speaker.name, one.statements[0].text) for one in find_speakers(graph)]
    [('王海', '大桥安全'), ('一名官员', '渡轮停开')]
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

    The whole of a name or alias goes before the whole of a role or body, with or without each
    other; that before what the article calls the speaker elsewhere (at a mention, in parentheses
    behind the name, by the full name); and that before a part of any. What an unnamed speaker is
    called may be part of what others are called: an official is any official. Of one name in
    several articles the speaker of each is given. NoSpeakerError where nobody is meant;
    SeveralSpeakersError, with the ids as `matches`, where several are.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("外交部发言人林文昭28日说，会谈已经结束。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [one.name for one in pick_speakers(graph, "外交部")]
    ['林文昭']
    """
    known = [Called(graph, party, words) for party in _list_speaking(graph)]
    for fits, same in _TIERS.items():
        found = _prefer_names([one for one in known if fits(one)])
        if len(found) == 1 and found[0].party.anonymous and not _is_id(found[0]):
            found = [one for one in known if one is found[0] or one.is_part()]
        if found and (len(found) == 1 or same(found)):
            return [one.party for one in found]
        if found:
            raise SeveralSpeakersError(words, tuple(one.party.id for one in found))
    raise NoSpeakerError(_advise(words, len(known)))


def _is_id(one: Called) -> bool:
    return one.words in (one.party.id, one.short_id)


def _are_named(found: list[Called]) -> bool:
    """Whether all are called so by name, and each in another article."""
    articles = {one.party.article for one in found}
    return len(articles) == len(found) and not any(one.party.anonymous for one in found)


def _are_namesakes(found: list[Called]) -> bool:
    return len({one.name for one in found}) == 1 and _are_named(found)


_TIERS: dict[Callable[[Called], bool], Callable[[list[Called]], bool]] = {
    _is_id: lambda found: False,
    lambda one: one.words in one.names: _are_named,
    lambda one: one.words in one.offices: _are_namesakes,
    Called.is_called_in_text: _are_namesakes,
    Called.is_part: _are_namesakes,
}


def _prefer_names(found: list[Called]) -> list[Called]:
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
