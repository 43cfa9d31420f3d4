"""A corpus of one layer, read by our conventions: what is moved, what stays, what is left open."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from claims.find.page import lay_out
from claims.lang import load_language
from claims.lang.packs import read_example
from claims.learn.corpora import as_ours
from claims.learn.labels import pairs_of, sequences
from claims.model import Document

EN = load_language("en")
TAIL = "{the quay is sinking}"
# Words that help a verb, deny it, or tell how or when it is meant.
HELPING = [
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "will",
    "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did",
    "not", "never", "also", "to", "'s", "'ve", "'re", "'ll", "'d", "isn't", "wasn't", "hasn't",
    "haven't", "won't", "wouldn't", "can't", "cannot", "couldn't", "don't", "doesn't", "didn't",
    "always", "often", "again", "later", "earlier", "once", "still", "just", "even", "now",
    "then", "soon", "first", "angrily", "quietly",
]  # fmt: skip


def polnear(marked: str, **more: Any) -> dict[str, Any]:
    """A marked text as a row of PolNeAR: pairs of numbers, and a few fields of its own."""
    row = read_example(marked)
    attributions = [
        {
            "id": f"E{number}",
            "kind": "Attribution",
            **{key: [list(pair) for pair in pairs_of(one[key])] for key in one},
        }
        for number, one in enumerate(row["attributions"], 1)
    ]
    head = {"id": "pier", "annotator": "x", "lang": "en", "corpus": "PolNeAR", "split": "none"}
    return {**head, "text": row["text"], "attributions": attributions, **more}


def pieces(row: dict[str, Any], key: str) -> list[str]:
    """The words of a field of the one attribution of a row, as they are read by our conventions."""
    [one] = as_ours(row)["attributions"]
    return [row["text"][start:end] for start, end in one[key]]


def cue_of(words: str) -> str:
    [cue] = pieces(polnear(f"[The harbour board] <{words}> {TAIL}."), "cue")
    return cue


# ---------------------------------------------------------------- the conjunction before a content
@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[The board] <said> {that the quay is sinking}.", ["the quay is sinking"]),
        ("{That the quay is sinking} <was news to> [the board].", ["the quay is sinking"]),
        ("[The board] <said> {the quay is sinking}.", ["the quay is sinking"]),
        ("[The board] <said> {that's no quay at all}.", ["that's no quay at all"]),
        ("[The board] <said> {thatched huts line the quay}.", ["thatched huts line the quay"]),
        ("[The board] <hoped> {so that nobody would ask}.", ["so that nobody would ask"]),
    ],
)
def test_the_conjunction_before_a_content_is_none_of_it(marked: str, content: list[str]) -> None:
    assert pieces(polnear(marked), "content") == content


def test_of_a_content_in_pieces_only_the_first_can_lose_a_conjunction() -> None:
    row = polnear("[The board] <said> {that the quay is sinking} at dawn and {that it is old}.")
    assert pieces(row, "content") == ["the quay is sinking", "that it is old"]


def test_an_attribution_without_content_or_cue_stays_without() -> None:
    denied = as_ours(polnear("[The board] <denied> it."))["attributions"][0]
    quoted = as_ours(polnear("“{That is no quay},” and [Tess Hollin] left."))["attributions"][0]
    assert (denied["content"], quoted["cue"]) == ([], [])


# ---------------------------------------------------------------- what stands before a verb
@pytest.mark.parametrize("word", HELPING)
def test_each_word_that_helps_a_verb_leaves_its_cue(word: str) -> None:
    assert cue_of(f"{word} insisted") == "insisted"


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("has said", "said"),
        ("did not say", "say"),
        ("didn’t say", "say"),
        ("Has Not said", "said"),
        ("would never have been told", "told"),
        ("repeatedly denied", "denied"),
        ("still quietly hopes", "hopes"),
        ("insisted", "insisted"),
        # what is no such word ends the search, and all behind it stays
        ("told us again", "told us again"),
        ("has since said", "since said"),
        ("made clear", "made clear"),
        # the last word stays, whatever it is
        ("has been", "been"),
        ("not", "not"),
        # verbs and words of hearsay that end as adverbs do
        ("reply sharply", "reply sharply"),
        ("will imply often", "imply often"),
        ("reportedly said", "reportedly said"),
        ("allegedly told", "allegedly told"),
    ],
)
def test_a_cue_begins_with_its_verb(words: str, cue: str) -> None:
    assert cue_of(words) == cue


def test_a_cue_in_pieces_stays() -> None:
    row = polnear("[The board] <said> {the quay is sinking}.")
    row["attributions"][0]["cue"] = [[0, 3], [10, 14]]
    assert as_ours(row)["attributions"][0]["cue"] == [[0, 3], [10, 14]]


# ---------------------------------------------------------------- all else stays
def test_nothing_else_of_a_row_is_changed() -> None:
    row = polnear("[The board] <has said> {that the quay is sinking}.")
    row["attributions"][0]["optional"] = True
    before = copy.deepcopy(row)
    found = as_ours(row)
    assert row == before
    assert found["one_layer"] is True
    assert {key: found[key] for key in row if key != "attributions"} == {
        key: row[key] for key in row if key != "attributions"
    }
    [old], [new] = row["attributions"], found["attributions"]
    assert {key for key in old if new[key] != old[key]} == {"cue", "content"}
    assert new.keys() == old.keys()


def test_spans_with_named_ends_are_read_too() -> None:
    row = read_example("[The board] <has said> {that the quay is sinking}.")
    assert pieces({**row, "corpus": "PolNeAR"}, "content") == ["the quay is sinking"]
    assert pieces({**row, "corpus": "PolNeAR"}, "cue") == ["said"]


@pytest.mark.parametrize("corpus", [None, "", "polnear", "Pier News"])
def test_a_row_of_another_corpus_stays_as_it_is(corpus: str | None) -> None:
    row = polnear("[The board] <has said> {that the quay is sinking}.", corpus=corpus)
    assert as_ours(row) is row
    del row["corpus"]
    assert as_ours(row) is row


# ---------------------------------------------------------------- what is left open in training
def labelled(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The words of a row that have a label as words of report."""
    document = Document.of(row["text"], lang="en")
    cues, _ = sequences(document, row, EN)
    words = [form for paragraph in lay_out(document, EN) for form in paragraph.forms]
    labels = [label for _, found in cues for label in found]
    return [pair for pair in zip(words, labels, strict=True) if pair[1] != "O"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[The mayor] <said> {the engineer thought the dam was safe}.", ["thought"]),
        ("[The mayor] <said> {the engineer believed that rain would come}.", ["believed"]),
        ("[The mayor] <said> {the engineer has often said the dam was safe}.", ["said"]),
        ("[The mayor] <said> {she warned the dam would burst}.", ["warned"]),
        ("[The mayor] <said> {she warned again that rain would come}.", ["warned"]),
        ("{The engineer thought the dam was safe}, [the mayor] <said>.", ["thought"]),
        # no subject before it, or no clause behind it
        ("[The mayor] <said> {saying the dam was safe helped nobody}.", []),
        ("[The mayor] <said> {the engineer, thought the dam was safe}.", []),
        ("[The mayor] <said> {the engineer thought of the dam}.", []),
        ("[The mayor] <said> {the union denied the charge}.", []),
        ("[The mayor] <said> {the union denied the charge, which was old}.", []),
        ("[The mayor] <said> {the engineer thought, as ever, the dam was safe}.", []),
        # no verb, or none of report
        ("[The mayor] <said> {the report was late}.", []),
        ("[The mayor] <said> {the engineer lifted the stone that was loose}.", []),
        # outside of every content
        ("[The mayor] <said> {the dam was safe}. The engineer thought the dam was old.", []),
    ],
)
def test_a_report_inside_a_content_is_left_open(marked: str, words: list[str]) -> None:
    found = labelled({**read_example(marked), "one_layer": True})
    assert [word for word, label in found if label == "B?"] == words
    assert [word for word, label in found if label == "B"] == ["said"]


