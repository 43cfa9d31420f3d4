"""Chinese, in both scripts: the pack assembled."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from importlib import resources

from claims.lang.base import Language, Lexicon, Marks, Tags
from claims.lang.listing import Listing
from claims.lang.packs import load_pack
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
    times=frozenset({"t", "tg"}),
    nominals=("n", "r", "s", "j"),
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
        calibration=_curve(),
        dateline=find_dateline,
        lexicon=Lexicon(senses=_senses(), kinds=_kinds()),
        parse=lru_cache(maxsize=4096)(parse_phrase),
        details=read_details,
        date=_date,
        clauses=split_clauses,
        modality=read_modality,
        terms=find_terms,
        quantities=find_quantities,
        dates=find_dates,
        contrasts_of=find_contrasts,
        side=find_side,
        agent_marks=_words_of("agent_mark"),
        deeds=deeds(),
        impersonal=_words_of("impersonal"),
        stances=_stances(),
        untrue=frozenset(
            w for e in load_pack("zh").of("stance") if e.get("untrue") for w in e.words
        ),
        withheld=_words_of("withheld"),
        accounts={w: e.get("sense") for e in load_pack("zh").of("account") for w in e.words},
        about=_words_of("about"),
        explaining=_words_of("explaining"),
        pointing=_words_of("pointing"),
        people=lambda text, words: [(p.start, p.end) for p in find_people(text, words)],
        names=find_names,
        is_title=lru_cache(maxsize=4096)(is_title),
        is_surname=nouns().surnames.__contains__,
        split_name=_split_name,
        dots=nouns().dots | {HYPHEN},
        openings=_words_of("opening"),
        towards=_words_of("towards"),
        addressing=_words_of("addressing"),
        subordinates=_words_of("subordinate"),
        reasons=_words_of("reason"),
        continuing=_words_of("continuing"),
        contrasts=_words_of("contrast"),
        localizers=_words_of("localizer"),
        particles=_words_of("aspect_particle"),
        connectives=_words_of("connective"),
        closers=_words_of("closer"),
        families=tuple(frozenset(e.words) for e in load_pack("zh").of("family")),
        reports=_words_of("report"),
        unowned=_words_of("unowned"),
        passives=_words_of("passive"),
        countries=frozenset(e.words[0] for e in load_pack("zh").of("country")),
        agentless=frozenset({"hearsay"}),
        denying=frozenset({"deny"}),
        attitudes=frozenset({"feel", "believe"}),
        citing=frozenset({"cite"}),
        reporting=frozenset({"report"}),
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


def _stances() -> Listing[str]:
    """The words of dispute, each with its act."""
    return Listing({w: e.get("act") for e in load_pack("zh").of("stance") for w in e.words})


def _words_of(kind: str) -> frozenset[str]:
    return frozenset(word for entry in load_pack("zh").of(kind) for word in entry.words)


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
