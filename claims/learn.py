"""Trains the taggers of a pack from annotated articles.

The weights come from gold articles (`claims train FOLDER`), and from the examples of the pack's
own lexicon, which are annotated sentences too. A feature that holds words is kept only where it
occurs in three articles at least, so no phrase of one article stands in the weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from claims.errors import GoldError
from claims.find.contents import CONTENT, SOURCE
from claims.find.cues import ALONE, BEGIN, CLOSER, INSIDE, OPENER
from claims.find.features import View, view, word_features
from claims.find.items import Item, item_features, lay_items
from claims.find.page import Paragraph, lay_out
from claims.find.tagger import OPTIONAL, OUTSIDE
from claims.lang import Language, Marks, load_language, load_pack
from claims.lang.packs import read_example
from claims.model import Document
from claims.read import read_text

FEWEST_ARTICLES = 3
SETTINGS = {"max_iterations": 100, "feature.possible_transitions": True}


@dataclass(frozen=True)
class Recipe:
    """How one weights file is trained: on which stage, with the lexicon's examples or without,
    under which penalties on the weights (c1 on their sum, c2 on their squares)."""

    stage: int
    examples: bool
    c1: float
    c2: float


RECIPES = {
    "cues": Recipe(0, True, 0.4, 0.02),  # few features, the lexicon's words among them
    "cues.dense": Recipe(0, False, 0.05, 0.5),  # many features, as annotators used the words
    "spans": Recipe(1, True, 0.4, 0.02),
}

Row = Mapping[str, Any]
Sequence = tuple[list[list[str]], list[str]]


@dataclass(frozen=True)
class Annotated:
    """One gold attribution as the words of its paragraph."""

    cue: tuple[int, ...]
    source: frozenset[int]
    content: frozenset[int]
    frame: bool
    optional: bool
    alone: int = -1


def train(paths: Iterable[str | Path], out: str | Path, code: str = "zh") -> dict[str, int]:
    """Train the taggers of a language on gold files, folders of them or JSONL corpora.

    Writes one file a recipe into `out` and gives their sizes in bytes. The same files give the
    same bytes on one machine. GoldError where a file is no gold.
    """
    language = load_language(code)
    rows = [row for path in paths for row in read_gold(Path(path))]
    articles = [(_document(row, code), row) for row in rows]
    examples = [(Document.of(row["text"], lang=code), row) for row in own_examples(code)]
    return train_rows(articles, examples, Path(out), language)


def train_rows(
    articles: list[tuple[Document, Row]],
    examples: list[tuple[Document, Row]],
    out: Path,
    language: Language,
) -> dict[str, int]:
    """Train on documents with their annotations; see `train`."""
    made = [sequences(document, row, language) for document, row in articles]
    own = [sequences(document, row, language) for document, row in examples]
    out.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for name, recipe in RECIPES.items():
        rows = [article[recipe.stage] for article in (made + own if recipe.examples else made)]
        sizes[name] = _fit(rows, recipe, out / f"{name}.model")
    return sizes


def read_gold(path: Path) -> Iterator[Row]:
    """The rows of a gold file, of a folder of them, or of a JSONL corpus."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise GoldError(f"{path}: no gold files (*.json) in this folder; give one that holds some")
    for file in files:
        try:
            text = file.read_text("utf-8")
            lines = text.splitlines() if file.suffix == ".jsonl" else [text]
            rows = [json.loads(line) for line in lines if line.strip()]
        except (OSError, ValueError) as error:
            raise GoldError(f"{file}: cannot be read as gold: {error}") from None
        for row in rows:
            if not isinstance(row, dict) or "text" not in row or "attributions" not in row:
                raise GoldError(f"{file}: no gold article; it needs `text` and `attributions`")
            yield row


def _document(row: Row, code: str) -> Document:
    document = read_text(row["text"])
    return document.model_copy(update={"lang": code})


def own_examples(code: str) -> Iterator[Row]:
    """The examples and lookalikes of the pack's words of report, as annotated articles."""
    for entry in load_pack(code).of("cue"):
        for example in entry.examples:
            yield read_example(example)
        for lookalike in entry.lookalikes:
            yield {"text": lookalike, "attributions": []}


# ---------------------------------------------------------------- gold to labels
def sequences(
    document: Document, row: Row, language: Language
) -> tuple[list[Sequence], list[Sequence]]:
    """The training sequences of one article, for the cues and for the spans."""
    cues: list[Sequence] = []
    spans: list[Sequence] = []
    for paragraph in lay_out(document, language):
        if not len(paragraph):
            continue
        seen = view(paragraph)
        gold = annotations(paragraph, row)
        cues.append((word_features(paragraph, seen), cue_labels(paragraph, gold)))
        for item in gold:
            if item.cue:
                spans.append(_span_sequence(paragraph, seen, item, gold, language.marks))
    return cues, spans


