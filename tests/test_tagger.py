"""The reading of trained fields: the same probabilities as the library that trained them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.find import attributions, fields, find_attributions, sums
from claims.find.cues import LEAST, WEIGHTS
from claims.find.features import Told, Valued, View, name_features, view, word_columns
from claims.find.fields import Stretches, look_at, weigh
from claims.find.page import Paragraph, lay_out
from claims.find.sums import Sums
from claims.find.tagger import WordTagger
from claims.find.weights import Numbers, read_weights
from claims.lang import load_language
from claims.model import Document

ZH = load_language("zh")
MODEL = ZH.models("cues")
TEXT = """云岭市市长汪承钧周四在记者会上说，大桥不会封闭，票价也不会上涨。
据《北岸时报》报道，一名不愿具名的港务官员表示：“码头将关闭三天。”
雨。
船厂否认拖欠工资，工会则要求市政府介入调查，并警告说将罢工。
港口占地六十公顷，每年吞吐货物四百万吨，去年新建了两座仓库和一条铁路支线。"""


def paragraphs_of(text: str) -> list[tuple[Paragraph, View]]:
    paragraphs = lay_out(Document.of(text, lang="zh"), ZH)
    return [(paragraph, view(paragraph, ZH)) for paragraph in paragraphs]


def read_by_library(text: str, name: str = "cues") -> Numbers:
    """The probability of each label of each word, a paragraph after the other."""
    tagger, model = pycrfsuite.Tagger(), ZH.models(name)
    tagger.open_inmemory(model)
    found = []
    for paragraph, seen in paragraphs_of(text):
        tagger.set(pycrfsuite.ItemSequence(name_features(word_columns(paragraph, seen))))
        found += [
            [tagger.marginal(label, i) for label in tagger.labels()] for i in range(len(paragraph))
        ]
    return np.array(found)


def read_here(text: str, *, all_words: bool) -> Numbers:
    """The same by the rooms of this project."""
    weights = read_weights(MODEL)
    told = paragraphs_of(text)
    sizes = np.array([len(paragraph) for paragraph, _ in told])
    columns = [word_columns(paragraph, seen) for paragraph, seen in told]
    scores = Sums(weights.rows, weights.states).add_up(columns, sizes.sum())[None]
    looked_at = look_at(scores, weights.moves[None])
    stretches = Stretches.of(looked_at | all_words, sizes)
    chances = np.zeros(scores.shape[1:])
    chances[:, fields.NOTHING] = 1.0
    chances[stretches.words] = weigh(scores[:, stretches.words], weights.moves[None], stretches)[0]
    return chances


@pytest.mark.parametrize("text", [TEXT, "雨。", "雨", TEXT.replace("\n", "") * 20])
def test_all_words_are_read_as_the_library_reads_them(text: str) -> None:
    assert read_weights(MODEL).labels[fields.NOTHING] == "O"
    assert read_here(text, all_words=True) == pytest.approx(read_by_library(text), abs=1e-9)


def test_leaving_out_what_is_hardly_anything_changes_little() -> None:
    few = read_here(TEXT, all_words=False)
    assert (few[:, fields.NOTHING] == 1.0).mean() > 0.3
    assert few == pytest.approx(read_by_library(TEXT), abs=0.02)


def test_several_fields_are_averaged_and_what_is_optional_counts_half(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fields, "HARDLY", -np.inf)
    told = paragraphs_of(TEXT)
    sizes = [len(paragraph) for paragraph, _ in told]
    tagger = WordTagger(*map(ZH.models, WEIGHTS))
    marked = tagger.mark([word_columns(*row) for row in told], sizes, LEAST)
    chances: list[dict[str, float]] = [{} for _ in range(sum(sizes))]
    for name in WEIGHTS:
        labels = read_weights(ZH.models(name)).labels
        for by, row in zip(chances, read_by_library(TEXT, name), strict=True):
            for label, chance in zip(labels, row, strict=True):
                part = chance / 2 / len(WEIGHTS) if label.endswith("?") else chance / len(WEIGHTS)
                by[label.rstrip("?")] = by.get(label.rstrip("?"), 0.0) + part
    places = [(n, i) for n, size in enumerate(sizes) for i in range(size)]
    for (paragraph, i), by in zip(places, chances, strict=True):
        label = max(by.keys() - {"O"}, key=by.__getitem__)
        odds = by[label] / (by[label] + by["O"])
        if odds >= LEAST and by[label] >= LEAST * (1 - by["O"]) / 2:
            found, sure = marked[paragraph][i]
            assert found == label
            assert sure == pytest.approx(odds)
        else:
            assert i not in marked[paragraph]
    assert sum(map(len, marked)) > 5


def test_a_field_without_a_label_never_gives_it(tmp_path: Path) -> None:
    models = []
    for labels in ("BO", "OO"):
        trainer = pycrfsuite.Trainer(verbose=False)
        trainer.append([["w=B"], ["w=O"]], list(labels))
        trainer.train(str(tmp_path / labels))
        models.append((tmp_path / labels).read_bytes())
    columns = [(Valued((("w=", 0),), ["B"]),)]
    ((label, alone),), ((other, both),) = (
        tuple(WordTagger(*some).mark(columns, [1], 0.0)[0].values())
        for some in (models[:1], models)
    )
    assert label == other == "B"
    assert both == pytest.approx(alone / 2)  # the second field is sure that it is nothing


def test_a_book_is_marked_piece_by_piece_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.of(TEXT * 3, lang="zh")
    whole = find_attributions(document, ZH)
    monkeypatch.setattr(attributions, "AT_ONCE", 1)
    pieces = find_attributions(document, ZH)
    assert len(whole) > 10
    assert [one.cue for one in pieces] == [one.cue for one in whole]
    assert [one.content for one in pieces] == [one.content for one in whole]
    assert [one.confidence for one in pieces] == pytest.approx(
        [one.confidence for one in whole], abs=0.02
    )


def test_threads_read_at_once_what_one_reads_alone() -> None:
    texts = [
        TEXT.replace("大桥", form) for form in ("大桥", "渡口", "码头", "铁路", "医院", "水坝")
    ]
    language = replace(ZH, models=partial(ZH.models))  # taggers of its own, nothing kept
    documents = [Document.of(text, lang="zh") for text in texts * 3]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: find_attributions(one, language), documents))
    assert together == [find_attributions(one, ZH) for one in documents]


def test_a_text_without_words_has_no_marks() -> None:
    assert WordTagger(MODEL).mark([], [], LEAST) == []


def test_what_is_forgotten_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told = paragraphs_of(TEXT)
    sizes = [len(paragraph) for paragraph, _ in told]
    tagger = WordTagger(*map(ZH.models, WEIGHTS))
    first = tagger.mark([word_columns(*row) for row in told], sizes, LEAST)
    monkeypatch.setattr(sums, "KEPT", 3)
    for _ in range(3):
        again = tagger.mark([word_columns(*row) for row in told], sizes, LEAST)
        assert again == first


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=6), min_size=1, max_size=4))
def test_sums_are_those_of_the_features_by_name(rows: list[list[str]]) -> None:
    names = ["w=a", "w=b", "w-1=a", "two=ab", "own=c", "last=c"]
    states = np.arange(12.0).reshape(6, 2)

    def two(before: str, own: str) -> tuple[str, ...]:
        return f"two={before}{own}", f"own={own}"

    def columns(row: list[str]) -> tuple[Valued | Told, ...]:
        padded = ["", *row]
        return (
            Valued((("w=", 1), ("w-1=", 0)), padded),
            Told(two, pairwise(padded)),
            Valued((("last=", 0),), row),
        )

    found = Sums({name: i for i, name in enumerate(names)}, states)
    added = found.add_up([columns(row) for row in rows], sum(map(len, rows)))
    told = [features for row in rows for features in name_features(columns(row))]
    for sum_of_word, features in zip(added, told, strict=True):
        known = [states[names.index(name)] for name in features if name in names]
        assert sum_of_word == pytest.approx(sum(known, np.zeros(2)))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.booleans(), max_size=5), max_size=5))
def test_stretches_hold_every_word_once_and_cross_no_paragraph(rows: list[list[bool]]) -> None:
    flags = np.array([flag for row in rows for flag in row], bool)
    sizes = np.array([len(row) for row in rows], np.intp)
    found = Stretches.of(flags, sizes)
    held = sorted(
        int(found.words[start + i])
        for start, size in zip(found.starts, found.lengths, strict=True)
        for i in range(size)
    )
    assert held == np.flatnonzero(flags).tolist()
    paragraph = np.repeat(np.arange(len(sizes)), sizes)
    for start, size, opens, shuts in zip(*found[1:], strict=True):
        words = found.words[start : start + size]
        assert np.ptp(words) == size - 1
        assert len({*paragraph[words].tolist()}) == 1
        here = np.flatnonzero(paragraph == paragraph[words[0]])
        assert opens == (words[0] == here[0])
        assert shuts == (words[-1] == here[-1])
