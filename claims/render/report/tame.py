"""Text from outside made harmless to look at: it may not steer the page or the one who reads."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

# Controls, marks that turn the direction of writing, halves of characters, private signs.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff"
    "\ud800-\udfff]"
)
_WEB = frozenset({"http", "https"})


def tame_text(text: str) -> str:
    """The text without what is not seen, with a sign for what is no character.

    >>> tame_text("停\\u202e航\\x00\\ud800")
    '停航�'
    """
    return _ODD.sub(_replace, text)


def _replace(odd: re.Match[str]) -> str:
    return "\ufffd" if unicodedata.category(odd.group()) in ("Cs", "Cn") else ""


@cache
def tame_address(address: str) -> str:
    """The address if it leads to a page of the web; else nothing, so that it is no link.

    >>> tame_address("https://example.org/a"), tame_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return tame_text(address) if parts.scheme in _WEB and parts.netloc else ""
