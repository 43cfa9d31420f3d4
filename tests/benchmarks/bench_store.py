"""The cost of a store that grows: adding, joining, asking; printed, never asserted.

make bench ARGS="-k store"

The joining of speakers is that of the stand-in: what the real one costs is told elsewhere.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.model import Document, Dossier
from claims.store import Store, open_store

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import corpus_stand_in

SIZES = (100, 1000, 10_000)
SAID = "港务局长林海{n}说，{m}号航道今天停航。\n渔会主席石磊{m}声称，{n}艘渔船的损失还没有统计。\n"


def make(number: int) -> Dossier:
    text = "".join(SAID.format(n=number % 97, m=number * 7 + at) for at in range(12))
    day = f"2030-{number % 12 + 1:02}-{number % 28 + 1:02}"
    page = Document.of(text, lang="zh", name=str(number), outlet="海潮网", published=day)
    return corpus_stand_in.make_dossier(page)


def clock(act: Callable[[], object]) -> float:
    """Milliseconds, the best of three."""
    spent = []
    for _ in range(3):
        begun = time.perf_counter()
        act()
        spent.append(time.perf_counter() - begun)
    return min(spent) * 1000


def ask(store: Store, sql: str) -> Callable[[], object]:
    return lambda: store.ask(sql)


@pytest.mark.bench
def test_a_store_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.corpus.build_corpus", corpus_stand_in.build_corpus)
    heads = ("add ms", "join s", "who ms", "chain ms", "search ms", "corpus ms", "MB", "peak MB")
    print(f"\n\n{'articles':<10}" + "".join(f"{head:>11}" for head in heads))
    for size in SIZES:
        db, dossiers = tmp_path / f"{size}.db", [make(number) for number in range(size)]
        with open_store(db) as store:
            begun = time.perf_counter()
            for one in dossiers:
                store.add(one)
            added = time.perf_counter()
            store.settle()
            joined = time.perf_counter()
        claim = dossiers[9].claims[0].id
        with open_store(db, writing=False) as store:
            spent = [
                clock(ask(store, "SELECT * FROM v_statements WHERE who = '港务局长林海5'")),
                clock(ask(store, f"SELECT * FROM v_chains WHERE claim = '{claim}'")),
                clock(lambda: store.search("渔船")),
                clock(store.corpus),
            ]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        cells = [(added - begun) / size * 1000, joined - added, *spent]
        told = "".join(f"{cell:>11.2f}" for cell in cells)
        print(f"{size:<10}{told}{db.stat().st_size / 1e6:>11.1f}{peak:>11.0f}")
