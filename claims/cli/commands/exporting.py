"""`claims export`: what was found, in other programs' formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import (
    Database,
    Jobs,
    MaxBytes,
    OutletOption,
    Since,
    SomePaths,
    TextLang,
    Until,
    choose_pages,
    need_source,
)
from claims.cli.sources import Source
from claims.cli.streams import Voice, ending_plainly


class Target(StrEnum):
    """The formats by name; the table in `claims.export` says what each is for."""

    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    json = "json"
    jsonl = "jsonl"
    corpus = "corpus"


@app.command(epilog="Example: claims export seeds/ --format csv -o out/claims.csv")
def export(
    paths: SomePaths = None,
    db: Database = None,
    outlet: OutletOption = None,
    since: Since = "",
    until: Until = "",
    lang: TextLang = None,
    target: Annotated[
        Target | None,
        typer.Option("--format", help="By default as the name of the output file ends."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where it goes; by default standard output."
        ),
    ] = None,
    max_bytes: MaxBytes = 20_000_000,
    jobs: Jobs = 1,
) -> None:
    """Write what was found for other programs.

    csv: spreadsheets, one claim a row. graphml: yEd, Cytoscape, igraph, NetworkX. gexf: Gephi.
    json: the graph as nodes and links. jsonl: the dossiers whole, as every command reads them.
    corpus: all articles as one, with joined speakers, matters and origins, as JSON.
    """
    from claims.cli.exports import write_corpus, write_export
    from claims.cli.shelves import gather_corpus, gather_some

    need_source(paths, db)
    name = (target or _tell_target(output)).value
    pages = choose_pages(outlet, since, until, lang)
    source, voice = Source(paths, db, max_bytes, jobs), Voice()
    with ending_plainly(voice):
        if name == Target.corpus:
            write_corpus(gather_corpus(source, voice, pages), output)
            return
        write_export(gather_some(source, voice, pages), name, output)


def _tell_target(output: Path | None) -> Target:
    """The format that the end of a file's name stands for."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix not in [one.value for one in Target]:
        formats = ", ".join(Target)
        raise typer.BadParameter(f"give one of {formats}", param_hint="'--format'")
    return Target(suffix)
