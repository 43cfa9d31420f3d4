"""The nouns of a picture: what stands on the sheet, before anything is laid out.

A sheet holds frames, a frame one matter. In a frame stand boxes (who), rows (what is said; the
rows of one box are drawn as one block) and lines between them.
"""

from __future__ import annotations

from typing import Literal

from claims.model import Frozen
from claims.model.world import Certainty, Held
from claims.render.vocabulary import Lang

Side = Literal["left", "right"]
Sign = Literal["named", "unnamed", "outlet"]
LineKind = Literal["says", "relays", "disputes", "conflicts", "supports", "repeats"]
SheetKind = Literal["disputes", "chain", "matters"]


class Box(Frozen):
    """One who speaks, on one side of a frame; once for each route by which the words came.

    `level` tells how far from the words the box stands: 1 says them, 2 relays the one who does.
    `small` is what stands beneath the name, `hover` the whole of it.
    """

    id: str
    speaker: str = ""
    name: str
    small: str = ""
    sign: Sign = "named"
    side: Side = "left"
    level: int = 1
    rests: tuple[str, ...] = ()
    hover: str = ""


class Row(Frozen):
    """One thing that a box says; several claims where words and route are the same.

    Of several articles it is a position: who holds it are several, and its `box` is its own id.
    `held` tells whether the one who says it stands by it; `signs` are that, the certainty, the
    negation and the condition as words of the picture.
    """

    id: str
    box: str = ""
    side: Side = "left"
    claims: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    words: str
    certainty: Certainty | None = None
    negated: bool = False
    conditional: bool = False
    held: Held = "asserted"
    signs: tuple[str, ...] = ()
    hover: str = ""


class Strand(Frozen):
    """One relation that a line stands for, with the boxes or rows that it is between.

    `note` says what must be known with the words, as that they only perhaps mean this.
    """

    id: str
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    words: str = ""
    small: str = ""
    note: str = ""
    weak: bool = False
    rests: tuple[str, ...] = ()
    hover: str = ""


class Line(Frozen):
    """What goes from boxes or rows to others, and the words it rests on.

    Each tail goes with each head. `words` stand on it, `small` beneath them; `ids` are the
    relations or attributions behind it. A line of several relations holds each as a strand.
    """

    id: str
    kind: LineKind
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    words: str = ""
    small: str = ""
    weak: bool = False
    ids: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    hover: str = ""
    strands: tuple[Strand, ...] = ()


class Frame(Frozen):
    """One matter: its title, and beside it how many independent origins each side has.

    `lang` tells the script of its words, which may not be that of the labels. `hover` tells who
    the origins are, and who counts as one.
    """

    id: str
    lang: Lang = "zh"
    title: str = ""
    small: str = ""
    hover: str = ""
    boxes: tuple[Box, ...] = ()
    rows: tuple[Row, ...] = ()
    lines: tuple[Line, ...] = ()


class Tally(Frozen):
    """How many of each are meant: what is shown, or what was left out."""

    matters: int = 0
    positions: int = 0
    origins: int = 0
    claims: int = 0
    disputes: int = 0
    conflicts: int = 0

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in Tally.model_fields)

    def __add__(self, other: Tally) -> Tally:
        return Tally.model_validate(
            {name: getattr(self, name) + getattr(other, name) for name in Tally.model_fields}
        )

    def __sub__(self, other: Tally) -> Tally:
        return Tally.model_validate(
            {name: getattr(self, name) - getattr(other, name) for name in Tally.model_fields}
        )


class Source(Frozen):
    """An article that the picture rests on, as told in its foot."""

    id: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


class Sheet(Frozen):
    """The whole picture, in words: `note` is said in place of frames where there is none.

    `left_out` is all that is not drawn; where the picture is narrowed to a speaker or to words,
    `aside` is what of it has nothing to do with these, and `narrowed` says so in a sentence.
    `beyond` counts pairs of claims of two articles that may conflict, which only the picture of
    all articles together shows.
    """

    kind: SheetKind = "disputes"
    lang: Lang = "zh"
    title: str = ""
    note: str = ""
    frames: tuple[Frame, ...] = ()
    shown: Tally = Tally()
    left_out: Tally = Tally()
    aside: Tally = Tally()
    narrowed: str = ""
    beyond: int = 0
    sources: tuple[Source, ...] = ()
    summary: tuple[str, ...] = ()
