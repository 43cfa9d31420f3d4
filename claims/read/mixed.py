"""An article in several languages, parted by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from claims.model import Document, Span
from claims.read.asides import span_line
from claims.read.language import count_letters, detect_language

FEWEST_LETTERS = 20  # of a paragraph whose language is to be told, an ideograph for several
WEIGHT = 3  # letters of the Latin script that one of another counts for
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(r"[\u0370-\u1fff\u2e80-\ua4cf\ua840-\uabff\uac00-\uffdc]")


def part_languages(document: Document, known: Set[str]) -> tuple[Document, ...]:
    """The document once for each known language that paragraphs of it are in, its own first.

    In each the paragraphs of the others are asides. A paragraph that is too short to tell, or in
    no known language, is read in the document's own; so is all of a text in one script.

    >>> text = "市长说，大桥已经封闭。\\nThe engineer said that the bridge was safe for all."
    >>> parts = part_languages(Document.of(text, lang="zh"), {"en", "zh"})
    >>> [(part.lang, [aside.text[:6] for aside in part.asides]) for part in parts]
    [('zh', ['The en']), ('en', ['市长说，大桥'])]
    """
    text = document.text
    if not (_LATIN.search(text) and _OTHER.search(text)):
        return (document,)
    lines: dict[str, list[Span]] = {document.lang: []}
    for line in _lines(text):
        lines.setdefault(_language_of(line.text, document.lang, known), []).append(line)
    if len(lines) == 1:
        return (document,)
    own, *others = lines
    return tuple(_part(document, lang, lines) for lang in (own, *sorted(others)))


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield span_line(text, at, line)
        at += len(line) + 1


def _language_of(line: str, own: str, known: Set[str]) -> str:
    letters = count_letters(line) + (WEIGHT - 1) * len(_OTHER.findall(line))
    if letters < FEWEST_LETTERS:
        return own
    found = detect_language(line)
    return found if found in known else own


def _part(document: Document, lang: str, lines: dict[str, list[Span]]) -> Document:
    others = [line for other, held in lines.items() if other != lang for line in held]
    asides = {span.start: span for span in (*document.asides, *others)}
    ordered = tuple(asides[start] for start in sorted(asides))
    return document.changed(lang=lang, asides=ordered)
