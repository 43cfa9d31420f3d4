"""How the pictures look: style.toml, read into frozen nouns."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import ceil

from pydantic import Field

from claims.model import Frozen

_LEADING = 1.2

COLUMNS = 2  # in the height of type


class Color(Frozen):
    """One colour, by day and by night."""

    light: str
    dark: str


class Pen(Frozen):
    """How a kind of line is drawn; `color` and `words` are names of colours.

    `head` is the size of the arrow head, 0 for a line without.
    """

    color: str
    words: str
    width: float
    dashed: bool
    head: float


class Style(Frozen):
    """Colours, pens, type and measures."""

    colors: Mapping[str, Color]
    pens: Mapping[str, Pen] = Field(alias="lines")
    type: Mapping[str, int]
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    chain: Mapping[str, int]
    alone: Mapping[str, int]
    fits: tuple[Mapping[str, int], ...]
    paper: Mapping[str, int]
    gaps: Mapping[str, int]
    pads: Mapping[str, int]
    bars: Mapping[str, float]
    fonts: Mapping[str, str]

    def color(self, name: str) -> str:
        """A colour as it is printed.

        >>> load_style().color("dispute")
        '#d55e00'
        """
        return self.colors[name].light

    def count_columns(self, wide: float, name: str) -> int:
        """How many columns of a type fit a width: a Chinese character takes two.

        >>> load_style().count_columns(100, "body")
        20
        """
        return int(wide * COLUMNS / self.type[name])

    def height(self, name: str) -> int:
        """How high a line of some type is: what Graphviz takes, and not a fraction more.

        >>> load_style().height("body"), load_style().height("small")
        (12, 11)
        """
        return ceil(self.type[name] * _LEADING)

    def fit(self, columns: Mapping[str, int]) -> Style:
        """The same style with other widths of columns."""
        return self.model_copy(update={"columns": {**self.columns, **columns}})


@cache
def load_style() -> Style:
    """The style of all pictures."""
    text = resources.files(__package__).joinpath("style.toml").read_text("utf-8")
    return Style.model_validate(tomllib.loads(text))
