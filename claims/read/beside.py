"""What lies beside articles in a folder and is none: passed over there, without a word."""

from __future__ import annotations

from pathlib import Path

from claims.read.binary import HEAD, is_hopeless

# How the names of programs, their settings, styles and weights end.
SOURCE_CODE = (".py", ".js", ".css", ".toml", ".lock", ".model")


def is_beside(path: Path) -> bool:
    """Whether a file of a folder is source code by its name, or a picture, sound or program.

    A PDF file or an archive may hold an article, so it is not passed over. A file that is given
    by its own path is always read.

    >>> is_beside(Path("site/menu.JS")), is_beside(Path("no-such-file.txt"))
    (True, False)
    """
    if path.name.lower().endswith(SOURCE_CODE):
        return True
    try:
        with path.open("rb") as file:
            return is_hopeless(file.read(HEAD))
    except OSError:
        return False  # reading it will say what is wrong
