"""The shape of a language pack: what the pipeline may ask of a language.

A pack is data (lexicons, weights) and the little grammar that needs a loop. The rooms above
get a `Language` as an argument and never name one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

from claims.lang.listing import Listing
from claims.lang.words import Word


@dataclass(frozen=True)
class Marks:
    """The punctuation of a language: quotation marks, brackets, ends of sentences and clauses.

    `doubled` is a mark that some write for a straight one with two characters: ''. `single` is an
    apostrophe that some write for both marks of a quotation, with those marks.
    """

    quotes: Mapping[str, str]
    straight: frozenset[str]
    stops: frozenset[str]
    pauses: frozenset[str]
    colons: frozenset[str]
    breaks: frozenset[str]
    doubled: str
    brackets: Mapping[str, str]
    single: tuple[str, str, str] | None = None

    @cached_property
    def ends(self) -> frozenset[str]:
        """The marks that end a clause or a sentence."""
        return self.stops | self.pauses | self.colons

    @cached_property
    def edges(self) -> frozenset[str]:
        """The marks that a span does not begin or end with."""
        return (self.stops - {"?", "!"} | self.pauses | self.colons | {"、"}) - frozenset("？！")

    @cached_property
    def closers(self) -> frozenset[str]:
        """The marks that end a quotation."""
        return frozenset(self.quotes.values())

    @cached_property
    def quoting(self) -> frozenset[str]:
        """The marks that begin or end a quotation."""
        return self.closers.union(self.quotes, self.straight)


@dataclass(frozen=True)
class Lexicon:
    """What is listed of a word: its senses as a word of report, its kinds as a noun of speakers.

    A sense or kind is a short name such as `say`, `role`, `unnamed`: the pack's data decide.
    An entry may be several words of the text long, `longest` at most.
    """

    senses: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    longest: int = 3

    @cached_property
    def openings(self) -> frozenset[str]:
        """What an entry longer than itself begins with: words that may be the first of several."""
        forms = chain(self.senses, self.kinds)
        return frozenset(form[:size] for form in forms for size in range(1, len(form)))


@dataclass(frozen=True)
class Tags:
    """Parts of speech in the tag set of a language's segmenter, and words that link a qualifier.

    `functional` are those of which no noun phrase is made alone.
    """

    prepositions: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    times: frozenset[str]
    numerals: frozenset[str]
    nominals: tuple[str, ...]
    functional: frozenset[str]
    linkers: frozenset[str]


PhraseKind = Literal[
    "person", "body", "outlet", "unnamed", "pronoun", "voice", "document", "joint", "other"
]


@dataclass(frozen=True)
class Phrase:
    """A noun phrase that stands for a speaker, taken apart.

    `name` is what it is called without title and gloss; `aliases` are other names it gives.
    `role` is the office or trade as written, `body` the body it belongs to, `head` the folded
    noun of an unnamed one and `what` its type. `back` marks a phrase that points back (this
    official), `new` one that brings in someone new (an official), `another` one that is not the
    one before.
    `within` is the phrase of the issuer of a statement, `parts` are those of joint speakers.
    """

    kind: PhraseKind
    name: str = ""
    aliases: tuple[str, ...] = ()
    role: str = ""
    body: Phrase | None = None
    head: str = ""
    what: str = ""
    words: frozenset[str] = frozenset()
    number: str = "one"
    gender: str = "any"
    person: int = 3
    sense: str = ""
    senses: tuple[str, ...] = ()
    back: bool = False
    new: bool = False
    another: bool = False
    parts: tuple[Phrase, ...] = ()


class Quantity(NamedTuple):
    """A quantity on the page: offsets, the interval that it means, its unit, what it counts."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    counted: frozenset[str]


class Dated(NamedTuple):
    """Words of time on the page: their offsets and the first and last day that they mean.

    Not `sure` where they count from the day of an article that has none: then they can only be
    compared with others such.
    """

    start: int
    end: int
    first: str
    last: str
    sure: bool = True


class Dateline(NamedTuple):
    """What an agency's opening tells: the outlet as offsets into the line, the month and the day.

    The outlet is empty, and month and day are 0, where they are not told.
    """

    end: int
    outlet: tuple[int, int]
    month: int
    day: int


class Contrast(NamedTuple):
    """A word that has opposites: its place among words, the row it is in, and on which side.

    `kind` is opposite (a fact) or evaluation (a judgement), `side` 1 or -1; `fate` where the row is
    of what becomes of a person, of which there is one in an article: guilty or not, alive or dead.
    """

    at: int
    form: str
    kind: str
    row: int
    side: int
    fate: bool = False


