"""What a claim holds on its matter: the number that it gives, the party that it names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.corpus.groups import Groups
from claims.corpus.laying import Laid
from claims.corpus.matters import Gathered
from claims.corpus.pairing import pair_by_shared
from claims.lang.base import Quantity
from claims.lang.topics import Topic, find_rather, is_called_inflated
from claims.lang.world import find_side, find_sides

SAME = 0.6  # the part of the words of two claims that say the same
NEXT = 20
PERSON = "person"
PERSONS = frozenset({"人", PERSON, "people"})


class Position(NamedTuple):
    """What a claim holds on its matter: a key that those have which hold the same, and its words.

    `party` is who is said to have done it, or, where `denied`, not to have; `number` the people
    said to have come to harm; `inflated` where a number is only called too high.
    """

    key: str
    words: str
    party: str = ""
    denied: bool = False
    number: Quantity | None = None
    inflated: bool = False


def take_positions(matter: Gathered) -> dict[str, Position]:
    """The position of each claim of a matter, by id.

    How many: the number. Who: the party, and whether it is said to have done it. Else claims that
    say much the same in words of their own take one position.
    """
    taken = {one.id: _take(matter.topic, one) for one in matter.claims}
    groups = _group([one for one in matter.claims if not taken[one.id].key])
    first: dict[str, Laid] = {}
    for one in matter.claims:
        key = taken[one.id].key or f"words:{groups.find(one.id)}"
        first.setdefault(key, one)
        words = _shorten(first[key].claim.span.text)
        taken[one.id] = taken[one.id]._replace(key=key, words=words)
    return taken


def _take(topic: Topic, one: Laid) -> Position:
    if topic == "toll":
        return _take_number(one)
    if topic != "blame" or not (who := _party(one)):
        return Position("", "")
    text = one.point.article.language.fold(one.claim.span.text)
    rather = find_rather(text, one.point.article.language.code) < len(text)
    denied = one.point.negative and not rather
    return Position(f"party:{who}:{'not' if denied else 'did'}", "", who, denied)


def _take_number(one: Laid) -> Position:
    """The number of a claim; one that is denied is not held, and neither is that it is too high."""
    language, number = one.point.article.language, _harmed(one)
    denied = one.point.negative
    if number is not None:
        key = f"number:{'not:' if denied else ''}{number.low:g}:{number.high:g}"
        return Position(key, "", denied=denied, number=number)
    if is_called_inflated(language.fold(one.claim.span.text), language.code) and not denied:
        return Position("number:less", "", inflated=True)
    return Position("", "")


def _harmed(one: Laid) -> Quantity | None:
    """The number of people that a claim says came to harm: the first that counts people."""
    people = [q for q in one.point.quantities if q.unit in PERSONS]
    if people:
        return people[0]._replace(unit=PERSON)
    return one.point.quantities[0] if one.point.quantities else None


def _party(one: Laid) -> str:
    """The party that a claim says did it, under the name that it has in every language.

    Where the grammar finds no doer, the one country that the claim speaks of, itself, by a place
    in it or by one of its bodies; nothing where it speaks of several. Whom it says it was not
    (militants and not the army) is no doer.
    """
    language, agent = one.point.article.language, one.point.agent
    text = language.fold(one.claim.span.text)
    head = text[: find_rather(text, language.code)]
    found = find_sides(head, language.code)
    if _reports(one):
        return ""  # who reports of a deed has not done it: officials assess that an attack may come
    if agent and (len(head) == len(text) or not found):
        return find_side(agent) or agent
    return found[0] if len(found) == 1 and not _is_passive(one) else ""


def _is_passive(one: Laid) -> bool:
    """Whether a claim tells what befell somebody, so that a place in it is no doer."""
    language = one.point.article.language
    forms = ["", *(word.form for word in one.point.about)]
    return any(language.passive(before, form) for before, form in pairwise(forms))


def _reports(one: Laid) -> bool:
    """Whether a claim has a verb of report of its own, so that its subject need be no doer."""
    language = one.point.article.language
    senses, verbs = language.lexicon.senses, language.tags.verbs
    return any(w.tag in verbs and "say" in senses.get(w.form, ()) for w in one.point.about[1:])


def _group(loose: Sequence[Laid]) -> Groups:
    """Claims that say much the same, each compared with the next few that share a term."""
    groups = Groups(one.id for one in loose)
    for x, y in sorted(pair_by_shared([one.point.terms for one in loose], NEXT)):
        a, b = loose[x], loose[y]
        shared = a.point.terms & b.point.terms
        same = a.point.negative == b.point.negative and len(shared) >= 2
        if same and len(shared) / max(len(a.point.terms), len(b.point.terms)) >= SAME:
            groups.join(a.id, b.id)
    return groups


def _shorten(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
