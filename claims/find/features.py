"""What the taggers see of each word, made once and shared by both stages."""

from __future__ import annotations

from dataclasses import dataclass

from claims.find.page import Paragraph

EDGE = "<>"
NONE = "-"
MARKS = {"B": "<<", "E": ">>"}  # how any mark that opens or closes a quotation is seen


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


def word_features(paragraph: Paragraph, seen: View) -> list[list[str]]:
    """The features of each word for the first stage, which marks cues.

    The word and its neighbours, parts of speech, what the lexicons say, the state of quotation,
    and where in its clause the word stands.
    """
    w, t, c, k, q = seen.w, seen.t, seen.c, seen.k, seen.q
    out = []
    for i in range(len(paragraph)):
        x = i + 2
        head, tail = seen.heads[i], seen.tails[i]
        from_head, to_tail = min(i - head, 6), min(tail - i, 6)
        features = [
            "w=" + w[x], "w-1=" + w[x - 1], "w+1=" + w[x + 1], "w-2=" + w[x - 2], "w+2=" + w[x + 2],
            "b-=" + w[x - 1] + "|" + w[x], "b+=" + w[x] + "|" + w[x + 1],
            "t=" + t[x], "t-1=" + t[x - 1], "t+1=" + t[x + 1], "tt=" + t[x - 1] + t[x] + t[x + 1],
            "c=" + c[x], "c-1=" + c[x - 1], "c+1=" + c[x + 1],
            "cc=" + c[x - 1] + c[x], "cd=" + c[x] + c[x + 1],
            "k=" + k[x], "k-1=" + k[x - 1], "k+1=" + k[x + 1],
            "kc=" + k[x - 1] + c[x], "kd=" + c[x] + k[x + 1],
            "q=" + q[i], "qc=" + q[i] + c[x],
            "l=" + w[x][-1], "f=" + w[x][0], f"n={min(len(w[x]), 4)}",
            f"h={from_head}", f"e={to_tail}", f"ce={c[x]}{to_tail}", f"ch={c[x]}{from_head}",
            "p=" + w[head + 1] + w[head + 2], "z=" + w[tail + 2], "cz=" + c[x] + w[tail + 2],
            "kh=" + k[head + 2] + c[x],
        ]  # fmt: skip
        features += ["s=" + name for name in paragraph.senses[i]]
        out.append(features)
    return out
