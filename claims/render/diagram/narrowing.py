"""That a picture is narrowed to a speaker or to words, and how much else there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.query.answers import Party
from claims.query.wanted import ALL, Wanted
from claims.render.cells import clean
from claims.render.diagram.picked import Picked
from claims.render.diagram.said import Key, Said
from claims.render.diagram.sheet import Tally
from claims.render.diagram.wording import Wording

_MOST = 3  # names told


def count_aside(everything: Sequence[Picked], wanted: Sequence[Picked]) -> Tally:
    """What there is besides what is wanted: all of it is in `everything`."""
    known = set(_list_relations(wanted))
    said = {_name(one) for picked in wanted for one in picked.all_said}
    matters = [one for one in everything if one.matter]
    return Tally(
        matters=sum(known.isdisjoint(_list_relations([one])) for one in matters),
        claims=sum(
            said.isdisjoint(names) for one in everything for names in _gather_names(one).values()
        ),
        disputes=sum(one.dispute.id not in known for p in everything for one in p.disputes),
        conflicts=sum(one.conflict.id not in known for p in everything for one in p.conflicts),
    )


def tell_narrowed(wanted: Wanted, speakers: Iterable[Party], aside: Tally, wording: Wording) -> str:
    """To what the picture is narrowed, and what else there is; nothing where it is not."""
    if wanted == ALL:
        return ""
    names = list(dict.fromkeys(clean(one.name) for one in speakers))
    told = wording.list(tuple(wording.quote(one) for one in names[:_MOST]))
    told = wording.tell("and_others", words=told) if len(names) > _MOST else told
    about = wording.quote(clean(wanted.about)) if wanted.about else ""
    what = wording.list((told, about)) or wording.tell("what_was_asked")
    left = tell_tally(aside, wording)
    return wording.tell("narrowed_left" if left else "narrowed_to", what=what, left=left)


def tell_tally(tally: Tally, wording: Wording) -> str:
    """How many of each are meant, in words; nothing where there are none."""
    counts = {
        "matters": tally.matters,
        "positions": tally.positions,
        "origins_n": tally.origins,
        "claims": tally.claims,
        "disputes_left": tally.disputes,
        "conflicts_left": tally.conflicts,
    }
    return wording.list(tuple(wording.count(n, key) for key, n in counts.items() if n))


def _list_relations(several: Iterable[Picked]) -> Iterator[str]:
    for picked in several:
        yield from (one.dispute.id for one in picked.disputes)
        yield from (one.conflict.id for one in picked.conflicts)


def _gather_names(picked: Picked) -> dict[Key, set[str]]:
    """The rows of a matter, each with the ids of what it tells."""
    rows: dict[Key, set[str]] = {}
    for one in picked.all_said:
        rows.setdefault(one.key, set()).add(_name(one))
    return rows


def _name(said: Said) -> str:
    return said.claim.id if said.claim else said.statement.id
