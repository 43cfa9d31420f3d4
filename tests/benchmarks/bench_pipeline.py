"""Speed, memory and cost of the whole pipeline on one core; printed, never asserted.

make bench
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "zh"
SIZES = (1, 10, 100, 1000)

# Where there are no gold articles: own sentences, in paragraphs of four.
OWN = [
    "云岭市市长汪承钧周四在记者会上说，大桥不会封闭，票价也不会上涨。",
    "“水位还在上涨，”水文站站长苗秀岚对《海港晨报》说，“但堤坝撑得住。”",
    "据《北岸时报》报道，一名不愿具名的港务官员表示，码头将关闭三天，货船会改停北岸。",
    "他还警告说，风力将在午后增强。船厂否认拖欠工资，工会则要求市政府介入调查。",
    "港口占地六十公顷，每年吞吐货物四百万吨，去年新建了两座仓库和一条铁路支线。",
]

# One process a size: the largest memory of a process can only be read once. The first article
# loads lexicons and weights; that is told apart from the time that articles take.
CHILD = """
import json, resource, sys, time
from claims.model import Document
from claims.track import make_dossier

texts = json.load(sys.stdin)
begun = time.perf_counter()
make_dossier(Document.of("外长说，会谈已经结束。", lang="zh"))
loaded = time.perf_counter()
found = sum(len(make_dossier(Document.of(text, lang="zh")).attributions) for text in texts)
done = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([loaded - begun, done - loaded, peak, found]))
"""


def articles() -> list[str]:
    """The texts to measure on: gold articles, or own ones of like length."""
    files = sorted(GOLD.glob("*.json")) if GOLD.is_dir() else []
    if files:
        return [json.loads(file.read_text("utf-8"))["text"] for file in files]
    return ["\n".join("".join(OWN[i:] + OWN[:i]) for i in range(5)) * (n % 4 + 1) for n in range(8)]


def measure(texts: list[str]) -> tuple[float, float, float, int]:
    """Seconds to load, seconds for the articles, peak memory in MB, attributions found."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    load, spent, peak, found = json.loads(done.stdout)
    return load, spent, peak, found


def print_rows(title: str, rows: list[tuple[str, list[str]]]) -> None:
    """A row a load, with its speed; `linear` is its time a character beside the row before."""
    print(f"\n\n{title}")
    heads = ("characters", "found", "load s", "seconds", "chars/s", "peak MB", "linear")
    print(f"{'':<12}" + "".join(f"{head:>12}" for head in heads))
    before = 0.0
    for name, texts in rows:
        size = sum(map(len, texts))
        load, spent, peak, found = measure(texts)
        linear = f"{spent / size / before:.2f}" if before else "·"
        before = spent / size
        cells = (size, found, f"{load:.2f}", f"{spent:.2f}", f"{size / spent:.0f}", f"{peak:.0f}")
        print(f"{name:<12}" + "".join(f"{cell:>12}" for cell in (*cells, linear)))


@pytest.mark.bench
def test_articles() -> None:
    """Many articles: time a character should stay what it is (linear: 1)."""
    base = articles()
    rows = [(f"{n} articles", [base[i % len(base)] for i in range(n)]) for n in SIZES]
    print_rows("Many articles, one core", rows)


@pytest.mark.bench
def test_one_long_article() -> None:
    """One article that grows, in paragraphs as they come in news."""
    lines = [line for text in articles() for line in text.split("\n") if line.strip()]
    rows = []
    for size in (2_000, 8_000, 32_000):
        text, i = "", 0
        while len(text) < size:
            text += lines[i % len(lines)] + "\n"
            i += 1
        rows.append((f"{size // 1000} thousand", [text]))
    print_rows("One article that grows", rows)


@pytest.mark.bench
def test_one_long_paragraph() -> None:
    """One paragraph that grows: the worst case for what looks at a paragraph as a whole."""
    rows = [(f"{n} times", ["".join(OWN) * n]) for n in (5, 20, 80)]
    print_rows("One paragraph that grows", rows)
