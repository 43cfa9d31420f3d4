"""The trained taggers behind one small face: labels with their probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property

import pycrfsuite

from claims.find.features import Rows
from claims.find.weights import read_features
from claims.lang.base import Language

OUTSIDE = "O"
OPTIONAL = "?"
RULED_OUT = 0.9  # of the first field for an item: what other fields say of it is not asked
NEAR = 2  # items


class Tagger:
    """One or more linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001).

    Where there are several, their probabilities are averaged. A label that ends in `?` marks
    what annotators were free to leave out; it counts half.
    """

    def __init__(self, *weights: bytes) -> None:
        self._weights = weights  # the library reads from this memory as long as it tags
        self._fields = [pycrfsuite.Tagger() for _ in weights]
        for field, memory in zip(self._fields, weights, strict=True):
            field.open_inmemory(memory)
        used = [set(field.labels()) for field in self._fields]
        self.labels = sorted({label.rstrip(OPTIONAL) for label in set.union(*used)} - {OUTSIDE})
        self._forms = [
            (label, [
                (field, n > 0, form, part)
                for n, (field, labels) in enumerate(zip(self._fields, used, strict=True))
                for form, part in ((label, 1.0), (label + OPTIONAL, 0.5))
                if form in labels
            ])
            for label in self.labels
        ]  # fmt: skip

    @cached_property
    def known(self) -> frozenset[str]:
        """The features that any of the fields has a weight for."""
        return frozenset[str]().union(*map(read_features, self._weights))

    def best(self, rows: Rows) -> tuple[list[str], float]:
        """The likeliest labels of a row of items, and the probability of the whole row."""
        labels = self._fields[0].tag(rows)
        return labels, self._fields[0].probability(labels)

    def weighed(self, rows: Rows, floor: float) -> list[tuple[str, float]]:
        """For each item its label and how sure it is, `O` where no label reaches the floor.

        The first field reads the whole row, the others only what lies around the items that it
        does not rule out: a label depends on its neighbours, and hardly on those beyond.
        """
        first, *others = self._fields
        first.set(pycrfsuite.ItemSequence(rows))
        outside = [first.marginal(OUTSIDE, i) for i in range(len(rows))]
        found = [(OUTSIDE, out) for out in outside]
        for start, end in _around(outside):
            for field in others:
                field.set(pycrfsuite.ItemSequence(rows[start:end]))
            for i in range(start, end):
                out = outside[i]
                for field in others:
                    out += field.marginal(OUTSIDE, i - start)
                out /= len(self._fields)
                if out > 1 - floor / 2:
                    found[i] = OUTSIDE, out
                else:
                    found[i] = self._weigh(i, start, out, floor)
        return found

    def _weigh(self, i: int, start: int, outside: float, floor: float) -> tuple[str, float]:
        """The label of an item that may well have one; the other fields begin at `start`."""
        share = 1 / len(self._fields)
        best, sure = OUTSIDE, 0.0
        for label, forms in self._forms:
            weight = 0.0
            for field, later, form, part in forms:
                weight += part * field.marginal(form, i - start if later else i)
            weight *= share
            if weight > sure:
                best, sure = label, weight
        odds = sure / (sure + outside) if sure else 0.0
        if odds >= floor and sure >= floor * (1 - outside) / 2:
            return best, odds
        return OUTSIDE, 1 - odds


def _around(outside: list[float]) -> Iterator[tuple[int, int]]:
    """The stretches of items that are not ruled out, with some on either side.

    >>> list(_around([1.0, 1.0, 1.0, 1.0, 1.0, 0.2, 1.0, 1.0]))
    [(3, 8)]
    """
    begun, reach = 0, 0
    for i, out in enumerate(outside):
        if out > RULED_OUT:
            continue
        if i - NEAR > reach:
            if reach:
                yield begun, reach
            begun = i - NEAR
        reach = min(i + 1 + NEAR, len(outside))
    if reach:
        yield begun, reach


@cache
def _load(models: Callable[[str], bytes], names: tuple[str, ...]) -> Tagger:
    return Tagger(*(models(name) for name in names))


def load_tagger(language: Language, *names: str) -> Tagger:
    """The tagger of a language made of the weights of these names, read once."""
    return _load(language.models, names)
