"""Quotations that no word of report goes with: a paragraph of speech, a line of an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.find.phrases import SPEAKERS
from claims.lang.base import Language
from claims.model.text import Quote, Span

SHORTEST = 8  # characters: a shorter paragraph in quotation marks is a name or a title
LONGEST_NAME = 16
LONGEST_CREDIT = 80  # characters of a name behind a dash, with what is told of the one who bears it
DASHES = "—–―-"
FEWEST_LINES = 2  # that one name opens, for an article to be an interview
SURE = 0.6


def find_alone(
    text: str, paragraph: Paragraph, findings: list[Finding], language: Language
) -> list[Finding]:
    """The quotations of a paragraph that stand alone and that no finding reports yet."""
    taken = [span for finding in findings for span in finding.content]
    found = []
    for quote in paragraph.quotes:
        inside = Span.of(text, quote.inner_start, quote.inner_end)
        free = not any(s.start < inside.end and inside.start < s.end for s in taken)
        if quote.depth or not quote.closed or not inside.text.strip() or not free:
            continue
        source = _speaker_before(text, paragraph, quote, language) or _speaker_behind(
            text, paragraph, quote, language
        )
        if source is not None or _fills(text, paragraph, quote, language):
            found.append(quoted_alone(source, inside, language))
    return found


def credit_lines(
    text: str, paragraphs: Sequence[Paragraph], findings: Sequence[Finding], language: Language
) -> list[Finding]:
    """The findings, a quotation without a source with the name behind a dash in the next line."""
    out = list(findings)
    for number, (above, below) in enumerate(pairwise(paragraphs)):
        name = below.text.strip()
        bare = name.lstrip(DASHES).strip()
        dashed = name[:1] in tuple(DASHES) and 0 < len(bare) <= LONGEST_CREDIT
        if not dashed or language.parse(bare).kind not in SPEAKERS:
            continue
        at = below.start + below.text.index(bare)
        source = Span.of(text, at, at + len(bare))
        for i, finding in enumerate(out):
            alone = finding.cue is None and finding.source is None
            if alone and finding.paragraph == number and finding.content[-1].start >= above.start:
                out[i] = replace(finding, source=source)
    return out


def find_lines(
    text: str, paragraphs: Sequence[Paragraph], findings: Sequence[Finding], language: Language
) -> list[Finding]:
    """The lines of an interview without quotation marks, each opened by a name: 林文昭：….

    Someone speaks more than once there; else a colon may open a list as well (Weather: Rain …).
    """
    lines = [
        (n, p, label) for n, p in enumerate(paragraphs) if (label := _label(text, p, language))
    ]
    turns = Counter(label.text for *_, label in lines)
    if max(turns.values(), default=0) < FEWEST_LINES:
        return []
    opened = {f.content[0].start for f in findings if f.cue is None and f.content}
    found = []
    for number, paragraph, label in lines:
        said = paragraph.text[label.end + 1 - paragraph.start :]
        start = label.end + 1 + len(said) - len(said.lstrip())
        inside = Span.of(text, start, paragraph.start + len(paragraph.text.rstrip()))
        if inside.text and not any(start <= at <= start + 1 for at in opened):
            found.append(replace(quoted_alone(label, inside, language), paragraph=number))
    return found


def _label(text: str, paragraph: Paragraph, language: Language) -> Span | None:
    """The name of a person with which a paragraph opens, before a colon."""
    head = paragraph.text[: LONGEST_NAME + 1]
    at = next((i for i, char in enumerate(head) if char in language.marks.colons), -1)
    name = head[: max(at, 0)].strip()
    phrase = language.parse(name) if name else None
    if phrase is None or phrase.kind != "person" or len(phrase.name) < 2:
        return None
    begin = paragraph.start + paragraph.text.index(name)
    return Span.of(text, begin, paragraph.start + at)


def _speaker_before(
    text: str, paragraph: Paragraph, quote: Quote, language: Language
) -> Span | None:
    """Who speaks in a line of an interview: 市长|：「…」."""
    before = text[paragraph.start : quote.start].rstrip()
    if not before or before[-1] not in language.marks.colons:
        return None
    start = 1 + max((before.rfind(mark) for mark in language.marks.stops | {"\n"}), default=-1)
    name = before[start:-1].strip()
    if not 0 < len(name) <= LONGEST_NAME or language.parse(name).kind not in SPEAKERS:
        return None
    at = paragraph.start + before.index(name, start)
    return Span.of(text, at, at + len(name))


def _speaker_behind(
    text: str, paragraph: Paragraph, quote: Quote, language: Language
) -> Span | None:
    """Who speaks behind a dash with which a line ends: “…” — Ann Lee, the mayor."""
    if text[paragraph.start : quote.start].strip():
        return None
    rest = text[quote.end : paragraph.end]
    name = rest.strip().lstrip(DASHES).strip()
    dashed = rest.strip()[:1] in tuple(DASHES)
    if not dashed or not name or len(name) > LONGEST_CREDIT:
        return None
    at = quote.end + rest.index(name)
    said = language.parse(name).kind in SPEAKERS
    return Span.of(text, at, at + len(name)) if said else None


def _fills(text: str, paragraph: Paragraph, quote: Quote, language: Language) -> bool:
    """Whether the quotation is all that its paragraph says, and says a sentence."""
    rest = text[paragraph.start : quote.start] + text[quote.end : paragraph.end]
    bare = all(char.isspace() or char in language.marks.ends for char in rest)
    ends = text[quote.inner_end - 1] in language.marks.stops or rest.strip() != ""
    return bare and ends and quote.end - quote.start > SHORTEST


def marked_alone(
    text: str, paragraph: Paragraph, word: int, sure: float, language: Language
) -> Finding | None:
    """The quotation that the tagger marks as standing alone, at its opening mark."""
    quote = paragraph.opening.get(paragraph.starts[word])
    if quote is None or quote.inner_end <= quote.inner_start:
        return None
    inside = Span.of(text, quote.inner_start, quote.inner_end)
    return replace(
        quoted_alone(None, inside, language), confidence=sure, made_by="tagger:quotation alone"
    )


def quoted_alone(source: Span | None, inside: Span, language: Language) -> Finding:
    """A quotation without words of report, and who speaks where a name stands before it."""
    end = inside.end
    while end > inside.start and inside.text[end - inside.start - 1] in language.marks.edges:
        end -= 1
    content = Span(start=inside.start, end=end, text=inside.text[: end - inside.start])
    return Finding(
        source=source,
        cue=None,
        content=(content,),
        quote="direct",
        confidence=SURE,
        made_by="rule:quotation alone",
        steps=("a quotation that stands alone, without words of report",),
    )
