"""The content words of Chinese clauses, in one form for words that mean much the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.lang.listing import Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word

CONTENT = ("n", "v", "a", "j", "i", "l", "z", "eng", "t")
EMPTY_TAGS = frozenset({"ng", "vq"})


def find_terms(words: Sequence[Word]) -> dict[str, str]:
    """The terms of some words with the form in which each first stands, in that order.

    >>> from claims.lang.zh.script import segment
    >>> find_terms(segment("两艘渔船在空袭中被摧毁"))
    {'船只': '渔船', '攻击': '空袭', '破坏': '摧毁'}
    """
    found: dict[str, str] = {}
    for term, form in _terms(words):
        found.setdefault(term, form)
    return found


@lru_cache(maxsize=2)
def deeds(kind: str) -> frozenset[str]:
    """The terms of what one may be blamed for, or those of a kind of it."""
    return frozenset(_synonyms().table.get(word, word) for word in load_words("zh", kind))


def _terms(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    listing, never, empty, passed = _synonyms(), _never(), _empty(), 0
    for at, word in enumerate(words):
        if at < passed:
            continue
        found = listing.find_at(words, at)
        if found is not None and (len(found.form) > 1 or word.tag.startswith(CONTENT)):
            if found.form not in never:
                yield found.value, found.form
            passed = found.last
        elif _is_content(word) and word.form not in empty:
            yield word.form, word.form


def _is_content(word: Word) -> bool:
    long = len(word.form) > 1 and word.form.isalnum()
    return long and word.tag.startswith(CONTENT) and word.tag not in EMPTY_TAGS


@lru_cache(maxsize=1)
def _synonyms() -> Listing[str]:
    return Listing(
        {word: entry.words[0] for entry in load_pack("zh").of("synonym") for word in entry.words}
    )


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Words that many clauses share and no matter is known by."""
    return _never() | load_words("zh", "certainty", "denier", "cue", "frame_end")


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    """Words that are no term even where they have synonyms: 指控 names an account, no matter."""
    return load_words("zh", "light", "account")