def test_only_in_a_corpus_of_one_layer_it_is() -> None:
    row = read_example("[The mayor] <said> {the engineer thought the dam was safe}.")
    assert labelled(row) == labelled({**row, "one_layer": False}) == [("said", "B")]
    assert labelled({**row, "one_layer": True}) == [("said", "B"), ("thought", "B?")]


def test_what_is_annotated_inside_a_content_is_no_guess() -> None:
    row = read_example("[1:The mayor] <1:said> {1:[2:the aide] <2:thought> {2:the dam was safe}}.")
    assert labelled({**row, "one_layer": True}) == [("said", "B"), ("thought", "B")]


def test_one_layer_changes_the_labels_of_cues_and_nothing_else() -> None:
    row = read_example("[The mayor] <said> {the engineer thought the dam was safe}.")
    document = Document.of(row["text"], lang="en")
    cues, spans = sequences(document, row, EN)
    opened, same = sequences(document, {**row, "one_layer": True}, EN)
    assert same == spans
    assert [features for features, _ in opened] == [features for features, _ in cues]
    assert opened != cues


def test_a_row_of_polnear_is_labelled_by_our_conventions() -> None:
    row = polnear("[The mayor] <has said> {that the engineer thought the dam was safe}.")
    assert labelled(row) == [("has", "B"), ("said", "I")]
    assert labelled(as_ours(row)) == [("said", "B"), ("thought", "B?")]
