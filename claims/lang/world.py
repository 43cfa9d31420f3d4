"""Countries, bodies and offices of the news, known in every language by one id.

The packs list them in their own words; `world.toml` has what makes the words of one language those
of another. An id is the English name of a country or body, or the id of an office or ministry.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from claims.lang.packs import PACKS, Entry, load_pack
from claims.lang.spotting import match_any

PLACES = ("region", "city")  # kinds of places that a country has


@cache
def find_country(word: str) -> str:
    """The country that a word names, or lies in; nothing for other words.

    >>> find_country("加沙"), find_country("Gaza"), find_country("美"), find_country("bridge")
    ('Palestine', 'Palestine', 'United States', '')
    """
    return _places().get(word, "")


@cache
def find_state(word: str) -> str:
    """The country that a word names itself, and no city or part of it.

    >>> find_state("法国"), find_state("French"), find_state("巴黎"), find_state("加沙")
    ('France', 'France', '', 'Palestine')
    """
    return _states().get(word, "")


@cache
def find_capital(word: str) -> str:
    """The country whose capital a word names; nothing for other words.

    >>> find_capital("巴黎"), find_capital("Paris"), find_capital("France")
    ('France', 'France', '')
    """
    return _capitals().get(word, "")


@cache
def find_body(name: str) -> str:
    """The id of a listed body by any of its names; nothing for others.

    >>> find_body("世界卫生组织"), find_body("WHO")
    ('World Health Organization', 'World Health Organization')
    """
    return _bodies().get(name, "")


def find_known(name: str) -> str:
    """The country or listed body that a name means in any language; nothing for others.

    >>> find_known("法国"), find_known("世卫组织"), find_known("bridge")
    ('France', 'World Health Organization', '')
    """
    return find_country(name) or find_body(name)


@cache
def find_side(name: str) -> str:
    """The country that a name of a country, a place in it or one of its bodies stands for.

    >>> find_side("哈马斯"), find_side("加沙"), find_side("Israel Defense Forces"), find_side("WHO")
    ('Palestine', 'Palestine', 'Israel', '')
    """
    return find_country(name) or _homes().get(find_body(name), "")


def find_sides(text: str, code: str) -> list[str]:
    """The countries that a folded text speaks of, itself, by a place in them or by their bodies.

    >>> find_sides("加沙的武装人员和以色列军队", "zh")
    ['Palestine', 'Israel']
    """
    found = (find_side(match.group()) for match in _side_names(code).finditer(text))
    return list(dict.fromkeys(found))


@cache
def _side_names(code: str) -> re.Pattern[str]:
    """The names of a language that stand for a country: its own, its places', its bodies'."""
    pack = load_pack(code)
    entries = (e for kind in ("country", "body", *PLACES) for e in pack.of(kind))
    told = {word for entry in entries for word in entry.words}
    told |= {word for row in _table().get("body", ()) for word in row[code]}
    return match_any(name for name in told if len(name) > 1 and find_side(name))


def find_office(role: str) -> str:
    """The id of an office that one alone holds at a time, by its words; nothing for others.

    >>> find_office("总理"), find_office("Prime Minister"), find_office("发言人")
    ('head_of_government', 'head_of_government', '')
    """
    return _ending("office").get(role, "")


def is_of_bodies(office: str) -> bool:
    """Whether an office is one that bodies have, and not countries alone.

    >>> is_of_bodies("secretary_general"), is_of_bodies("president")
    (True, False)
    """
    return office in _marked("office", "of_bodies")


def is_leading(office: str) -> bool:
    """Whether a government is called by who holds an office.

    >>> is_leading("president"), is_leading("foreign_minister")
    (True, False)
    """
    return office in _marked("office", "leads")


def find_ministry(name: str) -> tuple[str, str]:
    """The ministry that a name ends with, and what stands before it.

    >>> find_ministry("加沙卫生部"), find_ministry("Gaza Health Ministry")
    (('health', '加沙'), ('health', 'Gaza'))
    """
    table = _ending("ministry")
    for start in range(len(name)):
        if name[start:] in table:
            return table[name[start:]], name[:start].strip()
    return "", name


def find_ministry_of(name: str) -> tuple[str, str]:
    """The same of a name that begins with the ministry, and what stands behind it.

    >>> find_ministry_of("Ministry of Health of Singapore")
    ('health', 'of Singapore')
    """
    table = _ending("ministry")
    for end in range(len(name), 0, -1):
        if name[end:][:1] in (" ", "") and name[:end] in table:
            return table[name[:end]], name[end:].strip()
    return "", name


def is_local(ministry: str) -> bool:
    """Whether a ministry with a capital before it is that town's: the Paris police.

    >>> is_local("police"), is_local("government")
    (True, False)
    """
    return ministry in _marked("ministry", "local")


def find_bare_ministry(name: str) -> str:
    """The ministry that a name means without telling whose it is; nothing for what towns have too.

    >>> [find_bare_ministry(name) for name in ("当地卫生部门", "加沙卫生部", "警方")]
    ['health', '', '']
    """
    ministry, before = find_ministry(name)
    bare = not before or before in _ending("here")
    return ministry if bare and ministry not in _marked("ministry", "common") else ""


@cache
def find_wikidata(id: str) -> str:
    """The Wikidata item of a country, a body or an outlet, by its id; nothing where none is known.

    >>> find_wikidata("Palestine"), find_wikidata(find_body("WHO")), find_wikidata("nyt")
    ('Q219060', 'Q7817', 'Q9684')
    """
    return next((table[id] for table in _wikidata().values() if id in table), "")


@cache
def _ending(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in _table().get(kind, ()):
        told = [word for code in PACKS for word in row[code] if row.get("one", True)]
        found.update(dict.fromkeys(told, row["id"]))
        # English writes them in small letters too: Gaza's health ministry, the president
        found.update({word.lower(): row["id"] for word in told})
    return MappingProxyType(found)


@cache
def _marked(kind: str, mark: str) -> frozenset[str]:
    """The ids of the rows of a kind that have a mark."""
    return frozenset(row["id"] for row in _table().get(kind, ()) if row.get(mark))


@cache
def _table() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    return tomllib.loads(files("claims.lang").joinpath("world.toml").read_text("utf-8"))


@cache
def _wikidata() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("claims.lang").joinpath("wikidata.toml").read_text("utf-8"))


@cache
def _states() -> Mapping[str, str]:
    """The names of countries and what is of them, in every language."""
    names = _names("country")
    found = dict(names)
    for code in PACKS:
        for entry in load_pack(code).of("country"):
            for word in entry.get("demonym", ()):
                found.setdefault(word, names[entry.words[0]])
    return MappingProxyType(found)


@cache
def _capitals() -> Mapping[str, str]:
    names = _names("country")
    countries = [entry for code in PACKS for entry in load_pack(code).of("country")]
    told = ((word, names[one.words[0]]) for one in countries for word in one.get("capital", ()))
    return MappingProxyType(dict(reversed(list(told))))  # the first that has it


@cache
def _places() -> Mapping[str, str]:
    names = _names("country")
    found: dict[str, str] = {**_capitals(), **_states()}
    for code in PACKS:
        for kind in PLACES:
            for entry in load_pack(code).of(kind):
                country = names.get(entry.get("country", ""), "")
                if country:
                    for word in entry.words:
                        found.setdefault(word, country)
    shared = _shared_shorts()
    for word, id in shared.items():
        found.setdefault(word, id)
    return MappingProxyType(found)


def _shared_shorts() -> Mapping[str, str]:
    """Short forms that one country alone has: 美."""
    held: dict[str, set[str]] = {}
    names = _names("country")
    for code in PACKS:
        for entry in load_pack(code).of("country"):
            for word in _shorts(entry):
                held.setdefault(word, set()).add(names[entry.words[0]])
    return {word: min(ids) for word, ids in held.items() if len(ids) == 1}


@cache
def _homes() -> Mapping[str, str]:
    """The country of each listed body that has one."""
    names, bodies = _names("country"), _names("body")
    found: dict[str, str] = {}
    for code in PACKS:
        for entry in load_pack(code).of("body"):
            if country := names.get(entry.get("country") or ""):
                found.setdefault(bodies[entry.words[0]], country)
    return MappingProxyType(found)


@cache
def _bodies() -> Mapping[str, str]:
    return MappingProxyType(_names("body"))


@cache
def _names(kind: str) -> dict[str, str]:
    """Each name of the entries of a kind with the id of the entry: its English name.

    A row of `world.toml` is one with an entry of a pack that has one of its words. Letters that
    two have (RSF) are a name of neither.
    """
    ids: dict[str, str] = {}
    rows = _table().get(kind, ())
    told = [(row["id"], [row["id"], *(w for code in PACKS for w in row[code])]) for row in rows]
    told += [(entry.words[0], [*_all(entry)]) for entry in load_pack("en").of(kind)]
    for own, words in told:
        id = ids.get(own, own)
        for word in words:
            ids.setdefault(word, id)
    for entry in load_pack("zh").of(kind):
        english = entry.get("en", ())
        same = (ids[word] for word in (entry.words[0], *english) if word in ids)
        id = next(same, (*english, *entry.words)[0])
        for word in _all(entry):
            ids.setdefault(word, id)
    return {word: id for word, id in ids.items() if word not in _shared_letters(kind)}


@cache
def _shared_letters(kind: str) -> frozenset[str]:
    """The short names that two English entries have."""
    entries = load_pack("en").of(kind)
    times = Counter(word for one in entries for word in {*one.words, *_shorts(one)})
    return frozenset(word for word, held in times.items() if held > 1)


def _shorts(entry: Entry) -> Iterable[str]:
    short = entry.get("short", ())
    return [short] if isinstance(short, str) else short


def _all(entry: Entry) -> Iterator[str]:
    yield from entry.words
    yield from entry.get("en", ())
