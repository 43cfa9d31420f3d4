"""Pieces of text that know who is named in them and what is claimed, put together to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import Formatter
from typing import NamedTuple


class Told(NamedTuple):
    """What a claim holds on a matter, and through whom it comes: the last of the chain says it."""

    chain: tuple[str, ...]
    matter: str
    position: str


class Mark(NamedTuple):
    """That some characters name a speaker, by id, or make a claim."""

    start: int
    end: int
    what: str | Told

    def moved(self, by: int) -> Mark:
        """The same further on."""
        return Mark(self.start + by, self.end + by, self.what)


class Words(NamedTuple):
    """A piece of text with its marks.

    >>> fill("{who}说，{what}。", who=Words("林海").marked("p1"), what="航道复航").marks
    (Mark(start=0, end=2, what='p1'),)
    """

    text: str
    marks: tuple[Mark, ...] = ()

    def marked(self, what: str | Told) -> Words:
        """The same, all of it marked."""
        return Words(self.text, (Mark(0, len(self.text), what), *self.marks))

    def changed(self, change: Callable[[str], str]) -> Words:
        """The same in other characters, one for one."""
        text = change(self.text)
        if len(text) != len(self.text):
            raise ValueError(f"{self.text!r} has another length as {text!r}")
        return Words(text, self.marks)

    def raised(self) -> Words:
        """The same with a capital at its beginning, behind marks of quotation."""
        at = next((at for at, c in enumerate(self.text) if c not in "“‘"), 0)
        raised = self.text[:at] + self.text[at : at + 1].upper() + self.text[at + 1 :]
        return Words(raised, self.marks)


def fill(pattern: str, **parts: Words | str) -> Words:
    """A pattern with its fields filled; the marks of what fills them stay on it."""
    pieces: list[Words | str] = []
    for before, field, _, _ in Formatter().parse(pattern):
        pieces += [before, parts[field]] if field else [before]
    return join(pieces)


def join(pieces: Iterable[Words | str], between: str = "") -> Words:
    """Pieces one behind the other."""
    text, marks = "", []
    for place, piece in enumerate(pieces):
        text += between if place else ""
        if isinstance(piece, Words):
            marks += [mark.moved(len(text)) for mark in piece.marks]
            text += piece.text
        else:
            text += piece
    return Words(text, tuple(marks))
