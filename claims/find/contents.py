"""Sources and contents: what the items around a cue are labelled as, read back into spans."""

from __future__ import annotations

from claims.find.cues import CueHit
from claims.find.features import View
from claims.find.items import Item, item_features, lay_items
from claims.find.limits import limit_labels
from claims.find.page import Paragraph
from claims.find.sources import Words, guess_source, trim_source
from claims.find.tagger import load_tagger
from claims.lang.base import Language, Marks
from claims.model.speech import QuoteKind
from claims.model.text import Span

SOURCE, CONTENT = "S", "K"  # labels of items


def find_parts(
    text: str,
    paragraph: Paragraph,
    seen: View,
    cue: CueHit,
    others: frozenset[int],
    language: Language,
) -> tuple[Words | None, tuple[Span, ...], float, tuple[str, ...]]:
    """The source and the content of a cue, the probability of that reading, what was mended."""
    items = lay_items(paragraph, cue.words, language.marks)
    rows = item_features(paragraph, seen, items, cue.words, others, language.marks)
    labels, sure = load_tagger(language, "spans").best(rows)
    labels, mended = limit_labels(text, paragraph, items, labels, cue.words, others, language)
    source, content = read_parts(text, paragraph, items, labels, cue.words, language.marks)
    if source is not None:
        source = trim_source(text, paragraph, source, language)
    elif not cue.frame:
        source = guess_source(text, paragraph, cue.words, others, items[0].first, language)
    return source, content, sure, mended


def read_parts(
    text: str,
    paragraph: Paragraph,
    items: tuple[Item, ...],
    labels: list[str],
    cue: tuple[int, ...],
    marks: Marks,
) -> tuple[Words | None, tuple[Span, ...]]:
    """Labels to words and spans: the run of source items nearest to the cue, all of content."""
    sources = _runs(items, labels, SOURCE)
    source = None
    if sources:
        near = min(
            sources, key=lambda run: min(abs(run[0].first - cue[-1]), abs(cue[0] - run[-1].last))
        )
        while near and near[0].kind == "q" and paragraph.forms[near[0].last - 2] in marks.ends:
            near = near[1:]  # what is quoted is no part of the one who says it
        source = _bare(paragraph, near[0].first, near[-1].last, marks) if near else None
    pieces = (trim(text, paragraph, run, marks) for run in _runs(items, labels, CONTENT))
    return source, tuple(piece for piece in pieces if piece is not None)


def _bare(paragraph: Paragraph, first: int, last: int, marks: Marks) -> Words | None:
    """The words without marks of pause before and after them."""
    while first < last and paragraph.forms[first] in marks.edges:
        first += 1
    while first < last and paragraph.forms[last - 1] in marks.edges:
        last -= 1
    return (first, last) if first < last else None


def _runs(items: tuple[Item, ...], labels: list[str], wanted: str) -> list[list[Item]]:
    runs: list[list[Item]] = []
    before = ""
    for item, label in zip(items, labels, strict=True):
        if label == wanted:
            if before == wanted:
                runs[-1].append(item)
            else:
                runs.append([item])
        before = label
    return runs


def trim(text: str, paragraph: Paragraph, run: list[Item], marks: Marks) -> Span | None:
    """The span of a run without outer punctuation and outer quotation marks."""
    start, end = paragraph.starts[run[0].first], paragraph.ends[run[-1].last - 1]
    loose = marks.edges
    whole = {(q.start, q.end): q.closed for q in paragraph.quotes}
    before = (-1, -1)
    while start < end and before != (start, end):
        before = (start, end)
        while start < end and (text[start] in loose or text[start].isspace()):
            start += 1
        while start < end and (text[end - 1] in loose or text[end - 1].isspace()):
            end -= 1
        if (start, end) in whole:
            start, end = start + 1, end - whole[start, end]
    return Span.of(text, start, end) if start < end else None


def kind_of_quote(paragraph: Paragraph, content: tuple[Span, ...]) -> QuoteKind:
    """Direct where all of it stands in quotation marks, mixed where a part does."""
    inside = [
        any(q.start < span.start and span.end < q.end + (not q.closed) for q in paragraph.quotes)
        and any(q.start == span.start - 1 for q in paragraph.quotes)
        for span in content
    ]
    if content and all(inside):
        return "direct"
    held = any(
        span.start <= q.start and q.end <= span.end for span in content for q in paragraph.quotes
    )
    return "mixed" if held or any(inside) else "indirect"
