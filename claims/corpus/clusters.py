"""Speakers of dossiers in clusters that grow while they are joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.corpus.evidence import differ
from claims.corpus.naming import Bearer, is_full
from claims.lang.world import find_wikidata
from claims.model.corpus import CorpusSpeaker


class Decision(NamedTuple):
    """What a person has decided of two speakers: the ids under which dossiers have them."""

    same: bool
    one: frozenset[str]
    other: frozenset[str]


class Joined(NamedTuple):
    """The joined speakers, and the one that each speaker of a dossier is."""

    speakers: tuple[CorpusSpeaker, ...]
    of: Mapping[str, str]


class Clusters:
    """Bearers in clusters that grow; two that a person holds apart never meet."""

    def __init__(self, bearers: Sequence[Bearer], decisions: Iterable[Decision]) -> None:
        self.bearers = {one.id: one for one in sorted(bearers, key=lambda one: one.id)}
        self.members = {id: [id] for id in self.bearers}
        self.head = {id: id for id in self.bearers}
        self.reasons: dict[str, dict[str, None]] = defaultdict(dict)
        self.perhaps: dict[str, set[str]] = defaultdict(set)
        self.decisions = tuple(decisions)
        self.apart = [one for one in self.decisions if not one.same]

    def of(self, sort: str) -> list[Bearer]:
        """The bearers of a sort."""
        return [one for one in self.bearers.values() if one.sort == sort]

    def cluster(self, id: str) -> list[Bearer]:
        """The cluster that a bearer is in."""
        return [self.bearers[member] for member in self.members[self.head[id]]]

    def heads(self, bearers: Iterable[Bearer]) -> list[str]:
        """The ids that stand for the clusters of some bearers."""
        return list(dict.fromkeys(self.head[one.id] for one in bearers))

    def join(self, one: str, other: str, reason: str) -> None:
        """Make one cluster of two, unless a person holds them apart."""
        a, b = sorted((self.head[one], self.head[other]))
        if a == b or self._are_held_apart(a, b):
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for id in self.members[b]:
            self.head[id] = a
        self.members[a] += self.members.pop(b)
        self.reasons[a].update({reason: None, **self.reasons.pop(b, {})})

    def _are_held_apart(self, a: str, b: str) -> bool:
        if not self.apart:
            return False
        one, other = set(self.members[a]), set(self.members[b])
        return any(
            (one & told.one and other & told.other) or (one & told.other and other & told.one)
            for told in self.apart
        )

    def may_join(self, a: str, b: str) -> bool:
        """Whether no article and no person has told two apart, and no whole name or office does."""
        one, other = self.cluster(a), self.cluster(b)
        if {x.document for x in one} & {x.document for x in other}:
            return False
        return not (self._are_held_apart(self.head[a], self.head[b]) or differ(one, other))

    def note(self, a: str, b: str) -> None:
        """That two may be one, though nothing tells, unless a person holds them apart."""
        if self._are_held_apart(self.head[a], self.head[b]):
            return
        self.perhaps[a].add(b)
        self.perhaps[b].add(a)

    def tell(self) -> Joined:
        """The joined speakers."""
        speakers = sorted(
            (self._tell(ids) for ids in self.members.values()), key=lambda one: one.id
        )
        names = {id: _id(members) for members in self.members.values() for id in members}
        return Joined(tuple(speakers), names)

    def _tell(self, ids: list[str]) -> CorpusSpeaker:
        told = [self.bearers[id] for id in sorted(ids)]
        names = Counter(name for one in told for name in one.names if name)
        kinds = Counter(one.kind for one in told)
        heads = {self.head[id] for id in ids}
        perhaps = {
            _id(self.members[self.head[other]])
            for id in ids
            for other in self.perhaps.get(id, ())
            if self.head[other] not in heads
        }
        return CorpusSpeaker(
            id=_id(ids),
            name=_choose_name(told),
            names=tuple(sorted(names, key=lambda name: (-names[name], name))),
            kind=min(kinds, key=lambda kind: (kind == "unknown", -kinds[kind], kind)),
            anonymous=all(one.anonymous for one in told),
            wikidata=_find_item(told),
            dossier_speakers=tuple(one.id for one in told),
            reasons=tuple(sorted(self.reasons.get(self.head[ids[0]], ()))),
            perhaps=tuple(sorted(perhaps)),
        )


def _id(ids: Iterable[str]) -> str:
    return "S" + min(ids)


def _choose_name(told: Sequence[Bearer]) -> str:
    """The name that most articles have; of those the fullest."""
    names = Counter(one.name for one in told)
    whole = {name for name in names if is_full(name)}
    return min(whole or names, key=lambda name: (-names[name], -len(name), name))


def _find_item(told: Sequence[Bearer]) -> str | None:
    """The item of Wikidata for a listed body or country, if all agree on one."""
    keys = {key.partition(":")[2] for one in told for key in one.keys}
    items = {item for key in keys if (item := find_wikidata(key))}
    return min(items) if len(items) == 1 else None
