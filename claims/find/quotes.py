"""Quotations: every family of marks, nested, over several paragraphs, unclosed, odd.

A stray mark is a fact about the text, never an error.
"""

from __future__ import annotations

import re
from functools import cache

from claims.lang.base import Marks
from claims.model.text import Quote

FILLING = "\0"  # stands for the second character of a doubled mark
BEFORE = r"(\[“\"—–"  # marks, as a class of a pattern, right before an apostrophe that opens
ENDS, STOPS = r",.!?…", r".!?;"  # marks right before one that closes, and none in a few words
LONGEST_SAYING, LONGEST_WORDS = 2000, 60  # characters between two apostrophes that are marks


def find_quotes(text: str, marks: Marks) -> tuple[Quote, ...]:
    """All quotations of a text in order of their start, the outer before the inner.

    A quotation that is not closed ends with its paragraph, unless the next paragraph opens
    with the same mark: then the speech carries on, each paragraph a quotation of its own.

    >>> from claims.lang import load_language
    >>> marks = load_language("zh").marks
    >>> [(q.start, q.end, q.depth) for q in find_quotes("他说：“‘好’，我听到。”", marks)]
    [(3, 13, 0), (4, 7, 1)]
    """
    found: list[Quote] = []
    at = 0
    for paragraph in _paired(_single(text, marks), marks).split("\n"):
        found += _of_paragraph(paragraph, at, marks)
        at += len(paragraph) + 1
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _single(text: str, marks: Marks) -> str:
    """The text with a straight mark and a filling for each doubled one, of the same length.

    None behind a digit: there it means inches.
    """
    if not marks.doubled or marks.doubled not in text:
        return text
    return re.sub(rf"(?<![0-9]){marks.doubled}", min(marks.straight) + FILLING, text)


def _paired(text: str, marks: Marks) -> str:
    """The text with marks of quotation for the apostrophes that open and close one: 'No,' he said.

    First those that close behind a stop or a pause, then those around a few words. What shortens a
    word ('em, '90s), and what tells whose it is (the workers' union), is no mark.

    >>> from claims.lang import load_language
    >>> marks = load_language("en").marks
    >>> _paired("'The workers' union won't,' he said of the 'deal' in the '90s.", marks)
    "‘The workers' union won't,’ he said of the ‘deal’ in the '90s."
    """
    if marks.single is None or marks.single[0] not in text:
        return text
    plain, opening, closing = marks.single
    for pattern in _patterns(plain, BEFORE):
        text = pattern.sub(rf"{opening}\g<1>{closing}", text)
    return text


@cache
def _patterns(plain: str, marks: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two apostrophes that are marks: a saying, a few words.

    None of them holds an apostrophe that may open another, so each is looked at once.
    """
    free = rf"(?<![^\s{marks}]){plain}"
    opens = rf"{free}(?=[^\s\d{plain}])"
    inner, short = rf"(?:(?!{opens})[^\n])", rf"(?:(?!{opens})[^\n{STOPS}])"
    return (
        re.compile(rf"{opens}({inner}{{1,{LONGEST_SAYING}}}?[{ENDS}]){plain}(?!\w)"),
        re.compile(rf"{opens}({short}{{1,{LONGEST_WORDS}}}?){plain}(?![\w{plain}])"),
    )


def _of_paragraph(paragraph: str, at: int, marks: Marks) -> list[Quote]:
    found: list[Quote] = []
    stack: list[tuple[int, str]] = []
    quoting = marks.quoting
    for i, char in enumerate(paragraph):
        if char not in quoting:
            continue
        if char in marks.straight:
            if any(closer == char for _, closer in stack):
                _close(stack, char, i, at, paragraph, found)
            elif stack and _closes_here(paragraph, i, marks):
                # opened with a mark of another family
                _close(stack, stack[-1][1], i, at, paragraph, found)
            elif not _inside_word(paragraph, i):
                stack.append((i, char))
        elif char in marks.quotes:
            if stack and stack[-1][1] == marks.quotes[char] and _ends_here(paragraph, i, marks):
                # a closing mark typed as opening
                _close(stack, marks.quotes[char], i, at, paragraph, found)
            elif not _inside_word(paragraph, i):
                stack.append((i, marks.quotes[char]))
        elif char in marks.closers:
            if any(closer == char for _, closer in stack):
                _close(stack, char, i, at, paragraph, found)
            elif not _inside_word(paragraph, i) and not _ends_here(paragraph, i, marks):
                opener = next((o for o, c in marks.quotes.items() if c == char), char)
                stack.append((i, marks.quotes.get(opener, char)))  # an opening one typed as closing
    for depth, (start, _) in enumerate(stack):
        end, width = len(paragraph.rstrip()), _width(paragraph, start)
        end = max(end, start + width)
        found.append(Quote(start=at + start, end=at + end, depth=depth, closed=False, width=width))
    return found


def _width(paragraph: str, i: int) -> int:
    """How many characters a mark has."""
    return 2 if paragraph.startswith(FILLING, i + 1) else 1


def _close(
    stack: list[tuple[int, str]], closer: str, i: int, at: int, paragraph: str, found: list[Quote]
) -> None:
    """End the innermost quotation that this mark can end; those inside it end unclosed here.

    One whose marks differ in width has that of its opening one, and ends as far behind.
    """
    while stack:
        start, wanted = stack.pop()
        closed, width = wanted == closer, _width(paragraph, start)
        end = i + min(width, _width(paragraph, i)) if closed else i
        found.append(
            Quote(start=at + start, end=at + end, depth=len(stack), closed=closed, width=width)
        )
        if closed:
            return


def _inside_word(paragraph: str, i: int) -> bool:
    """Whether the mark is an apostrophe: between two letters of an alphabet."""
    before, after = paragraph[i - 1 : i], paragraph[i + 1 : i + 2]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def _closes_here(paragraph: str, i: int, marks: Marks) -> bool:
    """Whether a straight mark can only end a quotation: right behind a stop or a pause."""
    before = paragraph[i - 1 : i]
    return (before in marks.stops or before in marks.pauses) and _ends_here(paragraph, i, marks)


def _ends_here(paragraph: str, i: int, marks: Marks) -> bool:
    """Whether what follows can only follow the end of a quotation."""
    after = paragraph[i + 1 : i + 2]
    return not after or after.isspace() or after in marks.pauses or after in marks.stops
