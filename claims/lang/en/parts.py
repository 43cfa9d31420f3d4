"""The parts of a phrase that and, or a comma, joins: none inside the name of a body."""

from __future__ import annotations

import re

from claims.lang.en.naming import is_capital
from claims.lang.en.nouns import nouns
from claims.lang.en.script import parts_of_speech

AND = re.compile(r",?\s+(?:and|&|as well as|along with|together with)\s+|,\s+(?=[A-Z])")


def split_parts(text: str) -> list[str]:
    """The parts of a phrase; what joins two words inside the name of a body joins no parts."""
    pieces: list[str] = []
    begun = 0
    for match in AND.finditer(text):
        if not _is_in_name(text[begun : match.start()], text[match.end() :]):
            pieces.append(text[begun : match.start()])
            begun = match.end()
    return [piece for piece in (*pieces, text[begun:]) if piece]


def _is_in_name(left: str, right: str) -> bool:
    """Whether the name of a body goes on behind and: Food|Drug Administration.

    Plain words with capitals stand on both sides, and the last of those behind shows a body, or
    one behind of stands before.
    """
    before, after = left.split()[-1:], right.split()
    size = next((i for i, word in enumerate(after) if not is_capital(word)), len(after))
    if not before or not size or not is_capital(before[0]) or before[0] in nouns().suffix:
        return False
    plain = all(parts_of_speech(word.lower()) for word in (before[0], after[0]))
    given = nouns().given
    body = any(word in nouns().suffix for word in (*after[:size], *left.split()))
    return plain and body and before[0] not in given and after[0] not in given
