"""Articles on one event: those near in time that speak of the same things and people.

Articles come by day, and each is set against the last few stories with which it shares some of what
tells most of it; so the work grows with the number of articles, and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.corpus.groups import Groups
from claims.corpus.naming import is_full, last_part, outlet_key
from claims.corpus.pairing import pair_by_shared
from claims.corpus.sounds import CONSONANTS, sound_of, spell_name
from claims.lang import load_language
from claims.lang.words import Word
from claims.lang.world import find_body, find_known
from claims.model import Dossier
from claims.model.corpus import Story

HEAD = 500  # characters of an article that tell what it is about
TOP = 14  # things by which an article is known
NEXT = 12  # stories that an article or a story is compared with for each of them
SHARED = 3  # of those things an article and its story share
LIKELY = 20  # stories that share most of them with an article, one of which may be its own
LETTERS = 6  # of a name by whose spelling an article is known
DAYS = 21  # between two articles on one event that follow each other
_NUMBER = re.compile(r"(?<![\d.,])\d{2,}(?:[.,]\d+)*")


class _Bars(NamedTuple):
    """How alike two must be to be on one event, as cosines of what they speak of.

    In one language `same` by their words and by the sides that they speak of, summed; `alone` by
    their words, whatever the sides; `alike` by their words, where one speaks of no side. Across
    languages `abroad`, by all that is the same in every language.
    """

    same: float
    alone: float
    alike: float
    abroad: float


# An article and its story; two stories that grew apart.
GROWS = _Bars(same=0.67, alone=0.47, alike=0.3, abroad=0.4)
MEETS = _Bars(same=1.15, alone=math.inf, alike=0.5, abroad=0.5)


class Page(NamedTuple):
    """What is told of an article beside its text."""

    id: str
    lang: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True)
class Sketch:
    """What an article speaks of, and how often.

    `terms` are of its language, `world` what is the same in every language: countries, listed
    bodies, numbers, names in Latin letters, how speakers' names sound. `top` are those of both by
    which it is known.
    """

    page: Page
    terms: Mapping[str, int]
    world: Mapping[str, int]
    top: tuple[str, ...]


def sketch_article(dossier: Dossier) -> Sketch:
    """What an article speaks of.

    >>> from claims import make_dossier, read_text
    >>> page = make_dossier(read_text("默克尔说，以色列的空袭造成471人死亡。"))
    >>> sorted(sketch_article(page).world)
    ['#471', 'Israel', '~MKL']
    """
    page = dossier.document
    language = load_language(page.lang)
    words = language.segment(language.fold(f"{page.title}\n{page.text[:HEAD]}"))
    terms: Counter[str] = Counter()
    for (form, tag), times in Counter((word.form, word.tag) for word in words).items():
        for term in _terms_of(page.lang, form, tag):
            terms[term] += times
    world = Counter({id: n for term, n in terms.items() if (id := find_known(term))})
    world.update(f"#{number}" for number in _NUMBER.findall(page.text))
    world.update(_sounds(dossier))
    told = Page(page.id, page.lang, page.title, page.outlet, page.published)
    return Sketch(told, terms, world, (*_top(terms), *_top(world)))


@lru_cache(maxsize=50_000)
def _terms_of(lang: str, form: str, tag: str) -> tuple[str, ...]:
    """The terms of a word by itself; most words come again and again."""
    return tuple(load_language(lang).terms((Word(0, len(form), form, tag),)))


def _sounds(dossier: Dossier) -> Iterator[str]:
    """How the persons who speak are called in any script, twice each: sounds, names as spelled."""
    for one in dossier.speakers:
        if one.kind != "person" or one.anonymous:
            continue
        sound = sound_of(last_part(one.name))
        spelled = spell_name(one.name) if is_full(one.name) else ""
        told = [f"~{sound}"] if len(sound) >= CONSONANTS else []
        told += [f"~{spelled}"] if len(spelled) >= LETTERS else []
        yield from told + told


def _top(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda term: (-counts[term], term))[:TOP])


class _Bag:
    """What is spoken of, and how often, all in all."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.total = 0

    def take(self, counts: Mapping[str, int]) -> None:
        """Put more in."""
        self.counts.update(counts)
        self.total += sum(counts.values())

    def cosine(self, other: _Bag) -> float:
        """The cosine of the roots of how often two speak of things."""
        few, many = sorted((self.counts, other.counts), key=len)
        shared = math.fsum(math.sqrt(few[key] * many[key]) for key in few if key in many)
        return shared / max(1e-9, math.sqrt(self.total * other.total))

    def meet(self, other: _Bag) -> float:
        """The same across languages; more than countries must be in both."""
        few, many = sorted((self.counts, other.counts), key=len)
        both = (key for key in few if key in many)
        told = any(not key[0].isupper() or find_body(key) == key for key in both)
        return self.cosine(other) if told else 0.0


