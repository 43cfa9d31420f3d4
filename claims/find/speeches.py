"""Speeches over several paragraphs: each opens with a mark, only the last one closes.

A paragraph whose quotation is left open goes on in the next one that opens with such a mark; all
of it is one content, of the one whose words of report began it.
"""

from __future__ import annotations

from dataclasses import replace

from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.lang.base import Language
from claims.model.text import Quote, Span


def carry_on(
    text: str, paragraphs: tuple[Paragraph, ...], findings: list[Finding], language: Language
) -> list[Finding]:
    """The findings with speeches carried over; what stood alone inside them is left out."""
    out = list(findings)
    for number, paragraph in enumerate(paragraphs[:-1]):
        opened = next((q for q in paragraph.quotes if not q.closed and not q.depth), None)
        if opened is None:
            continue
        speaker = next((i for i, f in enumerate(out) if _ends_in(f, opened)), None)
        following = _speech(text, paragraphs[number + 1], text[opened.start])
        if speaker is None or following is None:
            continue
        more = _said(text, following, language)
        out = [
            replace(f, content=(*f.content, more)) if i == speaker else f
            for i, f in enumerate(out)
            if i == speaker or f.cue or not (f.content and more.holds(f.content[0]))
        ]
    return out


def _ends_in(finding: Finding, quote: Quote) -> bool:
    """Whether the last piece of a finding is a quotation that was left open."""
    last = finding.content[-1] if finding.content else None
    return last is not None and last.start == quote.start + 1 and last.end <= quote.end


def _speech(text: str, paragraph: Paragraph, mark: str) -> Quote | None:
    """The quotation that a paragraph begins with, where it opens with the same mark."""
    quote = paragraph.opening.get(paragraph.starts[0])
    return quote if quote is not None and text[quote.start] == mark else None


def _said(text: str, quote: Quote, language: Language) -> Span:
    end = quote.end - quote.closed
    while end > quote.start + 1 and (
        text[end - 1] in language.marks.edges or text[end - 1].isspace()
    ):
        end -= 1
    return Span.of(text, quote.start + 1, end)
