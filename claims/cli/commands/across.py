"""The questions about many articles as commands: what is contested, who changed, and when."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    About,
    Anonymous,
    CertaintyOption,
    Database,
    Jobs,
    MaxBytes,
    OutletOption,
    SheetFormat,
    Since,
    SomePaths,
    Speaker,
    TextLang,
    Until,
    choose_sheet,
    need_source,
)
from claims.cli.streams import Voice, ending_plainly


@app.command(epilog="Example: claims matters seeds/")
def matters(
    paths: SomePaths = None,
    db: Database = None,
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
    from claims.cli.across import Asked, answer_across
    from claims.cli.shelves import open_shelf

    need_source(paths, db)
    voice, code = Voice(), lang.value if lang else ""
    asked = Asked(speaker, outlet, since, until, code, about, anonymous, certainty)
    with ending_plainly(voice):
        library = open_shelf(paths, db, voice, max_bytes=max_bytes, jobs=jobs)
        answer_across("matters", library, asked, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims timeline seeds/ --speaker 拜登")
def timeline(
    paths: SomePaths = None,
    db: Database = None,
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
    from claims.cli.across import Asked, answer_across
    from claims.cli.shelves import open_shelf

    need_source(paths, db)
    voice, code = Voice(), lang.value if lang else ""
    asked = Asked(speaker, outlet, since, until, code, about, anonymous, certainty)
    with ending_plainly(voice):
        library = open_shelf(paths, db, voice, max_bytes=max_bytes, jobs=jobs)
        answer_across("timeline", library, asked, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims changes seeds/")
def changes(
    paths: SomePaths = None,
    db: Database = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show where a speaker's story may have changed. It is no verdict."""
    from claims.cli.across import Asked, answer_across
    from claims.cli.shelves import open_shelf

    need_source(paths, db)
    voice, code = Voice(), lang.value if lang else ""
    asked = Asked(speaker, outlet, since, until, code, about)
    with ending_plainly(voice):
        library = open_shelf(paths, db, voice, max_bytes=max_bytes, jobs=jobs)
        answer_across("changes", library, asked, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims compare BBC 路透社 seeds/")
def compare(
    first: Annotated[str, typer.Argument(metavar="OUTLET", help="The one outlet.")],
    second: Annotated[str, typer.Argument(metavar="OUTLET", help="The other outlet.")],
    paths: SomePaths = None,
    db: Database = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what two outlets both tell of, and what each has alone."""
    from claims.cli.across import answer_compared
    from claims.cli.shelves import open_shelf

    need_source(paths, db)
    voice = Voice()
    with ending_plainly(voice):
        library = open_shelf(paths, db, voice, max_bytes=max_bytes, jobs=jobs)
        answer_compared(library, (first, second), choose_sheet(sheet), voice)
