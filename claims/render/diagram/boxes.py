"""Who speaks in a frame, and through whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.query.answers import Hop, Party
from claims.render.cells import clean
from claims.render.diagram.levels import find_levels
from claims.render.diagram.seating import Seat, Seating
from claims.render.diagram.sheet import Box, Line
from claims.render.diagram.telling import join_facts, pick_sign, tell_name, tell_small
from claims.render.diagram.wording import Wording


def build_boxes(seating: Seating, wording: Wording) -> list[Box]:
    """One box a speaker and route; those who only relay stand farther from the words."""
    boxes: dict[str, Box] = {}
    for seat in seating.seats:
        for box in _boxes_of(seat, seating, wording):
            boxes[box.id] = _merge(boxes.get(box.id, box), box)
    levels = find_levels(seating.boxes)
    leveled = {seating.boxes[place]: level for place, level in levels.items()}
    found = [box.model_copy(update={"level": leveled[box.id]}) for box in boxes.values()]
    return [*_mark_same(found, wording)]


def build_relays(seating: Seating) -> list[Line]:
    """From each one who relays to the one whose words these are."""
    merged: dict[tuple[str, str], list[Hop]] = {}
    for seat in seating.seats:
        ids = [seating.boxes[place] for place in seat.places]
        for hops, tail, head in zip(seat.passers, ids, ids[1:], strict=False):
            merged.setdefault((tail, head), []).extend(hops)
    return [_build_relay(tail, head, hops) for (tail, head), hops in merged.items()]


def _boxes_of(seat: Seat, seating: Seating, wording: Wording) -> Iterator[Box]:
    statement, ids = seat.statement, [seating.boxes[place] for place in seat.places]
    for id, hops in zip(ids, seat.passers, strict=False):
        name = clean(hops[0].name) or wording.tell("nobody")
        box = _build_box(id, name, hops[0].speaker, wording)
        yield box.model_copy(update={"side": seat.side, "rests": _list_attributions(hops)})
    box = _build_box(ids[-1], tell_name(statement, wording), statement.speaker, wording)
    yield box.model_copy(update={"side": seat.side, "rests": (statement.id,)})


def _build_box(id: str, name: str, party: Party | None, wording: Wording) -> Box:
    return Box(
        id=id,
        speaker=party.id if party else "",
        name=name,
        small=tell_small(party, wording),
        sign=pick_sign(party),
    )


def _merge(before: Box, box: Box) -> Box:
    rests = tuple(dict.fromkeys(filter(None, (*before.rests, *box.rests))))
    return before.model_copy(update={"rests": rests})


def _mark_same(boxes: Iterable[Box], wording: Wording) -> Iterator[Box]:
    """With the whole words; of one who is not named and has several boxes it is said to be one.

    The name of others tells it.
    """
    boxes = list(boxes)
    counts = Counter(box.speaker for box in boxes if box.speaker and box.sign == "unnamed")
    for box in boxes:
        same = wording.tell("same") if counts[box.speaker] > 1 else ""
        small = join_facts((box.small, same))
        hover = "\n".join(filter(None, (box.name, small)))
        yield box.model_copy(update={"small": small, "hover": hover})


def _build_relay(tail: str, head: str, hops: list[Hop]) -> Line:
    rests = _list_attributions(hops)
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


def _list_attributions(hops: Iterable[Hop]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hop.attribution for hop in hops if hop.attribution))
