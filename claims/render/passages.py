"""Pieces of explanations: the sentences that words stand in, with these marked, and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from claims.errors import PackError
from claims.lang import load_language
from claims.model import Document, Dossier, Span
from claims.render.cells import clean, pad
from claims.render.names import write_headline, write_origin

_STYLES = {
    "source": "bold",
    "cue": "cyan bold",
    "content": "underline",
    "claim": "underline",
    "target": "cyan",
}

Marked = tuple[str, Span]


def draw_head(title: str, dossier: Dossier) -> Iterator[Text]:
    """What is explained, and where it stands."""
    yield Text(title, style="bold")
    yield Text(" · ".join(filter(None, (write_headline(dossier), write_origin(dossier)))), "dim")


def draw_passage(page: Document, marked: list[Marked]) -> Iterator[Text]:
    """The sentences that hold the marked words, one line a paragraph."""
    first = min((span.start for _, span in marked), default=0)
    start, end = find_sentence(page, first, max((span.end for _, span in marked), default=0))
    at = start
    for paragraph in page.text[start:end].split("\n"):
        if paragraph.strip():
            yield Text("  ") + _draw_marked(page.text, at, at + len(paragraph), marked)
        at += len(paragraph) + 1


def find_sentence(page: Document, start: int, end: int) -> tuple[int, int]:
    """From the start of the first sentence of a passage to the end of its last, marks included.

    >>> page = Document.of("他说：“今日停航。”港口照开。", lang="zh-hans")
    >>> page.text[slice(*find_sentence(page, 10, 12))]
    '港口照开。'
    """
    text, (stops, closers) = page.text, _find_marks(page.lang)
    start, end = min(start, len(text)), min(end, len(text))
    while start > 0 and text[start - 1] not in stops and not _ends(text, start, stops, closers):
        start -= 1
    while end < len(text) and text[end] not in stops and text[end - 1] not in stops:
        end += 1
    while end < len(text) and text[end] in stops | closers and text[end] != "\n":
        end += 1
    return start, end


def _ends(text: str, at: int, stops: frozenset[str], closers: frozenset[str]) -> bool:
    """Whether a sentence ends before a place, its closing marks included."""
    return at > 1 and text[at - 1] in closers and text[at - 2] in stops


def _find_marks(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    try:
        marks = load_language(lang.partition("-")[0]).marks
    except PackError:
        return frozenset("\n"), frozenset()
    return marks.stops | {"\n"}, marks.closers


def _draw_marked(text: str, start: int, end: int, marked: list[Marked]) -> Text:
    """A piece of text, the words of each span in brackets under its name."""
    inner = [
        (kind, max(span.start, start), min(span.end, end))
        for kind, span in marked
        if span.start < end and span.end > start
    ]
    inner.sort(key=lambda one: (one[1], -one[2]))
    line = Text()
    for at in range(start, end + 1):
        for _ in [one for one in inner if one[2] == at]:
            line.append("]", "dim")
        for kind, first, _ in inner:
            if first == at:
                line.append(f"[{kind}: ", "dim")
        if at < end:
            styles = [_STYLES[kind] for kind, first, last in inner if first <= at < last]
            line.append(clean(text[at]) or " " * text[at].isspace(), " ".join(styles))
    return line


def draw_facts(facts: Iterable[tuple[str, str]]) -> Iterator[Text]:
    """Names and values under each other; what has no value is left out."""
    told = [(name, clean(value)) for name, value in facts if value.strip()]
    width = max((cell_len(name) for name, _ in told), default=0)
    for name, value in told:
        yield Text.assemble((f"  {pad(name, width)}  ", "dim"), value)


def draw_list(lines: Iterable[str], none: str) -> Iterator[Text]:
    """Lines with numbers; a word where there are none."""
    numbered = [Text(f"  {number}. {clean(line)}") for number, line in enumerate(lines, 1)]
    return iter(numbered or [Text(f"  {none}", "dim")])
