"""Wishes and beliefs that only repeat the attribution around them.

In "he said he hopes that X" the hope is how X is said; a second attribution of X to the same
speaker would tell nothing new, and annotators leave it out.
"""

from __future__ import annotations

from claims.find.finding import Finding
from claims.lang.base import Language


def drop_echoes(findings: list[Finding], language: Language) -> list[Finding]:
    """The findings without those that open the content of another one and add only an attitude."""
    ending: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.content:
            ending.setdefault(finding.content[-1].end, []).append(finding)
    return [
        finding
        for finding in findings
        if not finding.content
        or not any(_echoes(finding, o, language) for o in ending[finding.content[-1].end])
    ]


def _echoes(inner: Finding, outer: Finding, language: Language) -> bool:
    if inner.cue is None or outer.cue is None or not inner.content or not outer.content:
        return False
    if inner.sense not in language.attitudes or inner is outer:
        return False
    if inner.source is not None and language.parse(inner.source.text).kind != "pronoun":
        return False
    begins = inner.source.start if inner.source else inner.cue.start
    first, last = outer.content[0], outer.content[-1]
    return begins == first.start and inner.content[-1].end == last.end
