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
    Jobs,
    MaxBytes,
    Negated,
    Paths,
    Sheet,
    SheetFormat,
    Speaker,
    parse_words,
)
from claims.cli.streams import Voice, ending_plainly, is_terminal


def _choose(sheet: Sheet | None) -> str:
    return (sheet or (Sheet.table if is_terminal() else Sheet.json)).value


@app.command(epilog="Example: claims who seeds/ --anonymous")
def who(
    paths: Paths,
    speaker: Speaker = None,
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
    from claims.cli.articles import gather_dossiers
    from claims.cli.questions import Narrowing, answer_question

    voice = Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, None, negated)
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        answer_question("who", dossiers, narrowing, _choose(sheet), voice)


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
    paths: Paths,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show through whom a claim came, from the outlet to its first origin."""
    from claims.cli.articles import gather_dossiers
    from claims.cli.questions import answer_chain

    voice = Voice()
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        answer_chain(what, dossiers, _choose(sheet), voice)


@app.command(epilog="Example: claims disputes seeds/")
def disputes(
    paths: Paths,
    speaker: Speaker = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    basis: BasisOption = None,
    negated: Negated = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show who disputes whom, over what, in which words."""
    from claims.cli.articles import gather_dossiers
    from claims.cli.questions import Narrowing, answer_question

    voice = Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, basis, negated)
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        answer_question("disputes", dossiers, narrowing, _choose(sheet), voice)


@app.command(epilog="Example: claims contradictions seeds/ --about 入侵")
def contradictions(
    paths: Paths,
    speaker: Speaker = None,
    about: About = None,
    anonymous: Anonymous = False,
    certainty: CertaintyOption = None,
    basis: BasisOption = None,
    negated: Negated = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show which claims may conflict, and why. It is no verdict."""
    from claims.cli.articles import gather_dossiers
    from claims.cli.questions import Narrowing, answer_question

    voice = Voice()
    narrowing = Narrowing(speaker, about, anonymous, certainty, basis, negated)
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        answer_question("contradictions", dossiers, narrowing, _choose(sheet), voice)


@app.command(epilog="Example: claims origins seeds/")
def origins(
    paths: Paths,
    speaker: Speaker = None,
    about: About = None,
    certainty: CertaintyOption = None,
    negated: Negated = False,
    all: Annotated[
        bool, typer.Option("--all", help="Also what others say too, each on their own word.")
    ] = False,
    sheet: SheetFormat = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Show what rests on one unnamed speaker alone, however many pass it on."""
    from claims.cli.articles import gather_dossiers
    from claims.cli.questions import Narrowing, answer_origins

    voice = Voice()
    narrowing = Narrowing(speaker, about, False, certainty, None, negated)
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        answer_origins(dossiers, narrowing, _choose(sheet), voice, all=all)
