"""The world of made articles: its countries, towns and outlets, and who holds which office."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from .speakers import Body, Person
from .tables import Name, Script, add_names, load_table, parse_name

TOWNS = 12  # of a country
CHINA = Body("country:china", Name("China", "中国", "中国"), adjective="Chinese")
OFFICES = ("foreign", "defence", "spokesman")


@dataclass(frozen=True)
class Country:
    """A country with its towns, and its officials where it has any that speak."""

    body: Body
    towns: tuple[Body, ...]
    officials: dict[str, Person]


@dataclass(frozen=True)
class World:
    """All that lasts longer than one event."""

    countries: tuple[Country, ...]
    china: Country
    agencies: tuple[Body, ...]
    bodies: tuple[Body, ...]
    papers: dict[Script, tuple[Body, ...]]


@lru_cache(maxsize=4)
def make_world(seed: int) -> World:
    """The world of a seed."""
    chance, tables = random.Random(f"{seed}/world"), load_table("world")
    towns = _list_towns(chance)
    rows = tables["country"]
    shares = [tuple(towns[at : at + TOWNS]) for at in range(0, len(rows) * TOWNS, TOWNS)]
    china = tuple(_make_town(parse_name(row)) for row in tables["town"]["china"])
    return World(
        tuple(_make_country(row, own, chance) for row, own in zip(rows, shares, strict=True)),
        Country(CHINA, china, {}),
        tuple(_make_outlet(parse_name([row["en"], row["zh"]])) for row in tables["agency"]),
        tuple(_make_body("body", row) for row in tables["body"]),
        {script: tuple(_make_outlet(Name(*[name] * 3)) for name in names)
         for script, names in tables["paper"].items()},
    )  # fmt: skip


def _list_towns(chance: random.Random) -> list[Body]:
    table = load_table("world")["town"]
    pairs = list(product(map(parse_name, table["head"]), map(parse_name, table["tail"])))
    chance.shuffle(pairs)
    return [_make_town(add_names(head, tail)) for head, tail in pairs]


def _make_town(name: Name) -> Body:
    return Body(f"town:{name.en}", name)


def _make_outlet(name: Name) -> Body:
    return Body(f"outlet:{name.en}", name, kind="outlet")


def _make_body(sort: str, row: dict[str, str]) -> Body:
    name = parse_name([row["en"], row["zh"]])
    return Body(f"{sort}:{row['id']}", name, adjective=row.get("adjective", ""))


def _make_country(row: dict[str, str], towns: tuple[Body, ...], chance: random.Random) -> Country:
    body = _make_body("country", row)
    offices = {"head": row["head"], **{office: office for office in OFFICES}}
    officials = {
        role: invent_person(f"{row['id']}/{role}", office, body, chance)
        for role, office in offices.items()
    }
    return Country(body, towns, officials)


def invent_person(id: str, office: str, side: Body, chance: random.Random) -> Person:
    """Someone new, with a name written by sound."""
    given = parse_name(chance.choice(load_table("names")["given"]))
    return Person(id, given, invent_family(chance), office, side)


def invent_chinese(id: str, office: str, side: Body, chance: random.Random) -> Person:
    """Someone new, with a Chinese name."""
    family = parse_name(chance.choice(load_table("names")["surname"]))
    return Person(id, _invent_pair(chance), family, office, side, chinese=True)


def invent_family(chance: random.Random) -> Name:
    """A family name of two parts."""
    tables = load_table("names")
    head, tail = (parse_name(chance.choice(tables[part])) for part in ("head", "tail"))
    return add_names(head, tail)


def invent_company(trade: Name, chinese: bool, chance: random.Random) -> Body:
    """A company, called by an invented name and its trade."""
    own = _invent_pair(chance) if chinese else invent_family(chance)
    name = add_names(own, trade, (" ", ""))
    return Body(f"company:{name.en}", name)


def _invent_pair(chance: random.Random) -> Name:
    tables = load_table("names")
    one, other = (parse_name(chance.choice(tables[part])) for part in ("first", "second"))
    both = add_names(one, other)
    return both._replace(en=both.en.capitalize())
