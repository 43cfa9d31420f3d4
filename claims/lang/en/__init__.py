"""English: the pack assembled."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from importlib import resources

from claims.lang.base import Language, Lexicon, Marks, Tags
from claims.lang.en.clauses import split_clauses
from claims.lang.en.datelines import find_dateline
from claims.lang.en.days import find_dates
from claims.lang.en.modality import read_modality
from claims.lang.en.opposites import find_contrasts
from claims.lang.en.people import find_names, find_people
from claims.lang.en.phrases import is_title, parse_phrase
from claims.lang.en.quantities import find_quantities
from claims.lang.en.reporting import read_details
from claims.lang.en.script import fold, lemma, segment
from claims.lang.en.sides import find_side
from claims.lang.en.terms import deeds, find_terms
from claims.lang.en.times import value_of
from claims.lang.listing import Listing
from claims.lang.packs import load_pack, load_words

MARKS = Marks(
    quotes={"“": "”", "‘": "’", "«": "»"},
    straight=frozenset('"'),
    stops=frozenset(".!?…"),
    pauses=frozenset(",;—–"),
    colons=frozenset(":"),
    breaks=frozenset(";"),
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

# The name that the nouns of each kind have for the taggers.
CLASSES = {
    "anonymous": "unnamed", "role": "role", "role_prefix": "prefix", "pronoun": "pronoun",
    "demonstrative": "this", "indefinite": "some", "joint": "joint", "body": "body",
    "generic": "body", "country": "place", "region": "place", "city": "place",
    "suffix": "suffix", "side": "side", "statement": "voice", "document": "document",
    "medium": "medium", "word": "time",
}  # fmt: skip
LONGEST = 5  # words of an entry
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
        calibration=_curve(),
        dateline=find_dateline,
        lexicon=Lexicon(senses=_senses(), kinds=_kinds(), longest=LONGEST),
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
        agent_marks=_class("agent_mark"),
        deeds=deeds("deed"),
        beginnings=deeds("beginning"),
        portions=_class("portion"),
        linking=_class("linking"),
        instead=_class("instead"),
        impersonal=_class("impersonal"),
        stances=_stances(),
        untrue=_stances_with("untrue"),
        holding=_stances_with("own"),
        needing=_stances_with("named"),
        spreading=_stances_with("thing"),
        deniers=_class("denier"),
        withheld=_class("withheld"),
        accounts={_key(w): e.get("sense") for e in load_pack("en").of("account") for w in e.words},
        about=_class("about"),
        explaining=_class("explaining"),
        purposes=_class("purpose"),
        alternatives=_class("alternative"),
        either=_class("either"),
        pointing=_class("pointing"),
        unreal=_class("unreal"),
        coming=_class("coming"),
        people=find_people,
        names=find_names,
        is_title=lru_cache(maxsize=4096)(is_title),
        is_surname=_is_surname,
        split_name=_split_name,
        dots=frozenset({" "}),
        openings=_class("opening"),
        towards=_class("towards"),
        adverbial=_class("adverbial"),
        addressing=_class("addressing"),
        subordinates=_class("subordinate"),
        reasons=_class("reason"),
        continuing=_class("continuing"),
        resuming=_class("resuming"),
        occasions=_class("occasion"),
        contrasts=_class("contrast"),
        localizers=_class("localizer"),
        particles=_class("aspect_particle"),
        connectives=_class("connective"),
        closers=_class("closer"),
        families=tuple(frozenset(e.words) for e in load_pack("en").of("family")),
        reports=_class("report"),
        unowned=_class("unowned"),
        passives=_class("passive"),
        countries=frozenset(e.words[0] for e in load_pack("en").of("country")),
        agentless=frozenset({"hearsay"}),
        denying=frozenset({"deny"}),
        attitudes=frozenset({"feel", "believe"}),
        citing=frozenset({"cite"}),
        reporting=frozenset({"report"}),
        interrupts=True,
        models=lambda name: resources.files(__name__).joinpath(f"{name}.model").read_bytes(),
    )


def _key(word: str) -> str:
    """A listed word as the words of a text are joined: without the spaces inside it."""
    return word.replace(" ", "")


def _class(kind: str) -> frozenset[str]:
    """The words of a closed class."""
    return frozenset(map(_key, load_words("en", kind)))


def _is_surname(name: str) -> bool:
    """Whether a part of a name too short to be sure is a surname: none is in English."""
    return False


def _split_name(name: str) -> tuple[str, ...]:
    """The parts of a name."""
    return tuple(name.split())


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
    return frozenset(_key(w) for e in load_pack("en").of("stance") if e.get(trait) for w in e.words)


def _stances() -> Listing[str]:
    """The words of dispute, each with its act."""
    return Listing({_key(w): e.get("act") for e in load_pack("en").of("stance") for w in e.words})


def _senses() -> dict[str, tuple[str, ...]]:
    """Each word of report, and each end of a frame, with its senses."""
    found: dict[str, tuple[str, ...]] = {}
    small = load_words("en", "preposition") | {""}
    for entry in load_pack("en").of("cue"):
        for part in (_key(part) for word in entry.words for part in word.split("…")):
            if part in small:
                continue  # as … put it: the small word tells nothing by itself
            if entry.get("sense") not in found.get(part, ()):
                found[part] = (*found.get(part, ()), entry.get("sense"))
    return found


def _kinds() -> dict[str, tuple[str, ...]]:
    """Each noun that can stand in a speaker's phrase, with what it is there."""
    found: dict[str, tuple[str, ...]] = {}
    pack = load_pack("en")
    for kind, name in CLASSES.items():
        for word in (_key(word) for entry in pack.of(kind) for word in entry.words):
            if name not in found.get(word, ()):
                found[word] = (*found.get(word, ()), name)
    return found
