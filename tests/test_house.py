"""The house rules that a reader would otherwise have to remember, see docs/rooms.md."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from claims.lang import PACKS, load_language, load_pack

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "claims"
MODULES = sorted(PACKAGE.rglob("*.py"))
NO_LANGUAGE = [path for path in MODULES if path.parts[len(PACKAGE.parts)] in
               {"find", "resolve", "relate", "relate.py", "corpus"}]  # fmt: skip

# Ideographs of all blocks, CJK punctuation and full-width forms.
CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
HEAVY = ("trafilatura", "readability", "networkx", "typer", "fastapi")
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}

# Put together from pieces, so that this file does not name them itself.
MACHINE = re.compile(r"(?<![\w./<-])/(?:" + "|".join(["work", "home", "Users"]) + r")/\w")
REGISTRY = re.compile(
    "|".join(re.escape(".".join(host)) for host in [
        ("pypi", "org"), ("pythonhosted", "org"), ("debian", "org"), ("npmjs", "org"),
        ("npmjs", "com"), ("huggingface", "co"),
    ])
)  # fmt: skip


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, owners)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string of the program, pieces of f-strings included, docstrings left out."""
    words = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
            yield node


def imports(tree: ast.AST) -> Iterator[str]:
    """The full name of every module, or thing in it, that is imported anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions and classes of a module that others may use."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return (node for node in tree.body if isinstance(node, kinds) and node.name[0] != "_")


def own_files() -> list[Path]:
    """Every file of the repository that is ours to write: no caches, no results, no inputs."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    rooms = [ROOT / room for room in ("claims", "tests", "docs", ".ci")]
    below = chain.from_iterable(room.rglob("*") for room in rooms)
    return sorted(
        path for path in [*top, *below] if path.is_file() and "__pycache__" not in path.parts
    )


# Names of ids, fields and stances that happen to be English words that a pack lists too.
OWN = frozenset(
    {"a", "label", "reason", "held", "rejected", "corrected", "confirmed", "denied", "objected to"}
)


def names_of_kinds() -> frozenset[str]:
    """What the project calls its own kinds: in the model, and as traits of the packs' entries."""
    nouns = [*(PACKAGE / "model").glob("*.py"), PACKAGE / "lang" / "base.py"]
    told = {node.value for path in nouns for node in literals(ast.parse(path.read_text("utf-8")))}
    for code in PACKS:
        for entry in chain.from_iterable(load_pack(code).entries.values()):
            told |= {value for value in entry.traits.values() if isinstance(value, str)}
    return frozenset(told)


@cache
def language_words() -> dict[str, frozenset[str]]:
    """The words of the packs written in Latin letters, by language (the others show at once)."""
    lexicon = load_language("en").lexicon
    names = set(chain.from_iterable([*lexicon.senses.values(), *lexicon.kinds.values()]))
    forms = lexicon.senses.keys() | lexicon.kinds.keys()
    return {"en": frozenset(forms) - names - names_of_kinds() - OWN}


@pytest.mark.parametrize("path", NO_LANGUAGE, ids=name)
def test_no_language_is_named_where_all_are_served(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    foreign = frozenset(chain.from_iterable(language_words().values()))
    words = [
        f"{name(path)}:{node.lineno}: {node.value!r}"
        for node in literals(tree)
        if CHINESE.search(node.value) or node.value in foreign
    ]
    packs = [module for module in imports(tree) if re.match(r"claims\.lang\.(zh|en)\b", module)]
    assert not words, "words of a language belong in its pack, under claims/lang/"
    assert not packs, "a language comes as an argument"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_short_and_bears_the_name_of_what_it_holds(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 400
    assert not VAGUE & {path.stem, path.parent.name}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{name(path)}:{number}: {hit.group()}"
        for path in own_files()
        if path.suffix != ".gz"
        for number, line in enumerate(path.read_text("utf-8", errors="ignore").splitlines(), 1)
        for hit in [MACHINE.search(line) or REGISTRY.search(line)]
        if hit
    ]
    assert found == []


def test_the_lock_pins_every_package_with_hashes_and_names_no_index() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    lines = text.replace("\\\n", " ").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries
    assert [line for line in entries if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", line)] == []
    assert "://" not in text
    assert not re.search(r"--(?!hash=)", text)


def test_the_front_door_is_light() -> None:
    code = f"import claims, sys; print(*(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
