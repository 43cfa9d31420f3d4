"""`claims evaluate` and `claims train`: against gold, and from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import Form, Jobs, Lang, MaxBytes, parse_input
from claims.cli.streams import Voice, ending_plainly, is_terminal


@app.command(epilog="Example: claims evaluate gold/zh out/zh.jsonl --list")
def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            parser=parse_input,
            help="Annotated articles: a .json file, a folder, a .jsonl corpus.",
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            parser=parse_input,
            help="Articles, or dossiers as extract prints them; by default the texts of GOLD.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--list", help="List every miss, extra and part-right item.")
    ] = False,
    report: Annotated[
        Form | None,
        typer.Option("--format", help="By default a table on a terminal, json in a pipe."),
    ] = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Measure what is found against what people found: precision, recall and the rest."""
    from claims.cli.golds import pair_golds
    from claims.cli.printing import print_figures

    as_json = report is Form.json if report else not is_terminal()
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
            parser=parse_input,
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
    lang: Annotated[Lang, typer.Option(help="The language pack to train.")] = Lang.zh,
) -> None:
    """Train the taggers of a language pack from annotated articles."""
    from importlib import resources

    from claims.learn import train as train_taggers

    folder = folder or Path(str(resources.files("claims.lang") / lang))
    voice = Voice()
    with ending_plainly(voice):
        for name, size in train_taggers(map(Path, gold), folder, lang.value).items():
            voice.say(f"{folder / name} has {size} bytes")
