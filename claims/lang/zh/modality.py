"""How sure a Chinese clause is made to sound, and whether it denies.

Only words of the clause's own predicate count: what stands before 的 in an attribute of a noun,
behind the main verb, is no part of it (突出了[不得不讨论的]问题).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.lang.base import Modality, Word
from claims.lang.listing import Listed, Listing
from claims.lang.packs import load_pack

ATTRIBUTIVE = "的"
MAIN = frozenset({"v"})
ASPECTS = frozenset("了过着")
QUOTES = frozenset("“”‘’「」『』\"'《》")
PARTICLES = frozenset("不没未无")
DENIABLE = frozenset({"v", "a", "d", "vn", "ad"})
POSSIBILITY, EXISTING = (
    "可能性",
    frozenset({"有", "是", "存在", "具有", "属于", "为", "系", "排除"}),
)


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
    denier = next(iter(_deniers(plain)), "")
    return Modality(certainty, word, bool(denier), denier, carries)


def _certainty(words: Sequence[Word], cue: str) -> tuple[str, str, bool]:
    hits = [hit for hit in _degrees().find(words) if _counts(words, hit)]
    demanded = _of_cue(cue)
    if demanded and demanded[0] == "obligation":
        return (*demanded, False)
    for degree in ("almost_certain", "probable", "possible"):
        found = next((hit for hit in hits if hit.value == degree), None)
        if found:
            return degree, found.form, False
    if demanded:
        return (*demanded, False)
    if hits:
        return hits[0].value, hits[0].form, hits[0].form in _carrying()
    return "certain", "", False


def _of_cue(cue: str) -> tuple[str, str] | None:
    found = ((word, degree) for word, degree in _cue_degrees() if word in cue)
    return next(((degree, word) for word, degree in found), None)


def _counts(words: Sequence[Word], hit: Listed[str]) -> bool:
    if hit.form == POSSIBILITY:
        return any(word.form in EXISTING for word in words[: hit.first])
    return not _in_attribute(words, hit.first)


def _in_attribute(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands in an attribute of a noun: 的 comes after it, a main verb before."""
    if not any(word.form == ATTRIBUTIVE for word in words[at + 1 : -1]):
        return False
    return any(_is_main(words, i) for i in range(at)) or _opens_attribute(words, at)


def _is_main(words: Sequence[Word], i: int) -> bool:
    followed = i + 1 < len(words) and words[i + 1].form in ASPECTS
    return words[i].tag in MAIN and (followed or words[i].form in EXISTING)


def _opens_attribute(words: Sequence[Word], at: int) -> bool:
    """Whether 的 follows so soon that only one word of the attribute lies between."""
    return at + 2 < len(words) and words[at + 2].form == ATTRIBUTIVE and at + 3 < len(words)


def _deniers(words: Sequence[Word]) -> Iterator[str]:
    listed = {hit.first: hit for hit in _untrue().find(words)}
    for at, word in enumerate(words):
        if at in listed and not _in_attribute(words, at) and not _qualifies(words, at):
            yield listed[at].form
        elif _denies(word) and not _in_attribute(words, at):
            yield word.form


def _qualifies(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands before a noun that it describes: 虚假|信息."""
    return at + 1 < len(words) and words[at + 1].tag.startswith("n")


def _denies(word: Word) -> bool:
    if word.form in _words("denier"):
        return True
    prefixed = word.form[0] in PARTICLES and len(word.form) > 1 and word.tag in DENIABLE
    return prefixed and word.form not in _words("not_denying")


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
    return Listing(dict.fromkeys(_words("untrue"), ""))


@lru_cache(maxsize=1)
def _carrying() -> frozenset[str]:
    return _words("carrying")


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for entry in load_pack("zh").of(kind) for word in entry.words)
