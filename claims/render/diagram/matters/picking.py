"""Which positions of which matters a sheet has room for, and on which side each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.query.across import Across, Contest
from claims.render.diagram.matters.pairs import Faced, Pair, face_stands, find_places, find_target
from claims.render.diagram.matters.scope import EACH, Scope
from claims.render.diagram.sheet import Side

_LEAST = 2  # positions of a matter that are worth a frame
_LOOSE = 4  # disputes by those who take no position, in a matter


class Picked(NamedTuple):
    """What is drawn of a matter: its positions by their places, each with its side.

    `pairs` and `loose` are between positions that are drawn, `hidden` is how many pairs are not,
    and `unheard` how many disputes by those who take no position.
    """

    contest: Contest
    sides: Mapping[int, Side]
    pairs: tuple[Pair, ...]
    loose: tuple[Across, ...]
    hidden: int
    unheard: int


def pick_matters(contests: Sequence[Contest], scope: Scope) -> list[Picked]:
    """As many matters as there is room for, in their order; of each the most contested positions.

    Of one matter alone more positions are shown than where it shares the sheet.
    """
    room, picked = scope.limit, list[Picked]()
    each = scope.limit if len(contests) == 1 else max(EACH, scope.limit // len(contests or [1]))
    for contest in contests:
        there = len(contest.matter.stands)
        if room < min(_LEAST, there):
            break
        one = _pick(contest, scope, min(room, each))
        room -= len(one.sides)
        picked.append(one)
    return picked


def _pick(contest: Contest, scope: Scope, most: int) -> Picked:
    faced = face_stands(contest, scope.only)
    places = _choose(contest, faced, most, whole=scope.only is None)
    kept = [one for one in faced.pairs if one.first in places and one.second in places]
    at = find_places(contest.matter.stands)
    loose = [one for one in faced.loose if find_target(one, at) in places]
    loose = sorted(loose, key=lambda one: one.strength != "strong")[:_LOOSE]
    return Picked(
        contest=contest,
        sides=_take_sides(places, kept),
        pairs=tuple(kept),
        loose=tuple(loose),
        hidden=len(faced.pairs) - len(kept),
        unheard=len(faced.loose) - len(loose),
    )


def _choose(contest: Contest, faced: Faced, most: int, *, whole: bool) -> list[int]:
    """The places of what is drawn: what is contested first, then what most hold."""
    at = find_places(contest.matter.stands)
    chosen: dict[int, None] = {}
    for group in _list_wanted(faced, at, len(contest.matter.stands) if whole else 0):
        fresh = [place for place in group if place not in chosen]
        if len(chosen) + len(fresh) <= most:
            chosen |= dict.fromkeys(fresh)
    return sorted(chosen)


def _list_wanted(faced: Faced, at: Mapping[str, int], stands: int) -> Iterator[tuple[int, ...]]:
    """Positions that go together, in the order in which they are wanted."""
    yield from ((one.first, one.second) for one in faced.pairs if one.disputes)
    targets = (find_target(one, at) for one in faced.loose)
    yield from ((place,) for place in targets if place is not None)
    yield from ((0,),) if stands else ()
    yield from ((one.first, one.second) for one in faced.pairs)
    yield from ((place,) for place in range(stands))


def _take_sides(places: Iterable[int], pairs: Sequence[Pair]) -> dict[int, Side]:
    """Each where most speaks against those opposite; the position that most hold on the left."""
    sides: dict[int, Side] = {}
    for place in _order(list(places), pairs):
        against = {"left": 0, "right": 0}
        for one in pairs:
            other = {one.first: one.second, one.second: one.first}.get(place)
            if other in sides:
                against[sides[other]] += one.weight
        left, right = (sum(side == name for side in sides.values()) for name in ("left", "right"))
        sides[place] = "left" if (-against["right"], left) <= (-against["left"], right) else "right"
    return dict(sorted(sides.items()))


def _order(places: list[int], pairs: Sequence[Pair]) -> list[int]:
    """The weightiest pairs first; what stands against nothing last."""
    ranked = (place for one in pairs for place in (one.first, one.second))
    return list(dict.fromkeys([*places[:1], *ranked, *places]))
