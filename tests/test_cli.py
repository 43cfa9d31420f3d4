"""The command line: what it prints where, how it ends, and that the docs tell all of it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import stand_in
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.cli.commands import ORDER
from claims.model import Document, Dossier
from claims.render.table import draw_article
from claims.track import make_dossier

ARTICLE = "港务局长林海说，航道今天上午已经恢复通行。\n一名海关官员表示，检查仍要持续两天左右。\n"
SECOND = "渔会主席石磊声称，渔民的损失还没有人统计过。\n"
COMMANDS = list(ORDER)
PROGRAM = [sys.executable, str(Path(stand_in.__file__))]


@pytest.fixture(autouse=True)
def stand_in_pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The commands find by one pattern, whatever the real pipeline finds."""
    monkeypatch.setitem(sys.modules, "claims.track", stand_in)
    yield


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path / "harbour.txt", ARTICLE)


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def start(*words: object, **options: Any) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    root = str(Path(__file__).resolve().parents[1])
    env = {**os.environ, "PYTHONPATH": root, **options.pop("env", {})}
    command = [*PROGRAM, *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    # A suite that runs in the background would hand on that interrupts are ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, env=env, **pipes)
    finally:
        signal.signal(signal.SIGINT, before)


def finish(process: subprocess.Popen[bytes], stdin: bytes | None = None) -> tuple[int, str, str]:
    out, err = process.communicate(stdin, timeout=60)
    return process.returncode, out.decode("utf-8"), err.decode("utf-8")


def names(output: str) -> list[str]:
    return [json.loads(line)["document"]["name"] for line in output.splitlines()]


# ---------------------------------------------------------------- extract
def test_a_pipe_gets_one_json_array(article: Path) -> None:
    done = run("extract", article)
    [dossier] = json.loads(done.stdout)
    assert (done.exit_code, done.stderr) == (0, "")
    assert dossier["schema"] == 1 and len(dossier["attributions"]) == 2
    assert Dossier.model_validate(dossier).document.text == ARTICLE


def test_jsonl_is_one_article_a_line_in_the_order_of_the_paths(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for name in ("b", "a"):
        write(folder / f"{name}.txt", ARTICLE)
    last = write(tmp_path / "0.txt", SECOND)
    done = run("extract", folder, last, "--format", "jsonl")
    assert names(done.stdout) == ["a", "b", "0"]


def test_several_at_a_time_keep_the_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.txt", f"{ARTICLE}第{n}段。\n") for n in range(6)]
    paths.insert(2, tmp_path / "missing.txt")
    code, out, err = finish(start("extract", *paths, "--format", "jsonl", "--jobs", 2))
    assert names(out) == [str(n) for n in range(6)]
    assert code == 1 and err == f"claims: {paths[2]}: there is no such file; check the path\n"


def test_the_same_input_gives_the_same_bytes(article: Path) -> None:
    assert run("extract", article).stdout == run("extract", article).stdout


def test_standard_input_is_read_for_a_dash() -> None:
    done = run("extract", "-", "--format", "jsonl", stdin=ARTICLE.encode("gb18030"))
    assert done.exit_code == 0 and names(done.stdout) == ["stdin"]


def test_a_file_called_dash_is_no_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "-", ARTICLE)
    assert names(run("extract", "./-", "--format", "jsonl", stdin="").stdout) == ["-"]


BAD: dict[str, tuple[str | bytes | None, str]] = {
    "missing.txt": (None, "there is no such file"),
    "empty.txt": ("", "it is empty"),
    "scan.txt": (b"%PDF-1.7\n\x00\x01\x02", "PDF"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    "bare.html": ("<html><body><nav><a href='/'>x</a></nav></body></html>", "article"),
    "deep.jsonl": ('{"text": ' + "[" * 9000 + "]" * 9000 + "}\n", "nested"),
    "russian.txt": ("Министр заявил, что порт снова открыт, а суда ушли.\n" * 5, "Russian"),
    "large.txt": (ARTICLE * 600, "larger than 60000 bytes; split it, or raise --max-bytes"),
    "crash.txt": (ARTICLE + "港口的系统在夜里崩溃。\n", "RuntimeError: made to fail"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_told_in_one_sentence_and_the_others_go_on(
    name: str, tmp_path: Path, article: Path
) -> None:
    data, words = BAD[name]
    bad = tmp_path / name
    if data is not None:
        write(bad, data)
    after = write(tmp_path / "second.txt", SECOND)
    done = run("extract", article, bad, after, "--format", "jsonl", "--max-bytes", 60_000)
    assert names(done.stdout) == ["harbour", "second"]
    [line] = done.stderr.splitlines()
    assert done.exit_code == 1
    assert line.startswith("claims: ") and bad.stem in line and words in line


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run("extract", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "[]\n")
    assert "the folder holds no files" in done.stderr


def test_a_broken_file_in_a_folder_stops_no_other(tmp_path: Path) -> None:
    for name, data in {
        "1.txt": ARTICLE,
        "2.bin": b"\x00\x01\x02\x03" * 50,
        "3.txt": SECOND,
    }.items():
        write(tmp_path / name, data)
    done = run("extract", tmp_path, "--format", "jsonl")
    assert (done.exit_code, names(done.stdout)) == (1, ["1", "3"])


def test_a_locale_without_unicode_still_prints_utf8(article: Path) -> None:
    env = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for shape in ("jsonl", "table"):
        code, out, err = finish(start("extract", article, "--format", shape, env=env))
        assert (code, err) == (0, "") and "航道今天上午" in out


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.txt", f"{n}\n" + ARTICLE * 500) for n in range(8)]
    for shape in ("json", "jsonl", "table"):
        process = start("extract", *paths, "--format", shape)
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 0)


def test_a_full_disk_is_told(article: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as stdout:
        process = start("extract", article, stdout=stdout)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.decode() == "claims: the result cannot be written (No space left on device)\n"


def test_an_interrupt_ends_without_a_traceback(article: Path) -> None:
    process = start("extract", article, "-", "--format", "jsonl", stdin=subprocess.PIPE)
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["document"]["name"] == "harbour"
    process.send_signal(signal.SIGINT)  # it now waits for standard input
    code, out, err = finish(process)
    assert (code, out, err) == (130, "", "")


# ---------------------------------------------------------------- the table
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_its_width(width: int) -> None:
    lines = draw_article(stand_in.nested(), width).plain.split("\n")
    assert max(map(cell_len, lines)) <= width


def test_the_table_shows_chains_unnamed_elided_and_nested_speakers() -> None:
    table = draw_article(stand_in.nested(), 120).plain
    lines = {line.split()[0]: line for line in table.split("\n") if line.startswith("a")}
    assert list(lines) == ["a29", "a31", "a55", "a73", "a88", "a91", "a99"]
    assert "  └ 海潮报 › 一名东港官员 › 林海" in lines["a55"]
    assert "› (林海)" in lines["a73"]
    assert "no one named" in lines["a88"] and " or " in lines["a91"]
    for words in ("匿名 anonymous official", "8日 (2024-03-08)", "电视讲话", "not said"):
        assert words in table


def test_a_short_name_leaves_room_for_what_stands_beneath_it() -> None:
    document = Document.of("一名官员说，桥没有断。", lang="zh")
    assert "匿名 anonymous official" in draw_article(make_dossier(document), 80).plain


def test_the_columns_stand_under_each_other() -> None:
    lines = draw_article(stand_in.nested(), 80).plain.split("\n")
    start = lines[3].index("cue")
    rows = [line for line in lines if re.match(r"a\d+ ", line)]
    for line in rows:
        cut = next(n for n in range(len(line)) if cell_len(line[:n]) >= start)
        assert cell_len(line[:cut]) == start and line[cut - 2 : cut] == "  " and line[cut] != " "


def test_the_table_in_a_pipe_has_no_colour_and_takes_its_width_from_columns(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    done = run("extract", article, "--format", "table")
    assert "\x1b" not in done.stdout and "…" in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 48


def test_an_article_without_attributions_says_so() -> None:
    page = Document.of("港口今日停航。", lang="zh", title="停航\x1b[31m通告")
    table = draw_article(Dossier(document=page), 60).plain
    assert "no attributions found" in table and "\x1b" not in table


# ---------------------------------------------------------------- explain
def explain_ids(article: Path) -> dict[str, str]:
    [dossier] = json.loads(run("extract", article).stdout)
    return {
        "attribution": dossier["attributions"][1]["id"],
        "speaker": dossier["speakers"][1]["id"],
    }


@pytest.mark.parametrize("short", [False, True])
def test_an_attribution_is_explained(short: bool, article: Path) -> None:
    id = explain_ids(article)["attribution"]
    done = run("explain", id.rpartition(":")[2] if short else id, article)
    assert done.exit_code == 0
    marked = "[source: 一名海关官员][cue: 表示]，[content: 检查仍要持续两天左右]。"
    for words in (marked, "the words 表示 report", "no report at all (0.10)", "0.90", "stand-in"):
        assert words in done.stdout


def test_a_speaker_is_explained(article: Path) -> None:
    done = run("explain", explain_ids(article)["speaker"], article)
    assert done.exit_code == 0
    for words in ("一名海关官员", "匿名 anonymous official", "[一名海关官员]表示，检查"):
        assert words in done.stdout


def test_an_explanation_can_be_json(article: Path) -> None:
    done = run("explain", explain_ids(article)["attribution"], article, "--format", "json")
    assert json.loads(done.stdout)["item"]["why"]["steps"] == ["the words 表示 report"]


def test_an_unknown_id_names_the_nearest(article: Path) -> None:
    known = explain_ids(article)["attribution"]
    done = run("explain", known + "9", article)
    [line] = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (1, "")
    assert line.startswith("claims: there is no item") and f"the nearest are {known}" in line


@pytest.mark.parametrize("id", ["x", "harbour", "a"])
def test_an_id_that_is_like_none_is_told_how_to_find_them(id: str, article: Path) -> None:
    done = run("explain", id, article)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        f"claims: there is no item '{id}': there are 4 ids; "
        "run `claims extract PATH --format table` to see them\n"
    )


def test_an_id_that_is_far_from_all_is_told_where_such_ids_stand(article: Path) -> None:
    done = run("explain", "s99999999", article)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "claims: there is no item 's99999999': there are 2 speakers; "
        "`claims who PATH --format csv` lists them as speaker_id\n"
    )


def test_a_short_id_of_several_articles_is_not_guessed(tmp_path: Path, article: Path) -> None:
    other = write(tmp_path / "other.txt", ARTICLE + "完。\n")
    short = explain_ids(article)["attribution"].rpartition(":")[2]
    done = run("explain", short, article, other)
    assert done.exit_code == 1 and "several articles" in done.stderr


def test_explain_without_an_article_says_so(tmp_path: Path) -> None:
    done = run("explain", "a1", tmp_path / "missing.txt")
    assert done.exit_code == 1 and done.stderr.count("claims: ") == 2


# ---------------------------------------------------------------- evaluate
def gold_row(text: str, id: str) -> dict[str, Any]:
    dossier = stand_in.make_dossier(Document.of(text, lang="zh"))
    return {
        "id": id,
        "lang": "zh",
        "text": text,
        "entities": [
            one.model_dump(include={"id", "name", "anonymous"}) for one in dossier.speakers
        ],
        "attributions": [
            one.model_dump(include={"id", "speaker", "source", "cue", "content", "chain"})
            for one in dossier.attributions
        ],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text in {"harbour": ARTICLE, "fishers": SECOND}.items():
        write(folder / f"{name}.json", json.dumps(gold_row(text, name)))
    return folder


def test_figures_of_articles_of_dossiers_and_of_the_gold_texts_agree(
    gold: Path, tmp_path: Path, article: Path
) -> None:
    second = write(tmp_path / "second.txt", SECOND)
    lines = write(
        tmp_path / "found.jsonl", run("extract", article, second, "--format", "jsonl").stdout
    )
    array = write(tmp_path / "found.json", run("extract", article, second).stdout)
    printed = [run("evaluate", gold, *paths) for paths in ([], [article, second], [lines], [array])]
    assert {(done.exit_code, done.stderr) for done in printed} == {(0, "")}
    assert len({done.stdout for done in printed}) == 1
    figures = json.loads(printed[0].stdout)
    assert figures["found"] == {"p": 1.0, "r": 1.0, "f": 1.0, "of": 3}
    assert figures["speaker"] == {"rate": 1.0, "of": 3}


def test_mistakes_are_listed_and_lost_articles_told(gold: Path, article: Path) -> None:
    done = run("evaluate", gold, article, "--list", "--format", "table")
    assert done.exit_code == 0
    assert done.stderr == "claims: no dossier holds the text of fishers\n"
    assert re.search(r"^miss +fishers .*声称 \| 渔民的损失还没有人统计过", done.stdout, re.M)
    assert re.search(r"^found +1\.000 +0\.667 +0\.800 +3$", done.stdout, re.M)
    listed = json.loads(run("evaluate", gold, article, "--list").stdout)["errors"]
    assert [one["kind"] for one in listed] == ["miss"]


def test_at_most_three_lost_articles_are_named(gold: Path, article: Path) -> None:
    for n in range(4):
        row = gold_row(f"渔会主席石磊说，第{n}天。", f"later{n}")
        write(gold / f"later{n}.json", json.dumps(row))
    done = run("evaluate", gold, article)
    assert done.exit_code == 0
    assert done.stderr == (
        "claims: no dossier holds the text of fishers, later0, later1 and 2 more\n"
    )


def test_nothing_is_measured_where_no_dossier_fits(gold: Path, tmp_path: Path) -> None:
    missing, other = tmp_path / "missing", write(tmp_path / "other.txt", "矿工说，井下很冷。\n")
    for path, told in {missing: 2, other: 1}.items():
        done = run("evaluate", gold, path, "--format", "table")
        assert (done.exit_code, done.stdout) == (1, "")
        lines = done.stderr.splitlines()
        assert len(lines) == told and "any of the 2 articles" in lines[-1]
    assert "there is no such file" in run("evaluate", gold, missing).stderr


def test_nothing_is_measured_where_no_gold_text_is_an_article(tmp_path: Path) -> None:
    row = {"text": "Мэр заявил, что порт снова открыт.", "attributions": []}
    path = write(tmp_path / "gold.json", json.dumps(row))
    done = run("evaluate", path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Russian" in done.stderr and "nothing is measured" in done.stderr


def test_a_corpus_is_a_gold_file(tmp_path: Path, article: Path) -> None:
    row = {"text": ARTICLE, "attributions": [{"cue": [[6, 7]], "content": [[8, 20]]}]}
    corpus = write(tmp_path / "corpus.jsonl", json.dumps(row) + "\n\n")
    done = run("evaluate", corpus, article)
    assert json.loads(done.stdout)["found"]["r"] == 1.0


def test_bad_gold_is_told_and_the_others_go_on(gold: Path, article: Path) -> None:
    write(gold / "bad.json", "{")
    write(gold / "worse.json", '{"text": "甲说，乙。"}')
    done = run("evaluate", gold, article)
    assert done.exit_code == 1 and json.loads(done.stdout)["found"]["of"] == 3
    told = [line for line in done.stderr.splitlines() if ".json" in line]
    assert len(told) == 2 and all(line.startswith("claims: ") for line in told)


@pytest.mark.parametrize("data", [None, "", "[]", "not json", b"\xff\xfe\xff"])
def test_no_gold_at_all_is_told(data: str | bytes | None, tmp_path: Path, article: Path) -> None:
    path = tmp_path / "gold.json"
    if data is not None:
        write(path, data)
    done = run("evaluate", path, article)
    assert (done.exit_code, done.stdout) == (1, "")
    assert all(line.startswith("claims: ") for line in done.stderr.splitlines())


def test_broken_dossiers_are_told(gold: Path, tmp_path: Path) -> None:
    broken = write(tmp_path / "found.jsonl", '{"schema": 1, "document": {}}\n')
    done = run("evaluate", gold, broken)
    assert done.exit_code == 1 and "found.jsonl:1: it is no dossier" in done.stderr


# ---------------------------------------------------------------- train, version, usage, docs
def test_training_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learn, calls = types.ModuleType("claims.learn"), []

    def train(paths: Iterable[Path], out: Path, code: str) -> dict[str, int]:
        calls.append((list(paths), out, code))
        return {"cues.model.gz": 12}

    learn.train = train  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "claims.learn", learn)
    done = run("train", "one.json", "two", "-o", tmp_path / "out", "--lang", "en")
    assert calls == [([Path("one.json"), Path("two")], tmp_path / "out", "en")]
    assert (done.exit_code, done.stdout) == (0, "") and "cues.model.gz" in done.stderr


def test_the_front_door_lists_its_names() -> None:
    import claims

    assert dir(claims) == sorted(claims.__all__)


def test_the_version_is_printed() -> None:
    assert re.fullmatch(r"claims (\d+\.\d+\.\d+\S*|\(not installed\))\n", run("--version").stdout)


@pytest.mark.parametrize(
    "words",
    [[], ["extract"], ["explain", "a1"], ["evaluate"], ["train"], ["undo"],
     ["extract", "x", "--format", "xml"], ["extract", "x", "--jobs", "-1"],
     ["extract", "x", "--max-bytes", "0"], ["extract", "x", "--depth", "3"],
     ["extract", ""], ["extract", "x", ""], ["explain", "a1", ""], ["evaluate", ""],
     ["evaluate", "x", ""], ["train", ""]],
)  # fmt: skip
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    done = run(*words)
    assert done.exit_code == 2 and "Usage: " in done.output and "Traceback" not in done.output


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_each_help_has_one_example(command: str, flag: str) -> None:
    done = run(command, flag)
    assert done.exit_code == 0
    assert done.stdout.count(f"Example: claims {command} ") == 1


def test_help_comes_without_what_is_heavy() -> None:
    code = (
        "import sys; from claims.cli import app; app(['extract', '-h'], standalone_mode=False);"
        "print(*{'claims.read', 'claims.model', 'trafilatura', 'pycrfsuite'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_and_option_is_documented(command: str, root: Path) -> None:
    docs = (root / "docs" / "cli.md").read_text("utf-8")
    section = docs.split(f"\n## claims {command}\n")[1].split("\n## ")[0]
    for option in re.findall(r"^ +(?:-\w, )?(--[\w-]+)", run(command, "-h").stdout, re.M):
        assert f"`{option}" in section or option == "--help", option
    example = re.search(r"Example: (.*)", run(command, "-h").stdout)
    assert example is not None and example[1] in section


def test_every_command_is_tested_here() -> None:
    assert sorted(one.callback.__name__ for one in app.registered_commands if one.callback) == (
        sorted(COMMANDS)
    )
