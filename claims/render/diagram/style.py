"""How the pictures look: style.toml, read into frozen nouns."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import Field

from claims.model import Frozen


class Color(Frozen):
    """One colour, by day and by night."""

    light: str
    dark: str


class Pen(Frozen):
    """How a kind of line is drawn; `color` and `words` are names of colours."""

    color: str
    words: str
    width: float
    dashed: bool
    head: bool


class Style(Frozen):
    """Colours, pens, type and measures."""

    colors: Mapping[str, Color]
    pens: Mapping[str, Pen] = Field(alias="lines")
    type: Mapping[str, int]
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    gaps: Mapping[str, float]
    fonts: Mapping[str, str]

    def color(self, name: str) -> str:
        """A colour as it is printed.

        >>> load_style().color("dispute")
        '#d55e00'
        """
        return self.colors[name].light


@cache
def load_style() -> Style:
    """The style of all pictures."""
    text = resources.files(__package__).joinpath("style.toml").read_text("utf-8")
    return Style.model_validate(tomllib.loads(text))
