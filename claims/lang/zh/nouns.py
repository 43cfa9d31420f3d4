"""The nouns of the Chinese pack that stand in a speaker's phrase, as tables by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.lang.edges import WordSet, WordTable
from claims.lang.packs import Entry, Pack, load_pack, load_words
from claims.lang.tables import by_word, listed_under, words_of
from claims.lang.zh.patterns import any_of

HYPHEN = "-"  # joins the parts of a name as a dot does
# Where an issuer may also end before the noun of what was issued: at a weekday or a number.
DAY = "[上本这]?周[一二三四五六日天]|[0-9]"


def _characters(*kinds: str) -> cached_property[WordSet]:
    """All characters of the words of some kinds."""
    return cached_property(lambda self: WordSet("".join(load_words("zh", *kinds))))


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs; each table is made once.

    >>> tables = nouns()
    >>> tables.role["发言人"].get("rank"), "委员会" in tables.suffix
    ('office', True)
    """

    pack: Pack

    # people
    role = by_word("role")
    role_prefix = by_word("role_prefix")
    pronoun = by_word("pronoun")
    pronoun_tail = words_of("pronoun_tail")
    indefinite = by_word("indefinite")
    initial_only = words_of("initial_only")
    # several who speak as one: a whole word, or a number and a noun
    pair = words_of("joint")
    pair_number = listed_under("numbers", "joint")
    pair_head = listed_under("heads", "joint")
    pairable = words_of("pairable")
    person_measure = words_of("person_measure")
    # what is issued
    statement = by_word("statement")
    document = by_word("document")
    figures = words_of("figures")
    platform = words_of("platform")
    authored = words_of("authored")
    outlet_tail = words_of("outlet_tail")
    # bodies and places
    generic = by_word("generic")
    suffix = by_word("suffix")
    seat = words_of("seat")
    seated = words_of("seated")
    one_of = words_of("one_of")
    pause = words_of("pause")
    side = by_word("side_noun")
    not_side = words_of("not_side")
    plain_short = words_of("plain_short")
    country = by_word("country")
    place = words_of("country", "region", "city", "area")
    origin = words_of("origin")
    modifier = _characters("modifier")
    # names and glosses
    surnames = words_of("surname")
    name_characters = _characters("given", "transliteration", "surname")
    sound_characters = _characters("transliteration")
    not_in_name = words_of("not_in_name")
    not_in_sound = words_of("not_in_sound")
    place_tail = words_of("place_tail")
    not_given = words_of("not_given")
    courtesy = words_of("courtesy")
    saying = words_of("saying")
    cues = words_of("cue")
    not_in_body = words_of("not_in_body")
    towards = words_of("towards")
    dots = words_of("dot")
    gloss_word = by_word("gloss_word")

    @cached_property
    def unnamed(self) -> WordTable[Entry]:
        """Heads of unnamed speakers; of two entries the first counts."""
        rows = self.pack.of("anonymous")
        unnamed = (e for e in reversed(rows) if e.get("what") != "authority")
        return WordTable({w: e for e in unnamed for w in e.words})

    @cached_property
    def demonstrative(self) -> WordTable[Entry]:
        """Words that point back, without those that mostly are part of another word."""
        rare = load_words("zh", "not_pointing")
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
        return re.compile(any_of(load_words("zh", "conjunction")))

    @cached_property
    def issued(self) -> re.Pattern[str]:
        """Where an issuer may end before the noun: 白宫|在会谈后发表的|声明."""
        return re.compile(f"{any_of(load_words('zh', 'issued'))}|{DAY}")

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
