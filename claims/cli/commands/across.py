"""The questions about many articles as commands: what is contested, who changed, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    About,
    Anonymous,
    CertaintyOption,
    Database,
    Jobs,
    MatterOption,
    MaxBytes,
    OutletOption,
    Sheet,
    SheetFormat,
    Since,
    SomePaths,
    Speaker,
    TextLang,
    Until,
    choose_pages,
    choose_sheet,
    need_source,
    need_two,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly

if TYPE_CHECKING:
    from claims.cli.across import Asked


@app.command(epilog="Example: claims matters seeds/")
def matters(
    paths: SomePaths = None,
    db: Database = None,
    matter: MatterOption = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what is contested: each matter with its positions, and on whose word each rests."""
    from claims.cli.across import Asked

    pages = choose_pages(outlet, since, until, lang)
    asked = Asked(speaker, pages, about, anonymous, certainty)
    _answer("matters", asked, Source(paths, db, max_bytes, jobs), sheet, matter)


@app.command(epilog="Example: claims timeline seeds/ --speaker 拜登")
def timeline(
    paths: SomePaths = None,
    db: Database = None,
    matter: MatterOption = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what was said day by day, in all articles."""
    from claims.cli.across import Asked

    pages = choose_pages(outlet, since, until, lang)
    asked = Asked(speaker, pages, about, anonymous, certainty)
    _answer("timeline", asked, Source(paths, db, max_bytes, jobs), sheet, matter)


@app.command(epilog="Example: claims changes seeds/")
def changes(
    paths: SomePaths = None,
    db: Database = None,
    matter: MatterOption = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show where a speaker's story may have changed. It is no verdict."""
    from claims.cli.across import Asked

    pages = choose_pages(outlet, since, until, lang)
    asked = Asked(speaker, pages, about, anonymous, certainty)
    _answer("changes", asked, Source(paths, db, max_bytes, jobs), sheet, matter)


@app.command(epilog="Example: claims compare BBC 路透社 seeds/")
def compare(
    first: Annotated[str, typer.Argument(metavar="OUTLET", help="The one outlet.")],
    second: Annotated[str, typer.Argument(metavar="OTHER", help="The other outlet.")],
    paths: SomePaths = None,
    db: Database = None,
    matter: MatterOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what two outlets both tell of, and what each has alone."""
    from claims.cli.across import answer_compared
    from claims.cli.shelves import open_shelf

    need_two("OTHER", "outlets", (first, second), paths, db)
    need_source(paths, db)
    pages = choose_pages(None, since, until, lang)
    voice = Voice()
    with ending_plainly(voice):
        library = open_shelf(Source(paths, db, max_bytes, jobs), voice, matter or ())
        answer_compared(library, (first, second), pages, choose_sheet(sheet), voice)


def _answer(
    name: str, asked: Asked, source: Source, sheet: Sheet | None, matters: Sequence[str] | None
) -> None:
    """One of the questions, from its source to its answer."""
    from claims.cli.across import answer_across
    from claims.cli.shelves import open_shelf

    need_source(source.paths, source.db)
    voice = Voice()
    with ending_plainly(voice):
        library = open_shelf(source, voice, matters or ())
        answer_across(name, library, asked, choose_sheet(sheet), voice)
