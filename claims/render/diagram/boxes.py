"""Who speaks in a frame, and through whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.query.answers import Hop, Party, Statement
from claims.render.cells import clean
from claims.render.diagram.levels import find_levels
from claims.render.diagram.naming import name_place
from claims.render.diagram.picked import Picked
from claims.render.diagram.rows import find_place
from claims.render.diagram.said import find_who
from claims.render.diagram.sheet import Box, Line, Side
from claims.render.diagram.telling import pick_sign, tell_name, tell_small
from claims.render.diagram.wording import Wording

Step = tuple[Hop, str, str]


class Seat(NamedTuple):
    """One who speaks on a side, and those through whom it came."""

    statement: Statement
    side: Side
    passers: tuple[Hop, ...]


def build_boxes(picked: Picked, frame: str, wording: Wording) -> list[Box]:
    """One box a speaker and side; those who only relay stand farther from the words."""
    boxes: dict[str, Box] = {}
    for seat in _find_seats(picked):
        for box in _boxes_of(seat, frame, wording):
            boxes[box.id] = _merge(boxes.get(box.id, box), box)
    levels = find_levels(boxes, [(tail, head) for _, tail, head in _steps(picked, frame)])
    return [box.model_copy(update={"level": levels[box.id]}) for box in boxes.values()]


def build_relays(picked: Picked, frame: str) -> list[Line]:
    """From each one who relays to the one whose words these are."""
    merged: dict[tuple[str, str], list[Hop]] = {}
    for hop, tail, head in _steps(picked, frame):
        merged.setdefault((tail, head), []).append(hop)
    return [_build_relay(tail, head, hops) for (tail, head), hops in merged.items()]


def _find_seats(picked: Picked) -> Iterator[Seat]:
    """Who speaks on which side: those who say something, and those who dispute it."""
    for said in sorted(picked.all_said, key=find_place):
        passers = _find_passers(said.statement, picked.list_deniers(said.key))
        yield Seat(said.statement, said.side, passers)
    for one in picked.disputes:
        yield Seat(one.dispute.who, one.side, _find_passers(one.dispute.who))


def _boxes_of(seat: Seat, frame: str, wording: Wording) -> Iterator[Box]:
    statement, side, passers = seat
    for hop in passers:
        if hop.speaker:
            id = name_place(frame, side, hop.speaker.id)
            name = clean(hop.speaker.name) or wording.tell("nobody")
            yield _build_box(id, name, hop.speaker, side, wording, hop.attribution)
    id = name_place(frame, side, find_who(statement))
    name = tell_name(statement, wording)
    yield _build_box(id, name, statement.speaker, side, wording, statement.id)


def _build_box(
    id: str, name: str, party: Party | None, side: Side, wording: Wording, rests: str
) -> Box:
    return Box(
        id=id,
        speaker=party.id if party else "",
        name=name,
        small=tell_small(party, wording),
        sign=pick_sign(party),
        side=side,
        rests=(rests,),
    )


def _merge(before: Box, box: Box) -> Box:
    rests = tuple(dict.fromkeys(filter(None, (*before.rests, *box.rests))))
    hover = "\n".join(filter(None, (box.name, box.small)))
    return before.model_copy(update={"rests": rests, "hover": hover})


def _find_passers(statement: Statement, deniers: frozenset[str] = frozenset()) -> tuple[Hop, ...]:
    """The relays that are someone other than the speaker; the article's outlet is no box."""
    own = statement.speaker.id if statement.speaker else ""
    without = deniers | {own}
    return tuple(hop for hop in statement.relays if hop.speaker and hop.speaker.id not in without)


def _steps(picked: Picked, frame: str) -> Iterator[Step]:
    """Each step of a relay: the hop that passes on, its box, the box that it quotes."""
    for statement, side, passers in _find_seats(picked):
        ids = [name_place(frame, side, hop.speaker.id) for hop in passers if hop.speaker]
        ids.append(name_place(frame, side, find_who(statement)))
        for hop, tail, head in zip(passers, ids, ids[1:], strict=False):
            if tail != head:
                yield hop, tail, head


def _build_relay(tail: str, head: str, hops: list[Hop]) -> Line:
    rests = tuple(dict.fromkeys(hop.attribution for hop in hops if hop.attribution))
    words = dict.fromkeys(clean(hop.cue.text) for hop in hops if hop.cue)
    return Line(
        id=f"{tail}-relays-{head}",
        kind="relays",
        tails=(tail,),
        heads=(head,),
        ids=rests,
        rests=rests,
        hover=" / ".join(words),
    )
