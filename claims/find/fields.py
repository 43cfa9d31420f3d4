"""Reading linear-chain fields: how likely each label of each word is.

Forward and backward sums after Lafferty, McCallum and Pereira (2001), over several fields at once.
Cues are few, so most words can hardly be anything; they are left out of the sums. What lies between
two of those that are looked at parts the row into short stretches that do not touch.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.find.weights import Numbers

Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

NOTHING = 0  # the number of the label of a word that is nothing, in every field
HARDLY = -6.0  # log odds against it at which a word is looked at
NEAR = 1  # words beside one that is looked at, looked at too


class Stretches(NamedTuple):
    """Runs of words that are looked at, the longest first.

    `starts` and `lengths` are their places among those words alone; `opens` and `shuts` whether
    a run begins and ends with its paragraph, and has no other word beside it there.
    """

    words: Places
    starts: Places
    lengths: Places
    opens: Flags
    shuts: Flags

    @classmethod
    def of(cls, looked_at: Flags, sizes: Places) -> Stretches:
        """The runs among the words of paragraphs of some sizes, of which some are looked at.

        >>> looked_at = np.array([True, True, False, True, True, True])
        >>> found = Stretches.of(looked_at, np.array([4, 2]))
        >>> found.words.tolist(), found.starts.tolist(), found.lengths.tolist()
        ([0, 1, 3, 4, 5], [0, 3, 2], [2, 2, 1])
        >>> found.opens.tolist(), found.shuts.tolist()
        ([True, True, False], [False, True, True])
        """
        words = np.flatnonzero(looked_at)
        begins = np.zeros(len(looked_at) + 1, bool)
        begins[np.cumsum(sizes) - sizes] = begins[-1] = True
        apart = begins[words]
        apart[:1] = True
        apart[1:] |= np.diff(words) > 1
        starts = np.flatnonzero(apart)
        lengths = np.diff(np.append(starts, len(words)))
        order = np.argsort(-lengths, kind="stable")
        starts, lengths = starts[order], lengths[order]
        opens, shuts = begins[words[starts]], begins[words[starts + lengths - 1] + 1]
        return cls(words, starts, lengths, opens, shuts)


def look_at(scores: Numbers, moves: Numbers) -> Flags:
    """Whether a word, alone or together with the next, has a chance of being something.

    The shapes are (fields, words, labels) and (fields, label, next label). The words beside such a
    word count too, across paragraphs too. A run of three words or more that only holds together
    as a whole is missed.
    """
    into, out_of, stay = moves[:, NOTHING], moves[:, :, NOTHING], moves[:, NOTHING, NOTHING]
    alone = scores.transpose(0, 2, 1).copy()
    alone -= alone[:, [NOTHING]]
    alone += (into + out_of - 2 * stay[:, None])[:, :, None]
    alone[:, NOTHING] = -np.inf
    found: Flags = (alone.max(axis=1) > HARDLY).any(axis=0)
    joined = moves + stay[:, None, None] - out_of[:, :, None] - into[:, None]
    joined[:, :, NOTHING] = -np.inf
    for label in np.flatnonzero(joined.max(axis=(0, 1)) > -HARDLY):  # or one of two is found alone
        pair = (alone[:, :, :-1] + joined[:, :, [label]]).max(axis=1) + alone[:, label, 1:]
        together = (pair > HARDLY).any(axis=0)
        found[:-1] |= together
        found[1:] |= together
    wide = found.copy()
    for away in range(1, NEAR + 1):
        wide[away:] |= found[:-away]
        wide[:-away] |= found[away:]
    return wide


def weigh(scores: Numbers, moves: Numbers, stretches: Stretches) -> Numbers:
    """The probability of each label, by field, of the words in some stretches.

    The shapes are those of `look_at`, of these words only. Beside a stretch all words are nothing.
    Products are scaled at every word, as they would vanish in a long row.
    """
    _, starts, lengths, opens, shuts = stretches
    states = np.exp(scores - scores[:, :, [NOTHING]])
    steps = np.exp(moves)
    turned = steps.transpose(0, 2, 1)
    lasts = starts + lengths - 1
    forth, back = np.empty_like(states), np.empty_like(states)
    forth[:, starts] = states[:, starts] * np.where(opens[:, None], 1.0, steps[:, [NOTHING]])
    back[:, lasts] = np.where(shuts[:, None], 1.0, turned[:, [NOTHING]])
    for step in range(1, lengths.max(initial=0)):
        many = np.searchsorted(-lengths, -step)  # are longer than that
        at = starts[:many] + step
        forth[:, at] = _scaled((forth[:, at - 1] @ steps) * states[:, at])
        at = lasts[:many] - step
        back[:, at] = _scaled((states[:, at + 1] * back[:, at + 1]) @ turned)
    return _scaled(forth * back)


def _scaled(numbers: Numbers) -> Numbers:
    shares: Numbers = numbers / np.add.reduce(numbers, axis=2, keepdims=True)
    return shares
