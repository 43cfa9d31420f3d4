"""The cost of many articles, and how well what is true of them is met; printed, never asserted.

python tests/benchmarks/corpus.py                       100, 300 and 1,000 made articles
python tests/benchmarks/corpus.py --sizes 100,10000     so many
python tests/benchmarks/corpus.py --seed 1              others
make bench ARGS="-k corpus"                             100 and 300

Each part of a size runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

if TYPE_CHECKING:
    from made import Made

    from claims.model import Document, Dossier

SIZES = (100, 300, 1000)
REPEATS = 20  # of a question that is asked warm
SEARCHED = "警察"
LEAST = 10  # articles of a size
IN_MEMORY = 3000  # articles of which a corpus is built in memory, too
FEW = 6  # articles that are worked through first, so that lexicons and weights are loaded
T = TypeVar("T")
Measured = dict[str, Any]


class Row(NamedTuple):
    """A line of the table: what stands there, from which measures, and how it is written."""

    name: str
    keys: tuple[str, ...]
    form: str = "{:,.0f}"


HEADS: dict[str, tuple[Row, ...]] = {
    "made": (
        Row("characters", ("characters",)),
        Row("events", ("events",)),
        Row("load of the machine at the start", ("load",), "{:.1f}"),
    ),
    "extraction": (
        Row("articles a second, 1 process, by clock / cpu", ("one", "one cpu"), "{:.1f}"),
        Row("articles a second, 2 processes, by clock", ("two",), "{:.1f}"),
        Row("attributions found", ("attributions",)),
        Row("claims found", ("claims",)),
        Row("peak MB, 1 process", ("extract peak",)),
    ),
    "corpus": (
        Row("seconds, by clock / cpu", ("build", "build cpu"), "{:.2f}"),
        Row("articles a second, by clock / cpu", ("builds", "builds cpu"), "{:.1f}"),
        Row("speakers", ("speakers",)),
        Row("stories", ("stories",)),
        Row("matters", ("matters",)),
        Row("relations", ("relations",)),
        Row("peak MB, dossiers alone / with corpus", ("dossiers peak", "build peak")),
    ),
    "store, two processes": (
        Row("articles: extracted, added and linked a second", ("from articles",), "{:.1f}"),
        Row("ready dossiers: added and linked a second", ("from dossiers",), "{:.1f}"),
        Row("all linked anew: articles a second", ("links",), "{:.1f}"),
        Row("one article more, linked: seconds", ("one more",), "{:.2f}"),
        Row("file, MB", ("file",), "{:.1f}"),
        Row("peak MB: adding / linking", ("add peak", "link peak")),
    ),
    "questions": (
        Row("who said, ms: cold / warm", ("who cold", "who warm"), "{:.1f}"),
        Row("chain, ms: cold / warm", ("chain cold", "chain warm"), "{:.1f}"),
        Row("clashes on a matter, ms: cold / warm", ("against cold", "against warm"), "{:.1f}"),
        Row("  the same in Python", ("pairs cold", "pairs warm"), "{:.1f}"),
        Row("search, ms: cold / warm", ("search cold", "search warm"), "{:.1f}"),
    ),
    "commands": (
        Row("who / clashes on a matter: seconds", ("who alone", "against alone"), "{:.2f}"),
        Row("all that is contested: seconds", ("matters alone",), "{:.2f}"),
    ),
    "grown": (
        Row("one article more, not yet linked: ms", ("one add",), "{:.1f}"),
        Row("file, MB", ("file",), "{:,.0f}"),
    ),
    "truth": (
        Row("claims: found", ("claims R",), "{:.2f}"),
        Row("  of those, speaker / chain right", ("speaker", "chain"), "{:.2f}"),
        Row("speakers joined: P / R", ("speakers P", "speakers R"), "{:.2f}"),
        Row("  people", ("people P", "people R"), "{:.2f}"),
        Row("  people, across scripts", ("across P", "across R"), "{:.2f}"),
        Row("  bodies and outlets", ("bodies P", "bodies R"), "{:.2f}"),
        Row("  without a name", ("unnamed P", "unnamed R"), "{:.2f}"),
        Row("articles of one event: P / R", ("stories P", "stories R"), "{:.2f}"),
        Row("copies: P / R", ("copies P", "copies R"), "{:.2f}"),
        Row("claims on one matter: P / R", ("matters P", "matters R"), "{:.2f}"),
        Row("  with one position", ("positions P", "positions R"), "{:.2f}"),
        Row("contradictions: P / R", ("contradictions P", "contradictions R"), "{:.2f}"),
        Row("  of all pairs of claims: R", ("clashing claims R",), "{:.2f}"),
        Row("origins without a name: R", ("origins R",), "{:.2f}"),
    ),
}  # fmt: skip


# ---------------------------------------------------------------- what is measured on
def make_documents(size: int, seed: int) -> tuple[list[Made], list[Document]]:
    """Made articles, and the documents that they are read as."""
    from made import make_articles

    from claims.model import Document

    pages = list(make_articles(size, seed))
    facts = ("title", "url", "outlet", "published", "lang")
    return pages, [
        Document.of(one.text, name=one.id, **{fact: getattr(one, fact) for fact in facts})
        for one in pages
    ]


def read_dossiers(folder: Path) -> list[Dossier]:
    """The dossiers that the first part has left."""
    from claims.model import Dossier

    with (folder / "dossiers.jsonl").open(encoding="utf-8") as file:
        return [Dossier.model_validate_json(line) for line in file]


def timed(step: Callable[[], T]) -> tuple[T, float]:
    """What comes out of a step, and the seconds that it took."""
    begun = time.perf_counter()
    return step(), time.perf_counter() - begun


def timed_twice(step: Callable[[], T]) -> tuple[T, float, float]:
    """The same, and the seconds that a processor was at it, as other programs may have been too."""
    begun = time.process_time()
    found, spent = timed(step)
    return found, spent, time.process_time() - begun


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# ---------------------------------------------------------------- the parts, each in a process
def extract(size: int, seed: int, folder: Path) -> Measured:
    """Articles to dossiers, in this process and in two more."""
    from claims.track import make_dossier

    pages, documents = make_documents(size, seed)
    for one in documents[:FEW]:
        make_dossier(one)
    dossiers, spent, cpu = timed_twice(lambda: [make_dossier(one) for one in documents])
    measured = {"one": size / spent, "one cpu": size / cpu, "extract peak": peak()}
    with (folder / "dossiers.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(one.to_json() + "\n" for one in dossiers)
    return measured | {
        "two": size / _extract_by_two(documents),
        "characters": sum(len(one.text) for one in pages),
        "events": len({one.event for one in pages}),
        "attributions": sum(len(one.attributions) for one in dossiers),
        "claims": sum(len(one.claims) for one in dossiers),
    }


def _extract_by_two(documents: Sequence[Document]) -> float:
    """The seconds that two processes need that have loaded all; what they find comes back."""
    from multiprocessing import get_context

    with get_context("fork").Pool(2) as pool:
        pool.map(_extract_one, documents[:2], 1)
        return timed(lambda: list(pool.imap_unordered(_extract_one, documents, 4)))[1]


def _extract_one(document: Document) -> str:
    from claims.track import make_dossier

    return make_dossier(document).to_json()


def build(size: int, seed: int, folder: Path) -> Measured:
    """Dossiers to a corpus in memory, and how well it meets the truth; not of very many."""
    if size > IN_MEMORY:
        return {}
    from truth import measure_truth

    from claims.corpus import build_corpus

    dossiers = read_dossiers(folder)
    build_corpus(dossiers[:FEW])
    before = peak()
    corpus, spent, cpu = timed_twice(lambda: build_corpus(dossiers))
    measured = {
        "build": spent,
        "build cpu": cpu,
        "builds": size / spent,
        "builds cpu": size / cpu,
        "dossiers peak": before,
        "build peak": peak(),
        **{name: len(getattr(corpus, name)) for name in ("speakers", "stories", "matters")},
        "relations": len(corpus.relations),
    }
    pages, _ = make_documents(size, seed)
    return measured | measure_truth(pages, dossiers, corpus)


def keep(size: int, seed: int, folder: Path) -> Measured:
    """Articles and ready dossiers to a store by the command, as its users do; then questions."""
    pages, _ = make_documents(size, seed)
    articles, found = folder / "articles.jsonl", folder / "dossiers.jsonl"
    facts = ("id", "text", "title", "url", "outlet", "published", "lang")
    with articles.open("w", encoding="utf-8") as file:
        for page in pages:
            row = {fact: getattr(page, fact) for fact in facts}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    add = ("add", "--jobs", "2", "--max-bytes", "2000000000")
    measured: Measured = {}
    for name, source in (("from articles", articles), ("from dossiers", found)):
        db = folder / f"{name[5:]}.db"
        measured[name] = size / _run_command(*add, source, "--db", db)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    measured |= {"add peak": used, "file": db.stat().st_size / 1e6}
    return measured | _link_anew(db) | _ask_all(db)


def _run_command(*words: object) -> float:
    """The seconds that a command takes, as a process of its own."""
    command = [sys.executable, "-m", "claims", *map(str, words)]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def _link_anew(db: Path) -> Measured:
    """What it takes to link all articles again, which are outlined; and one that comes."""
    import sqlite3
    from contextlib import closing

    from claims.store import open_store

    with closing(sqlite3.connect(db)) as conn, conn:
        conn.execute("UPDATE stories SET digest = ''")
        conn.execute("UPDATE state SET derived = -1")
    with open_store(db) as store:
        _, spent = timed(lambda: store.settle(2))
        size, last = len(store.articles()), next(iter(store.dossiers()))
        store.remove(last.document.id)
        store.settle()
        store.add(last)
        _, more = timed(store.settle)
    return {"links": size / spent, "one more": more, "link peak": peak()}


# Who and what most is told of, so that the answers are the longest there are.
MOST = {
    "who": "SELECT name FROM speakers WHERE kind = 'person' AND NOT anonymous"
    " ORDER BY attributions DESC, id LIMIT 1",
    "chain": "SELECT claim FROM v_chains ORDER BY hop DESC, claim LIMIT 1",
    "against": "SELECT matter FROM claims WHERE matter IS NOT NULL"
    " GROUP BY matter ORDER BY count(*) DESC, matter LIMIT 1",
}
QUESTIONS = {
    "who": "SELECT * FROM v_statements WHERE who = '{}' ORDER BY date",
    "chain": "SELECT * FROM v_chains WHERE claim = '{}' ORDER BY hop",
    "against": "SELECT * FROM v_contradictions WHERE matter_id = '{}'",
}


def _ask_all(path: Path) -> Measured:
    """All questions, of an open store and as commands of their own."""
    measured: Measured = {}
    for name, question in list_questions(path):
        measured |= ask_question(name, path, question)
    who, matter = (_find_most(path)[name] for name in ("who", "against"))
    commands = {
        "who alone": ("who", "--speaker", who),
        "against alone": ("contradictions", "--across", "--matter", matter),
        "matters alone": ("matters",),
    }
    for name, words in commands.items():
        _forget(path)
        measured[name] = _run_command(*words, "--db", path)
    return measured


def _find_most(path: Path) -> dict[str, str]:
    from claims.store import open_store

    with open_store(path, writing=False) as store:
        found = {name: store.ask(sql, seconds=60).rows for name, sql in MOST.items()}
    return {name: str(rows[0][0]) for name, rows in found.items() if rows}


def list_questions(path: Path) -> Iterator[tuple[str, Callable[[Any], object]]]:
    """What is asked, by name; each is given the store."""
    most = _find_most(path)
    for name, told in most.items():
        yield name, partial(_ask_sql, QUESTIONS[name].format(told.replace("'", "''")))
    yield "pairs", partial(_ask_pairs, most["against"])
    yield "search", lambda store: store.search(SEARCHED)


def _ask_pairs(matter: str, store: Any) -> object:
    """The pairs of a matter that may conflict, as Python has them."""
    from claims.query.across import Library, find_clashes

    return find_clashes(Library(store.corpus([matter], texts=False)))


def _ask_sql(sql: str, store: Any) -> object:
    return store.ask(sql)


def ask_question(name: str, path: Path, question: Callable[[Any], object]) -> Measured:
    """Milliseconds of a question: of a file that lies on the disk alone, then again and again."""
    from statistics import median

    from claims.store import open_store

    def ask_first() -> Any:
        store = open_store(path, writing=False)
        question(store)
        return store

    _forget(path)
    store, cold = timed(ask_first)
    warm = median(timed(lambda: question(store))[1] for _ in range(REPEATS))
    store.close()
    return {f"{name} cold": cold * 1000, f"{name} warm": warm * 1000}


def _forget(path: Path) -> None:
    """Have the system drop what it holds of a file in memory, where it can."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


