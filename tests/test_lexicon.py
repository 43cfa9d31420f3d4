"""The lexicons of a pack: every entry proves itself by its examples and its look-alikes.

An example of a word of report must fire with that word, on the content marked in it; a look-alike
must not. Those known to fail are listed in cases/<language>/lexicon_failures.toml: an entry there
that passes has to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from lexicon_proof import KINDS, failing, known_failures

from claims.lang import PACKS, load_language, load_pack
from claims.lang.packs import Entry, read_example

REPORTING = ("cue", "stance")  # kinds whose examples mark source, cue and content
LINES = ("leftover",)  # kinds whose examples are whole lines of a page
PASSAGES = ("passage",)  # kinds whose examples are prose with all its attributions
PATTERNS = ("joint", "gloss")  # kinds with entries that are patterns, not words
EVERY = [(code, kind) for code in PACKS for kind in sorted(load_pack(code).entries)]
WORDS = [(code, kind) for code, kind in EVERY if kind not in (*REPORTING, *LINES, *PASSAGES)]
REPORTS = [(code, kind) for code, kind in EVERY if kind in REPORTING]
BESIDE = ("en", "capital", "short", "demonym")  # traits that give more names
MARKED = re.compile(r"\[([^\[\]]+)\]")

# Kinds whose words are listed once for each value of a trait: a surname may be Han and Korean.
LISTED_BY = {
    "topic": "id",
    "surname": "script", "given": "script", "transliteration": "ending", "cue": "sense",
}  # fmt: skip


@pytest.mark.parametrize("code", PACKS)
@pytest.mark.parametrize("kind", KINDS)
def test_words_of_report_prove_themselves(kind: str, code: str) -> None:
    found, known = failing(kind, code), known_failures(kind, code)
    new, mended = sorted(found - known), sorted(known - found)
    assert not new, f"these {kind}s fail now; if the sentence is right, mend what finds it"
    assert not mended, "these pass now, or are gone: remove them from lexicon_failures.toml"


# ---------------------------------------------------------------- every kind
def each(code: str, kind: str) -> Iterator[Entry]:
    return iter(load_pack(code).of(kind))


def matched(text: str, code: str) -> str:
    """A text in the form in which listed words are looked for; capitals do not count."""
    return load_language(code).fold(text).lower()


def forms(entry: Entry) -> set[str]:
    """All that an entry lists: its words, and the names it gives beside them."""
    beside = (form for trait in BESIDE for form in _listed(entry.get(trait, ())))
    return {*entry.words, *beside, *_pairs(entry)}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _pairs(entry: Entry) -> Iterator[str]:
    for pair in entry.get("pairs", ()):
        yield from pair


def is_listed(word: str, entry: Entry, code: str) -> bool:
    """Whether a marked word is one of the entry's, or a number and a head of its pattern."""
    word = matched(word, code)
    if word in {matched(form, code) for form in forms(entry)}:
        return True
    heads: list[str] = entry.get("heads", [])
    pairs = ((number, head) for number in entry.get("numbers", ()) for head in heads)
    return any(word in (number + head, f"{number} {head}") for number, head in pairs)


@pytest.mark.parametrize(("code", "kind"), WORDS)
def test_an_example_marks_words_of_its_entry(code: str, kind: str) -> None:
    wrong = [
        (word, example)
        for entry in each(code, kind)
        for example in entry.examples
        for word in MARKED.findall(example) or ["(nothing marked)"]
        if not is_listed(word, entry, code)
    ]
    assert wrong == []


@pytest.mark.parametrize(("code", "kind"), EVERY)
def test_every_entry_has_examples(code: str, kind: str) -> None:
    assert [entry.words[:3] for entry in each(code, kind) if not entry.examples] == []


@pytest.mark.parametrize(("code", "kind"), [*WORDS, *REPORTS])
def test_no_word_stands_twice(code: str, kind: str) -> None:
    seen: dict[tuple[Any, str], int] = {}
    for entry in each(code, kind):
        for word in set(entry.words):
            key = (entry.get(LISTED_BY.get(kind, "")), word)
            seen[key] = seen.get(key, 0) + 1
    assert [word for (_, word), times in seen.items() if times > 1] == []


@pytest.mark.parametrize(("code", "kind"), [*WORDS, *REPORTS])
def test_words_are_written_as_they_are_matched(code: str, kind: str) -> None:
    """The text is folded before it is matched, so a word that the fold changes never matches."""
    words = {form for entry in each(code, kind) for form in forms(entry)}
    fold = load_language(code).fold
    changed = {word for word in words if fold(word) != word}
    assert changed == set()


@pytest.mark.parametrize(("code", "kind"), [row for row in WORDS if row[1] not in PATTERNS])
def test_a_lookalike_holds_what_it_looks_like(code: str, kind: str) -> None:
    """A look-alike without the characters of its entry proves nothing."""
    empty = [
        (entry.words[:3], text)
        for entry in each(code, kind)
        for text in entry.lookalikes
        if not any(form.lower() in matched(text, code) for form in forms(entry))
    ]
    assert empty == []


@pytest.mark.parametrize(("code", "kind"), REPORTS)
def test_the_cue_of_an_example_is_of_its_entry(code: str, kind: str) -> None:
    """In cues a frame stands with its source in it; a word of dispute may stand in the content."""
    wrong = []
    for entry in each(code, kind):
        for example in entry.examples:
            row = read_example(example)
            [one] = row["attributions"]
            text = matched(row["text"], code)
            pieces = [one["cue"], *(one["content"] if kind == "stance" else [])]
            words = "\n".join(text[piece["start"] : piece["end"]] for piece in pieces if piece)
            if not any(_holds(words, word.lower()) for word in entry.words):
                wrong.append((entry.words[:2], example))
    assert wrong == []


@pytest.mark.parametrize("code", PACKS)
def test_a_passage_marks_whole_pieces(code: str) -> None:
    """Every attribution has words of report or a content, and no mark takes an edge with it."""
    texts = [text for entry in each(code, "passage") for text in entry.examples]
    assert len(texts) == len(set(texts))
    wrong = []
    for text in texts:
        row = read_example(text)
        for one in row["attributions"]:
            pieces = [*filter(None, (one["source"], one["cue"])), *one["content"]]
            words = [row["text"][piece["start"] : piece["end"]] for piece in pieces]
            loose = [piece for piece in words if piece.strip(" .,;:") != piece.rstrip("?!")]
            told = one["cue"] is not None or bool(one["content"])
            if not told or any(not re.search(r"\b[a-z]\.[a-z]\.$", piece) for piece in loose):
                wrong.append((text, words))
    assert wrong == []


def _holds(words: str, word: str) -> bool:
    """Whether the ends of a frame, or the characters of a word, stand in some words in order."""
    return re.search(".*".join(map(re.escape, word.split("…"))), words, re.S) is not None


@pytest.mark.parametrize(("code", "kind"), REPORTS)
def test_a_lookalike_of_a_word_of_report_holds_its_characters(code: str, kind: str) -> None:
    empty = [
        (entry.words[:2], text)
        for entry in each(code, kind)
        for text in entry.lookalikes
        if not any(_holds(matched(text, code), word.lower()) for word in entry.words)
    ]
    assert empty == []
