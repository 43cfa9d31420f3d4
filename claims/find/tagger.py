"""The trained taggers behind one small face: labels with their probabilities."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pycrfsuite

from claims.find.features import Rows
from claims.lang.base import Language

OUTSIDE = "O"
OPTIONAL = "?"


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
        known = [set(field.labels()) for field in self._fields]
        self.labels = sorted({label.rstrip(OPTIONAL) for label in set.union(*known)} - {OUTSIDE})
        self._forms = [
            {
                label: [
                    (form, weight)
                    for form, weight in ((label, 1.0), (label + OPTIONAL, 0.5))
                    if form in labels
                ]
                for label in self.labels
            }
            for labels in known
        ]

    def best(self, rows: Rows) -> tuple[list[str], float]:
        """The likeliest labels of a row of items, and the probability of the whole row."""
        labels = self._fields[0].tag(rows)
        return labels, self._fields[0].probability(labels)

    def weighed(self, rows: Rows, floor: float) -> list[tuple[str, float]]:
        """For each item its label and how sure it is, `O` where no label reaches the floor."""
        sequence = pycrfsuite.ItemSequence(rows)
        for field in self._fields:
            field.set(sequence)
        share = 1 / len(self._fields)
        places = range(len(rows))
        apart = ([field.marginal(OUTSIDE, i) for i in places] for field in self._fields)
        outside = (sum(parts) * share for parts in zip(*apart, strict=True))
        return [
            (OUTSIDE, out) if out > 1 - floor / 2 else self._weigh(i, out, floor)
            for i, out in enumerate(outside)
        ]

    def _weigh(self, i: int, outside: float, floor: float) -> tuple[str, float]:
        """The label of an item that may well have one."""
        share = 1 / len(self._fields)
        best, sure = OUTSIDE, 0.0
        for label in self.labels:
            weight = share * sum(
                part * field.marginal(form, i)
                for field, forms in zip(self._fields, self._forms, strict=True)
                for form, part in forms[label]
            )
            if weight > sure:
                best, sure = label, weight
        odds = sure / (sure + outside) if sure else 0.0
        if odds >= floor and sure >= floor * (1 - outside) / 2:
            return best, odds
        return OUTSIDE, 1 - odds


@cache
def _load(models: Callable[[str], bytes], names: tuple[str, ...]) -> Tagger:
    return Tagger(*(models(name) for name in names))


def load_tagger(language: Language, *names: str) -> Tagger:
    """The tagger of a language made of the weights of these names, read once."""
    return _load(language.models, names)
