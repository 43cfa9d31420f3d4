"""`claims extract` and `claims explain`: what is found in articles, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    Database,
    Form,
    Jobs,
    MaxBytes,
    Paths,
    SomePaths,
    need_source,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly, is_terminal


class Shape(StrEnum):
    """How dossiers are printed."""

    json = "json"
    jsonl = "jsonl"
    table = "table"


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
    from claims.cli.articles import gather_dossiers
    from claims.cli.printing import print_dossiers

    shape = shape or (Shape.table if is_terminal() else Shape.json)
    voice = Voice(quiet=is_terminal() and shape is not Shape.json)
    with ending_plainly(voice):
        print_dossiers(gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs), shape.value)


@app.command(epilog="Example: claims explain a464 seeds/")
def explain(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of an attribution, speaker, claim or relation, a464 will do; or, of many "
            "articles, of a matter (M…), a joined speaker (S…), a pair of claims (…~…), a sentence "
            "of an article's own voice (n…).",
        ),
    ],
    paths: SomePaths = None,
    db: Database = None,
    report: Annotated[Form, typer.Option("--format", help="Words, or json.")] = Form.table,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show why an item was found: on which words, by what, and what else was considered."""
    from claims.cli.lookup import find_gathered, find_item, is_gathered_id
    from claims.cli.printing import print_gathered, print_item
    from claims.cli.shelves import gather_from, open_shelf

    need_source(paths, db)
    source, voice, as_json = Source(paths, db, max_bytes, jobs), Voice(), report is Form.json
    with ending_plainly(voice):
        if is_gathered_id(id):
            library = open_shelf(source, voice, texts=True)
            print_gathered(library, find_gathered(id, library), as_json=as_json)
            return
        dossiers = gather_from(source, voice, id if ":" in id else None)
        print_item(*find_item(id, dossiers), as_json=as_json)
