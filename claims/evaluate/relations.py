"""Disputes between speakers, and clashes between attributions: gold beside found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims.evaluate.comparison import Comparison
from claims.evaluate.gold import Gold
from claims.evaluate.names import Joined
from claims.model import Dossier

Sides = tuple[str | None, str | None]  # the speakers: who disputes whom
Clash = frozenset[str]  # two attributions


@dataclass(frozen=True)
class Disputes:
    """Who disputes whom; `allowed` are right when found, and no fault when not."""

    wanted: frozenset[Sides]
    allowed: frozenset[Sides]
    found: frozenset[Sides]
    joined: Joined

    @property
    def missed(self) -> frozenset[Sides]:
        """The gold disputes that nothing found."""
        return frozenset(
            gold for gold in self.wanted if not any(self._same(gold, got) for got in self.found)
        )

    @property
    def extra(self) -> frozenset[Sides]:
        """The found disputes that no gold one allows."""
        right = self.wanted | self.allowed
        return frozenset(
            got for got in self.found if not any(self._same(gold, got) for gold in right)
        )

    def _same(self, gold: Sides, found: Sides) -> bool:
        return all(map(self.joined.same, gold, found))


def compare_disputes(this: Comparison) -> Disputes:
    """The disputes of both sides, as pairs of speakers."""
    speaker = {one.id: one.speaker for one in this.gold.attributions}
    wanted: set[Sides] = set()
    allowed: set[Sides] = set()
    for one in this.gold.relations:
        if one.kind == "disputes":
            core = {(speaker.get(one.origin), speaker.get(to)) for to in one.core or one.to[:1]}
            allowed |= {(speaker.get(one.origin), speaker.get(to)) for to in one.to}
            (allowed if one.optional else wanted).update(core)
    found = frozenset(_found_disputes(this.dossier))
    return Disputes(frozenset(wanted), frozenset(allowed), found, this.joined)


def _found_disputes(dossier: Dossier) -> Iterator[Sides]:
    owner = _owners(dossier)
    speaker = {one.id: one.speaker for one in dossier.attributions}

    def side(end: str) -> str | None:
        return speaker.get(owner.get(end, end), end)

    for one in dossier.relations:
        if one.kind == "disputes":
            yield from ((side(one.origin), side(to)) for to in one.to)


def _owners(dossier: Dossier) -> dict[str, str]:
    """The attribution of each claim: relations may name either."""
    return {claim.id: claim.attribution for claim in dossier.claims}


@dataclass(frozen=True)
class Clashes:
    """Pairs of attributions that cannot both be true: the strong gold ones must be found."""

    strong: frozenset[Clash]
    allowed: frozenset[Clash]
    found: frozenset[Clash]
    gold: Gold

    @property
    def hits(self) -> int:
        """How many strong ones were found, in one form or another."""
        return sum(bool(self.found & _widen(self.gold, [one])) for one in self.strong)

    @property
    def right(self) -> int:
        """How many of those found the gold has."""
        return len(self.found & _widen(self.gold, self.allowed))


def compare_clashes(this: Comparison) -> Clashes:
    """The clashes of both sides, as pairs of gold attributions."""
    strong: set[Clash] = set()
    allowed: set[Clash] = set()
    for one in this.gold.relations:
        if one.kind in ("contradicts", "disputes"):
            pairs = {frozenset((one.origin, to)) for to in one.to}
            allowed |= pairs
            if one.kind == "contradicts" and one.strength == "strong" and not one.optional:
                strong |= pairs
    found = frozenset(_found_clashes(this))
    return Clashes(frozenset(strong), frozenset(allowed), found, this.gold)


def _found_clashes(this: Comparison) -> Iterator[Clash]:
    owner = _owners(this.dossier)
    gold = {this.found[j].id: this.wanted[i].id for i, j in this.pairs}

    def place(end: str) -> str:
        one = owner.get(end, end)
        return gold.get(one, "?" + one)

    for relation in this.dossier.relations:
        if relation.kind == "contradicts":
            yield from (frozenset((place(relation.origin), place(to))) for to in relation.to)


def _widen(gold: Gold, clashes: Iterable[Clash]) -> frozenset[Clash]:
    """The clashes, and the same one level in or out: an attribution and the one inside it
    carry the same clash."""
    kin: dict[str, set[str]] = {one.id: {one.id} for one in gold.attributions}
    for one in gold.attributions:
        if one.parent:
            kin[one.id].add(one.parent)
            kin.setdefault(one.parent, {one.parent}).add(one.id)
    return frozenset(
        frozenset((x, y))
        for first, *rest in map(sorted, clashes)
        for x in kin.get(first, {first})
        for last in [rest[0] if rest else first]
        for y in kin.get(last, {last})
        if x != y
    )
