"""The docs keep their word: what they show comes out, what they name exists."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from claims import Document, make_dossier
from claims.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
INDENTED = re.compile(r"^ {4}(.+)$", re.M)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:^|\$ |&& |\| )(claims|make) ([a-z]+)\b")
LEFT_OUT = "…"
# Pages on which each command goes on from the one before.
PLAYED = [ROOT / "docs" / page for page in ("store.md", "tutorial.md")]
WIDTH = 110  # columns of the tables shown


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a language on a page."""
    return [body for kind, body in FENCED.findall(path.read_text("utf-8")) if kind == language]


def shown_code(page: Path) -> list[tuple[str, str]]:
    """Each Python block of a page with the output that stands under it."""
    found = FENCED.findall(page.read_text("utf-8"))
    return [
        (body, after[1] if after[0] == "text" else "")
        for (kind, body), after in zip(found, [*found[1:], ("", "")], strict=False)
        if kind == "python"
    ]


def shown_commands() -> list[tuple[str, str, str]]:
    """Each command that the docs show at a prompt, its page before it and its output after."""
    pages = [page for page in PAGES if page not in PLAYED]
    return [(name(page), *shown) for page in pages for shown in prompts(page)]


def prompts(page: Path) -> list[tuple[str, str]]:
    """Each command that a page shows at a prompt, and its output."""
    shown = [block.split("\n", 1) for block in blocks(page, "console")]
    return [(first.removeprefix("$ "), rest) for first, rest in shown]


def code_pieces(text: str) -> Iterator[str]:
    """Lines of code and words in code, as a reader would type them."""
    fenced = "\n".join(body for _, body in FENCED.findall(text))
    yield from chain(fenced.splitlines(), INDENTED.findall(text), INLINE.findall(text))


def anchors(path: Path) -> set[str]:
    """The anchors of the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.M)
    bare = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in bare}


@pytest.mark.parametrize("page", [page for page in PAGES if shown_code(page)], ids=name)
def test_the_python_of_the_docs_prints_what_is_shown(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    known: dict[str, object] = {"__name__": "docs"}  # a page is read from its top
    for code, output in shown_code(page):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, name(page), "exec"), known)
        assert printed.getvalue() == output


@pytest.mark.parametrize(("page", "command", "output"), shown_commands())
def test_the_commands_of_the_docs_print_what_is_shown(page: str, command: str, output: str) -> None:
    check_shown(run_shown(command.split(), ROOT), output)


@pytest.mark.parametrize("page", PLAYED, ids=name)
def test_the_commands_of_a_page_print_what_is_shown_one_after_another(
    page: Path, tmp_path: Path
) -> None:
    for folder in ("docs", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for command, output in prompts(page):
        check_shown(run_shown(shlex.split(command), tmp_path, stderr=subprocess.STDOUT), output)


def run_shown(command: list[str], folder: Path, stderr: int = subprocess.PIPE) -> str:
    """What a command prints in a folder, with the blanks at the ends of lines gone."""
    program, *words = command
    assert program == "claims"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": str(WIDTH)}
    done = subprocess.run(
        [sys.executable, "-m", program, *words], cwd=folder, env=environment,
        stdout=subprocess.PIPE, stderr=stderr, check=True, encoding="utf-8",
    )  # fmt: skip
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def check_shown(printed: str, output: str) -> None:
    """Every piece that is shown was printed, in this order."""
    at = 0
    for piece in re.split(f"^{LEFT_OUT}\n", output, flags=re.M):
        place = printed.find(piece, at)
        assert place >= 0, f"not printed any more:\n{piece}\nbut, in full:\n{printed}"
        at = place + len(piece)


def test_the_dossier_of_the_docs_is_what_comes_out() -> None:
    [block] = blocks(ROOT / "docs" / "model.md", "json")
    shown = json.loads(block)
    found = json.loads(make_dossier(Document.model_validate(shown["document"])).to_json())
    for attribution in chain(shown["attributions"], found["attributions"]):
        del attribution["confidence"], attribution["why"]  # they move whenever weights are learned
    assert found == shown


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    commands = [one.name or one.callback.__name__ for one in app.registered_commands]
    known = {"make": targets, "claims": commands}
    named = {
        hit for piece in code_pieces(page.read_text("utf-8")) for hit in COMMAND.findall(piece)
    }
    assert {(program, word) for program, word in named if word not in known[program]} == set()
    assert named or page != README


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_inside_the_docs_leads_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(FENCED.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    linked = {link.partition("#")[0] for link in LINK.findall(README.read_text("utf-8"))}
    assert {name(page) for page in (ROOT / "docs").glob("*.md")} - linked == set()


def test_the_ready_questions_print_what_is_shown(tmp_path: Path) -> None:
    page = ROOT / "docs" / "sql.md"
    for folder in ("docs", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for command, _ in prompts(page):
        run_shown(shlex.split(command), tmp_path)
    asked, shown = blocks(page, "sql"), blocks(page, "text")
    assert len(asked) == len(shown) > 10
    for sql, output in zip(asked, shown, strict=True):
        words, db = sql.strip(), sql.split()[-1]
        told = ["claims", "sql", words, "--db", db, "--format", "table"]
        assert run_shown(told, tmp_path).rstrip() == output.rstrip(), sql
