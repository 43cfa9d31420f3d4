"""What the name of a person looks like in Chinese text."""

from __future__ import annotations

import re

from claims.lang.base import Phrase
from claims.lang.edges import longest_head, longest_tail
from claims.lang.zh.bodies import read_body, read_listed
from claims.lang.zh.folding import fold
from claims.lang.zh.nouns import nouns
from claims.lang.zh.script import segment

LATIN = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ][A-Za-zÀ-ɏЀ-ӿ0-9 .,'’&·-]*")
MARKS = frozenset("，。！？；：（）")
LONGEST_NAME = 24
# A part of a foreign name has fewer characters than this.
LONG_PART = 8
# Tags of words that are everyday words by their looks, and names all the same.
NAME_TAGS = ("nr", "nz", "x", "eng", "ns")


def is_personal(folded: str) -> bool:
    """Whether the characters can be a person's name and not a common noun.

    >>> is_personal("林文昭"), is_personal("方法")
    (True, False)
    >>> is_personal("安娜·贝罗"), is_personal("Anna Berro"), is_personal("桥")
    (True, True, False)
    """
    if LATIN.fullmatch(folded):
        return True
    parts = nouns().name_joints.split(folded)
    if len(parts) > 1:
        return all(_is_part(part) for part in parts)
    if _is_han(folded):
        return not _is_everyday(folded)
    if nouns().sound_characters.issuperset(folded):
        return len(folded) > 1 and not _is_everyday(folded)
    return len(folded) > 1 and all(word.tag.startswith("nr") for word in segment(folded))


def _is_part(part: str) -> bool:
    """Whether the characters can be one part of a name with dots."""
    if not part or LATIN.fullmatch(part):
        return bool(part)
    if len(part) < LONG_PART and nouns().name_characters.issuperset(part):
        return True
    words = segment(part)  # a name that the dictionary has: 亚历山大
    return len(words) == 1 and words[0].tag.startswith(("nr", "ns"))


def _is_han(folded: str) -> bool:
    """Whether the characters are a surname of one or two characters and a given name."""
    surnames, size = nouns().surnames, len(folded)
    if size > 2 and folded[-1] in nouns().place_tail:
        return False
    return (folded[:1] in surnames and 2 <= size <= 3) or (folded[:2] in surnames and size <= 4)


def _is_everyday(folded: str) -> bool:
    """Whether the characters are one everyday word: 方法, 高级."""
    words = segment(folded)
    return len(words) == 1 and not words[0].tag.startswith(NAME_TAGS)


def looks_like_name(text: str) -> bool:
    """Whether nothing speaks against a text being a name: the place where it stands decides.

    >>> looks_like_name("林文昭"), looks_like_name("在会上"), looks_like_name("挪威")
    (True, False, False)
    """
    n, folded = nouns(), fold(text)
    if not 1 <= len(folded) <= LONGEST_NAME or any(
        c in n.not_in_name or c in MARKS for c in folded
    ):
        return False
    return folded not in n.place and not (len(folded) > 4 and longest_tail(folded, n.suffix))


def split_name(before: str) -> tuple[str, Phrase | None]:
    """A name at the end of what stands before a title, and the place before the name.

    >>> split_name("林文昭"), split_name("交通部")
    (('林文昭', None), ('', None))
    """
    n, folded = nouns(), fold(before)
    if not folded or folded in n.place or folded in n.body or folded in n.short:
        return "", None
    if read_body(before) is not None or longest_tail(folded, n.role):
        return "", None
    place = longest_head(folded, n.place)
    name = before[len(place) :]
    if looks_like_name(name) and (is_personal(fold(name)) or fold(name) in n.surnames):
        return name, read_listed(before[: len(place)])
    return "", None