class _Growing:
    """A story while it grows: its articles, and what they speak of together.

    `sides` are the countries, bodies and people of its `world`.
    """

    def __init__(self) -> None:
        self.members: list[Sketch] = []
        self.terms: dict[str, _Bag] = defaultdict(_Bag)
        self.world, self.sides = _Bag(), _Bag()

    def take(self, one: Sketch) -> None:
        """Put an article in; they come by day."""
        self.members.append(one)
        self.terms[_language(one)].take(one.terms)
        self.world.take(one.world)
        self.sides.take({key: times for key, times in one.world.items() if _is_side(key)})

    @property
    def ids(self) -> list[str]:
        """The ids of its articles."""
        return [one.page.id for one in self.members]

    def suits(self, one: _Growing) -> float:
        """How well an article suits it: at least 1 where it is on the same event."""
        if not _are_near(self.members[-1], one.members[0]):
            return 0.0
        return self._compare(one, GROWS)

    def is_of_one_event(self, other: _Growing) -> bool:
        """Whether two stories that grew apart are one."""
        near = (_are_near(a.members[-1], b.members[0]) for a, b in ((self, other), (other, self)))
        return any(near) and self._compare(other, MEETS) >= 1

    def _compare(self, other: _Growing, bars: _Bars) -> float:
        """How alike two are, of how alike they must be."""
        cosines = [
            told.cosine(other.terms[code])
            for code, told in self.terms.items()
            if code in other.terms
        ]
        if not cosines:
            return self.world.meet(other.world) / bars.abroad
        words = max(cosines)
        if not self.sides.total or not other.sides.total:
            return words / bars.alike
        return max((words + self.sides.cosine(other.sides)) / bars.same, words / bars.alone)


def gather_stories(sketches: Sequence[Sketch], copies: Groups) -> tuple[Story, ...]:
    """The stories, each with its articles by day; one article alone is a story too.

    Each article joins the story that it suits best, or begins one; then stories are joined that
    grew apart. An article is set against what a story speaks of as a whole, so that one odd article
    does not make two events one.
    """
    order = sorted(sketches, key=lambda one: (one.page.published, one.page.id))
    grown = _grow(order)
    groups = Groups(one.page.id for one in order)
    shared = pair_by_shared([_top_of(one) for one in grown], NEXT)
    joined = (
        (grown[a].ids[0], grown[b].ids[0])
        for (a, b), times in sorted(shared.items())
        if times >= SHARED and grown[a].is_of_one_event(grown[b])
    )
    by_id = {one.page.id: one for one in order}
    days = {one.page.id: (one.page.published or "9", one.page.id) for one in order}
    same = [  # what came out first is no copy
        tuple(sorted(group, key=days.__getitem__)) for group in copies.gather() if len(group) > 1
    ]
    alike = ((ids[0], id) for ids in (*(one.ids for one in grown), *same) for id in ids)
    for one, other in (*joined, *alike):
        groups.join(one, other)
    held: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for group in same:
        held[groups.find(group[0])].append(group)
    told = (
        _tell([by_id[id] for id in ids], held.get(groups.find(ids[0]), ()))
        for ids in groups.gather()
    )
    return tuple(sorted(told, key=lambda one: one.id))


def _grow(order: Sequence[Sketch]) -> list[_Growing]:
    grown: list[_Growing] = []
    held: dict[str, dict[int, None]] = defaultdict(dict)
    for one in order:
        alone = _Growing()
        alone.take(one)
        shared = Counter(at for key in one.top for at in list(held[key])[-NEXT:])
        likely = [at for at, times in shared.most_common(LIKELY) if times >= SHARED]
        fits = {at: grown[at].suits(alone) for at in likely}
        best = max(fits, key=lambda at: (fits[at], -at), default=None)
        if best is None or fits[best] < 1:
            best = len(grown)
            grown.append(alone)
        else:
            grown[best].take(one)
        for key in one.top:
            held[key][best] = held[key].pop(best, None)
    return grown


def _top_of(one: _Growing) -> tuple[str, ...]:
    bags = (*one.terms.values(), one.world)
    return tuple(key for bag in bags for key in _top(bag.counts))


def _is_side(key: str) -> bool:
    """Whether what is the same in every language is a country, a body or somebody: no number, and
    no outlet, which articles on anything cite.
    """
    return not key.startswith("#") and not outlet_key(key)


def _language(one: Sketch) -> str:
    return one.page.lang.split("-")[0]


def _are_near(one: Sketch, other: Sketch) -> bool:
    a, b = one.page.published[:10], other.page.published[:10]
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= DAYS
    except ValueError:
        return True  # one has no day


def _tell(told: Sequence[Sketch], copies: Iterable[tuple[str, ...]]) -> Story:
    titles = sorted((one.page.published or "9", one.page.title) for one in told)
    return Story(
        id="T" + min(one.page.id for one in told),
        title=next((title for _, title in titles if title), ""),
        documents=tuple(one.page.id for one in told),
        copies=tuple(sorted(copies)),
    )
