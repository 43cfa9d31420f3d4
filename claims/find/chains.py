"""Nesting: which attribution stands inside the content of which other."""

from __future__ import annotations

from claims.find.finding import Finding


def find_parents(findings: tuple[Finding, ...], citing: frozenset[str]) -> tuple[int | None, ...]:
    """For each finding the index of the smallest one whose content holds it.

    Two of the same content are a double cue (CNN 引述一名官员的话报道): the one that cites is
    inside, and so is the one whose cue stands within the other's. `citing` are senses of cues.

    >>> from claims.model import Span
    >>> text = "甲称，乙说，会谈已结束。"
    >>> outer = Finding(None, Span.of(text, 1, 2), (Span.of(text, 3, 11),))
    >>> inner = Finding(None, Span.of(text, 4, 5), (Span.of(text, 6, 11),))
    >>> find_parents((outer, inner), frozenset())
    (None, 0)
    """
    return tuple(
        min(
            (j for j in sorted(row) if _inside(findings[i], findings[j], citing)),
            key=lambda j: (_size(findings[j]), -_order(findings[j], citing)),
            default=None,
        )
        for i, row in enumerate(_candidates(findings))
    )


def _candidates(findings: tuple[Finding, ...]) -> list[set[int]]:
    """For each finding those whose content is open where it stands, or is the same as its own.

    One walk down the text, so that the time grows with its length and not with the pairs in it.
    """
    starts = sorted((s.start, s.end, j) for j, f in enumerate(findings) for s in f.content)
    rows = [set[int]() for _ in findings]
    open_ends: list[tuple[int, int]] = []
    at = 0
    for i in sorted(range(len(findings)), key=lambda i: findings[i].anchor):
        place = findings[i].anchor
        while at < len(starts) and starts[at][0] <= place:
            open_ends.append(starts[at][1:])
            at += 1
        open_ends = [(end, j) for end, j in open_ends if end > place]
        rows[i].update(j for _, j in open_ends)
    for group in _same_contents(findings):
        for i in group:
            rows[i].update(group)
    for i, row in enumerate(rows):
        row.discard(i)
    return rows


def _same_contents(findings: tuple[Finding, ...]) -> list[list[int]]:
    """The findings that share one content, by that content."""
    groups: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for i, finding in enumerate(findings):
        if finding.content:
            key = tuple((span.start, span.end) for span in finding.content)
            groups.setdefault(key, []).append(i)
    return [group for group in groups.values() if len(group) > 1]


def _size(finding: Finding) -> int:
    return sum(span.end - span.start for span in finding.content)


def _order(finding: Finding, citing: frozenset[str]) -> int:
    return int(finding.sense in citing)


def _inside(inner: Finding, outer: Finding, citing: frozenset[str]) -> bool:
    if not outer.content:
        return False
    if inner.cue and any(span.holds(inner.cue) for span in outer.content):
        return _size(inner) < _size(outer)
    if inner.content and inner.content == outer.content:
        return bool(inner.cue and outer.cue) and _double(inner, outer, citing)
    return not inner.cue and any(span.holds(inner.content[0]) for span in outer.content)


def _double(inner: Finding, outer: Finding, citing: frozenset[str]) -> bool:
    """Of two cues with one content, whether the first stands inside the second."""
    a, b = inner.cue, outer.cue
    assert a is not None and b is not None
    if b.holds(a) != a.holds(b):
        return b.holds(a)
    if (inner.sense in citing) != (outer.sense in citing):
        return inner.sense in citing
    return a.start > b.start
