"""Subjects that run on: a cue behind what another one reports has that one's speaker.

"The minister denied that the north sent arms, and said so twice": the north stands inside what is
denied, the second cue outside it, so it is the minister who said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.find.finding import Finding


def free_subjects(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each without a source that only another report before its cue speaks of."""
    return [
        replace(
            finding,
            source=None,
            steps=(*finding.steps, f"{finding.source.text!r} belongs to what is reported before"),
        )
        if finding.source is not None and any(_speaks_of(other, finding) for other in findings)
        else finding
        for finding in findings
    ]


def _speaks_of(report: Finding, finding: Finding) -> bool:
    """Whether a report holds the source of a cue that stands behind it."""
    source, cue = finding.source, finding.cue
    if source is None or cue is None or report.cue is None or not report.content:
        return False
    before = report.cue.end <= source.start and report.content[-1].end <= cue.start
    return before and any(span.holds(source) for span in report.content)
