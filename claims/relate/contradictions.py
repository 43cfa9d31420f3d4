"""Claims on one matter that may not both hold, each pair with the scale on which they differ.

Two claims are compared where they share terms that few others hold, come by different routes, and
neither stands inside the other. Whether they clash is then asked scale by scale; the first scale
that sets them apart is the reason. Speakers who dispute each other need less in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claims.lang.base import Contrast, Dated
from claims.model import Difference
from claims.model.world import DifferenceKind
from claims.relate.article import Article
from claims.relate.oppositions import Oppositions
from claims.relate.points import Likeness, Point

# What two claims must share, from 0 to 1, and the same where those who say them are opposed.
ONE_THING, ONE_MATTER, RELATED = (0.6, 0.4), (0.4, 0.15), (0.28, 0.15)
SURE = 0.45  # the same for a clash to be strong where those who say them are not opposed
SCOPE = 0.6  # the part of what is denied that the other claim must hold
NEAR = 3  # words before a word with opposites among which what denies it stands
HEAD = 2  # terms behind the word of denial, one of which is what is denied first of all
FACTS = frozenset({"possible", "probable", "certain", "almost_certain"})
ASSERTED = FACTS - {"possible"}


class Clash(NamedTuple):
    """Two claims that may not both hold; `strong` where all of what is denied is claimed."""

    first: Point
    second: Point
    difference: Difference
    shared: tuple[str, ...]
    strong: bool

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two claims."""
        return frozenset((self.first.statement.claim.id, self.second.statement.claim.id))


def find_clashes(
    article: Article, likeness: Likeness, points: Sequence[Point], oppositions: Oppositions
) -> Iterator[Clash]:
    """The clashes of an article, in the order of its claims."""
    for (i, j), share in likeness.pairs.items():
        a, b = points[i], points[j]
        if not _comparable(article, a, b):
            continue
        against = oppositions.between(a, b)
        for scale, (apart, near) in SCALES:
            if share < (near if against else apart):
                continue
            difference = scale(likeness, a, b, against)
            if difference is not None:
                strong = (against or share >= SURE) and _is_met(likeness, a, b, difference)
                yield _write(article, Clash(a, b, difference, _common(a, b, difference), strong))
                break


def _is_met(likeness: Likeness, a: Point, b: Point, difference: Difference) -> bool:
    """Whether the one claims most of what the other denies, where the two differ in that."""
    if difference.kind == "agent" or a.unsaid or b.unsaid:
        return False  # the one may be true and the other as well
    if difference.kind != "polarity" or a.negative == b.negative:
        return True
    no, yes = (a, b) if a.negative else (b, a)
    return likeness.covers(yes, no.scope) >= SCOPE


def _write(article: Article, clash: Clash) -> Clash:
    """A clash with its words as they stand in the two claims."""
    one, other = clash.first.statement.claim.span, clash.second.statement.claim.span
    write, told = article.wording.written, clash.difference
    difference = told.model_copy(
        update={"first": write(told.first, one), "second": write(told.second, other)}
    )
    shared = tuple(write(form, one) for form in clash.shared)
    return clash._replace(difference=difference, shared=shared)


def _common(a: Point, b: Point, difference: Difference) -> tuple[str, ...]:
    """What two claims are both about, in the words of the first, less what sets them apart."""
    sides = difference.first, difference.second
    return tuple(form for form in a.shares(b) if not any(form in words for words in sides))


def _comparable(article: Article, a: Point, b: Point) -> bool:
    one, other = a.attribution, b.attribution
    if a.unreal or b.unreal:
        return False
    if article.are_nested(one, other) or _same_route(one.chain, other.chain):
        return False
    return not article.are_allied(one.speaker, other.speaker)


