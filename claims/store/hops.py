"""Through whom an attribution came, hop by hop: the outlet, those who pass it on, its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.model import Attribution, Dossier


class Step(NamedTuple):
    """One hop: a speaker of the dossier, or the outlet's name; and where it is told."""

    speaker: str | None
    outlet: str = ""
    told_in: Attribution | None = None


def list_hops(dossier: Dossier) -> Iterator[tuple[Attribution, list[Step]]]:
    """Each attribution of a dossier with its hops, the outermost first.

    The chain decides, not what stands around: a dossier may leave a speaker out of it.
    """
    by_id = {one.id: one for one in dossier.attributions}
    outlet = [Step(None, dossier.document.outlet)] if dossier.document.outlet else []
    for one in dossier.attributions:
        yield one, [*outlet, *_climb(one, by_id), Step(one.speaker, "", one)]


def _climb(one: Attribution, by_id: Mapping[str, Attribution]) -> Iterator[Step]:
    around = _list_around(one, by_id)
    own = one.chain[-1:] == (one.speaker,)
    for id in one.chain[: len(one.chain) - own]:
        told = next((other for other in around if other.speaker == id), None)
        if told:
            around = around[around.index(told) + 1 :]
        yield Step(id, "", told)


def _list_around(one: Attribution, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions around one, the outermost first."""
    found: list[Attribution] = []
    outer = by_id.get(one.within or "")
    while outer is not None and outer is not one and outer not in found:
        found.append(outer)
        outer = by_id.get(outer.within or "")
    return found[::-1]
