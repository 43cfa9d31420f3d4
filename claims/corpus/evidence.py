"""What speaks for and against two clusters of speakers being one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from claims.corpus.naming import Bearer, is_chinese, sounds_foreign
from claims.corpus.sounds import (
    PARTS,
    match_sounds,
    match_spelling,
    sound_alike,
    sound_keys,
    sound_of,
)
from claims.lang.words import has_han
from claims.lang.world import find_side

SPELLED = 88  # how alike two whole names in Latin letters must be written, of 100


def differ(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether two have whole names of one script that differ, or offices of one place that do."""
    for a in (name for x in one for name in x.fulls):
        for b in (name for x in other for name in x.fulls):
            if has_han(a) == has_han(b) and a != b and not _are_parts(a, b):
                return True
    return not go_together(one, other)


def _are_parts(a: str, b: str) -> bool:
    """Whether one name is the other with more of its parts."""
    one, more = sorted((set(PARTS.split(a)), set(PARTS.split(b))), key=len)
    return one <= more


def go_together(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether the sides of two do not lie apart, where both have some that can be compared.

    Countries are compared with countries, and names of bodies with those of the same script: a body
    that is listed nowhere has another name in the other script.
    """
    a, b = ({side for x in told for side in x.sides} for told in (one, other))
    if a & b:
        return True
    here, there = find_countries(a), find_countries(b)
    if here and there:
        return bool(here & there)
    return not any(has_han(x) == has_han(y) for x in _names(a) for y in _names(b))


def find_countries(sides: Iterable[str]) -> set[str]:
    """The countries among sides, and those of listed bodies."""
    told = (side.partition(":")[2].split("/")[0] for side in sides if not side.startswith("name:"))
    return {country for name in told if (country := find_side(name))}


def _names(sides: Iterable[str]) -> list[str]:
    return [side for side in sides if side.startswith("name:")]


def have_one_sound(
    one: Sequence[Bearer], other: Sequence[Bearer], least: float, consonants: int = 0
) -> bool:
    """Whether a family name of the one sounds like one of the other.

    With so many `consonants` in each, which tell a name from others: not 米勒, 莫拉.
    """
    names = [
        {name for x in told for name in x.lasts if len(sound_of(name)) >= consonants}
        for told in (one, other)
    ]
    return any(sound_alike(a, b) >= least for a in names[0] for b in names[1])


def are_other_chinese(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether two have whole Chinese names that differ, however alike they sound: 李强, 李克强."""
    a, b = (
        {name for x in told for name in x.fulls if is_chinese(name) and not sounds_foreign(name)}
        for told in (one, other)
    )
    return bool(a and b) and not a & b


def hold_other_offices(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether each holds an office that one alone holds, of another country than the other's."""
    a, b = ({office.split("/")[0] for x in told for office in x.offices} for told in (one, other))
    return bool(a and b) and not a & b


def are_spelled_alike(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether whole names in Latin letters are written almost the same: Sewel, Sewell."""
    names = [{n for x in told for n in x.fulls if not has_han(n)} for told in (one, other)]
    return any(fuzz.ratio(a, b) >= SPELLED for a in names[0] for b in names[1])


def share_no_script(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether the whole names of two are in different scripts, so that they cannot be compared."""
    a, b = ({has_han(name) for x in told for name in x.fulls} for told in (one, other))
    return bool(a and b) and not a & b


def is_named(told: Sequence[Bearer]) -> bool:
    """Whether someone has a name beside the office."""
    return any(x.fulls or x.lasts for x in told)


def sound_as_one(one: Sequence[Bearer], other: Sequence[Bearer]) -> bool:
    """Whether two that share no script have a name that sounds the same, part by part."""
    han, latin = (one, other) if is_han(one) else (other, one)
    if not is_han(han) or is_han(latin):
        return False
    return any(_match(x, y) for x in _names_of(han, True) for y in _names_of(latin, False))


def list_sound_keys(told: Sequence[Bearer]) -> set[str]:
    """Under what someone is looked up by sound: two that `sound_as_one` share one of these."""
    han = is_han(told)
    return {key for name in _names_of(told, han) for key in sound_keys(name)}


def _match(han: str, latin: str) -> bool:
    if match_spelling(han, latin):
        return True
    return (sounds_foreign(han) or not is_chinese(han)) and match_sounds(han, latin)


def is_han(told: Sequence[Bearer]) -> bool:
    """Whether someone has a name in Chinese characters."""
    return any(has_han(name) for x in told for name in (*x.fulls, *x.lasts))


def _names_of(told: Sequence[Bearer], han: bool) -> set[str]:
    return {n for x in told for n in (*x.fulls, *x.lasts) if has_han(n) == han}
