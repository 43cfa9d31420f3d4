"""The questions on the command line: tables, JSON and CSV, filters, and how each one ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest
import stand_in
from dossiers import MADE, Draft, bare, crowd, denials, harbour, quiet, relayed
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.cli.streams import Voice
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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"end": 3}, "relations.0.cue: span 89:3 does not hold '否认'"),
        ({"text": "承认了"}, "relations.0.cue: span 89:91 does not hold '承认了'"),
        ({"start": "here"}, "relations.0.cue.start: it must be a number"),
        ({"text": 5}, "relations.0.cue.text: it must be text"),
        ({"more": 5}, "relations.0.cue.more: no such field is known"),
    ],
)
def test_what_is_wrong_in_a_dossier_is_told_in_plain_words(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    row = json.loads(harbour().to_json())
    row["relations"][0]["cue"] |= change
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    assert run("disputes", path).stderr == (
        f"claims: {path}:1: it is no dossier ({told}); print it anew with claims extract\n"
    )


def write_old(path: Path, *dossiers: Dossier) -> Path:
    """Dossiers as a version printed them that found no claims and relations yet."""
    rows = [json.loads(one.to_json()) for one in dossiers]
    for row in rows:
        del row["claims"], row["relations"]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("command", ["disputes", "contradictions"])
@pytest.mark.parametrize(("form", "printed"), [("table", ""), ("json", "[]\n"), ("csv", None)])
def test_of_dossiers_without_claims_it_is_not_said_that_nobody_disputes_anybody(
    tmp_path: Path, command: str, form: str, printed: str | None
) -> None:
    done = run(command, write_old(tmp_path / "old.jsonl", harbour()), "--format", form)
    assert (done.exit_code, done.stderr) == (
        0,
        "claims: harbour: an older version printed it, without claims and relations; "
        "extract the article anew\n",
    )
    assert done.stdout == printed if printed is not None else done.stdout.count("\n") == 1


def test_several_dossiers_without_claims_are_told_once_and_the_rest_is_answered(
    tmp_path: Path,
) -> None:
    old = write_old(tmp_path / "old.jsonl", relayed(), quiet(), bare(), MADE["dangling"]())
    done = run("disputes", old, write(tmp_path / "new.jsonl", harbour()))
    assert done.exit_code == 0 and short(json.loads(done.stdout)) == ["r1", "r2"]
    assert done.stderr == (
        "claims: relayed, quiet, bare, 1 more: an older version printed them, "
        "without claims and relations; extract the articles anew\n"
    )
    assert run("who", old, "--format", "csv").stderr == done.stderr  # told with every command


def test_a_first_line_that_is_cut_off_costs_no_other(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", quiet(), harbour())
    first, second = path.read_text("utf-8").splitlines()
    path.write_text(f"{first[:400]}\n{second}\n", "utf-8")
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


def test_the_way_shown_of_a_dispute_is_that_of_the_statement_shown(found: Path) -> None:
    """The first came through 石磊, another through 海潮社: no statement came through both."""
    text = table("disputes", found)
    assert "石磊 and 海潮社" not in text and "海潮社 and 石磊" not in text
    first, second = text.split("r1 ")[1].split("r2 ")
    assert first.count("through 石磊") == 1 and "also a5 through 海潮社" in first
    assert "through 海潮社" in second and "石磊" not in second and "also" not in second


def test_what_else_is_reached_is_told_with_its_own_speaker_and_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    dossier = harbour()
    ids = {one.id.rpartition(":")[2]: one.id for one in dossier.attributions}
    to = tuple(ids[id] for id in ("a5", "a2", "a9", "a10"))
    wide = dossier.relations[0].model_copy(update={"to": to})
    path = write(tmp_path / "found.jsonl", dossier.model_copy(update={"relations": (wide,)}))
    text = table("disputes", path)
    for words in (
        "through 海潮社", "also a2 through 石磊", "also a9 林海的秘书 directly",
        "also a10 何敏 directly",
    ):  # fmt: skip
        assert words in text


def test_brackets_of_a_name_and_namesakes_are_kept_apart(tmp_path: Path) -> None:
    draft = Draft("一名官员说，停航。另一名官员说，禁渔。何敏(港务局)否认。")
    he = draft.speaker("何敏(港务局)")
    two = [draft.speaker("一名官员", anonymous=True) for _ in range(2)]
    said = [
        draft.says(two[0], "一名官员", "说", "停航"),
        draft.says(two[1], "一名官员", "说", "禁渔", after=9),
    ]
    draft.relates("disputes", draft.says(he, "何敏(港务局)", "否认"), *said)
    text = table("disputes", write(tmp_path / "found.jsonl", draft.dossier()))
    assert text.startswith(
        "何敏(港务局) disputes 一名官员 and 一名官员, who are not named: 1 dispute\n"
    )
    assert "also a2 一名官员 directly" in text


def test_what_nobody_holds_is_marked_in_every_table(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", denials())
    said = table("who", path)
    for words in ("denied by 何敏:", "denied:", "not said:"):
        assert words in said
    assert "denied by 何敏:" in table("disputes", path)
    assert "denied:" in table("contradictions", path) and "denied:" in table("origins", path)
    for command in QUESTIONS:
        text = table(command, path)
        marks = re.findall(r"(?:denied|not said)(?: by 何敏)?:", text)
        assert len(marks) == {"who": 5, "disputes": 1, "contradictions": 1, "origins": 1}[command]


@pytest.mark.parametrize(
    ("id", "chain", "hop", "end"),
    [
        ("a2", "东港日报 ← 何敏 (denied) ← 林海\n", "否认 · denied · a1", "denied by 何敏: "),
        ("a3", "东港日报 ← 周岚 (not said)\n", "没有说 · not said · a3", "not said by 周岚: "),
        ("a6", "东港日报 ← 海事局 ← 一名官员 (denied)\n", "denied · a6", "denied by 一名官员: "),
    ],
)
def test_a_chain_tells_where_it_breaks(
    tmp_path: Path, id: str, chain: str, hop: str, end: str
) -> None:
    text = table("chain", id, write(tmp_path / "found.jsonl", denials()))
    assert text.startswith(chain) and hop in text
    assert f"\n{end}it rests on the word of nobody here\n" in text


def test_json_tells_what_nobody_holds(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", denials())
    held = {
        one["id"][-2:]: one["held"] for row in answers("who", path) for one in row["statements"]
    }
    assert [id for id, how in held.items() if how != "asserted"] == ["a1", "a4", "a2", "a3", "a6"]
    [one] = answers("contradictions", path)
    assert (one["first"]["held"], one["second"]["held"]) == ("denied", "asserted")
    assert [hop["held"] for hop in answers("chain", "a2", path)[0]["hops"]][1] == "denied"
    assert len(answers("who", path, "--negated")) == 4  # denied and not said are negated too


def test_whom_a_weak_dispute_means_is_a_guess_and_said_so(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", denials())
    text = table("disputes", path)
    assert text.startswith("何敏 disputes 林海: 2 disputes, 1 perhaps meant\n")
    assert text.count("perhaps meant") == 2  # in the first line, and with the one
    weak = denials().relations[1]
    path = write(path, denials().model_copy(update={"relations": (weak,)}))
    text = table("disputes", path)
    assert text.startswith("何敏 perhaps disputes 林海: 1 dispute, perhaps meant\n")


def test_who_only_perhaps_disputes_is_named_where_the_sentence_lacks_them(tmp_path: Path) -> None:
    dossier = harbour()
    first, *others = (one for one in dossier.relations if one.kind == "disputes")
    weak = [one.model_copy(update={"strength": "weak"}) for one in others]
    path = write(
        tmp_path / "found.jsonl",
        dossier.model_copy(update={"relations": (first, *weak)}),
    )
    line = table("disputes", path).splitlines()[0]
    assert line.endswith("who is not named: 2 disputes, 1 perhaps meant by 林")


def test_origins_tell_who_perhaps_disputes_them(tmp_path: Path) -> None:
    dossier = harbour()
    weak = dossier.relations[0].model_copy(update={"strength": "weak"})
    relations = (weak, *dossier.relations[1:])
    path = write(tmp_path / "found.jsonl", dossier.model_copy(update={"relations": relations}))
    text = table("origins", path)
    assert "perhaps disputed by 何敏" in text
    assert "disputed by 林海的秘书, perhaps also by" in text
    assert text.startswith("2 things rest on the word of 1 unnamed speaker alone; disputed: 1\n")


@pytest.mark.parametrize("width", [40, 50, 60, 80])
@pytest.mark.parametrize("command", QUESTIONS)
def test_no_id_is_broken_over_two_lines(tmp_path: Path, command: str, width: int) -> None:
    """An id may be as long as r13125.2."""
    text = re.sub(r'(:[acrs])(\d+)"', r'\g<1>1312\g<2>.2"', harbour().to_json())
    graph = build_graph([Dossier.model_validate_json(text)])
    find, draw = DRAWN[command]
    drawn = draw(find(graph), width).plain
    assert max(map(cell_len, drawn.split("\n"))) <= width
    broken = re.findall(r"\b[acr]1312\d*(?![.\d])", drawn)
    assert re.findall(r"\b[acr]1312\d+\.2", drawn) and broken == []


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
        (["disputes", "--speaker", "林海"], ["r1"]),
        (["disputes", "--certainty", "almost_certain"], ["r1"]),
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
    assert "here" in said and (form == "table" or len(said.splitlines()) == 1)
    assert all(cell_len(line) <= 80 for line in said.splitlines()) or form != "table"
    if form == "json":
        assert done.stdout == "[]\n"
    if form == "csv":
        assert len(done.stdout.splitlines()) == 1


def test_a_long_sentence_is_as_wide_as_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table("disputes", write(tmp_path / "bare.jsonl", bare()))
    assert text.startswith("nobody here disputes") and len(text.splitlines()) == 3
    long = "the file cannot be read; " * 5
    Voice().say(long, ["a  b"])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    Voice().say(long, ["a  b"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"claims: {long}" and lines[1] == lines[-1] == "  a  b"
    assert len(lines) == 5 and max(map(len, lines[2:])) <= 80


def test_where_no_answer_fits_the_sentence_says_that(found: Path) -> None:
    text = table("disputes", found, "--about", "下雪")
    assert text == "no dispute here fits; leave out an option\n"


def test_words_that_no_chain_is_about(found: Path) -> None:
    assert table("chain", "下雪", found).startswith("nothing that is said here is about '下雪'")


@pytest.mark.parametrize("id", ["s1", "r1"])
def test_what_has_no_chain_is_told(found: Path, id: str) -> None:
    done = run("chain", id, found)
    assert done.exit_code == 1 and "has no chain; give the id of a claim" in done.stderr


def test_an_article_in_which_nobody_speaks_was_found_all_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "bare.jsonl", bare())
    done = run("chain", "a1", path)
    assert (done.exit_code, done.stderr) == (
        1, "claims: there is no item 'a1': there are no attributions here\n",
    )  # fmt: skip
    assert "no article was found" in run("chain", "a1", tmp_path / "missing").stderr


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


def test_the_folder_of_a_file_is_made_where_there_is_none(found: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "deep" / "claims.csv"
    assert run("export", found, "-o", target).exit_code == 0
    assert [one.name for one in target.parent.iterdir()] == ["claims.csv"]


def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    from claims.cli.files import write_files
    from claims.errors import ClaimsError

    (tmp_path / "a.txt").write_text("before", "utf-8")
    with pytest.raises(ClaimsError, match="it cannot be written"):
        write_files(tmp_path, {"a.txt": b"after", "missing/b.txt": b"after"})
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "before"


def test_nothing_half_written_is_left(found: Path, tmp_path: Path) -> None:
    target = found / "out.csv"  # a file is in the place of the folder
    done = run("export", found, "-o", target)
    assert done.exit_code == 1 and "the folder cannot be made" in done.stderr
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


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("r9999", "there are 6 relations; `claims disputes PATH` and `claims contradictions PATH`"),
        ("c10", "the nearest are c1; `claims export PATH --format csv` lists them as claim_id"),
        (
            "s4444444",
            "there are 9 speakers; `claims who PATH --format csv` lists them as speaker_id",
        ),
        ("a77", "the nearest are a7; `claims extract PATH --format table` lists them"),
        ("q99999", "there are 14 attributions; `claims extract PATH --format table` lists them"),
    ],
)
def test_an_unknown_id_is_answered_with_the_command_that_lists_such_ids(
    found: Path, id: str, told: str
) -> None:
    done = run("explain", id, found)
    assert done.exit_code == 1 and f"there is no item '{id}': {told}" in done.stderr


def test_of_what_there_is_none_no_command_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "quiet.jsonl", quiet())
    assert run("explain", "r1", path).stderr == (
        "claims: there is no item 'r1': there are no relations here\n"
    )


def test_what_is_denied_and_what_is_perhaps_meant_is_explained(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", denials())
    text = table("explain", "c3", path)
    assert "held          no: the words of report deny it" in text
    assert "disputes      r2 (perhaps meant): a7 · 林海 · 说" in text
    assert "no: it is said not to have been said" in table("explain", "c2", path)
    text = table("explain", "r2", path)
    assert "a4 · 何敏 · 否认 · denied\n" in text and "\ndisputes, perhaps meant:\n" in text
    assert "weak, perhaps meant: nothing but nearness tells whom" in text
    assert "perhaps" not in table("explain", "r1", path)


# ---------------------------------------------------------------- usage
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["who", "x", "--certainty", "sure"], "'--certainty': 'sure' is not one of 'certain', "),
        (["disputes", "x", "--basis", "guessed"], "'--basis': 'guessed' is not one of 'stated', "),
        (["origins", "x", "--format", "xml"], "'--format': 'xml' is not one of 'table', 'json', "),
        (["report", "x", "-o", "y", "--lang", "fr"], "'--lang': 'fr' is not one of 'zh', 'en'."),
        (["render", "x", "-o", "y.svg", "--max", "0"], "'--max': it must be 1 or more"),
        (["who", "x", "--jobs", "many"], "'--jobs': it must be a number"),
        (["who", "x", "--about", "\udcff"], "'--about': the words are not UTF-8; type them anew"),
    ],
)
def test_a_wrong_option_is_told_in_plain_words(words: list[str], told: str) -> None:
    done = run(*words)
    assert done.exit_code == 2 and f"Error: Invalid value for {told}" in done.output
    assert "Value error" not in done.output and "Input should" not in done.output


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
