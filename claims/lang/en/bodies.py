"""Bodies, outlets and countries: listed ones, and those that their last noun shows."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lang.base import Phrase, PhraseKind
from claims.lang.en.naming import is_capital, looks_like_name
from claims.lang.en.nouns import nouns, tail_in
from claims.lang.en.script import parts_of_speech
from claims.lang.outlets import outlets_named
from claims.lang.packs import Entry


def read_listed(text: str) -> Phrase | None:
    """A body, an outlet or a country that the lexicons list; a capital stands for its country."""
    n = nouns()
    for form in (text, without_article(text)):
        entry = n.body.get(form)
        if entry:
            kind: PhraseKind = "outlet" if entry.get("kind") == "outlet" else "body"
            return Phrase(
                kind,
                form,
                aliases=_short_of(entry),
                sense=entry.words[0],
                what=entry.get("kind") or "",
            )
        country = n.country.get(form) or n.capital.get(form)
        if country:
            return Phrase("body", form, sense=country.words[0], what="government")
        outlets = outlets_named(form) if is_capital(form) else ()
        if outlets:
            return Phrase("outlet", form, sense=outlets[0].name.en or form, what="outlet")
    return None


def _short_of(entry: Entry) -> tuple[str, ...]:
    short = entry.get("short", ())
    return (short,) if isinstance(short, str) else tuple(short)


def without_article(text: str) -> str:
    """A phrase without its article: the|ministry."""
    return text[4:] if text[:4].lower() == "the " else text


def read_affiliation(before: list[str]) -> Phrase | None:
    """The body or country that stands before a title."""
    n = nouns()
    words = [w for w in before if w.lower() not in n.articles]
    for end in range(len(words), 0, -1):
        for start in range(end):
            form = " ".join(words[start:end])
            if form in n.demonym:
                country = n.demonym[form].words[0]
                return Phrase("body", country, (form,), sense=country, what="government")
            found = read_listed(form)
            if found is None and is_capital(form) and _may_open(words[start:end]):
                found = read_body(form)
            if found is not None:
                return found
    return None


def _may_open(words: list[str]) -> bool:
    """Whether words may be a body's: not Former Harlow Union, nor the first of Foreign Ministry."""
    n, low = nouns(), " ".join(words).lower()
    return low in n.generic or words[0].lower() not in n.role_prefix


def read_employer(before: list[str]) -> Phrase | None:
    """The body or country before a title, or what else has a name there: Harlow|Mayor."""
    n = nouns()
    words, whole = list(before), " ".join(before)
    if whole in n.place - n.demonym.keys() and read_listed(whole) is None:
        return Phrase("body", whole)  # New York, whose first word is no prefix
    found = read_affiliation(before)
    while words and words[0].lower() in (n.articles | n.role_prefix.keys()):
        words.pop(0)
    while words and (size := tail_in([w.lower() for w in words], n.role_prefix)):
        del words[-size:]
    if found or not words or not all(map(is_capital, words)) or words[0] in n.not_name:
        return found
    if len(words) == 1 and parts_of_speech(words[0].lower()):
        return None  # Local resident
    return Phrase("body", " ".join(words))


def read_body(text: str) -> Phrase | None:
    """A body that its last noun shows, or a word of capitals: Harbor Workers Union, HWU."""
    form = without_article(text)
    words = form.split()
    low = [word.lower() for word in words]
    n = nouns()
    if " ".join(low) in n.generic:
        return Phrase(
            "body",
            form.lower(),
            head=low[-1],
            what=n.generic[" ".join(low)].get("kind") or "government",
        )
    first = re.split(r"\s(?:of|for|on)\s(?:the\s)?(?=[A-Z])", form)[0].split()
    for part in (words, first):
        if len(form.split()) > 1 and part and part[-1] in n.suffix and is_capital(part[0]):
            entry = n.suffix[part[-1]]
            kind: PhraseKind = "outlet" if entry.get("kind") == "outlet" else "body"
            return Phrase(kind, form, head=part[-1].lower(), what=entry.get("kind") or "")
    size = tail_in(low, n.generic)
    if size and len(words) > size:
        body = read_affiliation(words[: len(words) - size])
        return Phrase(
            "body",
            form,
            head=low[-1],
            what=n.generic[" ".join(low[-size:])].get("kind") or "government",
            body=body,
        )
    if len(words) == 1 and form.isupper() and 2 <= len(form.replace(".", "")) <= 7:
        return Phrase("body", form)
    return None


def read_apposed(text: str) -> Phrase | None:
    """The name behind a noun that tells of what kind it is: Russian news agency|TASS."""
    n, words = nouns(), without_article(text).split()
    for at in range(1, len(words)):
        name, kind = words[at:], tail_in([w.lower() for w in words[:at]], n.generic)
        if not kind or is_capital(words[at - 1]) or not all(map(is_capital, name)):
            continue
        found = read_listed(" ".join(name)) or read_body(" ".join(name))
        if found is not None:
            return found
        entry = n.generic[" ".join(words[at - kind : at]).lower()]
        if name[0] not in n.not_name:
            return Phrase("body", " ".join(name), head=words[at - 1], what=entry.get("kind") or "")
    return None


def read_side(text: str) -> Phrase | None:
    """the Russian side, the Lee camp."""
    words = text.split()
    low = [word.lower() for word in words]
    size = tail_in(low, nouns().side)
    before = words[: len(words) - size]
    if not size or not before:
        return None
    whole = read_affiliation(before)
    if whole is None and looks_like_name(before) and not nouns().side[low[-1]].get("alone"):
        return Phrase("body", text, head=low[-1], what="organisation",
                      body=Phrase("person", " ".join(before)))  # fmt: skip
    return replace(whole, name=text) if whole else None


def read_country(text: str) -> Phrase | None:
    """The French: those called after a country."""
    entry = nouns().demonym.get(without_article(text))
    return Phrase("body", text, sense=entry.words[0], what="government") if entry else None
