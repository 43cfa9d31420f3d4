"""The commands; all that is heavy is imported inside them, so that help comes at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.streams import Voice, ending_plainly, is_terminal, put

app = typer.Typer(
    help="Who said what through whom: every attribution in news articles.",
    epilog="Example: claims extract seeds/",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Shape(StrEnum):
    """How dossiers are printed."""

    json = "json"
    jsonl = "jsonl"
    table = "table"


class Report(StrEnum):
    """How figures and explanations are printed."""

    json = "json"
    table = "table"


def _parse_input(path: str) -> str:
    """A path as it is typed; an empty one would be taken for the current folder."""
    if not path:
        raise typer.BadParameter("the path is empty; give a file, a folder or -")
    return path


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        parser=_parse_input,
        help="Articles: files, folders, or - for standard input.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(min=0, metavar="N", help="Articles worked on at a time; 0 stands for one a core."),
]
MaxBytes = Annotated[
    int, typer.Option(min=1, metavar="N", help="The largest input that is read, in bytes.")
]


def _print_version(wanted: bool) -> None:
    if wanted:
        put(f"claims {_find_version()}\n")
        raise typer.Exit


def _find_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("claims-tracker")
    except PackageNotFoundError:  # run from a folder that is not installed
        return "(not installed)"


@app.callback()
def begin(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options before any command."""


@app.command(epilog="Example: claims extract seeds/ --format jsonl")
def extract(
    paths: Paths,
    shape: Annotated[
        Shape | None,
        typer.Option("--format", help="By default a table on a terminal, json in a pipe."),
    ] = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Print every attribution in articles: who said what, through whom.

    json is one array, jsonl one article a line as soon as it is done; both in the order of PATH.
    """
    from claims.cli.articles import track_paths
    from claims.cli.printing import print_dossiers

    shape = shape or (Shape.table if is_terminal() else Shape.json)
    voice = Voice(quiet=is_terminal() and shape is not Shape.json)
    with ending_plainly(voice):
        print_dossiers(track_paths(paths, voice, max_bytes=max_bytes, jobs=jobs), shape.value)


@app.command(epilog="Example: claims explain a464 seeds/")
def explain(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of an attribution or a speaker; a464 will do."),
    ],
    paths: Paths,
    report: Annotated[Report, typer.Option("--format", help="Words, or json.")] = Report.table,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show why an item was found: on which words, by what, and what else was considered."""
    from claims.cli.articles import track_paths
    from claims.cli.lookup import find_item
    from claims.cli.printing import print_item

    voice = Voice()
    with ending_plainly(voice):
        dossiers = track_paths(paths, voice, max_bytes=max_bytes, jobs=jobs)
        print_item(*find_item(id, dossiers), as_json=report is Report.json)


@app.command(epilog="Example: claims evaluate gold/zh out/zh.jsonl --list")
def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            parser=_parse_input,
            help="Annotated articles: a .json file, a folder, a .jsonl corpus.",
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            parser=_parse_input,
            help="Articles, or dossiers as extract prints them; by default the texts of GOLD.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--list", help="List every miss, extra and part-right item.")
    ] = False,
    report: Annotated[
        Report | None,
        typer.Option("--format", help="By default a table on a terminal, json in a pipe."),
    ] = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Measure what is found against what people found: precision, recall and the rest."""
    from claims.cli.golds import pair_golds
    from claims.cli.printing import print_figures

    as_json = report is Report.json if report else not is_terminal()
    voice = Voice()
    with ending_plainly(voice):
        pairs = pair_golds(gold, paths or [], voice, max_bytes=max_bytes, jobs=jobs)
        print_figures(pairs, voice, as_json=as_json, errors=errors)


@app.command(epilog="Example: claims train gold/zh-train -o out/weights")
def train(
    gold: Annotated[
        list[str],
        typer.Argument(
            metavar="GOLD",
            parser=_parse_input,
            help="Annotated articles: .json files, folders, .jsonl corpora.",
        ),
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="Where the weights go; by default into the language pack.",
        ),
    ] = None,
) -> None:
    """Train the taggers of a language pack from annotated articles."""
    from importlib import resources

    from claims.learn import train as train_taggers

    folder = folder or Path(str(resources.files("claims.lang") / "zh"))
    voice = Voice()
    with ending_plainly(voice):
        for name, size in train_taggers(map(Path, gold), folder).items():
            voice.say(f"{folder / name} has {size} bytes")
