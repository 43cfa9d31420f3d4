"""Texts as rows of words that an index holds, so that two characters of Chinese are found too.

Chinese is parted into each two neighbouring characters: 空袭地点 is 空袭 袭地 地点 and, at its end,
点. Both scripts and widths are one; other languages have their words in small letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from operator import add
from typing import NamedTuple

from claims.lang import load_fold

# By what the words are parted: an index that was made by anything else is made anew.
INDEXED_BY = f"1, OpenCC {version('opencc')}, Unicode {unicodedata.unidata_version}"

_HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_HAN}]+|(?:(?![{_HAN}])[^\W_])+")
_IS_HAN = re.compile(rf"[{_HAN}]")


class Token(NamedTuple):
    """One word of the index, and where it stands in the text."""

    start: int
    end: int
    form: str


def part(text: str) -> Iterator[Token]:
    """The words of a text as the index has them.

    >>> [one.form for one in part("空襲地點 in Ａleppo")]
    ['空袭', '袭地', '地点', '点', 'in', 'aleppo']
    """
    folded = _fold()(text)
    for run in _RUN.finditer(folded):
        if _IS_HAN.match(run.group()):
            yield from _pair(folded, *run.span())
        else:
            yield Token(*run.span(), run.group().casefold())


def _pair(text: str, start: int, end: int) -> Iterator[Token]:
    for at in range(start, end):
        last = min(at + 2, end)
        yield Token(at, last, text[at:last])


def join_tokens(text: str) -> str:
    """The words of a text with blanks between them, as the index takes them.

    >>> join_tokens("空襲地點")
    '空袭 袭地 地点 点'
    """
    found: list[str] = []
    for run in _RUN.findall(_fold()(text)):
        if _IS_HAN.match(run):
            found.extend(map(add, run, run[1:]))
            found.append(run[-1])
        else:
            found.append(run.casefold())
    return " ".join(found)


def write_query(words: str) -> str:
    """What is asked of the index: all of the words, each as it stands; empty where there are none.

    >>> write_query("空襲 Aleppo-2"), write_query("桥"), write_query("!")
    ('"空袭" AND "aleppo 2"', '"桥" *', '')
    """
    return " AND ".join(filter(None, map(_write_phrase, words.split())))


def _write_phrase(word: str) -> str:
    tokens = [token.form for token in part(word)]
    if not tokens:
        return ""
    # The last character stands alone in the index only where its row of characters ends.
    single = len(tokens[-1]) == 1 and _IS_HAN.match(tokens[-1])
    if single and len(tokens) > 1 and len(tokens[-2]) == 2 and tokens[-2][1] == tokens[-1]:
        return f'"{" ".join(tokens[:-1])}"'
    return f'"{" ".join(tokens)}"' + " *" * bool(single)


def fold_name(name: str) -> str:
    """A name in the form in which names are compared.

    >>> fold_name(" 內塔尼亞胡 "), fold_name("John  KIRBY")
    ('内塔尼亚胡', 'john kirby')
    """
    return " ".join(_fold()(name).casefold().split())


@cache
def _fold() -> Callable[[str], str]:
    return load_fold("zh")