class Clause(NamedTuple):
    """One clause of a content: its offsets, where its main part begins, how it is bound.

    Before `main` stand its condition, topic or time. `conditional` where it hangs on a
    condition, `goes_on` where it has no subject of its own and takes that of the one before,
    `states` where it can be true or false.
    """

    start: int
    end: int
    main: int
    conditional: bool
    goes_on: bool
    states: bool


class Modality(NamedTuple):
    """How a clause is meant: its degree of certainty and whether it denies, each with its word.

    `carries` where the degree holds on in a next clause that has no subject of its own.
    """

    certainty: str
    word: str
    negated: bool
    denier: str
    carries: bool


@dataclass(frozen=True)
class Language:
    """A language as the pipeline sees it."""

    code: str
    name: str
    marks: Marks
    tags: Tags
    fold: Callable[[str], str]
    segment: Callable[[str], tuple[Word, ...]]
    beginning: Callable[[str], str]
    ending: Callable[[str], str]
    dateline: Callable[[str], Dateline | None]
    lexicon: Lexicon
    models: Callable[[str], bytes]
    calibration: tuple[tuple[float, float], ...]
    parse: Callable[[str], Phrase]
    details: Callable[
        [str, tuple[int, int] | None, tuple[tuple[int, int], ...], int | None, int], Details
    ]
    date: Callable[[str, str], str]
    clauses: Callable[[tuple[Word, ...]], tuple[Clause, ...]]
    modality: Callable[[Sequence[Word], str], Modality]
    terms: Callable[[tuple[Word, ...]], Mapping[str, str]]
    quantities: Callable[[Sequence[Word], str], tuple[Quantity, ...]]
    dates: Callable[[str, int, int, str], tuple[Dated, ...]]
    opposites: Callable[[Sequence[Word]], tuple[Contrast, ...]]
    side: Callable[[str], str]
    agent_marks: frozenset[str]
    deeds: frozenset[str]
    beginnings: frozenset[str]
    portions: frozenset[str]
    linking: frozenset[str]
    instead: frozenset[str]
    impersonal: frozenset[str]
    stances: Listing[str]
    untrue: frozenset[str]
    holding: frozenset[str]
    needing: frozenset[str]
    spreading: frozenset[str]
    deniers: frozenset[str]
    withheld: frozenset[str]
    accounts: Mapping[str, str]
    about: frozenset[str]
    hanging: frozenset[str]
    owning: frozenset[str]
    possessive: frozenset[str]
    bare: frozenset[str]
    refusals: frozenset[str]
    mute: frozenset[str]
    unnaming: tuple[str, ...]
    spelling: frozenset[str]
    genitives: frozenset[str]
    articles: frozenset[str]
    explaining: frozenset[str]
    purposes: frozenset[str]
    alternatives: frozenset[str]
    either: frozenset[str]
    pointing: frozenset[str]
    unreal: frozenset[str]
    coming: frozenset[str]
    people: Callable[[str], list[tuple[int, int]]]
    names: Callable[[str], frozenset[str]]
    is_title: Callable[[str], bool]
    is_surname: Callable[[str], bool]
    split_name: Callable[[str], tuple[str, ...]]
    dots: frozenset[str]
    openings: frozenset[str]
    connectives: frozenset[str]
    addressing: frozenset[str]
    towards: frozenset[str]
    attached: frozenset[str]
    adverbial: frozenset[str]
    subordinates: frozenset[str]
    reasons: frozenset[str]
    contrasts: frozenset[str]
    continuing: frozenset[str]
    resuming: frozenset[str]
    occasions: frozenset[str]
    localizers: frozenset[str]
    particles: frozenset[str]
    closers: frozenset[str]
    reports: frozenset[str]
    families: tuple[frozenset[str], ...]
    unowned: frozenset[str]
    passive: Callable[[str, str], bool]
    countries: frozenset[str]
    agentless: frozenset[str]
    denying: frozenset[str]
    attitudes: frozenset[str]
    citing: frozenset[str]
    reporting: frozenset[str]
    free_order: bool
    finite: bool
    plain_floor: float


@dataclass(frozen=True)
class Details:
    """What stands around a word of report, beside source and content: offsets into the text."""

    addressee: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None
    time: tuple[int, int] | None = None
    negated: bool = False
