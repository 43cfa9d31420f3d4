"""How sure a Chinese clause is made to sound, and whether it denies.

Only words of the clause's own predicate count: what stands before 的 in an attribute of a noun,
behind the main verb, is no part of it (突出了[不得不讨论的]问题).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.lang.base import Modality
from claims.lang.certainty import ORDER, choose_degree
from claims.lang.listing import Listed, Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word

ATTRIBUTIVE = "的"
MAIN = frozenset({"v"})
ADVERBIAL = frozenset({"d", "c"})
ASPECTS = frozenset("了过着")
QUOTES = frozenset("“”‘’「」『』\"'《》")
PARTICLES = frozenset("不没未无")
DENIABLE = frozenset({"v", "a", "d", "vn", "ad"})


def read_modality(words: Sequence[Word], cue: str = "") -> Modality:
    """How a clause is meant: its certainty, with the word that says so, and whether it denies.

    `cue` are the folded words of report that it stands under.

    >>> from claims.lang.zh.script import segment
    >>> one = read_modality(segment("大桥很可能不会在今年通车"))
    >>> one.certainty, one.word, one.negated, one.denier
    ('probable', '很可能', True, '不会')
    """
    plain = [word for word in words if word.form not in QUOTES]
    certainty, word, carries = _certainty(plain, cue)
    denier = next(_deniers(plain), "")
    return Modality(certainty, word, bool(denier), denier, carries)


def _certainty(words: Sequence[Word], cue: str) -> tuple[str, str, bool]:
    """The degree, the word that says so, and whether it holds on in the next clause."""
    hits = [hit for hit in _degrees().find(words) if _counts(words, hit)]
    return choose_degree(hits, _of_cue(cue), load_words("zh", "carrying"))


@lru_cache(maxsize=1024)
def _of_cue(cue: str) -> tuple[str, str] | None:
    found = ((word, degree) for word, degree in _cue_degrees() if word in cue)
    return next(((degree, word) for word, degree in found), None)


def _counts(words: Sequence[Word], hit: Listed[str]) -> bool:
    if hit.form in load_words("zh", "possibility"):
        existing = load_words("zh", "existing")
        return any(word.form in existing for word in words[: hit.first])
    if hit.value in ORDER and _is_linked(words, hit.last):
        return False
    return not _in_attribute(words, hit.first, hit.last)


def _is_linked(words: Sequence[Word], last: int) -> bool:
    """Whether one word and 的 follow: 可能|有用|的|方案."""
    return last + 2 < len(words) and words[last + 1].form == ATTRIBUTIVE


def _in_attribute(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words stand in an attribute of a noun: 的 comes after them, a main verb before.

    Words that only one more parts from 的 stand in one as well where they are an adverb (未|证实|的
    说法) or where a verb comes behind the noun: 没有|签字|的厂长已经离开. A linking verb is no
    adverb: 失主并非|船长|的妹妹 denies.
    """
    linked = [i for i in range(last, len(words) - 1) if words[i].form == ATTRIBUTIVE]
    if not linked:
        return False
    behind = any(word.tag in MAIN for word in words[linked[0] + 2 :])
    links = words[first].form in load_words("zh", "linking")
    close = linked[0] == last + 1 and (behind or (words[first].tag in ADVERBIAL and not links))
    return close or any(_is_main(words, i) for i in range(first))


def _is_main(words: Sequence[Word], i: int) -> bool:
    followed = i + 1 < len(words) and words[i + 1].form in ASPECTS
    return words[i].tag in MAIN and (followed or words[i].form in load_words("zh", "existing"))


def _deniers(words: Sequence[Word]) -> Iterator[str]:
    """The words that deny, in their order."""
    untrue = {hit.first: hit for hit in _untrue().find(words)}
    passed = {i for hit in _harmless().find(words) for i in range(hit.first, hit.last)}
    for at, word in enumerate(words):
        hit = untrue.get(at)
        if hit is not None and not _describes(words, hit):
            yield hit.form
        elif at not in passed and _denies(word) and not _in_attribute(words, at, at + 1):
            yield word.form


def _describes(words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether a word of untruth describes a noun: 虚假|信息, or stands in an attribute."""
    noun = any(word.tag.startswith("n") for word in words[hit.last : hit.last + 1])
    return noun or _in_attribute(words, hit.first, hit.last)


def _denies(word: Word) -> bool:
    if word.form in load_words("zh", "denier"):
        return True
    return word.form[0] in PARTICLES and len(word.form) > 1 and word.tag in DENIABLE


@lru_cache(maxsize=1)
def _degrees() -> Listing[str]:
    return Listing(
        {w: entry.get("degree") for entry in load_pack("zh").of("certainty") for w in entry.words}
    )


@lru_cache(maxsize=1)
def _cue_degrees() -> tuple[tuple[str, str], ...]:
    return tuple(
        (word, entry.get("degree"))
        for entry in load_pack("zh").of("cue_certainty")
        for word in entry.words
    )


@lru_cache(maxsize=1)
def _untrue() -> Listing[str]:
    return Listing(dict.fromkeys(load_words("zh", "untrue"), ""))


@lru_cache(maxsize=1)
def _harmless() -> Listing[str]:
    """What looks like a denial and is none."""
    return Listing(dict.fromkeys(load_words("zh", "not_denying"), ""))
