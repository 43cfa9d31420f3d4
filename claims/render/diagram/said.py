"""One thing said, on one side of a matter: what a row of the picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claims.model import Claim, Frozen
from claims.query.answers import Matter, Point, Statement
from claims.render.cells import clean
from claims.render.diagram.sheet import Side

_MARKS = re.compile(r"[\W_]+")


class Said(Frozen):
    """A claim, or a whole statement where it holds no claim, with its side."""

    words: str
    statement: Statement
    claim: Claim | None = None
    side: Side = "left"

    @property
    def key(self) -> tuple[str, str, str]:
        """What is one row: the same words by one speaker on one side."""
        return self.side, find_who(self.statement), _MARKS.sub("", self.words)


def find_who(statement: Statement) -> str:
    """The id under which the one who says it has a box: a speaker, several, or no one named."""
    if statement.speaker:
        return statement.speaker.id
    return "+".join(one.id for one in statement.unresolved) or "nobody"


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
