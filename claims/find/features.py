"""What the taggers see of each word: a view for both, and columns of features for the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, starmap
from typing import NamedTuple

from claims.find.page import Paragraph
from claims.lang.base import Language

EDGE = "<>"
NONE = "-"
MARKS = {"B": "<<", "E": ">>"}  # how any mark that opens or closes a quotation is seen

Names = tuple[str, ...]
Features = tuple[tuple[str, int], ...]


class Told(NamedTuple):
    """Features that a few facts tell together, and those facts for each word of a row.

    `make` gives the features that some facts tell. Words have much in common: what is told once
    is told many times. The facts can be gone through once.
    """

    make: Callable[..., Names]
    facts: Iterable[tuple[object, ...]]

    def names(self) -> Iterator[Names]:
        """The features of each word."""
        return starmap(self.make, self.facts)


class Valued(NamedTuple):
    """Features whose value for a word is one of a row of values.

    Each feature has the place of its value for the first word; for the others it moves along.
    """

    features: Features
    values: list[str]

    @property
    def size(self) -> int:
        """How many words there are: each has a value of every feature."""
        return len(self.values) - max(place for _, place in self.features)

    def names(self) -> Iterator[Names]:
        """The features of each word."""
        values = self.values
        for i in range(self.size):
            yield tuple(name + values[i + place] for name, place in self.features)


Column = Told | Valued


def name_features(columns: Iterable[Column]) -> list[list[str]]:
    """The features of each word by name, in the order of the columns.

    >>> words = Valued((("w=", 1), ("w-1=", 0)), ["<>", "a", "b"])
    >>> name_features([words, Told(lambda tag: ("t=" + tag,), [("n",), ("v",)])])
    [['w=a', 'w-1=<>', 't=n'], ['w=b', 'w-1=a', 't=v']]
    """
    rows = zip(*(column.names() for column in columns), strict=True)
    return [[*chain.from_iterable(row)] for row in rows]


@dataclass(frozen=True)
class View:
    """A paragraph as the taggers see it: columns with two edges before and after the words.

    `w` words, every family of quotation marks as one, `t` parts of speech, `c` the first sense
    of a word of report, `k` the first kind of a noun of speakers, `q` the state of quotation.
    `heads` and `tails` are the places of the first and last word of a word's clause; `first` and
    `last` what the beginning and the end of its form tell in the language.
    """

    w: list[str]
    t: list[str]
    c: list[str]
    k: list[str]
    q: list[str]
    heads: list[int]
    tails: list[int]
    first: list[str]
    last: list[str]


def view(paragraph: Paragraph, language: Language) -> View:
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
        first=list(map(language.beginning, words)),
        last=list(map(language.ending, words)),
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


# Two edges stand before the words, so the value of a word itself is the third.
FORMS = (("w=", 2), ("w-1=", 1), ("w+1=", 3), ("w-2=", 0), ("w+2=", 4))
PAIRS = (("b-=", 0), ("b+=", 1))
FARTHEST = 6  # words from an end of its clause: beyond, a word is simply far from it
LAST, FIRST, OPENING = (("l=", 0),), (("f=", 0),), (("p=", 0),)


def word_columns(paragraph: Paragraph, seen: View) -> tuple[Column, ...]:
    """The features of each word for the first stage, which marks cues.

    The word and its neighbours, parts of speech, what the lexicons say, the state of quotation,
    and where in its clause the word stands. Their order is part of the result: the weights of a
    word are added up in it.
    """
    w, t, c, k = seen.w, seen.t, seen.c, seen.k
    heads, tails = seen.heads, seen.tails
    own, tags, senses, kinds = w[2:-2], t[2:-2], c[2:-2], k[2:-2]
    lists = c[1:-3], senses, c[3:-1], k[1:-3], kinds, k[3:-1], seen.q
    behind = [min(i - head, FARTHEST) for i, head in enumerate(heads)]
    ahead = [min(tail - i, FARTHEST) for i, tail in enumerate(tails)]
    places = behind, ahead, senses
    ends = [own[x] for x in tails], [kinds[x] for x in heads], senses
    return (
        Valued(FORMS, w),
        Valued(PAIRS, list(map("|".join, pairwise(w[1:-1])))),
        Told(_tags, zip(t[1:-3], tags, t[3:-1], strict=True)),
        Told(_lists, zip(*lists, strict=True)),
        Valued(LAST, seen.last),
        Valued(FIRST, seen.first),
        Told(_place, zip(*places, strict=True)),
        Valued(OPENING, [w[x + 1] + w[x + 2] for x in heads]),
        Told(_end, zip(*ends, strict=True)),
        Told(_senses, zip(paragraph.senses, strict=True)),
    )


def _tags(before: str, tag: str, after: str) -> Names:
    return "t=" + tag, "t-1=" + before, "t+1=" + after, f"tt={before}{tag}{after}"


def _lists(
    c_before: str, c: str, c_after: str, k_before: str, k: str, k_after: str, q: str
) -> Names:
    return (
        f"cc={c_before}{c}", f"cd={c}{c_after}", "k-1=" + k_before, "k+1=" + k_after,
        f"kc={k_before}{c}", f"kd={c}{k_after}", f"qc={q}{c}",
    )  # fmt: skip


def _place(from_head: int, to_tail: int, c: str) -> Names:
    return f"ce={c}{to_tail}", f"ch={c}{from_head}"


def _end(end: str, head_kind: str, c: str) -> Names:
    return f"cz={c}{end}", f"kh={head_kind}{c}"


def _senses(senses: tuple[str, ...]) -> Names:
    return tuple("s=" + name for name in senses)
