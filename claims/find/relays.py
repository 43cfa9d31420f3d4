"""Two reports of one content in one sentence, set apart by a pause: who tells of whose words.

"A, the paper said, citing two officials": the paper tells A, and inside that the officials do.
"She said A, an aide told the paper": the aide tells that she said A. Only in a language in which
who says it can stand behind what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.find.phrases import ISSUING, Words, span_of
from claims.lang.base import Language
from claims.model.text import Span

KINDS = frozenset((*ISSUING, "pronoun", "joint"))  # phrases that can be cited


def mend_relays(
    text: str, paragraph: Paragraph, findings: Sequence[Finding], language: Language
) -> list[Finding]:
    """The findings, one that cites with the content of the report beside it, an outer one whole."""
    if not language.free_order:
        return list(findings)
    told: dict[tuple[Span, ...], list[Finding]] = {}
    for finding in findings:
        told.setdefault(finding.content, []).append(finding)
    out = [_enclosing(text, paragraph, one, told[one.content]) for one in findings]
    for i, finding in enumerate(out):
        cited = _cited(text, paragraph, finding, language)
        j = _main(paragraph, out, i, language) if cited is not None else None
        if cited is not None and j is not None:
            content = _without(out[j].content, (finding, cited))
            if content:
                out[j] = replace(out[j], content=content)
                out[i] = _citing(finding, cited, content)
    return out


# ---------------------------------------------------------------- cited apart
def _cited(text: str, paragraph: Paragraph, finding: Finding, language: Language) -> Span | None:
    """The one cited behind a citing word, up to the next pause: citing|two officials."""
    if finding.cue is None:
        return None
    first = paragraph.word_at(finding.cue.start)
    if not language.citing & {*paragraph.senses[first]}:
        return None
    begin = paragraph.word_at(finding.cue.end - 1) + 1
    end, number = begin, paragraph.sentence[first]
    while end < len(paragraph) and paragraph.sentence[end] == number:
        if paragraph.forms[end] in language.marks.ends:
            break
        end += 1
    words: Words = (begin, end)
    if begin == end:
        return None
    span = span_of(text, paragraph, words)
    return span if language.parse(span.text).kind in KINDS else None


def _main(
    paragraph: Paragraph, findings: Sequence[Finding], i: int, language: Language
) -> int | None:
    """The nearest other report of the sentence, in another clause and the same quotation."""
    cue = findings[i].cue
    assert cue is not None
    here = paragraph.word_at(cue.start)
    found: list[tuple[int, int]] = []
    for j, other in enumerate(findings):
        if j == i or other.cue is None or not other.content or other.sense in language.citing:
            continue
        at = paragraph.word_at(other.cue.start)
        same = paragraph.sentence[at] == paragraph.sentence[here]
        if same and paragraph.quote[at] == paragraph.quote[here]:
            found.append((abs(at - here), j))
    return min(found)[1] if found else None


def _without(content: tuple[Span, ...], aside: tuple[Finding, Span]) -> tuple[Span, ...]:
    """A content without the words that tell who is cited."""
    finding, cited = aside
    assert finding.cue is not None
    return tuple(
        span for span in content if span.end <= finding.cue.start or span.start >= cited.end
    )


def _citing(finding: Finding, cited: Span, content: tuple[Span, ...]) -> Finding:
    return replace(
        finding,
        source=cited,
        content=content,
        subjects=(),
        sense="cite",
        steps=(
            *finding.steps[:1],
            f"{cited.text!r} is the one cited",
            "cited in the sentence of another report: both report one content",
        ),
    )


# ---------------------------------------------------------------- told behind the end
def _enclosing(
    text: str, paragraph: Paragraph, finding: Finding, findings: Sequence[Finding]
) -> Finding:
    """A report behind the end of another one's content, with that report as its content."""
    inner = next((o for o in findings if _is_told(paragraph, o, finding)), None)
    if inner is None:
        return finding
    assert inner.cue is not None
    begin = min(inner.cue.start, inner.source.start if inner.source else inner.cue.start)
    whole = Span.of(text, begin, finding.content[-1].end)
    return replace(finding, content=(whole,))


def _is_told(paragraph: Paragraph, inner: Finding, outer: Finding) -> bool:
    """Whether two reports have one content, between the words of the one and of the other."""
    if inner is outer or inner.cue is None or outer.cue is None or len(inner.content) != 1:
        return False
    if inner.content != outer.content or inner.source is None:
        return False
    behind = min(outer.cue.start, outer.source.start if outer.source else outer.cue.start)
    between = inner.cue.end <= inner.content[0].start and inner.content[0].end <= behind
    one = paragraph.word_at(inner.cue.start), paragraph.word_at(outer.cue.start)
    return between and paragraph.sentence[one[0]] == paragraph.sentence[one[1]]