def _same_route(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two chains are one, or one is the other with relays before it.

    What somebody says himself and what another tells of it are two routes.
    """
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 1 and long[-len(short) :] == short)


# ---------------------------------------------------------------- the scales
Scale = Callable[[Likeness, Point, Point, bool], Difference | None]


def _polarity(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """One says that it is so, the other that it is not."""
    if a.negative == b.negative or not _is_stated(a, b):
        return None
    if a.agent and b.agent and a.agent != b.agent:
        return None
    no, yes = (a, b) if a.negative else (b, a)
    shared = set(no.forms) & set(yes.forms)
    alike = set(no.forms) == set(yes.forms)
    if (len(shared) < 2 and not alike) or not shared - no.sides - no.names:
        return None
    heads = [term for term in no.scope if term not in no.sides | no.names][:HEAD]
    told = shared.intersection(heads)
    if (not told and (heads or no.silent)) or (
        not (against and told) and likeness.covers(yes, no.scope) < SCOPE
    ):
        return None
    return _differ("polarity", _denier(a), _denier(b))


def _is_stated(a: Point, b: Point) -> bool:
    """Whether both say outright how it is, or both how it should be; no condition, no bare noun."""
    degrees = {a.statement.claim.certainty, b.statement.claim.certainty}
    if not (degrees <= ASSERTED or degrees == {"obligation"}):
        return False
    return all(
        (one.clausal or one.denied) and not one.statement.claim.conditional for one in (a, b)
    )


def _is_fact(point: Point) -> bool:
    return point.statement.claim.certainty in FACTS


def _denier(point: Point) -> str:
    if point.denied and point.attribution.cue is not None:
        return point.attribution.cue.text
    return point.statement.modality.denier


def _certainty(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """One says that it is all but certain, the other that it is no more than possible."""
    x, y = a.statement.claim.certainty, b.statement.claim.certainty
    if {x, y} != {"almost_certain", "possible"}:
        return None
    return _differ("certainty", a.statement.modality.word, b.statement.modality.word)


def _opposite(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    return _contrast("opposite", "polarity", a, b)


def _evaluation(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    return _contrast("evaluation", "evaluation", a, b)


def _contrast(kind: str, name: DifferenceKind, a: Point, b: Point) -> Difference | None:
    """The two hold words of one row on different sides, denied or not."""
    if not (_is_fact(a) and _is_fact(b)) or (kind == "opposite" and not (a.clausal and b.clausal)):
        return None
    if a.open or b.open:
        return None
    for x in a.contrasts:
        for y in b.contrasts:
            matched = x.kind == y.kind == kind and x.row == y.row and x.form != y.form
            if matched and _side(a, x) != _side(b, y):
                return _differ(name, x.form, y.form)
    return None


def _side(point: Point, contrast: Contrast) -> int:
    """The side on which a claim stands: the other one where it denies the word (不|顺利)."""
    words, denier = point.statement.words, point.statement.modality.denier
    before = [word.form for word in words[max(0, contrast.at - NEAR) : contrast.at]]
    turned = bool(denier) and denier not in contrast.form and denier in before
    return -contrast.side if turned != point.denied else contrast.side


def _quantity(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """They count the same, at one time, and the counts leave no room for each other."""
    if a.negative or b.negative or _are_at_other_times(a, b):
        return None
    if a.sides and b.sides and a.sides != b.sides:
        return None
    for x in a.quantities:
        for y in b.quantities:
            alike = x.unit == y.unit and (x.counted & y.counted or x.counted == y.counted)
            alike = alike and _whose(likeness, a, x.end) == _whose(likeness, b, y.end)
            if alike and (x.high < y.low or y.high < x.low):
                return _differ("quantity", _text(a, x.start, x.end), _text(b, y.start, y.end))
    return None


def _are_at_other_times(a: Point, b: Point) -> bool:
    """Whether each says when, and none of the days of the one is any of the other."""
    pairs = [(x, y) for x in a.dates for y in b.dates if x.sure == y.sure]
    return bool(pairs) and all(x.last < y.first or y.last < x.first for x, y in pairs)


def _whose(likeness: Likeness, point: Point, end: int) -> str:
    """The side whose the counted ones are, right behind a quantity: 40名|南国人."""
    words = point.statement.words
    return next((likeness.side(word.form) for word in words if word.start == end), "")


def _date(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Each gives the one thing one day, and the days lie apart."""
    same = a.negative == b.negative and {a.agent, b.agent} <= {a.agent, ""} | {b.agent, ""}
    one = len(set(a.forms) & set(b.forms)) > 1 or set(a.forms) == set(b.forms)
    if not (same and one and len(a.dates) == len(b.dates) == 1):
        return None
    if _counts(a) != _counts(b):
        return None  # two counts on two days are two things
    x, y = a.dates[0], b.dates[0]
    if (_is_year(x) and _is_year(y)) or not (x.sure and y.sure):
        return None  # what happens in one year may happen in the next
    if x.last < y.first or y.last < x.first:
        return _differ("date", _text(a, x.start, x.end), _text(b, y.start, y.end))
    return None


def _is_year(one: Dated) -> bool:
    return one.first[:4] == one.last[:4] and one.first[4:] == "-01-01" and one.last[4:] == "-12-31"


def _counts(point: Point) -> frozenset[tuple[str, float, float]]:
    return frozenset((x.unit, x.low, x.high) for x in point.quantities)


def _text(point: Point, start: int, end: int) -> str:
    span = point.statement.claim.span
    return span.text[start - span.start : end - span.start]


def _agent(likeness: Likeness, a: Point, b: Point, against: bool) -> Difference | None:
    """Each holds another party to have done it, and one of them the other's own side."""
    if not a.agent or not b.agent or a.agent == b.agent or a.negative or b.negative:
        return None
    if not {a.statement.claim.certainty, b.statement.claim.certainty} <= ASSERTED:
        return None
    if a.agent in a.own or b.agent in b.own:
        return None
    if not a.blamed & b.blamed:
        return None
    if a.agent in b.own and b.agent in a.own:
        return _differ("agent", a.agent, b.agent)
    return None


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
    (_polarity, ONE_MATTER),
)
