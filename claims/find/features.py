"""What the taggers see of each word, made once and shared by both stages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import count, pairwise
from operator import sub
from typing import TypeVar

from claims.find.page import Paragraph

EDGE = "<>"
NONE = "-"
MARKS = {"B": "<<", "E": ">>"}  # how any mark that opens or closes a quotation is seen

Rows = list[Sequence[str | bytes]]  # the features of each of some words or items


class _Every:
    """All features there can be: in training it is still to be seen which weigh anything."""

    def __contains__(self, feature: object) -> bool:
        return True


EVERY = _Every()
Known = frozenset[str] | _Every  # the features that the weights of a tagger know


@dataclass(frozen=True)
class View:
    """A paragraph as the taggers see it: columns with two edges before and after the words.

    `w` words, every family of quotation marks as one, `t` parts of speech, `c` the first sense
    of a word of report, `k` the first kind of a noun of speakers, `q` the state of quotation.
    """

    w: list[str]
    t: list[str]
    c: list[str]
    k: list[str]
    q: list[str]
    heads: list[int]
    tails: list[int]


def view(paragraph: Paragraph) -> View:
    """The columns of a paragraph."""
    edge = [EDGE, EDGE]
    states = quote_states(paragraph)
    words = [MARKS.get(state, form) for state, form in zip(states, paragraph.forms, strict=True)]

    def padded(column: list[str]) -> list[str]:
        return [*edge, *column, *edge]

    return View(
        w=padded(words),
        t=padded(list(paragraph.tags)),
        c=padded([names[0] if names else NONE for names in paragraph.senses]),
        k=padded([names[0] if names else NONE for names in paragraph.kinds]),
        q=states,
        heads=_clause_heads(paragraph),
        tails=_clause_tails(paragraph),
    )


def quote_states(paragraph: Paragraph) -> list[str]:
    """For each word: B or E at a mark of quotation, else the depth of the quotations around it."""
    if not paragraph.quotes:
        return ["0"] * len(paragraph)
    starts = {quote.start for quote in paragraph.quotes}
    ends = {quote.end for quote in paragraph.quotes if quote.closed}
    out = []
    for i, index in enumerate(paragraph.quote):
        if paragraph.starts[i] in starts:
            out.append("B")
        elif paragraph.ends[i] in ends:
            out.append("E")
        else:
            out.append("0" if index < 0 else str(min(paragraph.quotes[index].depth, 1) + 1))
    return out


def _clause_heads(paragraph: Paragraph) -> list[int]:
    heads: list[int] = []
    for i, clause in enumerate(paragraph.clause):
        heads.append(i if i == 0 or paragraph.clause[i - 1] != clause else heads[i - 1])
    return heads


def _clause_tails(paragraph: Paragraph) -> list[int]:
    tails = list(range(len(paragraph)))
    for i in range(len(paragraph) - 2, -1, -1):
        if paragraph.clause[i] == paragraph.clause[i + 1]:
            tails[i] = tails[i + 1]
    return tails


def word_features(paragraph: Paragraph, seen: View, known: Known = EVERY) -> Rows:
    """The features of each word for the first stage, which marks cues; only those that are known.

    The word and its neighbours, parts of speech, what the lexicons say, the state of quotation,
    and where in its clause the word stands. Their order is part of the result: the weights of a
    word are added up in it.
    """
    w, t, c, k = seen.w, seen.t, seen.c, seen.k
    forms = list(map(_of_form(known), w))
    pairs = _of_pairs(known, w)
    openings = {head: encode(known, f"p={w[head + 1]}{w[head + 2]}") for head in {*seen.heads}}
    columns = zip(
        zip(forms[2:], forms[1:], forms[3:], forms, forms[4:], strict=False),
        pairwise(pairs[1:]),
        map(_of_tags(known), t[1:], t[2:], t[3:]),
        map(_of_lists(known), c[1:], c[2:], c[3:], k[1:], k[2:], k[3:], seen.q),
        map(_of_place(known), map(sub, count(), seen.heads), map(sub, seen.tails, count()), c[2:]),
        map(openings.__getitem__, seen.heads),
        map(_of_end(known), [w[x + 2] for x in seen.tails], [k[x + 2] for x in seen.heads], c[2:]),
        paragraph.senses,
        strict=False,
    )
    out: Rows = []
    for (own, g, h, y, z), (before, after), tags, lists, place, opening, end, senses in columns:
        row = [
            *own[0], *g[1], *h[2], *y[3], *z[4], *before[0], *after[1],
            *tags, *lists, *own[5], *place, *opening, *end,
        ]  # fmt: skip
        if senses:
            row += encode(known, *["s=" + name for name in senses])
        out.append(row)
    return out


Encoded = tuple[bytes, ...]


def _of_pairs(known: Known, forms: list[str]) -> list[tuple[Encoded, Encoded]]:
    """What each two words side by side tell of the second and of the first; most are not known."""
    found = []
    for pair in map("|".join, pairwise(forms)):
        before, behind = "b-=" + pair, "b+=" + pair
        if before in known or behind in known:
            found.append((encode(known, before), encode(known, behind)))
        else:
            found.append(UNKNOWN)
    return found


UNKNOWN: tuple[Encoded, Encoded] = ((), ())


def encode(known: Known, *features: str) -> tuple[bytes, ...]:
    """Those of some features that are known, in the encoding of the tagger's library.

    >>> encode(frozenset({"t=v", "k=role"}), "t=v", "t=n", "k=role")
    (b't=v', b'k=role')
    """
    return tuple([feature.encode() for feature in features if feature in known])


T = TypeVar("T")


# Features are what tagging costs, and most come back with the next word: each is made once, and
# in the encoding in which the tagger's library reads it.
def _kept(make: Callable[..., T]) -> Callable[[Known], Callable[..., T]]:
    """A maker of features for each set of known ones, which keeps what it has made."""

    @lru_cache(maxsize=4)
    def for_known(known: Known) -> Callable[..., T]:
        return lru_cache(maxsize=8192)(partial(make, known))

    return for_known


@_kept
def _of_form(known: Known, form: str) -> tuple[tuple[bytes, ...], ...]:
    """What a word tells of itself and of those near it, and what it tells by its characters."""
    places = "w=", "w-1=", "w+1=", "w-2=", "w+2="
    near = (encode(known, place + form) for place in places)
    return *near, encode(known, "l=" + form[-1], "f=" + form[0])


@_kept
def _of_tags(known: Known, before: str, tag: str, after: str) -> tuple[bytes, ...]:
    return encode(known, "t=" + tag, "t-1=" + before, "t+1=" + after, f"tt={before}{tag}{after}")


@_kept
def _of_lists(
    known: Known,
    c_before: str, c: str, c_after: str, k_before: str, k: str, k_after: str, q: str,
) -> tuple[bytes, ...]:  # fmt: skip
    return encode(
        known,
        f"cc={c_before}{c}", f"cd={c}{c_after}", "k-1=" + k_before, "k+1=" + k_after,
        f"kc={k_before}{c}", f"kd={c}{k_after}", f"qc={q}{c}",
    )  # fmt: skip


@_kept
def _of_place(known: Known, from_head: int, to_tail: int, c: str) -> tuple[bytes, ...]:
    return encode(known, f"ce={c}{min(to_tail, 6)}", f"ch={c}{min(from_head, 6)}")


@_kept
def _of_end(known: Known, end: str, head_kind: str, c: str) -> tuple[bytes, ...]:
    return encode(known, f"cz={c}{end}", f"kh={head_kind}{c}")
