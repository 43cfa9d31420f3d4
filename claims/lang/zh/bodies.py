"""Bodies, outlets and countries: listed ones, and those that their last noun shows."""

from __future__ import annotations

from claims.lang.base import Phrase, PhraseKind
from claims.lang.edges import longest_head, longest_tail
from claims.lang.packs import Entry
from claims.lang.zh.folding import fold
from claims.lang.zh.nouns import nouns

# A listed name that is shorter than this may be the end of another word by chance.
SURE_NAME = 4


def read_listed(text: str) -> Phrase | None:
    """A body, an outlet or a country that the lexicons list; its capital stands for a country.

    >>> read_listed("法新社").kind, read_listed("基辅").sense, read_listed("林文昭")
    ('outlet', '乌克兰', None)
    """
    n, folded = nouns(), fold(text)
    entry = n.body.get(text) or n.body.get(folded)
    if entry:
        return _of(entry, text, tuple(entry.get("en", ()))[:1])
    country = n.country.get(folded) or n.capital.get(folded)
    if country:
        return Phrase("body", text, sense=country.words[0], what="government")
    return None


def read_short(text: str) -> Phrase | None:
    """A country by its one character; `senses` are all the countries that share it.

    >>> read_short("俄方").sense, read_short("天")
    ('俄罗斯', None)
    """
    names = nouns().short.get(fold(text[:1]), ())
    if not names:
        return None
    head = "side" if len(text) > 1 else ""
    return Phrase("body", text, sense=names[0], senses=names, what="government", head=head)


def read_body(text: str) -> Phrase | None:
    """A body that its parts show: 法国|外交部, 乌|总统府, 山区水利|委员会.

    >>> read_body("挪威外交部").body.name, read_body("山区水利委员会").head
    ('挪威', '委员会')
    """
    n, folded = nouns(), fold(text)
    if folded in n.generic:
        return Phrase("body", text, head=folded, what="government")
    if any(word in folded for word in n.not_in_body):
        return None  # 议长在国会: an adverbial, and no name
    if folded[1:] in n.generic and folded[0] in n.short:
        body = read_short(text[0])
        return Phrase("body", text, head=folded[1:], what="government", body=body)
    return _after_place(text, folded) or _at_end(text, folded) or _by_suffix(text, folded)


def body_of_suffix(text: str, suffix: str) -> Phrase:
    """A body that is known by the end of its name alone.

    >>> body_of_suffix("山城日报", "日报").kind
    'outlet'
    """
    kind = nouns().suffix[suffix].get("kind")
    return Phrase("outlet" if kind == "outlet" else "body", text, head=suffix, what=kind)


def read_modifier(text: str, head: str) -> Phrase | None:
    """The body or country that stands before an unnamed head: 乌克兰|官员.

    >>> read_modifier("挪威高级官员", "官员").name, read_modifier("年轻官员", "官员")
    ('挪威', None)
    """
    before = text[: len(text) - len(head)].rstrip("".join(nouns().modifier)) if head else ""
    if len(before) < 2:
        return None
    country = longest_head(fold(before), nouns().country)
    return read_listed(before) or read_body(before) or read_listed(before[: len(country)])


def _of(entry: Entry, text: str, aliases: tuple[str, ...] = ()) -> Phrase:
    kind: PhraseKind = "outlet" if entry.get("kind") == "outlet" else "body"
    return Phrase(kind, text, aliases=aliases, sense=entry.words[0], what=entry.get("kind"))


def _after_place(text: str, folded: str) -> Phrase | None:
    """法国|外交部, 朝鲜|劳动新闻."""
    n = nouns()
    for size in range(len(folded) - 1, 0, -1):
        tail = folded[-size:]
        if tail in n.generic:
            place = read_listed(text[:-size])
            return Phrase("body", text, head=tail, what="government", body=place)
        if tail in n.body and folded[:-size] in n.place:
            return _of(n.body[tail], text)
    return None


def _at_end(text: str, folded: str) -> Phrase | None:
    """非政府组织|国际特赦组织."""
    known = longest_tail(folded, nouns().body)
    if len(known) < SURE_NAME:
        return None
    return _of(nouns().body[known], text[-len(known) :])


def _by_suffix(text: str, folded: str) -> Phrase | None:
    tail = longest_tail(folded, nouns().suffix)
    more = len(folded) > len(tail) or len(tail) >= SURE_NAME
    if tail and (more or nouns().suffix[tail].get("alone")):
        return body_of_suffix(text, tail)
    return None
