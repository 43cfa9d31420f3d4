"""One claim a row: who, through whom, in which words, how sure, and how it stands to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.export.cells import PERHAPS, Row, list_texts, name, name_holder, tell_statement
from claims.export.spreadsheet import write_rows
from claims.graph import Graph, build_graph
from claims.model import Claim, Dossier
from claims.model.world import Held
from claims.query import (
    Point,
    Statement,
    find_conflicts,
    find_disputes,
    find_origin,
    find_statements,
    find_supports,
)

COLUMNS = (
    "claim", "certainty", "negated", "held", "conditional", "speaker", "anonymous", "what", "role",
    "affiliation", "through", "rests_on", "source", "words", "said", "quote", "said_negated",
    "addressee", "medium", "said_on", "disputed_by", "disputes", "may_conflict_with",
    "supported_by", "also_said", "title", "outlet", "published", "url", "confidence", "claim_id",
    "id", "speaker_id", "document", "start", "end",
)  # fmt: skip

Cells = dict[str, list[str]]


class Stands:
    """How claims and attributions stand to others, as texts for cells, by id and column."""

    def __init__(self, graph: Graph) -> None:
        self.cells: dict[str, Cells] = defaultdict(lambda: defaultdict(list))
        self._list_disputes(graph)
        self._list_pairs(graph)

    def tell(self, *ids: str) -> Row:
        """The cells of a claim and of the attribution that it stands in."""
        columns = dict.fromkeys(column for id in ids for column in self.cells.get(id, {}))
        return {
            column: list_texts(
                text for id in ids for text in self.cells.get(id, {}).get(column, [])
            )
            for column in columns
        }

    def _list_disputes(self, graph: Graph) -> None:
        for one in find_disputes(graph):
            perhaps = PERHAPS if one.strength == "weak" else ""
            told = "; ".join(filter(None, (one.words.text if one.words else "", perhaps)))
            who = name(one.who.speaker) or "–"
            who += f" ({told})" if told else ""
            for statement in one.against:
                self.cells[statement.id]["disputed_by"].append(who)
                disputed = _quote(statement, statement.text, statement.held)
                disputed += f" ({perhaps})" if perhaps else ""
                self.cells[one.who.id]["disputes"].append(disputed)

    def _list_pairs(self, graph: Graph) -> None:
        for one in find_conflicts(graph):
            self._enter("may_conflict_with", one.first, one.second)
            self._enter("may_conflict_with", one.second, one.first)
        for other in find_supports(graph):
            column = "supported_by" if other.kind == "supports" else "also_said"
            if other.kind == "repeats":
                self._enter(column, other.first, other.second)
            self._enter(column, other.second, other.first)

    def _enter(self, column: str, point: Point, other: Point) -> None:
        id = point.claim.id if point.claim else point.statement.id
        self.cells[id][column].append(_quote(other.statement, other.words, other.held))


def _quote(one: Statement, words: str, held: Held) -> str:
    return f"{name_holder(one, held)}: {words or '–'}"


def write_claims(dossiers: Sequence[Dossier]) -> str:
    """The claims of dossiers as CSV.

    An attribution without a claim has a row to itself if it stands in a relation, as a denial
    does, or if nothing stands inside it; one that only passes others on has none. Words that
    spreadsheets would take for formulas are guarded, see `spreadsheet`.
    """
    graph = build_graph(dossiers)
    stands = Stands(graph)
    return write_rows(COLUMNS, _list_rows(find_statements(graph), stands))


def _list_rows(statements: list[Statement], stands: Stands) -> Iterator[Row]:
    relaying = {one.within for one in statements}
    for one in statements:
        told = tell_statement(one)
        origin = find_origin(one)
        rests_on = name(origin) if one.held == "asserted" else ""
        told |= {"said_negated": told["negated"], "rests_on": rests_on, **_place(one)}
        for claim in one.claims:
            yield told | _tell_claim(claim, one) | stands.tell(one.id, claim.id)
        standing = stands.tell(one.id)
        if not one.claims and (standing or one.id not in relaying):
            yield told | {"certainty": "", "negated": None, "held": _find_held(one)} | standing


def _find_held(one: Statement) -> str:
    """How the speaker stands to words that hold no claim: told only where they are not held."""
    return "" if one.held == "asserted" else one.held


def _place(one: Statement) -> Row:
    return {"start": one.passage.start, "end": one.passage.end}


def _tell_claim(claim: Claim, one: Statement) -> Row:
    return {
        "claim": claim.span.text,
        "certainty": claim.certainty,
        "negated": claim.negated,
        "held": one.held_of(claim),
        "conditional": claim.conditional,
        "claim_id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
    }
