"""What the taggers see of each word, made once and shared by both stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.find.page import Paragraph

EDGE = "<>"
NONE = "-"
MARKS = {"B": "<<", "E": ">>"}  # how any mark that opens or closes a quotation is seen

Rows = list[Sequence[str | bytes]]  # the features of each of some words or items


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


def word_features(paragraph: Paragraph, seen: View) -> Rows:
    """The features of each word for the first stage, which marks cues.

    The word and its neighbours, parts of speech, what the lexicons say, the state of quotation,
    and where in its clause the word stands. Their order is part of the result: the weights of a
    word are added up in it.
    """
    w, t, c, k, q = seen.w, seen.t, seen.c, seen.k, seen.q
    forms = [_of_form(form) for form in w]
    out: Rows = []
    for i, senses in enumerate(paragraph.senses):
        g, h, x, y, z = i, i + 1, i + 2, i + 3, i + 4
        head, tail = seen.heads[i], seen.tails[i]
        before, form, after = w[h], w[x], w[y]
        out.append((
            forms[x][0], forms[h][1], forms[y][2], forms[g][3], forms[z][4],
            f"b-={before}|{form}", f"b+={form}|{after}",
            *_of_tags(t[h], t[x], t[y]),
            *_of_lists(c[h], c[x], c[y], k[h], k[x], k[y], q[i]),
            *forms[x][5],
            *_of_place(min(i - head, 6), min(tail - i, 6), c[x]),
            f"p={w[head + 1]}{w[head + 2]}",
            *_of_end(w[tail + 2], k[head + 2], c[x]),
            *["s=" + name for name in senses],
        ))  # fmt: skip
    return out


# Features are what tagging costs, and most come back with the next word: each is made once, and
# in the encoding in which the tagger's library reads it.
@lru_cache(maxsize=8192)
def _of_form(form: str) -> tuple[bytes, bytes, bytes, bytes, bytes, tuple[bytes, ...]]:
    """What a word tells of itself and of those near it, and what it tells by its characters."""
    characters = _encoded("l=" + form[-1], "f=" + form[0])
    w = form.encode()
    return b"w=" + w, b"w-1=" + w, b"w+1=" + w, b"w-2=" + w, b"w+2=" + w, characters


@lru_cache(maxsize=8192)
def _of_tags(before: str, tag: str, after: str) -> tuple[bytes, ...]:
    return _encoded("t=" + tag, "t-1=" + before, "t+1=" + after, f"tt={before}{tag}{after}")


@lru_cache(maxsize=8192)
def _of_lists(
    c_before: str, c: str, c_after: str, k_before: str, k: str, k_after: str, q: str
) -> tuple[bytes, ...]:
    return _encoded(
        f"cc={c_before}{c}", f"cd={c}{c_after}", "k-1=" + k_before, "k+1=" + k_after,
        f"kc={k_before}{c}", f"kd={c}{k_after}", f"qc={q}{c}",
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _of_place(from_head: int, to_tail: int, c: str) -> tuple[bytes, ...]:
    return _encoded(f"ce={c}{to_tail}", f"ch={c}{from_head}")


@lru_cache(maxsize=8192)
def _of_end(end: str, head_kind: str, c: str) -> tuple[bytes, ...]:
    return _encoded(f"cz={c}{end}", f"kh={head_kind}{c}")


def _encoded(*features: str) -> tuple[bytes, ...]:
    return tuple(feature.encode() for feature in features)
