"""Offices and trades in a phrase: where they stand, and what belongs to them."""

from __future__ import annotations

from claims.lang.edges import longest_head, longest_tail
from claims.lang.zh.folding import fold
from claims.lang.zh.naming import is_personal
from claims.lang.zh.nouns import nouns


def find_role(folded: str) -> tuple[int, int]:
    """Where the last office or trade stands, with those that it overlaps: 副|总理."""
    at, end = 0, 0
    for start in range(len(folded)):
        role = longest_head(folded[start:], nouns().role)
        if len(longest_head(folded[start:], nouns().generic)) > len(role):
            continue  # 总统府|官员
        stop = start + len(role)
        if len(role) == 1 and not _is_polite(folded, start):
            continue
        if stop > max(start, end):
            at, end = (at if start < end else start), stop
    return at, end


def _is_polite(folded: str, at: int) -> bool:
    """Whether a word of courtesy of one character is one: 张|伯, 山本|君, but not 罗|伯|特."""
    before = folded[:at]
    surnames = nouns().surnames
    if any(dot in folded for dot in nouns().dots):
        return False  # 马可·韦|伯
    return at + 1 == len(folded) and any(before[-size:] in surnames for size in (1, 2) if before)


def is_body(folded: str, start: int) -> bool:
    """Whether what looks like an office belongs to the name of a body: 总统|府, 全国渔业|委员会."""
    n, size = nouns(), len(folded) - start
    tables = (n.generic, n.body, n.suffix) if start else (n.generic, n.body)
    return any(len(longest_tail(folded, table)) >= size for table in tables)


def goes_on(after: str) -> bool:
    """Whether what stands behind an office is no name but a body of it or one of its people.

    记者|协会, 总统|室官员, 苏丹|外交部.
    """
    n = nouns()
    if after in n.generic or (len(after) > 1 and after in n.suffix):
        return True
    return bool(longest_tail(after, n.unnamed)) and not is_personal(after)


def last_of(before: str) -> str:
    """What stands after the last 之一 before a title at the end: 院长、高层之一|林文昭|牧师."""
    folded = fold(before)
    at = max(
        (folded.rfind(word) + len(word) for word in nouns().one_of if word in folded), default=0
    )
    return before[at:]


def after_role(rest: str) -> str:
    """What stands after an office, without a mark and without 之一 (高层之一|林文昭)."""
    rest = rest.lstrip("、，, ")
    return rest[len(longest_head(fold(rest), nouns().one_of)) :]
