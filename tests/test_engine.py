"""`dot` at work: whatever becomes of it, one error with one sentence."""

from __future__ import annotations

from pathlib import Path

import graphviz
import pytest

from claims.errors import NoDotError
from claims.render.diagram.engine import run_dot


@pytest.fixture
def dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only program on the path; it says why it fails, and reads nothing."""
    path = tmp_path / "dot"
    path.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return path


@pytest.mark.parametrize("length", [10, 1_000_000])
def test_one_that_fails_before_it_has_read_all_is_told_by_its_words(dot: Path, length: int) -> None:
    graph = graphviz.Digraph()
    graph.node("a", label="长" * length)  # the longer is more than a pipe holds
    with pytest.raises(NoDotError, match=r"`dot` failed \(out of order\)"):
        run_dot(graph, "svg")


def test_one_that_cannot_be_started_is_told_by_the_system_s_words(dot: Path) -> None:
    dot.write_bytes(b"\x00\x00no program")
    with pytest.raises(NoDotError, match=r"`dot` failed \(.+\); reinstall"):
        run_dot(graphviz.Digraph(), "svg")


def test_one_that_is_not_there_is_to_be_installed(dot: Path) -> None:
    dot.unlink()
    with pytest.raises(NoDotError, match="not on this machine; install"):
        run_dot(graphviz.Digraph(), "svg")
