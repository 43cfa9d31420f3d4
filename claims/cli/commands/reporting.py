"""`claims report`: who disputes whom, as a page to look at and the data beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    LABELS,
    ArticleLang,
    Database,
    Jobs,
    LabelLang,
    MaxBytes,
    OutletOption,
    Since,
    SomePaths,
    Until,
    choose_pages,
    need_source,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly


def _parse_folder(path: str) -> Path:
    if not path:
        raise typer.BadParameter("the folder is empty; name one")
    return Path(path)


@app.command(epilog="Example: claims report seeds/ -o out/report")
def report(
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
    paths: SomePaths = None,
    db: Database = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    text_lang: ArticleLang = None,
    lang: LabelLang = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Make a page that shows who disputes whom, with the words it rests on.

    DIR gets report.html, which needs no network; the picture as disputes.svg, .png and .dot; and
    the data as dossiers.jsonl and claims.csv. The facts in short are printed. Of several articles
    what is contested in all of them together stands first, with a picture of its own (contested.*).
    """
    from claims.cli.reports import print_report
    from claims.cli.shelves import gather_some, open_together

    need_source(paths, db)
    pages = choose_pages(outlet, since, until, text_lang)
    voice = Voice()
    with ending_plainly(voice):
        source = Source(paths, db, max_bytes, jobs)
        dossiers = gather_some(source, voice, pages)
        if dossiers:
            library = open_together(dossiers, source, pages)
            print_report(dossiers, folder, LABELS[lang] if lang else None, voice, library)
