"""What lies around a cue, as a row of items: the words near it, whole clauses farther off.

Hard limits are built into the row. It never leaves the quotation in which the cue stands, a
quotation that does not hold the cue is one item, and beyond the cue's own clauses only whole
clauses are items: so a content can end at a clause or at a mark, and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.find.features import NONE, View
from claims.find.page import Paragraph
from claims.lang.base import Marks

SOURCE, CONTENT, OUTSIDE = "S", "K", "O"  # what an item can be labelled as
LEFT_WORDS = 60
RIGHT_WORDS = 120
REACH = 1500  # words on either side of a cue; what lies farther is not looked at
UNITS = 250  # words and whole quotations on either side: no sentence is longer


class Item(NamedTuple):
    """Words `first` to `last` (half-open) of a paragraph; `side` is where they stand: left,
    cue, inside a frame, right; `kind` is word, quotation or clause."""

    first: int
    last: int
    side: str
    kind: str


def lay_items(paragraph: Paragraph, cue: tuple[int, ...], marks: Marks) -> tuple[Item, ...]:
    """The items around a cue, which is given as the indices of its words."""
    low, high = _domain(paragraph, cue, marks)
    left = _units_before(paragraph, low, cue[0], marks)
    right = _units_after(paragraph, cue[-1] + 1, high, marks)
    near = max(_sentence_start(paragraph, left, marks), len(left) - LEFT_WORDS)
    items = _clauses(paragraph, left[:near], "L", marks)
    items += [Item(*unit, "L", _kind(unit)) for unit in left[near:]]
    items += [Item(i, i + 1, "C" if i in cue else "M", "w") for i in range(cue[0], cue[-1] + 1)]
    turn = min(_clause_end(paragraph, right, marks), RIGHT_WORDS)
    items += [Item(*unit, "R", _kind(unit)) for unit in right[:turn]]
    items += _clauses(paragraph, right[turn:], "R", marks)
    return tuple(items)


def _domain(paragraph: Paragraph, cue: tuple[int, ...], marks: Marks) -> tuple[int, int]:
    """The words that a cue can reach: its paragraph, or the inside of its quotation or bracket."""
    low, high = max(0, cue[0] - REACH), min(len(paragraph), cue[-1] + REACH)
    index = paragraph.quote[cue[0]]
    if index >= 0 and index == paragraph.quote[cue[-1]]:
        quote = paragraph.quotes[index]
        first = bisect_right(paragraph.starts, quote.start)
        last = bisect_left(paragraph.ends, quote.end + (not quote.closed))
        low, high = max(low, first), min(high, last)
    return _inside_brackets(paragraph, cue, (low, high), marks)


def _inside_brackets(
    paragraph: Paragraph, cue: tuple[int, ...], domain: tuple[int, int], marks: Marks
) -> tuple[int, int]:
    """The words between the brackets in which a cue stands, if a pair of its sentence holds it."""
    (low, high), forms = domain, paragraph.forms
    number, open_at = paragraph.sentence[cue[0]], list[int]()
    first = bisect_left(paragraph.sentence, number)
    last = min(bisect_right(paragraph.sentence, number), high)
    for i in range(max(low, first), last):
        if forms[i] in marks.brackets:
            open_at.append(i)
        elif open_at and forms[i] == marks.brackets[forms[open_at[-1]]]:
            begin = open_at.pop()
            if begin < cue[0] and cue[-1] < i:
                return begin + 1, i
    return domain


Unit = tuple[int, int]


def _units_after(paragraph: Paragraph, first: int, high: int, marks: Marks) -> list[Unit]:
    """The rest of the sentence in words and closed quotations, and quotations right after it."""
    units: list[Unit] = []
    closing, ended, i = paragraph.closing, False, first
    while i < high and len(units) < UNITS:
        last, end = closing.get(paragraph.starts[i]), i + 1
        if last is not None:
            end = bisect_left(paragraph.starts, last)
            if end > high or paragraph.ends[end - 1] != last:
                end = i + 1
        if ended and end == i + 1:
            break
        units.append((i, end))
        ended = ended or _stops(paragraph, (i, end), marks)
        i = end
    return units


def _units_before(paragraph: Paragraph, low: int, last: int, marks: Marks) -> list[Unit]:
    """The beginning of the sentence in words and closed quotations, and the sentence before it."""
    units: list[Unit] = []
    opened, stops, i = paragraph.opened, 0, last
    while i > low and len(units) < UNITS:
        start = opened.get(paragraph.ends[i - 1])
        begin = bisect_left(paragraph.starts, start) if start is not None else i - 1
        unit = (begin, i) if begin >= low else (i - 1, i)
        stops += _stops(paragraph, unit, marks)
        if stops == 2:
            break
        units.append(unit)
        i = unit[0]
    return units[::-1]


def _kind(unit: Unit) -> str:
    return "q" if unit[1] - unit[0] > 1 else "w"


def _stops(paragraph: Paragraph, unit: Unit, marks: Marks) -> bool:
    """Whether a sentence ends with a unit: at a stop, or at a quotation that ends with one."""
    first, last = unit
    if last - first == 1:
        return paragraph.stops[first]
    after = paragraph.forms[last] if last < len(paragraph) else ""
    return paragraph.forms[last - 2] in marks.stops and after not in marks.pauses


def _sentence_start(paragraph: Paragraph, units: list[Unit], marks: Marks) -> int:
    """The index of the first unit of the sentence that the last unit is in."""
    at = len(units)
    while at > 0 and not _stops(paragraph, units[at - 1], marks):
        at -= 1
    return at


def _clause_end(paragraph: Paragraph, units: list[Unit], marks: Marks) -> int:
    """The index after the unit that ends the first clause."""
    for x, unit in enumerate(units):
        if _ends_clause(paragraph, unit, marks):
            return x + 1
    return len(units)


def _ends_clause(paragraph: Paragraph, unit: Unit, marks: Marks) -> bool:
    alone = unit[1] - unit[0] == 1
    return (alone and paragraph.pauses[unit[0]]) or _stops(paragraph, unit, marks)


def _clauses(paragraph: Paragraph, units: list[Unit], side: str, marks: Marks) -> list[Item]:
    """Whole clauses; a quotation that opens one and ends with a stop is an item of its own."""
    items: list[Item] = []
    begun = 0
    for x in range(len(units)):
        if x + 1 == len(units) or _ends_clause(paragraph, units[x], marks):
            kind = "q" if begun == x and _kind(units[x]) == "q" else "s"
            items.append(Item(units[begun][0], units[x][1], side, kind))
            begun = x + 1
    return items


def item_features(
    paragraph: Paragraph,
    seen: View,
    items: tuple[Item, ...],
    cue: tuple[int, ...],
    others: frozenset[int],
    marks: Marks,
) -> list[list[str]]:
    """The features of each item, seen from the cue; `others` are the words of other cues."""
    about = _About.of(paragraph, seen, items, cue)
    places = _places(paragraph, items, others, cue, marks)
    at = next(x for x, item in enumerate(items) if item.first == cue[0])
    out: list[list[str]] = []
    for x, (item, place) in enumerate(zip(items, places, strict=True)):
        features = _place_features(seen, item, about, place)
        features += _neighbour_features(seen, items, x, places)
        if item.kind == "w":
            far = min(at - x, 9) if item.side == "L" else min(x - at, 5)
            features += _word_features(seen, item, about, far, place)
        else:
            features += _clause_features(seen, item, about, place)
        out.append(features)
    return out


@dataclass(frozen=True)
class _About:
    """What is said of the cue in the features of every item around it.

    `after` is the mark or word after the cue, `rest` whether a verb stands in the rest of the
    cue's clause, `quote` the state of quotation at the cue. `told` are the features of the places
    met so far that tell of nothing else but the cue.
    """

    first: int
    word: str
    sense: str
    frame: str
    after: str
    rest: str
    quote: str
    told: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, paragraph: Paragraph, seen: View, items: tuple[Item, ...], cue: tuple[int, ...]
    ) -> _About:
        first, last = cue[0], cue[-1]
        sense = seen.c[first + 2]
        words = [item for item in items if item.side == "R" and item.kind == "w"]
        verbs = any(paragraph.tags[item.first].startswith("v") for item in words)
        return cls(
            first,
            "".join(paragraph.forms[i] for i in cue),
            seen.c[last + 2] if sense == NONE else sense,
            "F" if last - first + 1 > len(cue) else "P",
            seen.w[last + 3],
            f"{min(len(words), 4)}{'v' if verbs else 'n'}",
            seen.q[first],
        )

    def at(self, name: str) -> list[str]:
        """The features of a place and the cue."""
        if name not in self.told:
            sense, after = self.sense, self.after
            self.told[name] = [
                "p=" + name, f"o={name}|{sense}", f"ow={name}|{self.word}",
                f"oa={name}|{after}", f"oas={name}|{after}|{sense}",
                f"rv={name}|{self.rest}|{sense}",
            ]  # fmt: skip
        return self.told[name]


class _Place(NamedTuple):
    """Where an item stands: the clauses and the cues between it and the cue.

    `name` is its side, its kind and the number of clauses, `cued` whether it holds a cue.
    """

    name: str
    clauses: int
    cued: str
    passed: int


def _places(
    paragraph: Paragraph,
    items: tuple[Item, ...],
    others: frozenset[int],
    cue: tuple[int, ...],
    marks: Marks,
) -> list[_Place]:
    """The place of each item, counted outwards from the cue."""
    at = next(x for x, item in enumerate(items) if item.first == cue[0])
    before = _outwards(paragraph, items[at::-1], others, marks)
    return [*before[::-1], *_outwards(paragraph, items[at + 1 :], others, marks)]


def _outwards(
    paragraph: Paragraph, items: tuple[Item, ...], others: frozenset[int], marks: Marks
) -> list[_Place]:
    """The places of a row of items, the one nearest to the cue first."""
    found: list[_Place] = []
    clauses = passed = 0
    for first, last, side, kind in items:
        cued = _cued(paragraph, first, last, kind, others)
        ends = paragraph.forms[last - 1] in marks.ends
        if side == "L" and ends:
            clauses += 1
        counted = min(clauses, 4)
        found.append(_Place(f"{side}{kind}{counted}", counted, cued, passed))
        if side != "L" and (ends or kind != "w"):
            clauses += 1
        if cued == "+":
            passed = min(passed + 1, 2)
    return found


def _cued(paragraph: Paragraph, first: int, last: int, kind: str, others: frozenset[int]) -> str:
    """Whether another cue stands in an item: `+` with a subject before it, `e` with none."""
    for i in range(first, last):
        if i in others:
            bare = all(tag[0] in "cdu" for tag in paragraph.tags[first:i])
            return "e" if bare and kind == "s" else "+"
    return "-"


def _place_features(seen: View, item: Item, about: _About, place: _Place) -> list[str]:
    """Where the item stands as seen from the cue, and its edges."""
    w, t, c, k = seen.w, seen.t, seen.c, seen.k
    first, last, side, kind = item
    name, _, cued, passed = place
    h, i, j = first + 1, first + 2, last + 2
    return [
        *about.at(name),
        f"fr={about.frame}{name}{passed}", f"cu={side}{kind}{cued}{passed}",
        f"cs={name}{cued}{about.sense}",
        f"w={side}{w[i]}", "w0=" + w[i], f"w-1={side}{w[h]}", f"w+1={side}{w[j]}",
        f"t={side}{t[i]}", f"t-1={side}{t[h]}{t[i]}", f"t+1={side}{t[i]}{t[j]}",
        f"k={side}{k[i]}", f"k-1={side}{k[h]}{k[i]}", f"k+1={side}{k[i]}{k[j]}",
        f"c={side}{c[i]}", f"c-1={side}{c[h]}{c[i]}", f"c+1={side}{c[i]}{c[j]}",
        f"q={side}{about.quote}{seen.q[first]}",
    ]  # fmt: skip


def _neighbour_features(
    seen: View, items: tuple[Item, ...], x: int, places: list[_Place]
) -> list[str]:
    """What kind of item stands before and after: a content ends by what follows it."""
    _, _, side, kind = items[x]
    found = []
    if x:
        before = items[x - 1]
        found.append(f"pk={side}{kind}{before.kind}{seen.w[before.last + 1]}")
    if x + 1 < len(items):
        after, cued = items[x + 1], places[x + 1].cued
        i, next_kind = after.first + 2, after.kind
        found += [
            f"nk={side}{kind}{next_kind}{cued}",
            f"nw={side}{next_kind}{seen.w[i]}",
            f"nt={side}{next_kind}{seen.t[i]}{seen.k[i]}{cued}",
        ]
    return found


def _word_features(seen: View, item: Item, about: _About, far: int, place: _Place) -> list[str]:
    w, t, k = seen.w, seen.t, seen.k
    i, side = item.first + 2, item.side
    return [
        f"d={side}{far}", f"dt={side}{far}{t[i]}", f"dk={side}{far}{k[i]}",
        f"dp={side}{place.passed}{place.cued}{k[i]}",
        f"b-={w[i - 1]}|{w[i]}", f"b+={w[i]}|{w[i + 1]}", f"ww={side}{w[i]}|{about.word}",
    ]  # fmt: skip


def _clause_features(seen: View, item: Item, about: _About, place: _Place) -> list[str]:
    """A clause or quotation by its first words, its last, its length, and what follows it."""
    w, t, k = seen.w, seen.t, seen.k
    i, j, side, kind = item.first + 2, item.last + 2, item.side, item.kind
    size, cued = min((item.last - item.first) // 4, 5), f"{place.cued}{place.passed}"
    return [
        f"x={side}{w[j - 1]}", f"xw={side}{w[i - 1]}|{w[j - 1]}", f"n={side}{kind}{size}",
        f"i={side}{w[i]}{w[i + 1]}", f"it={side}{t[i]}{t[i + 1]}{cued}",
        f"ik={side}{k[i]}{k[i + 1]}{cued}",
        f"xs={side}{kind}{w[j - 1]}{cued}", f"pb={side}{w[i - 1]}{cued}", f"wc={side}{w[i]}{cued}",
        f"qe={side}{kind}{w[j - 2]}{w[j]}", f"xp={side}{kind}{w[i - 1]}{about.sense}",
        f"fc={about.frame}{side}{w[i - 1]}{cued}",
        f"sc={about.sense}{place.clauses}{cued}{w[i - 1]}",
    ]  # fmt: skip
