"""The lines between positions: who disputes one in so many words, and which may conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from claims.model import Difference
from claims.query.across import Across, Library, Told
from claims.render.cells import clean, cut
from claims.render.diagram.matters.pairs import Pair, find_places, find_target
from claims.render.diagram.matters.picking import Picked
from claims.render.diagram.matters.voices import Cast
from claims.render.diagram.naming import name_place, name_safely
from claims.render.diagram.sheet import Box, Line, LineKind, Row, Side, Strand
from claims.render.diagram.telling import join_facts, tell_difference
from claims.render.diagram.wording import Wording

_HOVER = 3  # pairs of claims told on hover, and
_LINES = 6  # pairs of positions: `dot` reads no more than 16 kB
_WIDE = 160  # columns of a claim told there
_TOLD = 4  # what differs, told on one line
_MANY = 3  # positions that are more than a pair
_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


class Facing(NamedTuple):
    """The lines of a frame, the boxes of those who dispute and hold nothing, what is not drawn."""

    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    hidden: int


class _Book(NamedTuple):
    """What is looked up to draw the lines of one frame."""

    frame: str
    picked: Picked
    rows: Mapping[int, Row]
    cast: Cast
    library: Library
    wording: Wording


def build_lines(
    frame: str,
    picked: Picked,
    rows: Mapping[int, Row],
    cast: Cast,
    library: Library,
    wording: Wording,
) -> Facing:
    """All that stands between the positions of a frame, stated disputes first.

    Of lines that are concluded there are no more than of positions, and two.
    """
    book = _Book(frame, picked, rows, cast, library, wording)
    boxes: dict[str, Box] = {}
    disputes = list(_build_disputes(book, boxes))
    clashes = list(_build_clashes(book))
    kept = clashes[: len(rows) + 2]
    hidden = picked.hidden + sum(len(one.strands) for one in clashes[len(kept) :])
    return Facing((*disputes, *kept), tuple(boxes.values()), hidden)


# ------------------------------------------------------------------------ in so many words
def _build_disputes(book: _Book, boxes: dict[str, Box]) -> Iterator[Line]:
    """One line from each who disputes to each position disputed; `boxes` gets who has none."""
    stated = chain(book.picked.loose, *(one.disputes for one in book.picked.pairs))
    at = find_places(book.picked.contest.matter.stands)
    found: dict[tuple[str, int], list[Across]] = {}
    for one in stated:
        target = find_target(one, at)
        if target is not None:
            found.setdefault((_find_tail(one, target, at, book, boxes), target), []).append(one)
    for (tail, target), several in found.items():
        strands = [_build_dispute(one, tail, book.rows[target], book) for one in several]
        yield _join(f"{tail}-disputes-p{target + 1}", "disputes", strands)


def _find_tail(
    one: Across, target: int, at: Mapping[str, int], book: _Book, boxes: dict[str, Box]
) -> str:
    """The box of who disputes: at the position told there, else on the other side, else new."""
    sides, who = book.picked.sides, one.who_id or clean(one.who)
    own = at.get(one.later.id) if one.later else None
    across = [place for place, side in sides.items() if side != sides[target]]
    places = ([own] if own is not None and own != target else [], across)
    seat = next(filter(None, (book.cast.find(who, several) for several in places)), None)
    if seat:
        return seat
    side = _OTHER[sides[target]]
    id = f"{name_place(book.frame, side, who or 'nobody')}-disputes"
    boxes.setdefault(id, _build_box(id, one, side, book))
    return id


def _build_box(id: str, one: Across, side: Side, book: _Book) -> Box:
    known = book.library.speakers.get(one.who_id)
    unnamed = known is None or known.anonymous
    outlet = clean(one.earlier.outlet) if one.earlier else ""
    small = join_facts(
        (
            book.wording.tell("anonymous") if known and unnamed else "",
            book.wording.tell("carried", names=outlet) if outlet else "",
        )
    )
    name = clean(one.who) or book.wording.tell("nobody")
    return Box(
        id=id,
        speaker=one.who_id,
        name=name,
        small=small,
        sign="unnamed" if unnamed else "outlet" if known and known.kind == "outlet" else "named",
        side=side,
        hover="\n".join(filter(None, (name, small))),
    )


def _build_dispute(one: Across, tail: str, row: Row, book: _Book) -> Strand:
    wording = book.wording
    note = wording.tell("noted", words=wording.tell("perhaps")) if one.strength == "weak" else ""
    words = clean(one.words)
    facts = {"who": clean(one.who) or wording.tell("nobody"), "whom": clean(one.whom) or row.words}
    told = wording.tell("tell_dispute", words=wording.quote(words), **facts)
    told = told if words else wording.tell("tell_dispute_bare", **facts)
    return Strand(
        id=one.id,
        tails=(tail,),
        heads=(row.id,),
        words=words or wording.tell("disputed"),
        small=clean(one.over),
        note=note,
        weak=one.strength == "weak",
        rests=_rest([one], book.library),
        hover="\n".join(filter(None, (told, _tell_end(one.later, wording)))),
    )


# ------------------------------------------------------------------------ concluded
class _Clash(NamedTuple):
    """A pair that may conflict: the one on the left first, with what differs told that way."""

    first: int
    second: int
    clashes: tuple[Across, ...]
    differences: tuple[Difference, ...]

    @property
    def kind(self) -> tuple[bool, str]:
        """Those that may be told on one line have the same."""
        weak = self.clashes[0].strength != "strong"
        return weak, self.differences[0].kind if self.differences else ""


def _build_clashes(book: _Book) -> Iterator[Line]:
    """Positions that may conflict each with each other as one line; then those of two sides."""
    kinds: dict[tuple[bool, str], list[_Clash]] = {}
    for pair in book.picked.pairs:
        if pair.clashes:
            one = _face(pair, book)
            kinds.setdefault(one.kind, []).append(one)
    for kind in sorted(kinds, key=lambda one: one[0]):
        left = kinds[kind]
        for group in _group(left):
            yield _build_clash(group, book)


def _face(pair: Pair, book: _Book) -> _Clash:
    sides, at = book.picked.sides, find_places(book.picked.contest.matter.stands)
    first, second = pair.first, pair.second
    if (sides[first], sides[second]) == ("right", "left"):
        first, second = second, first
    told = []
    for one in pair.clashes:
        if one.difference and one.later:
            turned = at[one.later.id] != first  # a difference tells of the later claim first
            told.append(_turn(one.difference) if turned else one.difference)
    return _Clash(first, second, pair.clashes, tuple(told))


def _turn(one: Difference) -> Difference:
    return one.changed(first=one.second, second=one.first)


def _group(pairs: Sequence[_Clash]) -> Iterator[list[_Clash]]:
    """Pairs that one line can tell: all of some positions, else each of some with some others."""
    left = {frozenset((one.first, one.second)): one for one in pairs}
    for one in pairs:
        group = _grow(one, left)
        if len(group) >= _MANY:
            yield [left.pop(both) for both in map(frozenset, combinations(group, 2))]
    yield from _bundle(list(left.values()))


def _grow(one: _Clash, left: Mapping[frozenset[int], _Clash]) -> list[int]:
    """The positions of a pair with all that stand against each of them."""
    group = [one.first, one.second]
    if frozenset(group) not in left:
        return []
    for place in dict.fromkeys(chain.from_iterable((x.first, x.second) for x in left.values())):
        if place not in group and all(frozenset((place, own)) in left for own in group):
            group.append(place)
    return group


def _bundle(pairs: Iterable[_Clash]) -> Iterator[list[_Clash]]:
    """Those with the same ones opposite go together."""
    facing: dict[int, list[_Clash]] = {}
    for one in pairs:
        facing.setdefault(one.first, []).append(one)
    bundles: dict[tuple[int, ...], list[_Clash]] = {}
    for several in facing.values():
        bundles.setdefault(tuple(sorted(one.second for one in several)), []).extend(several)
    yield from bundles.values()


def _build_clash(group: Sequence[_Clash], book: _Book) -> Line:
    strands = [_build_strand(one, book) for one in group]
    places = dict.fromkeys(chain.from_iterable((one.first, one.second) for one in group))
    every = len(places) >= _MANY and len(group) == len(places) * (len(places) - 1) // 2
    words, small = _tell_group(group, book.wording, every=every)
    line = _join(f"{book.frame}-{name_safely(strands[0].id)}", "conflicts", strands)
    tails, heads = _part(line, places, book, every=every)
    turned = _tell_turned(group, book.wording)
    told = {
        "tails": tails,
        "heads": heads,
        "words": words,
        "small": "\n".join(filter(None, (small, turned))),
        "hover": _tell_hover(strands, book.wording),
    }
    return line.model_copy(update=told)


def _tell_hover(strands: Sequence[Strand], wording: Wording) -> str:
    """The whole of one pair of positions; of several the first of each."""
    if len(strands) == 1:
        return strands[0].hover
    told = [one.hover.split("\n", 1)[0] for one in strands[:_LINES]]
    left = len(strands) - len(told)
    return "\n".join([*told, *([wording.count(left, "more_pairs")] if left else [])])


def _part(
    line: Line, places: Iterable[int], book: _Book, *, every: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two ends of a line; of one between each and each other, what stands on either side."""
    if not every:
        return line.tails, line.heads
    rows = {place: book.rows[place].id for place in places}
    ids = [rows[place] for place in rows if book.picked.sides[place] == "left"]
    others = [one for one in rows.values() if one not in ids]
    both = ids + others
    return (tuple(ids), tuple(others)) if ids and others else (tuple(both[:1]), tuple(both[1:]))


