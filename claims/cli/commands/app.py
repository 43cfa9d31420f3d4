"""The program that the commands are added to."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claims.cli.streams import put
from claims.cli.wording import say_plainly


class Commands(TyperGroup):
    """The commands; what is wrong with an option is told in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, as its base does."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = say_plainly(error.message)
            raise


app = typer.Typer(
    cls=Commands,
    help="Who said what through whom, and who disputes it: attributions in news articles.",
    epilog="Example: claims extract seeds/",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        put(f"claims {_find_version()}\n")
        raise typer.Exit


def _find_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("claims-tracker")
    except PackageNotFoundError:  # run from a folder that is not installed
        return "(not installed)"


@app.callback()
def begin(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options before any command."""
