"""Articles, made one after the other, each with what is true of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import count, islice
from typing import Generic, NamedTuple, TypeVar

from .events import Event, make_event
from .speakers import Body, Person, Speaker
from .tables import Script, code_of
from .words import Told, Words, fill, join
from .world import World, make_world
from .writing import Writer

SHORT, LONG = 450, 1450  # characters that an article is to have; it runs over by half a paragraph
WITHIN = 14 * 24 * 60  # minutes between the first article of an event and the last
AGENCY = 0.2  # of the outlets that print are agencies
LAST = 0.15  # of an article: the longest last paragraph that a copy may leave out
OPENINGS = {"en": "({outlet}) – ", "zh": "（{outlet}）"}
T = TypeVar("T")


class Named(NamedTuple):
    """Where an article names a speaker, whose id is the same in all articles."""

    start: int
    end: int
    speaker: str
    kind: str


class Said(NamedTuple):
    """A claim: where it stands, through whom it comes, and what it holds on which matter.

    The last of the chain says it, and is its origin; those before have passed it on. The outlet of
    the article itself is not among them.
    """

    start: int
    end: int
    chain: tuple[str, ...]
    matter: str
    position: str


@dataclass(frozen=True)
class Made:
    """An article and the truth of it.

    `event` is shared by the articles that tell of one event, `copy_of` the id of the article that
    this one has taken over. Two claims of one matter with one position repeat each other; whether
    two positions exclude each other, `clash` tells.
    """

    id: str
    lang: str
    script: Script
    outlet: str
    published: str
    title: str
    url: str
    text: str
    event: str
    copy_of: str | None
    named: tuple[Named, ...]
    said: tuple[Said, ...]

    @property
    def nested(self) -> bool:
        """Whether some claim comes through others than the outlet itself."""
        return any(len(one.chain) > 1 for one in self.said)


def clash(one: str, other: str) -> bool:
    """Whether two positions on one matter exclude each other.

    >>> clash("toll:3", "toll:5"), clash("did:a", "not:a"), clash("did:a", "did:b")
    (True, True, True)
    >>> clash("not:a", "not:b"), clash("did:a", "not:b"), clash("open:yes", "open:yes")
    (False, False, False)
    """
    (sort, value), (other_sort, other_value) = one.split(":", 1), other.split(":", 1)
    if sort == other_sort:
        return value != other_value and sort != "not"
    return value == other_value


def make_articles(number: int, seed: int = 0) -> Iterator[Made]:
    """So many articles, the same each time; the first ones do not hang on how many follow.

    They come event by event; of the last event some may be missing.

    >>> [one.id for one in make_articles(2)]
    ['made-000000', 'made-000001']
    """
    return islice(_make_all(seed), number)


def _make_all(seed: int) -> Iterator[Made]:
    world, decks = make_world(seed), _Decks(random.Random(f"{seed}/decks"))
    numbers = count()
    for place in count():
        yield from _tell_event(make_event(place, seed, world), seed, decks, world, numbers)


class _Deck(Generic[T]):
    """Cards that are dealt in any order, but each as often as it stands there."""

    def __init__(self, chance: random.Random, cards: Sequence[T]) -> None:
        self._chance, self._cards, self._left = chance, cards, list[T]()

    def deal(self) -> T:
        """The next card."""
        if not self._left:
            self._left = self._chance.sample(self._cards, len(self._cards))
        return self._left.pop()


class _Decks:
    """What is to be right in the whole: scripts, nested ones, lengths, and how many are copies.

    `owed` are copies that were dealt and have found nothing yet that they could copy.
    """

    def __init__(self, chance: random.Random) -> None:
        scripts: list[Script] = ["hans", "hans", "hans", "hant", "en", "en"]
        self.scripts = _Deck(chance, scripts)
        self.nested = _Deck(chance, [True, False])
        self.copies = _Deck(chance, [True] + [False] * 19)
        self.sizes = _Deck(chance, range(SHORT, LONG, 20))
        self.owed = 0


class _Draft(NamedTuple):
    """An article as its paragraphs, before it is printed."""

    id: str
    script: Script
    nested: bool
    outlet: Body
    published: datetime
    title: str
    paragraphs: Sequence[Words]
    copy_of: str | None = None


def _tell_event(
    event: Event, seed: int, decks: _Decks, world: World, numbers: Iterator[int]
) -> Iterator[Made]:
    """The articles of an event, by time."""
    chance = random.Random(f"{seed}/{event.id}")
    minutes = sorted(int(WITHIN * chance.random() ** 2) for _ in range(event.size))
    drafts: list[_Draft] = []
    for number, minute in zip(numbers, minutes, strict=False):
        draft = _draft(event, f"made-{number:06d}", minute, decks, world, chance)
        decks.owed += decks.copies.deal()
        originals = [one for one in drafts if _may_copy(draft, one)]
        if decks.owed and originals:
            decks.owed -= 1
            draft = _copy(draft, chance.choice(originals), chance)
        drafts.append(draft)
        yield _print(draft, event)


def _draft(
    event: Event, id: str, minute: int, decks: _Decks, world: World, chance: random.Random
) -> _Draft:
    script, nested, size = decks.scripts.deal(), decks.nested.deal(), decks.sizes.deal()
    published = event.begins + timedelta(minutes=minute)
    outlet = chance.choice(event.relays if chance.random() < AGENCY else world.papers[script])
    writer = Writer(event, script, outlet, published.date(), chance)
    paragraphs = writer.write(size, nested)
    return _Draft(id, script, nested, outlet, published, writer.title(), paragraphs)


def _may_copy(draft: _Draft, original: _Draft) -> bool:
    same = draft.script == original.script and draft.nested == original.nested
    return same and original.copy_of is None and draft.outlet.id != original.outlet.id


def _copy(draft: _Draft, original: _Draft, chance: random.Random) -> _Draft:
    """What an outlet prints that takes an article over: with its origin, perhaps cut at the end."""
    first, *others = original.paragraphs
    short = sum(len(one.text) for one in original.paragraphs) * LAST
    if others and len(others[-1].text) < short and chance.random() < 0.5:
        others.pop()
    outlet = Words(original.outlet.name.of(draft.script)).marked(original.outlet.id)
    opened = join([fill(OPENINGS[code_of(draft.script)], outlet=outlet), first])
    return draft._replace(title=original.title, paragraphs=[opened, *others], copy_of=original.id)


# ---------------------------------------------------------------- from draft to article
def _print(draft: _Draft, event: Event) -> Made:
    """An article as it is printed, in its script, with what its marks say."""
    turn = _turn if draft.script == "hant" else str
    page = join(draft.paragraphs, "\n").changed(turn)
    kinds = {one.id: one.kind for one in (*_list_speakers(event), draft.outlet)}
    marks = sorted(page.marks, key=lambda mark: (mark.start, -mark.end))
    return Made(
        id=draft.id,
        lang=code_of(draft.script),
        script=draft.script,
        outlet=turn(draft.outlet.name.of(draft.script)),
        published=f"{draft.published:%Y-%m-%dT%H:%M}",
        title=turn(draft.title),
        url=f"https://{draft.script}.example/{draft.published:%Y/%m/%d}/{draft.id}.html",
        text=page.text,
        event=event.id,
        copy_of=draft.copy_of,
        named=tuple(
            Named(start, end, what, kinds.get(what, "outlet"))
            for start, end, what in marks
            if isinstance(what, str)
        ),
        said=tuple(Said(start, end, *what) for start, end, what in marks if isinstance(what, Told)),
    )


def _list_speakers(event: Event) -> Iterator[Speaker]:
    yield from (one.speaker for one in event.members)
    yield from event.documents
    yield from event.heads.values()
    yield from event.parties.values()
    yield from (event.town, event.country.body)
    yield from (one.speaker.side for one in event.members if isinstance(one.speaker, Person))
    yield from (one.side for one in event.documents)


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2tw").convert
    return convert


def _turn(text: str) -> str:
    """Simplified characters as traditional ones, with their marks of quotation."""
    return _converter()(text).translate(str.maketrans("“”‘’", "「」『』"))
