"""The table of formats: what each is called, what it is for, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claims.corpus import build_corpus
from claims.export.network import write_gexf, write_graphml, write_nodes_and_edges
from claims.export.rows import write_claims
from claims.model import Dossier
from claims.model.corpus import Corpus


class Format(NamedTuple):
    """A format: its name, the end of its files' names, what it is for, its writer."""

    name: str
    suffix: str
    line: str
    write: Callable[[Sequence[Dossier]], str]
    encoding: str = "utf-8"

    def to_bytes(self, dossiers: Sequence[Dossier]) -> bytes:
        """What a file in this format holds."""
        return self.write(dossiers).encode(self.encoding, "backslashreplace")


def write_dossiers(dossiers: Sequence[Dossier]) -> str:
    """The dossiers as they are, one a line."""
    return "".join(one.to_json() + "\n" for one in dossiers)


def write_corpus(dossiers: Sequence[Dossier]) -> str:
    """All articles as one object: speakers, stories, matters, claims, relations and origins."""
    return tell_corpus(build_corpus(dossiers))


def tell_corpus(corpus: Corpus) -> str:
    """A corpus as one object of JSON, such as one that a store has with what people decided."""
    return corpus.model_dump_json(by_alias=True) + "\n"


FORMATS = {
    one.name: one
    for one in (
        Format(
            "csv",
            ".csv",
            "spreadsheets: one claim a row, with who, through whom, and who disputes it",
            write_claims,
            "utf-8-sig",  # without a BOM, Excel takes UTF-8 for the country's old charset
        ),
        Format(
            "graphml",
            ".graphml",
            "the graph for yEd, Cytoscape, igraph, NetworkX",
            write_graphml,
        ),
        Format("gexf", ".gexf", "the graph for Gephi", write_gexf),
        Format(
            "json",
            ".json",
            "the graph for programs and pages: nodes and links",
            write_nodes_and_edges,
        ),
        Format(
            "jsonl",
            ".jsonl",
            "the dossiers whole, one a line, as every command reads them back",
            write_dossiers,
        ),
        Format(
            "corpus",
            ".corpus",
            "all articles as one: joined speakers, matters and origins, for programs",
            write_corpus,
        ),
    )
}
