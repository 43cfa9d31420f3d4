"""What one claim answers of an event, and what it holds: a number of people, or a party."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.lang import Language
from claims.lang.topics import (
    Topic,
    counts_people,
    find_rather,
    find_topic,
    is_called_inflated,
)
from claims.lang.words import Word
from claims.lang.world import find_side, find_sides
from claims.relate.points import Counted, Point

PERSON = "person"  # the unit of people in every language


class Answer(NamedTuple):
    """What a claim answers, and a key that those have which hold the same; empty where none is.

    `party` is who is said to have done it, or, where `denied`, not to have; `number` the people
    said to have come to harm; `inflated` where a number is only called too high.
    """

    topic: Topic = ""
    key: str = ""
    party: str = ""
    denied: bool = False
    number: Counted | None = None
    inflated: bool = False


def find_answer(point: Point, about: Sequence[Word], cue: str, language: Language) -> Answer:
    """What a claim answers; `about` are its words up to its aim, `cue` the folded words of report.

    How many: the number. Who: the party, and whether it is said to have done it.
    """
    text = language.fold(point.text)
    topic = find_topic(text, cue, language.code, counts=bool(point.counts), deed=bool(point.blamed))
    if topic == "toll":
        return _take_number(point, text, language)
    who = _find_party(point, about, text, language) if topic == "blame" else ""
    if not who:
        return Answer(topic)
    rather = find_rather(text, language.code) < len(text)
    denied = point.negative and not rather
    return Answer(topic, f"party:{who}:{'not' if denied else 'did'}", who, denied)


def _take_number(point: Point, text: str, language: Language) -> Answer:
    """The number of a claim; one that is denied is not held, and neither is that it is too high."""
    number, denied = _find_harmed(point, language), point.negative
    if number is not None:
        low, high = number.quantity.low, number.quantity.high
        key = f"number:{'not:' if denied else ''}{low:g}:{high:g}"
        return Answer("toll", key, denied=denied, number=number)
    if is_called_inflated(text, language.code) and not denied:
        return Answer("toll", "number:less", inflated=True)
    return Answer("toll")


def _find_harmed(point: Point, language: Language) -> Counted | None:
    """The number of people that a claim says came to harm: the first that counts people."""
    for one in point.counts:
        if counts_people(one.quantity.unit, language.code):
            return one._replace(quantity=one.quantity._replace(unit=PERSON))
    return point.counts[0] if point.counts else None


def _find_party(point: Point, about: Sequence[Word], text: str, language: Language) -> str:
    """The party that a claim says did it, under the name that it has in every language.

    Where the grammar finds no doer, the one country that the claim speaks of, itself, by a place
    in it or by one of its bodies; nothing where it speaks of several. Whom it says it was not
    (militants and not the army) is no doer.
    """
    head = text[: find_rather(text, language.code)]
    found = find_sides(head, language.code)
    if _reports(about, language):
        return ""  # who reports of a deed has not done it: officials assess that an attack may come
    if point.agent and (len(head) == len(text) or not found):
        return find_side(point.agent) or point.agent
    return found[0] if len(found) == 1 and not _is_passive(about, language) else ""


def _is_passive(about: Sequence[Word], language: Language) -> bool:
    """Whether a claim tells what befell somebody, so that a place in it is no doer."""
    forms = ["", *(word.form for word in about)]
    return any(language.passive(before, form) for before, form in pairwise(forms))


def _reports(about: Sequence[Word], language: Language) -> bool:
    """Whether a claim has a verb of report of its own, so that its subject need be no doer."""
    senses, verbs = language.lexicon.senses, language.tags.verbs
    return any(w.tag in verbs and "say" in senses.get(w.form, ()) for w in about[1:])
