"""The side that an English word stands for: Norway, Norwegian and Norwegian forces are one."""

from __future__ import annotations

from functools import lru_cache

from claims.lang.packs import Entry, load_pack, load_words

POSSESSIVE = ("'s", "'")
MOST = 8  # words of a name that are looked up


@lru_cache(maxsize=8192)
def find_side(word: str) -> str:
    """The country that a word, or a few words, name or belong to; empty where none is told.

    A name counts alone or before what is a country's own: the Icelandic navy, but not Icelandic
    Seafoods, a firm.

    >>> [find_side(word) for word in ("Norway's", "Norwegian", "Norwegian forces", "harbour")]
    ['Norway', 'Norway', 'Norway', '']
    """
    parts = _bare(word).split()
    if " ".join(parts).lower() in load_words("en", "not_side"):
        return ""
    names = _names()
    for size in range(min(len(parts), MOST), 0, -1):
        head = _bare(" ".join(parts[:size]))
        if head in names:
            return names[head] if _is_own(parts[size:]) else ""
    return ""


def _bare(word: str) -> str:
    """A word without article and the ending of an owner."""
    word = word.removeprefix("the ").removeprefix("The ")
    return next((word.removesuffix(end) for end in POSSESSIVE if word.endswith(end)), word)


def _is_own(rest: list[str]) -> bool:
    """Whether what follows the name of a country is its own: its army, its foreign minister."""
    if not rest:
        return True
    told = [" ".join(rest[:size]).lower() for size in range(1, len(rest) + 1)]
    if not any(part[0].isupper() for part in rest):
        return True
    return any(one in _owned() for one in told)


@lru_cache(maxsize=1)
def _owned() -> frozenset[str]:
    """What belongs to a country that stands before it."""
    generic = load_pack("en").of("generic")
    offices = (w for e in generic if e.get("kind") == "government" for w in e.words)
    return load_words("en", "side_tail", "role", "role_prefix").union(offices)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """What stands for a country, with its name: other names, peoples, capitals, its offices."""
    names = dict[str, str]()
    for entry in load_pack("en").of("country"):
        for word in (*entry.words, *_listed(entry, "short"), *_listed(entry, "demonym")):
            names.setdefault(word, entry.words[0])
    for entry in load_pack("en").of("country"):
        for word in _listed(entry, "capital"):
            names.setdefault(word, entry.words[0])
    for entry in load_pack("en").of("body"):
        speaks = entry.get("country") and entry.get("kind") != "company"
        for word in entry.words if speaks else ():
            names.setdefault(word, entry.get("country"))
    return names


def _listed(entry: Entry, trait: str) -> tuple[str, ...]:
    """A trait of an entry as several words, though it may be written as one."""
    value = entry.get(trait, ())
    return (value,) if isinstance(value, str) else tuple(value)
