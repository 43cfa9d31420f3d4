"""`claims report`: who disputes whom, as a page to look at and the data beside it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import Jobs, MaxBytes, Paths
from claims.cli.streams import Voice, ending_plainly


class Lang(StrEnum):
    """In which language the labels are."""

    zh = "zh"
    en = "en"


_LABELS: dict[Lang, Literal["zh", "en"]] = {Lang.zh: "zh", Lang.en: "en"}


def _parse_folder(path: str) -> Path:
    if not path:
        raise typer.BadParameter("the folder is empty; name one")
    return Path(path)


@app.command(epilog="Example: claims report seeds/ -o out/report")
def report(
    paths: Paths,
    folder: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            parser=_parse_folder,
            help="The folder that the files go to; it is made where there is none.",
        ),
    ],
    lang: Annotated[
        Lang | None,
        typer.Option(help="The language of the labels; by default the articles' own."),
    ] = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Make a page that shows who disputes whom, with the words it rests on.

    DIR gets report.html, which needs no network; the picture as disputes.svg, .png and .dot; and
    the data as dossiers.jsonl and claims.csv. The facts in short are printed.
    """
    from claims.cli.articles import gather_dossiers
    from claims.cli.reports import print_report

    voice = Voice()
    with ending_plainly(voice):
        dossiers = [*gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)]
        if dossiers:
            print_report(dossiers, folder, _LABELS[lang] if lang else None, voice)
