"""How far from the words each speaker stands in a frame."""

from __future__ import annotations

from collections.abc import Iterable


def find_levels(boxes: Iterable[str], relays: Iterable[tuple[str, str]]) -> dict[str, int]:
    """For each box 1, or one more than the farthest of those whose words it relays.

    Two who relay each other are no endless chain: the step that closes the ring is not counted.

    >>> find_levels(["post", "official", "mayor"], [("post", "official"), ("official", "mayor")])
    {'post': 3, 'official': 2, 'mayor': 1}
    >>> find_levels(["a", "b"], [("a", "b"), ("b", "a")])
    {'a': 2, 'b': 1}
    """
    quoted: dict[str, list[str]] = {}
    for tail, head in relays:
        quoted.setdefault(tail, []).append(head)
    levels: dict[str, int] = {}

    def climb(box: str, above: tuple[str, ...]) -> int:
        if box in levels:
            return levels[box]
        heads = [head for head in quoted.get(box, ()) if head not in (*above, box)]
        levels[box] = 1 + max((climb(head, (*above, box)) for head in heads), default=0)
        return levels[box]

    return {box: climb(box, ()) for box in boxes}
