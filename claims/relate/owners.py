"""Whose account a phrase says it is: the speakers with whose name or description it begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.lang.words import Word
from claims.relate.article import Article

LONGEST = 3  # words of a phrase that may name whose account it is


def find_owners(article: Article, words: Sequence[Word], among: Iterable[str]) -> frozenset[str]:
    """The speakers, of some ids, that a phrase begins with the name or description of.

    A phrase that says no more than that the source is unnamed fits all unnamed speakers.
    """
    forms, ids = _owner_words(article, words), frozenset(among)
    named = _find_named(article, forms, ids) or _find_named(article, _untitled(article, forms), ids)
    if named or not _is_unnamed(article, forms):
        return named
    return frozenset(id for id in ids if article.speakers[id].anonymous)


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
    linked = len(words) > 2 and words[-2].form in language.tags.linkers
    return bool(known) or (linked and len("".join(forms)) > 1)


def _owner_words(article: Article, words: Sequence[Word]) -> list[str]:
    language, forms = article.language, list[str]()
    for word in words:
        if word.form in language.about or word.form in language.accounts or len(forms) == LONGEST:
            break
        if word.form.isalnum() and word.form not in language.pointing:
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
    pairs = {"".join(forms)[:2], told[:2]}
    return frozenset().union(*(article.called.get(pair, ()) for pair in pairs))


def _names(forms: list[str], name: str) -> bool:
    """Whether a name is what a phrase begins with, or holds its first two words."""
    head = "".join(forms)
    if len(name) < 2 or len(head) < 2:
        return False
    told = [form for form in forms[:2] if len(form) > 1]
    return head.startswith(name) or (bool(told) and all(form in name for form in told))


def _is_unnamed(article: Article, forms: list[str]) -> bool:
    """Whether words mean an unnamed source and say nothing else of it: 匿名消息来源."""
    kinds = article.language.lexicon.kinds
    if any(form[0].isdigit() for form in forms):
        return False  # 30|人|的说法 counts them
    told = [kinds.get(form, ()) for form in forms]
    return any("unnamed" in one for one in told) and not any(
        {"place", "body"} & {*one} for one in told
    )
