"""An article cut into pieces, each with the attributions that lie over it.

Contents may nest, touch and cross. HTML elements may only nest: so the text is cut wherever a
span begins or ends, and each piece carries the whole stack above it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypedDict

from claims.model import Attribution, Document, Dossier, Frozen, Span


class Piece(Frozen):
    """Words that lie under the same attributions all along.

    `over` are the attributions whose content holds the words, the widest first; `cues` those
    whose words of report they are; `opens` those whose place to jump to is here.
    """

    text: str
    over: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    aside: bool = False


Paragraph = tuple[Piece, ...]


class Layer(TypedDict):
    """What lies over a piece."""

    over: tuple[str, ...]
    cues: tuple[str, ...]
    aside: bool


def cut_article(dossier: Dossier) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in pieces; joined by line ends they are its text again.

    >>> page = Document.of("港口说，今日停航。", lang="zh")
    >>> content = Span.of(page.text, 4, 8)
    >>> one = Attribution(id="x:a2", cue=Span.of(page.text, 2, 3), content=(content,))
    >>> [paragraph] = cut_article(Dossier(document=page, attributions=(one,)))
    >>> [(piece.text, *piece.over, *piece.cues) for piece in paragraph]
    [('港口',), ('说', 'x:a2'), ('，',), ('今日停航', 'x:a2'), ('。',)]
    """
    page, found = dossier.document, dossier.attributions
    contents = _list_contents(found)
    cues = [(one.cue, one.id) for one in found if one.cue]
    asides = [(span, "") for span in page.asides]
    edges = _find_edges(page, [span for span, _ in [*contents, *cues, *asides]])
    laid = zip(*(_lay(edges, spans) for spans in (contents, cues, asides)), strict=True)
    layers = [Layer(over=over, cues=said, aside=bool(out)) for over, said, out in laid]
    return tuple(_cut(page.text, edges, layers[:-1], _find_starts(found, len(page.text))))


def _list_contents(attributions: Iterable[Attribution]) -> list[tuple[Span, str]]:
    """Every content with its attribution: the widest first, of equal ones the outermost."""
    inside = {one.id: one.within for one in attributions}
    spans = [(span, one.id) for one in attributions for span in one.content]
    return sorted(
        spans, key=lambda pair: (pair[0].start - pair[0].end, _depth(pair[1], inside), pair[1])
    )


def _depth(id: str, inside: Mapping[str, str | None]) -> int:
    """How many attributions lie around one; a ring of them is left after one round."""
    seen = {id}
    while (outer := inside.get(id)) and outer not in seen:
        seen.add(outer)
        id = outer
    return len(seen)


def _find_starts(attributions: Iterable[Attribution], size: int) -> list[tuple[int, str]]:
    """Where each is jumped to: its cue, else its content, its source, or the article's end."""
    return sorted((min(_start(one, size), size), one.id) for one in attributions)


def _start(one: Attribution, size: int) -> int:
    spans = [span for span in (one.cue, *one.content, one.source) if span and span.text]
    return spans[0].start if spans else size


def _find_edges(page: Document, spans: Iterable[Span]) -> list[int]:
    """Every place where a piece begins or ends, within the text."""
    size = len(page.text)
    ends = {min(edge, size) for span in spans for edge in (span.start, span.end)}
    return sorted({0, size} | ends)


def _cut(
    text: str, edges: list[int], layers: Iterable[Layer], starts: list[tuple[int, str]]
) -> Iterator[Paragraph]:
    waiting = deque(starts)
    line: list[Piece] = []
    for (first, last), layer in zip(pairwise(edges), layers, strict=True):
        for number, words in enumerate(text[first:last].split("\n")):
            if number:
                yield tuple(line)
                line = []
            if words:
                opens = _take(waiting, last)
                line.append(Piece(text=words, opens=opens, **layer))
    if waiting:
        line.append(Piece(text="", opens=tuple(id for _, id in waiting)))
    yield tuple(line)


def _take(waiting: deque[tuple[int, str]], before: int) -> tuple[str, ...]:
    """The ids whose place lies before an offset, taken from those that wait."""
    taken = []
    while waiting and waiting[0][0] < before:
        taken.append(waiting.popleft()[1])
    return tuple(taken)


def _lay(edges: list[int], spans: Iterable[tuple[Span, str]]) -> list[tuple[str, ...]]:
    """For each pair of neighbouring edges the ids of the spans over it, in their order."""
    layers: list[list[str]] = [[] for _ in edges]
    for span, id in spans:
        for number in range(bisect_left(edges, span.start), bisect_left(edges, span.end)):
            if id not in layers[number]:
                layers[number].append(id)
    return [tuple(layer) for layer in layers]
