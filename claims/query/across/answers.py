"""The nouns of answers about many articles, told as to a person.

Every answer holds whole words and names, so that whoever shows it asks nothing further; ids lead
back to the claims, and from there to the dossiers.
"""

from __future__ import annotations

from typing import Literal

from claims.model import Difference, Frozen
from claims.model.world import Certainty, Held, SpeakerKind


class Told(Frozen):
    """A claim as an article tells it: in which words, on whose word, through whom, where and when.

    `speaker` is empty for what an article tells in its own voice. `through` are those between the
    outlet and the speaker, the outermost first.
    """

    id: str
    text: str
    speaker: str = ""
    speaker_id: str = ""
    anonymous: bool = False
    through: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""
    title: str = ""
    url: str = ""
    document: str = ""
    lang: str = ""
    certainty: Certainty = "certain"
    negated: bool = False
    held: Held = "asserted"
    narrated: bool = False
    matter: str = ""


class Stand(Frozen):
    """A position on a matter, and who takes it.

    `origins` are the names of those on whose own word it rests, `outlets` who carries it; where all
    of it rests on one who is not named, `unnamed_alone`.
    """

    words: str
    claims: tuple[Told, ...]
    origins: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    unnamed_alone: bool = False


class Contested(Frozen):
    """A matter with its positions, the one with most origins first.

    `clashes` counts the pairs of claims that may conflict, the strong ones.
    """

    id: str
    title: str
    topic: str = ""
    story: str = ""
    first: str = ""
    last: str = ""
    outlets: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    clashes: int = 0


class Across(Frozen):
    """Two claims of two articles, or of one, that may conflict or that one disputes.

    `change` where one speaker says both, at two times: a change of story. `words` are those of
    dispute, where it is told in so many words, and `over` is the phrase that names what is
    disputed.
    """

    id: str
    kind: Literal["disputes", "contradicts", "supports", "repeats"]
    matter: str = ""
    earlier: Told | None = None
    later: Told | None = None
    who: str = ""
    whom: str = ""
    who_id: str = ""
    difference: Difference | None = None
    shared: tuple[str, ...] = ()
    basis: Literal["stated", "inferred"] = "inferred"
    strength: Literal["strong", "weak"] = "strong"
    reason: str = ""
    change: bool = False
    words: str = ""
    over: str = ""


class Contest(Frozen):
    """A matter with all that stands between those who speak on it, in one article or in several.

    `disputes` are told in so many words, what is disputed being a claim on the matter; `clashes`
    are pairs of claims on it that may conflict.
    """

    matter: Contested
    disputes: tuple[Across, ...] = ()
    clashes: tuple[Across, ...] = ()


class Rest(Frozen):
    """A position of a matter that rests on one speaker's word, with all that carry it."""

    matter: str
    title: str
    words: str
    origin: str
    origin_id: str
    anonymous: bool = False
    alone: bool = False
    outlets: tuple[str, ...] = ()
    claims: tuple[Told, ...] = ()


class Beside(Frozen):
    """A matter as two outlets tell it: the positions that both have, and those of one alone."""

    matter: str
    title: str
    both: tuple[str, ...] = ()
    first: tuple[Told, ...] = ()
    second: tuple[Told, ...] = ()


class Place(Frozen):
    """An article in which a joined speaker stands, under the id that the speaker has there."""

    id: str
    document: str
    title: str = ""
    outlet: str = ""
    published: str = ""


class Namesake(Frozen):
    """Another joined speaker who may be the same, where several are equally good."""

    id: str
    name: str


class Joined(Frozen):
    """A speaker of several articles with all that they call the speaker, and why they are one."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: SpeakerKind = "unknown"
    anonymous: bool = False
    wikidata: str | None = None
    reasons: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    perhaps: tuple[Namesake, ...] = ()
