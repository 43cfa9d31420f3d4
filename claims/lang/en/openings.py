"""How an English clause opens: with a condition, or with words that only join it to the one before.

What only joins is no part of what a clause claims. A condition stays with the clause that it hangs
on, whether it opens that clause or comes behind its main part.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.lang.assembly import load_class
from claims.lang.en.verbs import (
    ARTICLE,
    BEING,
    CONTRASTING,
    NAME,
    NOUN,
    OPENING_NOUN,
    PRONOUN,
    THAT,
)  # fmt: skip
from claims.lang.listing import Listing
from claims.lang.packs import load_words
from claims.lang.words import Word

BARE = load_class("en", "bare_condition")
DOUBTING = load_class("en", "doubting")


@cache
def entries(kind: str) -> Listing[str]:
    """The words that the pack lists of a kind, to be found among words.

    >>> from claims.lang.en.script import segment
    >>> [one.form for one in entries("condition").find(segment("it is safe as long as it snows"))]
    ['as long as']
    """
    return Listing(dict.fromkeys(load_words("en", kind), ""))


def starts(core: Sequence[Word], kind: str) -> bool:
    """Whether words open with a word of a kind.

    >>> from claims.lang.en.script import segment
    >>> starts(segment("thanks to the dam"), "framing"), starts(segment("the dam"), "framing")
    (True, False)
    """
    return bool(core) and entries(kind).find_at(core, 0) is not None


def opens_condition(core: Sequence[Word]) -> bool:
    """Whether words open with a condition: if, unless, should the river rise.

    >>> from claims.lang.en.script import segment
    >>> [opens_condition(segment(t)) for t in ("should the river rise", "the river should rise")]
    [True, False]
    """
    if starts(core, "condition"):
        return True
    return len(core) > 2 and core[0].form in BARE and core[1].tag in OPENING_NOUN


def holds_condition(core: Sequence[Word]) -> bool:
    """Whether a condition comes behind the main part: the town is cleared|if the river rises.

    >>> from claims.lang.en.script import segment
    >>> [holds_condition(segment(f"it is {one} if it rains")) for one in ("shut", "sure")]
    [True, False]
    """
    for hit in entries("condition").find(core):
        if hit.first == 0:
            continue
        doubted = core[hit.first - 1].form in DOUBTING or core[hit.first - 1].form in BEING
        if core[hit.first].tag == "c" and hit.form != "whether or not" and not doubted:
            return True
        if hit.last - hit.first > 1 and hit.form != "regardless of":
            return True
    return False


def unjoined(core: Sequence[Word]) -> Sequence[Word]:
    """Words without what joins them to the clause before.

    >>> from claims.lang.en.script import segment
    >>> [word.form for word in unjoined(segment("but if it rains"))]
    ['if', 'it', 'rains']
    """
    at = 0
    while at + 1 < len(core) and core[at].form in {"and", "but", "yet", "so", "or"}:
        at += 1
    return core[at:]


def count_joining(words: Sequence[Word]) -> int:
    """How many words at the beginning only join what follows to the clause before.

    >>> from claims.lang.en.script import segment
    >>> [count_joining(segment(t)) for t in ("and that the dam holds", "that claim is false")]
    [2, 0]
    """
    at, listing = 0, entries("joining")
    while at + 1 < len(words):
        hit = listing.find_at(words, at)
        if hit is None or hit.last >= len(words) or not _only_joins(words, at, hit.last):
            return at
        at = hit.last
    return at


def _only_joins(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a joining word is not one of the clause itself: that|claim, so|far, still|waters."""
    form, after = words[at].form, words[last]
    if form in CONTRASTING or form in {"and", "but"}:
        return True
    if form == THAT and after.form.startswith("'"):
        return False  # that|'s a lie
    if form == THAT:
        return after.tag in {ARTICLE, PRONOUN, NAME, "m", "a", "p"} or (
            after.tag == NOUN and after.form.endswith("s")
        )
    return form not in load_words("en", "framing") and after.tag in {
        ARTICLE, PRONOUN, NAME, NOUN, "m", "w",
    }  # fmt: skip
