"""Names of people by their form."""

from __future__ import annotations

from claims.lang.en.nouns import nouns

_INSIDE = str.maketrans("", "", ".-'")  # marks inside a name


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()


def looks_like_name(words: list[str]) -> bool:
    """Whether words can be the name of a person.

    >>> looks_like_name(["Ann", "van", "Lee"]), looks_like_name(["Harbor", "Union"])
    (True, False)
    """
    n = nouns()
    if not words or len(words) > 5 or not _is_part(words[-1]):
        return False
    if (
        words[-1] in n.suffix
        or " ".join(words) in n.place
        or words[0] in n.not_name | n.name_suffix
    ):
        return False
    return all(_is_part(w) or w in n.particles for w in words)


def _is_part(word: str) -> bool:
    """Whether a word can be a part of a name, with its particle or without: al-Sabri."""
    particle, _, rest = word.partition("-")
    if rest in nouns().hyphenated:
        return False  # Kenyan-born
    core = rest if rest and f"{particle.lower()}-" in nouns().particles else word
    return is_capital(core) and core.translate(_INSIDE).isalpha()


def split_suffix(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """A name without what may follow it, and the whole as another name.

    >>> split_suffix(["Ann", "Lee", "Jr."]), split_suffix(["Ann", "Lee"])
    (('Ann Lee', ('Ann Lee Jr.',)), ('Ann Lee', ()))
    """
    whole = " ".join(words)
    if len(words) > 1 and words[-1] in nouns().name_suffix:
        return " ".join(words[:-1]), (whole,)
    return whole, ()


def gender_of(words: list[str]) -> str:
    """What the first of several names tells of the one who bears them."""
    entry = nouns().given.get(words[0])
    return str(entry.get("gender") or "any") if entry and len(words) > 1 else "any"
