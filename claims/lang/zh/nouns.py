"""The nouns of the Chinese pack that stand in a speaker's phrase, as tables by kind."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.packs import Entry, Pack, load_pack

LONGEST_WORD = 12
# Where an issuer may also end before the noun of what was issued: at a weekday or a number.
DAY = "[上本这]?周[一二三四五六日天]|[0-9]"


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs, each table made once.

    >>> nouns().short["乌"]
    ('乌克兰', '乌兹别克斯坦', '乌拉圭', '乌干达')
    """

    pack: Pack

    def words(self, *kinds: str) -> frozenset[str]:
        """All words of some kinds."""
        return frozenset(w for kind in kinds for e in self.pack.of(kind) for w in e.words)

    def trait(self, kind: str, name: str) -> frozenset[str]:
        """All words that the entries of a kind list under a trait."""
        return frozenset(w for e in self.pack.of(kind) for w in e.get(name, ()))

    # ---------------------------------------------------------------- people
    @cached_property
    def role(self) -> Mapping[str, Entry]:
        """Offices and trades."""
        return self.pack.index("role")

    @cached_property
    def prefix(self) -> Mapping[str, Entry]:
        """Words before an office: 前, 副, 代理."""
        return self.pack.index("role_prefix")

    @cached_property
    def unnamed(self) -> Mapping[str, Entry]:
        """Heads of unnamed speakers; of two entries the first counts."""
        rows = self.pack.of("anonymous")
        return {w: e for e in reversed(rows) if e.get("what") != "authority" for w in e.words}

    @cached_property
    def pronoun(self) -> Mapping[str, Entry]:
        """Pronouns."""
        return self.pack.index("pronoun")

    @cached_property
    def pronoun_tail(self) -> frozenset[str]:
        """What may follow a pronoun: 他|本人."""
        return self.words("pronoun_tail")

    @cached_property
    def this(self) -> Mapping[str, Entry]:
        """Words that point back to one named before."""
        found = self.pack.index("demonstrative")
        return {w: e for w, e in found.items() if w not in self.words("not_pointing")}

    @cached_property
    def some(self) -> Mapping[str, Entry]:
        """Words that bring in someone new."""
        return self.pack.index("indefinite")

    @cached_property
    def initial_only(self) -> frozenset[str]:
        """Those of them that never stand inside a phrase."""
        return self.words("initial_only")

    # ---------------------------------------------------------------- several speakers
    @cached_property
    def pair(self) -> frozenset[str]:
        """Whole words for two who speak as one: 双方."""
        return self.words("joint")

    @cached_property
    def pair_number(self) -> frozenset[str]:
        """Words of number before the noun of those who speak as one: 两|国."""
        return self.trait("joint", "numbers")

    @cached_property
    def pair_head(self) -> frozenset[str]:
        """Nouns of those who speak as one."""
        return self.trait("joint", "heads")

    @cached_property
    def pairable(self) -> frozenset[str]:
        """Offices that one person holds, so that two of them are a pair that the text knows."""
        return self.words("pairable")

    @cached_property
    def person_measure(self) -> tuple[str, ...]:
        """Measure words that count single people."""
        return tuple(self.words("person_measure"))

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """What stands between speakers who speak together."""
        return any_of(self.words("conjunction"))

    # ---------------------------------------------------------------- what is issued
    @cached_property
    def voice(self) -> Mapping[str, Entry]:
        """Nouns of utterance: the one who issued it speaks."""
        return self.pack.index("statement")

    @cached_property
    def document(self) -> Mapping[str, Entry]:
        """Nouns of things quoted as documents."""
        return self.pack.index("document")

    @cached_property
    def figures(self) -> frozenset[str]:
        """Figures and statistics, for which the body that gives them out speaks."""
        return self.words("figures")

    @cached_property
    def issued(self) -> re.Pattern[str]:
        """Where an issuer may end before the noun: 白宫|在会谈后发表的|声明."""
        return any_of(self.words("issued"), DAY)

    @cached_property
    def outlet_tail(self) -> tuple[str, ...]:
        """Ends of titles that are outlets."""
        return tuple(self.words("outlet_tail"))

    # ---------------------------------------------------------------- bodies and places
    @cached_property
    def body(self) -> Mapping[str, Entry]:
        """Bodies and outlets, by their English names too."""
        found = self.pack.index("body")
        for entry in self.pack.of("body"):
            for name in entry.get("en", ()):
                found.setdefault(name, entry)
        return found

    @cached_property
    def generic(self) -> Mapping[str, Entry]:
        """Bodies that every country has: 外交部."""
        return self.pack.index("generic")

    @cached_property
    def suffix(self) -> Mapping[str, Entry]:
        """Ends of the names of bodies: 委员会."""
        return self.pack.index("suffix")

    @cached_property
    def side(self) -> Mapping[str, Entry]:
        """Nouns that let a place or a body speak: 方面, 当局."""
        return self.pack.index("side_noun")

    @cached_property
    def modifier(self) -> str:
        """The characters that may stand between a body and an unnamed head."""
        return "".join(self.words("modifier"))

    @cached_property
    def origin(self) -> frozenset[str]:
        """Words before the place or body that someone comes from."""
        return self.words("origin")

    @cached_property
    def country(self) -> Mapping[str, Entry]:
        """Countries."""
        return self.pack.index("country")

    @cached_property
    def short(self) -> Mapping[str, tuple[str, ...]]:
        """Countries by their one character: 美方, 俄方; several may share it (乌, 马)."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in self.pack.of("country"):
            short = entry.get("short")
            if short:
                found[short] = (*found.get(short, ()), entry.words[0])
        return found

    @cached_property
    def capital(self) -> Mapping[str, Entry]:
        """Capitals, each with its country."""
        return {c: e for e in self.pack.of("country") for c in e.get("capital", ())}

    @cached_property
    def place(self) -> frozenset[str]:
        """Places of all sizes."""
        return self.words("country", "region", "city", "area")

    # ---------------------------------------------------------------- names and glosses
    @cached_property
    def surnames(self) -> frozenset[str]:
        """Surnames, rare ones included."""
        return self.words("surname")

    @cached_property
    def common_surnames(self) -> frozenset[str]:
        """Surnames that many people bear."""
        rows = self.pack.of("surname")
        common = (e for e in rows if e.get("common") and e.get("script") == "han")
        return frozenset(w for e in common for w in e.words)

    @cached_property
    def name_characters(self) -> frozenset[str]:
        """The characters of given names and of foreign names written by sound."""
        return frozenset("".join(self.words("given", "transliteration", "surname")))

    @cached_property
    def sound_characters(self) -> frozenset[str]:
        """The characters that foreign names are written with."""
        return frozenset("".join(self.words("transliteration")))

    @cached_property
    def not_in_name(self) -> frozenset[str]:
        """Characters that stand in no name."""
        return self.words("not_in_name")

    @cached_property
    def dots(self) -> frozenset[str]:
        """The dots between the parts of a foreign name."""
        return self.words("dot")

    @cached_property
    def gloss_note(self) -> Mapping[str, Entry]:
        """Words in a gloss that are no name."""
        return self.pack.index("gloss_word")

    @cached_property
    def gloss_marks(self) -> tuple[tuple[str, str], ...]:
        """The brackets round a gloss."""
        return tuple((a, b) for e in self.pack.of("gloss") for a, b in e.get("pairs", ()))


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the Chinese pack, loaded once.

    >>> nouns().role["发言人"].get("rank")
    'office'
    """
    return Nouns(load_pack("zh"))


def any_of(words: frozenset[str], *patterns: str) -> re.Pattern[str]:
    """A pattern that matches any of some words, the longest first, or any of some patterns.

    >>> any_of(frozenset({"及", "以及"})).findall("工会以及商会")
    ['以及']
    """
    escaped = (re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile("|".join((*escaped, *patterns)))


def longest_head(text: str, table: Container[str]) -> str:
    """The longest listed word that the text begins with; empty if none.

    >>> longest_head("总统府官员", {"总统", "总统府"})
    '总统府'
    """
    for size in range(min(len(text), LONGEST_WORD), 0, -1):
        if text[:size] in table:
            return text[:size]
    return ""


def longest_tail(text: str, table: Container[str]) -> str:
    """The longest listed word that the text ends with; empty if none.

    >>> longest_tail("一名政府官员", {"官员", "政府官员"})
    '政府官员'
    """
    for size in range(min(len(text), LONGEST_WORD), 0, -1):
        if text[-size:] in table:
            return text[-size:]
    return ""
