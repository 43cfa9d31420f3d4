"""`claims export`: what was found, in other programs' formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.commands.app import app
from claims.cli.commands.options import Jobs, MaxBytes, Paths
from claims.cli.streams import Voice, ending_plainly


class Target(StrEnum):
    """The formats by name; the table in `claims.export` says what each is for."""

    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    json = "json"
    jsonl = "jsonl"


@app.command(epilog="Example: claims export seeds/ --format csv -o out/claims.csv")
def export(
    paths: Paths,
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
    """
    from claims.cli.articles import gather_dossiers
    from claims.cli.exports import write_export

    name = (target or _tell_target(output)).value
    voice = Voice()
    with ending_plainly(voice):
        dossiers = gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
        write_export(list(dossiers), name, output)


def _tell_target(output: Path | None) -> Target:
    """The format that the end of a file's name stands for."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix not in [one.value for one in Target]:
        formats = ", ".join(Target)
        raise typer.BadParameter(f"give one of {formats}", param_hint="'--format'")
    return Target(suffix)
