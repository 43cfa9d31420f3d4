"""Which dossier is of which gold article: the one whose text holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.evaluate.alignment import squeeze
from claims.evaluate.gold import Gold
from claims.model import Dossier

_OPENING, _MIDDLE = 40, 30  # characters by which an article is known


def pair_dossiers(
    golds: Iterable[Gold], dossiers: Iterable[Dossier]
) -> Iterator[tuple[Gold, Dossier | None]]:
    """Each gold article with the first dossier that holds its opening or its middle.

    >>> from claims.evaluate import parse_gold
    >>> gold = parse_gold({"text": "港口说，停航。", "attributions": []}, "a")
    >>> list(pair_dossiers([gold], []))[0][1] is None
    True
    """
    texts = [(squeeze(one.document.text).text, one) for one in dossiers]
    for gold in golds:
        body = squeeze(gold.text).text
        opening, half = body[:_OPENING], len(body) // 2
        middle = body[half : half + _MIDDLE]
        holds = (one for text, one in texts if opening in text or (middle and middle in text))
        yield gold, next(holds, None)
