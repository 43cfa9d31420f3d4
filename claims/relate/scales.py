"""The scales on which two claims on one matter may clash, one after the other.

Each takes two claims, and whether those who say them are opposed, and tells the difference where
they lie apart on it. `SCALES` gives each with what two claims must share before it is asked.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from claims.lang.base import Dated
from claims.model import Difference
from claims.model.world import DifferenceKind
from claims.relate.likeness import Likeness
from claims.relate.points import Counted, Point

# What two claims must share, from 0 to 1, and the same where those who say them are opposed.
ONE_THING, ONE_MATTER, RELATED = (0.6, 0.4), (0.4, 0.15), (0.28, 0.15)
ANYTHING, IF_OPPOSED = (0.0, 0.0), (math.inf, 0.0)  # the scale itself tells that it is one matter
SCOPE = 0.6  # the part of what is denied that the other claim must hold
HEAD = 2  # terms behind the word of denial, one of which is what is denied first of all
FACTS = frozenset({"possible", "probable", "certain", "almost_certain"})
ASSERTED = FACTS - {"possible"}

Scale = Callable[[Likeness, Point, Point, bool], Difference | None]


def _polarity(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """One says that it is so, the other that it is not."""
    if a.negative == b.negative or not _is_stated(a, b):
        return None
    if _are_of_two(a, b):
        return None
    no, yes = (a, b) if a.negative else (b, a)
    shared = set(no.forms) & set(yes.forms)
    alike = set(no.forms) == set(yes.forms)
    number = len(shared) + a.is_of_one(b)
    if (number < 2 and not alike) or not shared - no.sides - no.names:
        return None
    heads = _heads(no)
    told = shared.intersection(heads)
    if (not told and (heads or no.silent)) or (
        not (against and told) and likeness.covers(yes, no.scope) < SCOPE
    ):
        return None
    return _differ("polarity", _denier(a), _denier(b))


def _are_of_two(a: Point, b: Point) -> bool:
    """Whether the one tells what this party or person does, the other what that one does."""
    people = a.person and b.person and not a.is_of_one(b)
    linked = a.linked or b.linked  # the plan for 南国 is none of 北国: no doer is told
    parties = a.agent and b.agent and a.agent != b.agent and not linked
    return bool(people or parties or _are_numbered_apart(a, b))


def _are_numbered_apart(a: Point, b: Point) -> bool:
    """Whether they tell of two things of one kind that have numbers: flight 12, flight 14."""
    return any(b.numbered.get(noun, number) != number for noun, number in a.numbered.items())


def _acquittal(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """One says what a party may be blamed for, the other that the same party did no such thing.

    Where no party is named, most of what is denied must be claimed.
    """
    if a.negative == b.negative or not _is_stated(a, b):
        return None
    no, yes = (a, b) if a.negative else (b, a)
    if not a.blamed & b.blamed & {*_heads(no)}:
        return None
    if not a.agent or a.agent != b.agent:
        few = len(set(no.forms) & set(yes.forms)) < 2
        if few or _are_of_two(a, b) or likeness.covers(yes, no.scope) < SCOPE:
            return None
    return _differ("polarity", _denier(a), _denier(b))


def _heads(no: Point) -> list[str]:
    """What is denied first of all, parties and names aside."""
    return [term for term in no.scope if term not in no.sides | no.names][:HEAD]


def _answers(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Two parts of those who were asked, in one sentence, answer differently."""
    if a.asked is None or a.asked != b.asked:
        return None
    told = _contrast("opposite", "polarity", a, b, bare=True)
    degrees = {a.certainty, b.certainty}
    if told is None and a.negative != b.negative and (degrees <= ASSERTED or len(degrees) == 1):
        return _differ("polarity", _denier(a), _denier(b))
    return told


def _is_stated(a: Point, b: Point) -> bool:
    """Whether both say outright how it is, or both how it should be; no condition, no bare noun."""
    degrees = {a.certainty, b.certainty}
    if not (degrees <= ASSERTED or degrees == {"obligation"}):
        return False
    return all((one.clausal or one.denied) and not one.conditional for one in (a, b))


def _is_fact(point: Point) -> bool:
    return point.certainty in FACTS


def _denier(point: Point) -> str:
    return point.denying or point.denier


