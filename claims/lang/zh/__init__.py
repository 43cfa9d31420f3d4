"""Chinese, in both scripts: the pack assembled."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from importlib import resources
from operator import itemgetter

from claims.lang.base import Language, Lexicon, Marks, Tags
from claims.lang.listing import Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.zh.clauses import split_clauses
from claims.lang.zh.datelines import find_dateline
from claims.lang.zh.days import find_dates
from claims.lang.zh.modality import read_modality
from claims.lang.zh.nouns import HYPHEN, nouns
from claims.lang.zh.opposites import find_contrasts
from claims.lang.zh.people import find_names, find_people, is_title
from claims.lang.zh.phrases import parse_phrase
from claims.lang.zh.quantities import find_quantities
from claims.lang.zh.reporting import read_details
from claims.lang.zh.script import fold, segment
from claims.lang.zh.sides import find_side
from claims.lang.zh.terms import deeds, find_terms
from claims.lang.zh.times import value_of

MARKS = Marks(
    quotes={"“": "”", "‘": "’", "「": "」", "『": "』"},
    straight=frozenset('"＂'),
    stops=frozenset("。！？!?"),
    pauses=frozenset("，；,;"),
    colons=frozenset("：:"),
    breaks=frozenset("；;"),
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

# The name that the nouns of each kind have for the taggers.
CLASSES = {
    "anonymous": "unnamed", "role": "role", "role_prefix": "prefix", "pronoun": "pronoun",
    "demonstrative": "this", "indefinite": "some", "joint": "joint", "body": "body",
    "generic": "body", "country": "place", "region": "place", "city": "place",
    "suffix": "suffix", "side": "side", "statement": "voice", "document": "document",
    "medium": "medium", "word": "time",
}  # fmt: skip


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
        calibration=_curve(),
        dateline=find_dateline,
        lexicon=Lexicon(senses=_senses(), kinds=_kinds()),
        parse=lru_cache(maxsize=4096)(parse_phrase),
        details=read_details,
        date=_date,
        clauses=lru_cache(maxsize=1024)(split_clauses),
        modality=read_modality,
        terms=lru_cache(maxsize=1024)(find_terms),
        quantities=find_quantities,
        dates=find_dates,
        opposites=find_contrasts,
        side=find_side,
        agent_marks=load_words("zh", "agent_mark"),
        deeds=deeds("deed"),
        beginnings=deeds("beginning"),
        portions=load_words("zh", "portion"),
        linking=load_words("zh", "linking"),
        instead=load_words("zh", "instead"),
        impersonal=load_words("zh", "impersonal"),
        stances=_stances(),
        untrue=_stances_with("untrue"),
        holding=_stances_with("own"),
        needing=_stances_with("named"),
        spreading=_stances_with("thing"),
        deniers=load_words("zh", "denier"),
        withheld=load_words("zh", "withheld"),
        accounts={w: e.get("sense") for e in load_pack("zh").of("account") for w in e.words},
        about=load_words("zh", "about"),
        explaining=load_words("zh", "explaining"),
        purposes=load_words("zh", "purpose"),
        alternatives=load_words("zh", "alternative"),
        either=load_words("zh", "either"),
        pointing=load_words("zh", "pointing"),
        unreal=load_words("zh", "unreal"),
        coming=load_words("zh", "coming"),
        people=lambda text: [(p.start, p.end) for p in find_people(text)],
        names=find_names,
        is_title=lru_cache(maxsize=4096)(is_title),
        is_surname=nouns().surnames.__contains__,
        split_name=_split_name,
        dots=nouns().dots | {HYPHEN},
        openings=load_words("zh", "opening"),
        towards=load_words("zh", "towards"),
        adverbial=load_words("zh", "adverbial"),
        addressing=load_words("zh", "addressing"),
        subordinates=load_words("zh", "subordinate"),
        reasons=load_words("zh", "reason"),
        continuing=load_words("zh", "continuing"),
        resuming=load_words("zh", "resuming"),
        occasions=load_words("zh", "occasion"),
        contrasts=load_words("zh", "contrast"),
        localizers=load_words("zh", "localizer"),
        particles=load_words("zh", "aspect_particle"),
        connectives=load_words("zh", "connective"),
        closers=load_words("zh", "closer"),
        families=tuple(frozenset(e.words) for e in load_pack("zh").of("family")),
        reports=load_words("zh", "report"),
        unowned=load_words("zh", "unowned"),
        passives=load_words("zh", "passive"),
        countries=frozenset(e.words[0] for e in load_pack("zh").of("country")),
        agentless=frozenset({"hearsay"}),
        denying=frozenset({"deny"}),
        attitudes=frozenset({"feel", "believe"}),
        citing=frozenset({"cite"}),
        reporting=frozenset({"report"}),
        interrupts=False,
        models=lambda name: resources.files(__name__).joinpath(f"{name}.model").read_bytes(),
    )


def _curve() -> tuple[tuple[float, float], ...]:
    """The curve that makes a score into the share of such findings that were right."""
    file = resources.files(__name__).joinpath("confidence.json")
    rows = json.loads(file.read_text("utf-8")) if file.is_file() else []
    return tuple((score, share) for score, share in rows)


def _date(words: str, published: str) -> str:
    """The date that words of time mean in an article of a date; empty where none follows."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        day = None
    return value_of(fold(words), day)


def _stances_with(trait: str) -> frozenset[str]:
    """The words of dispute of the entries with a trait."""
    return frozenset(w for e in load_pack("zh").of("stance") if e.get(trait) for w in e.words)


def _stances() -> Listing[str]:
    """The words of dispute, each with its act."""
    return Listing({w: e.get("act") for e in load_pack("zh").of("stance") for w in e.words})


def _split_name(name: str) -> tuple[str, ...]:
    """The parts of a name written with dots."""
    return tuple(nouns().name_joints.split(name))


def _senses() -> dict[str, tuple[str, ...]]:
    """Each word of report, and each end of a frame, with its senses."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in load_pack("zh").of("cue"):
        for part in (part for word in entry.words for part in word.split("…") if part):
            if entry.get("sense") not in found.get(part, ()):
                found[part] = (*found.get(part, ()), entry.get("sense"))
    return found


def _kinds() -> dict[str, tuple[str, ...]]:
    """Each noun that can stand in a speaker's phrase, with what it is there."""
    found: dict[str, tuple[str, ...]] = {}
    pack = load_pack("zh")
    for kind, name in CLASSES.items():
        for word in (word for entry in pack.of(kind) for word in entry.words):
            if name not in found.get(word, ()):
                found[word] = (*found.get(word, ()), name)
    return found
