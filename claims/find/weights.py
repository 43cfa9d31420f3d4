"""What trained weights know: the features that weigh anything in a model of CRFsuite.

A feature that was seen in training and came out with no weight is not in the model. To leave it
out of a row changes nothing but the time that the row takes.
"""

from __future__ import annotations

import struct

# Offsets into the model as the manual of CRFsuite's file has them: in its head where the table of
# attributes begins, in that table how many there are and where their addresses stand.
_TABLE, _COUNT, _ADDRESSES = 36, 16, 20
_ENTRY = 8  # bytes before the name of an attribute: its number, and the size of its name


def read_features(model: bytes) -> frozenset[str]:
    """The features that a model has weights for.

    >>> from claims.lang import load_language
    >>> known = read_features(load_language("zh").models("cues"))
    >>> "k-1=role" in known, "k-1=rule" in known
    (True, False)
    """
    (table,) = struct.unpack_from("<I", model, _TABLE)
    count, addresses = struct.unpack_from("<II", model, table + _COUNT)
    places = struct.unpack_from(f"<{count}I", model, table + addresses)
    return frozenset(_name_at(model, table + place) for place in places if place)


def _name_at(model: bytes, place: int) -> str:
    """The name of an attribute, which ends with a zero byte."""
    (size,) = struct.unpack_from("<I", model, place + _ENTRY - 4)
    return model[place + _ENTRY : place + _ENTRY + size - 1].decode()
