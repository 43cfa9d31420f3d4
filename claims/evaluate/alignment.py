"""Two texts of one article side by side, so that spans of one can be laid on the other.

White space never counts, so a page and its plain text meet; nor does punctuation count when
two spans are compared.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.model import Span

Places = frozenset[int]


class Squeezed(NamedTuple):
    """A text without white space, and where each kept character stood."""

    text: str
    offsets: list[int]


@dataclass(frozen=True)
class Alignment:
    """Offsets of the found text → offsets of the gold text; `share` of the gold text met."""

    places: Mapping[int, int]
    share: float


def squeeze(text: str) -> Squeezed:
    """The text without white space, full-width forms made narrow.

    >>> squeeze("停 航１").text
    '停航1'
    """
    offsets = [at for at, char in enumerate(text) if not char.isspace()]
    return Squeezed("".join(_narrow(text[at]) for at in offsets), offsets)


@lru_cache(maxsize=20_000)
def _narrow(char: str) -> str:
    """One character for one: the first of its compatibility form."""
    return unicodedata.normalize("NFKC", char)[:1] or char


def align(gold: str, found: str) -> Alignment:
    """Lay the found text on the gold text: as one piece, or else paragraph by paragraph.

    >>> align("停航。\\n复航。", "标题\\n停航。\\n图：港口\\n复航。").share
    1.0
    """
    inner, outer = squeeze(gold), squeeze(found)
    at = outer.text.find(inner.text)
    if at >= 0:
        held = outer.offsets[at : at + len(inner.text)]
        return Alignment(dict(zip(held, inner.offsets, strict=True)), 1.0)
    return _align_paragraphs(gold, inner, outer)


def _align_paragraphs(gold: str, inner: Squeezed, outer: Squeezed) -> Alignment:
    """Captions and headings may stand between paragraphs: each is sought after the last."""
    places: dict[int, int] = {}
    base = start = 0
    for paragraph in gold.split("\n"):
        words = squeeze(paragraph).text
        at = outer.text.find(words, start) if words else -1
        if at >= 0:
            start = at + len(words)
            places |= zip(
                outer.offsets[at:start], inner.offsets[base : base + len(words)], strict=True
            )
        base += len(words)
    return Alignment(places, len(places) / max(1, len(inner.text)))


def cover(spans: Iterable[Span | None], text: str, alignment: Alignment | None = None) -> Places:
    """The offsets that spans cover, punctuation and white space left out.

    With an alignment, those of the gold text that they are laid on.

    >>> sorted(cover([Span.of("停航，是", 0, 4)], "停航，是"))
    [0, 1, 3]
    """
    held = {
        at
        for span in spans
        if span is not None
        for at in range(span.start, min(span.end, len(text)))
        if unicodedata.category(text[at])[0] in "LNSM"
    }
    if alignment is None:
        return frozenset(held)
    return frozenset(alignment.places[at] for at in held if at in alignment.places)
