"""What is exported, to a file or to standard output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.cli.files import write_files
from claims.cli.streams import put
from claims.export import FORMATS, tell_corpus
from claims.model import Dossier
from claims.model.corpus import Corpus


def write_export(dossiers: Sequence[Dossier], name: str, output: Path | None) -> None:
    """A file gets all that a program expects of one; a pipe the text alone, without a BOM.

    The folder of the file is made where there is none. Where no input could be read, nothing is
    written: what is there stays.
    """
    if not dossiers:
        return
    if output is None:
        put(FORMATS[name].write(dossiers))
    else:
        write_files(output.parent, {output.name: FORMATS[name].to_bytes(dossiers)})


def write_corpus(corpus: Corpus, output: Path | None) -> None:
    """All articles as one object; nothing where no input could be read."""
    if not corpus.documents:
        return
    text = tell_corpus(corpus)
    if output is None:
        put(text)
    else:
        write_files(output.parent, {output.name: text.encode()})
