"""The nouns of the Chinese pack that stand in a speaker's phrase, as tables by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.edges import WordSet, WordTable
from claims.lang.packs import Entry, Pack, load_pack
from claims.lang.zh.patterns import any_of

HYPHEN = "-"  # joins the parts of a name as a dot does
# Where an issuer may also end before the noun of what was issued: at a weekday or a number.
DAY = "[上本这]?周[一二三四五六日天]|[0-9]"


def _index(kind: str) -> cached_property[WordTable[Entry]]:
    """A table of the words of a kind with their entries."""
    return cached_property(lambda self: WordTable(self.pack.index(kind)))


def _words(*kinds: str) -> cached_property[WordSet]:
    """All words of some kinds."""
    return cached_property(lambda self: _words_of(self.pack, *kinds))


def _characters(*kinds: str) -> cached_property[WordSet]:
    """All characters of the words of some kinds."""
    return cached_property(lambda self: WordSet("".join(_words_of(self.pack, *kinds))))


def _listed(kind: str, trait: str) -> cached_property[WordSet]:
    """All words that the entries of a kind list under a trait."""
    return cached_property(lambda self: WordSet(_trait(self.pack, kind, trait)))


def _words_of(pack: Pack, *kinds: str) -> WordSet:
    return WordSet(w for kind in kinds for e in pack.of(kind) for w in e.words)


def _trait(pack: Pack, kind: str, trait: str) -> list[str]:
    return [w for e in pack.of(kind) for w in e.get(trait, ())]


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs; each table is made once.

    >>> tables = nouns()
    >>> tables.role["发言人"].get("rank"), "委员会" in tables.suffix
    ('office', True)
    """

    pack: Pack

    # people
    role = _index("role")
    role_prefix = _index("role_prefix")
    pronoun = _index("pronoun")
    pronoun_tail = _words("pronoun_tail")
    indefinite = _index("indefinite")
    initial_only = _words("initial_only")
    # several who speak as one: a whole word, or a number and a noun
    pair = _words("joint")
    pair_number = _listed("joint", "numbers")
    pair_head = _listed("joint", "heads")
    pairable = _words("pairable")
    person_measure = _words("person_measure")
    # what is issued
    statement = _index("statement")
    document = _index("document")
    figures = _words("figures")
    platform = _words("platform")
    authored = _words("authored")
    outlet_tail = _words("outlet_tail")
    # bodies and places
    generic = _index("generic")
    suffix = _index("suffix")
    seat = _words("seat")
    seated = _words("seated")
    one_of = _words("one_of")
    pause = _words("pause")
    side = _index("side_noun")
    not_side = _words("not_side")
    plain_short = _words("plain_short")
    country = _index("country")
    place = _words("country", "region", "city", "area")
    origin = _words("origin")
    modifier = _characters("modifier")
    # names and glosses
    surnames = _words("surname")
    name_characters = _characters("given", "transliteration", "surname")
    sound_characters = _characters("transliteration")
    not_in_name = _words("not_in_name")
    not_in_sound = _words("not_in_sound")
    place_tail = _words("place_tail")
    not_given = _words("not_given")
    courtesy = _words("courtesy")
    saying = _words("saying")
    cues = _words("cue")
    not_in_body = _words("not_in_body")
    towards = _words("towards")
    dots = _words("dot")
    gloss_word = _index("gloss_word")

    @cached_property
    def unnamed(self) -> WordTable[Entry]:
        """Heads of unnamed speakers; of two entries the first counts."""
        rows = self.pack.of("anonymous")
        unnamed = (e for e in reversed(rows) if e.get("what") != "authority")
        return WordTable({w: e for e in unnamed for w in e.words})

    @cached_property
    def demonstrative(self) -> WordTable[Entry]:
        """Words that point back, without those that mostly are part of another word."""
        rare = _words_of(self.pack, "not_pointing")
        every = self.pack.index("demonstrative")
        return WordTable({w: e for w, e in every.items() if w not in rare})

    @cached_property
    def body(self) -> WordTable[Entry]:
        """Bodies and outlets, by their English names too."""
        found = self.pack.index("body")
        for entry in self.pack.of("body"):
            for name in entry.get("en", ()):
                found.setdefault(name, entry)
        return WordTable(found)

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
    def common_surnames(self) -> frozenset[str]:
        """Surnames that many people bear."""
        rows = self.pack.of("surname")
        common = (e for e in rows if e.get("common") and e.get("script") == "han")
        return frozenset(w for e in common for w in e.words)

    @cached_property
    def gloss_marks(self) -> tuple[tuple[str, str], ...]:
        """The brackets round a gloss."""
        return tuple((a, b) for e in self.pack.of("gloss") for a, b in e.get("pairs", ()))

    @cached_property
    def conjunctions(self) -> re.Pattern[str]:
        """What stands between speakers who speak together."""
        return re.compile(any_of(_words_of(self.pack, "conjunction")))

    @cached_property
    def issued(self) -> re.Pattern[str]:
        """Where an issuer may end before the noun: 白宫|在会谈后发表的|声明."""
        return re.compile(f"{any_of(_words_of(self.pack, 'issued'))}|{DAY}")

    @cached_property
    def name_joints(self) -> re.Pattern[str]:
        """What stands between the parts of a foreign name."""
        return re.compile(any_of({*self.dots, HYPHEN}))


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the Chinese pack, loaded once.

    >>> nouns().capital["基辅"].words[0]
    '乌克兰'
    """
    return Nouns(load_pack("zh"))
