"""Whose account a phrase says it is: the speakers with whose name or description it begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.lang.base import Language
from claims.lang.spotting import spot
from claims.lang.words import Word
from claims.relate.article import Article

LONGEST = 3  # words of a phrase that may name whose account it is


def find_owners(article: Article, words: Sequence[Word], among: Iterable[str]) -> frozenset[str]:
    """The speakers, of some ids, that a phrase begins with the name or description of.

    A phrase that says no more than that the source is unnamed fits all unnamed speakers.
    """
    forms, ids = _owner_words(article, words), frozenset(among)
    named = _find_named(article, forms, ids) or _find_named(article, _untitled(article, forms), ids)
    named = named or _find_meant(article, forms, ids) or _find_of_side(article, forms, ids)
    if named or not _is_unnamed(article, forms):
        return named
    return frozenset(id for id in ids if article.speakers[id].anonymous)


def _find_meant(article: Article, forms: list[str], ids: frozenset[str]) -> frozenset[str]:
    """The speakers whom a possessive can mean by their gender, known by name: her|claim."""
    told = article.pronouns.get(forms[0]) if forms else None
    if told is None or told.person != 3 or told.gender == "any":
        return frozenset()
    return frozenset(id for id in ids if _gender_of(article, id) == told.gender)


def _gender_of(article: Article, id: str) -> str:
    """The gender that the name or the description of a speaker tells."""
    parse, one = article.language.parse, article.speakers[id]
    told = (parse(name).gender for name in (one.name, *(span.text for span in one.mentions)))
    return next((gender for gender in told if gender != "any"), "any")


def _find_of_side(article: Article, forms: list[str], ids: frozenset[str]) -> frozenset[str]:
    """The speakers who speak for the country that an account is said to be of: Norway's|claim."""
    side = article.language.side(forms[0]) if forms else ""
    return frozenset(id for id in ids if side and side in article.sides_of(id))


def names_owner(article: Article, words: Sequence[Word]) -> bool:
    """Whether a phrase says whose account it is, of this article or not: 南国的指控, 工会指控.

    One that points back, or says only that the source is unnamed, does not.
    """
    forms, language = _owner_words(article, words), article.language
    back = language.pointing | article.others
    if not forms or words[0].form in back or _is_unnamed(article, forms):
        return False
    kinds = language.lexicon.kinds.get(forms[0], ())
    known = {"place", "body", "side"} & {*kinds} or language.side(forms[0])
    return bool(known) or (_is_linked(language, words) and len("".join(forms)) > 1)


def _is_linked(language: Language, words: Sequence[Word]) -> bool:
    """Whether a phrase has the form of an account with an owner: X的说法, X's claim, claim by X."""
    before = len(words) > 2 and words[-2].form in language.tags.linkers
    at = find_hanging(language, words)
    owned = any(word.form in language.genitives for word in words[:at])
    return before or owned or any(_brings_owner(language, words, i) for i in (at, at + 1))


def find_hanging(language: Language, words: Sequence[Word]) -> int:
    """The place of the word with which begins what hangs on the noun that a phrase is about.

    The length of the phrase where nothing hangs on it, or the noun stands last as in Chinese.

    >>> from claims.lang import load_language
    >>> english = load_language("en")
    >>> find_hanging(english, english.segment("the claim that the bridge is safe"))
    2
    """
    places = (i for i, word in enumerate(words) if i and word.form in language.hanging)
    return next(places, len(words))


def _owner_words(article: Article, words: Sequence[Word]) -> list[str]:
    """The words that say whose account it is, before its noun or behind: a claim by|the army."""
    language = article.language
    found = _up_to_account(language, words)
    at = find_hanging(language, words)
    if found or at == len(words):
        return found
    behind = next((i for i in (at, at + 1) if _brings_owner(language, words, i)), None)
    return _up_to_account(language, words[behind + 1 :]) if behind is not None else []


def _brings_owner(language: Language, words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].form in language.owning


def _up_to_account(language: Language, words: Sequence[Word]) -> list[str]:
    """The words before the noun of an account, or before what it is about."""
    forms: list[str] = []
    loose = language.pointing | language.articles
    ends = language.about | language.hanging | language.linking | language.accounts.keys()
    for word in words:
        if word.form in ends or len(forms) == LONGEST:
            break
        possessive = "pronoun" in language.lexicon.kinds.get(word.form, ())
        if word.form.isalnum() and (possessive or word.form not in loose):
            forms.append(word.form)
    return forms


def _find_named(article: Article, forms: list[str], ids: frozenset[str]) -> frozenset[str]:
    near = ids & _find_near(article, forms)
    return frozenset(id for id in near if any(_names(forms, name) for name in article.names[id]))


def _untitled(article: Article, forms: list[str]) -> list[str]:
    """The words of a phrase without the offices and trades before a name: 工程师|魏思齐."""
    kinds = article.language.lexicon.kinds
    first = next((i for i, form in enumerate(forms) if "role" not in kinds.get(form, ())), None)
    return forms[first:] if first else []


def _find_near(article: Article, forms: list[str]) -> frozenset[str]:
    """All speakers of whom it can be true that a phrase begins with their name."""
    told = next((form for form in forms[:2] if len(form) > 1), "")
    pairs = {"".join(forms)[:2].lower(), told[:2].lower()}
    return frozenset().union(*(article.called.get(pair, ()) for pair in pairs))


def _names(forms: list[str], name: str) -> bool:
    """Whether a name is what a phrase begins with, or holds its first two words."""
    head = "".join(forms)
    if len(name) < 2 or len(head) < 2:
        return False
    told = [form for form in forms[:2] if len(form) > 1]
    return head.startswith(name) or (bool(told) and all(_has_word(name, form) for form in told))


def _has_word(name: str, form: str) -> bool:
    """Whether a word is one of a name, or a part of it where words are not set apart.

    >>> _has_word("Joséphine Hale", "José"), _has_word("Joann Ann Lee", "Ann")
    (False, True)
    """
    return next(spot(name.lower(), [form.lower()]), None) is not None


def _is_unnamed(article: Article, forms: list[str]) -> bool:
    """Whether words mean an unnamed source and say nothing else of it: 匿名消息来源."""
    kinds = article.language.lexicon.kinds
    if any(form[0].isdigit() for form in forms):
        return False  # 30|人|的说法 counts them
    told = [kinds.get(form, ()) for form in forms]
    return any("unnamed" in one for one in told) and not any(
        {"place", "body"} & {*one} for one in told
    )
