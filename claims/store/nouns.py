"""What a store tells of itself: what it keeps, what was found, what has changed, what was said."""

from __future__ import annotations

from typing import Any, Literal

from claims.model.text import Frozen

Outcome = Literal["added", "there", "version", "appearance", "renewed"]
ActKind = Literal["same", "different"]


class Kept(Frozen):
    """One place where a text has appeared, as the store keeps it.

    `number` tells in which order they came. `program` is the version that made the dossier, empty
    where nobody knows. `followed_by` is the document of the version that took this one's place.
    """

    number: int
    document: str
    name: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""
    title: str = ""
    lang: str = ""
    attributions: int = 0
    claims: int = 0
    program: str = ""
    followed_by: str | None = None


class Hit(Frozen):
    """An article in which all words of a search stand, with the first place where one does.

    In `snippet` what was found stands in [ ]; `start` is where the first of it stands in the text.
    """

    document: str
    title: str
    name: str
    outlet: str
    published: str
    url: str
    snippet: str
    start: int


class Saying(Frozen):
    """An attribution as two versions of an article are compared by."""

    source: str
    cue: str
    content: str


class Change(Frozen):
    """What sets one version of an article apart from the one before it.

    `lines` are those of a unified difference of the two texts.
    """

    before: Kept
    after: Kept
    lines: tuple[str, ...]
    removed: tuple[Saying, ...] = ()
    added: tuple[Saying, ...] = ()


class Side(Frozen):
    """One of the two whom an act is about: as typed, and the speakers that were meant then.

    `names` are their names, in the order of their ids: a speaker whose id has changed since, as a
    newer program reads the article in another way, is found by them.
    """

    called: str
    ids: tuple[str, ...]
    names: tuple[str, ...]


class Act(Frozen):
    """What a person has said: that two speakers are the same, or that they are different."""

    number: int
    kind: ActKind
    one: Side
    other: Side
    given: str = ""
    note: str = ""


class Rows(Frozen):
    """The answer to a question in SQL; `more` where there are more rows than were wanted.

    `behind` where the derived tables are older than the articles.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False
    behind: bool = False
