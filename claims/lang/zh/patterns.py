"""Lists of words as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words, grouped by first characters so that it is quick.

    >>> re.match(any_of(["今", "今天", "昨天"]), "今天说").group()
    '今天'
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    last = tails.pop("", None) is not None
    branches = [re.escape(head) + any_of(rest) for head, rest in sorted(tails.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if last else "")
