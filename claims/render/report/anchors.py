"""The places of the page that can be jumped to: an id of the dossier as an id of HTML."""

from __future__ import annotations

import re

_ODD = re.compile(r"[^A-Za-z0-9.-]")


def make_anchor(id: str) -> str:
    """An id as a name that HTML, CSS and addresses take as it stands; different ids stay so.

    >>> make_anchor("42716abf1702:a29"), make_anchor("a b")
    ('42716abf1702-a29', 'a_20_b')
    """
    return _ODD.sub(lambda odd: f"_{ord(odd.group()):x}_", id.replace(":", "-", 1))


def words_anchor(id: str) -> str:
    """Where the words of an attribution stand in the article.

    >>> words_anchor("42716abf1702:a29")
    'w-42716abf1702-a29'
    """
    return f"w-{make_anchor(id)}"


def row_anchor(id: str) -> str:
    """Where an attribution is listed under its speaker.

    >>> row_anchor("42716abf1702:a29")
    'r-42716abf1702-a29'
    """
    return f"r-{make_anchor(id)}"


def section_anchor(kind: str, id: str) -> str:
    """Where a thing of a kind stands: d a dispute, k a conflict, s a speaker, t an article.

    >>> section_anchor("d", "42716abf1702:r1")
    'd-42716abf1702-r1'
    """
    return f"{kind}-{make_anchor(id)}"
