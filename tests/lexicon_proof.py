"""Do the words of report prove themselves? As a program, it writes the lists of those that fail:

    python tests/lexicon_proof.py

An example must fire with its word, on the content marked in it; a look-alike must not.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

from claims.lang import PACKS, load_language, load_pack
from claims.lang.packs import Entry, read_example
from claims.model import Document, Dossier
from claims.track import make_dossier

CASES = Path(__file__).parent / "cases"
KINDS = ("example", "lookalike")
ENOUGH = 0.5  # of the marked content must be found
HEAD = """\
# Examples and look-alikes of cues.toml that fail with the present weights: the first word of the
# entry, and the text. The test fails for one that is not listed, and for a listed one that passes.
# Written by `python tests/lexicon_proof.py`; read the difference before you keep it.
"""

Failure = tuple[str, str]  # the first word of the entry, the text


@cache
def track(text: str, code: str) -> Dossier:
    """What is found in a text."""
    return make_dossier(Document.of(text, lang=code))


def failures_of(code: str) -> Path:
    """The list of a pack."""
    return CASES / code / "lexicon_failures.toml"


def fires(example: str, code: str) -> bool:
    """Whether something is found that stands on the marked cue and holds most of the content."""
    row = read_example(example)
    [wanted] = row["attributions"]
    content = {i for piece in wanted["content"] for i in range(piece["start"], piece["end"])}
    cue = wanted["cue"]
    for one in track(row["text"], code).attributions:
        if one.cue is None or not (cue["start"] < one.cue.end and one.cue.start < cue["end"]):
            continue
        found = {i for piece in one.content for i in range(piece.start, piece.end)}
        if len(content & found) >= ENOUGH * len(content):
            return True
    return False


def fires_wrongly(entry: Entry, text: str, code: str) -> bool:
    """Whether the words of an entry are taken for words of report where they are none."""
    parts = [part for word in entry.words for part in word.split("…") if part]
    folded = load_language(code).fold(text)
    at = [hit.span() for part in parts for hit in re.finditer(re.escape(part), folded, re.I)]
    return any(
        one.cue is not None and one.cue.start < end and start < one.cue.end
        for one in track(text, code).attributions
        for start, end in at
    )


def failing(kind: str, code: str) -> set[Failure]:
    """All examples, or look-alikes, that fail."""
    found = set()
    for entry in load_pack(code).of("cue"):
        texts = entry.examples if kind == "example" else entry.lookalikes
        for text in texts:
            wrong = fires_wrongly(entry, text, code)
            if wrong if kind == "lookalike" else not fires(text, code):
                found.add((entry.words[0], text))
    return found


def known_failures(kind: str, code: str) -> set[Failure]:
    """Those that are listed."""
    tables = tomllib.loads(failures_of(code).read_text("utf-8"))
    return {(row["word"], row["text"]) for row in tables.get(kind, ())}


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _table(kind: str, code: str) -> str:
    rows = [
        f"  {{ word = {_quote(word)}, text = {_quote(text)} }},\n"
        for word, text in sorted(failing(kind, code))
    ]
    return f"\n{kind} = [\n{''.join(rows)}]\n"


if __name__ == "__main__":
    for code in PACKS:
        tables = "".join(_table(kind, code) for kind in KINDS)
        failures_of(code).write_text(HEAD + tables, "utf-8")
