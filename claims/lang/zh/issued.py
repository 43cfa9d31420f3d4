"""What was issued, and by whom: 白宫声明, 总统府在会后发表的声明, 统计局的数据.

Whoever issued a statement speaks in it. What is issued without anyone's judgement, a poll or a
law, speaks for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.lang.base import Phrase
from claims.lang.edges import longest_head, longest_tail
from claims.lang.packs import load_words
from claims.lang.zh.bodies import body_of_suffix, read_listed
from claims.lang.zh.folding import fold
from claims.lang.zh.heads import content_words, type_of
from claims.lang.zh.naming import is_personal
from claims.lang.zh.nouns import nouns

LINK = "的"
BODIES = ("body", "outlet")
ISSUERS = (*BODIES, "pronoun", "joint", "unnamed")
Parse = Callable[[str], Phrase]


def read_issued(text: str, parse: Parse) -> Phrase | None:
    """白宫声明, 总统府的声明: a statement and whose it is. Polls and laws stand alone."""
    n, folded = nouns(), fold(text)
    voice, paper = longest_tail(folded, n.statement), longest_tail(folded, n.document)
    head = max(paper, voice, key=len)
    person = max(len(longest_tail(folded, n.body)), len(longest_tail(folded, n.role)))
    if not head or person > len(head):
        return None  # 中央电视台新闻 is an outlet, and no news of one
    if folded in n.platform:
        return None  # 微博 denies: the company, and no post on it
    if head in n.suffix and _named_medium(folded[: -len(head)]):
        return None
    issuer = _read_issuer(text[: len(text) - len(head)].rstrip(LINK), parse)
    owned = paper in n.figures or longest_tail(paper, n.authored)
    if owned and issuer is not None and issuer.kind in BODIES:
        return Phrase("voice", text, head=paper, body=issuer)
    if head == paper:
        return Phrase("document", text, head=head, body=issuer, words=content_words(text))
    return Phrase("voice", text, head=head, body=issuer)


def _named_medium(before: str) -> bool:
    """Whether a name goes on after a word for media: 官媒|河湾 (新闻)."""
    rest = before[len(longest_head(before, nouns().place)) :]
    word = longest_head(rest, nouns().unnamed)
    return type_of(word) == "media" and rest[len(word) :].strip(LINK) != ""


def read_inside(text: str, parse: Parse) -> Phrase | None:
    """声明中, 书里: what is said in it, it says."""
    place = longest_tail(fold(text), load_words("zh", "inside"))
    inner = read_issued(text[: -len(place)], parse) if place and len(text) > len(place) else None
    return inner if inner and inner.kind in ("voice", "document") else None


def _without_number(before: str) -> str:
    """What stands before the noun of a statement, without a number: 该机构|的一份 (声明)."""
    before = before.rstrip(LINK)
    word = longest_tail(fold(before), nouns().indefinite)
    return before[: len(before) - len(word)].rstrip(LINK) if len(word) < len(before) else before


def _read_issuer(before: str, parse: Parse) -> Phrase | None:
    """The body or person at the beginning of 总统府在会后发表的 (声明)."""
    cuts = [match.start() for match in nouns().issued.finditer(fold(before))]
    for cut in (len(before), *reversed(cuts)):
        form = _without_number(before[:cut])
        if len(form) > 1 and fold(form) in nouns().suffix:
            return replace(body_of_suffix(form, fold(form)), back=True)  # 公司|公告: the one before
        if len(form) > 1 or fold(form) in nouns().pronoun:
            issuer = parse(form)
            # A name from the whole of what stands before, with no office, must look like one.
            sure = issuer.role or form != before or is_personal(fold(form))
            if issuer.kind in ISSUERS or (issuer.kind == "person" and sure):
                return issuer
    return read_listed(
        before[: len(longest_head(fold(before), nouns().body))]
    )  # 白宫|安全 (备忘录)
