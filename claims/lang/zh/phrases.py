"""Chinese noun phrases that stand for a speaker, taken apart: title, name, gloss, body, head.

法国国家安全委员会发言人贝伦（Anna Berro） is a person 贝伦, alias Anna Berro, role 发言人,
of the body 法国国家安全委员会. A reading is a function that takes a phrase apart in one way,
or gives None where it does not fit; the first that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from claims.lang.base import Phrase
from claims.lang.edges import longest_head, longest_tail
from claims.lang.zh.bodies import (
    body_of_suffix,
    read_body,
    read_listed,
    read_modifier,
    read_short,
)
from claims.lang.zh.described import read_kind_first, read_seat
from claims.lang.zh.folding import fold
from claims.lang.zh.glosses import QUOTES, with_aliases, without_glosses
from claims.lang.zh.heads import content_words, find_head, number_of, type_of
from claims.lang.zh.issued import read_inside, read_issued
from claims.lang.zh.naming import is_personal, looks_like_name, split_name
from claims.lang.zh.nouns import nouns
from claims.lang.zh.roles import after_role, find_role, goes_on, is_body, last_of

TITLE = re.compile("《([^》]{2,30})》")
QUOTED_END = re.compile("[「“『《]([^「“『《」”』》]{2,20})[」”』》]$")
EDGES = " ,，、:：·‧"
LINK, SIDE = "的", "方"
PLURALS = ("们", "哋")

BODIES = ("body", "outlet")
NAMED = ("person", "body", "outlet")


def parse_phrase(text: str) -> Phrase:
    """The phrase taken apart; names keep the characters of the text, all else is folded.

    >>> phrase = parse_phrase("法国国家安全委员会发言人贝伦（Anna Berro）")
    >>> phrase.kind, phrase.name, phrase.aliases, phrase.role, phrase.body.name
    ('person', '贝伦', ('Anna Berro',), '发言人', '法国国家安全委员会')
    >>> parse_phrase("这位乌克兰官员").back, parse_phrase("两名知情人士").number
    (True, 'many')
    """
    if titled := TITLE.fullmatch(text.strip()):
        return _read_work(titled.group(1))
    quoted = QUOTED_END.search(text)
    if quoted and quoted.start() and (known := read_listed(quoted.group(1))):
        return known
    core, glosses = without_glosses(QUOTES.sub("", text).strip(EDGES))
    core = core.rstrip(EDGES + LINK)
    return with_aliases(_parse(core.lstrip(EDGES + LINK)), core, glosses)


def _parse(text: str) -> Phrase:
    """A phrase without glosses, by the first reading that fits."""
    folded = fold(text)
    if folded.endswith(PLURALS) and len(folded) > 2 and folded not in nouns().pronoun:
        return replace(_parse(text[:-1]), number="many")
    for reading in READINGS:
        phrase = reading(text)
        if phrase is not None:
            return phrase
    return Phrase("other", text, words=content_words(text))


def _read_work(title: str) -> Phrase:
    """What stands in 《》: an outlet where its name ends like one, else a document."""
    if known := read_listed(title):
        return known
    n, folded = nouns(), fold(title)
    tail = longest_tail(folded, n.suffix)
    outlet = tail and n.suffix[tail].get("kind") == "outlet"
    outlet = outlet or longest_tail(folded, n.outlet_tail)
    return Phrase("outlet" if outlet else "document", title, head=tail)


def _read_pronoun(text: str) -> Phrase | None:
    """他, 她本人, 双方."""
    folded = fold(text)
    tail = longest_tail(folded, nouns().pronoun_tail)
    for form in (folded, folded.removesuffix(tail)):
        if entry := nouns().pronoun.get(form):
            traits = {name: entry.get(name) for name in ("number", "gender", "person", "sense")}
            return Phrase("pronoun", form, **traits)
    return None


# ---------------------------------------------------------------- several speakers
def _read_joint(text: str) -> Phrase | None:
    """两国, 两位总统; 外长林文昭和防长杜明远."""
    n, folded = nouns(), fold(text)
    if folded in n.pair:
        return Phrase("joint", text, number="many", sense="pair")
    number = longest_head(folded, n.pair_number)
    head = folded[len(number) :]
    if (
        number
        and head in n.pair_head
        and (number[-1] not in n.person_measure or head in n.pairable)
    ):
        return Phrase("joint", text, head=head, number="many", sense="pair")
    halves = list(_halves(text))
    for left, right, mark in halves:
        if mark in n.pause and (one := _read_appositive(left, right)):
            return one
    joined = (_join(left, right) for left, right, _ in halves)
    parts = next(filter(None, joined), ())
    return Phrase("joint", text, number="many", parts=parts) if parts else None


def _read_appositive(left: str, right: str) -> Phrase | None:
    """Someone of two offices: 首席发言人、海军少将|林文昭. Two people have two names."""
    first = _parse(left)
    if first.kind != "person" or first.name or not first.role:
        return None
    second = _parse(right)
    sure = second.kind == "person" and second.name and second.role
    return replace(second, body=second.body or first.body) if sure else None


def _halves(text: str) -> Iterator[tuple[str, str, str]]:
    """What stands before and after each word that can join two speakers, and that word."""
    for match in nouns().conjunctions.finditer(fold(text)):
        left, right = text[: match.start()], text[match.end() :]
        if len(left) > 1 and len(right) > 1 and LINK not in right[:-1]:
            yield left, right, match.group()


def _join(left: str, right: str) -> tuple[Phrase, ...]:
    """The parts of a joint speaker; none where one of them is no speaker or a guess."""
    a, b = _parse(left), _parse(right)
    if a.kind not in NAMED or b.kind not in (*NAMED, "joint"):
        return ()
    if a.kind != "person" and b.kind == "person":
        return ()
    parts = (a, *(b.parts if b.kind == "joint" else (b,)))
    return parts if all(_is_sure(part) for part in parts) else ()


def _is_sure(part: Phrase) -> bool:
    """Whether a part of a joint speaker is more than a guess."""
    return bool(part.role or part.sense or part.kind != "person" or len(part.name) > 1)


# ---------------------------------------------------------------- known and new speakers
def _read_pointing(text: str) -> Phrase | None:
    """该官员, 这家公司: one that was named before."""
    word = longest_head(fold(text), nouns().demonstrative)
    rest = text[len(word) :]
    if not word or not rest:
        return None
    issued = read_issued(text, _parse) if LINK in rest else None
    if issued is not None and issued.body is not None and issued.body.back:
        return issued  # 该机构|的声明
    bare = fold(rest)
    inner = body_of_suffix(rest, bare) if bare in nouns().suffix else _parse(rest)
    told = nouns().demonstrative[word].get("number")
    number = told if told in ("one", "many") else inner.number
    return replace(inner, back=True, new=False, number=number, words=content_words(rest))


def _read_indefinite(text: str) -> Phrase | None:
    """一名官员; 美国国务院一名官员; 两名不愿具名的知情人士."""
    n, folded = nouns(), fold(text)
    for start in range(len(folded)):
        word = longest_head(folded[start:], n.indefinite)
        if not word or (start and word in n.initial_only):
            continue
        rest = text[start + len(word) :].lstrip(LINK)
        if rest and (start == 0 or find_head(fold(rest))):
            return _read_new(text, text[:start].strip(LINK + "，, "), word, rest)
    return None


def _read_new(text: str, before: str, word: str, rest: str) -> Phrase:
    """Someone new: what stands before the indefinite word, that word, what stands after it."""
    named = _read_titled(rest)
    if named is not None and named.kind == "person" and len(named.name) > 1:
        return named
    entry, head = nouns().indefinite[word], find_head(fold(rest))
    body = _read_affiliation(before) if before else read_modifier(rest, head)
    return replace(
        _unnamed(text, head, body),
        head=head or fold(rest),
        words=content_words(rest),
        number="one" if entry.get("number") in ("one", "any") else "many",
        new=True,
        another=bool(entry.get("another")),
    )


def _read_bare_head(text: str) -> Phrase | None:
    """消息人士, 专家, 西方外交官: unnamed, and neither new nor pointing back."""
    head = longest_tail(fold(text), nouns().unnamed)
    return _unnamed(text, head, read_modifier(text, head)) if head else None


def _unnamed(text: str, head: str, body: Phrase | None) -> Phrase:
    role = text[-len(head) :] if head and fold(text).endswith(head) else head
    return Phrase(
        "unnamed", text, role=role, body=body, head=head, what=type_of(head),
        words=content_words(text), number=number_of(head),
    )  # fmt: skip


# ---------------------------------------------------------------- sides and titles
def _read_side(text: str) -> Phrase | None:
    """美方, 白宫方面, 以色列政府: the body or country itself."""
    n, folded = nouns(), fold(text)
    if folded in n.not_side:
        return None
    if len(folded) == 2 and folded[1] == SIDE and folded[0] in n.short:
        return read_short(text)
    tail = longest_tail(folded, n.side)
    rest = text[: len(text) - len(tail)]
    if not tail or not rest:
        return None
    short = len(rest) == 1 and fold(rest) not in n.plain_short
    whole = read_listed(rest) or (read_short(rest) if short else None)
    if whole:
        return replace(whole, name=text)
    inner = _parse(rest) if n.side[tail].get("unlisted") else None
    return inner if inner and inner.kind in BODIES else None


def _read_titled(text: str) -> Phrase | None:
    """A phrase with an office or trade in it: before the name, after it, or with no name."""
    folded = fold(text)
    start, end = find_role(folded)
    if start == end or is_body(folded, start):
        return None
    before, role, after = text[:start].rstrip(LINK), text[start:end], after_role(text[end:])
    if not after:
        before = last_of(before)
        return _read_ranked(before) or _read_untitled(text, before, role)
    if goes_on(fold(after)):
        return None
    if looks_like_name(after):
        return Phrase("person", after, role=role, body=_read_affiliation(before))
    return None


def _read_ranked(before: str) -> Phrase | None:
    """A name between two titles: 发言人|林文昭|上校."""
    inner = _read_titled(before)
    if inner is None or inner.kind != "person" or not inner.role:
        return None
    return inner if inner.name and is_personal(fold(inner.name)) else None


def _read_untitled(text: str, before: str, role: str) -> Phrase:
    """An office at the end: with a name before it (贝伦总统), or with none (美国总统)."""
    form = fold(role)
    entry = nouns().role.get(form)
    rank = entry.get("rank") if entry else ""
    name, body = split_name(before)
    if name and rank in ("office", "courtesy", "trade") and not fold(text).endswith(LINK + form):
        if rank == "courtesy":
            return _read_courteous(name, role, body)
        return Phrase("person", name, role=role, body=body)
    body = _read_affiliation(before)
    if form in nouns().unnamed or rank != "office":
        return _unnamed(text, form, body)
    return Phrase("person", role=role, body=body, head=form, words=content_words(text))


def _read_courteous(name: str, word: str, body: Phrase | None) -> Phrase:
    """A name with a word of courtesy, which belongs to a bare family name: 居民|张|大爷."""
    trade = name[: len(longest_head(fold(name), nouns().role))]
    own = name[len(trade) :]
    if not own or fold(own) not in nouns().surnames:
        return Phrase("person", name, body=body)
    return Phrase("person", own + word, (own,), role=trade, body=body)


def _read_affiliation(before: str) -> Phrase | None:
    """What someone belongs to, from all that stands before the title."""
    before = before.strip("的、 ，,")
    before = before[len(longest_head(fold(before), nouns().origin)) :]
    if len(before) < 2:
        return read_short(before)
    found = read_listed(before) or _read_side(before) or read_body(before)
    return found or Phrase("other", before)


# ---------------------------------------------------------------- names, and what is left
def _read_name(text: str) -> Phrase | None:
    """林文昭; 挪威|林文昭."""
    folded = fold(text)
    if folded[1:] in nouns().courtesy and folded[0] in nouns().surnames:
        return Phrase("person", text, (text[0],))
    place = longest_head(folded, nouns().place)
    rest = text[len(place) :]
    if place and len(rest) > 1 and is_personal(fold(rest)):
        return Phrase("person", rest, body=read_listed(place))
    if looks_like_name(text) and is_personal(folded):
        return Phrase("person", text)
    return None


def _read_qualified(text: str) -> Phrase | None:
    """民间观察的|林文昭; 总部设在法国的|民间观察."""
    at = fold(text).rfind(LINK) + 1
    rest = text[at:]
    if at < 2:
        return None
    if is_personal(fold(rest)):
        return Phrase("person", rest, body=_read_affiliation(text[: at - 1]))
    inner = _parse(rest) if len(rest) > 1 else None
    return inner if inner and inner.kind in NAMED else None


def _read_country(text: str) -> Phrase | None:
    """邻国|挪威."""
    country = longest_tail(fold(text), nouns().country)
    return read_listed(text[-len(country) :]) if len(country) > 1 else None


def _read_own_side(text: str) -> Phrase | None:
    """署方, 校方: the side of a body that was named before."""
    folded = fold(text)
    if len(folded) != 2 or folded[1] != SIDE or folded in nouns().not_side:
        return None
    return Phrase("body", text, head=folded[0], what="side", back=True)


READINGS: tuple[Callable[[str], Phrase | None], ...] = (
    _read_pronoun,
    read_listed,
    _read_joint,
    _read_pointing,
    _read_indefinite,
    lambda text: read_issued(text, _parse),
    lambda text: read_inside(text, _parse),
    _read_side,
    lambda text: read_seat(text, _parse),
    _read_titled,
    _read_bare_head,
    read_body,
    _read_name,
    _read_qualified,
    _read_country,
    _read_own_side,
    read_kind_first,
)
