"""The words of folded Chinese text, as the segmenter parts them."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from claims.lang.keeping import keep_read
from claims.lang.packs import load_pack
from claims.lang.words import Word

# The kinds of nouns that the segmenter is told, with the part of speech of each.
OWN_WORDS = {
    "role": "n",
    "anonymous": "n",
    "medium": "n",
    "body": "nt",
    "generic": "nt",
    "country": "ns",
    "known_name": "nr",
}
_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|(?<![\d.,])\d+\.\d+(?![.\d])"
)
ADVERB, VERB = "d", "v"
SHORT = 32  # characters of a phrase that may come again
RARE = 5  # how often such a word is taken to occur in the segmenter's own corpus


@lru_cache(maxsize=1)
def _segmenter() -> rjieba.Jieba:
    """The segmenter, which also knows the pack's nouns that its own dictionary lacks."""
    segmenter = rjieba.Jieba()
    pack = load_pack("zh")
    for kind, tag in OWN_WORDS.items():
        for word in (word for entry in pack.of(kind) for word in entry.words):
            if len(word) > 1 and word.isalpha() and not segmenter.has_word(word):
                segmenter.add_word(word, RARE, tag)
    return segmenter


@lru_cache(maxsize=1)
def _parted() -> frozenset[str]:
    """Words of the segmenter that are an adverb and a verb: 却|说."""
    return frozenset(word for entry in load_pack("zh").of("parted") for word in entry.words)


def segment(text: str) -> tuple[Word, ...]:
    """The words of a folded text, white space aside; unknown names stay single characters.

    A number with commas in it is one word.

    >>> [word.form for word in segment("外长表示，会谈顺利。")]
    ['外长', '表示', '，', '会谈', '顺利', '。']
    >>> [word.form for word in segment("共有1,200人")]
    ['共有', '1,200', '人']
    """
    return _words(text)


def _cut(text: str) -> tuple[Word, ...]:
    words: list[Word] = []
    at, parted = 0, _parted()
    for form, tag in _segmenter().tag(text, False):
        end = at + len(form)
        if form in parted:
            words.append(Word(at, at + 1, form[0], ADVERB))
            words.append(Word(at + 1, end, form[1:], VERB))
        elif not form.isspace():
            words.append(Word(at, end, form, tag))
        at = end
    return _join_numbers(text, words)


def _join_numbers(text: str, words: list[Word]) -> tuple[Word, ...]:
    """The words with each number that has commas or a point in it as one: 1|,|200."""
    starts = {match.start(): match.end() for match in _NUMBER.finditer(text)}
    if not starts:
        return tuple(words)
    joined: list[Word] = []
    i = 0
    while i < len(words):
        end = starts.get(words[i].start, -1)
        last = next((k for k in range(i, len(words)) if words[k].end >= end), i) if end > 0 else i
        if words[last].end == end:
            joined.append(Word(words[i].start, end, text[words[i].start : end], "m"))
            i = last + 1
        else:
            joined.append(words[i])
            i += 1
    return tuple(joined)


_words = keep_read(_cut, SHORT)
