"""Speakers of many articles joined: those that all articles call by one name, in any script.

What is surest goes first: a body by its listed name, a person by the whole name; then an office
that one alone holds with a name that sounds alike; then a family name where one person alone bears
it in the story. Where several are equally good none is taken, and all are listed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import NamedTuple

from claims.corpus.clusters import Clusters, Decision, Joined
from claims.corpus.evidence import (
    are_other_chinese,
    are_spelled_alike,
    find_countries,
    go_together,
    have_one_sound,
    hold_other_offices,
    is_han,
    is_named,
    list_sound_keys,
    share_no_script,
    sound_as_one,
)
from claims.corpus.naming import Bearer, find_family
from claims.corpus.sounds import CLOSE, CONSONANTS, PARTS
from claims.lang.words import has_han
from claims.lang.world import is_leading

ALIKE = 0.6  # how alike two names of one office must sound
MOST = 5  # times as many articles that mean one ministry as those that mean others
SHORT, LONG = 4, 5  # characters of a person's name that many bear, of a body's that few do


class Report(NamedTuple):
    """Where an unnamed speaker is told of: the outlet of the article, and the outlets it cites."""

    own: str
    cited: frozenset[str]


def join_speakers(
    bearers: Sequence[Bearer],
    stories: Mapping[str, str],
    reports: Mapping[str, Report],
    decisions: Iterable[Decision] = (),
    copies: Mapping[str, str] = MappingProxyType({}),
) -> Joined:
    """Join the speakers of all dossiers; time grows with their number.

    `stories` tells the story of each document, `reports` where each unnamed speaker is told of,
    `copies` of which article each is a copy. Decisions hold against every rule.
    """
    clusters = Clusters(bearers, decisions)
    for rule in (_by_decision, _by_whole_name, _by_office):
        rule(clusters)
    for told in (_by_key, _by_last_name, _by_family_name, _by_given_name, _by_sound,
                 _by_office_alone, _by_leader, _by_ministry_alone):  # fmt: skip
        told(clusters, stories)
    _by_report(clusters, stories, reports)
    _by_copy(clusters, copies)
    return clusters.tell()


# ---------------------------------------------------------------- the rules, the surest first
def _by_decision(clusters: Clusters) -> None:
    for told in clusters.decisions:
        ids = sorted((told.one | told.other) & clusters.bearers.keys()) if told.same else []
        for a, b in pairwise(ids):
            clusters.join(a, b, "a person said so")


def _by_key(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """Bodies, outlets and countries under one listed name, or one name that is listed nowhere.

    What many bodies are called (市议会, the company) is one name in one story alone.
    """

    def shelf(one: Bearer) -> set[str]:
        return {key if _is_own(key) else f"{key}/{stories.get(one.document)}" for key in one.keys}

    for key, held in _bucket(clusters.of("body"), shelf).items():
        kind, _, name = key.partition(":")
        reason = "both are called" if kind == "name" else "both stand for"
        for a, b in pairwise(held):
            clusters.join(a.id, b.id, f"{reason} {name.rpartition('/T')[0] or name}")


def _is_own(key: str) -> bool:
    """Whether a key is a name that hardly two bodies bear: a listed or a long one."""
    kind, _, name = key.partition(":")
    return kind != "name" or (len(name) >= LONG if has_han(name) else len(name.split()) > 1)


def _by_whole_name(clusters: Clusters) -> None:
    """One whole name; a short Chinese one, which many bear, only where nothing else differs."""
    for name, held in _bucket(clusters.of("person"), lambda one: one.fulls).items():
        many = has_han(name) and len(name) < SHORT and len(PARTS.split(name)) == 1
        for a, b in pairwise(held):
            one, other = clusters.cluster(a.id), clusters.cluster(b.id)
            if hold_other_offices(one, other) or (many and not go_together(one, other)):
                clusters.note(a.id, b.id)
            else:
                clusters.join(a.id, b.id, f"both are called {name}")


def _by_office(clusters: Clusters) -> None:
    """One office and names that sound alike: 以色列总理内塔尼亚胡, 以色列總理納坦雅胡."""
    for office, held in _bucket(clusters.of("person"), lambda one: one.offices).items():
        reason = f"one office ({office.partition(':')[2]}), names of one sound"
        by_name = _bucket(held, lambda one: one.lasts)
        for same in by_name.values():
            for x, y in pairwise(same):
                clusters.join(x.id, y.id, reason)
        for a, b in combinations(clusters.heads(held), 2):
            one, other = clusters.cluster(a), clusters.cluster(b)
            if clusters.head[a] == clusters.head[b] or are_other_chinese(one, other):
                continue
            if have_one_sound(one, other, ALIKE):
                clusters.join(a, b, reason)


def _by_last_name(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """A family name alone: whoever bears it in the story, or speaks for the same, if one does."""
    people = clusters.of("person")
    for shelf in (
        lambda one: {f"{stories.get(one.document, one.document)}/{n}" for n in one.lasts},
        lambda one: {f"{side}/{name}" for side in one.sides for name in one.lasts},
    ):
        for key, held in _bucket(people, shelf).items():
            _join_bearers_of(clusters, held, key.rpartition("/")[2])


def _join_bearers_of(clusters: Clusters, held: Sequence[Bearer], name: str) -> None:
    heads = clusters.heads(held)
    whole = [id for id in heads if any(one.fulls - {name} for one in clusters.cluster(id))]
    for id in heads:
        others = [x for x in (whole if id not in whole else []) if clusters.may_join(id, x)]
        if len(others) == 1:
            clusters.join(id, others[0], f"nobody else is called {name} there")
        elif others:
            for other in others:
                clusters.note(id, other)
    bare = [id for id in clusters.heads(held) if not any(x.fulls for x in clusters.cluster(id))]
    for a, b in pairwise(bare):
        if clusters.may_join(a, b):
            clusters.join(a, b, f"nobody else is called {name} there")
    written = [id for id in clusters.heads(held) if id in whole or clusters.head[id] == id]
    for a, b in combinations(written, 2):
        scripts = share_no_script(clusters.cluster(a), clusters.cluster(b))
        if scripts and clusters.may_join(a, b):
            clusters.join(a, b, f"nobody else is called {name} there")


def _by_family_name(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """A Chinese family name with a title: whoever bears both in the story, if one does."""

    def shelf(one: Bearer) -> set[str]:
        families = {find_family(name) for name in one.fulls} | {name for name, _ in one.families}
        return {f"{stories.get(one.document, one.document)}/{name}" for name in families if name}

    for key, held in _bucket(clusters.of("person"), shelf).items():
        name = key.rpartition("/")[2]
        whole = [id for id in clusters.heads(held) if any(x.fulls for x in clusters.cluster(id))]
        for one in held:
            titles = {title for _, title in one.families}
            fit = [id for id in whole if titles <= _titles(clusters.cluster(id), titles)]
            others = [id for id in fit if clusters.may_join(one.id, id)]
            if one.fulls or clusters.head[one.id] in whole:
                continue
            if len(others) == 1:
                clusters.join(one.id, others[0], f"nobody else is called {name} there")
            for other in others[1:] and others:
                clusters.note(one.id, other)


def _titles(told: Sequence[Bearer], titles: Iterable[str]) -> set[str]:
    """Those of some titles that end an office or trade of someone; all where none is told."""
    roles = [one.role for one in told if one.role]
    return {t for t in titles if not roles or any(role.endswith(t) for role in roles)}


def _by_given_name(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """One given name and a family name that sounds or is written almost the same, in one story."""

    def shelf(one: Bearer) -> set[str]:
        story = stories.get(one.document, one.document)
        return {
            f"{story}/{PARTS.split(full)[0]}" for full in one.fulls if len(PARTS.split(full)) > 1
        }

    for held in _bucket(clusters.of("person"), shelf).values():
        for a, b in combinations(clusters.heads(held), 2):
            one, other = clusters.cluster(a), clusters.cluster(b)
            if {x.document for x in one} & {x.document for x in other}:
                continue
            if hold_other_offices(one, other) or not go_together(one, other):
                continue
            if have_one_sound(one, other, CLOSE, CONSONANTS) or are_spelled_alike(one, other):
                clusters.join(a, b, "one given name, family names of one sound")


def _by_sound(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """Names in two scripts that sound alike, in one story: 丁明, Ding Ming."""
    for held in _bucket(
        clusters.of("person"), lambda one: {stories.get(one.document, "")}
    ).values():
        pairs = [
            (a, b)
            for a, b in _pair_by_sound(clusters, clusters.heads(held))
            if sound_as_one(clusters.cluster(a), clusters.cluster(b)) and clusters.may_join(a, b)
        ]
        met = Counter(id for pair in pairs for id in pair)
        for a, b in pairs:
            if met[a] == met[b] == 1:
                clusters.join(a, b, "names of one sound in one story")
            else:
                clusters.note(a, b)


def _pair_by_sound(clusters: Clusters, heads: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of clusters in two scripts whose names may sound alike, in order; not all pairs."""
    places = {id: at for at, id in enumerate(heads)}
    held: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for id in heads:
        told = clusters.cluster(id)
        for key in list_sound_keys(told):
            held[key][is_han(told)].append(id)
    found = {
        (min(a, b, key=places.__getitem__), max(a, b, key=places.__getitem__))
        for latin, han in held.values()
        for a in latin
        for b in han
    }
    return sorted(found, key=lambda pair: (places[pair[0]], places[pair[1]]))


