"""The arguments and options that several commands share."""

from __future__ import annotations

import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from claims.cli.sources import Pages
from claims.cli.streams import is_terminal

_BROKEN = re.compile("[\\ud800-\\udfff]")  # bytes of an argument that are no characters


class Form(StrEnum):
    """How figures and explanations are printed."""

    json = "json"
    table = "table"


class Sheet(StrEnum):
    """How answers are printed; some of those about many articles can be drawn."""

    table = "table"
    json = "json"
    csv = "csv"
    diagram = "diagram"


class Certainty(StrEnum):
    """How sure a claim is made."""

    certain = "certain"
    almost_certain = "almost_certain"
    probable = "probable"
    possible = "possible"
    obligation = "obligation"
    wish = "wish"


class Basis(StrEnum):
    """Whether the text says how two stand to each other, or it was concluded."""

    stated = "stated"
    inferred = "inferred"


class Lang(StrEnum):
    """A language: of labels, or of a pack."""

    zh = "zh"
    en = "en"


LABELS: dict[Lang, Literal["zh", "en"]] = {Lang.zh: "zh", Lang.en: "en"}


def parse_input(path: str) -> str:
    """A path as it is typed; an empty one would be taken for the current folder."""
    if not path:
        raise typer.BadParameter("the path is empty; give a file, a folder or -")
    return path


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        parser=parse_input,
        help="Articles, or what extract printed of them: files, folders, or - for standard input.",
    ),
]
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]",
        parser=parse_input,
        show_default=False,
        help="Articles, or what extract printed of them; none where --db gives a store.",
    ),
]
Database = Annotated[
    Path | None,
    typer.Option(
        "--db", metavar="FILE", help="A store that `claims add` filled, in place of PATH."
    ),
]
Jobs = Annotated[
    int,
    typer.Option(min=0, metavar="N", help="Articles worked on at a time; 0 stands for one a core."),
]
MaxBytes = Annotated[
    int, typer.Option(min=1, metavar="N", help="The largest input that is read, in bytes.")
]
LabelLang = Annotated[
    Lang | None, typer.Option(help="The language of the labels; by default the articles' own.")
]
SheetFormat = Annotated[
    Sheet | None,
    typer.Option(
        "--format",
        help="By default a table on a terminal, json in a pipe. "
        "A diagram is DOT, of matters and of what stands between articles.",
    ),
]


def parse_words(words: str) -> str:
    """Words to look for: blank ones would find everything, broken ones nothing."""
    if not words.strip():
        raise typer.BadParameter("there are no words to look for")
    return parse_text(words)


def parse_text(words: str) -> str:
    """Words of any kind, or none."""
    if _BROKEN.search(words):
        raise typer.BadParameter("the words are not UTF-8; type them anew")
    return words


Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", parser=parse_words, help="Words; an article has all of them."),
]


def _parse_db(path: str) -> Path:
    """The file of a store."""
    if not path:
        raise typer.BadParameter("the path is empty; give the file of a store")
    return Path(path)


DB = Path("claims.db")
Db = Annotated[Path, typer.Option("--db", metavar="FILE", parser=_parse_db, help="The store.")]
Speaker = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        parser=parse_words,
        help="Only this speaker: a name, an alias, a role, a body spoken for, or an id.",
    ),
]
About = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        parser=parse_words,
        help="Only where all of these words are in what is said.",
    ),
]
MatterOption = Annotated[
    list[str] | None,
    typer.Option(
        "--matter",
        metavar="ID",
        parser=parse_words,
        help="Only what is on this matter, by its id; may be given several times.",
    ),
]
Anonymous = Annotated[
    bool, typer.Option("--anonymous", help="Only what rests on someone who is not named.")
]
CertaintyOption = Annotated[
    Certainty | None, typer.Option("--certainty", help="Only claims that are made so surely.")
]
BasisOption = Annotated[
    Basis | None,
    typer.Option("--basis", help="Only what the text states, or only what was concluded."),
]
Negated = Annotated[bool, typer.Option("--negated", help="Only what is negated.")]


def _parse_day(day: str) -> str:
    """A day as 2024-05-31."""
    try:
        return date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        raise typer.BadParameter(f"{day!r} is no day; write it as 2024-05-31") from None


Since = Annotated[
    str,
    typer.Option(
        metavar="DAY",
        parser=_parse_day,
        show_default=False,
        help="Only articles of this day or later.",
    ),
]
Until = Annotated[
    str,
    typer.Option(
        metavar="DAY",
        parser=_parse_day,
        show_default=False,
        help="Only articles of this day or before.",
    ),
]
OutletOption = Annotated[
    str | None,
    typer.Option(
        "--outlet", metavar="NAME", parser=parse_words, help="Only what this outlet carries."
    ),
]
TextLang = Annotated[Lang | None, typer.Option("--lang", help="Only articles in this language.")]
# Where --lang is the language of the labels.
ArticleLang = Annotated[
    Lang | None, typer.Option("--text-lang", help="Only articles in this language.")
]


def choose_pages(outlet: str | None, since: str, until: str, lang: Lang | None) -> Pages:
    """The articles that a question is about; a span of time must have a day in it."""
    if since and until and since > until:
        raise typer.BadParameter(f"{since} is after --until {until}", param_hint="'--since'")
    return Pages(outlet, since, until, lang.value if lang else "")


def choose_sheet(sheet: Sheet | None) -> str:
    """How an answer is printed where nothing is asked for: a table for people, else json."""
    return (sheet or (Sheet.table if is_terminal() else Sheet.json)).value


def need_source(paths: list[str] | None, db: Path | None) -> None:
    """Either paths or a store must be given, and not both."""
    if bool(paths) == bool(db):
        what = "both PATH and --db are given" if db else "neither PATH nor --db is given"
        raise typer.BadParameter(f"{what}; give one of the two", param_hint="'PATH'")


def need_two(
    where: str, what: str, pair: tuple[str, str] | None, paths: list[str] | None, db: Path | None
) -> None:
    """Both of two names must be given: else the next word, an option or a path, is the second."""
    if pair is None:
        return
    is_path = os.sep in pair[1] and Path(pair[1]).exists()
    if pair[1].startswith("-") or is_path or not (paths or db):
        told = f"give two {what}; {pair[1]!r} was taken for the second one"
        raise typer.BadParameter(told, param_hint=f"'{where}'")


def need_with(name: str, given: object, others: dict[str, object]) -> None:
    """A usage error where an option comes without the one that it goes with."""
    for other, value in others.items():
        if value and not given:
            raise typer.BadParameter(f"{other} is of many articles: it needs {name}")


def refuse_with(where: str, given: object, others: dict[str, object]) -> None:
    """What another option has no use for would be passed over without a word."""
    for name, value in others.items():
        if given and value:
            raise typer.BadParameter(f"it does not go with {where}", param_hint=f"'{name}'")
