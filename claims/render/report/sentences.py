"""The sentence in which statements stand, with words of report and contents marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claims.model import Document, Frozen, Span
from claims.query.answers import Statement
from claims.render.passages import find_sentence

_LONGEST = 260  # characters of a sentence that are shown
_MORE = "…"


class Words(Frozen):
    """Words of a sentence, and what they are in it; `disputes` are the words of dispute."""

    text: str
    cue: bool = False
    content: bool = False
    disputes: bool = False


def mark_sentence(
    page: Document, statements: Sequence[Statement], disputing: Iterable[Span] = ()
) -> tuple[Words, ...]:
    """The sentences around statements that stand together, cut at the end where they are long.

    >>> from claims.query.answers import Article
    >>> page = Document.of("昨晚停航。港口说，今日停航。", lang="zh")
    >>> cue, content = Span.of(page.text, 7, 8), Span.of(page.text, 9, 13)
    >>> here = Article(id=page.id)
    >>> one = Statement(id="a7", article=here, cue=cue, content=(content,),
    ...                 passage=Span.of(page.text, 7, 13))
    >>> [words.text for words in mark_sentence(page, [one])]
    ['港口', '说', '，', '今日停航', '。']
    """
    passage = statements[0].passage
    start, end = find_sentence(page, passage.start, passage.end)
    last = min(end, start + _LONGEST)
    marked = tuple(_mark(page.text, start, last, statements, tuple(disputing)))
    return marked if last == end else (*marked, Words(text=_MORE))


def _mark(
    text: str, start: int, end: int, statements: Sequence[Statement], disputing: tuple[Span, ...]
) -> Iterator[Words]:
    cues = [one.cue for one in statements if one.cue]
    contents = [span for one in statements for span in one.content]
    places = {start, end} | {
        min(max(edge, start), end)
        for span in (*cues, *contents, *disputing)
        for edge in (span.start, span.end)
    }
    for first, last in pairwise(sorted(places)):
        yield Words(
            text=text[first:last],
            cue=_covers(cues, first),
            content=_covers(contents, first),
            disputes=_covers(disputing, first),
        )


def _covers(spans: Iterable[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)
