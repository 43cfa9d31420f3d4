"""The sentence in which a statement stands, with its words of report and its content marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from claims.errors import PackError
from claims.lang import load_language
from claims.model import Document, Frozen, Span
from claims.query.answers import Statement

_LONGEST = 260  # characters of a sentence that are shown
_MORE = "…"


class Words(Frozen):
    """Words of a sentence, and what they are in it."""

    text: str
    cue: bool = False
    content: bool = False


def mark_sentence(page: Document, one: Statement) -> tuple[Words, ...]:
    """The sentences around a statement, cut at the end where they are long.

    >>> from claims.query.answers import Article
    >>> page = Document.of("昨晚停航。港口说，今日停航。", lang="zh")
    >>> cue, content = Span.of(page.text, 7, 8), Span.of(page.text, 9, 13)
    >>> here = Article(id=page.id)
    >>> one = Statement(id="a7", article=here, cue=cue, content=(content,),
    ...                 passage=Span.of(page.text, 7, 13))
    >>> [words.text for words in mark_sentence(page, one)]
    ['港口', '说', '，', '今日停航', '。']
    """
    start, end = find_sentence(page, one.passage)
    last = min(end, start + _LONGEST)
    marked = tuple(_mark(page.text, start, last, one))
    return marked if last == end else (*marked, Words(text=_MORE))


def find_sentence(page: Document, passage: Span) -> tuple[int, int]:
    """From the start of the first sentence of a passage to the end of its last."""
    text, (stops, closers) = page.text, _find_marks(page.lang)
    start, end = min(passage.start, len(text)), min(passage.end, len(text))
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
        marks = load_language(lang).marks
    except PackError:
        return frozenset("\n"), frozenset()
    return marks.stops | {"\n"}, marks.closers


def _mark(text: str, start: int, end: int, one: Statement) -> Iterator[Words]:
    cues = [one.cue] if one.cue else []
    places = {start, end} | {
        min(max(edge, start), end)
        for span in (*cues, *one.content)
        for edge in (span.start, span.end)
    }
    for first, last in pairwise(sorted(places)):
        yield Words(
            text=text[first:last],
            cue=_covers(cues, first),
            content=_covers(one.content, first),
        )


def _covers(spans: Iterable[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)
