"""The formats: what is written is read back by other programs, and the same gives the same."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx
import pytest
from dossiers import MADE, Draft, bare, crowd, denials, harbour, relayed

from claims.corpus import build_corpus
from claims.export import FORMATS, write_sheet
from claims.export.answers import COLUMNS as SHEETS
from claims.export.rows import COLUMNS
from claims.export.spreadsheet import FORMULA, guard
from claims.graph import build_graph
from claims.model import Document, Dossier
from claims.query import (
    Conflict,
    Dispute,
    Origin,
    Statement,
    Who,
    find_chains,
    find_conflicts,
    find_disputes,
    find_origins,
    find_speakers,
)
from claims.query.across import (
    Across,
    Beside,
    Contested,
    Library,
    Rest,
    Told,
    compare_outlets,
    find_clashes,
    find_contested,
    find_rests,
    find_timeline,
)
from claims.track import make_dossier

GRAPHS = ("graphml", "gexf", "json")


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_graph(name: str, text: str) -> networkx.MultiDiGraph[str]:
    if name == "json":
        return networkx.node_link_graph(json.loads(text), edges="links")  # type: ignore[no-any-return]
    read = networkx.read_graphml if name == "graphml" else networkx.read_gexf
    found = read(io.BytesIO(text.encode("utf-8")))
    # A reader makes no multigraph of a graph that has no two edges side by side.
    return found if found.is_multigraph() else networkx.MultiDiGraph(found)


def claims_of(*dossiers: Dossier) -> list[dict[str, str]]:
    return read_csv(FORMATS["csv"].write(dossiers))


def hostile() -> Dossier:
    """Words that are formulas to a spreadsheet, control characters, and marks of XML and CSV."""
    draft = Draft(
        '=SUM(A1)说，-5度，"停航", <b>&amp;\x07\x0b 一\n二。', title="@title", outlet="+1"
    )
    one = draft.speaker("=SUM(A1)", "=SUM(A1)", aliases=("＝B2",), what="a;b")
    said = draft.says(one, "=SUM(A1)", "说", '-5度，"停航", <b>&amp;\x07\x0b 一\n二')
    draft.claim(said, "-5度")
    return draft.dossier()


# ---------------------------------------------------------------- the table of formats
def test_each_format_says_what_it_is_for(root: Path) -> None:
    docs = (root / "docs" / "cli.md").read_text("utf-8").split("\n## claims export\n")[1]
    for name, one in FORMATS.items():
        assert one.name == name and one.suffix == f".{name}" and one.line
        assert f"| `{name}` | {one.line} |" in docs


def test_the_formats_of_the_command_are_those_of_the_table() -> None:
    from claims.cli.commands.exporting import Target

    assert [one.value for one in Target] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("made", [*MADE, "hostile"])
def test_the_same_dossiers_give_the_same_bytes(name: str, made: str) -> None:
    make = MADE.get(made, hostile)
    one, other = FORMATS[name].to_bytes([make()]), FORMATS[name].to_bytes([make()])
    assert one == other and one.endswith(b"\n")
    assert b"lastmodified" not in one  # the day on which it was made


# ---------------------------------------------------------------- csv
def test_one_claim_is_one_row() -> None:
    rows = [row for row in claims_of(harbour()) if row["claim"]]
    assert [row["claim_id"] for row in rows] == [
        claim.id for claim in sorted(harbour().claims, key=lambda one: one.span.start)
    ]
    sure = rows[0]
    assert (sure["claim"], sure["certainty"], sure["speaker"]) == (
        "航道几乎肯定要停航一个月", "almost_certain", "林海",
    )  # fmt: skip
    assert (sure["through"], sure["rests_on"]) == ("石磊 › 一名海事官员", "一名海事官员")
    assert sure["may_conflict_with"] == "林海: 停航有明显的可能"
    assert (sure["outlet"], sure["published"]) == ("东港日报", "2030-03-08")
    text = harbour().document.text
    assert text[int(sure["start"]) : int(sure["end"])] == sure["claim"]


def test_who_disputes_a_claim_stands_with_it() -> None:
    rows = {row["id"].rpartition(":")[2]: row for row in claims_of(harbour())}
    assert rows["a5"]["disputed_by"] == "何敏 (否认); 林海的秘书 (提出异议)"
    assert rows["a6"]["disputes"].startswith("一名海事官员: 港务局长林海告诉他")
    assert rows["a6"]["supported_by"] == "林海的秘书: 官员对会谈的描述"


def test_an_attribution_without_a_claim_has_a_row_if_nothing_else_tells_of_it() -> None:
    rows = [row["id"].rpartition(":")[2] for row in claims_of(harbour()) if not row["claim"]]
    assert rows == ["a2", "a6", "a9", "a14"]  # a1, a4 and a7 only pass others on


def test_of_several_speakers_all_are_told_with_a_question_mark() -> None:
    [row] = [row for row in claims_of(harbour()) if row["id"].endswith(":a14")]
    assert (row["speaker"], row["anonymous"], row["speaker_id"]) == ("何敏 or 周岚?", "", "")


def test_what_nobody_holds_is_marked_in_every_row_and_cell() -> None:
    rows = {row["id"].rpartition(":")[2]: row for row in claims_of(denials())}
    assert {id: row["held"] for id, row in rows.items()} == {
        "a1": "denied", "a2": "denied", "a3": "unsaid", "a4": "denied", "a6": "denied",
        "a7": "asserted",
    }  # fmt: skip
    assert rows["a2"]["through"] == "何敏" and rows["a2"]["rests_on"] == ""
    assert rows["a1"]["disputes"] == "林海 (denied): 航道要停航一个月"
    assert rows["a7"]["may_conflict_with"] == "何敏 (denied): 码头已经关闭"
    assert {row["held"] for row in claims_of(harbour()) if row["claim"]} == {"asserted"}


def test_a_dispute_that_rests_on_nearness_says_so_in_the_cells() -> None:
    rows = {row["id"].rpartition(":")[2]: row for row in claims_of(denials())}
    assert rows["a7"]["disputed_by"] == "何敏 (否认; perhaps meant)"
    assert rows["a4"]["disputes"] == "林海: 码头已经关闭 (perhaps meant)"


def test_a_dispute_by_no_one_named_has_a_dash_in_its_cell() -> None:
    draft = Draft("林海说，停航。有人否认。")
    said = draft.says(draft.speaker("林海"), "林海", "说", "停航")
    draft.claim(said, "停航")
    draft.relates("disputes", draft.says(None, None, "否认"), said, cue="否认")
    [row, _] = claims_of(draft.dossier())
    assert row["disputed_by"] == "– (否认)"


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    [row] = claims_of(hostile())
    assert (row["speaker"], row["claim"], row["title"]) == ("'=SUM(A1)", "'-5度", "'@title")
    assert not [cell for cell in row.values() if cell.startswith(FORMULA)]
    assert guard("停航 = 复航") == "停航 = 复航"


def test_a_file_has_a_bom_for_excel_and_a_pipe_has_none() -> None:
    assert FORMATS["csv"].to_bytes([harbour()]).startswith(b"\xef\xbb\xbfclaim,")
    assert FORMATS["csv"].write([harbour()]).startswith("claim,")


def test_lines_of_the_text_stay_in_their_cell() -> None:
    [row] = claims_of(hostile())
    assert "一\n二" in row["said"]


def test_a_sheet_has_its_columns_even_where_it_has_no_rows() -> None:
    assert read_csv(FORMATS["csv"].write([bare()])) == []
    assert FORMATS["csv"].write([]).strip().split(",") == list(COLUMNS)


ANSWERS: dict[type, Any] = {
    Who: find_speakers,
    Dispute: find_disputes,
    Conflict: find_conflicts,
    Origin: find_origins,
    Statement: lambda graph: find_chains(graph, list(graph)[-1]),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_answers_fill_the_columns_of_their_sheet(kind: type) -> None:
    graph = build_graph([harbour(), hostile()])
    rows = read_csv(write_sheet(ANSWERS[kind](graph), kind))
    assert rows and list(rows[0]) == list(SHEETS[kind])
    assert {name for row in rows for name in row if row[name]} >= {"title", "document"}
    assert write_sheet([], kind).strip().split(",") == list(SHEETS[kind])


def test_no_answer_tells_what_its_sheet_has_no_column_for() -> None:
    from claims.export.answers import _TELL

    graph = build_graph([harbour()])
    for kind, find in ANSWERS.items():
        told = {name for one in find(graph) for row in _TELL[kind](one) for name in row}
        assert told - {"start", "end"} == set(SHEETS[kind])


HARBOUR = "警方说，港口仓库爆炸造成5人死亡。", "港口医院院长林海说，港口仓库爆炸造成12人死亡。"
ACROSS: dict[type, Any] = {
    Told: find_timeline,
    Contested: find_contested,
    Across: lambda library: find_clashes(library, across=False),
    Rest: find_rests,
    Beside: lambda library: compare_outlets(library, "晨报", "晚报"),
}


def test_every_sheet_is_of_one_of_the_answers() -> None:
    assert set(SHEETS) == {*ANSWERS, *ACROSS}


@pytest.mark.parametrize("kind", ACROSS)
def test_answers_about_many_articles_fill_the_columns_of_their_sheet(kind: type) -> None:
    pages = [
        Document.of(text, lang="zh", outlet=outlet, title="港口")
        for text, outlet in zip(HARBOUR, ("晨报", "晚报"), strict=True)
    ]
    library = Library(build_corpus(map(make_dossier, pages)))
    rows = read_csv(write_sheet(ACROSS[kind](library), kind))
    assert rows and list(rows[0]) == list(SHEETS[kind])
    assert "港口仓库爆炸造成12人死亡" in str(rows)
    assert write_sheet([], kind).strip().split(",") == list(SHEETS[kind])


def test_a_conflict_is_called_what_it_is() -> None:
    rows = read_csv(write_sheet(find_conflicts(build_graph([harbour()])), Conflict))
    assert {row["relation"] for row in rows} == {"may conflict"}


def test_sheets_of_answers_tell_what_is_denied_and_what_was_not_said() -> None:
    graph = build_graph([denials()])

    def column(kind: type, name: str) -> list[str]:
        return [row[name] for row in read_csv(write_sheet(ANSWERS[kind](graph), kind))]

    assert column(Who, "held") == [
        "denied", "denied", "denied", "asserted", "unsaid", "asserted", "denied",
    ]  # fmt: skip
    assert column(Dispute, "over_held") == ["denied", "asserted"]
    assert column(Dispute, "strength") == ["strong", "weak"]
    assert column(Conflict, "first_held") + column(Conflict, "second_held") == [
        "denied", "asserted",
    ]  # fmt: skip
    assert column(Origin, "held") == ["denied"] and column(Origin, "negated") == ["false"]
    chains = find_chains(graph, denials().claims[0].id)
    told = [row["held"] for row in read_csv(write_sheet(chains, Statement))]
    assert told == ["asserted", "denied", "denied"]


def test_the_way_of_a_dispute_is_that_of_the_likeliest() -> None:
    [row, other] = read_csv(write_sheet(find_disputes(build_graph([harbour()])), Dispute))
    assert (row["against"], row["through"]) == ("一名海事官员", "石磊")
    assert row["also_against"] == "海潮社 › 一名海事官员"
    assert (other["through"], other["also_against"]) == ("海潮社", "")


def test_a_chain_has_one_row_a_hop() -> None:
    graph = build_graph([relayed()])
    rows = read_csv(write_sheet(find_chains(graph, relayed().claims[0].id), Statement))
    assert [(row["step"], row["name"]) for row in rows] == [
        ("0", "海潮网"), ("1", "海潮社"), ("2", "东港晚报"), ("3", "一名渔民"), ("4", "林海"),
    ]  # fmt: skip


# ---------------------------------------------------------------- graphs
@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("made", [*MADE, "hostile"])
def test_the_graph_is_read_back_whole(name: str, made: str) -> None:
    dossier = MADE.get(made, hostile)()
    graph = build_graph([dossier])
    found = read_graph(name, FORMATS[name].write([dossier]))
    assert set(found) == set(graph)
    told = sorted((u, v, facts["kind"]) for u, v, facts in graph.edges(data=True))
    assert sorted((u, v, facts["kind"]) for u, v, facts in found.edges(data=True)) == told
    for id, facts in found.nodes(data=True):
        for fact in ("kind", "label", "document", "anonymous", "certainty"):
            value = graph.nodes[id].get(fact)
            if isinstance(value, str):
                value = re.sub("[\x07\x0b]", "\ufffd" if name != "json" else r"\g<0>", value)
            assert facts.get(fact) == value


@pytest.mark.parametrize("name", GRAPHS)
def test_the_words_of_every_edge_are_read_back(name: str) -> None:
    found = read_graph(name, FORMATS[name].write([harbour()]))
    graph = build_graph([harbour()])
    told = sorted(facts["words"] for _, _, facts in graph.edges(data=True))
    assert sorted(facts["words"] for _, _, facts in found.edges(data=True)) == told
    reasons = [facts["reason"] for _, _, facts in found.edges(data=True) if facts.get("reason")]
    assert len(reasons) == 3


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_every_id_in_xml_is_given_once(name: str) -> None:
    tree = ET.fromstring(FORMATS[name].write([harbour(), crowd(), hostile()]))
    for kinds in (("node", "edge"), ("key",), ("attribute",)):
        ids = [one.get("id") for one in tree.iter() if one.tag.rpartition("}")[2] in kinds]
        assert len(set(ids)) == len(ids)


def test_truth_is_written_as_xml_has_it() -> None:
    text = FORMATS["graphml"].write([harbour()])
    assert "<data key=" in text and ">false</data>" in text and ">False<" not in text


def test_gexf_is_what_its_schema_allows() -> None:
    """No times (start and end are offsets, not times), no empty attributes, each value declared."""
    tree = ET.fromstring(FORMATS["gexf"].write([harbour(), hostile()]))
    space = "{http://www.gexf.net/1.2draft}"
    [meta], [network] = tree.findall(f"{space}meta"), tree.findall(f"{space}graph")
    assert meta.attrib == {}
    assert network.attrib == {"defaultedgetype": "directed", "mode": "static"}
    allowed = {
        "node": {"id", "label"},
        "edge": {"id", "label", "source", "target"},
        "attribute": {"id", "title", "type"},
        "attvalue": {"for", "value"},
    }
    for one in tree.iter():
        kind = one.tag.removeprefix(space)
        assert set(one.attrib) <= allowed.get(kind, set(one.attrib))
    declared = {one.get("id"): one.get("type") for one in tree.iter(f"{space}attribute")}
    assert set(declared.values()) <= {"string", "boolean", "long", "double"}
    assert {one.get("for") for one in tree.iter(f"{space}attvalue")} <= declared.keys()


def test_dossiers_are_written_as_they_are() -> None:
    lines = FORMATS["jsonl"].write([harbour(), hostile()]).splitlines()
    assert [Dossier.model_validate_json(line) for line in lines] == [harbour(), hostile()]
