"""Offices and trades beside a name, where it is not plain which word is which."""

from __future__ import annotations

from claims.lang.base import Phrase
from claims.lang.en.heads import type_of
from claims.lang.en.naming import gender_of, is_capital, looks_like_name, split_suffix
from claims.lang.en.nouns import nouns, tail_in
from claims.lang.en.script import parts_of_speech
from claims.lang.packs import Entry


def is_surname(before: list[str], role: list[str], entry: Entry) -> bool:
    """Whether what looks like a trade is a name: Lee Painter, Harlow Courier; not Harlow Mayor."""
    if before and role[-1] in nouns().suffix and is_capital(before[-1]):
        return True  # the Harlow Courier
    if len(role) > 1 or not role[0][0].isupper() or entry.get("rank") in ("office", "courtesy"):
        return False
    if type_of(role[0].lower()) != "person":
        return False
    return not before or before[-1] in nouns().given


def is_given(role: list[str], before: list[str], after: list[str]) -> bool:
    """Whether what looks like a title is the first of two names: Sergeant|Dean Kohl."""
    titled = bool(before) and tail_in([word.lower() for word in before], nouns().role) > 0
    return len(role) == 1 and role[0] in nouns().given and (titled or not before) and len(after) < 2


def read_trade(text: str) -> Phrase | None:
    """A trade that is not listed before a name: lighthouse keeper|Jens Aune."""
    words = text.split()
    size = next((i for i, word in enumerate(words) if is_capital(word)), len(words))
    if size == 0 and len(words) > 2 and words[1] in nouns().given:
        size = int(words[0] not in nouns().given)
    trade, name = words[:size], words[size:]
    if not trade or len(name) < 2 or not looks_like_name(name):
        return None
    last = trade[-1].lower()
    parts = parts_of_speech(last)
    if (parts and "n" not in parts) or last in nouns().articles:
        return None
    called, aliases = split_suffix(name)
    return Phrase("person", called, aliases, role=" ".join(trade), gender=gender_of(name))


def name_behind_place(text: str) -> list[str]:
    """The name of a person behind that of a place: ambassador to Britain|Wen Lin."""
    words = text.split()
    for size in range(1, min(4, len(words) - 1)):
        if " ".join(words[:size]) in nouns().place and looks_like_name(words[size:]):
            return words[size:]
    return []


def role_of(words: list[str], entry: Entry) -> str:
    """The words of a title that tell an office or a trade; a courtesy tells none."""
    return "" if entry.get("rank") == "courtesy" else " ".join(words)
