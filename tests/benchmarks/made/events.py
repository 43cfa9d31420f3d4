"""Events of which made articles tell: where, when, who speaks there, and who holds what."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from .speakers import Body, Document, Person, Speaker, Unnamed
from .tables import Name, add_names, load_table, parse_name
from .world import CHINA, Country, World, invent_chinese, invent_company, invent_person

FIRST, DAYS = datetime(2031, 1, 1), 730  # two years, in which nothing has happened yet
LEAST, MOST = 3, 40  # articles of an event
TAKEN = 0.7  # of the sentences that go with any event
HOMELY = 0.2  # of the events that are no matter between countries
LOCAL = ("mayor", "doctor", "union")  # one each in a town, whatever happens there


@dataclass(frozen=True)
class Member:
    """One who speaks at an event, and what that one holds on each of its matters."""

    speaker: Speaker
    held: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Event:
    """An event: what a kind of event comes to in one place, between two parties.

    `parties` are a and b, who may have done it; `tolls` the numbers that are told of the dead,
    `things` the words that articles on this event have for what is around.
    """

    id: str
    kind: str
    country: Country
    town: Body
    river: Name
    street: Name
    parties: dict[str, Body]
    tolls: dict[str, int]
    things: dict[str, Name]
    begins: datetime
    size: int
    members: tuple[Member, ...] = ()
    documents: tuple[Document, ...] = ()
    relays: tuple[Body, ...] = ()
    heads: dict[str, Person] = field(default_factory=dict)

    def rows(self, code: str) -> dict[str, Any]:
        """The sentences of the event's kind in a language."""
        return list_kinds(code)[self.kind]

    def choose(self, sort: str, code: str) -> list[str]:
        """Those of the sentences that go with any event which are told of this one."""
        rows = load_table(code)[sort]["any"]
        return random.Random(f"{self.id}/{sort}").sample(rows, int(len(rows) * TAKEN))


@cache
def list_kinds(code: str) -> dict[str, dict[str, Any]]:
    """The kinds of events by id, with their sentences in a language."""
    return {row["id"]: row for row in load_table(code)["kind"]}


def make_event(number: int, seed: int, world: World) -> Event:
    """An event by its number; it does not hang on the others."""
    chance = random.Random(f"{seed}/event/{number}")
    id, kind = f"e{number}", chance.choice(sorted(list_kinds("zh")))
    trades = load_table("names")["trade"].get(kind)
    homely = trades is not None and chance.random() < HOMELY
    country = world.china if homely else chance.choice(world.countries)
    low = chance.randint(3, 60)
    middle = low + chance.randint(2, 30)
    event = Event(
        id,
        kind,
        country,
        chance.choice(country.towns),
        _invent_river(homely, chance),
        parse_name(chance.choice(load_table("world")["town"]["street"])),
        _choose_parties(country, trades, world, chance),
        {"low": low, "middle": middle, "high": middle + chance.randint(5, 200)},
        {sort: parse_name(chance.choice(rows)) for sort, rows in load_table("things").items()},
        FIRST + timedelta(days=chance.randrange(DAYS - 20), hours=chance.randrange(24)),
        LEAST + int((MOST - LEAST + 1) * chance.random() ** 3),
        relays=tuple(chance.sample(world.agencies, 3)),
    )
    return _people(event, seed, world, chance)


def _invent_river(chinese: bool, chance: random.Random) -> Name:
    table = load_table("world")["town"]
    if chinese:
        return parse_name(chance.choice(table["china_river"]))
    head, tail = (parse_name(chance.choice(table[part])) for part in ("head", "river"))
    return add_names(head, tail)


def _choose_parties(
    country: Country, trades: list[list[str]] | None, world: World, chance: random.Random
) -> dict[str, Body]:
    if trades is None:
        neighbour = chance.choice([one for one in world.countries if one is not country])
        return {"a": country.body, "b": neighbour.body}
    chinese = country is world.china
    one, other = (invent_company(parse_name(trade), chinese, chance) for trade in trades)
    return {"a": one, "b": other}


def _people(event: Event, seed: int, world: World, chance: random.Random) -> Event:
    """The event with those who speak there."""
    countries = {one.body.id: one for one in world.countries}
    parties = ((of, countries.get(party.id)) for of, party in event.parties.items())
    sides = {of: country for of, country in parties if country is not None}
    others = [one for one in world.countries if one.body not in event.parties.values()]
    sides |= {"c": chance.choice(others), "country": event.country}
    cast = _Cast(event, sides, seed, chance.choice(world.bodies), iter(event.relays))
    rows = load_table("world")["cast"]["countries" if "a" in sides else "companies"]
    found = [(cast.find(row["who"], row["of"]), _hold(row, event)) for row in rows]
    memo = Document(f"{event.id}/memo", "memo", event.country.body)
    report = Document(f"{event.id}/report", "report", chance.choice(world.bodies))
    return replace(
        event,
        members=tuple(Member(speaker, held) for speaker, held in found if speaker is not None),
        documents=(memo, report),
        heads={of: side.officials["head"] for of, side in sides.items() if side.officials},
    )


@dataclass(frozen=True)
class _Cast:
    """Where those who speak at an event are found, or invented: one for each office and side."""

    event: Event
    sides: dict[str, Country]
    seed: int
    body: Body
    outlets: Iterator[Body]

    def find(self, role: str, of: str) -> Speaker | None:
        """Who speaks in a role for a side; None where the country has nobody who does."""
        event = self.event
        side = event.town if of == "town" else event.parties.get(of, event.country.body)
        if role in load_table("world")["unnamed"]:
            return Unnamed(f"{event.id}/{role}", role, side, next(self.outlets))
        if role == "shopkeeper":
            return self._invent(f"{event.id}/{role}", role, side)
        if role in LOCAL or role == "company":
            return self._invent(f"{side.id}/{role}", role, side)
        if role in ("ministry", "police"):
            return _make_part(role, side)
        return self.body if role == "body" else self.sides[of].officials.get(role)

    def _invent(self, id: str, role: str, side: Body) -> Person:
        chinese = self.event.country.body is CHINA
        invent = invent_chinese if chinese else invent_person
        return invent(id, role, side, random.Random(f"{self.seed}/{id}"))


def _make_part(role: str, of: Body) -> Body:
    """A part of a country or town that speaks by itself."""
    if role == "police":
        police = Name("police", "警方", "警方")
        return Body(f"{of.id}/police", add_names(of.name, police, (" ", "")))
    name = Name(f"the {of.adjective} Defence Ministry", *[f"{of.name.hans}国防部"] * 2)
    return Body(f"{of.id}/defence", name)


def _hold(row: dict[str, Any], event: Event) -> dict[str, tuple[str, ...]]:
    """What a member holds on the matters that the event has."""
    kind = event.rows("zh")
    held: dict[str, tuple[str, ...]] = {}
    if "blame" in row:
        told = (one.split() for one in row["blame"])
        held["blame"] = tuple(f"{stance}:{event.parties[of].id}" for stance, of in told)
    if "toll" in row and "toll" in kind:
        held["toll"] = (f"toll:{event.tolls[row['toll']]}",)
    if "open" in row:
        held["open"] = (f"open:{row['open']}",)
    return held
