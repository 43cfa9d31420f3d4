"""Things that hang together, gathered."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Ids joined two by two into groups; groups and their ids keep the order of entry.

    >>> groups = Groups(["a", "b", "c"])
    >>> groups.join("c", "a")
    >>> groups.gather()
    [['a', 'c'], ['b']]
    """

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._above = {id: id for id in ids}

    def join(self, one: str, other: str) -> None:
        """Put two ids, and all that hangs on them, in one group."""
        first, second = self.find(one), self.find(other)
        self._above[second] = first

    def find(self, id: str) -> str:
        """The id that stands for the group of an id."""
        self._above.setdefault(id, id)
        while (above := self._above[id]) != id:
            self._above[id] = self._above[above]
            id = above
        return id

    def gather(self) -> list[list[str]]:
        """The groups."""
        found: dict[str, list[str]] = {}
        for id in self._above:
            found.setdefault(self.find(id), []).append(id)
        return list(found.values())
