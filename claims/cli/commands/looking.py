"""What is in a store, as commands: lists of articles, search, SQL, and what has changed."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    DB,
    Db,
    Form,
    SheetFormat,
    Words,
    choose_sheet,
    parse_text,
    parse_words,
)
from claims.cli.streams import Voice, ending_plainly


@app.command(epilog="Example: claims search 空袭 --db out/claims.db")
def search(
    words: Words,
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Articles at most.")] = 20,
    sheet: SheetFormat = None,
) -> None:
    """Find the articles in which all words stand, the best first.

    One character is enough; traditional and simplified ones are the same.
    """
    from claims.cli.listings import search_store

    voice = Voice()
    with ending_plainly(voice):
        search_store(" ".join(words), db, choose_sheet(sheet), voice, limit=limit)


@app.command(epilog="Example: claims difference harbour --db out/claims.db")
def difference(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            parser=parse_words,
            help="The name, title, address or id of an article that has several versions.",
        ),
    ],
    db: Db = DB,
    report: Annotated[Form, typer.Option("--format", help="Words, or json.")] = Form.table,
) -> None:
    """Show what has changed in an article from version to version, and in who says what."""
    from claims.cli.listings import show_differences

    voice = Voice()
    with ending_plainly(voice):
        show_differences(name, db, as_json=report is Form.json)


@app.command(epilog="Example: claims sql 'SELECT who, cue, content FROM v_statements' --limit 20")
def sql(
    question: Annotated[
        str,
        typer.Argument(
            metavar="SELECT", parser=parse_text, help="One question in SQL; it may only read."
        ),
    ],
    db: Db = DB,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Rows at most.")] = 1000,
    seconds: Annotated[
        float, typer.Option(min=0.01, metavar="N", help="How long it may take.")
    ] = 5.0,
    sheet: SheetFormat = None,
) -> None:
    """Ask a store in SQL: v_articles, v_speakers, v_statements and other views are for that."""
    from claims.cli.listings import ask_store

    voice = Voice()
    with ending_plainly(voice):
        ask_store(question, db, choose_sheet(sheet), voice, limit=limit, seconds=seconds)


# The last one here, as its name hides a word of Python.
@app.command(epilog="Example: claims list --db out/claims.db")
def list(
    db: Db = DB,
    versions: Annotated[
        bool,
        typer.Option("--versions", help="Also older versions, and every place of one text."),
    ] = False,
    sheet: SheetFormat = None,
) -> None:
    """List the articles of a store."""
    from claims.cli.listings import list_articles

    voice = Voice()
    with ending_plainly(voice):
        list_articles(db, choose_sheet(sheet), voice, versions=versions)
