"""How alike two names sound that were written by sound in two scripts, or twice in one.

A name is reduced to the row of its consonants, those that transliterations mix (l and r, n and
ng, g, k and j) taken for one: 内塔尼亚胡, 纳坦雅胡 and Netanyahu all give n t n h.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.lang.words import has_han

_SOUNDS = (
    (re.compile(r"(?:ph|[fvw])"), "F"),
    (re.compile(r"(?:tsch|tch|sch|sh|zh|ch|ts|tz|[cszx](?=[eiyh]))|[szx]"), "S"),
    (re.compile(r"(?:ck|kh|gh|qu|ng(?![aeiou])|[gkjqc])"), "K"),
    (re.compile(r"(?:dd|tt|th|[dt])"), "T"),
    (re.compile(r"[bp]+"), "P"),
    (re.compile(r"(?:er$|[lr]+)"), "L"),
    (re.compile(r"m+"), "M"),
    (re.compile(r"n+"), "N"),
    (re.compile(r"h+"), "H"),
)
PARTS = re.compile(r"[·・‧•\s]+")
LONGEST, TWO = 4, 2  # characters of a Chinese name; its parts in Latin letters
FEW = 5  # letters of a name of which one may differ
CONSONANTS = 3  # of a family name, or one of an article, that is known by its sound
CLOSE, LOOSE = 0.75, 0.5  # how alike family names and given names of one person sound
_FINAL = (
    r"(?:iong|iang|uang|[aeiou]ng|iao|ian|uai|uan|[aeiuv]n|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|er"
    r"|[aoeiuv])"
)
_PINYIN = re.compile(rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}){{1,2}}")
_VOWELS = re.compile(r"[aeiouy\W\d_]+")


@lru_cache(maxsize=20_000)
def sound_of(name: str) -> str:
    """The consonants of a name, each as the class that transliterations take for one.

    >>> sound_of("内塔尼亚胡"), sound_of("纳坦雅胡"), sound_of("Netanyahu")
    ('NTNH', 'NTNH', 'NTNH')
    """
    spoken = _spell(name)
    for pattern, letter in _SOUNDS:
        spoken = pattern.sub(letter, spoken)
    spoken = _VOWELS.sub("", spoken)
    return re.sub(r"(.)\1+", r"\1", "".join(letter for letter in spoken if letter.isupper()))


def sound_alike(one: str, other: str) -> float:
    """How alike two names sound, 0 to 1.

    >>> sound_alike("马克龙", "Macron") > 0.7, sound_alike("马克龙", "Merkel") > 0.7
    (True, False)
    """
    a, b = sound_of(one), sound_of(other)
    if not a or not b:
        return 0.0
    if max(len(a), len(b)) <= CONSONANTS:
        return float(a == b)  # of so few, one that differs is another name: 布莱尔, 布朗
    return 1 - Levenshtein.distance(a, b) / max(len(a), len(b))


def match_spelling(han: str, latin: str) -> bool:
    """Whether a Chinese name is one in Latin letters, syllable for syllable, in either order.

    >>> match_spelling("丁明", "ding ming"), match_spelling("丁明", "Ming Ding")
    (True, True)
    """
    told = PARTS.split(latin.lower().replace("-", ""))
    if len(told) < TWO or len(PARTS.split(han)) > 1:
        return False
    return bool({"".join(told), "".join([*told[1:], told[0]])} & _spellings(han))


def match_sounds(han: str, latin: str) -> bool:
    """Whether a name written by sound in Chinese characters is one in Latin letters.

    It is where its last part sounds as theirs does, and the first does not speak against it, or
    where it has all their sounds in a row. A short one may have another consonant.

    >>> match_sounds("史蒂夫·迪克森", "stephen dickson"), match_sounds("迪克森", "johnson")
    (True, False)
    >>> match_sounds("阿米尔·纳迪", "said amir nadi"), match_sounds("莫京", "motin")
    (True, True)
    """
    parts, told = PARTS.split(han), PARTS.split(latin.lower())
    whole, tail = (sound_of("".join(names)) for names in (parts, told[-len(parts) :]))
    if whole == tail and len(parts) > 1 and len(whole) > CONSONANTS:
        return True
    if len(parts) == len(told) == 1 and _differ_by_a_consonant(_spell(han), latin.lower()):
        return True
    if len(sound_of(parts[-1])) < CONSONANTS or sound_alike(parts[-1], told[-1]) < CLOSE:
        return False
    return len(parts) == 1 or len(told) == 1 or sound_alike(parts[0], told[0]) >= LOOSE


@lru_cache(maxsize=50_000)
def sound_keys(name: str) -> frozenset[str]:
    """Under what a name is looked up by sound: two of two scripts that match share one of these.

    >>> sound_keys("丁明").isdisjoint(sound_keys("ming ding"))
    False
    >>> sound_keys("马克龙").isdisjoint(sound_keys("emmanuel macron"))
    False
    >>> sound_keys("马克龙").isdisjoint(sound_keys("johnson"))
    True
    """
    parts = PARTS.split(name.lower())
    keys = {f"near {key}" for key in _near(sound_of(parts[-1]))}
    if len(parts) == 1:
        keys |= {f"but {key}" for key in _blank(_spell(parts[0]))}
    if has_han(name):
        keys |= {f"row {sound_of(''.join(parts))}"}
        keys |= {f"as {key}" for key in _spellings(name)} if len(parts) == 1 else set()
        return frozenset(keys)
    keys |= {f"row {sound_of(''.join(parts[at:]))}" for at in range(len(parts))}
    told = PARTS.split(name.lower().replace("-", ""))
    return frozenset(keys | {f"as {''.join(told)}", f"as {''.join([*told[1:], told[0]])}"})


def _near(sound: str) -> set[str]:
    """A row of consonants, and what is left of it without so many as may differ (`CLOSE`).

    Two that are close have one of these in common.
    """
    if len(sound) < CONSONANTS:
        return set()
    found = last = {sound}
    for _ in range(int((1 - CLOSE) * len(sound))):
        last = {one[:at] + one[at + 1 :] for one in last for at in range(len(one))}
        found = found | last
    return found


def _blank(spelled: str) -> set[str]:
    """A spelling with each letter but the first blank, where one may be another."""
    if len(spelled) < FEW:
        return set()
    return {f"{spelled[:at]}_{spelled[at + 1 :]}" for at in range(1, len(spelled))}


def _differ_by_a_consonant(one: str, other: str) -> bool:
    """Whether two names are spelled the same but for a consonant inside them: pujin, putin."""
    if len(one) != len(other) or len(one) < FEW or one[0] != other[0]:
        return False
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) <= 1 and not any(_VOWELS.match(letter) for pair in apart for letter in pair)


def spell_name(name: str) -> str:
    """A whole Chinese name in Latin letters, one way for both scripts; nothing for other names.

    >>> spell_name("汪承钧") == spell_name("Wang Chengjun"), spell_name("乔·拜登")
    (True, '')
    """
    parts = PARTS.split(name.strip())
    if has_han(name):
        return _plain_pinyin(name) if len(parts) == 1 and 1 < len(name) <= LONGEST else ""
    letters = [part.replace("-", "").lower() for part in parts]
    spelled = len(parts) == TWO and all(map(_PINYIN.fullmatch, letters))
    return "".join(letters) if spelled else ""


def _plain_pinyin(name: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))


@lru_cache(maxsize=20_000)
def _spellings(name: str) -> frozenset[str]:
    """A Chinese name in Latin letters, in all its readings: 柏 is bai and bo, 吕 is lv and lu."""
    from pypinyin import Style, pinyin

    readings = pinyin(name[:LONGEST], style=Style.NORMAL, heteronym=True)
    told = {""}
    for syllables in readings:
        spelled = {one for told in syllables for one in (told, told.replace("v", "u"))}
        told = {before + one for before in told for one in spelled}
    return frozenset(told)


def _spell(name: str) -> str:
    """A name in small Latin letters: Chinese characters as Mandarin has them, accents left out."""
    if not has_han(name):
        plain = unicodedata.normalize("NFKD", name.lower())
        return "".join(c for c in plain if not unicodedata.combining(c))
    from pypinyin import Style, lazy_pinyin  # here, as reading its table takes a while

    syllables = lazy_pinyin(name, style=Style.NORMAL)
    return "".join(re.sub(r"ng$", "n", one) for one in syllables)
