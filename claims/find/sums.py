"""What the features of words weigh together, before their neighbours' labels count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, repeat
from threading import Lock

import numpy as np

from claims.find.features import Column, Features, Names, Valued
from claims.find.weights import Numbers

KEPT = 16384  # facts of a column that are kept with what they weigh
ROWS = 1024  # of a table to begin with

Facts = tuple[object, ...]
Rows = Mapping[str, int]  # the row of each feature in a table of weights


class Sums:
    """Columns of features, added up by a table of weights with a row a feature.

    The rows of the table can be of any shape. Several threads may ask at once.

    >>> sums = Sums({"t=v": 0, "t-1=v": 1}, np.array([[0.5, 2.0], [1.0, 0.0]]))
    >>> sums.add_up([[Valued((("t=", 1), ("t-1=", 0)), ["n", "v", "v"])]], 2).tolist()
    [[0.5, 2.0], [1.5, 2.0]]
    """

    def __init__(self, rows: Rows, states: Numbers) -> None:
        self._rows, self._states = rows, states
        self._lock = Lock()
        self._by_value: dict[Features, _ByValue] = {}
        self._by_facts: dict[Callable[..., Names], _ByFacts] = {}

    def add_up(self, columns: Sequence[Sequence[Column]], size: int) -> Numbers:
        """The sum of each word, in the shape (words, …) of a row of the table.

        `columns` are those of each of some paragraphs, the same in each, `size` is the number of
        all their words.
        """
        scores = np.zeros((size, *self._states.shape[1:]))
        with self._lock:
            for each in zip(*columns, strict=True):
                first = each[0]
                if isinstance(first, Valued):
                    self._values(first.features).add_to(scores, each)
                else:
                    facts = chain.from_iterable(one.facts for one in each)
                    scores += self._facts(first.make).look_up(facts, size)
        return scores

    def _values(self, features: Features) -> _ByValue:
        if features not in self._by_value:
            self._by_value[features] = _ByValue(features, self._rows, self._states)
        return self._by_value[features]

    def _facts(self, make: Callable[..., Names]) -> _ByFacts:
        if make not in self._by_facts:
            self._by_facts[make] = _ByFacts(make, self._rows, self._states)
        return self._by_facts[make]


class _ByValue:
    """What each known value of some features weighs, a table a feature; 0 is any other value."""

    def __init__(self, features: Features, rows: Rows, states: Numbers) -> None:
        known = [
            {
                name.removeprefix(feature): row
                for name, row in rows.items()
                if name.startswith(feature)
            }
            for feature, _ in features
        ]
        values = dict.fromkeys(chain.from_iterable(known))
        self._numbers = {value: number for number, value in enumerate(values, 1)}
        self._tables = []
        for (_, place), of in zip(features, known, strict=True):
            table = np.zeros((len(values) + 1, *states.shape[1:]))
            table[[self._numbers[value] for value in of]] = states[list(of.values())]
            self._tables.append((place, table))

    def add_to(self, scores: Numbers, columns: Sequence[Valued]) -> None:
        """Add what the values of each word weigh."""
        many = np.array([len(column.values) for column in columns], np.intp)
        sizes = np.array([column.size for column in columns], np.intp)
        values = chain.from_iterable(column.values for column in columns)
        numbers = np.fromiter(map(self._numbers.get, values, repeat(0)), np.intp, many.sum())
        ahead = np.cumsum(many - sizes) - (many - sizes)  # values of no word of their own
        places = np.arange(len(scores)) + np.repeat(ahead, sizes)
        for place, table in self._tables:
            scores += table.take(numbers[places + place], axis=0)


class _ByFacts(dict[Facts, int]):
    """What some facts weigh by the features that they tell, kept from one article to the next.

    For each facts the row of a table, which grows as they are met. Its first row is of nothing.
    """

    def __init__(self, make: Callable[..., Names], rows: Rows, states: Numbers) -> None:
        self._make, self._rows, self._states = make, rows, states
        self._table = np.zeros((ROWS, *states.shape[1:]))
        self._made = 1
        self._waiting: list[list[int]] = []  # the features of each row that is still to be made

    def __missing__(self, facts: Facts) -> int:
        known = [self._rows[name] for name in self._make(*facts) if name in self._rows]
        self[facts] = row = self._made + len(self._waiting) if known else 0
        if known:
            self._waiting.append(known)
        return row

    def look_up(self, facts: Iterable[Facts], size: int) -> Numbers:
        """What each of some facts weighs."""
        if len(self) > KEPT:
            self.clear()
            self._made = 1
        rows = np.fromiter(map(self.__getitem__, facts), np.intp, size)
        if self._waiting:
            self._make_rows()
        return self._table.take(rows, axis=0)

    def _make_rows(self) -> None:
        """Make those that wait, at once: one by one takes longer."""
        many = np.fromiter(map(len, self._waiting), np.intp, len(self._waiting))
        features = np.fromiter(chain.from_iterable(self._waiting), np.intp, many.sum())
        end = self._made + len(many)
        if end > len(self._table):
            longer = np.zeros((2 * end, *self._table.shape[1:]))
            longer[: self._made] = self._table[: self._made]
            self._table = longer
        sums = np.add.reduceat(self._states[features], np.cumsum(many) - many)
        self._table[self._made : end] = sums
        self._made = end
        self._waiting = []
