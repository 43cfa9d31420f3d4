"""The command line: parse, call, print. Data goes to standard output, words to standard error."""

from __future__ import annotations

import sys

from claims.cli.commands import app
from claims.cli.streams import INTERRUPTED, speak_utf8

__all__ = ["app", "main"]


def main() -> None:
    """Run the command that the process was called with."""
    speak_utf8()
    try:
        app(prog_name="claims")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
