"""Which verb of some English words is finite, and whether it is that of their main part.

A part of speech alone does not tell: signed may be a participle, plans a noun. The words around it
do: who has it done, what it is done to, the auxiliary before it. Every finite verb bears the word
that makes its clause a part of another, where one does: who, because, that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import lemminflect

from claims.lang.assembly import load_class
from claims.lang.packs import load_words
from claims.lang.words import Word

NAME, NOUN, VERB, ADVERB, PRONOUN, ARTICLE = "nr", "n", "v", "d", "r", "u"
NOMINAL = frozenset({NAME, NOUN, PRONOUN, "m"})
SUBJECT = frozenset({ARTICLE, NAME, NOUN, "a", "m"})  # what a subject is made of
OPENING_NOUN = frozenset({ARTICLE, PRONOUN, NAME, "m"})  # what begins an object: signed|the deal
ATTRIBUTIVE = frozenset({ARTICLE, "a", "m", "p"})  # before a participle: the|stolen car
QUOTES = {"“": "”", "‘": "’", '"': '"'}
WRAPPING = frozenset("“”‘’\"'()[]")
MODAL_FORMS = load_class("en", "modal_form")
HAVING = load_class("en", "having")
BEING = load_class("en", "being")
UNFINISHED = load_class("en", "unfinished")
CONTRACTED = load_class("en", "contracted")
NEGATIVE = load_class("en", "negative")
PLURAL = load_class("en", "plural_subject")
RELATIVE = load_class("en", "relative")
QUESTION = load_class("en", "question")
THAT = "that"
HINGED = load_class("en", "hinged")
LOOSE = load_class("en", "loose")
CONTRASTING = load_class("en", "contrasting")
BEFORE_MONTH = load_class("en", "before_month")


class Verb(NamedTuple):
    """A finite verb among words: from its auxiliary to its last word, and whose it is.

    `opener` is the place of the word that makes its clause a part of another, -1 where it is the
    main verb. `sure` where it can be nothing but a finite verb, `guessed` where only the want of
    another tells that it is one and no plural: the ferry|stops.
    """

    first: int
    last: int
    opener: int
    sure: bool
    guessed: bool = False


def find_verbs(core: Sequence[Word]) -> tuple[Verb, ...]:
    """The finite verbs of some words, in their order.

    >>> from claims.lang.en.script import segment
    >>> words = segment("the man who stole it has not signed because he was ill")
    >>> [([w.form for w in words[v.first:v.last]], v.opener < 0) for v in find_verbs(words)]
    [(['stole'], False), (['has', 'not', 'signed'], True), (['was'], False)]
    >>> [one.guessed for one in find_verbs(segment("the ferry stops at the pier"))]
    [True]
    """
    found: list[Verb] = []
    waiting: list[int] = []  # openers whose verb is still to come
    at = 0
    while at < len(core):
        if _opens_clause(core, at):
            waiting.append(at)
        verb = _verb_at(core, at)
        if verb is None:
            at += 1
            continue
        found.append(verb._replace(opener=waiting.pop() if waiting else -1))
        at = verb.last
    kept = list(_settled(core, found))
    if all(verb.opener >= 0 for verb in kept):
        waiting.append(-1)
    for opener in waiting:
        if opener < 0 or core[opener].form in HINGED - LOOSE:
            kept += _guess(core, opener)
    return tuple(sorted(kept))


@lru_cache(maxsize=65536)
def inflections(form: str) -> frozenset[str]:
    """The forms of verbs that a word can be, as VBD.

    >>> sorted(inflections("signed")), sorted(inflections("went"))
    (['VBD', 'VBN'], ['VBD'])
    """
    lemmas = lemminflect.getAllLemmas(form, upos="VERB").get("VERB", ())
    found = {
        tag
        for lemma in lemmas
        for tag, forms in lemminflect.getAllInflections(lemma, upos="VERB").items()
        if form in forms
    }
    if "VBD" in found and form.endswith("ed"):
        found.add("VBN")  # of regular verbs it lists the one form once
    if "VB" in found:
        found.add("VBP")
    return frozenset(found)


def _guess(core: Sequence[Word], opener: int) -> Iterator[Verb]:
    """The first word that can be the missing verb behind an opener, tagged as a plural though."""
    for at in range(opener + 2, len(core)):
        if core[at].tag == NOUN and _follows_subject(core, at, opener) and _may_end(core, at):
            yield Verb(at, at + 1, opener, False, True)
            return


def _follows_subject(core: Sequence[Word], at: int, opener: int) -> bool:
    """Whether a form as lies stands behind a subject in the singular: the town|lies.

    A name without an article is one only before a purpose: Moscow|plans to sell, Russian|strikes.
    """
    last, first = core[at - 1], at - 1
    if last.tag not in {NOUN, NAME} or "VBZ" not in inflections(core[at].form):
        return False
    if last.tag == NOUN and (last.form in PLURAL or last.form.endswith("s")):
        return False
    while first > opener + 1 and core[first].tag != ARTICLE:
        if core[first - 1].tag not in SUBJECT and core[first - 1].form != "'s":
            break
        first -= 1
    before = core[first - 1] if first else None
    free = before is None or first == opener + 1 or before.tag == "t"
    if not free and (before is None or before.form not in load_words("en", "coordinator")):
        return False
    return core[first].tag == ARTICLE or (last.tag == NAME and _aims(core, at))


def _may_end(core: Sequence[Word], at: int) -> bool:
    """Whether what follows suits a verb; a word for an account is one only before a purpose."""
    if _aims(core, at):
        return True
    follows = at + 1 == len(core) or core[at + 1].tag in {"p", "a", ADVERB, VERB}
    return follows and core[at].form not in load_words("en", "account")


def _aims(core: Sequence[Word], at: int) -> bool:
    """Whether a purpose follows a word: plans|to move."""
    return at + 2 < len(core) and core[at + 1].form == "to" and core[at + 2].tag == VERB


def _settled(core: Sequence[Word], verbs: list[Verb]) -> Iterator[Verb]:
    """The verbs without participles taken for them, each with its right opener.

    One that may be a participle, before another with nothing to join the two, is one: the men
    arrested there were freed. A loose opener before the only verb is a preposition: after the flood
    the town was poor.
    """
    joined = [i for i, word in enumerate(core) if word.form in load_words("en", "coordinator")]
    kept: list[Verb] = []
    later: Verb | None = None  # the next main verb
    for verb in reversed(verbs):
        doubtful = not verb.sure and verb.opener < 0 and later is not None and later.sure
        until = later.first if later is not None else len(core)
        if verb.opener < 0:
            later = verb
        if not doubtful or bisect_right(joined, verb.first) < bisect_left(joined, until):
            kept.append(verb)
    kept.reverse()
    if any(verb.opener < 0 for verb in kept):
        return iter(kept)
    loose = [v for v in kept if core[v.opener].form in LOOSE and v.opener > 0]
    return iter([v._replace(opener=-1) if v in loose[-1:] else v for v in kept])


def _opens_clause(core: Sequence[Word], at: int) -> bool:
    """Whether a word makes a part of another clause of what follows: who, because, that."""
    form = core[at].form
    if form == THAT:
        if at == 0 or at + 1 == len(core):
            return False
        before = core[at - 1]
        bound = before.tag in {NOUN, NAME, VERB, "a", ADVERB, PRONOUN} or before.form in QUOTES
        return bound and core[at - 1].form not in BEING
    if form in RELATIVE or form in QUESTION:
        return at + 1 < len(core)
    if form in LOOSE and at + 1 < len(core):
        return _has_subject(core, at + 1)
    if form in CONTRASTING:
        return at > 0
    return form in HINGED


def _has_subject(core: Sequence[Word], at: int) -> bool:
    """Whether a clause may begin at a place: not where a number, a mark or a participle stands."""
    return core[at].tag in {ARTICLE, PRONOUN, NAME, NOUN, "a"}


def _verb_at(core: Sequence[Word], at: int) -> Verb | None:
    """The finite verb that begins at a place."""
    word = core[at]
    before = core[at - 1] if at else None
    form = word.form
    if word.tag == NAME or (before is not None and before.form == "to"):
        return None
    contracted = form == "'s" and before is not None and before.form in CONTRACTED
    if form in MODAL_FORMS | HAVING | BEING or contracted:
        if form in {"may", "might"} and not _is_modal(core, at):
            return None
        return Verb(at, _end_of_group(core, at), -1, True)
    if word.tag not in {VERB, NOUN, "a"} or form in UNFINISHED:
        return None
    sure = _is_finite(core, at)
    return None if sure is None else Verb(at, at + 1, -1, sure)


def _is_modal(core: Sequence[Word], at: int) -> bool:
    """Whether may and might are no month and no strength: in May, the might of an army."""
    before = core[at - 1] if at else None
    after = core[at + 1] if at + 1 < len(core) else None
    if before is not None and before.form in BEFORE_MONTH:
        return False
    return after is None or after.tag != "m"


def _end_of_group(core: Sequence[Word], at: int) -> int:
    """Where the verb ends that an auxiliary begins: may|not|have|been|seen."""
    last = at + 1
    helper = core[at].form
    wants = _wanted(helper)
    while last < len(core):
        word = core[last]
        if word.form in NEGATIVE or (word.tag == ADVERB and word.form not in {"out", "up", "away"}):
            last += 1
        elif word.form in {"be", "been", "being", "have"}:
            wants, last = _wanted(word.form), last + 1
        else:
            takes = word.tag not in {ARTICLE, PRONOUN, NAME, "p", "c", "m", "w"}
            return last + (takes and bool(inflections(word.form) & wants))
    return last


def _wanted(helper: str) -> frozenset[str]:
    """The forms of a verb that may follow an auxiliary."""
    if helper in HAVING | {"have"}:
        return frozenset({"VBN"})
    if helper in MODAL_FORMS:
        return frozenset({"VB"})
    return frozenset({"VBN", "VBG"})


def _is_finite(core: Sequence[Word], at: int) -> bool | None:
    """Whether a word is a finite verb by itself: surely, perhaps (None where it is not)."""
    word, forms = core[at], inflections(core[at].form)
    before = _before(core, at)
    after = core[at + 1] if at + 1 < len(core) else None
    object_follows = after is not None and (after.tag in OPENING_NOUN or after.form == THAT)
    if not forms & {"VBD", "VBZ", "VBP"}:
        return None
    if before is not None and (before.tag in ATTRIBUTIVE or before.form == "to"):
        adjacent = at > 0 and core[at - 1] is before
        if adjacent and not (before.tag == ARTICLE and before.form == "that"):
            return None
    personal = before is not None and before.tag == PRONOUN
    if "VBD" in forms:
        return _is_past(core, at, forms, object_follows, personal)
    if word.tag != VERB and not (personal or object_follows):
        return None
    if "VBZ" in forms:
        noun = NOUN in _parts(word.form)
        return personal or not noun or (object_follows and at > 0)
    if before is None:
        return None
    many = before.form in PLURAL or (before.tag in {NOUN, NAME} and before.form.endswith("s"))
    return True if many and (word.tag == VERB or personal or object_follows) else None


def _is_past(
    core: Sequence[Word], at: int, forms: frozenset[str], object_follows: bool, personal: bool
) -> bool | None:
    """Whether a form of the past is finite: it may be a participle, or a noun (cut, hit)."""
    word = core[at]
    after = core[at + 1] if at + 1 < len(core) else None
    told = at > 0 and core[at - 1].tag in NOMINAL and "VBN" not in forms  # wages|fell
    if word.tag != VERB and not (personal or object_follows or told):
        return None
    if "VBN" not in forms or personal:
        return True
    if at and core[at - 1].tag == VERB and not object_follows:
        return None  # left|stranded
    if after is not None and after.form == "by":
        return None
    return object_follows


def _before(core: Sequence[Word], at: int) -> Word | None:
    """The word before a place, adverbs passed over."""
    while at and (core[at - 1].tag == ADVERB or core[at - 1].form in NEGATIVE):
        at -= 1
    return core[at - 1] if at else None


@lru_cache(maxsize=65536)
def _parts(form: str) -> frozenset[str]:
    """Whether a word can be a noun or an adjective."""
    names = {"NOUN": NOUN, "ADJ": "a"}
    return frozenset(names[one] for one in lemminflect.getAllLemmas(form) if one in names)
