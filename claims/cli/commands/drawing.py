"""`claims render`: who disputes whom, how one claim came, what is contested in many articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    LABELS,
    About,
    ArticleLang,
    Database,
    Jobs,
    LabelLang,
    MatterOption,
    MaxBytes,
    OutletOption,
    Since,
    SomePaths,
    Until,
    choose_pages,
    need_source,
    need_with,
    parse_words,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly

SHAPES = ("svg", "png", "pdf", "dot")


def _parse_file(path: str) -> Path:
    """A file whose name tells what is drawn into it."""
    file = Path(path)
    if file.suffix.removeprefix(".").lower() not in SHAPES:
        raise typer.BadParameter(f"{path!r} must end in one of {', '.join(SHAPES)}")
    return file


@app.command(epilog="Example: claims render seeds/ -o out/disputes.svg")
def render(
    file: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            parser=_parse_file,
            help="What is drawn, by the end of its name: .svg, .png, .pdf or .dot.",
        ),
    ],
    paths: SomePaths = None,
    db: Database = None,
    chain: Annotated[
        str | None,
        typer.Option(
            metavar="ID", parser=parse_words, help="Draw how this claim or attribution came."
        ),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", parser=parse_words, help="Only what this speaker has a part in."
        ),
    ] = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    text_lang: ArticleLang = None,
    about: About = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also the claims that no one disputes.")
    ] = False,
    most: Annotated[
        int | None,
        typer.Option(
            "--max",
            min=1,
            metavar="N",
            help="Claims at most, by default 15, with --all all; with --across positions, 8.",
        ),
    ] = None,
    supports: Annotated[
        bool, typer.Option("--supports", help="Also who says the same as another.")
    ] = False,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="Draw what is contested in all articles together, and who holds what."
        ),
    ] = False,
    matter: MatterOption = None,
    lang: LabelLang = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Draw who disputes whom, with --chain how one claim came, with --across what is contested.

    The data of the picture are written beside it, as .json and .graphml.
    """
    from claims.cli.pictures import Wish, write_matters, write_picture
    from claims.cli.shelves import count_beyond, gather_shelf, need_some, open_wanted

    labels = LABELS[lang] if lang else None
    wish = Wish(chain, focus, about, all, most, supports, labels, tuple(matter or ()))
    if chain and (across or wish != Wish(chain, lang=wish.lang)):
        raise typer.BadParameter("--chain draws one claim: no other choice but --lang goes with it")
    if across and (all or supports):
        raise typer.BadParameter("--all and --supports are of single articles: not with --across")
    need_with("--across", across, {"--matter": matter})
    need_source(paths, db)
    pages = choose_pages(outlet, since, until, text_lang)
    voice = Voice()
    with ending_plainly(voice):
        source = Source(paths, db, max_bytes, jobs)
        if across:
            library = open_wanted(source, voice, pages)
            if library.corpus.documents:
                write_matters(library, wish, file, voice)
            return
        shelf = gather_shelf(source, voice, pages, speaker=focus)
        if need_some(shelf):
            write_picture(shelf, wish, file, voice, beyond=count_beyond(db))
