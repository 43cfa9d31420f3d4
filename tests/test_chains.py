"""Which attribution stands inside which other, by hand-made findings."""

from __future__ import annotations

import pytest

from claims.find import Finding, chains
from claims.find.chains import find_parents
from claims.model import Span

CITING = frozenset({"cite"})
OUTER = "汪承钧说，乔月说，桥面已经修好。"
DOUBLE = "《海港晨报》引述乔月的话报道，桥面已经修好。"
QUOTED = "汪承钧说，“乔月来过”，“桥面已经修好”。"


def finding(text: str, cue: str, content: str, sense: str = "say", nth: int = 0) -> Finding:
    """The finding of a cue, the nth of its kind in the text, and of a content; no cue if empty."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(cue, at + 1)
    said = text.index(content)
    return Finding(
        source=None,
        cue=Span.of(text, at, at + len(cue)) if cue else None,
        content=(Span.of(text, said, said + len(content)),) if content else (),
        sense=sense,
    )


CASES: dict[str, tuple[list[Finding], list[int | None]]] = {
    "nothing": ([], []),
    "one inside the other": (
        [
            finding(OUTER, "说", "乔月说，桥面已经修好"),
            finding(OUTER, "说", "桥面已经修好", nth=1),
        ],
        [None, 0],
    ),
    "the smallest of three": (
        [
            finding("甲说，乙说，丙说，天晴。", "说", "乙说，丙说，天晴"),
            finding("甲说，乙说，丙说，天晴。", "说", "丙说，天晴", nth=1),
            finding("甲说，乙说，丙说，天晴。", "说", "天晴", nth=2),
        ],
        [None, 0, 1],
    ),
    "the one that cites is inside": (
        [
            finding(DOUBLE, "引述", "桥面已经修好", sense="cite"),
            finding(DOUBLE, "报道", "桥面已经修好"),
        ],
        [1, None],
    ),
    "a quotation without a cue": (
        [
            finding(QUOTED, "说", "“乔月来过”，“桥面已经修好”"),
            finding(QUOTED, "", "桥面已经修好"),
        ],
        [None, 0],
    ),
    "a denial without an object holds nothing": (
        [finding(OUTER, "说", ""), finding(OUTER, "说", "桥面已经修好", nth=1)],
        [None, None],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_parents_are_the_smallest_around(name: str) -> None:
    findings, parents = CASES[name]
    assert list(find_parents(tuple(findings), CITING)) == parents


def test_no_two_paragraphs_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of pairs looked at grows with the length of an article, not with its square."""
    compared: list[Finding] = []
    inside = chains._inside

    def counted(inner: Finding, outer: Finding, citing: frozenset[str]) -> bool:
        compared.append(inner)
        return inside(inner, outer, citing)

    monkeypatch.setattr(chains, "_inside", counted)
    counts = []
    for paragraphs in (10, 100):
        compared.clear()
        find_parents(tuple(_repeated(paragraphs)), CITING)
        counts.append(len(compared))
    assert counts == [10, 100]


def _repeated(paragraphs: int) -> list[Finding]:
    """The two findings of one paragraph, again and again."""
    text = f"{OUTER}\n" * paragraphs
    size = len(OUTER) + 1
    return [
        Finding(None, Span.of(text, at + cue, at + cue + 1), (Span.of(text, at + low, at + 14),))
        for at in range(0, size * paragraphs, size)
        for cue, low in ((3, 5), (7, 8))
    ]
