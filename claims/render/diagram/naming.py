"""Ids of what stands in a picture, made from the ids of the dossier."""

from __future__ import annotations

import re

from claims.render.diagram.sheet import Side

_UNSAFE = re.compile(r"[^0-9A-Za-z._-]")


def name_safely(id: str) -> str:
    """An id as a name for a node or an element: no colon, no space.

    >>> name_safely("5f3a:s10")
    '5f3a-s10'
    """
    return _UNSAFE.sub("-", id)


def name_place(frame: str, side: Side, id: str) -> str:
    """Where something stands: frame, side and what it is.

    >>> name_place("f1", "left", "5f3a:s10")
    'f1-left-5f3a-s10'
    """
    return f"{frame}-{side}-{name_safely(id)}"
