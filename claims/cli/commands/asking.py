"""The questions as commands: who, through whom, who disputes whom, what may conflict."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    About,
    Anonymous,
    BasisOption,
    CertaintyOption,
    Database,
    Jobs,
    MatterOption,
    MaxBytes,
    Negated,
    OutletOption,
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
    need_with,
    parse_words,
    refuse_with,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly


@app.command(epilog="Example: claims who seeds/ --anonymous")
def who(
    paths: SomePaths = None,
    db: Database = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Only speakers who are not named.")
    ] = False,
    certainty: CertaintyOption = None,
    negated: Negated = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show who speaks, and what each says."""
    from claims.cli.questions import Narrowing, answer_question
    from claims.cli.shelves import gather_shelf

    need_source(paths, db)
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, None, negated)
    with ending_plainly(voice):
        shelf = gather_shelf(source, voice, pages, speaker=speaker, whose=speaker)
        answer_question("who", shelf, narrowing, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims chain a1087 seeds/")
def chain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            parser=parse_words,
            help="The id of a claim or an attribution, a464 will do; or words of it.",
        ),
    ],
    paths: SomePaths = None,
    db: Database = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show through whom a claim came, from the outlet to its first origin."""
    from claims.cli.questions import answer_chain
    from claims.cli.shelves import gather_shelf

    need_source(paths, db)
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    with ending_plainly(voice):
        shelf = gather_shelf(source, voice, pages, whose=what if ":" in what else None)
        answer_chain(what, shelf, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims disputes seeds/")
def disputes(
    paths: SomePaths = None,
    db: Database = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B",
            help="What stands between two speakers of all articles, claims that may conflict too.",
        ),
    ] = None,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="What another article tells, in place of disputes inside one."
        ),
    ] = False,
    matter: MatterOption = None,
    speaker: Speaker = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    basis: BasisOption = None,
    negated: Negated = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show who disputes whom, over what, in which words.

    They are disputes inside one article; with --across, of what another article tells.
    """
    from claims.cli.across import Asked, answer_across, answer_between
    from claims.cli.questions import Narrowing, answer_question
    from claims.cli.shelves import gather_shelf, open_shelf

    need_two("--between", "speakers", between, paths, db)
    refuse_with("--between", between, {"--speaker": speaker, "--negated": negated})
    refuse_with("--across", across, {"--between": between, "--negated": negated})
    need_with("--across or --between", across or between, {"--matter": matter})
    need_source(paths, db)
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, basis, negated)
    with ending_plainly(voice):
        if between:
            library = open_shelf(source, voice, matter or ())
            asked = Asked(None, pages, about, anonymous, certainty, basis)
            answer_between(library, between, asked, choose_sheet(sheet), voice)
            return
        if across:
            library = open_shelf(source, voice, matter or ())
            asked = Asked(speaker, pages, about, anonymous, certainty, basis)
            answer_across("disputes", library, asked, choose_sheet(sheet), voice)
            return
        shelf = gather_shelf(source, voice, pages, speaker=speaker)
        answer_question("disputes", shelf, narrowing, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims contradictions seeds/ --about 入侵")
def contradictions(
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
    basis: BasisOption = None,
    negated: Negated = False,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="Claims of different articles, in place of pairs inside one."
        ),
    ] = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show which claims may conflict, and why. It is no verdict.

    They are pairs inside one article; with --across, of two articles.
    """
    from claims.cli.across import Asked, answer_across
    from claims.cli.questions import Narrowing, answer_question
    from claims.cli.shelves import gather_shelf, open_shelf

    refuse_with("--across", across, {"--negated": negated})
    need_with("--across", across, {"--matter": matter})
    need_source(paths, db)
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, basis, negated)
    with ending_plainly(voice):
        if across:
            library = open_shelf(source, voice, matter or ())
            asked = Asked(speaker, pages, about, anonymous, certainty, basis)
            answer_across("contradictions", library, asked, choose_sheet(sheet), voice)
            return
        shelf = gather_shelf(source, voice, pages, speaker=speaker)
        answer_question("contradictions", shelf, narrowing, choose_sheet(sheet), voice)


@app.command(epilog="Example: claims origins seeds/")
def origins(
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
    negated: Negated = False,
    all: Annotated[
        bool, typer.Option("--all", help="Also what others say too, each on their own word.")
    ] = False,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="Each position of all articles, with the one on whose word it rests."
        ),
    ] = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what rests on one unnamed speaker alone, however many pass it on."""
    from claims.cli.across import Asked, answer_across
    from claims.cli.questions import Narrowing, answer_origins
    from claims.cli.shelves import gather_shelf, open_shelf

    refuse_with("--across", across, {"--negated": negated})
    need_with("--across", across, {"--matter": matter})
    need_source(paths, db)
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, None, negated)
    with ending_plainly(voice):
        if across:
            library = open_shelf(source, voice, matter or ())
            asked = Asked(speaker, pages, about, anonymous, certainty)
            answer_across("origins", library, asked, choose_sheet(sheet), voice)
            return
        shelf = gather_shelf(source, voice, pages, speaker=speaker)
        answer_origins(shelf, narrowing, choose_sheet(sheet), voice, all=all)
