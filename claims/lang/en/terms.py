"""The content words of English clauses, by lemma, in one form for words that mean much the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import lemminflect

from claims.lang.en.sides import find_side
from claims.lang.listing import Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word

NAME = "nr"
CONTENT = frozenset({"n", "v", "a", "t", NAME})
UPOS = {"n": "NOUN", "v": "VERB", "a": "ADJ"}
OTHERS = ("VERB", "NOUN", "ADJ")  # in which order a word is looked up that is not of its own part
COURTESY = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr"})


def find_terms(words: Sequence[Word]) -> dict[str, str]:
    """The terms of some words with the form in which each first stands, in that order.

    >>> from claims.lang.en.script import segment
    >>> find_terms(segment("the glaciers in the valleys melted"))
    {'glacier': 'glaciers', 'valley': 'valleys', 'melt': 'melted'}
    """
    found: dict[str, str] = {}
    for term, form in _terms(words):
        found.setdefault(term, form)
    return found


@lru_cache(maxsize=2)
def deeds(kind: str) -> frozenset[str]:
    """The terms of what one may be blamed for, or those of a kind of it."""
    return frozenset(_synonyms().table.get(word, word) for word in load_words("en", kind))


@lru_cache(maxsize=65536)
def lemma(form: str, tag: str = "v") -> str:
    """A word in the form in which it stands in a dictionary.

    >>> lemma("ferries", "n"), lemma("sank"), lemma("worse", "a"), lemma("Oslo", "nr")
    ('ferry', 'sink', 'bad', 'Oslo')
    """
    if tag == NAME or not form.isalpha():
        return form
    known = lemminflect.getAllLemmas(form)
    for upos in (UPOS.get(tag, ""), *OTHERS):
        if upos in known:
            lemmas: tuple[str, ...] = known[upos]
            return lemmas[0]
    return form


def _terms(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    listing, never, empty, passed = _synonyms(), _never(), _empty(), 0
    for at, word in enumerate(words):
        if at < passed:
            continue
        found = listing.find_at(words, at) if word.tag != NAME else None
        if found is not None and (found.last > at + 1 or word.tag in CONTENT):
            if found.form not in never:
                yield found.value, found.form
            passed = found.last
        elif _is_content(word) and word.form not in empty:
            base = lemma(word.form, word.tag)
            if base not in never:
                yield _fold(base, word), word.form


def _fold(base: str, word: Word) -> str:
    """The one term of a word by its lemma: a name without courtesy, a people as its country."""
    if word.tag != NAME:
        return _synonyms().table.get(base, base)
    head, _, rest = base.partition(" ")
    return find_side(base) or (rest if rest and head.lower() in COURTESY else base)


def _is_content(word: Word) -> bool:
    return len(word.form) > 1 and word.form[0].isalpha() and word.tag in CONTENT


@lru_cache(maxsize=1)
def _synonyms() -> Listing[str]:
    return Listing(
        {word: entry.words[0] for entry in load_pack("en").of("synonym") for word in entry.words}
    )


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Words that many clauses share and no matter is known by."""
    return _never() | COURTESY | load_words("en", "certainty", "denier", "cue", "frame_end")


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    """Words that are no term even where they have synonyms: an accusation names an account."""
    return load_words("en", "light", "account", "auxiliary", "modal")
