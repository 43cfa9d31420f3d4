"""People in running Chinese text: a title with a name after it, a name with a gloss."""

from __future__ import annotations

import re

from claims.lang.base import Word
from claims.lang.zh.phrases import is_personal, name_characters, nouns, parse_phrase

GLOSSED = re.compile(r"[（(]\s?[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’ -]+[）)]")
NAME_TAGS = ("nr", "x", "eng", "nz", "ns", "j")
LONGEST_NAME = 12
BACK = 5


def find_people(text: str, words: list[Word]) -> list[tuple[int, int]]:
    """Where a folded text brings in a person by title and name, or by name and gloss.

    The words are those of the whole text in order; a span holds the title and its body too.

    >>> from claims.lang.zh.script import segment
    >>> text = "法国总理林文昭昨天抵达。作家贝罗（Anna Berro）没有出席。"
    >>> [text[a:b] for a, b in find_people(text, segment(text))]
    ['法国总理林文昭', '作家贝罗（Anna Berro）']
    """
    found: dict[int, tuple[int, int]] = {}
    starts = {word.start: i for i, word in enumerate(words)}
    roles = nouns().role
    for i, word in enumerate(words):
        if word.form in roles:
            end = _name_after(text, words, i + 1)
            if end is not None:
                found[word.end] = (_back(words, i), end)
    for match in GLOSSED.finditer(text):
        begin = _name_before(text, words, starts, match.start())
        if begin is not None and begin not in found:
            title = _back(words, starts[begin]) if begin in starts else begin
            found.setdefault(begin, (title, match.end()))
    return sorted(found.values())


def _name_after(text: str, words: list[Word], first: int) -> int | None:
    """The end of the name that begins with a word; None if none does."""
    end, best = first, None
    while end < len(words) and words[end].end - words[first].start <= LONGEST_NAME:
        word = words[end]
        if word.start != (words[end - 1].end if end else 0):
            break
        if not (_nameable(word) or word.form in nouns().dots):
            break
        end += 1
        if is_personal(text[words[first].start : word.end]) and word.form not in nouns().dots:
            best = word.end
    if best is None:
        return None
    gloss = GLOSSED.match(text, best)
    return gloss.end() if gloss else best


def _nameable(word: Word) -> bool:
    return word.tag.startswith(NAME_TAGS) or (len(word.form) == 1 and word.form in name_characters())


def _name_before(text: str, words: list[Word], starts: dict[int, int], end: int) -> int | None:
    """Where the name that ends before a gloss begins."""
    best = None
    for size in range(2, LONGEST_NAME + 1):
        begin = end - size
        if begin < 0 or not (text[begin].isalpha() or text[begin] in nouns().dots):
            break
        if begin in starts and is_personal(text[begin:end]):
            best = begin
    return best


def _back(words: list[Word], i: int) -> int:
    """Where the bodies and places that stand before a title begin."""
    n = nouns()
    at = i
    while at > 0 and i - at < BACK:
        form = words[at - 1].form
        known = form in n.place or form in n.body or form in n.suffix or form in n.generic or form in n.prefix or form in n.role
        if not known or words[at - 1].end != words[at].start:
            break
        at -= 1
    return words[at].start


def is_title(text: str) -> bool:
    """Whether a text is nothing but titles, bodies and places: 法国总理.

    >>> is_title("法国总理"), is_title("昨天在机场")
    (True, False)
    """
    phrase = parse_phrase(text)
    return bool((phrase.role and not phrase.name) or phrase.kind in ("body", "outlet"))
