"""Who belongs to whom: to a body spoken for, to a group spoken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.graph import Graph
from claims.query.answers import Party

_LEAST = 2  # characters of a name that another name is known by


class Belonging:
    """To whom each speaker of a graph belongs, near and far.

    A spokesperson belongs to the body, the body to the one above it, a member to the group. A
    part of a government whose name has the name of another in it (白宫国家安全委员会, 白宫) belongs
    to that one: of societies and firms a name says no such thing.
    """

    def __init__(self, graph: Graph) -> None:
        self._above: dict[str, set[str]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        for one, other, facts in graph.edges(data=True):
            if facts["kind"] == "speaks_for":
                self._above[one].add(other)
            elif facts["kind"] == "member":
                self._members[one].add(other)
                self._above[other].add(one)
        for one, other in _list_parts(graph):
            self._above[one].add(other)

    def find_independent(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """Those of some speakers who belong to no other of them.

        A group is left out where all its members are there; else they are told by the group. Of
        two that belong to each other the first is taken.
        """
        ids = dict.fromkeys(one.id for one in parties if not self._is_told(one, parties))
        for id in list(ids):
            if any(above in ids for above in self._climb(id)):
                del ids[id]
        return tuple(one for one in parties if one.id in ids)

    def _is_told(self, one: Party, parties: Sequence[Party]) -> bool:
        members = self._members.get(one.id, set())
        return bool(members) and members <= {other.id for other in parties}

    def _climb(self, id: str) -> Iterator[str]:
        """All that one belongs to, itself left out."""
        waiting, seen = [id], {id}
        while waiting:
            for above in sorted(self._above.get(waiting.pop(), ())):
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
                    yield above


def _list_parts(graph: Graph) -> Iterator[tuple[str, str]]:
    """Parts of governments with those whose name stands in theirs, of one article."""
    for names in _list_governments(graph):
        for one, name in names.items():
            for other, known in names.items():
                if len(known) >= _LEAST and known != name and known in name:
                    yield one, other


def _list_governments(graph: Graph) -> Iterable[dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for id, facts in graph.nodes(data=True):
        if facts.get("speaker_kind") == "government" and not facts["anonymous"]:
            found[facts["document"]][id] = facts["name"]
    return found.values()
