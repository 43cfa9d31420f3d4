"""How sure an English clause is made to sound, and whether it denies.

Only words of the clause's own predicate count: not those of a relative clause, of a reason or a
condition (the man who did not sign has left), nor what describes a noun (the alleged thief). How
sure it sounds is told in a clause with that as well: it is thought that he may sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from claims.lang.base import Modality
from claims.lang.certainty import choose_degree
from claims.lang.en.openings import entries
from claims.lang.en.terms import lemma
from claims.lang.en.verbs import (
    ARTICLE,
    BEING,
    HINGED,
    MODAL_FORMS,
    NAME,
    NEGATIVE,
    NOUN,
    QUESTION,
    THAT,
    VERB,
    WRAPPING,
    Verb,
    find_verbs,
)  # fmt: skip
from claims.lang.listing import Listed, Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.words import Word

LONGEST = 5  # words of an entry of a cue
FREE = MODAL_FORMS | BEING | frozenset({"no", "not", "never", "in", "there", "it"})
# Verbs that tell of their subject what follows: the report is|false, proved|false.
COPULAS = frozenset({"be", "seem", "appear", "prove", "remain", "become", "sound", "look", "call"})
ABILITY = frozenset({"could", "can", "can be", "could be", "could have"})  # could not: was unable
SEEMING = "appear"
STANDING = frozenset({"be", "go", "remain", "leave"})  # before without: the town is|without power


class _Sentence(NamedTuple):
    """The words of a clause with its verbs, and for each place in whose clause it stands.

    A place is in the main clause (0), in one that completes it (1), or in another (2). `held` are
    the places inside of verbs.
    """

    words: Sequence[Word]
    verbs: tuple[Verb, ...]
    depths: tuple[int, ...]
    held: frozenset[int]

    def in_verb(self, at: int) -> bool:
        """Whether a place belongs to a finite verb that is not of another clause."""
        return at in self.held and self.depths[at] < 2

    def before(self, at: int) -> str:
        """The word before a place, adverbs passed over."""
        while at and self.words[at - 1].tag == "d" and self.words[at - 1].form not in NEGATIVE:
            at -= 1
        return self.words[at - 1].form if at else ""

    def tag(self, at: int) -> str:
        return self.words[at].tag if 0 <= at < len(self.words) else ""


def read_modality(words: Sequence[Word], cue: str = "") -> Modality:
    """How a clause is meant: its certainty, with the word that says so, and whether it denies.

    `cue` are the folded words of report that it stands under.

    >>> from claims.lang.en.script import segment
    >>> one = read_modality(segment("the bridge will probably not open this year"))
    >>> one.certainty, one.word, one.negated, one.denier
    ('probable', 'probably', True, 'not')
    """
    plain = [word for word in words if word.form not in WRAPPING]
    sentence = _lay(plain)
    certainty, word, carries = _certainty(sentence, cue)
    denier = next(_deniers(sentence), "")
    return Modality(certainty, word, bool(denier), denier, carries)


def _lay(words: Sequence[Word]) -> _Sentence:
    """The clause with the depth of each of its places."""
    verbs = find_verbs(words)
    ends = {verb.last for verb in verbs}
    depths = [0] * len(words)
    for here, verb in enumerate(verbs):
        if verb.opener < 0:
            continue
        until = verbs[here + 1].first if here + 1 < len(verbs) else len(words)
        if here + 1 < len(verbs) and verbs[here + 1].opener >= 0:
            until = verbs[here + 1].opener
        depth = 1 if _completes(words, ends, verb.opener) else 2
        for at in range(verb.opener, until):
            if words[at].form in {",", "and", "but"} and at >= verb.last and verb.opener == 0:
                break
            depths[at] = max(depths[at], depth)
    held = frozenset(at for verb in verbs for at in range(verb.first, verb.last))
    return _Sentence(words, verbs, tuple(depths), held)


def _completes(words: Sequence[Word], ends: Set[int], opener: int) -> bool:
    """Whether a clause completes the verb or adjective before it: thought|that he signed."""
    form, before = words[opener].form, words[opener - 1] if opener else None
    if form in HINGED:
        return before is not None and form == "if" and before.tag == "a"
    asks = form in QUESTION or form == "whether"
    ended = opener in ends  # it is thought|that
    return asks or (form == THAT and (ended or before is None or before.tag not in {NOUN, NAME}))


# ------------------------------------------------------------------ certainty
def _certainty(sentence: _Sentence, cue: str) -> tuple[str, str, bool]:
    """The degree, the word that says so, and whether it holds on in the next clause."""
    hits = [hit for hit in map(_whole, _degrees().find(sentence.words)) if _counts(sentence, hit)]
    return choose_degree(hits, _of_cue(cue), load_words("en", "carrying"))


def _whole(hit: Listed[str]) -> Listed[str]:
    """An entry without the not at its end, which denies and tells no degree: may|not."""
    form = hit.form.removesuffix(" not")
    if form == hit.form or form not in _degrees():
        return hit
    return Listed(hit.first, hit.last - 1, form, _degrees().table[form])


def _of_cue(cue: str) -> tuple[str, str] | None:
    """The degree that words of report give to all that stands under them, by the longest entry."""
    words, degrees = cue.lower().split(), _cue_degrees()
    for size in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            form = " ".join(words[at : at + size])
            if form in degrees:
                return degrees[form], form
    return None


def _counts(sentence: _Sentence, hit: Listed[str]) -> bool:
    """Whether a word of certainty tells of the clause, and is no noun, no name of a month."""
    words, first, word = sentence.words, hit.first, sentence.words[hit.first]
    if sentence.depths[first] == 2 or (hit.form == "whether" and first):
        return False
    if hit.form in load_words("en", "possibility"):
        existing = load_words("en", "existing")
        return any(one.form in existing for one in words[:first])
    if hit.form in {"may", "might"} | ABILITY:
        denied = hit.last < len(words) and words[hit.last].form in NEGATIVE
        return sentence.in_verb(first) and not (denied and hit.form in ABILITY)
    if word.form in FREE:
        return True
    if lemma(word.form) == SEEMING and sentence.tag(hit.last) == "p":
        return hit.form.endswith(" to") or words[hit.last].form == "to"  # appeared|in court
    if hit.last - first == 1 and _describes_noun(sentence, first):
        return False
    if hit.form == "possible" and sentence.before(first) in {"as", "if", "where", "wherever"}:
        return False
    return sentence.in_verb(first) or not _is_verbal(word)


def _is_verbal(word: Word) -> bool:
    """Whether a word can be a verb, which then must be the verb of its clause: plans to sell."""
    return word.tag == VERB or (word.tag == NOUN and lemma(word.form) != word.form) or (
        word.form in {"plan", "hope", "wish", "desire", "need", "forecast", "seek", "aim", "long"}
    )  # fmt: skip


def _describes_noun(sentence: _Sentence, at: int) -> bool:
    """Whether a word stands before the noun that it describes: the alleged|thief."""
    tag = sentence.tag(at - 1)
    placed = at == 0 or tag in {ARTICLE, "a", "p", "m"} or sentence.words[at - 1].form == "'s"
    adverb = sentence.words[at].form.endswith("ly")
    return placed and sentence.tag(at + 1) in {NOUN, NAME} and not adverb


# ------------------------------------------------------------------ denial
def _deniers(sentence: _Sentence) -> Iterator[str]:
    """The words that deny, in their order."""
    words = sentence.words
    untrue = {hit.first: hit for hit in entries("untrue").find(words)}
    passed = {i for hit in entries("not_denying").find(words) for i in range(hit.first, hit.last)}
    denying = {hit.first: hit for hit in entries("denier").find(words)}
    reached, denied = 0, False
    for at, word in enumerate(words):
        if at < reached or at in passed or sentence.depths[at]:
            continue
        hit = untrue.get(at)
        denied = denied or word.form in NEGATIVE or word.form.endswith("n't")
        if hit is not None and _is_predicate(sentence, hit):
            reached = hit.last
            if not denied:  # not|false denies nothing
                yield hit.form
        elif at in denying and _denies(sentence, denying[at]):
            yield _written(sentence, denying[at])
        elif word.form == "without" and lemma(sentence.before(at)) in STANDING:
            yield word.form


def _denies(sentence: _Sentence, hit: Listed[str]) -> bool:
    """Whether a word that can deny denies the verb of its clause."""
    words, at, form = sentence.words, hit.first, hit.form
    word, before = words[at], words[at - 1] if at else None
    if form in NEGATIVE:
        following = _untrue_at(sentence, hit.last)
        return not following  # not|false denies nothing
    if form.endswith("n't"):
        return not _untrue_at(sentence, hit.last)
    if form == "no" and before is not None and before.tag == "p":
        return False  # with|no warning
    if form in {"no", "none", "neither", "nor"} or word.form in {"no", "not", "never", "none"}:
        return True
    if word.tag == VERB and lemma(word.form) != "be":
        return sentence.in_verb(at)
    if (hit.last - at > 1 and words[hit.last - 1].form == "of") or word.form in {"lack", "failure"}:
        existing = load_words("en", "existing")
        return any(one.form in existing for one in words[:at])
    return not _describes_noun(sentence, at)


def _written(sentence: _Sentence, hit: Listed[str]) -> str:
    """The word that denies; with the verb before it where what something is is denied: is not."""
    words, at = sentence.words, hit.first
    joined = hit.form.endswith("n't") and hit.form != "n't"
    verb = at if joined else at - 1
    last = hit.last
    if verb < 0 or not (joined or hit.form in NEGATIVE):
        return hit.form
    linked = words[verb].form in BEING | {"'s"}
    noun = sentence.tag(last) in {ARTICLE, NAME, "r"} or (
        sentence.tag(last) == NOUN and last not in sentence.held
    )
    if linked and noun:
        apart = words[last - 1].start > words[verb].end
        form = words[verb].form + " " * apart + words[last - 1].form
        return form if form in load_words("en", "linking") else hit.form
    return "n't" if joined else hit.form


def _untrue_at(sentence: _Sentence, at: int) -> bool:
    return at < len(sentence.words) and entries("untrue").find_at(sentence.words, at) is not None


def _is_predicate(sentence: _Sentence, hit: Listed[str]) -> bool:
    """Whether a word of untruth is said of the subject: reports are|false, not false reports."""
    words, first = sentence.words, hit.first
    if words[first].form in BEING or (sentence.in_verb(hit.first) and hit.last - first > 1):
        return True
    if sentence.tag(hit.last) in {NOUN, NAME} and words[hit.last - 1].tag != NOUN:
        return False
    mains = [verb for verb in sentence.verbs if verb.first < first and verb.opener < 0]
    if not sentence.verbs:
        return True
    if not mains:
        return False
    verb = mains[-1]
    linking = any(lemma(word.form) in COPULAS for word in words[verb.first : verb.last])
    near = all(words[i].tag in {"d", ARTICLE, "a", VERB} for i in range(verb.last, first))
    contracted = words[verb.first].form in {"'s", "'re"}
    return (linking or contracted) and near


@lru_cache(maxsize=1)
def _degrees() -> Listing[str]:
    return Listing(
        {w: entry.get("degree") for entry in load_pack("en").of("certainty") for w in entry.words}
    )


@lru_cache(maxsize=1)
def _cue_degrees() -> dict[str, str]:
    """Words of report, each with the degree of the first entry that lists it."""
    found: dict[str, str] = {}
    for entry in load_pack("en").of("cue_certainty"):
        for word in entry.words:
            found.setdefault(word, entry.get("degree"))
    return found
