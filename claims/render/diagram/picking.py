"""Which claims, disputes and conflicts a picture has room for: the most disputed first."""

from __future__ import annotations

from collections.abc import Iterable

from claims.query.answers import Matter, Statement, Support
from claims.render.diagram.gathering import gather_matters
from claims.render.diagram.picked import Picked
from claims.render.diagram.room import Room
from claims.render.diagram.said import Key, index_inner, say_statement


def pick_matters(
    matters: Iterable[Matter],
    statements: Iterable[Statement],
    supports: Iterable[Support],
    most: int | None,
) -> tuple[list[Picked], list[Picked]]:
    """What is shown of each matter, and beside it the whole of each, to count what is not."""
    whole = gather_matters(matters, statements, supports)
    room = Room(most)
    parts = [room.fit_matter(one) for one in whole]
    return [one for one in parts if one.keys], whole


def pick_undisputed(
    statements: Iterable[Statement], matters: Iterable[Picked], room: int | None
) -> tuple[Picked, Picked]:
    """The claims in none of the matters, as far as there is room, and all of them."""
    statements, matters = list(statements), list(matters)
    drawn = {one.claim.id for picked in matters for one in picked.all_said if one.claim}
    denials = {one.dispute.who.id for picked in matters for one in picked.disputes}
    outer = {*denials, *index_inner(statements)}
    said = [
        one
        for statement in statements
        if statement.claims or statement.id not in outer
        for one in say_statement(statement, (), "left")
        if not (one.claim and one.claim.id in drawn)
    ]
    keys: dict[Key, None] = dict.fromkeys(one.key for one in said)
    kept = set(list(keys)[: None if room is None else max(0, room)])
    return Picked(said=tuple(one for one in said if one.key in kept)), Picked(said=tuple(said))
