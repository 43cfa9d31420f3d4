"""Speeches over several paragraphs: each opens with a mark, only the last one closes.

A paragraph whose quotation is left open goes on in the next one that opens with such a mark, or
in lines without any up to the one that closes it; all of it is one content, of the one whose words
of report stand before it or behind its end.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.find.alone import quoted_alone
from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.find.phrases import span_of
from claims.find.sources import clause_subjects
from claims.lang.base import Language
from claims.model.text import Quote, Span

REACH = 12  # paragraphs that the lines of one quotation go on for


def carry_on(
    text: str, paragraphs: tuple[Paragraph, ...], findings: list[Finding], language: Language
) -> list[Finding]:
    """The findings with speeches carried over; what stood alone inside them is left out.

    Forwards from the words of report before a speech, backwards from those behind its end.
    """
    out = list(findings)
    for number, paragraph in enumerate(paragraphs[:-1]):
        opened = _left_open(paragraph)
        if opened is None:
            continue
        speaker = next((i for i, f in enumerate(out) if _ends_in(f, opened)), None)
        following = _speech(text, paragraphs[number + 1], text[opened.start])
        if speaker is None:
            alone = _alone(text, paragraphs, number, opened, language)
            out += [alone] if alone else []
            continue
        if following is None:
            more = _lines(text, paragraphs[number + 1 :], _mark(text, opened), language)
        elif any(f.cue and _begins_with(f, following) for f in out):
            continue
        else:
            more = [_said(text, following, language)]
        out = _with(out, speaker, (*out[speaker].content, *more), more)
    for number in range(len(paragraphs) - 2, -1, -1):
        opened = _left_open(paragraphs[number])
        if opened is None or any(f.cue and _ends_in(f, opened) for f in out):
            continue
        following = _speech(text, paragraphs[number + 1], text[opened.start])
        speaker = next(
            (i for i, f in enumerate(out) if following and f.cue and _begins_with(f, following)),
            None,
        )
        if speaker is not None:
            more = [_said(text, opened, language)]
            out = _with(out, speaker, (*more, *out[speaker].content), more)
    return out


def awaits(paragraph: Paragraph, cue: int, language: Language) -> bool:
    """Whether the words of report of a paragraph's last sentence may bring what comes behind it."""
    ends = paragraph.forms[-1] in language.marks.colons
    return ends and paragraph.sentence[cue] == paragraph.sentence[-1]


def introduce(
    text: str, paragraphs: tuple[Paragraph, ...], findings: list[Finding], language: Language
) -> list[Finding]:
    """The findings, each that ends its paragraph with a colon with the quotation that it brings.

    The company issued a statement:|“…”: what is quoted in the next paragraph is its content.
    """
    out = list(findings)
    for number, (paragraph, following) in enumerate(pairwise(paragraphs)):
        if paragraph.forms[-1] not in language.marks.colons:
            continue
        quote = following.opening.get(following.starts[0])
        last = _last_words(paragraph, out, number)
        if quote is None or (quote.closed and not _fills(following, quote)):
            continue
        if last is None:
            out = [_brought(text, paragraph, f, quote, language) for f in out]
            continue
        if any(f.cue and _begins_with(f, quote) for f in out):
            continue
        if _tells_itself(paragraph, out[last], language):
            continue
        said = _said(text, quote, language)
        if said.text:
            out = _with(out, last, (said,), [said])
            out = [replace(f, quote="direct") if f.content == (said,) else f for f in out]
    return [f for f in out if f.content or f.sense in language.denying]


def _tells_itself(paragraph: Paragraph, finding: Finding, language: Language) -> bool:
    """Whether what a finding reports is a clause, which the quotation behind it only bears out."""
    at = paragraph.word_at
    held = {
        tag
        for span in finding.content
        for tag in paragraph.tags[at(span.start) : at(span.end - 1) + 1]
    }
    return bool(held & language.tags.verbs)


