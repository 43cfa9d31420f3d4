"""The text as a row of sentences, and the places at which its speakers stand by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.lang.base import Language, Phrase
from claims.lang.spotting import spot
from claims.model.text import Span
from claims.resolve.entities import Entity

LONGEST_TITLE = 15  # characters between the beginning of a clause and the name that it opens with


class Sight(NamedTuple):
    """A place at which a named speaker stands."""

    place: int
    entity: Entity


class Scene:
    """The text as a row of sentences with those who are seen in them, in order.

    `text` is folded, of the same length as it is written.
    """

    def __init__(self, text: str, language: Language) -> None:
        self.written = text
        self.text = language.fold(text)
        self.language = language
        marks = language.marks
        stops = "".join(marks.stops) + "\n"
        self._ends = [m.end() for m in re.finditer(f"[{re.escape(stops)}]", self.text)]
        self._openings = tuple(sorted(language.openings, key=lambda word: (-len(word), word)))
        self._edges = marks.ends | marks.straight | frozenset(marks.quotes) | {"\n"}
        self._sights: list[Sight] = []
        self._places: list[int] = []
        self._opening: dict[int, bool] = {}

    def people(self) -> list[tuple[Phrase, int, int]]:
        """The names of persons in the text, each taken apart, and where it stands.

        Those with a title or a gloss, and then each name that the text makes known without one.
        """
        found = self.language.people(self.text)
        titled = "".join(self.text[a:b] + "\n" for a, b in found)
        bare = [name for name in self.language.names(self.text) if name not in titled]
        places = sorted((self.text.index(name), len(name)) for name in bare)
        found = sorted([*found, *((at, at + size) for at, size in places)])
        return [(self.language.parse(self.written[a:b]), a, b) for a, b in found]

    def sentence(self, place: int) -> int:
        """The number of the sentence in which a place lies."""
        return bisect_left(self._ends, place + 1)

    def start_of(self, place: int) -> int:
        """Where the sentence of a place begins."""
        number = self.sentence(place)
        return self._ends[number - 1] if number else 0

    # ------------------------------------------------------------ seeing
    def index(self, entities: list[Entity]) -> None:
        """Find every place where a named speaker stands in the text, subject or not."""
        owner: dict[str, Entity] = {}
        for entity in entities:
            for name in entity.names:
                if len(name) > 1:
                    owner.setdefault(name, entity)
        short = self._surnames(entities, owner)
        text = _lowered(self.text)
        for place, end in spot(text, [*owner, *short]):
            written = text[place:end]
            seen = owner.get(written) or short[written]
            if written not in owner and not self.text[place].isupper():
                continue  # brown, and no Brown
            self._sights.append(Sight(place, seen))
            self._places.append(place)
            seen.see(place)

    def _surnames(
        self, entities: list[Entity], owner: Mapping[str, Entity]
    ) -> Mapping[str, Entity]:
        """The last parts of the names of people, where only one has it, in an alphabet."""
        found: dict[str, list[Entity]] = {}
        for entity in entities:
            if entity.kind != "person" or entity.anonymous or " " not in self.language.dots:
                continue
            parts = {name.rpartition(" ")[2] for name in entity.names if " " in name}
            for part in parts:
                found.setdefault(part, []).append(entity)
        return {
            part: rows[0] for part, rows in found.items() if len(rows) == 1 and part not in owner
        }

    def opens(self, sight: Sight) -> bool:
        """Whether a speaker is the subject of a clause: nothing but titles stands before it."""
        if sight.place not in self._opening:
            self._opening[sight.place] = self._opens(sight.place)
        return self._opening[sight.place]

    def _opens(self, place: int) -> bool:
        edge = place
        while edge > 0 and self.text[edge - 1] not in self._edges:
            edge -= 1
            if place - edge > LONGEST_TITLE:
                return False
        return self._is_title(self.text[edge:place])

    def _is_title(self, before: str) -> bool:
        low = before.lower()
        if low.startswith(self._openings):
            opening = next(word for word in self._openings if low.startswith(word))
            before = before[len(opening) :].lstrip()
        return before == "" or self.language.is_title(before)

    # ------------------------------------------------------------ looking back
    def back_from(self, place: int, sentences: int) -> Iterator[Sight]:
        """Those seen before a place, the last one first, in its sentence and some before it."""
        here = self.sentence(place)
        for x in range(bisect_left(self._places, place) - 1, -1, -1):
            if here - self.sentence(self._places[x]) > sentences:
                return
            yield self._sights[x]

    def body_before(self, place: int) -> Entity | None:
        """The last subject of a clause that is no person, in this sentence or the one before."""
        rows = (
            s.entity
            for s in self.back_from(place, 1)
            if self.opens(s) and s.entity.kind != "person"
        )
        return next(rows, None)

    def pair_before(self, place: int, people: bool) -> tuple[int, ...]:
        """The two last seen before a place, maybe people only: whom 两位领导人 can mean."""
        found: list[int] = []
        for sight in self.back_from(place, len(self._ends)):
            order = sight.entity.order
            if order not in found and (sight.entity.kind == "person" or not people):
                found.append(order)
            if len(found) == 2:
                break
        return tuple(sorted(found))

    def subject_between(self, low: int, high: int, outside: tuple[Span, ...] = ()) -> Entity | None:
        """The first subject of a clause between two places that stands outside some spans."""
        for x in range(bisect_left(self._places, low), bisect_left(self._places, high)):
            sight = self._sights[x]
            held = any(span.start <= sight.place < span.end for span in outside)
            if not held and self.opens(sight):
                return sight.entity
        return None


def _lowered(text: str) -> str:
    """The text in small letters, of the same length: where the small form is longer, as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
