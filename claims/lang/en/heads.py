"""What the noun at the head of an unnamed speaker's phrase tells: officials, a source."""

from __future__ import annotations

import re

from claims.lang.base import Phrase, PhraseKind
from claims.lang.en.bodies import read_affiliation, read_employer
from claims.lang.en.naming import is_capital
from claims.lang.en.nouns import nouns, singular, tail_in

# The type of an unnamed speaker by the rank of the office or trade; a person otherwise.
TYPES = {"office": "official", "press": "reporter"}


def unnamed(
    text: str, head: str, body: Phrase | None, gender: str = "any", many: bool = False
) -> Phrase:
    """An unnamed speaker: the noun at the head of the phrase, and the body before it."""
    entry = nouns().unnamed.get(head)
    plural = many or bool(entry and entry.get("plural"))
    return Phrase(
        "unnamed", text, role=head, body=body, head=head.rsplit(maxsplit=1)[-1], what=type_of(head),
        words=content_words(text), number="many" if plural else "one", gender=gender,
    )  # fmt: skip


def type_of(head: str) -> str:
    """Of what type an unnamed speaker is; empty where the noun does not tell."""
    if entry := nouns().unnamed.get(head) or nouns().unnamed.get(
        head.rsplit(maxsplit=1)[-1] if head else ""
    ):
        return str(entry.get("what") or "")
    role = nouns().role.get(head)
    return TYPES.get(role.get("rank"), "person") if role else ""


def content_words(text: str) -> frozenset[str]:
    """The words by which a later phrase can point back to this one."""
    return frozenset(w for w in re.findall(r"[\w'-]+", text.lower()) if w not in nouns().articles)


def _is_name(words: list[str]) -> bool:
    """Whether words are a name, though the last is a trade too: Lee Painter, Harlow Courier."""
    if len(words) > 1 and words[-1] in nouns().suffix and is_capital(words[-2]):
        return True
    return all(map(is_capital, words)) and (len(words) == 1 or words[0] in nouns().given)


def read_head(text: str) -> Phrase | None:
    """officials, Western diplomats, people: unnamed, and neither new nor pointing back."""
    words = text.split()
    low = [word.lower() for word in words]
    if (type_of(low[-1]) == "person" or words[-1] in nouns().suffix) and _is_name(words):
        return None
    for form in (low, [*low[:-1], singular(low[-1])]):
        size = tail_in(form, nouns().unnamed)
        if size:
            head = " ".join(form[len(form) - size :])
            whole = read_affiliation(words[:-1]) if is_capital(words[len(words) - size]) else None
            if whole and size > 1 and form[-1] in nouns().unnamed:
                head = form[-1]  # U.S.|officials
            body = whole or read_employer(words[: len(words) - size])
            return unnamed(text, head, body, many=form is not low)
        size = tail_in(form, nouns().role)
        if size and form is not low:
            head = " ".join(form[len(form) - size :])
            return unnamed(text, head, read_employer(words[: len(words) - size]), many=True)
    return None


def read_issued(text: str) -> Phrase | None:
    """report, statement: what is said in it, it says."""
    words = text.lower().split()
    n = nouns()
    voice, paper = tail_in(words, n.statement), tail_in(words, n.document)
    size = max(voice, paper)
    if not size:
        return None
    head = " ".join(words[-size:])
    before = text.split()[: len(words) - size]
    kind: PhraseKind = "voice" if voice >= paper else "document"
    return Phrase(kind, text, head=head, body=read_affiliation(before), words=content_words(text))
