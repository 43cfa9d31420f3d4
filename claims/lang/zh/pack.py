"""Chinese, in both scripts: the pack assembled."""

from __future__ import annotations

from functools import lru_cache, partial
from operator import itemgetter

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
from claims.lang.opposites import find_contrasts
from claims.lang.packs import load_pack, load_words
from claims.lang.zh.clauses import split_clauses
from claims.lang.zh.datelines import read_dateline
from claims.lang.zh.days import find_dates
from claims.lang.zh.folding import fold
from claims.lang.zh.modality import read_modality
from claims.lang.zh.nouns import HYPHEN, nouns
from claims.lang.zh.people import find_names, find_people, is_title
from claims.lang.zh.phrases import parse_phrase
from claims.lang.zh.quantities import find_quantities
from claims.lang.zh.reporting import read_details
from claims.lang.zh.script import segment
from claims.lang.zh.sides import find_side
from claims.lang.zh.terms import deeds, find_terms
from claims.lang.zh.times import value_of

MARKS = Marks(
    brackets={"（": "）", "(": ")", "［": "］", "[": "]"},
    quotes={"“": "”", "‘": "’", "「": "」", "『": "』"},
    straight=frozenset('"＂'),
    stops=frozenset("。！？!?"),
    pauses=frozenset("，；,;"),
    colons=frozenset("：:"),
    breaks=frozenset("；;"),
    doubled="",
)

TAGS = Tags(
    prepositions=frozenset({"p"}),
    adverbs=frozenset({"d", "ad", "df", "dg", "zg"}),
    verbs=frozenset({"v", "vn", "vd", "vi", "vq", "vg"}),
    adjectives=frozenset({"a", "ad", "an", "z", "i", "l"}),
    times=frozenset({"t", "tg"}),
    numerals=frozenset({"m", "mq"}),
    nominals=("n", "r", "s", "j"),
    functional=frozenset({"p", "d", "ad", "df", "dg", "zg", "t", "tg", "m", "mq", "r", "c", "l"}),
    linkers=frozenset({"的", "之"}),
)


def make_language() -> Language:
    """The Chinese pack as the pipeline sees it."""
    return Language(
        code="zh",
        name="Chinese",
        marks=MARKS,
        tags=TAGS,
        fold=fold,
        segment=segment,
        beginning=itemgetter(0),
        ending=itemgetter(-1),
        calibration=load_curve("zh"),
        dateline=read_dateline,
        lexicon=Lexicon(senses=load_senses("zh"), kinds=load_kinds("zh")),
        parse=lru_cache(maxsize=4096)(parse_phrase),
        details=read_details,
        date=lambda words, published: value_of(fold(words), read_day(published)),
        clauses=lru_cache(maxsize=1024)(split_clauses),
        modality=read_modality,
        terms=lru_cache(maxsize=1024)(find_terms),
        quantities=find_quantities,
        dates=find_dates,
        opposites=partial(find_contrasts, "zh"),
        side=find_side,
        agent_marks=load_class("zh", "agent_mark"),
        deeds=deeds("deed"),
        beginnings=deeds("beginning"),
        portions=load_class("zh", "portion"),
        linking=load_class("zh", "linking"),
        instead=load_class("zh", "instead"),
        impersonal=load_class("zh", "impersonal"),
        stances=load_stances("zh"),
        untrue=load_stances_with("zh", "untrue"),
        holding=load_stances_with("zh", "own"),
        needing=load_stances_with("zh", "named"),
        spreading=load_stances_with("zh", "thing"),
        deniers=load_class("zh", "denier"),
        withheld=load_class("zh", "withheld"),
        accounts=load_accounts("zh"),
        about=load_class("zh", "about"),
        hanging=frozenset(),
        owning=frozenset(),
        possessive=frozenset(),
        bare=frozenset(),
        refusals=frozenset(),
        mute=frozenset(),
        unnaming=(),
        spelling=frozenset(),
        genitives=frozenset(),
        articles=frozenset(),
        explaining=load_class("zh", "explaining"),
        purposes=load_class("zh", "purpose"),
        alternatives=load_class("zh", "alternative"),
        either=load_class("zh", "either"),
        pointing=load_class("zh", "pointing"),
        unreal=load_class("zh", "unreal"),
        coming=load_class("zh", "coming"),
        people=lambda text: [(p.start, p.end) for p in find_people(text)],
        names=find_names,
        is_title=lru_cache(maxsize=4096)(is_title),
        is_surname=nouns().surnames.__contains__,
        split_name=_split_name,
        dots=nouns().dots | {HYPHEN},
        openings=load_class("zh", "opening"),
        towards=load_class("zh", "towards"),
        attached=frozenset(),
        adverbial=load_class("zh", "adverbial"),
        addressing=load_class("zh", "addressing"),
        subordinates=load_class("zh", "subordinate"),
        reasons=load_class("zh", "reason"),
        continuing=load_class("zh", "continuing"),
        resuming=load_class("zh", "resuming"),
        occasions=load_class("zh", "occasion"),
        contrasts=load_class("zh", "contrast"),
        localizers=load_class("zh", "localizer"),
        particles=load_class("zh", "aspect_particle"),
        connectives=load_class("zh", "connective"),
        closers=load_class("zh", "closer"),
        families=tuple(frozenset(e.words) for e in load_pack("zh").of("family")),
        reports=load_class("zh", "report"),
        unowned=load_class("zh", "unowned"),
        passive=_is_passive,
        countries=frozenset(e.words[0] for e in load_pack("zh").of("country")),
        agentless=frozenset({"hearsay"}),
        denying=frozenset({"deny"}),
        attitudes=frozenset({"feel", "believe"}),
        citing=frozenset({"cite"}),
        reporting=frozenset({"report"}),
        free_order=False,
        finite=False,
        plain_floor=0.4,
        models=model_loader("zh"),
    )


def _split_name(name: str) -> tuple[str, ...]:
    """The parts of a name written with dots."""
    return tuple(nouns().name_joints.split(name))


def _is_passive(before: str, form: str) -> bool:
    """Whether a word of report is passive, by itself or by the word before: 被指, 被|警告."""
    words = load_words("zh", "passive")
    return before in words or form.startswith(tuple(words))
