"""The questions about many articles as commands: what is contested, who changed, and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

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
    Sheet,
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

if TYPE_CHECKING:
    from claims.cli.across import Asked


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
    from claims.cli.across import Asked

    asked = Asked(
        speaker, outlet, since, until, lang.value if lang else "", about, anonymous, certainty
    )
    _answer("matters", asked, _Source(paths, db, max_bytes, jobs), sheet)


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
    from claims.cli.across import Asked

    asked = Asked(
        speaker, outlet, since, until, lang.value if lang else "", about, anonymous, certainty
    )
    _answer("timeline", asked, _Source(paths, db, max_bytes, jobs), sheet)


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
    from claims.cli.across import Asked

    asked = Asked(speaker, outlet, since, until, lang.value if lang else "", about)
    _answer("changes", asked, _Source(paths, db, max_bytes, jobs), sheet)


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


class _Source(NamedTuple):
    """Where the articles of a question come from, as it was typed."""

    paths: list[str] | None
    db: Path | None
    max_bytes: int
    jobs: int


def _answer(name: str, asked: Asked, source: _Source, sheet: Sheet | None) -> None:
    """One of the questions, from its source to its answer."""
    from claims.cli.across import answer_across
    from claims.cli.shelves import open_shelf

    need_source(source.paths, source.db)
    voice = Voice()
    with ending_plainly(voice):
        library = open_shelf(
            source.paths, source.db, voice, max_bytes=source.max_bytes, jobs=source.jobs
        )
        answer_across(name, library, asked, choose_sheet(sheet), voice)
