"""What a text is, told by its content: a file's name may say anything."""

from __future__ import annotations

import re
from typing import Literal

from claims.read.saved import is_saved

Format = Literal["saved", "html", "jsonl", "text"]

_STARTS_WITH_TAG = re.compile(r"\s*<(?:[a-zA-Z][a-zA-Z0-9-]*[\s>/]|!--|!doctype\b|\?xml\b)", re.I)
_STARTS_WITH_OBJECT = re.compile(r"\s*\{\s*[\"}]")
_BLOCK_END = re.compile(r"</(?:p|div|article|h[1-6]|li|td|body)>", re.I)
_SOME = 3


def tell_format(text: str) -> Format:
    """The format of a text.

    >>> tell_format("<!DOCTYPE html><p>他说。</p>"), tell_format('{"text": "他说。"}')
    ('html', 'jsonl')
    >>> tell_format("他说：“<p> 是一个标签。”")
    'text'
    """
    if is_saved(text):
        return "saved"
    if _STARTS_WITH_OBJECT.match(text):
        return "jsonl"
    if _STARTS_WITH_TAG.match(text) or len(_BLOCK_END.findall(text)) >= _SOME:
        return "html"
    return "text"
