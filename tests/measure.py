"""The figures on the gold sets of ../shared, for the floors and for `make scores`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from claims.errors import InputError
from claims.evaluate import Figures, Gold, evaluate, parse_gold
from claims.lang import PACKS
from claims.learn.corpora import as_ours
from claims.model import Dossier
from claims.read import read_text
from claims.track import make_dossier

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = {
    "seed": "gold/seed.json",
    "zh": "gold/zh",
    "gcdt.train": "data/gcdt.train.jsonl",
    "sdp_news.valid": "data/sdp_news.valid.jsonl",
    "en": "gold/en",
    "polnear.dev": "data/polnear.dev.jsonl",
}
FIGURES = (
    "found", "content", "whole", "source", "cue", "speaker", "anon", "chain", "chain_deep",
    "nested_r", "claims", "certainty", "claim_negated", "disputes", "contradictions_r",
    "contradictions_p",
)  # fmt: skip


def read_golds(path: Path) -> Iterator[Gold]:
    """The annotated articles of a file, a folder of them, or a JSONL corpus, by our conventions."""
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        text = file.read_text("utf-8")
        lines = text.split("\n") if file.suffix == ".jsonl" else [text]
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield parse_gold(as_ours(json.loads(line)), f"{file.name}:{number}")


def measure(name: str) -> Figures:
    """The figures on one set; each article is read as plain text, the way the gold holds it."""
    golds = read_golds(SHARED / SETS[name])
    return evaluate((gold, _track(gold)) for gold in golds)


def _track(gold: Gold) -> Dossier | None:
    try:
        return make_dossier(read_text(gold.text, name=gold.id, known=frozenset(PACKS)))
    except InputError:
        return None


def rates(figures: Figures) -> dict[str, float]:
    """Each figure as one number: F where there is precision and recall, else the rate.

    Contradictions have one figure for each, as precision and recall have different floors.
    """
    found: dict[str, float | None] = {key: score.f for key, score in figures.scores.items()}
    clashes = figures.scores.get("contradictions")
    if clashes is not None:
        found |= {"contradictions_r": clashes.r, "contradictions_p": clashes.p}
    found |= {key: rate.rate for key, rate in figures.rates.items()}
    return {key: rate for key in FIGURES if (rate := found.get(key)) is not None}