def annotations(paragraph: Paragraph, row: Row) -> list[Annotated]:
    """The gold attributions whose cue, or whose quotation, stands in a paragraph."""
    found = []
    for gold in row["attributions"]:
        cue, source, content = (_pairs(gold.get(key)) for key in ("cue", "source", "content"))
        place = cue or content
        if place and paragraph.start <= place[0][0] < paragraph.end:
            item = _annotated(paragraph, cue, source, content, bool(gold.get("optional")))
            if item is not None:
                found.append(item)
    return found


def _pairs(value: Any) -> list[tuple[int, int]]:
    rows = [value] if isinstance(value, dict) else value or []
    return [(r["start"], r["end"]) if isinstance(r, dict) else (r[0], r[1]) for r in rows if r]


def _annotated(
    paragraph: Paragraph,
    cue: list[tuple[int, int]],
    source: list[tuple[int, int]],
    content: list[tuple[int, int]],
    optional: bool,
) -> Annotated | None:
    speaking = _held(paragraph, source)
    said = _held(paragraph, content) - speaking
    if not cue:
        opening = [
            i
            for i, at in enumerate(paragraph.starts)
            if any(q.start == at and q.start + 1 == content[0][0] for q in paragraph.quotes)
        ]
        if not opening:
            return None
        return Annotated((), speaking, said, False, optional, opening[0])
    words = sorted(_touched(paragraph, cue) - speaking)
    if not words:
        return None
    if source and cue[0][0] <= source[0][0] and source[0][1] <= cue[0][1] and speaking:
        before = [i for i in words if i < min(speaking)]
        after = [i for i in words if i > max(speaking)]
        if before and after:
            return Annotated((before[0], after[-1]), speaking, said, True, optional)
        return Annotated(tuple(before or after), speaking, said, False, optional)
    return Annotated(tuple(range(words[0], words[-1] + 1)), speaking, said, False, optional)


def _held(paragraph: Paragraph, spans: list[tuple[int, int]]) -> frozenset[int]:
    """The words whose middle lies in the spans."""
    middles = [(a + b - 1) / 2 for a, b in zip(paragraph.starts, paragraph.ends, strict=True)]
    return frozenset(i for i, at in enumerate(middles) if any(a <= at < b for a, b in spans))


def _touched(paragraph: Paragraph, spans: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        i
        for i, (start, end) in enumerate(zip(paragraph.starts, paragraph.ends, strict=True))
        if any(a < end and start < b for a, b in spans)
    )


def cue_labels(paragraph: Paragraph, gold: list[Annotated]) -> list[str]:
    """The labels of the first stage, one a word."""
    labels = [OUTSIDE] * len(paragraph)
    for item in gold:
        mark = OPTIONAL if item.optional else ""
        if item.alone >= 0:
            wanted = {item.alone: ALONE + mark}
        elif item.frame:
            wanted = {item.cue[0]: OPENER + mark, item.cue[-1]: CLOSER + mark}
        else:
            wanted = {i: (INSIDE if n else BEGIN) + mark for n, i in enumerate(item.cue)}
        if item.frame or all(labels[i] == OUTSIDE for i in wanted):
            for i, label in wanted.items():
                labels[i] = label if labels[i] == OUTSIDE else labels[i]
    return labels


def _span_sequence(
    paragraph: Paragraph, seen: View, item: Annotated, gold: list[Annotated], marks: Marks
) -> Sequence:
    items = lay_items(paragraph, item.cue, marks)
    others = frozenset(i for other in gold if other is not item for i in other.cue)
    features = item_features(paragraph, seen, items, item.cue, others, marks)
    return features, [_span_label(row, item) for row in items]


def _span_label(row: Item, item: Annotated) -> str:
    if row.side == "C":
        return "C"
    words = range(row.first, row.last)
    if 2 * sum(i in item.source for i in words) >= len(words):
        return SOURCE
    return CONTENT if 2 * sum(i in item.content for i in words) >= len(words) else OUTSIDE


# ---------------------------------------------------------------- fitting
def _fit(articles: list[list[Sequence]], recipe: Recipe, path: Path) -> int:
    spread: Counter[str] = Counter()
    for article in articles:
        spread.update({f for rows, _ in article for row in rows for f in row})
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**SETTINGS, "c1": recipe.c1, "c2": recipe.c2})
    for article in articles:
        for rows, labels in article:
            kept = [[f for f in row if spread[f] >= FEWEST_ARTICLES] for row in rows]
            trainer.append(kept, labels)
    trainer.train(str(path))
    return path.stat().st_size
