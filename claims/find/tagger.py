"""The trained taggers behind one small face: labels with their probabilities."""

from __future__ import annotations

from functools import lru_cache

import pycrfsuite

from claims.lang.base import Language

OUTSIDE = "O"
OPTIONAL = "?"


class Tagger:
    """A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

    A label that ends in `?` marks what annotators were free to leave out; it counts half.
    """

    def __init__(self, weights: bytes) -> None:
        self._crf = pycrfsuite.Tagger()
        self._weights = weights  # the library reads from this memory as long as it tags
        self._crf.open_inmemory(weights)
        known = set(self._crf.labels())
        self.labels = sorted({label.rstrip(OPTIONAL) for label in known} - {OUTSIDE})
        self._forms = {
            label: [
                (form, weight)
                for form, weight in ((label, 1.0), (label + OPTIONAL, 0.5))
                if form in known
            ]
            for label in self.labels
        }

    def best(self, rows: list[list[str]]) -> tuple[list[str], float]:
        """The likeliest labels of a row of items, and the probability of the whole row."""
        labels = self._crf.tag(rows)
        return labels, self._crf.probability(labels)

    def weighed(self, rows: list[list[str]], floor: float) -> list[tuple[str, float]]:
        """For each item its label and how sure it is, `O` where no label reaches the floor."""
        found = []
        for i, label in enumerate(self._crf.tag(rows)):
            outside = self._crf.marginal(OUTSIDE, i)
            if label == OUTSIDE and outside > 1 - floor / 2:
                found.append((OUTSIDE, outside))
                continue
            sure = {
                name: sum(weight * self._crf.marginal(form, i) for form, weight in forms)
                for name, forms in self._forms.items()
            }
            best = max(self.labels, key=lambda name: sure[name])
            share = sure[best] / (sure[best] + outside) if sure[best] else 0.0
            taken = share >= floor and sure[best] >= floor * (1 - outside) / 2
            found.append((best, share) if taken else (OUTSIDE, 1 - share))
        return found


@lru_cache(maxsize=None)
def _tagger(code: str, name: str, weights: bytes) -> Tagger:
    return Tagger(weights)


def load_tagger(language: Language, name: str) -> Tagger:
    """The tagger of a language by name: `cues` or `spans`."""
    return _tagger(language.code, name, language.models(name))
