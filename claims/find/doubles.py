"""Double cues: an outlet cites an official as saying something, in one clause.

"CNN 引述一名官员的话报道，X" reports X twice: CNN reports it, and inside that the official says
it. The tagger often gives one of the two, or the cited one to both; the order of the words in
the clause settles who is which.
"""

from __future__ import annotations

from dataclasses import replace

from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.find.phrases import span_of
from claims.find.sources import cited, subject_before
from claims.lang.base import Language
from claims.model.text import Span


def mend_doubles(
    text: str, paragraph: Paragraph, findings: list[Finding], language: Language
) -> list[Finding]:
    """The findings of a paragraph; each citing cue shares the content of the cue after it."""
    ordered = sorted(findings, key=lambda f: (f.anchor, f.cue.end if f.cue else 0))
    out = _join_frames(text, paragraph, ordered, language)
    out = _join_compounds(text, paragraph, out, language)
    for i, finding in enumerate(out):
        if finding.cue is None or finding.sense not in language.citing:
            continue
        j = _reporting(paragraph, out, i, language)
        if j is not None:
            out[i], out[j] = _pair(text, paragraph, finding, out[j], language)
            continue
        k = next((k for k, other in enumerate(out) if _opens(other, finding)), None)
        if k is not None:
            out[k] = _end_source(text, paragraph, out[k], finding)
    return out


def _opens(outer: Finding, inner: Finding) -> bool:
    """Whether a cue before its source takes the words of a citing one for a part of that source.

    据|甲报援引乙报报道: the source of 据 is 甲报.
    """
    if outer.cue is None or inner.cue is None or outer.source is None:
        return False
    before = outer.cue.end <= outer.source.start
    return before and outer.source.start < inner.cue.start < outer.source.end


def _end_source(text: str, paragraph: Paragraph, outer: Finding, inner: Finding) -> Finding:
    """The outer finding with the words before the citing ones as its source."""
    assert outer.source is not None and inner.cue is not None
    words = (paragraph.word_at(outer.source.start), paragraph.word_at(inner.cue.start))
    source = span_of(text, paragraph, words)
    told = f"{source.text!r} stands as its source"
    return replace(
        outer, source=source, content=outer.content or inner.content, steps=(*outer.steps[:1], told)
    )


def _join_frames(
    text: str, paragraph: Paragraph, findings: list[Finding], language: Language
) -> list[Finding]:
    """据|甲报|报道，X is one cue in two parts, and what stands between them its source.

    What is found within it adds nothing, unless it cites another: 据“甲网”的|消息|指.
    """
    out: list[Finding] = []
    for finding in findings:
        first = out[-1] if out else None
        if first is not None and _is_frame(paragraph, first, finding, language):
            out[-1] = _join_frame(text, paragraph, first, finding, language)
        elif first is None or not _is_within(first, finding, language):
            out.append(finding)
    return out


def _is_frame(paragraph: Paragraph, first: Finding, second: Finding, language: Language) -> bool:
    """Whether a preposition and the words of report after it share a source and a content."""
    if first.cue is None or second.cue is None or first.source is None or second.source is None:
        return False
    opener = paragraph.word_at(first.parts[0][0])
    shared = first.source.start < second.source.end and second.source.start < first.source.end
    behind = first.cue.start < second.source.start and second.source.end <= second.cue.start
    return (
        paragraph.tags[opener] in language.tags.prepositions
        and shared
        and behind
        and second.sense not in language.citing
        and bool(first.content)
        and first.content == second.content
    )


def _join_frame(
    text: str, paragraph: Paragraph, first: Finding, second: Finding, language: Language
) -> Finding:
    assert first.cue and second.cue and first.source and second.source
    start = paragraph.word_at(min(first.source.start, second.source.start))
    end = paragraph.word_at(min(first.source.end, second.source.end) - 1) + 1
    while end > start + 1 and paragraph.forms[end - 1] in language.tags.linkers:
        end -= 1
    source = span_of(text, paragraph, (start, end))
    return replace(
        first,
        cue=Span.of(text, first.cue.start, max(first.cue.end, second.cue.end)),
        source=source,
        parts=(first.parts[0], max(first.parts[-1], second.parts[-1])),
        steps=(*first.steps[:1], f"{source.text!r} stands as its source"),
    )


def _is_within(first: Finding, second: Finding, language: Language) -> bool:
    """Whether the words of a finding are no more than a part of the frame before it."""
    if first.cue is None or second.cue is None or len(first.parts) < 2:
        return False
    if second.sense in language.citing or not first.cue.holds(second.cue):
        return False
    own = second.source is None or first.source is None or second.source.end > first.source.start
    return own and first.content == second.content


