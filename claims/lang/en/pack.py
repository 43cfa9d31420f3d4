"""English: the pack assembled."""

from __future__ import annotations

from functools import lru_cache, partial

from claims.lang.assembly import (
    load_accounts,
    load_class,
    load_curve,
    load_kinds,
    load_senses,
    load_stances,
    load_stances_with,
    model_loader,
)
from claims.lang.base import Language, Lexicon, Marks, Tags
from claims.lang.dates import read_day
from claims.lang.en.clauses import split_clauses
from claims.lang.en.datelines import read_dateline
from claims.lang.en.days import find_dates
from claims.lang.en.folding import fold
from claims.lang.en.modality import read_modality
from claims.lang.en.people import find_names, find_people
from claims.lang.en.phrases import is_title, parse_phrase
from claims.lang.en.quantities import find_quantities
from claims.lang.en.reporting import read_details
from claims.lang.en.script import lemma, segment
from claims.lang.en.sides import find_side
from claims.lang.en.terms import deeds, find_terms
from claims.lang.en.times import value_of
from claims.lang.opposites import find_contrasts
from claims.lang.packs import load_pack, load_words

MARKS = Marks(
    brackets={"(": ")", "[": "]"},
    quotes={"“": "”", "‘": "’", "«": "»"},
    straight=frozenset('"'),
    stops=frozenset(".!?…"),
    pauses=frozenset(",;—–"),
    colons=frozenset(":"),
    breaks=frozenset(";"),
    doubled="''",
    single=("'", "‘", "’"),
)

TAGS = Tags(
    prepositions=frozenset({"p"}),
    adverbs=frozenset({"d"}),
    verbs=frozenset({"v"}),
    adjectives=frozenset({"a"}),
    times=frozenset({"t"}),
    numerals=frozenset({"m"}),
    nominals=("n", "r"),
    functional=frozenset({"p", "d", "t", "m", "c", "u"}),
    linkers=frozenset(),
)

LONGEST = 7  # words of an entry
ENDING = 3  # letters: -ing, -ted, 's


def make_language() -> Language:
    """The English pack as the pipeline sees it."""
    return Language(
        code="en",
        name="English",
        marks=MARKS,
        tags=TAGS,
        fold=fold,
        segment=segment,
        beginning=lemma,
        ending=lambda form: form[-ENDING:],
        calibration=load_curve("en"),
        dateline=read_dateline,
        lexicon=Lexicon(
            load_senses("en", load_words("en", "preposition")), load_kinds("en"), LONGEST
        ),
        parse=lru_cache(maxsize=4096)(parse_phrase),
        details=read_details,
        date=lambda words, published: value_of(fold(words), read_day(published)),
        clauses=lru_cache(maxsize=1024)(split_clauses),
        modality=read_modality,
        terms=lru_cache(maxsize=1024)(find_terms),
        quantities=find_quantities,
        dates=find_dates,
        opposites=partial(find_contrasts, "en"),
        side=find_side,
        agent_marks=load_class("en", "agent_mark"),
        deeds=deeds("deed"),
        beginnings=deeds("beginning"),
        portions=load_class("en", "portion"),
        linking=load_class("en", "linking"),
        instead=load_class("en", "instead"),
        impersonal=load_class("en", "impersonal"),
        stances=load_stances("en"),
        untrue=load_stances_with("en", "untrue"),
        holding=load_stances_with("en", "own"),
        needing=load_stances_with("en", "named"),
        spreading=load_stances_with("en", "thing"),
        deniers=load_class("en", "denier"),
        withheld=load_class("en", "withheld"),
        accounts=load_accounts("en"),
        about=load_class("en", "about"),
        hanging=load_class("en", "hanging"),
        owning=load_class("en", "owning"),
        possessive=frozenset({"whose"}),
        bare=load_class("en", "bare_verb"),
        refusals=frozenset(load_words("en", "refusal")),
        mute=load_class("en", "mute"),
        unnaming=tuple(sorted(load_words("en", "unnaming"))),
        spelling=frozenset({"that"}),
        genitives=frozenset({"'s", "'", "’"}),
        articles=load_class("en", "article"),
        explaining=load_class("en", "explaining"),
        purposes=load_class("en", "purpose"),
        alternatives=load_class("en", "alternative"),
        either=load_class("en", "either"),
        pointing=load_class("en", "pointing"),
        unreal=load_class("en", "unreal"),
        coming=load_class("en", "coming"),
        people=find_people,
        names=find_names,
        is_title=lru_cache(maxsize=4096)(is_title),
        is_surname=_is_surname,
        split_name=_split_name,
        dots=frozenset({" "}),
        openings=load_class("en", "opening"),
        towards=load_class("en", "towards"),
        attached=load_class("en", "attached"),
        adverbial=load_class("en", "adverbial"),
        addressing=load_class("en", "addressing"),
        subordinates=load_class("en", "subordinate"),
        reasons=load_class("en", "reason"),
        continuing=load_class("en", "continuing"),
        resuming=load_class("en", "resuming"),
        occasions=load_class("en", "occasion"),
        contrasts=load_class("en", "contrast"),
        localizers=load_class("en", "localizer"),
        particles=load_class("en", "aspect_particle"),
        connectives=load_class("en", "connective"),
        closers=load_class("en", "closer"),
        families=tuple(frozenset(e.words) for e in load_pack("en").of("family")),
        reports=load_class("en", "report"),
        unowned=load_class("en", "unowned"),
        passive=_is_passive,
        countries=frozenset(e.words[0] for e in load_pack("en").of("country")),
        agentless=frozenset({"hearsay"}),
        denying=frozenset({"deny"}),
        attitudes=frozenset({"feel", "believe"}),
        citing=frozenset({"cite"}),
        reporting=frozenset({"report"}),
        free_order=True,
        finite=True,
        plain_floor=0.22,
        models=model_loader("en"),
    )


def _is_surname(name: str) -> bool:
    """Whether a part of a name too short to be sure is a surname: none is in English."""
    return False


def _split_name(name: str) -> tuple[str, ...]:
    """The parts of a name."""
    return tuple(name.split())


def _is_passive(before: str, form: str) -> bool:
    """Whether a word of report is passive by the word before: was|told, but is|warning."""
    return before in load_words("en", "passive") and not form.endswith("ing")
