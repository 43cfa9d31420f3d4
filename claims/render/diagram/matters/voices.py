"""On whose word each position rests, as boxes: who, through which outlets, in how many articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.query.across import Library, Stand, Told
from claims.render.cells import clean, cut
from claims.render.diagram.matters.pairs import find_places
from claims.render.diagram.matters.picking import Picked
from claims.render.diagram.naming import name_place
from claims.render.diagram.sheet import Box, Side, Sign
from claims.render.diagram.telling import join_facts
from claims.render.diagram.widths import measure
from claims.render.diagram.wording import Wording

_LEADING = 2  # of those who hold a position,
_MORE = 3  # where a matter has the sheet to itself
_NAMES = 2  # outlets told by name,
_SHORT = 16  # where they are no longer together, in columns
_HOVER = 6  # claims told on hover, and how many columns of each
_WIDE = 160


class Voice(NamedTuple):
    """One on whose word a position rests, with all claims that say so."""

    who: str
    told: tuple[Told, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that carry it."""
        return tuple(dict.fromkeys(one.document for one in self.told))


def list_voices(stand: Stand) -> list[Voice]:
    """Those on whose word it rests, who is carried most first; without any, the outlets."""
    found: dict[str, list[Told]] = {}
    for one in stand.claims:
        if one.speaker_id and one.held != "unsaid":
            found.setdefault(one.speaker_id, []).append(one)
    if not found:
        for one in stand.claims:
            found.setdefault(f"outlet-{one.outlet}", []).append(one)
    voices = [Voice(who, tuple(told)) for who, told in found.items()]
    return sorted(voices, key=lambda one: (-len(one.documents), -len(one.told)))


class Cast(NamedTuple):
    """The boxes of a frame: for each position of those drawn who has a box, and which."""

    boxes: tuple[Box, ...]
    seats: Mapping[tuple[int, str], str]

    def list_seats(self, place: int) -> list[str]:
        """The ids of the boxes of a position."""
        return [box for (own, _), box in self.seats.items() if own == place]

    def find(self, who: str, places: Collection[int]) -> str | None:
        """The box that somebody has at one of some positions."""
        return next(
            (box for (own, one), box in self.seats.items() if own in places and one == who), None
        )


def cast_voices(
    picked: Picked, frame: str, library: Library, wording: Wording, *, alone: bool
) -> Cast:
    """A box for each of the leading voices of each position, and for all who dispute another.

    More of them lead where the matter is `alone` on its sheet.
    """
    seats: dict[tuple[int, str], str] = {}
    boxes: list[Box] = []
    turned = find_turned(picked)
    acting = set(_list_acting(picked))
    most = _MORE if alone else _LEADING
    for place, side in picked.sides.items():
        for number, voice in enumerate(list_voices(picked.contest.matter.stands[place])):
            if number >= most and (place, voice.who) not in acting:
                continue
            id = f"{name_place(frame, side, voice.who)}-p{place + 1}"
            seats[place, voice.who] = id
            box = _build_box(id, voice, side, library, wording)
            boxes.append(_mark(box, wording, turned=voice.who in turned))
    return Cast(tuple(boxes), seats)


def _list_acting(picked: Picked) -> Iterator[tuple[int, str]]:
    """Who disputes another position, each at the position that is told with it."""
    at = find_places(picked.contest.matter.stands)
    for pair in picked.pairs:
        for one in pair.disputes:
            if one.later and one.later.id in at:
                yield at[one.later.id], one.who_id


def find_turned(picked: Picked) -> set[str]:
    """Those who may have changed their story, from one position drawn to another."""
    return {
        one.later.speaker_id
        for pair in picked.pairs
        for one in pair.clashes
        if one.change and one.strength == "strong" and one.later
    }


def _build_box(id: str, voice: Voice, side: Side, library: Library, wording: Wording) -> Box:
    first = voice.told[0]
    own = not voice.who.startswith("outlet-")
    name = clean(first.speaker if own else first.outlet) or wording.tell("nobody")
    small = [wording.tell("anonymous")] if first.anonymous else []
    small += [] if own else [wording.tell("narrated")]
    small.append(tell_carried(voice, wording) if own else tell_pages(voice, wording))
    return Box(
        id=id,
        speaker=voice.who if own else "",
        name=name,
        small=join_facts(small),
        sign=_pick_sign(voice, library) if own else "outlet",
        side=side,
        rests=_list_attributions(voice.told, library),
        hover="\n".join(filter(None, (name, join_facts(small), *_tell_all(voice, wording)))),
    )


def _mark(box: Box, wording: Wording, *, turned: bool) -> Box:
    """With the words that its speaker may have changed the story."""
    if not turned:
        return box
    return box.model_copy(update={"small": join_facts((wording.tell("turned"), box.small))})


def _pick_sign(voice: Voice, library: Library) -> Sign:
    if voice.told[0].anonymous:
        return "unnamed"
    known = library.speakers.get(voice.who)
    return "outlet" if known and known.kind == "outlet" else "named"


def tell_carried(voice: Voice, wording: Wording) -> str:
    """The outlets that carry it, by name where they are few; and in how many articles."""
    outlets = tuple(dict.fromkeys(clean(one.outlet) for one in voice.told if one.outlet))
    names = wording.list(outlets)
    if len(outlets) > 1 and (len(outlets) > _NAMES or measure(names) > _SHORT):
        names = wording.count(len(outlets), "outlets_n")
    return join_facts(
        (wording.tell("carried", names=names) if names else "", tell_pages(voice, wording))
    )


def tell_pages(voice: Voice, wording: Wording) -> str:
    """How many articles, where there are several."""
    n = len(voice.documents)
    return wording.count(n, "pages") if n > 1 else ""


def _tell_all(voice: Voice, wording: Wording) -> Iterator[str]:
    """Each claim with who passes it on, and where it stands."""
    for one in voice.told[:_HOVER]:
        via = wording.tell("via", names=wording.list(tuple(map(clean, one.through))))
        where = join_facts((clean(one.outlet), one.published[:10], via if one.through else ""))
        yield f"{wording.quote(cut(clean(one.text), _WIDE))} {where}".strip()
    if len(voice.told) > _HOVER:
        yield wording.count(len(voice.told) - _HOVER, "more_claims")


def _list_attributions(told: Sequence[Told], library: Library) -> tuple[str, ...]:
    found = (library.claims[one.id].attribution for one in told)
    return tuple(dict.fromkeys(filter(None, found)))
