"""Long runs that look for what only time shows; `make soak`."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from casebook import load_cases
from test_track import PIECES, check, track

pytestmark = pytest.mark.soak

ROOT = Path(__file__).resolve().parents[1]
CLAIMS = [sys.executable, "-m", "claims"]
CASES = [case.text for name in ("made", "known_failures") for case in load_cases(name)]
MANY, MUTATIONS = 1000, 300
ONE_GIGABYTE = 1 << 30

# Texts on which the time, or the memory, of a tagger could grow faster than the text.
STRAINS = {
    "opening marks": "“" * 20_000,
    "opening marks of two kinds": "‘“" * 10_000,
    "closing marks that fit nothing": "“" * 10_000 + "’" * 10_000,
    "words of report in a row": "说" * 20_000,
    "halves of frames in a row": "据" * 20_000,
    "frames in a row": "据总统称" * 5_000,
    "one clause said a thousand times": "他说，" * 1_000,
    "one paragraph of a thousand sentences": "外长说，会谈结束。" * 1_000,
    "a thousand paragraphs": "外长说，会谈结束。\n" * 1_000,
    "names in a row": "总统王明" * 5_000,
    "brackets that never close": "（《" * 10_000,
}
SECONDS = 30  # far more than any of them should need


def article(random_: random.Random) -> str:
    return "\n".join(random_.sample(CASES, 6))


def mutate(text: str, random_: random.Random) -> str:
    """Some characters lost, doubled, moved or replaced by pieces of news and marks."""
    chars = list(text)
    for _ in range(random_.randint(1, 12)):
        at = random_.randrange(len(chars))
        match random_.randrange(4):
            case 0:
                del chars[at : at + random_.randint(1, 5)]
            case 1:
                chars[at:at] = chars[at : at + random_.randint(1, 9)]
            case 2:
                chars.insert(at, random_.choice(PIECES))
            case _:
                chars[at] = random_.choice(PIECES)
        chars = chars or ["。"]
    return "".join(chars)


def test_mutated_articles_keep_the_contract() -> None:
    random_ = random.Random(1)
    for _ in range(MUTATIONS):
        text = mutate(article(random_), random_)
        try:
            check(track(text))
        except Exception:
            print(f"on {text!r}")
            raise


def write_many(folder: Path, many: int = MANY) -> Path:
    random_ = random.Random(2)
    folder.mkdir()
    for number in range(many):
        (folder / f"{number:04}.txt").write_text(article(random_), "utf-8")
    return folder


def extract(folder: Path, *options: str) -> bytes:
    done = subprocess.run(
        [*CLAIMS, "extract", str(folder), "--format", "jsonl", *options],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout


def test_several_processes_print_the_same_bytes(tmp_path: Path) -> None:
    folder = write_many(tmp_path / "many")
    alone = extract(folder)
    assert extract(folder, "--jobs", "2") == alone
    lines = alone.splitlines()
    assert len(lines) == MANY
    names = [json.loads(line)["document"]["name"] for line in lines]
    assert names == sorted(names)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_leaves_whole_lines(tmp_path: Path, jobs: str) -> None:
    """Lines go out whole: what was printed before the kill can be used as it is."""
    folder, out = write_many(tmp_path / "many", 300), tmp_path / "out.jsonl"
    with out.open("wb") as stream:
        child = subprocess.Popen(
            [*CLAIMS, "extract", str(folder), "--format", "jsonl", "--jobs", jobs],
            stdout=stream,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            start_new_session=True,
        )
        try:
            wait_for(out, child)
        finally:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    text = out.read_text("utf-8")
    assert text.endswith("\n")
    found = [json.loads(line) for line in text.splitlines()]
    assert 0 < len(found) < 300
    assert [row["document"]["name"] for row in found] == [f"{n:04}" for n in range(len(found))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["many", "out.jsonl"]


def wait_for(out: Path, child: subprocess.Popen[bytes]) -> None:
    """Until the first lines are out, or the run has ended by itself."""
    for _ in range(600):
        if out.stat().st_size > 20_000 or child.poll() is not None:
            return
        time.sleep(0.05)


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ONE_GIGABYTE, ONE_GIGABYTE))


@pytest.mark.parametrize("name", STRAINS)
def test_a_strain_is_borne(name: str) -> None:
    """Within a gigabyte and half a minute, both of which only a runaway needs."""
    code = (
        "import sys; from claims.track import make_dossier; from claims.model import Document;"
        "make_dossier(Document.of(sys.stdin.buffer.read().decode(), lang='zh'))"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        input=STRAINS[name].encode(),
        check=True,
        cwd=ROOT,
        timeout=SECONDS,
        preexec_fn=limit_memory,
        capture_output=True,
    )
