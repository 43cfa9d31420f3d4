"""Bodies told by what they are: their kind before their name, or the seat that stands for them."""

from __future__ import annotations

from collections.abc import Callable

from claims.lang.base import Phrase
from claims.lang.edges import longest_tail
from claims.lang.zh.folding import fold
from claims.lang.zh.naming import looks_like_name
from claims.lang.zh.nouns import nouns
from claims.lang.zh.script import segment

LINK = "的"
BODIES = ("body", "outlet")
OUTLETS = {"media": "outlet", "group": "body"}  # what unnamed groups are when they have a name


def read_kind_first(text: str) -> Phrase | None:
    """人权组织|东岸观察, 新闻网站|海风: what a body is before what it is called."""
    n, folded = nouns(), fold(text)
    for at in reversed([word.start for word in segment(folded)][1:]):
        kind = longest_tail(folded[:at], n.suffix) or longest_tail(folded[:at], n.unnamed)
        if len(kind) < 2:
            continue
        if not _is_new(folded[at:]):
            return None
        entry = n.suffix.get(kind) or n.unnamed[kind]
        outlet = "outlet" in (entry.get("kind"), OUTLETS.get(entry.get("what")))
        group = entry.get("kind") in ("outlet", "organisation") or entry.get("what") in OUTLETS
        if group and looks_like_name(text[at:]):
            return Phrase("outlet" if outlet else "body", text[at:], head=kind)
    return None


def _is_new(folded: str) -> bool:
    """Whether the characters are more than one everyday word, and no piece of a sentence."""
    words = segment(folded)
    if any(word.tag[0] in "tpdrcum" for word in words) or any(w.tag == "v" for w in words[:-1]):
        return False
    return len(words) > 1 or words[0].tag.startswith(("nr", "nz")) or words[0].tag[0] not in "nva"


def read_seat(text: str, parse: Callable[[str], Phrase]) -> Phrase | None:
    """东岸观察|位于伦敦的总部: the body whose seat it is."""
    n, folded = nouns(), fold(text)
    tail = longest_tail(folded, n.seat)
    before = folded[: len(folded) - len(tail)].rstrip(LINK)
    if not tail or not before:
        return None
    at = min((i for word in n.seated if (i := before.find(word)) > 0), default=len(before))
    inner = parse(text[:at])
    if inner.kind in BODIES:
        return inner
    return Phrase("body", text[:at]) if at < len(before) else None