def _certainty(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """One says that it is all but certain, the other that it is no more than possible."""
    if {a.certainty, b.certainty} != {"almost_certain", "possible"}:
        return None
    return _differ("certainty", a.degree, b.degree)


def _opposite(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    return _contrast("opposite", "polarity", a, b)


def _evaluation(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    return _contrast("evaluation", "evaluation", a, b)


def _fate(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """They differ in what became of one person."""
    if not a.is_of_one(b) or a.speaker == b.speaker:
        return None
    return _contrast("opposite", "polarity", a, b, fate=True)


def _contrast(
    kind: str, name: DifferenceKind, a: Point, b: Point, *, fate: bool = False, bare: bool = False
) -> Difference | None:
    """The two hold words of one row on different sides, denied or not.

    With `fate` only rows of what becomes of a person count; with `bare` what one should do and
    words that are no clause count as well.
    """
    facts = _is_fact(a) and _is_fact(b) and (kind != "opposite" or (a.clausal and b.clausal))
    if a.open or b.open or not (facts or bare):
        return None
    if _are_numbered_apart(a, b):
        return None
    for x in a.poles:
        for y in b.poles:
            matched = x.kind == y.kind == kind and x.row == y.row and x.form != y.form
            if matched and x.side != y.side and (x.fate or not fate):
                return _differ(name, x.form, y.form)
    return None


def _quantity(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """They count the same, at one time, and the counts leave no room for each other."""
    found = (
        differ_in_number(a, b, x, y)
        for x in a.counts
        for y in b.counts
        if x.whose == y.whose and _count_the_same(x, y)
    )
    return next(filter(None, found), None)


def differ_in_number(a: Point, b: Point, x: Counted | None, y: Counted | None) -> Difference | None:
    """Two counts of one thing that leave no room for each other, if nothing sets the two apart."""
    if x is None or y is None or a.negative or b.negative or _are_at_other_times(a, b):
        return None
    if (a.sides and b.sides and a.sides != b.sides) or _are_elsewhere(a, b):
        return None
    one, other = x.quantity, y.quantity
    if one.unit == other.unit and (one.high < other.low or other.high < one.low):
        return _differ("quantity", x.text, y.text)
    return None


def _count_the_same(x: Counted, y: Counted) -> bool:
    one, other = x.quantity.counted, y.quantity.counted
    return bool(one & other) or one == other


def _are_elsewhere(a: Point, b: Point) -> bool:
    """Whether each names something, and none of it is in the other: the fire in Ostvik."""
    if _are_numbered_apart(a, b):
        return True
    return bool(a.places and b.places) and not a.places & b.places


def _are_at_other_times(a: Point, b: Point) -> bool:
    """Whether each says when, and none of the days of the one is any of the other."""
    pairs = [(x.dated, y.dated) for x in a.dates for y in b.dates if x.dated.sure == y.dated.sure]
    return bool(pairs) and all(x.last < y.first or y.last < x.first for x, y in pairs)


def _date(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Each gives the one thing one day, and the days lie apart."""
    same = a.negative == b.negative and {a.agent, b.agent} <= {a.agent, ""} | {b.agent, ""}
    one = len(set(a.forms) & set(b.forms)) > 1 or set(a.forms) == set(b.forms)
    if not (same and one and len(a.dates) == len(b.dates) == 1):
        return None
    if _counts(a) != _counts(b) or _are_numbered_apart(a, b):
        return None  # two counts on two days are two things
    x, y = a.dates[0].dated, b.dates[0].dated
    if (_is_year(x) and _is_year(y)) or not (x.sure and y.sure):
        return None  # what happens in one year may happen in the next
    if x.last < y.first or y.last < x.first:
        return _differ("date", a.dates[0].text, b.dates[0].text)
    return None


def _is_year(one: Dated) -> bool:
    return one.first[:4] == one.last[:4] and one.first[4:] == "-01-01" and one.last[4:] == "-12-31"


def _counts(point: Point) -> frozenset[tuple[str, float, float]]:
    return frozenset((x.quantity.unit, x.quantity.low, x.quantity.high) for x in point.counts)


def _agent(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Each holds the other's side to have done it."""
    if not {a.certainty, b.certainty} <= ASSERTED:
        return None
    return _differ("agent", a.agent, b.agent) if _accuse(a, b) and a.blamed & b.blamed else None


def _blame(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Each blames the other's side, and one of them for all that lies between them."""
    if not (a.blamed and b.blamed and (a.begun or b.begun)):
        return None
    return _differ("agent", a.agent, b.agent) if _accuse(a, b) else None


def _accuse(a: Point, b: Point) -> bool:
    """Whether each says of the other's side that it has done something."""
    if not a.agent or not b.agent or a.agent == b.agent or a.negative or b.negative:
        return False
    return a.agent in b.own - a.own and b.agent in a.own - b.own


def _differ(kind: DifferenceKind, first: str, second: str) -> Difference:
    return Difference(kind=kind, first=first, second=second)


# Each scale with what two claims must share before it is asked.
SCALES: tuple[tuple[Scale, tuple[float, float]], ...] = (
    (_certainty, RELATED),
    (_evaluation, RELATED),
    (_opposite, RELATED),
    (_quantity, ONE_THING),
    (_date, ONE_THING),
    (_agent, RELATED),
    (_acquittal, RELATED),
    (_polarity, ONE_MATTER),
    (_fate, ANYTHING),
    (_blame, IF_OPPOSED),
    (_answers, ANYTHING),
)
