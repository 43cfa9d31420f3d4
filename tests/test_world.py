"""The table of Wikidata items: what it names is known, and each item is one thing only."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from claims.lang.outlets import load_outlets
from claims.lang.packs import PACKS, load_pack
from claims.lang.world import find_body, find_country, find_wikidata

TABLE = tomllib.loads(files("claims.lang").joinpath("wikidata.toml").read_text("utf-8"))
KINDS = ("country", "body", "outlet")


def _known(kind: str, id: str) -> bool:
    if kind == "outlet":
        return id in {outlet.id for outlet in load_outlets()}
    find = find_country if kind == "country" else find_body
    return find(id) == id


def test_table_has_these_kinds() -> None:
    assert tuple(TABLE) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_is_a_known_id(kind: str) -> None:
    assert [id for id in TABLE[kind] if not _known(kind, id)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_items_are_sorted_and_none_stands_twice(kind: str) -> None:
    ids, items = list(TABLE[kind]), Counter(TABLE[kind].values())
    assert ids == sorted(ids)
    assert [item for item, times in items.items() if times > 1] == []
    assert [item for item in items if not re.fullmatch(r"Q[1-9]\d*", item)] == []


@pytest.mark.parametrize("code", PACKS)
def test_every_country_has_an_item(code: str) -> None:
    listed = [entry.words[0] for entry in load_pack(code).of("country")]
    assert [word for word in listed if not find_wikidata(find_country(word))] == []


def test_an_id_of_two_kinds_has_one_item() -> None:
    held: dict[str, set[str]] = {}
    for kind in KINDS:
        for id, item in TABLE[kind].items():
            held.setdefault(id, set()).add(item)
    assert {id for id, items in held.items() if len(items) > 1} == set()


@pytest.mark.parametrize(
    ("id", "item"),
    [
        ("United Nations", "Q1065"),
        (find_body("世界卫生组织"), "Q7817"),
        (find_country("法国"), "Q142"),
        ("reuters", "Q130879"),
        ("bridge", ""),
        ("", ""),
    ],
)
def test_an_id_is_found(id: str, item: str) -> None:
    assert find_wikidata(id) == item


@pytest.mark.parametrize(
    "names",
    [
        ("联合国人权理事会", "UNHRC", "UN Human Rights Council"),
        ("中国商务部", "MOFCOM", "Chinese Commerce Ministry"),
        ("法律与公正党", "PiS", "Law and Justice"),
        ("英国石油公司", "英国石油", "BP"),
        ("国民力量党", "PPP", "People Power Party"),
        ("巴勒斯坦红新月会", "Palestinian Red Crescent"),
        ("无国界记者", "Reporters Without Borders"),
        ("快速支援部队", "Rapid Support Forces"),
    ],
)
def test_a_body_has_one_id_in_all_languages(names: tuple[str, ...]) -> None:
    assert len({find_body(name) for name in names}) == 1
    assert find_body(names[0])


def test_letters_that_two_bodies_have_are_a_name_of_neither() -> None:
    assert find_body("RSF") == ""


def test_what_the_table_adds_to_a_body_stands_there_once() -> None:
    table = tomllib.loads(files("claims.lang").joinpath("world.toml").read_text("utf-8"))
    words = Counter(w for row in table["body"] for code in PACKS for w in row[code])
    assert [word for word, times in words.items() if times > 1] == []
    split = [row["id"] for row in table["body"] for code in PACKS for w in row[code]
             if find_body(w) not in (row["id"], find_body(row["id"]))]  # fmt: skip
    assert split == []
