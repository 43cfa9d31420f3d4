"""The headline of a plain text: its first line, where that is set off from what it heads."""

from __future__ import annotations

from itertools import islice

from claims.model import Span
from claims.read.asides import span_line

LONGEST = 150  # characters
LONGEST_BYLINE, BYLINES = 60, 2  # characters; lines between a headline and what it heads
# What a headline does not end with: the marks of a sentence, of a quotation, of a label.
ENDS = frozenset(".?!…。？！\"'”’」』:：,，;；、)）")
STOPS = frozenset(".?!…。？！\"'”’」』)）")


def find_headline(text: str) -> Span | None:
    """The first line of a text, if it is short and without a stop, and sentences follow it.

    >>> find_headline("Bridge to stay closed\\n\\nThe bridge is closed, the mayor said.").text
    'Bridge to stay closed'
    >>> find_headline("Bridge to stay closed\\nBy Ann Lee\\nThe bridge is closed, she said.").text
    'Bridge to stay closed'
    >>> find_headline("The bridge is closed, the mayor said.\\nNobody was hurt.") is None
    True
    """
    at = 0
    for line in text.split("\n"):
        head = line.strip()
        if head:
            break
        at += len(line) + 1
    else:
        return None
    if len(head) > LONGEST or head[-1] in ENDS:
        return None
    lines = (one.strip() for one in text[at + len(line) :].split("\n"))
    for follows in islice(filter(None, lines), BYLINES + 1):
        if follows[-1] in STOPS:
            return span_line(text, at, line)
        if len(follows) > LONGEST_BYLINE:
            return None  # no byline and no date
    return None
