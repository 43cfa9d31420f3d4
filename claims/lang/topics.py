"""What a claim on an event answers: how many came to harm, who did it, how it is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.lang.packs import Entry, load_pack
from claims.lang.spotting import match_any
from claims.model import corpus

Topic = corpus.Topic


def find_topic(text: str, cue: str, code: str, *, counts: bool, deed: bool = False) -> Topic:
    """What a claim answers; nothing where its words do not say.

    `text` and `cue` are folded, `counts` where the claim counts something, `deed` where it speaks
    of what one may be blamed for. A number of the dead is the toll before all else, then a
    judgement, then what bears an account out, then who did it.

    >>> find_topic("空袭造成3人死亡", "说", "zh", counts=True)
    'toll'
    >>> find_topic("the army bombed the bridge", "said", "en", counts=False)
    'blame'
    """
    low = text.lower()

    def tells(id: str) -> bool:
        return _words(code, id).search(_others(code, id).sub(" ", low)) is not None

    def reports(id: str) -> bool:
        return cue.lower() in _cues(code, id)

    harm = tells("toll")
    if (harm and (counts or tells("count"))) or (tells("count") and tells("inflated")):
        return "toll"
    if reports("verdict") or tells("verdict"):
        return "verdict"
    if tells("evidence") and not tells("guilt"):
        return "evidence"
    if deed or reports("blame") or tells("blame") or tells("guilt"):
        return "blame"
    return "toll" if harm else ""


def find_rather(text: str, code: str) -> int:
    """Where a folded text goes over to who did not do it: the workers|and not the villagers.

    The length of the text where it does not.

    >>> find_rather("打开闸门的是工人，而非村民", "zh")
    9
    """
    found = _words(code, "rather").search(text.lower())
    return found.start() if found else len(text)


def is_called_inflated(text: str, code: str) -> bool:
    """Whether a folded text says of a number that it is too high.

    >>> is_called_inflated("死亡人数被夸大", "zh")
    True
    """
    return _words(code, "inflated").search(text.lower()) is not None


@cache
def counts_people(unit: str, code: str) -> bool:
    """Whether what a unit of a language counts is people.

    >>> counts_people("人", "zh"), counts_people("美元", "zh"), counts_people("people", "en")
    (True, False, True)
    """
    return any(
        entry.get("people") and unit == entry.words[0] for entry in load_pack(code).of("unit")
    )


@cache
def _words(code: str, id: str) -> re.Pattern[str]:
    """The words of a topic."""
    return match_any({word for entry in _entries(code, id) for word in entry.words})


@cache
def _others(code: str, id: str) -> re.Pattern[str]:
    """What has a word of a topic and is not on it: hit the market."""
    return match_any({word for entry in _entries(code, id) for word in entry.get("others", ())})


@cache
def _cues(code: str, id: str) -> frozenset[str]:
    return frozenset(cue for entry in _entries(code, id) for cue in entry.get("cues", ()))


def _entries(code: str, id: str) -> Iterator[Entry]:
    return (entry for entry in load_pack(code).of("topic") if entry.get("id") == id)
