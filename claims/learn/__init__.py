"""Trains the taggers of a pack from annotated articles.

The weights come from gold articles (`claims train FOLDER`), and from the examples of the pack's
own lexicon, which are annotated sentences too. A feature that holds words is kept only where it
occurs in three articles at least, of a large corpus in one of 100, so no phrase of one article
stands in the weights.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from claims.errors import GoldError
from claims.lang import Language, load_language, load_pack
from claims.lang.packs import read_example
from claims.lang.shelving import shelve
from claims.learn.calibration import Articles, cross_validate
from claims.learn.corpora import as_ours
from claims.learn.labels import Row, Sequence, sequences
from claims.model import Document
from claims.read import read_text

FEWEST_ARTICLES = 3  # in which a feature occurs, and one in so many of a large corpus:
ONE_IN = 100
LARGE = 500  # articles
SETTINGS = {"max_iterations": 100, "feature.possible_transitions": True}


@dataclass(frozen=True)
class Recipe:
    """How one weights file is trained: on which stage, with the lexicon's examples or without,
    under which penalties on the weights (c1 on their sum, c2 on their squares).

    `large` is the first of the two for a large corpus, of which else too many weights remain.
    """

    stage: int
    examples: bool
    c1: float
    c2: float
    large: float

    def penalty(self, articles: int) -> float:
        """The penalty on the sum of the weights that so many articles ask for."""
        return self.large if articles >= LARGE else self.c1


RECIPES = {
    "cues": Recipe(0, True, 0.4, 0.02, 0.4),  # few features, the lexicon's words among them
    "cues.dense": Recipe(0, False, 0.05, 0.5, 0.2),  # many features, as annotators used the words
    "spans": Recipe(1, True, 0.4, 0.02, 0.4),
}


def train(paths: Iterable[str | Path], out: str | Path, code: str = "zh") -> dict[str, int]:
    """Train the taggers of a language on gold files, folders of them or JSONL corpora.

    Writes one file a recipe into `out`, and the curve that makes their scores into shares of
    what was right (`confidence.json`); gives the sizes in bytes. The same files give the same
    bytes on one machine. GoldError where a file is no gold.
    """
    language = load_language(code)
    rows = [row for path in paths for row in _in_language(Path(path), code)]
    articles = [(_document(row, code), row) for row in rows]
    examples = [(Document.of(row["text"], lang=code), row) for row in own_examples(code)]
    sizes = train_rows(articles, examples, Path(out), language)
    curve = cross_validate(
        articles, lambda part, folder: train_rows(part, examples, folder, language), language
    )
    file = Path(out) / "confidence.json"
    file.write_text(json.dumps(curve) + "\n", "utf-8")
    return {**sizes, file.name: file.stat().st_size}


def train_rows(
    articles: Articles,
    examples: Articles,
    out: Path,
    language: Language,
) -> dict[str, int]:
    """Train on documents with their annotations; see `train`."""
    made = [sequences(document, row, language) for document, row in articles]
    own = [sequences(document, row, language) for document, row in examples]
    out.mkdir(parents=True, exist_ok=True)
    sizes = {}
    fewest = max(FEWEST_ARTICLES, len(articles) // ONE_IN)
    for name, recipe in RECIPES.items():
        rows = [article[recipe.stage] for article in (made + own if recipe.examples else made)]
        penalties = {"c1": recipe.penalty(len(articles)), "c2": recipe.c2}
        path = shelve(_fit(rows, penalties, fewest), out, name)
        sizes[path.name] = path.stat().st_size
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
        except OSError as error:
            raise GoldError(f"{file}: it cannot be read ({error.strerror}); check it") from None
        except (ValueError, RecursionError):
            raise GoldError(f"{file}: it is not JSON; give annotated articles") from None
        for row in rows:
            if not isinstance(row, dict) or "text" not in row or "attributions" not in row:
                raise GoldError(f"{file}: no gold article; it needs `text` and `attributions`")
            yield as_ours(row)


def _in_language(path: Path, code: str) -> Iterator[Row]:
    """The rows of a path; GoldError where one says that it is in another language."""
    for row in read_gold(path):
        lang = str(row.get("lang") or code)
        if lang.partition("-")[0] != code:
            raise GoldError(
                f"{path}: it is in {lang!r}; name that as the language to train, not {code!r}"
            )
        yield row


def _document(row: Row, code: str) -> Document:
    document = read_text(row["text"])
    return document.model_copy(update={"lang": code})


def own_examples(code: str) -> Iterator[Row]:
    """The passages, examples and lookalikes of the pack, as annotated articles."""
    for passage in (text for entry in load_pack(code).of("passage") for text in entry.examples):
        yield read_example(passage)
    for entry in load_pack(code).of("cue"):
        for example in entry.examples:
            yield read_example(example)
        for lookalike in entry.lookalikes:
            yield {"text": lookalike, "attributions": []}


# ---------------------------------------------------------------- fitting
def _fit(articles: list[list[Sequence]], penalties: dict[str, float], fewest: int) -> bytes:
    spread: Counter[str | bytes] = Counter()
    for article in articles:
        spread.update({f for rows, _ in article for row in rows for f in row})
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**SETTINGS, **penalties})
    for article in articles:
        for rows, labels in article:
            kept = [[f for f in row if spread[f] >= fewest] for row in rows]
            trainer.append(kept, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights"
        trainer.train(str(path))
        return path.read_bytes()
