"""What people say of speakers, as commands: that two are the same, or that they are not."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import DB, Db, parse_words
from claims.cli.streams import Voice, ending_plainly

One = Annotated[
    str,
    typer.Argument(metavar="A", parser=parse_words, help="A speaker: any of the names, or an id."),
]
Other = Annotated[
    str, typer.Argument(metavar="B", parser=parse_words, help="Another speaker, told likewise.")
]
Note = Annotated[str, typer.Option(metavar="WORDS", help="Why, or who says so; it is kept.")]
Given = Annotated[
    str, typer.Option(metavar="WHEN", help="When it was decided; by default no time is kept.")
]


@app.command(epilog="Example: claims same 拜登 'Joe Biden' --db out/claims.db")
def same(one: One, other: Other, db: Db = DB, note: Note = "", given: Given = "") -> None:
    """Say that two speakers are the same, whatever the articles call them.

    It is kept for good, and goes before what was said of the two earlier.
    """
    from claims.cli.stores import decide

    voice = Voice()
    with ending_plainly(voice):
        decide("same", one, other, db, voice, note=note, given=given)


@app.command(epilog="Example: claims different 55cf44e9a1ab:s127 白宫 --db out/claims.db")
def different(one: One, other: Other, db: Db = DB, note: Note = "", given: Given = "") -> None:
    """Say that two speakers are not the same, though they were taken for one.

    It is kept for good, and goes before what was said of the two earlier.
    """
    from claims.cli.stores import decide

    voice = Voice()
    with ending_plainly(voice):
        decide("different", one, other, db, voice, note=note, given=given)
