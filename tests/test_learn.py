"""Training on a handful of own sentences: steady, careful with bad gold, blind to what is rare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import GoldError
from claims.find.weights import read_weights
from claims.lang import load_language
from claims.lang.packs import read_example
from claims.lang.shelving import unshelve
from claims.learn import FEWEST_ARTICLES, own_examples, read_gold, train, train_rows
from claims.learn.calibration import Articles
from claims.learn.labels import sequences
from claims.model import Document

ZH = load_language("zh")
NAMES = ["市长汪承钧", "站长苗秀岚", "渔会", "船长霍尔森", "青屿港务局", "护士长乔月"]
SAID = ["大桥不会封闭", "水位还在上涨", "航道已经淤塞", "船期不会改变", "沉船打捞完毕"]
ROWS = [
    read_example(marked)
    for name, said in zip(NAMES * 5, SAID * 6, strict=True)
    for marked in (
        f"[{name}]<说>，{{{said}}}。",
        f"“{{{said}，}}”[{name}]<表示>。",
        f"<据[{name}]称>，{{{said}}}。",
    )
]
BAD: dict[str, object] = {
    "no JSON": "{",
    "no object": "[1, 2]",
    "no attributions": '{"text": "雨下了一夜。"}',
    "no text": '{"attributions": []}',
    "a number": "7",
}


def documents(rows: list[dict[str, Any]]) -> Articles:
    return [(Document.of(row["text"], lang="zh"), row) for row in rows]


def known_words(weights: Path, folder: Path) -> str:
    """Everything that stands in some weights."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(unshelve(weights.read_bytes()))
    tagger.dump(str(folder / "dump.txt"))
    return (folder / "dump.txt").read_text("utf-8")


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    sizes = [train_rows(documents(ROWS), [], tmp_path / name, ZH) for name in ("a", "b")]
    assert sizes[0] == sizes[1]
    for name in sizes[0]:
        first, second = ((tmp_path / run / name).read_bytes() for run in ("a", "b"))
        assert first == second
        assert len(first) == sizes[0][name]


def test_the_weights_that_are_read_are_those_that_the_library_lists(tmp_path: Path) -> None:
    train_rows(documents(ROWS), [], tmp_path, ZH)
    for name in ("cues", "cues.dense", "spans"):
        model = unshelve((tmp_path / f"{name}.model.gz").read_bytes())
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(model)
        weights, listed = read_weights(model), tagger.info()
        assert list(weights.labels) == tagger.labels()
        assert weights.rows.keys() == set(listed.attributes)
        number = weights.labels.index
        for (feature, label), weight in listed.state_features.items():
            read = weights.states[weights.rows[feature], number(label)]
            assert read == pytest.approx(weight, abs=1e-6)  # the library lists six digits
        for (before, label), weight in listed.transitions.items():
            assert weights.moves[number(before), number(label)] == pytest.approx(weight, abs=1e-6)
        assert np.count_nonzero(weights.states) == len(listed.state_features)


def test_what_stands_in_fewer_than_three_articles_is_not_learned(tmp_path: Path) -> None:
    rare = [read_example(f"[灯塔看守员]<嘟囔>，{{{said}}}。") for said in SAID]
    train_rows(documents(ROWS + rare[: FEWEST_ARTICLES - 1]), [], tmp_path / "few", ZH)
    train_rows(documents(ROWS + rare[:FEWEST_ARTICLES]), [], tmp_path / "enough", ZH)
    for name in ("cues", "spans"):
        assert "嘟囔" not in known_words(tmp_path / "few" / f"{name}.model.gz", tmp_path)
    assert "嘟囔" in known_words(tmp_path / "enough" / "cues.model.gz", tmp_path)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_bad_gold_is_one_clear_error(text: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text, "utf-8")
    with pytest.raises(GoldError, match=r"bad\.json: "):
        train([file], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.json"):
        list(read_gold(tmp_path / "none.json"))


def test_an_empty_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold files"):
        list(read_gold(tmp_path))


def test_gold_is_read_from_files_folders_and_lines(tmp_path: Path) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in ROWS[:3]]
    for number, line in enumerate(lines):
        (tmp_path / f"{number}.json").write_text(line, "utf-8")
    (tmp_path / "all.jsonl").write_text("\n".join(lines) + "\n\n", "utf-8")
    assert list(read_gold(tmp_path)) == ROWS[:3]
    assert list(read_gold(tmp_path / "all.jsonl")) == ROWS[:3]
    assert list(read_gold(tmp_path / "1.json")) == [ROWS[1]]


def test_every_cue_of_a_row_is_labelled() -> None:
    for row in ROWS:
        cues, spans = sequences(Document.of(row["text"], lang="zh"), row, ZH)
        labels = [label for _, labels in cues for label in labels]
        assert set(labels) - {"O"}
        assert len(spans) == 1
        for features, said in [*cues, *spans]:
            assert len(features) == len(said)


def test_the_lexicon_proves_itself_to_the_taggers_too() -> None:
    rows = list(own_examples("zh"))
    assert any(row["attributions"] for row in rows)
    assert any(not row["attributions"] for row in rows)


@given(st.data())
@settings(max_examples=60)
def test_spans_anywhere_never_raise(data: st.DataObject) -> None:
    """Gold made elsewhere may cut words in two or overlap itself; that is no reason to stop."""
    text = data.draw(st.sampled_from([row["text"] for row in ROWS]))
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = st.lists(place.filter(lambda at: at[0] < at[1]), max_size=2)
    row = {
        "text": text,
        "attributions": [
            {key: data.draw(spans) for key in ("source", "cue", "content")} for _ in range(2)
        ],
    }
    sequences(Document.of(text, lang="zh"), row, ZH)
