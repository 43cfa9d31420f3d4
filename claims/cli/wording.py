"""Plain words for what the checks of types and values say."""

from __future__ import annotations

import re

_PLAIN = {
    r"(?:Value error|Assertion failed), (?P<what>.*)": r"\g<what>",
    r"Input should be greater than or equal to (?P<least>\S+)": r"it must be \g<least> or more",
    r"Input should be less than or equal to (?P<most>\S+)": r"it must be \g<most> or less",
    r"Input should be a valid (?:integer|number).*": "it must be a number",
    r"Input should be a valid string.*": "it must be text",
    r"Input should be a valid (?:list|tuple|array).*": "it must be a list",
    r"Input should be (?:a valid dictionary|an object|a valid mapping).*": "it must be an object",
    r"Input should be a valid boolean.*": "it must be true or false",
    r"Input should be (?P<what>.*)": r"it must be \g<what>",
    r"Field required": "it is missing",
    r"Extra inputs are not permitted": "no such field is known",
}


def say_plainly(message: str) -> str:
    """What is wrong with a value, without the wording of the library that checked it.

    >>> say_plainly("Value error, 'sure' is not one of 'certain', 'possible'")
    "'sure' is not one of 'certain', 'possible'"
    >>> say_plainly("Input should be greater than or equal to 0"), say_plainly("it is closed")
    ('it must be 0 or more', 'it is closed')
    """
    for pattern, plain in _PLAIN.items():
        if hit := re.fullmatch(pattern, message, re.S):
            return hit.expand(plain)
    return message
