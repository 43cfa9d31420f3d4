"""The passages are our own words: no run of them stands in an article that is measured on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from measure import SETS

from claims.lang import load_pack
from claims.lang.packs import PASSAGE, read_example

RUN = 8  # words that no two texts share by chance
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Run = tuple[str, ...]


def runs(text: str) -> set[Run]:
    """Every row of so many words in a text; capitals, marks and line breaks do not count."""
    words = [word.replace("’", "'") for word in WORD.findall(text.lower())]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def passages() -> list[str]:
    """The texts of the passages without their marks."""
    entries = load_pack("en").of(PASSAGE)
    return [read_example(one)["text"] for entry in entries for one in entry.examples]


def articles(path: Path) -> Iterator[str]:
    """The texts of a folder of annotated articles, or of a corpus with one a line."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    for file in files:
        text = file.read_text("utf-8")
        for line in text.split("\n") if file.suffix == ".jsonl" else [text]:
            if line.strip():
                yield json.loads(line)["text"]


@pytest.mark.parametrize("name", ["en", "polnear.dev"])
def test_no_passage_shares_a_run_of_words_with_an_article(name: str, shared: Path) -> None:
    if not (shared / SETS[name]).exists():
        pytest.skip(f"../shared holds no {SETS[name]}")
    own = set(chain.from_iterable(map(runs, passages())))
    read = [runs(text) for text in articles(shared / SETS[name])]
    assert own
    assert any(read)
    assert sorted(" ".join(run) for found in read for run in found & own) == []


def test_a_run_is_seen_whatever_stands_around_and_between_its_words() -> None:
    passage = "The ferry, Tess Hollin’s own, won't sail before noon on Monday, she said."
    copied = "Told that “the FERRY Tess Hollin's own won’t sail\nbefore noon” was late, he left."
    assert runs(passage) & runs(copied)
    assert not runs(passage) & runs(copied.replace("sail", "leave"))
    assert not runs("one two three four five six seven")


def test_the_passages_are_read_without_their_marks() -> None:
    texts = passages()
    assert len(texts) > RUN
    assert not [text for text in texts if re.search(r"[<>{}\[\]]|\b\d+:[^\d]", text)]
