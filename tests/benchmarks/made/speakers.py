"""Those who speak in made articles, and what each is called there, at first and from then on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from .tables import Name, Script, load_table
from .words import Words, fill

Kind = Literal["person", "body", "outlet", "unnamed", "document"]
GLOSS, BARE, TITLED = 0.25, 0.7, 0.9  # how often: a gloss at first; later the name alone, or titled


@dataclass(frozen=True)
class Body:
    """A country, a town, a company, an agency: who has one name, which is always used."""

    id: str
    name: Name
    kind: Kind = "body"
    adjective: str = ""

    def call(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        """What the body is called."""
        return Words(self.name.of(script)).marked(self.id)

    def describe(self, script: Script) -> Words:
        """The body before what belongs to it: French, 法国."""
        own = self.adjective if script == "en" and self.adjective else self.name.of(script)
        return Words(own.removeprefix("the ")).marked(self.id)


@dataclass(frozen=True)
class Person:
    """Someone with an office for a side; `chinese` where the family name stands first."""

    id: str
    given: Name
    family: Name
    office: str
    side: Body
    chinese: bool = False
    kind: Kind = "person"

    def call(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        """What the person is called: with office and name at first, by one of them later on."""
        call = self._call_en if script == "en" else self._call_zh
        return call(script, chance, first, apposed).marked(self.id)

    @property
    def full(self) -> Name:
        """The whole name."""
        given, family = self.given, self.family
        if self.chinese:
            latin, hans = f"{family.en} {given.en}", family.hans + given.hans
            return Name(latin, hans, hans)
        return Name(*(f"{a}{dot}{b}" for a, b, dot in zip(given, family, " ··", strict=True)))

    def _office(self, code: str) -> str:
        return str(load_table("world")["office"][self.office][code])

    def _is_alone(self) -> bool:
        return bool(load_table("world")["office"][self.office].get("one"))

    def _call_zh(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        side, office = self.side.describe(script), self._office("zh")
        full, family = self.full.of(script), self.family.of(script)
        if first:
            whole = self.chinese or chance.random() < 0.6
            gloss = chance.random() < GLOSS and not self.chinese
            latin = self.full.en if whole or chance.random() < 0.5 else self.family.en
            name = (full if whole else family) + (f"（{latin}）" if gloss else "")
            return fill("{side}{office}{name}", side=side, office=office, name=name)
        taken = chance.random()
        if taken < BARE:
            return Words(full if self.chinese else family)
        if taken < TITLED or not self._is_alone():
            short = len(office) == 2  # 王市长, 市长马尔丁
            return Words(
                office + family if not self.chinese else family + office if short else full
            )
        return fill("{side}{office}", side=side, office=office)

    def _call_en(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        side, office = self.side.describe(script), self._office("en")
        low = office if self.office == "spokesman" else office.lower()
        if first:
            whole = self.chinese or chance.random() < 0.75
            if whole and apposed and chance.random() < 0.35:
                of = Words(self.side.name.en).marked(self.side.id)
                return fill("{name}, {low} of {of},", name=self.full.en, low=f"the {low}", of=of)
            name = self.full.en if whole else self.family.en
            return fill("{side} {office} {name}", side=side, office=office, name=name)
        taken = chance.random()
        if taken < BARE or not self._is_alone():
            return Words(self.family.en)
        if taken < TITLED:
            return Words(f"{office} {self.family.en}")
        return fill("the {side} {low}", side=side, low=low)


@dataclass(frozen=True)
class Unnamed:
    """Someone without a name, whom one outlet alone has spoken to."""

    id: str
    sort: str
    side: Body
    outlet: Body
    kind: Kind = "unnamed"

    def call(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        """How the one without a name is described; later by a word that points back."""
        row = load_table("world")["unnamed"][self.sort]
        if not first:
            return Words(row["later"][script != "en"]).marked(self.id)
        return _describe(row, self.side, script).marked(self.id)


@dataclass(frozen=True)
class Document:
    """Something written that nobody has signed."""

    id: str
    sort: str
    side: Body
    kind: Kind = "document"

    def call(self, script: Script, chance: random.Random, first: bool, apposed: bool) -> Words:
        """What the document is called."""
        row = load_table("world")["document"][self.sort]
        return _describe(row, self.side, script).marked(self.id)


def _describe(row: dict[str, str], side: Body, script: Script) -> Words:
    name, of = side.call(script, random.Random(0), True, False), side.describe(script)
    article = "an" if of.text[0] in "AEIOU" else "a"
    pattern = row["en" if script == "en" else "zh"]
    return fill(pattern, side=of, adjective=of, name=name, article=article)


Speaker = Body | Person | Unnamed | Document
