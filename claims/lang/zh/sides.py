"""The side that a Chinese word stands for: 印军, 印方 and 印度军方 are India's."""

from __future__ import annotations

from functools import lru_cache

from claims.lang.packs import load_pack, load_words

SIDE = "方"
LONGEST = 4  # characters of a word that opens with the short form of a country


@lru_cache(maxsize=8192)
def find_side(word: str) -> str:
    """The country or place that a word names or belongs to; empty where none is told.

    >>> [find_side(word) for word in ("印度军方", "印方", "美军", "港口", "新方", "新总理")]
    ['印度', '印度', '美国', '', '新加坡', '']
    """
    names, shorts = _names()
    for size in range(len(word), 1, -1):
        if word[:size] in names:
            return names[word[:size]]
    short, tail = word[:1], word[1:]
    if word in load_words("zh", "not_side") or len(word) > LONGEST:
        return ""
    plain = short in load_words("zh", "plain_short") and tail != SIDE
    return shorts.get(short, "") if tail in load_words("zh", "side_tail") and not plain else ""


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], dict[str, str]]:
    names, shorts = dict[str, str](), dict[str, str]()
    for entry in load_pack("zh").of("country"):
        name = entry.words[0]
        for word in (*entry.words, *entry.get("capital", ())):
            if len(word) > 1:
                names.setdefault(word, name)
        if entry.get("short"):
            shorts.setdefault(entry.get("short"), name)
    for entry in load_pack("zh").of("body"):
        for word in entry.words if entry.get("country") else ():
            names.setdefault(word, entry.get("country"))
    return names, shorts
