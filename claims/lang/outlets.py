"""The table of news outlets: who stands behind a host, and what each is called."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claims.errors import PackError

Script = Literal["zh-Hans", "zh-Hant", "en"]

_TABLE = "outlets.toml"


class OutletName(BaseModel):
    """An outlet's full name in each script that the table knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hans: str = Field(alias="zh-Hans", min_length=1)
    hant: str = Field(alias="zh-Hant", min_length=1)
    en: str = Field(min_length=1)

    def of(self, script: Script) -> str:
        """The name as written in `script`."""
        return {"zh-Hans": self.hans, "zh-Hant": self.hant, "en": self.en}[script]


class Outlet(BaseModel):
    """A news outlet: a short id, its names, what else it is called, the hosts it publishes on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    name: OutletName
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = Field(min_length=1)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the outlet is called: its full names, then its aliases."""
        return (self.name.hans, self.name.hant, self.name.en, *self.aliases)


def parse_outlets(toml: str, where: str) -> tuple[Outlet, ...]:
    """The outlets of a table; PackError names `where` and the entry that is wrong.

    >>> parse_outlets("[[outlet]]\\nid = 'x'", "mine.toml")
    Traceback (most recent call last):
    claims.errors.PackError: mine.toml: outlet 1 (x): name: Field required
    """
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: not a TOML file: {error}") from error
    rows = table.get("outlet")
    if not isinstance(rows, list) or set(table) != {"outlet"}:
        raise PackError(f"{where}: it must hold [[outlet]] entries and nothing else")
    outlets = tuple(_parse_row(row, f"{where}: outlet {n}") for n, row in enumerate(rows, 1))
    _require_unique(outlets, where)
    return outlets


def _parse_row(row: Any, where: str) -> Outlet:
    if isinstance(row, Mapping) and row.get("id"):
        where = f"{where} ({row['id']})"
    try:
        return Outlet.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        said = f"{field}: {first['msg']}" if field else first["msg"]
        raise PackError(f"{where}: {said}") from error


def _require_unique(outlets: tuple[Outlet, ...], where: str) -> None:
    """No id and no host may stand twice: either would make the answer a matter of order."""
    owner: dict[tuple[str, str], str] = {}
    for outlet in outlets:
        for kind, value in (("id", outlet.id), *(("host", host) for host in outlet.hosts)):
            if (kind, value) in owner:
                also = owner[kind, value]
                raise PackError(f"{where}: {kind} {value} of {outlet.id} also belongs to {also}")
            owner[kind, value] = outlet.id


@lru_cache(maxsize=1)
def load_outlets() -> tuple[Outlet, ...]:
    """The outlets of the table that comes with the package.

    >>> [outlet.name.en for outlet in load_outlets() if outlet.id == "rfi"]
    ['Radio France Internationale']
    """
    resource = files("claims.lang").joinpath(_TABLE)
    try:
        toml = resource.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{_TABLE}: it cannot be read: {error}") from error
    return parse_outlets(toml, _TABLE)


@lru_cache(maxsize=1)
def _by_host() -> Mapping[str, Outlet]:
    return MappingProxyType({host: outlet for outlet in load_outlets() for host in outlet.hosts})


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[Outlet, ...]]:
    found: dict[str, tuple[Outlet, ...]] = {}
    for outlet in load_outlets():
        for name in dict.fromkeys(name.casefold() for name in outlet.names):
            found[name] = (*found.get(name, ()), outlet)
    return MappingProxyType(found)


def outlet_of_host(url_or_host: str) -> Outlet | None:
    """The outlet that publishes at a URL or host, by its longest known domain.

    >>> outlet_of_host("https://www.rfi.fr/cn/").id
    'rfi'
    >>> outlet_of_host("cn.nytimes.com").name.en
    'The New York Times'
    >>> outlet_of_host("notrfi.fr") is None
    True
    """
    labels = _host(url_or_host).split(".")
    known = _by_host()
    domains = (".".join(labels[n:]) for n in range(len(labels) - 1))
    return next((known[domain] for domain in domains if domain in known), None)


def _host(url_or_host: str) -> str:
    text = url_or_host.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname
    except ValueError:
        return ""
    return (host or "").rstrip(".").lower()


def outlets_named(name: str) -> tuple[Outlet, ...]:
    """The outlets that go by a name; more than one where the name alone does not tell.

    >>> [outlet.id for outlet in outlets_named("路透")]
    ['reuters']
    >>> [outlet.id for outlet in outlets_named("CNA")]
    ['cna-taiwan', 'channel-newsasia']
    """
    return _by_name().get(name.strip().casefold(), ())
