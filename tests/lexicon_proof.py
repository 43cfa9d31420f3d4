"""Do the words of report prove themselves? Run as a program, it writes the list of those that fail:

    python tests/lexicon_proof.py

An example must fire with its word, on the content marked in it; a look-alike must not.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

from claims.lang.packs import Entry, load_pack, read_example
from claims.lang.zh.script import fold
from claims.model import Document, Dossier
from claims.track import make_dossier

FAILURES = Path(__file__).parent / "cases" / "zh" / "lexicon_failures.toml"
KINDS = ("example", "lookalike")
ENOUGH = 0.5  # of the marked content must be found
HEAD = """\
# Examples and look-alikes of cues.toml that fail with the present weights: the first word of the
# entry, and the text. The test fails for one that is not listed, and for a listed one that passes.
# Written by `python tests/lexicon_proof.py`; read the difference before you keep it.
"""

Failure = tuple[str, str]  # the first word of the entry, the text


@cache
def track(text: str) -> Dossier:
    """What is found in a text."""
    return make_dossier(Document.of(text, lang="zh"))


def fires(example: str) -> bool:
    """Whether something is found that stands on the marked cue and holds most of the content."""
    row = read_example(example)
    [wanted] = row["attributions"]
    content = {i for piece in wanted["content"] for i in range(piece["start"], piece["end"])}
    cue = wanted["cue"]
    for one in track(row["text"]).attributions:
        if one.cue is None or not (cue["start"] < one.cue.end and one.cue.start < cue["end"]):
            continue
        found = {i for piece in one.content for i in range(piece.start, piece.end)}
        if len(content & found) >= ENOUGH * len(content):
            return True
    return False


def fires_wrongly(entry: Entry, text: str) -> bool:
    """Whether the words of an entry are taken for words of report where they are none."""
    parts = [part for word in entry.words for part in word.split("…") if part]
    at = [hit.span() for part in parts for hit in re.finditer(re.escape(part), fold(text))]
    return any(
        one.cue is not None and one.cue.start < end and start < one.cue.end
        for one in track(text).attributions
        for start, end in at
    )


def failing(kind: str) -> set[Failure]:
    """All examples, or look-alikes, that fail."""
    found = set()
    for entry in load_pack("zh").of("cue"):
        texts = entry.examples if kind == "example" else entry.lookalikes
        for text in texts:
            if fires_wrongly(entry, text) if kind == "lookalike" else not fires(text):
                found.add((entry.words[0], text))
    return found


def known_failures(kind: str) -> set[Failure]:
    """Those that are listed."""
    tables = tomllib.loads(FAILURES.read_text("utf-8"))
    return {(row["word"], row["text"]) for row in tables.get(kind, ())}


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _table(kind: str) -> str:
    rows = [
        f"  {{ word = {_quote(word)}, text = {_quote(text)} }},\n"
        for word, text in sorted(failing(kind))
    ]
    return f"\n{kind} = [\n{''.join(rows)}]\n"


if __name__ == "__main__":
    FAILURES.write_text(HEAD + "".join(map(_table, KINDS)), "utf-8")
