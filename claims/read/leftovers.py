"""What pages leave between an article's lines, as a language pack lists it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claims.errors import PackError
from claims.read.dates import parse_date

_LONGEST = 110
_YEAR = re.compile(r"\d{4}")
_SPEECH = re.compile(r"[：:，,]\s*[“「『\"]")


class _Entry(BaseModel):
    """One entry of a pack's `page.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = Field(min_length=1)
    drop: bool = False
    list: bool = False
    patterns: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    lookalikes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """What a line is, if the article does not say it.

    `drop`: clear enough to be left out of an HTML page; `opens_list`: links follow.
    """

    kind: str
    drop: bool = False
    opens_list: bool = False


_DATE = Leftover("date", drop=True)


@dataclass(frozen=True)
class Leftovers:
    """The leftovers that a language knows; empty for a language without such a list."""

    table: tuple[tuple[Leftover, re.Pattern[str]], ...] = ()
    fold: Callable[[str], str] = str

    def of(self, line: str) -> Leftover | None:
        """What a whole line is, None where the article may well say it."""
        line = line.strip()
        if not line or len(line) > _LONGEST or _SPEECH.search(line):
            return None
        if _YEAR.search(line) and parse_date(line):
            return _DATE
        folded = self.fold(line)
        return next((what for what, pattern in self.table if pattern.fullmatch(folded)), None)


def parse_leftovers(toml: str, where: str, fold: Callable[[str], str] = str) -> Leftovers:
    """The leftovers of a pack's `page.toml`; PackError names `where` and the entry.

    >>> parse_leftovers('[[leftover]]', "page.toml")
    Traceback (most recent call last):
    claims.errors.PackError: page.toml: leftover 1: kind: Field required
    """
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: not a TOML file: {error}") from error
    rows, parts = table.get("leftover"), table.get("parts", {})
    if not isinstance(rows, list) or not isinstance(parts, dict):
        raise PackError(f"{where}: it must hold [[leftover]] entries and a table [parts]")
    compiled = [_compile(row, parts, f"{where}: leftover {n}") for n, row in enumerate(rows, 1)]
    return Leftovers(tuple(compiled), fold)


def _compile(row: Any, parts: dict[str, str], where: str) -> tuple[Leftover, re.Pattern[str]]:
    try:
        entry = _Entry.model_validate(row)
        source = "|".join(f"(?:{_fill(pattern, parts)})" for pattern in entry.patterns)
        return Leftover(entry.kind, entry.drop, entry.list), re.compile(source)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise PackError(f"{where}: {field}: {first['msg']}") from error
    except re.error as error:
        raise PackError(f"{where}: not a regular expression: {error}") from error


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for _ in range(2):  # a part may name another part
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


@lru_cache(maxsize=16)
def load_leftovers(lang: str) -> Leftovers:
    """The leftovers of a language pack.

    >>> load_leftovers("zh").of("延伸閱讀：").kind
    'related'
    >>> load_leftovers("zh").of("相关报道称，会谈已经结束。") is None
    True
    """
    resource = files("claims.lang").joinpath(lang, "page.toml")
    if not lang.isalpha() or not resource.is_file():
        return Leftovers()
    where = f"{lang}/page.toml"
    try:
        return parse_leftovers(resource.read_text(encoding="utf-8"), where, _fold_of(lang))
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{where}: it cannot be read: {error}") from error


def _fold_of(lang: str) -> Callable[[str], str]:
    """The pack's own fold, for a language with more than one script."""
    try:
        fold: Callable[[str], str] = import_module(f"claims.lang.{lang}.folding").fold
    except ModuleNotFoundError:
        return str
    return fold
