"""One dossier of several: an article that is in two languages is read once in each.

The speakers that have a name in common are one: 霍恩（Emily Horne）here is Emily Horne there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from operator import attrgetter
from typing import TypeVar

from claims.model import Attribution, Document, Dossier, Span, Speaker

UNKNOWN = "unknown"  # a kind that fits any

Item = TypeVar("Item")
Ids = Mapping[str, str]


def join_dossiers(document: Document, dossiers: Sequence[Dossier]) -> Dossier:
    """What was found in the parts of a document, as one: in the order of the text."""
    if len(dossiers) == 1:
        return dossiers[0].changed(document=document)
    known: dict[str, Speaker] = {}
    attributions: list[Attribution] = []
    for dossier in dossiers:
        ids = _join_speakers(known, dossier.speakers)
        attributions += (_renamed(one, ids) for one in dossier.attributions)
    claims = chain.from_iterable(dossier.claims for dossier in dossiers)
    relations = chain.from_iterable(dossier.relations for dossier in dossiers)
    return Dossier(
        document=document,
        speakers=_sorted(known.values(), _first_mention),
        attributions=_sorted(attributions, _place),
        claims=_sorted(claims, attrgetter("span.start", "span.end")),
        relations=tuple(relations),
    )


def _sorted(items: Iterable[Item], key: Callable[[Item], tuple[int, int]]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=key))


def _join_speakers(known: dict[str, Speaker], speakers: Sequence[Speaker]) -> Ids:
    """Add the speakers of a part to those known, and give the id of each among these.

    Two are one where each is the only one of its kind and part with a name of the other.
    """
    earlier, later = _by_name(known.values()), _by_name(speakers)
    taken, ids = {*known, *(one.id for one in speakers)}, dict[str, str]()
    for one in speakers:
        fits = {
            id for name in _names(one) for id in earlier.get(name, ()) if _alike(known[id], one)
        }
        rivals = {id for name in _names(one) for id in later.get(name, ())}
        same = next(iter(fits)) if len(fits) == 1 and rivals == {one.id} else None
        ids[one.id] = same or (_free(one.id, taken) if one.id in known else one.id)
        taken.add(ids[one.id])
    for one in speakers:
        moved = one.changed(
            id=ids[one.id],
            affiliation=ids.get(one.affiliation or "", one.affiliation),
            members=tuple(ids.get(member, member) for member in one.members),
        )
        first = known.get(moved.id)
        known[moved.id] = _both(first, moved) if first else moved
    return ids


def _by_name(speakers: Iterable[Speaker]) -> Mapping[str, set[str]]:
    """The ids of the speakers that bear each name."""
    found: dict[str, set[str]] = {}
    for one in speakers:
        for name in _names(one):
            found.setdefault(name, set()).add(one.id)
    return found


def _alike(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are of one kind, as far as their kinds are known."""
    return one.kind == other.kind or UNKNOWN in (one.kind, other.kind)


def _names(speaker: Speaker) -> Iterator[str]:
    """The names of more than one letter by which a named speaker is known."""
    if not speaker.anonymous:
        for name in (speaker.name, *speaker.aliases):
            if len(name) > 1:
                yield name.casefold()


def _free(id: str, taken: Container[str]) -> str:
    """An id that nobody has yet: two parts may see two speakers at one place."""
    return next(free for number in count(2) if (free := f"{id}.{number}") not in taken)


def _both(one: Speaker, other: Speaker) -> Speaker:
    """One speaker of two, under the name of the first."""
    aliases = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    mentions: dict[tuple[int, int], Span] = {
        (span.start, span.end): span for span in (*one.mentions, *other.mentions)
    }
    return one.changed(
        aliases=tuple(alias for alias in aliases if alias != one.name),
        role=one.role or other.role,
        affiliation=one.affiliation or other.affiliation,
        mentions=tuple(mentions[place] for place in sorted(mentions)),
    )


def _renamed(one: Attribution, ids: Ids) -> Attribution:
    """An attribution with the ids of its speakers as they are among all."""
    told = one.addressee
    if told is not None and told.speaker is not None:
        told = told.changed(speaker=ids[told.speaker])
    return one.changed(
        speaker=ids[one.speaker] if one.speaker else None,
        unresolved=tuple(ids[id] for id in one.unresolved),
        chain=tuple(ids[id] for id in one.chain),
        addressee=told,
    )


def _first_mention(speaker: Speaker) -> tuple[int, int]:
    return min(((span.start, span.end) for span in speaker.mentions), default=(0, 0))


def _place(one: Attribution) -> tuple[int, int]:
    span = one.cue or one.content[0]
    return span.start, span.end
