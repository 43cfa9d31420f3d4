"""The questions on the command line: tables, JSON and CSV, filters, and how each one ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest
import stand_in
from dossiers import MADE, bare, crowd, harbour, quiet, relayed
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.graph import build_graph
from claims.model import Dossier
from claims.query import (
    find_chains,
    find_conflicts,
    find_disputes,
    find_origins,
    find_speakers,
)
from claims.render.answers import (
    draw_chains,
    draw_conflicts,
    draw_disputes,
    draw_origins,
    draw_speakers,
)

ARTICLE = "港务局长林海说，航道今天上午已经恢复通行。\n一名海关官员表示，检查仍要持续两天左右。\n"
QUESTIONS = ["who", "disputes", "contradictions", "origins"]
DRAWN: dict[str, tuple[Any, Any]] = {
    "who": (find_speakers, draw_speakers),
    "disputes": (find_disputes, draw_disputes),
    "contradictions": (find_conflicts, draw_conflicts),
    "origins": (find_origins, draw_origins),
}


@pytest.fixture(autouse=True)
def stand_in_pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "claims.track", stand_in)
    monkeypatch.setenv("COLUMNS", "80")
    yield


@pytest.fixture
def found(tmp_path: Path) -> Path:
    return write(tmp_path / "found.jsonl", harbour())


def write(path: Path, *dossiers: Dossier) -> Path:
    path.write_text("".join(f"{one.to_json()}\n" for one in dossiers), "utf-8")
    return path


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def table(*words: object) -> str:
    done = run(*words, "--format", "table")
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def answers(*words: object) -> list[dict[str, Any]]:
    done = run(*words)
    assert done.exit_code == 0
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def short(rows: list[dict[str, Any]]) -> list[str]:
    return [row["id"].rpartition(":")[2] for row in rows]


# ---------------------------------------------------------------- what is given
def test_articles_and_dossiers_may_be_mixed_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    write(tmp_path / "b.jsonl", relayed(), quiet())
    (tmp_path / "c.json").write_text(f"[{harbour().to_json()},\n{bare().to_json()}]\n", "utf-8")
    rows = answers("who", tmp_path)
    assert list(dict.fromkeys(row["article"]["name"] for row in rows)) == [
        "a", "relayed", "quiet", "harbour",
    ]  # fmt: skip


@pytest.mark.parametrize("jobs", [1, 2])
def test_their_order_is_that_of_the_paths_with_any_number_of_jobs(
    tmp_path: Path, jobs: int
) -> None:
    paths = [write(tmp_path / f"{n}.jsonl", MADE[name]()) for n, name in enumerate(MADE)]
    paths.insert(2, tmp_path / "a.txt")
    paths[2].write_text("这里没有人说话。\n", "utf-8")
    done = run("extract", *paths, "--format", "jsonl", "--jobs", jobs)
    names = [json.loads(line)["document"]["name"] for line in done.stdout.splitlines()]
    assert names == [*list(MADE)[:2], "a", *list(MADE)[2:]]


def test_what_extract_prints_can_be_piped_on(found: Path) -> None:
    for form in ("json", "jsonl"):
        printed = run("extract", found, "--format", form).stdout
        assert run("disputes", "-", stdin=printed).stdout == run("disputes", found).stdout


def test_an_article_comes_through_a_pipe_too() -> None:
    [one, _] = json.loads(run("who", "-", stdin=ARTICLE).stdout)
    assert one["speaker"]["name"] == "港务局长林海"


def test_a_dossier_laid_out_over_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(json.loads(harbour().to_json()), indent=2), "utf-8")
    assert short(answers("disputes", path)) == ["r1", "r2"]


def test_the_same_article_twice_is_one(found: Path, tmp_path: Path) -> None:
    again = write(tmp_path / "again.jsonl", harbour(), quiet())
    assert short(answers("disputes", found, again)) == ["r1", "r2"]
    assert run("explain", "a6", found, again).exit_code == 0  # only one article has an a6


def test_a_broken_dossier_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", harbour())
    path.write_text('{"schema":1,"document":{}}\n' + path.read_text("utf-8"), "utf-8")
    done = run("disputes", path)
    assert done.exit_code == 1 and short(json.loads(done.stdout)) == ["r1", "r2"]
    assert "found.jsonl:1: it is no dossier" in done.stderr


@pytest.mark.parametrize("text", ['[{"schema":1,', '{"schema":1,\n"document":{"id":'])
def test_dossiers_cut_off_in_the_middle_are_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "found.json"
    path.write_text(text, "utf-8")
    done = run("disputes", path)
    assert (done.exit_code, done.stdout) == (1, "[]\n")
    assert done.stderr == f"claims: {path}: it is broken JSON; print it anew with claims extract\n"


def test_no_input_at_all_is_no_answer(tmp_path: Path) -> None:
    for command in QUESTIONS:
        done = run(command, tmp_path / "missing", "--format", "table")
        assert (done.exit_code, done.stdout, done.stderr.count("claims: ")) == (1, "", 1)


# ---------------------------------------------------------------- the tables
def test_the_disputes_begin_with_the_answer(found: Path) -> None:
    text = table("disputes", found)
    assert text.startswith(
        "何敏 and 林海的秘书 dispute 一名海事官员, who is not named: 2 disputes\n"
    )
    for words in (
        "何敏",
        "否认",
        "提出异议",
        "该官员的说法",
        "through 石磊",
        "匿名 anonymous",
    ):
        assert words in text


def test_contradictions_only_may_be_and_say_so(found: Path) -> None:
    text = table("contradictions", found)
    assert text.startswith("3 pairs of claims may conflict; in 2 of them the speakers also dispute")
    assert "none says who is right" in text and "may conflict: why" in text
    assert "contradict" not in text
    for words in ("almost certain", "negated", "the figures differ", "weak"):
        assert words in text


def test_who_tells_each_speaker_once(found: Path) -> None:
    text = table("who", found)
    assert text.startswith("14 statements by 8 speakers, 2 of them not named\n")
    assert text.count("周岚") == 1 and "no one named" in text and "to 海潮社" in text


def test_a_chain_is_one_line_and_then_its_hops(found: Path) -> None:
    text = table("chain", "a1", found)
    assert text.startswith("东港日报 ← 石磊 ← 一名海事官员 ← 林海\n")
    assert "    └ 林海  局长 · 告诉 · a3\n        航道几乎肯定要停航一个月\n" in text
    assert "rests on the word of 一名海事官员, who is not named" in text


def test_of_a_claim_the_chain_ends_with_its_words(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", relayed())
    assert table("chain", "c1", path).startswith("海潮网 ← 海潮社 ← 东港晚报 ← 一名渔民 ← 林海\n")


def test_words_will_do_for_a_chain(found: Path) -> None:
    assert table("chain", "停航 一个月", found) == table("chain", "a3", found)
    text = table("chain", "停航", found)
    assert text.startswith("3 chains\n") and "rests on the word of 何敏" in text


def test_origins_tell_what_stands_alone(found: Path) -> None:
    text = table("origins", found)
    assert text.startswith("2 things rest on the word of 1 unnamed speaker alone; disputed: 2\n")
    assert "1 more is said by others too; --all shows it." in text
    assert "passed on by 石磊" in text and "disputed by 何敏 and 林海的秘书" in text
    assert "林海的秘书 " not in text and "also said by 何敏" in table("origins", found, "--all")


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_every_table_fits_its_width(command: str, made: str, width: int) -> None:
    find, draw = DRAWN[command]
    answer = find(build_graph([MADE[made]()]))
    if answer:
        assert max(map(cell_len, draw(answer, width).plain.split("\n"))) <= width


@pytest.mark.parametrize("width", [40, 80])
def test_a_chain_fits_its_width(width: int) -> None:
    graph = build_graph([relayed()])
    drawn = draw_chains(find_chains(graph, relayed().claims[0].id), width).plain
    assert max(map(cell_len, drawn.split("\n"))) <= width


def test_two_articles_stand_under_their_headlines(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", harbour(), crowd())
    text = table("disputes", path)
    assert text.startswith(
        "17 speakers dispute 16 others, 1 of them not named: 17 disputes in 2 articles\n"
    )
    assert text.index("东港停航风波") < text.index("众说纷纭")


def test_a_table_steers_no_terminal(tmp_path: Path) -> None:
    dossier = harbour()
    named = dossier.speakers[1].model_copy(update={"name": "官员\x1b[31m\n"})
    speakers = (dossier.speakers[0], named, *dossier.speakers[2:])
    path = write(tmp_path / "found.jsonl", dossier.model_copy(update={"speakers": speakers}))
    for command in QUESTIONS:
        assert "\x1b" not in table(command, path)


# ---------------------------------------------------------------- filters
@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["disputes", "--speaker", "何敏"], ["r1"]),
        (["disputes", "--about", "会谈"], ["r1", "r2"]),
        (["disputes", "--about", "航道"], ["r1"]),
        (["disputes", "--basis", "inferred"], []),
        (["contradictions", "--anonymous"], ["r3", "r4"]),
        (["contradictions", "--certainty", "probable"], ["r3"]),
        (["contradictions", "--negated"], ["r4"]),
        (["contradictions", "--speaker", "漁業局"], ["r5"]),
        (["contradictions", "--basis", "inferred", "--about", "损失"], ["r5"]),
    ],
)
def test_answers_are_narrowed(found: Path, words: list[str], ids: list[str]) -> None:
    assert short(answers(*words, found)) == ids


def test_who_and_origins_are_narrowed(found: Path) -> None:
    [one] = answers("who", found, "--speaker", "主席")
    assert one["speaker"]["name"] == "周岚"
    assert len(answers("who", found, "--anonymous")) == 2
    assert len(answers("origins", found, "--about", "会谈")) == 1
    assert len(answers("origins", found, "--speaker", "该官员")) == 2


def test_several_speakers_are_listed_and_the_status_is_2(found: Path) -> None:
    done = run("who", found, "--speaker", "海")
    first, *listed = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (2, "")
    assert first == "claims: '海' may mean any of 4 speakers; give the full name or the id of one"
    assert [line.split()[1] for line in listed] == ["一名海事官员", "林海", "海潮社", "林海的秘书"]
    id = listed[1].split()[0]
    assert answers("who", found, "--speaker", id) == answers("who", found, "--speaker", "林海")


def test_an_unknown_speaker_is_told(found: Path) -> None:
    done = run("disputes", found, "--speaker", "下雪")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("claims: no speaker is called '下雪' among the 8 who speak here")


# ---------------------------------------------------------------- nothing found
@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_where_there_is_no_answer_one_sentence_says_so(
    tmp_path: Path, command: str, form: str
) -> None:
    path = write(tmp_path / "bare.jsonl", bare())
    done = run(command, path, "--format", form)
    assert done.exit_code == 0
    said = done.stdout if form == "table" else done.stderr
    assert len(said.splitlines()) == 1 and "here" in said
    if form == "json":
        assert done.stdout == "[]\n"
    if form == "csv":
        assert len(done.stdout.splitlines()) == 1


def test_where_no_answer_fits_the_sentence_says_that(found: Path) -> None:
    text = table("disputes", found, "--about", "下雪")
    assert text == "no dispute here fits; leave out an option\n"


def test_words_that_no_chain_is_about(found: Path) -> None:
    assert table("chain", "下雪", found).startswith("nothing that is said here is about '下雪'")


@pytest.mark.parametrize("id", ["s1", "r1"])
def test_what_has_no_chain_is_told(found: Path, id: str) -> None:
    done = run("chain", id, found)
    assert done.exit_code == 1 and "has no chain; give the id of a claim" in done.stderr


def test_an_unknown_id_has_no_chain(found: Path) -> None:
    done = run("chain", "a99", found)
    assert done.exit_code == 1 and "there is no item 'a99'" in done.stderr


# ---------------------------------------------------------------- csv, export
@pytest.mark.parametrize("command", QUESTIONS)
def test_every_answer_has_a_sheet(found: Path, command: str) -> None:
    done = run(command, found, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert done.exit_code == 0 and rows and {row["title"] for row in rows} == {"东港停航风波"}


def test_a_chain_has_a_sheet(found: Path) -> None:
    done = run("chain", "a1", found, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert [row["name"] for row in rows] == ["东港日报", "石磊", "一名海事官员", "林海"]


def test_the_graph_is_exported_and_read_by_another_program(found: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.graphml"
    done = run("export", found, "-o", target)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    graph = networkx.read_graphml(target)
    told = [facts for _, _, facts in graph.edges(data=True) if facts["kind"] == "disputes"]
    assert {facts["words"] for facts in told} == {"否认", "提出异议"}


def test_a_file_is_written_as_its_name_ends_and_a_pipe_as_it_is_asked(
    found: Path, tmp_path: Path
) -> None:
    target = tmp_path / "claims.CSV"
    assert run("export", found, "-o", target).exit_code == 0
    piped = run("export", found, "--format", "csv").stdout_bytes
    assert target.read_bytes() == b"\xef\xbb\xbf" + piped
    assert run("export", found, "--format", "jsonl").stdout == found.read_text("utf-8")


def test_a_format_is_needed(found: Path, tmp_path: Path) -> None:
    for words in ([], ["-o", tmp_path / "out.xlsx"], ["--format", "xml"]):
        done = run("export", found, *words)
        assert done.exit_code == 2 and "csv" in done.output


def test_nothing_half_written_is_left(found: Path, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "out.csv"
    done = run("export", found, "-o", target)
    assert done.exit_code == 1 and "cannot be written" in done.stderr
    kept = tmp_path / "kept.csv"
    kept.write_text("before", "utf-8")
    assert run("export", tmp_path / "missing", "-o", kept).exit_code == 1
    assert kept.read_text("utf-8") == "before"


def test_the_same_input_gives_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", harbour(), relayed(), crowd())
    root = str(Path(__file__).resolve().parents[1])
    script = (
        "import sys; from claims.cli import app\n"
        "for words in (['disputes'], ['contradictions'], ['origins'], ['who'],"
        " ['export', '--format', 'gexf'], ['export', '--format', 'csv']):\n"
        "    app([*words, sys.argv[1]], standalone_mode=False)"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] and len(printed[0]) > 10_000


# ---------------------------------------------------------------- explain
def test_a_claim_is_explained(found: Path) -> None:
    text = table("explain", "c2", found)
    for words in (
        "c2 · 周三的会谈“进行得并不顺利”",
        "[source: 这名官员][cue: 说]，[claim: 周三的会谈“进行得并不顺利”]",
        "海潮社 › 一名海事官员", "negated", "may conflict  r4: c4 · 何敏 · 告诉",
        "disputed by   r1: a6 · 何敏 · 否认",
    ):  # fmt: skip
        assert words in text


def test_a_dispute_is_explained_by_the_words_it_rests_on(found: Path) -> None:
    text = table("explain", "r1", found)
    for words in (
        "r1 · disputes · 否认", "[cue: 否认]了[target: 该官员的说法]", "the text says so",
        "[content: 周三的会谈“进行得并不顺利”]",
    ):  # fmt: skip
        assert words in text


def test_a_conflict_is_explained_as_no_verdict(found: Path) -> None:
    text = table("explain", "r3", found)
    for words in (
        "r3 · may conflict · certainty", "[claim: 停航有明显的可能]", "no verdict", "几乎肯定",
    ):  # fmt: skip
        assert words in text
    assert "contradict" not in text


def test_a_relation_that_leads_nowhere_is_explained_as_far_as_it_goes(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", MADE["dangling"]())
    assert "nowhere:a2 (not in this article)" in table("explain", "r1", path)
    assert "nowhere:c1 (not in this article)" in table("explain", "r3", path)
    assert "said in    nowhere:a3" in table("explain", "nowhere:c4", path)


@pytest.mark.parametrize(("id", "kind"), [("c2", "span"), ("r1", "from")])
def test_claims_and_relations_are_explained_as_json(found: Path, id: str, kind: str) -> None:
    item = json.loads(run("explain", id, found, "--format", "json").stdout)["item"]
    assert item["id"].endswith(f":{id}") and kind in item


# ---------------------------------------------------------------- usage
@pytest.mark.parametrize(
    "words",
    [["who"], ["chain", "a1"], ["disputes"], ["contradictions"], ["origins"], ["export"],
     ["who", ""], ["who", "x", "--speaker", ""], ["disputes", "x", "--about", " "],
     ["disputes", "x", "--certainty", "sure"], ["contradictions", "x", "--basis", "guessed"],
     ["origins", "x", "--format", "xml"], ["chain", "", "x"], ["who", "x", "--jobs", "-1"]],
)  # fmt: skip
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    done = run(*words)
    assert done.exit_code == 2 and "Usage: " in done.output and "Traceback" not in done.output


def test_help_comes_without_what_is_heavy() -> None:
    code = (
        "import sys; from claims.cli import app; app(['disputes', '-h'], standalone_mode=False);"
        "print(*{'claims.query', 'claims.model', 'networkx', 'opencc'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
