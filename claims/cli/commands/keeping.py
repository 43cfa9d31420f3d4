"""The store as commands: what goes in, what goes out, and how the file is looked after."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import DB, Db, Jobs, MaxBytes, Paths, parse_input
from claims.cli.streams import Voice, ending_plainly


@app.command(epilog="Example: claims add seeds/ --db out/claims.db")
def add(
    paths: Paths,
    db: Db = DB,
    again: Annotated[
        bool, typer.Option("--again", help="Also what is there: extract it anew, in its place.")
    ] = False,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Put articles into a store, a file that questions can be asked of.

    Each is on the disk before the next one is begun. What is there already is passed over.
    """
    from claims.cli.stores import add_articles

    voice = Voice()
    with ending_plainly(voice):
        add_articles(paths, db, voice, max_bytes=max_bytes, jobs=jobs, again=again)


@app.command(epilog="Example: claims remove 55cf44 --db out/claims.db")
def remove(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID", parser=parse_input, help="Ids of articles, as list shows them."
        ),
    ],
    db: Db = DB,
) -> None:
    """Take articles out of a store, with all places where they appeared."""
    from claims.cli.stores import remove_articles

    voice = Voice()
    with ending_plainly(voice):
        remove_articles(ids, db, voice)


@app.command(epilog="Example: claims reindex --db out/claims.db")
def reindex(db: Db = DB) -> None:
    """Make all that follows from the articles anew: joined speakers, matters, tables, index."""
    from claims.cli.stores import reindex_store

    voice = Voice()
    with ending_plainly(voice):
        reindex_store(db, voice)


@app.command(epilog="Example: claims check --db out/claims.db")
def check(db: Db = DB) -> None:
    """Look whether a store is whole, and its tables are what would be made anew."""
    from claims.cli.stores import check_store

    voice = Voice()
    with ending_plainly(voice):
        check_store(db, voice)


@app.command(epilog="Example: claims backup out/copy.db --db out/claims.db")
def backup(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The file that the store is copied to; it must not be there."
        ),
    ],
    db: Db = DB,
) -> None:
    """Copy a store to another file, as it is at this moment, also while others add to it."""
    from claims.cli.stores import back_up_store

    voice = Voice()
    with ending_plainly(voice):
        back_up_store(file, db, voice)
