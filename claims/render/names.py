"""How speakers and ids are written for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from rich.cells import cell_len

from claims.lang.words import has_han
from claims.model import Attribution, Dossier, Speaker
from claims.render.cells import MORE, clean

RELAY = " › "
_ARTICLE = re.compile(r"([0-9a-f]{6})[0-9a-f]+:")
NOBODY = "no one named"


def short_id(id: str) -> str:
    """The part of an id that differs within an article.

    >>> short_id("d3f0:a85")
    'a85'
    """
    return id.rpartition(":")[2]


def shorten_id(id: str) -> str:
    """An id of several articles with the beginnings of theirs, by which it can be typed, too.

    >>> shorten_id("673ce8a29579:c67~2c14c5e35416:c44")
    '673ce8:c67~2c14c5:c44'
    """
    return _ARTICLE.sub(r"\1:", id)


def index_speakers(dossier: Dossier) -> dict[str, Speaker]:
    """The speakers of a dossier by id."""
    return {one.id: one for one in dossier.speakers}


def name_speaker(id: str, speakers: Mapping[str, Speaker]) -> str:
    """The name of a speaker; the short id of one that is not there."""
    return clean(speakers[id].name) if id in speakers else short_id(id)


def write_chain(one: Attribution, speakers: Mapping[str, Speaker]) -> tuple[str, str]:
    """The relays before the speaker, and the speaker: in parentheses if the words are elided.

    >>> speakers = {"s1": Speaker(id="s1", name="港务局"), "s2": Speaker(id="s2", name="林海")}
    >>> write_chain(Attribution(id="a1", speaker="s2", chain=("s1", "s2")), speakers)
    ('港务局 › ', '(林海)')
    """
    relays = [id for id in one.chain if id != one.speaker]
    before = "".join(name_speaker(id, speakers) + RELAY for id in relays)
    return before, _write_own(one, speakers)


def shorten_relays(relays: str, width: int) -> str:
    """The relays nearest to the speaker that fit, with … for those before them.

    >>> shorten_relays("港务局 › 林海 › ", 12)
    '… › 林海 › '
    """
    if cell_len(relays) <= width:
        return relays
    names = relays.removesuffix(RELAY).split(RELAY)
    shorter = [RELAY.join([MORE, *names[first:], ""]) for first in range(1, len(names) + 1)]
    return next((one for one in shorter if cell_len(one) <= width), "")


def _write_own(one: Attribution, speakers: Mapping[str, Speaker]) -> str:
    if one.speaker is None:
        several = [name_speaker(id, speakers) for id in one.unresolved]
        return f"{' or '.join(several)}?" if several else NOBODY
    name = name_speaker(one.speaker, speakers)
    return name if one.source else f"({name})"


class Unnamed(Protocol):
    """One of whom it is known whether there is a name, and of what type else."""

    @property
    def name(self) -> str:
        """What the text calls them."""

    @property
    def anonymous(self) -> bool:
        """Whether there is no name."""

    @property
    def what(self) -> str | None:
        """The type of one who is not named."""


def write_anonymous(speaker: Unnamed | None) -> str:
    """How an unnamed speaker is marked, with the type; nothing for a named one.

    In both languages where the words for the speaker are Chinese.

    >>> write_anonymous(Speaker(id="s1", name="一名官员", anonymous=True, what="official"))
    '匿名 anonymous official'
    """
    if speaker is None or not speaker.anonymous:
        return ""
    marked = "匿名 anonymous" if has_han(speaker.name) else "anonymous"
    return f"{marked} {speaker.what or ''}".rstrip()


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "speaker"), count(2, "speaker")
    ('1 speaker', '2 speakers')
    """
    return f"{number} {noun}" + "s" * (number != 1)


def write_headline(dossier: Dossier) -> str:
    """What the article is called."""
    page = dossier.document
    return clean(page.title) or clean(page.name) or page.id


def write_origin(dossier: Dossier) -> str:
    """Where the article is from, and when."""
    page = dossier.document
    return " · ".join(filter(None, map(clean, (page.outlet, page.published.replace("T", " ")))))
