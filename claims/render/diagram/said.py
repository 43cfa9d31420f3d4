"""One thing said, on one side of a matter: what a row of the picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from claims.model import Claim, Frozen
from claims.query.answers import Hop, Matter, Point, Statement
from claims.render.cells import clean
from claims.render.diagram.sheet import Side

_MARKS = re.compile(r"[\W_]+")

Route = tuple[str, ...]
Key = tuple[Side, Route, str]


class Said(Frozen):
    """A claim, or a whole statement where it holds no claim, with its side.

    `deniers` are those who dispute it: they are told as that, not as passing it on.
    """

    words: str
    statement: Statement
    claim: Claim | None = None
    side: Side = "left"
    deniers: frozenset[str] = frozenset()

    @property
    def route(self) -> Route:
        """The ids of all through whom it came, the speaker last."""
        return find_route(self.statement, self.deniers)

    @property
    def key(self) -> Key:
        """What is one row: the same words on one side, come by one route."""
        return self.side, self.route, _MARKS.sub("", self.words)


def find_who(statement: Statement) -> str:
    """The id under which the one who says it has a box: a speaker, several, or no one named."""
    if statement.speaker:
        return statement.speaker.id
    return "+".join(one.id for one in statement.unresolved) or "nobody"


def find_route(statement: Statement, deniers: frozenset[str] = frozenset()) -> Route:
    """The ids of those who pass a statement on, from the outermost, and of who says it."""
    passers = (hops[0].speaker for hops in find_passers(statement, deniers))
    return (*(one.id for one in passers if one), find_who(statement))


def find_passers(
    statement: Statement, deniers: frozenset[str] = frozenset()
) -> list[tuple[Hop, ...]]:
    """Those who pass a statement on, from the outermost, each with the hops that are his.

    The article's outlet is none of them, nor is the speaker, nor who denies it; one who follows
    on himself is there once.
    """
    without = deniers | {find_who(statement)}
    found = [(hop.speaker.id, hop) for hop in statement.relays if hop.speaker]
    kept = [(id, hop) for id, hop in found if id not in without]
    return [tuple(hop for _, hop in several) for _, several in groupby(kept, lambda one: one[0])]


def find_place(one: Said) -> tuple[str, int]:
    """Where it is said: the article, and how far into it."""
    start = one.claim.span.start if one.claim else one.statement.passage.start
    return one.statement.article.id, start


class Sides(Frozen):
    """On which side of a matter each statement stands; inner ones go with those around them."""

    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()

    @classmethod
    def of(cls, matter: Matter) -> Sides:
        """The sides as the matter tells them apart."""
        left, right = (frozenset(one.id for one in side.statements) for side in matter.sides)
        return cls(left=left, right=right - left)

    def find(self, statement: Statement, statements: Mapping[str, Statement]) -> Side | None:
        """The side of a statement, None where neither it nor one around it is told."""
        seen: set[str] = set()
        one: Statement | None = statement
        while one and one.id not in seen:
            if one.id in self.left or one.id in self.right:
                return "left" if one.id in self.left else "right"
            seen.add(one.id)
            one = statements.get(one.within or "")
        return None


def say_point(point: Point, side: Side) -> Said:
    """What one end of a conflict says."""
    return Said(words=clean(point.words), statement=point.statement, claim=point.claim, side=side)


def say_statement(statement: Statement, inner: Iterable[Statement], side: Side) -> list[Said]:
    """What a statement says: its claims, else those of the statements in it, else its words."""
    found = [*_say_claims(statement, side)]
    found = found or [said for one in inner for said in _say_claims(one, side)]
    if not found and statement.text:
        found = [Said(words=clean(statement.text), statement=statement, side=side)]
    return found


def _say_claims(statement: Statement, side: Side) -> Iterator[Said]:
    for claim in statement.claims:
        yield Said(words=clean(claim.span.text), statement=statement, claim=claim, side=side)


def index_inner(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Below each statement, at any depth, those that stand in it, as they stand in the text."""
    statements = list(statements)
    by_id = {one.id: one for one in statements}
    inner: dict[str, list[Statement]] = {}
    for one in statements:
        seen = {one.id}
        outer = by_id.get(one.within or "")
        while outer and outer.id not in seen:
            inner.setdefault(outer.id, []).append(one)
            seen.add(outer.id)
            outer = by_id.get(outer.within or "")
    return inner
