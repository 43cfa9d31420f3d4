"""Claims of a story on one matter: those that answer the same, or share what few others speak of.

What a claim on an event answers (how many came to harm, who did it, how it is judged, what bears an
account out) gathers claims that share no word. The others hang together by terms that few hold.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import igraph

from claims.corpus.groups import Groups
from claims.corpus.laying import Laid
from claims.corpus.pairing import pair_by_shared
from claims.lang.topics import Topic
from claims.lang.words import has_han
from claims.lang.world import find_known

NEXT = 12  # claims behind one that it is compared with for a term that many hold
LEAST = 3.0  # what a claim of few terms counts for at least
ANSWERING, ALIKE = 0.1, 0.3  # what two claims share that answer the same, and other two
TITLE = 3


class Gathered(NamedTuple):
    """Claims on one matter, what they answer, and the words that they share most."""

    topic: Topic
    claims: tuple[Laid, ...]
    title: str


def gather_matters(claims: Sequence[Laid]) -> list[Gathered]:
    """The matters of a story, the largest first; a claim that nothing hangs with is in none.

    Time grows with the number of claims: each is compared with the next few for each of its terms.
    """
    by_topic: dict[Topic, list[Laid]] = defaultdict(list)
    for one in claims:
        by_topic[one.answer.topic].append(one)
    found = [
        _tell(topic, group)
        for topic, told in by_topic.items()
        for group in _part(topic, told)
        if len(group) > 1
    ]
    return sorted(found, key=lambda one: (-len(one.claims), one.claims[0].id))


def _part(topic: Topic, told: Sequence[Laid]) -> list[list[Laid]]:
    """Claims that answer one thing in groups; how many came to harm is one matter of a story."""
    if topic == "toll":
        return [list(told)]
    return _components(told) if topic else _communities(told)


def _components(told: Sequence[Laid]) -> list[list[Laid]]:
    """Claims that answer the same and hang together; those of two languages are one."""
    groups = Groups(str(place) for place in range(len(told)))
    for (a, b), share in _shares(told).items():
        if share >= ANSWERING:
            groups.join(str(a), str(b))
    parts = [[told[int(place)] for place in group] for group in groups.gather()]
    largest: dict[bool, list[Laid]] = {}
    for part in sorted(parts, key=lambda part: (-len(part), part[0].id)):
        largest.setdefault(has_han(part[0].text), part)
    if len(largest) == 2 and _share_world(*largest.values()):
        one, other = largest.values()
        parts = [part for part in parts if part is not one and part is not other]
        parts.append([*one, *other])
    return parts


def _share_world(one: Iterable[Laid], other: Iterable[Laid]) -> bool:
    """Whether both speak of a country or body that is known in every language."""
    a, b = (
        {id for x in told for t in x.point.terms if (id := find_known(t))} for told in (one, other)
    )
    return bool(a & b)


def _communities(told: Sequence[Laid]) -> list[list[Laid]]:
    """Claims that share what few others speak of, as communities (Blondel and others 2008)."""
    edges = sorted((pair, share) for pair, share in _shares(told).items() if share >= ALIKE)
    graph = igraph.Graph(n=len(told), edges=[pair for pair, _ in edges])
    igraph.set_random_number_generator(random.Random(0))  # the same communities each time
    found = graph.community_multilevel(weights=[share for _, share in edges])
    return [[told[place] for place in sorted(group)] for group in found]


def _shares(told: Sequence[Laid]) -> Mapping[tuple[int, int], float]:
    """How much pairs of claims have in common, 0 to 1, by terms that few of them hold."""
    terms = [one.point.terms for one in told]
    held = Counter(term for own in terms for term in own)
    weights = {term: math.log(1 + len(told) / times) for term, times in held.items()}
    sizes = [max(LEAST, math.fsum(weights[term] for term in own)) for own in terms]
    return {
        (a, b): math.fsum(weights[t] for t in terms[a] & terms[b]) / math.sqrt(sizes[a] * sizes[b])
        for a, b in pair_by_shared(terms, NEXT)
    }


def _tell(topic: Topic, told: Sequence[Laid]) -> Gathered:
    order = sorted(told, key=lambda one: (one.document, one.start, one.id))
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in order:
        for term, form in one.point.forms.items():
            forms[term][form] += 1
    common = sorted(forms, key=lambda term: (-forms[term].total(), term))[:TITLE]
    words = [min(forms[t], key=lambda form: (-forms[t][form], form)) for t in common]
    return Gathered(topic, tuple(order), " · ".join(words))