PARTS: dict[str, Callable[[int, int, Path], Measured]] = {
    "extract": extract,
    "build": build,
    "keep": keep,
}


# ---------------------------------------------------------------- the table
def measure(size: int, seed: int = 0) -> Measured:
    """All that is measured on so many articles."""
    measured: Measured = {"load": os.getloadavg()[0]} if hasattr(os, "getloadavg") else {}
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            print(f"{size:,} articles: {part}", file=sys.stderr, flush=True)
            measured |= _run_part(part, size, seed, folder)
    return measured


def _run_part(part: str, size: int, seed: int, folder: str) -> Measured:
    """What a part measures in a process of its own; where it fails it says why, and has nothing."""
    given = {"--part": part, "--sizes": str(size), "--seed": str(seed), "--folder": folder}
    command = [sys.executable, __file__, *(word for pair in given.items() for word in pair)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        print(f"{size:,} articles: {part} has failed", file=sys.stderr)
        return {}
    found: Measured = json.loads(done.stdout)
    return found


def print_table(measured: dict[int, Measured], heads: Iterable[str] | None = None) -> None:
    """A row a figure, a column a size; a dot where there is nothing to tell."""
    told = {head: HEADS[head] for head in heads or (head for head in HEADS if head != "grown")}
    wide = max(len(row.name) for rows in told.values() for row in rows) + 2
    print(f"\n{'articles':<{wide}}" + "".join(f"{size:>18,}" for size in measured))
    for head, rows in told.items():
        print(f"\n{head}")
        for row in rows:
            cells = (_cell(row, found) for found in measured.values())
            print(f"{row.name:<{wide}}" + "".join(f"{cell:>18}" for cell in cells))


def _cell(row: Row, found: Measured) -> str:
    values = (found.get(key) for key in row.keys)
    return " / ".join("·" if value is None else row.form.format(value) for value in values)


def main(arguments: Iterable[str] | None = None) -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description="The cost of many articles, as one table.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--seed", type=int, default=0, help="which articles are made")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(None if arguments is None else list(arguments))
    sizes = [int(size) for size in given.sizes.split(",")]
    if min(sizes) < LEAST:
        parser.error(f"give sizes from {LEAST} on")
    if given.part:
        print(json.dumps(PARTS[given.part](sizes[0], given.seed, given.folder)))
    else:
        print_table({size: measure(size, given.seed) for size in sizes})


if __name__ == "__main__":
    main()
