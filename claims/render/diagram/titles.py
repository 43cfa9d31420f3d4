"""What a matter is called in its frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.query.words import points_back
from claims.render.cells import clean, cut
from claims.render.diagram.picked import Picked, PickedDispute
from claims.render.diagram.telling import tell_name
from claims.render.diagram.wording import Wording

_WIDE = 48  # columns of a terminal, 24 Chinese characters
_LEAST = 2
_GLOSS = re.compile(r"（[^（）]*）|\([^()]*\)")
_EDGES = re.compile(r"^\W+|[\s，。、；：！？,.;:!?]+$|的$")


def tell_title(picked: Picked, wording: Wording) -> str:
    """The words that conflicting claims share; else what is disputed; else who disputes whom."""
    if picked.matter is None:
        return wording.tell("undisputed")
    if any(one.shared for one in picked.matter.conflicts):
        return clean(picked.matter.title)
    found = (*_list_targets(picked), *_list_pairs(picked, wording), clean(picked.matter.title))
    return next(filter(None, found), clean(picked.all_said[0].words))


def trim_phrase(phrase: str, lang: str) -> str:
    """The phrase as a title, without glosses; nothing where it points at what stands elsewhere.

    >>> trim_phrase("与码头（东港）有关的", "zh"), trim_phrase("它（东港）可笑的", "zh")
    ('与码头有关', '')
    """
    bare = _EDGES.sub("", _GLOSS.sub("", clean(phrase)))
    bare = clean(phrase) if _is_torn(bare) else bare
    return "" if len(bare) < _LEAST or points_back(bare, lang) else cut(bare, _WIDE)


def _is_torn(phrase: str) -> bool:
    """Whether a mark that opens is there without the one that closes, or the other way round."""
    return any(phrase.count(a) != phrase.count(b) for a, b in ("《》", "“”", "「」", "『』", "‘’"))


def _list_targets(picked: Picked) -> Iterator[str]:
    for one in picked.disputes:
        if one.dispute.target:
            yield trim_phrase(one.dispute.target.text, one.dispute.who.article.lang)


def _list_pairs(picked: Picked, wording: Wording) -> Iterator[str]:
    yield from (_tell_pair(one, wording) for one in picked.disputes)


def _tell_pair(one: PickedDispute, wording: Wording) -> str:
    """Who disputes whom, where both are told."""
    who, against = one.dispute.who, one.dispute.against[0]
    if not (who.speaker and against.speaker):
        return ""
    names = {"who": tell_name(who, wording), "whom": tell_name(against, wording)}
    return wording.tell("title_dispute", **names)