def _join_compounds(
    text: str, paragraph: Paragraph, findings: list[Finding], language: Language
) -> list[Finding]:
    """告诉|记者|说，X is one cue in two words: the second adds no one and nothing.

    Not where a verb may stand in what is told of its subject: one who asked to be named|said.
    """
    if language.free_order:
        return findings
    out: list[Finding] = []
    for finding in findings:
        first = out[-1] if out else None
        if first is not None and _compound(paragraph, first, finding, language):
            assert first.cue is not None and finding.cue is not None
            cue = Span.of(text, first.cue.start, finding.cue.end)
            out[-1] = replace(first, cue=cue, content=finding.content)
        else:
            out.append(finding)
    return out


def _compound(paragraph: Paragraph, first: Finding, second: Finding, language: Language) -> bool:
    if first.cue is None or second.cue is None or len(second.parts) != len(first.parts):
        return False
    if language.fold(first.cue.text) not in language.addressing or second.sense != "say":
        return False
    a, b = paragraph.word_at(first.cue.start), paragraph.word_at(second.cue.start)
    same = paragraph.clause[a] == paragraph.clause[b] and paragraph.quote[a] == paragraph.quote[b]
    ends = bool(second.content) and second.content[0].start >= second.cue.end
    between = (
        second.source is None
        or second.source.start < first.cue.start
        or (first.cue.end <= second.source.start)
    )
    return same and ends and between and b - a <= 8


def _reporting(
    paragraph: Paragraph, findings: list[Finding], i: int, language: Language
) -> int | None:
    """The next cue in the clause of a citing one, the frame around it, or the cue without a
    subject in the clause after it: 援引一名官员的话描述了会谈，声称…"""
    cue = findings[i].cue
    assert cue is not None
    first = paragraph.word_at(cue.start)
    for j, other in enumerate(findings):
        if j == i or other.cue is None or not other.parts or other.parts[-1][0] < cue.end:
            continue
        last = paragraph.word_at(other.parts[-1][0])
        if paragraph.quote[last] != paragraph.quote[first]:
            continue
        if paragraph.clause[last] == paragraph.clause[first]:
            return j
        next_clause = paragraph.clause[last] == paragraph.clause[first] + 1
        heads = last == 0 or paragraph.clause[last - 1] != paragraph.clause[last]
        if (
            next_clause
            and heads
            and other.source is None
            and _closes(paragraph, first, last, language)
        ):
            return j
    return None


def _closes(paragraph: Paragraph, first: int, last: int, language: Language) -> bool:
    """Whether the one cited is followed by the words that end a citing: 的话."""
    return any(paragraph.forms[i] in language.closers for i in range(first + 1, last))


def _pair(
    text: str, paragraph: Paragraph, inner: Finding, outer: Finding, language: Language
) -> tuple[Finding, Finding]:
    """The citing and the reporting cue with one content, and each with its own source."""
    assert inner.cue is not None and outer.cue is not None
    begin = (paragraph.word_at(inner.parts[0][0]), paragraph.word_at(inner.parts[0][1] - 1) + 1)
    until = _until(paragraph, begin[1], paragraph.word_at(outer.parts[-1][0]), language)
    source = cited(paragraph, begin, until, language)
    content = outer.content or inner.content
    spoken = span_of(text, paragraph, source) if source else inner.source
    end = max(inner.cue.end, paragraph.ends[until - 1] if until else 0)
    inner = replace(
        inner,
        source=spoken,
        cue=Span.of(text, inner.cue.start, end),
        content=content,
        steps=(
            *inner.steps[:1],
            "cited in the clause of another cue: both report one content",
            f"{spoken.text!r} is the one cited" if spoken else "the one cited is not told",
        ),
    )
    reporter = _reporter(text, paragraph, inner, outer, language)
    told = f"{reporter.text!r} stands as its source" if reporter else "its source is not told"
    return inner, replace(outer, source=reporter, content=content, steps=(*outer.steps[:1], told))


def _until(paragraph: Paragraph, first: int, cue: int, language: Language) -> int:
    """Where the citing ends: at the next cue of the clause, or after its closing words."""
    if paragraph.clause[first - 1] == paragraph.clause[cue]:
        return cue
    closing = [i + 1 for i in range(first, cue) if paragraph.forms[i] in language.closers]
    return closing[0] if closing else cue


def _reporter(
    text: str, paragraph: Paragraph, inner: Finding, outer: Finding, language: Language
) -> Span | None:
    """The source of the reporting cue: what stands before the citing one."""
    assert inner.cue is not None
    if outer.source is not None and outer.source.end <= inner.cue.start:
        return outer.source
    first, cite = paragraph.word_at(outer.parts[0][0]) + 1, paragraph.word_at(inner.cue.start)
    if first < cite and len(outer.parts) > 1:
        return span_of(text, paragraph, (first, cite))  # what a frame holds before it
    words = subject_before(text, paragraph, cite, language)
    return span_of(text, paragraph, words) if words else None
