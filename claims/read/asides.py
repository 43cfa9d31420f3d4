"""Which lines of a text are none of the article's: spans over them, and what they are."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Span
from claims.read.leftovers import Leftover, Leftovers, load_leftovers

_ENDS = frozenset('。！？!?…”」』；;."')
_LIST = Leftover("related", drop=True)


def find_asides(text: str, lang: str) -> tuple[Span, ...]:
    """The lines of `text` that are page leftovers, without the white space around them.

    >>> [span.text for span in find_asides("他说会谈结束。\\n相关阅读\\n外长抵达\\n", "zh")]
    ['相关阅读', '外长抵达']
    """
    lines = text.split("\n")
    found, at = [], 0
    for line, leftover in zip(lines, judge_lines(lines, lang), strict=True):
        if leftover:
            found.append(span_line(text, at, line))
        at += len(line) + 1
    return tuple(found)


def span_line(text: str, start: int, line: str) -> Span:
    """The span of a line that begins at `start`, white space at its ends left out."""
    start += len(line) - len(line.lstrip())
    return Span.of(text, start, start + len(line.strip()))


def judge_lines(lines: list[str], lang: str) -> Iterator[Leftover | None]:
    """What each line is; after the heading of a list of links, the links belong to it."""
    leftovers = load_leftovers(lang)
    in_list = False
    for line in lines:
        leftover = _judge(line, leftovers)
        if leftover:
            in_list = in_list or leftover.opens_list
        elif line.strip():
            in_list = in_list and line.rstrip()[-1] not in _ENDS
            leftover = _LIST if in_list else None
        yield leftover


def _judge(line: str, leftovers: Leftovers) -> Leftover | None:
    return leftovers.of(line) if line.strip() else None
