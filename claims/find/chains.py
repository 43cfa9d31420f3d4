"""Nesting: which attribution stands inside the content of which other."""

from __future__ import annotations

from claims.find.finding import Finding


def find_parents(findings: tuple[Finding, ...], citing: frozenset[str]) -> tuple[int | None, ...]:
    """For each finding the index of the smallest one whose content holds it.

    Two of the same content are a double cue (CNN 引述一名官员的话报道): the one that cites is
    inside, and so is the one whose cue stands within the other's. `citing` are senses of cues.
    """
    return tuple(
        min(
            (j for j in range(len(findings)) if j != i and _inside(findings, i, j, citing)),
            key=lambda j: (_size(findings[j]), -_order(findings[j], citing)),
            default=None,
        )
        for i in range(len(findings))
    )


def _size(finding: Finding) -> int:
    return sum(span.end - span.start for span in finding.content)


def _order(finding: Finding, citing: frozenset[str]) -> int:
    return int(finding.sense in citing)


def _inside(findings: tuple[Finding, ...], i: int, j: int, citing: frozenset[str]) -> bool:
    inner, outer = findings[i], findings[j]
    if not outer.content:
        return False
    if inner.cue and any(
        span.start <= inner.cue.start and inner.cue.end <= span.end for span in outer.content
    ):
        return _size(inner) < _size(outer)
    if not inner.cue and inner.content and inner.content != outer.content:
        return any(span.holds(inner.content[0]) for span in outer.content)
    if inner.content and inner.content == outer.content and inner.cue and outer.cue:
        return _double(inner, outer, citing)
    return False


def _double(inner: Finding, outer: Finding, citing: frozenset[str]) -> bool:
    """Of two cues with one content, whether the first stands inside the second."""
    a, b = inner.cue, outer.cue
    assert a is not None and b is not None
    if b.holds(a) != a.holds(b):
        return b.holds(a)
    if (inner.sense in citing) != (outer.sense in citing):
        return inner.sense in citing
    return a.start > b.start
