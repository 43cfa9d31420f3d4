"""What a claim on an event answers: how many came to harm, who did it, how it is judged."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from claims.lang.packs import load_pack
from claims.lang.words import has_han

Topic = Literal["toll", "blame", "verdict", "evidence", ""]


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
        return _words(code, id).search(low) is not None

    def reports(id: str) -> bool:
        return cue.lower() in _cues(code, id)

    harm = tells("toll")
    if (harm and (counts or tells("count"))) or (tells("count") and tells("inflated")):
        return "toll"
    if reports("verdict") or tells("verdict"):
        return "verdict"
    if tells("evidence") and not tells("guilt"):
        return "evidence"
    if deed or reports("blame") or tells("blame"):
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
def _words(code: str, id: str) -> re.Pattern[str]:
    """The words of a topic; those of letters stand by themselves."""
    words = {
        word
        for entry in load_pack(code).of("topic")
        if entry.get("id") == id
        for word in entry.words
    }
    told = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    edge = "" if has_han(told) else r"\b"
    return re.compile(f"{edge}(?:{told}){edge}")


@cache
def _cues(code: str, id: str) -> frozenset[str]:
    entries = load_pack(code).of("topic")
    return frozenset(cue for e in entries if e.get("id") == id for cue in e.get("cues", ()))
