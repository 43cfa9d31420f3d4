"""The tables that made articles are put together from."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

Script = Literal["hans", "hant", "en"]


class Name(NamedTuple):
    """A name in Latin letters, and in Chinese as it is written on the mainland and in Taiwan.

    Both in simplified characters: articles in traditional ones are turned when they are done.
    """

    en: str
    hans: str
    hant: str

    def of(self, script: Script) -> str:
        """The name in a script."""
        return {"en": self.en, "hans": self.hans, "hant": self.hant}[script]


@cache
def load_table(name: str) -> dict[str, Any]:
    """A table by its name: world, names, things, zh, en."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def code_of(script: Script) -> str:
    """The language of a script."""
    return "en" if script == "en" else "zh"


def parse_name(row: list[str]) -> Name:
    """A row of a table as a name; where Taiwan writes it the same, the row has two.

    >>> parse_name(["Bel", "贝尔"])
    Name(en='Bel', hans='贝尔', hant='贝尔')
    """
    return Name(row[0], row[1], row[-1])


def add_names(one: Name, other: Name, between: tuple[str, str] = ("", "")) -> Name:
    """Two parts as one name, with what stands between them in Latin letters and in Chinese.

    >>> add_names(Name("Bel", "贝尔", "贝尔"), Name("man", "曼", "曼")).en
    'Belman'
    """
    latin, han = between
    return Name(one.en + latin + other.en, one.hans + han + other.hans, one.hant + han + other.hant)