def _by_office_alone(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """Who is told by the office alone: whoever holds it in the story, if one does."""

    def shelf(one: Bearer) -> set[str]:
        story = stories.get(one.document, one.document)
        return {f"{story} {office}" for office in one.offices}

    for office, held in _bucket(clusters.of("person"), shelf).items():
        named = [id for id in clusters.heads(held) if is_named(clusters.cluster(id))]
        for id in clusters.heads(held):
            if id not in named and len(named) == 1 and clusters.may_join(id, named[0]):
                clusters.join(id, named[0], f"one office ({office.partition(':')[2]})")


def _by_leader(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """A government by the name of who leads it is its country's: the Biden administration."""
    countries: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in clusters.of("person"):
        told = (office.partition("/") for office in one.offices)
        held = {country for country, _, office in told if is_leading(office)}
        for name in one.lasts:
            countries[stories.get(one.document, one.document), name] |= held
    governments = {key: one for one in clusters.of("body") for key in one.keys}
    for one in clusters.of("body"):
        story = stories.get(one.document, one.document)
        for country in countries.get((story, one.leader), set()) if one.leader else set():
            if country in governments and len(countries[story, one.leader]) == 1:
                clusters.join(one.id, governments[country].id, f"{one.leader} leads it")


def _by_ministry_alone(clusters: Clusters, stories: Mapping[str, str]) -> None:
    """A ministry of no country that is told: the one that nearly all articles of the story mean
    by such a name, if its own article has others who speak for that country.
    """
    held: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    sides: dict[str, set[str]] = defaultdict(set)
    for one in clusters.bearers.values():
        sides[one.document] |= find_countries({*one.keys, *one.sides})
        for key in one.keys:
            country, _, part = key.partition("/")
            if part and country.startswith("country:"):
                held[stories.get(one.document, one.document), part][clusters.head[one.id]] += 1
    for one in clusters.bearers.values():
        found = held[stories.get(one.document, one.document), one.part]
        for id, times in found.most_common(1):
            countries = find_countries(key for x in clusters.cluster(id) for key in x.keys)
            alone = times >= MOST * (found.total() - times)
            if alone and countries & sides[one.document] and clusters.may_join(one.id, id):
                clusters.join(one.id, id, f"hardly another such ministry there ({one.part})")


def _by_report(
    clusters: Clusters, stories: Mapping[str, str], reports: Mapping[str, Report]
) -> None:
    """Unnamed speakers of one kind that two articles of a story know through one report.

    One cites the report, the other is it or cites it too. Where an article has two such, neither.
    """
    held: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for one in clusters.bearers.values():
        if one.anonymous and one.what and one.id in reports:
            report = reports[one.id]
            kind = (stories.get(one.document, one.document), one.what, *sorted(one.sides))
            for outlet in sorted(report.cited or {report.own} - {""}):
                held[(outlet, *kind)].append(one)
    for (outlet, *_), told in held.items():
        times = Counter(one.document for one in told)
        once = [one for one in told if times[one.document] == 1]
        if any(outlet in reports[one.id].cited for one in once):
            for a, b in pairwise(once):
                clusters.join(a.id, b.id, f"both are known through {outlet.partition(':')[2]}")


def _by_copy(clusters: Clusters, copies: Mapping[str, str]) -> None:
    """Speakers of copies of one article that are called the same, unnamed ones too."""

    def shelf(one: Bearer) -> set[str]:
        return {f"{copies[one.document]}/{one.name}"} if one.document in copies else set()

    for held in _bucket(clusters.bearers.values(), shelf).values():
        for a, b in pairwise(held):
            clusters.join(a.id, b.id, "their articles are copies")


def _bucket(
    bearers: Iterable[Bearer], keys: Callable[[Bearer], Iterable[str]]
) -> dict[str, list[Bearer]]:
    """Bearers by what they have; what one alone has is left out."""
    held: dict[str, list[Bearer]] = defaultdict(list)
    for one in bearers:
        for key in sorted(keys(one)):
            held[key].append(one)
    return {key: found for key, found in held.items() if len(found) > 1}
