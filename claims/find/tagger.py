"""The trained taggers behind two small faces: of words, and of the items around a cue.

Both are linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001), trained with
CRFsuite (Okazaki 2007).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from threading import Lock

import numpy as np
import pycrfsuite

from claims.find.features import Column
from claims.find.fields import NOTHING, Stretches, look_at, weigh
from claims.find.sums import Sums
from claims.find.weights import read_weights
from claims.lang.base import Language

OUTSIDE = "O"
OPTIONAL = "?"
NEVER = -50.0  # what a label weighs that a field does not have

Marked = dict[int, tuple[str, float]]  # some words in their order: a label and how sure it is


class WordTagger:
    """Labels of words by one or more fields, their probabilities averaged.

    A label that ends in `?` marks what annotators were free to leave out; it counts half. The
    library reads one field at a time, and all features of all words anew; as nearly all words
    are nothing, they are read here.
    """

    def __init__(self, *models: bytes) -> None:
        fields = [read_weights(model) for model in models]
        every = (form for field in fields for form in field.labels)
        forms = list(dict.fromkeys([OUTSIDE, *every]))  # the first is NOTHING
        self.labels = list(dict.fromkeys(form.rstrip(OPTIONAL) for form in forms))
        self._moves = np.full((len(fields), len(forms), len(forms)), NEVER)
        self._base = np.full((len(fields), len(forms)), NEVER)
        self._shares = np.zeros((len(forms), len(self.labels)))
        for i, form in enumerate(forms):
            share = 0.5 if form.endswith(OPTIONAL) else 1.0
            self._shares[i, self.labels.index(form.rstrip(OPTIONAL))] = share / len(fields)
        names = dict.fromkeys(name for field in fields for name in field.rows)
        rows = {name: row for row, name in enumerate(names)}
        states = np.zeros((len(rows), len(fields), len(forms)))
        for i, field in enumerate(fields):
            own = [forms.index(form) for form in field.labels]
            here = [rows[name] for name in field.rows]
            states[np.ix_(here, [i], own)] = field.states[:, None]
            self._moves[np.ix_([i], own, own)] = field.moves
            self._base[i, own] = 0.0
        self._sums = Sums(rows, states)

    def mark(
        self, columns: Sequence[Sequence[Column]], sizes: Sequence[int], floor: float
    ) -> list[Marked]:
        """For each paragraph the words with a label that reaches the floor, and how sure it is.

        `columns` are the features of each paragraph, `sizes` how many words it has.
        """
        found: list[Marked] = [{} for _ in sizes]
        scores = (self._base + self._sums.add_up(columns, sum(sizes))).transpose(1, 0, 2)
        many = np.array(sizes, np.intp)
        stretches = Stretches.of(look_at(scores, self._moves), many)
        words = stretches.words
        if not len(words):
            return found
        chances = weigh(scores[:, words], self._moves, stretches).sum(axis=0) @ self._shares
        outside, likely = chances[:, NOTHING], np.delete(chances, NOTHING, axis=1)
        sure = likely.max(axis=1)
        odds = sure / (sure + outside)
        taken = (odds >= floor) & (sure >= floor * (1 - outside) / 2)
        words, odds, labels = words[taken], odds[taken], likely[taken].argmax(axis=1) + 1
        ends = np.cumsum(many)
        paragraphs = np.searchsorted(ends, words, side="right")
        places = words - (ends - many)[paragraphs]
        told = (paragraphs.tolist(), places.tolist(), labels.tolist(), odds.tolist())
        for paragraph, place, label, odd in zip(*told, strict=True):
            found[paragraph][place] = self.labels[label], odd
        return found


class ItemTagger:
    """The likeliest labels of a row of items by one field, read by the library.

    The library keeps the row that it read last, so threads take turns.
    """

    def __init__(self, model: bytes) -> None:
        self._model = model  # the library reads from this memory as long as it tags
        self._field = pycrfsuite.Tagger()
        self._field.open_inmemory(model)
        self._lock = Lock()

    def best(self, rows: Sequence[Sequence[str]]) -> tuple[list[str], float]:
        """The labels of a row by the features of each item, and how likely the whole row is."""
        with self._lock:
            labels = self._field.tag(rows)
            return labels, self._field.probability(labels)


@cache
def _load_words(models: Callable[[str], bytes], names: tuple[str, ...]) -> WordTagger:
    return WordTagger(*(models(name) for name in names))


@cache
def _load_items(models: Callable[[str], bytes], name: str) -> ItemTagger:
    return ItemTagger(models(name))


def load_word_tagger(language: Language, *names: str) -> WordTagger:
    """The tagger of words made of a language's weights of these names, read once."""
    return _load_words(language.models, names)


def load_item_tagger(language: Language, name: str) -> ItemTagger:
    """The tagger of items made of a language's weights of this name, read once."""
    return _load_items(language.models, name)