def _build_strand(one: _Clash, book: _Book) -> Strand:
    """All that may conflict between two positions; on hover the first few in full."""
    wording = book.wording
    words, small = _tell_group([one], wording)
    told = [_tell_clash(x, wording) for x in one.clashes[:_HOVER]]
    left = len(one.clashes) - len(told)
    return Strand(
        id=one.clashes[0].id,
        tails=(book.rows[one.first].id,),
        heads=(book.rows[one.second].id,),
        words=words,
        small=small,
        note=_tell_turned([one], wording),
        weak=one.clashes[0].strength != "strong",
        rests=_rest(one.clashes, book.library),
        hover="\n".join([*told, *([wording.count(left, "more_pairs")] if left else [])]),
    )


def _tell_group(
    group: Sequence[_Clash], wording: Wording, *, every: bool = False
) -> tuple[str, str]:
    """That they may conflict and in what; beneath, the words that set them apart."""
    differences = [one.differences[0] for one in group if one.differences]
    words, small = tell_difference(differences or [None], wording)
    words = wording.tell("each_other", words=words) if every else words
    if every:
        sides = (side for one in differences for side in (one.first, one.second))
        several = list(dict.fromkeys(wording.quote(clean(one)) for one in sides if one))
        small = wording.list(tuple(several[:_TOLD]))
        small = wording.tell("and_others", words=small) if len(several) > _TOLD else small
    weak = group[0].clashes[0].strength != "strong"
    return (wording.tell("weakly", words=words) if weak else words), small


