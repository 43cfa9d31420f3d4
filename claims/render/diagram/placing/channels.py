"""The tracks in which lines run up and down between two columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

STRAIGHT = 3.0  # what differs less in height is one straight line, a little aslant
_NEAR = 4.0  # horizontal parts of two lines that are nearer than this would run into each other
_MERGED = 6  # how many crossings such a run is worth


class Net(NamedTuple):
    """What one line does in a gutter: how far down it is on the left, and on the right."""

    name: str
    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def top(self) -> float:
        """Its highest point."""
        return min(*self.left, *self.right)

    @property
    def bottom(self) -> float:
        """Its lowest point."""
        return max(*self.left, *self.right)

    @property
    def straight(self) -> bool:
        """Whether it needs no track."""
        return self.bottom - self.top < STRAIGHT


def assign_tracks(nets: Iterable[Net], apart: float) -> dict[str, int]:
    """The track of each net, from the left; those side by side at one height have different ones.

    >>> one, other = Net("one", (0,), (30,)), Net("other", (20,), (50,))
    >>> assign_tracks([one, other], 5)
    {'other': 0, 'one': 1}
    """
    tracks: dict[str, int] = {}
    placed: list[Net] = []
    for net in _sort([net for net in nets if not net.straight]):
        beside = [tracks[other.name] for other in placed if _overlap(net, other, apart)]
        tracks[net.name] = 1 + max(beside, default=-1)
        placed.append(net)
    return tracks


def _overlap(one: Net, other: Net, apart: float = 0) -> bool:
    return one.top < other.bottom + apart and other.top < one.bottom + apart


def _sort(nets: Sequence[Net]) -> list[Net]:
    """From left to right, so that few cross: each is put where it crosses those before least."""
    ranked: list[Net] = []
    for net in sorted(nets, key=lambda net: (net.top, net.bottom, net.name)):
        crossed = sum(_count_crossings(net, other) for other in ranked)
        costs = [crossed]
        for other in ranked:
            crossed += _count_crossings(other, net) - _count_crossings(net, other)
            costs.append(crossed)
        ranked.insert(costs.index(min(costs)), net)
    return ranked


def _count_crossings(one: Net, other: Net) -> int:
    """How often two cross where the one has its track to the left of the other's."""
    if not _overlap(one, other, _NEAR):
        return 0
    crossed = sum(other.top < height < other.bottom for height in one.right)
    crossed += sum(one.top < height < one.bottom for height in other.left)
    merged = sum(abs(a - b) < _NEAR for a in one.right for b in other.left)
    return crossed + _MERGED * merged
