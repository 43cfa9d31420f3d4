"""Who says what against whom: all that one speaker says against one statement, on one card.

One who denies and in the next breath calls it false has disputed once: the statement that is
disputed is shown once, with all the words that are said against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.model import Claim, Frozen
from claims.query.answers import Conflict, Dispute, Point, Statement
from claims.render.report.anchors import section_anchor


class Place(Frozen):
    """Where a dispute or a conflict stands on the page, under which number."""

    number: int
    anchor: str


class Between(Frozen):
    """A conflict between the sides of a dispute: on the left the words of who disputes."""

    place: Place
    conflict: Conflict
    left: Point
    right: Point


class Card(Frozen):
    """All that one speaker says against one statement, and the conflicts between the two sides.

    `over` are the words that are disputed, in short: a part of the likeliest statement.
    """

    number: int
    acts: tuple[Dispute, ...]
    over: Point
    between: tuple[Between, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands on the page."""
        return Place(number=self.number, anchor=section_anchor("d", self.acts[0].id))

    @property
    def main(self) -> Dispute:
        """The act by which the card is told."""
        return _pick_main(self.acts)

    @property
    def who(self) -> Statement:
        """The words of the one who disputes."""
        return self.main.who

    @property
    def said(self) -> Statement:
        """What is disputed: the likeliest statement, one for all acts."""
        return self.main.against[0]

    @property
    def also(self) -> tuple[Statement, ...]:
        """What else may be meant."""
        rest = {said.id: said for act in self.acts for said in act.against}
        return tuple(said for id, said in rest.items() if id != self.said.id)

    @property
    def firm(self) -> bool:
        """Whether more than nearness tells that the statement is meant."""
        return any(act.strength == "strong" for act in self.acts)


def deal_cards(
    disputes: Sequence[Dispute], conflicts: Sequence[Conflict], statements: Iterable[Statement]
) -> Iterator[Card]:
    """The disputes by who disputes what, in the order of the first of each.

    A conflict between two sides is told on one card. `conflicts` are numbered from one in their
    order; `statements` are all there are.
    """
    index, inside = _index(conflicts), _list_inside(statements)
    pairs = [*_pair(disputes)]
    found = [[*_find_between(acts, conflicts, index)] for acts in pairs]
    homes = _find_homes(pairs, found)
    for number, (acts, between) in enumerate(zip(pairs, found, strict=True), 1):
        yield Card(
            number=number,
            acts=tuple(acts),
            over=_find_over(acts, between, inside),
            between=tuple(one for one in between if homes[one.place.number] == number),
        )


def _find_homes(
    pairs: Sequence[Sequence[Dispute]], found: Sequence[Sequence[Between]]
) -> Mapping[int, int]:
    """For each conflict the number of the card that tells it.

    The first of which the very statement is in conflict; else the first between these two.
    """
    homes: dict[int, tuple[bool, int]] = {}
    for number, (acts, between) in enumerate(zip(pairs, found, strict=True), 1):
        for one in between:
            other = not _passes(one.right.statement, _pick_main(acts).against[0])
            told = homes.get(one.place.number, (True, number))
            homes[one.place.number] = min(told, (other, number))
    return {conflict: number for conflict, (_, number) in homes.items()}


def _pair(disputes: Iterable[Dispute]) -> Iterable[list[Dispute]]:
    pairs: dict[tuple[str, str], list[Dispute]] = {}
    for one in disputes:
        speaker = one.who.speaker.id if one.who.speaker else one.who.id
        pairs.setdefault((speaker, one.against[0].id), []).append(one)
    return pairs.values()


def _index(conflicts: Iterable[Conflict]) -> Mapping[str, set[int]]:
    """The places of the conflicts by all who speak in them or pass their words on."""
    index: dict[str, set[int]] = defaultdict(set)
    for at, one in enumerate(conflicts):
        for point in (one.first, one.second):
            for id in _list_carriers(point.statement):
                index[id].add(at)
    return index


def _find_between(
    acts: Sequence[Dispute], conflicts: Sequence[Conflict], index: Mapping[str, set[int]]
) -> Iterator[Between]:
    """The conflicts in which one side's words stand against the other's."""
    mine = _list_voices(act.who for act in acts)
    theirs = _list_voices(said for act in acts for said in act.against)
    mine, theirs = mine - theirs, theirs - mine
    ours, others = ({at for id in ids for at in index.get(id, ())} for ids in (mine, theirs))
    for at in sorted(ours & others):
        yield from _face(conflicts[at], at + 1, mine, theirs)


def _face(
    one: Conflict, number: int, mine: frozenset[str], theirs: frozenset[str]
) -> Iterator[Between]:
    for left, right in ((one.first, one.second), (one.second, one.first)):
        if _list_carriers(left.statement) & mine and _list_carriers(right.statement) & theirs:
            place = Place(number=number, anchor=section_anchor("k", one.id))
            yield Between(place=place, conflict=one, left=left, right=right)
            return


def _list_voices(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(one.speaker.id for one in statements if one.speaker)


def _list_carriers(one: Statement) -> frozenset[str]:
    """All through whom a statement comes: the White House tells what Biden said."""
    return frozenset(hop.speaker.id for hop in one.hops if hop.speaker)


def _list_inside(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    inside: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.within:
            inside[one.within].append(one)
    return inside


def _find_over(
    acts: Sequence[Dispute], between: Iterable[Between], inside: Mapping[str, list[Statement]]
) -> Point:
    """The words by which what is disputed is told in short.

    The claim that is meant where it is known, else that which the other side's words may conflict
    with; else the likeliest statement, or the one inside it where it only passes that on.
    """
    main = _pick_main(acts)
    likeliest = main.against[0]
    meant = next((claim for claim in likeliest.claims if claim.span.text == main.over), None)
    if meant:
        return _make_point(likeliest, main.over, meant)
    for one in between:
        if _passes(one.right.statement, likeliest):
            return one.right
    telling = (said for said in (likeliest, *inside[likeliest.id]) if said.claims)
    said = next(telling, likeliest)
    return _make_point(said, said.text or said.passage.text)


def _make_point(said: Statement, words: str, claim: Claim | None = None) -> Point:
    held = said.held_of(claim) if claim else said.held
    return Point(words=words, span=said.passage, statement=said, claim=claim, held=held)


def _passes(one: Statement, through: Statement) -> bool:
    return any(hop.attribution == through.id for hop in one.hops)


def _pick_main(acts: Sequence[Dispute]) -> Dispute:
    """The act by which a card is told: the first of which more than nearness tells."""
    return next((one for one in acts if one.strength == "strong"), acts[0])