def _tell_turned(group: Iterable[_Clash], wording: Wording) -> str:
    names = (
        clean(one.who)
        for pair in group
        for one in pair.clashes
        if one.change and one.strength == "strong"
    )
    told = wording.list(tuple(dict.fromkeys(names)))
    return wording.tell("noted", words=wording.tell("turned_of", names=told)) if told else ""


def _tell_clash(one: Across, wording: Wording) -> str:
    first, second = (_tell_end(end, wording) for end in (one.earlier, one.later))
    return wording.tell("tell_conflict", first=first, second=second)


def _tell_end(one: Told | None, wording: Wording) -> str:
    """Who says what, where and when."""
    if one is None:
        return ""
    who = clean(one.speaker) or clean(one.outlet) or wording.tell("nobody")
    told = wording.tell("tell_words", who=who, words=cut(clean(one.text), _WIDE))
    return " ".join(
        filter(None, (told, f"({join_facts((clean(one.outlet), one.published[:10]))})"))
    )


def _rest(several: Iterable[Across], library: Library) -> tuple[str, ...]:
    """The attributions that relations rest on."""
    ends = (end for one in several for end in (one.earlier, one.later) if end)
    found = (library.claims[end.id].attribution for end in ends)
    return tuple(dict.fromkeys(filter(None, found)))


def _join(id: str, kind: LineKind, strands: Sequence[Strand]) -> Line:
    """The line that stands for all the strands."""
    first = strands[0]
    return Line(
        id=id,
        kind=kind,
        tails=tuple(dict.fromkeys(chain.from_iterable(one.tails for one in strands))),
        heads=tuple(dict.fromkeys(chain.from_iterable(one.heads for one in strands))),
        words=first.words,
        small=first.small,
        weak=all(one.weak for one in strands),
        ids=tuple(dict.fromkeys(one.id for one in strands)),
        rests=tuple(dict.fromkeys(chain.from_iterable(one.rests for one in strands))),
        hover="\n\n".join(dict.fromkeys(one.hover for one in strands)),
        strands=tuple(strands),
    )
