"""Articles that are copies of each other, or nearly: syndicated reports, updated ones.

By MinHash over overlapping pieces of the text (Broder 1997), with bands that bring only likely
pairs together, so that never all pairs are compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rensa import RMinHash, RMinHashLSH

from claims.corpus.groups import Groups

SAME = 0.7  # of their pieces that two copies have in common
PERMUTATIONS, BANDS = 128, 32
PIECE = 5  # characters
_BREAKS = re.compile(r"\W+")


def find_copies(prints: Mapping[str, bytes]) -> Groups:
    """The ids of articles in groups, each with its copies; `prints` are those of the articles.

    >>> text = "大桥周一坍塌，造成三人死亡，市长王海说，大桥从来不安全，应当关闭。"
    >>> texts = {"1": text, "2": text + "完。", "3": "天气晴朗。"}
    >>> groups = find_copies({id: take_print(text) for id, text in texts.items()})
    >>> groups.gather()
    [['1', '2'], ['3']]
    """
    order = sorted(prints)
    groups, index = Groups(order), RMinHashLSH(SAME, PERMUTATIONS, BANDS)
    hashes = [_read(prints[id]) for id in order]
    for place, own in enumerate(hashes):
        for other in sorted(index.query(own)):
            if own.jaccard(hashes[other]) >= SAME:
                groups.join(order[other], order[place])
        index.insert(place, own)
    return groups


def take_print(text: str) -> bytes:
    """The hashes by which a text is known, as they are kept."""
    text = _BREAKS.sub("", text)
    hashes = RMinHash(PERMUTATIONS, 1)
    hashes.update(sorted({text[at : at + PIECE] for at in range(max(1, len(text) - PIECE + 1))}))
    return bytes(hashes.__getstate__())


def _read(kept: bytes) -> RMinHash:
    hashes = RMinHash(PERMUTATIONS, 1)
    hashes.__setstate__(kept)
    return hashes
