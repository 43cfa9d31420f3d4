"""What training has left: the weights of a linear-chain field, read from a file of CRFsuite."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# Offsets into the file as the manual of CRFsuite has them. In its head: where the weights and the
# tables of names begin. In the table of weights: how many there are, and the first. In a table of
# names: how many there are, and where their addresses stand.
_PARTS = 28
_COUNT, _FIRST = 8, 12
_NAMES, _ADDRESSES = 16, 20
_ENTRY = 8  # bytes before a name: its number, and its size with the zero byte behind it
_FEATURE = np.dtype([("kind", "<u4"), ("of", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_STATE = 0  # the kind of a weight of a feature for a label; else: of a label behind another


@dataclass(frozen=True)
class Weights:
    """A field: what each feature weighs for each label, and each label behind each other one.

    `states` has a row a feature and a column a label, `moves` a row the label before; `rows`
    tells the row of a feature. A feature that came out of training with no weight has none.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    states: Numbers
    moves: Numbers


def read_weights(model: bytes) -> Weights:
    """The weights that the bytes of a file hold.

    >>> from claims.lang import load_language
    >>> weights = read_weights(load_language("zh").models("spans"))
    >>> weights.labels, weights.states.shape == (len(weights.rows), 4), weights.moves.shape
    (('O', 'K', 'S', 'C'), True, (4, 4))
    """
    weights, names, attributes = struct.unpack_from("<3I", model, _PARTS)
    labels, features = _read_names(model, names), _read_names(model, attributes)
    (count,) = struct.unpack_from("<I", model, weights + _COUNT)
    kept: NDArray[Any] = np.frombuffer(model, _FEATURE, count, weights + _FIRST)
    states = np.zeros((len(features), len(labels)))
    moves = np.zeros((len(labels), len(labels)))
    for table, part in (
        (states, kept[kept["kind"] == _STATE]),
        (moves, kept[kept["kind"] != _STATE]),
    ):
        table[part["of"], part["label"]] = part["weight"]
    return Weights(tuple(labels), {name: row for row, name in enumerate(features)}, states, moves)


def _read_names(model: bytes, table: int) -> list[str]:
    """The names of a table in the order of their numbers."""
    count, addresses = struct.unpack_from("<II", model, table + _NAMES)
    places = struct.unpack_from(f"<{count}I", model, table + addresses)
    return [_name_at(model, table + place) for place in places]


def _name_at(model: bytes, place: int) -> str:
    (size,) = struct.unpack_from("<I", model, place + _ENTRY - 4)
    return model[place + _ENTRY : place + _ENTRY + size - 1].decode()
