"""Articles that are copies of each other, or nearly: syndicated reports, updated ones.

By MinHash over overlapping pieces of the text (Broder 1997), with bands that bring only likely
pairs together, so that never all pairs are compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from claims.corpus.groups import Groups
from claims.model import Document

SAME = 0.7  # of their pieces that two copies have in common
PERMUTATIONS, BANDS = 128, 32
PIECE = 5  # characters
_BREAKS = re.compile(r"\W+")


def find_copies(documents: Sequence[Document]) -> Groups:
    """The documents in groups, each with its copies.

    >>> text = "大桥周一坍塌，造成三人死亡，市长王海说，大桥从来不安全，应当关闭。"
    >>> texts = [text, text + "完。", text, "天气晴朗。"]
    >>> groups = find_copies([Document.of(one, lang="zh") for one in texts])
    >>> sorted(map(len, groups.gather()))
    [1, 2]
    """
    order = sorted({one.id: one for one in documents}.values(), key=lambda one: one.id)
    groups, index = Groups(one.id for one in order), RMinHashLSH(SAME, PERMUTATIONS, BANDS)
    sketches = [_sketch(one) for one in order]
    for place, sketch in enumerate(sketches):
        for other in sorted(index.query(sketch)):
            if sketch.jaccard(sketches[other]) >= SAME:
                groups.join(order[other].id, order[place].id)
        index.insert(place, sketch)
    return groups


def _sketch(document: Document) -> RMinHash:
    text = _BREAKS.sub("", document.text)
    sketch = RMinHash(PERMUTATIONS, 1)
    sketch.update(sorted({text[at : at + PIECE] for at in range(max(1, len(text) - PIECE + 1))}))
    return sketch
