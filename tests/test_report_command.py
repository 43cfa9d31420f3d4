"""`claims report`: the files it leaves, what it prints, and how it fails."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from dossiers import bare, harbour, quiet
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.model import Dossier

DATA = ["claims.csv", "disputes.dot", "dossiers.jsonl", "report.html"]
DRAWN = ["disputes.png", "disputes.svg"]


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, words)])


def write(path: Path, *dossiers: Dossier) -> Path:
    path.write_text("".join(f"{one.to_json()}\n" for one in dossiers), "utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_leaves_the_page_the_picture_and_the_data(tmp_path: Path) -> None:
    source, out = write(tmp_path / "found.jsonl", harbour(), quiet()), tmp_path / "out" / "report"
    done = run(source, "-o", out)
    assert done.exit_code == 0
    assert names(out) == sorted(DATA + (DRAWN if shutil.which("dot") else []))
    assert "何敏 对 一名海事官员 的说法提出异议" in done.stdout
    assert "可能冲突" in done.stdout
    assert f"{out / 'report.html'} is written" in done.stderr
    assert (out / "dossiers.jsonl").read_bytes() == source.read_bytes()
    with (out / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "航道几乎肯定要停航一个月" in [row["claim"] for row in csv.DictReader(file)]


def test_articles_are_read_as_well(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("港务局长林海说，航道今天上午已经恢复通行。\n", "utf-8")
    assert run(article, "-o", tmp_path / "out").exit_code == 0
    assert "林海" in (tmp_path / "out" / "report.html").read_text("utf-8")


@pytest.mark.parametrize(("lang", "title"), [("zh", "这里有争议"), ("en", "Disputed here")])
def test_the_labels_are_in_the_language_asked_for(tmp_path: Path, lang: str, title: str) -> None:
    source = write(tmp_path / "found.jsonl", harbour())
    assert title in run(source, "-o", tmp_path, "--lang", lang).stdout
    assert f'<h2 id="h-disputed">{title}</h2>' in (tmp_path / "report.html").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = write(tmp_path / "found.jsonl", harbour(), bare())
    for name in ("one", "two"):
        run(source, "-o", tmp_path / name)
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_without_dot_all_but_the_picture_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = write(tmp_path / "found.jsonl", harbour()), tmp_path / "out"
    run(source, "-o", out)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run(source, "-o", out)
    assert done.exit_code == 0
    assert names(out) == DATA  # no picture of the earlier report is left either
    assert "graphviz" in done.stderr
    assert "apt install graphviz fonts-noto-cjk" in (out / "report.html").read_text("utf-8")


def test_a_dot_that_fails_costs_the_picture_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dot = tmp_path / "bin" / "dot"
    dot.parent.mkdir()
    dot.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n", "utf-8")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(dot.parent))
    source, out = write(tmp_path / "found.jsonl", harbour()), tmp_path / "out"
    done = run(source, "-o", out)
    assert (done.exit_code, names(out)) == (0, DATA)
    assert "`dot` failed (out of order)" in done.stderr


def test_a_bad_input_costs_only_itself(tmp_path: Path) -> None:
    source = write(tmp_path / "found.jsonl", harbour())
    done = run(tmp_path / "nowhere.txt", source, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "nowhere.txt" in done.stderr
    assert "report.html" in names(tmp_path / "out")


def test_without_an_article_nothing_is_written(tmp_path: Path) -> None:
    assert run(tmp_path / "nowhere.txt", "-o", tmp_path / "out").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    source = write(tmp_path / "found.jsonl", harbour())
    done = run(source, "-o", source)
    assert done.exit_code == 1
    assert done.stderr == f"claims: {source}: the folder cannot be made (a file is in its place)\n"
    assert source.read_text("utf-8")


def test_a_folder_must_be_named() -> None:
    assert run("a.txt").exit_code == 2
    assert run("a.txt", "-o", "").exit_code == 2
