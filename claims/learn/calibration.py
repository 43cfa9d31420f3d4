"""How sure is sure: what share of the findings at a raw score were right on articles not seen.

The raw score of a finding is the probability of its cue and of its spans. Three-fold
cross-validation gives for each finding whether it was right; pool-adjacent-violators (Ayer and
others 1955) makes of that the rising curve that the pack keeps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from claims.find import Finding, find_attributions
from claims.lang import Language
from claims.lang.shelving import SUFFIX, unshelve
from claims.learn.labels import Row, pairs_of
from claims.model import Document

FOLDS = 3
OVERLAP = 0.5
FEWEST = 60  # findings a step of the curve rests on

Articles = list[tuple[Document, Row]]
Curve = list[tuple[float, float]]


def cross_validate(
    articles: Articles, train: Callable[[Articles, Path], object], language: Language
) -> Curve:
    """The curve of an engine, trained three times on two thirds and asked about the other."""
    outcomes: list[tuple[float, bool]] = []
    for fold in range(min(FOLDS, len(articles))):
        with tempfile.TemporaryDirectory() as folder:
            train([a for i, a in enumerate(articles) if i % FOLDS != fold], Path(folder))
            seen = replace(language, models=_reader(Path(folder)), calibration=())
            for document, row in articles[fold::FOLDS]:
                outcomes += judge(find_attributions(document, seen), row)
    return rising_curve(outcomes)


def _reader(folder: Path) -> Callable[[str], bytes]:
    weights = {
        path.name.removesuffix(SUFFIX): unshelve(path.read_bytes()) for path in folder.iterdir()
    }
    return weights.__getitem__


def judge(findings: tuple[Finding, ...], row: Row) -> list[tuple[float, bool]]:
    """The raw score of each finding, and whether a gold attribution has its cue and content.

    Those that annotators were free to leave out count neither way.
    """
    judged = []
    for finding in findings:
        found = {i for span in finding.content for i in range(span.start, span.end)}
        best, optional = 0.0, False
        for gold in row["attributions"]:
            wanted = {i for a, b in pairs_of(gold.get("content")) for i in range(a, b)}
            share = len(found & wanted) / len(found | wanted) if found | wanted else 0.0
            if share > best:
                best, optional = share, bool(gold.get("optional"))
        if not (best >= OVERLAP and optional):
            judged.append((finding.confidence, best >= OVERLAP))
    return judged


def rising_curve(outcomes: list[tuple[float, bool]]) -> Curve:
    """The steps of the best rising fit: (score, share that was right), scores rising.

    >>> rising_curve([(0.2, False), (0.8, True)] * 60)
    [(0.2, 0.0), (0.8, 1.0)]
    """
    blocks: list[list[float]] = []  # sum of scores, of rights, count
    for score, right in sorted(outcomes):
        blocks.append([score, float(right), 1.0])
        while len(blocks) > 1 and (
            blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2] or blocks[-2][2] < FEWEST
        ):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [(round(s / n, 4), round(right / n, 4)) for s, right, n in blocks]