def _brought(
    text: str, paragraph: Paragraph, finding: Finding, quote: Quote, language: Language
) -> Finding:
    """A quotation that no words of report go with, said by the subject of the line before it."""
    if finding.cue or finding.source or not _begins_with(finding, quote):
        return finding
    found = clause_subjects(text, paragraph, len(paragraph) - 1, 0, language)
    subjects = tuple(span_of(text, paragraph, words) for words in found)
    return replace(finding, subjects=subjects)


def _last_words(paragraph: Paragraph, findings: list[Finding], number: int) -> int | None:
    """The finding with whose words of report the last sentence of a paragraph ends."""
    begun = paragraph.starts[paragraph.sentence.index(paragraph.sentence[-1])]
    own = (
        (f.anchor, i)
        for i, f in enumerate(findings)
        if f.paragraph == number and f.cue is not None and f.cue.start >= begun
    )
    found = max(own, default=None)
    return found[1] if found else None


def _fills(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether a quotation is all that its paragraph says."""
    rest = paragraph.text[max(0, quote.end - paragraph.start) :]
    return not any(map(str.isalnum, rest))


def _mark(text: str, quote: Quote) -> str:
    """The mark that opens a quotation."""
    return text[quote.start : quote.inner_start]


def _alone(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    number: int,
    opened: Quote,
    language: Language,
) -> Finding | None:
    """The quotation broken into lines that a paragraph opens, where no words of report bring it."""
    paragraph = paragraphs[number]
    if opened.start != paragraph.starts[0]:
        return None
    more = _lines(text, paragraphs[number + 1 :], _mark(text, opened), language)
    if not more:
        return None
    first = _said(text, opened, language)
    return replace(quoted_alone(None, first, language), content=(first, *more), paragraph=number)


def _with(
    findings: list[Finding], speaker: int, content: tuple[Span, ...], more: list[Span]
) -> list[Finding]:
    """The findings, one with its whole content, without what stood alone in what it got."""
    return [
        replace(f, content=content) if i == speaker else f
        for i, f in enumerate(findings)
        if i == speaker
        or f.cue
        or not (f.content and any(piece.holds(f.content[0]) for piece in more))
    ]


def _left_open(paragraph: Paragraph) -> Quote | None:
    return next((q for q in paragraph.quotes if not q.closed and not q.depth), None)


def _begins_with(finding: Finding, quote: Quote) -> bool:
    """Whether the first piece of a finding is a quotation."""
    return bool(finding.content) and finding.content[0].start == quote.inner_start


def _lines(
    text: str, following: tuple[Paragraph, ...], mark: str, language: Language
) -> list[Span]:
    """The lines of a quotation that is broken into lines, up to the one that closes it.

    None where another quotation is in them: then the mark was left open by mistake.
    """
    closer = language.marks.quotes.get(mark, mark)
    found: list[Span] = []
    for paragraph in following[:REACH]:
        at = paragraph.text.find(closer)
        other = paragraph.text.find(mark)
        if 0 <= other < at or (at < 0 <= other) or any(q.closed for q in paragraph.quotes):
            return []
        start = paragraph.starts[0]
        end = paragraph.start + (at if at >= 0 else len(paragraph.text))
        if start < end:
            found.append(_bare(text, start, end, language))
        if at >= 0:
            return found
    return []


def _ends_in(finding: Finding, quote: Quote) -> bool:
    """Whether the last piece of a finding is a quotation that was left open."""
    last = finding.content[-1] if finding.content else None
    return last is not None and last.start == quote.inner_start and last.end <= quote.end


def _speech(text: str, paragraph: Paragraph, mark: str) -> Quote | None:
    """The quotation that a paragraph begins with, where it opens with the same mark."""
    quote = paragraph.opening.get(paragraph.starts[0])
    return quote if quote is not None and text[quote.start] == mark else None


def _said(text: str, quote: Quote, language: Language) -> Span:
    return _bare(text, quote.inner_start, quote.inner_end, language)


def _bare(text: str, start: int, end: int, language: Language) -> Span:
    """What is said from one place to another, without the mark and the space at its end."""
    while end > start and (text[end - 1] in language.marks.edges or text[end - 1].isspace()):
        end -= 1
    return Span.of(text, start, end)
