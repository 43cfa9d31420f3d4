"""Document to findings: lay the page out, mark cues, read what each reports, nest them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.find.alone import credit_lines, find_alone, find_lines, marked_alone, quoted_alone
from claims.find.answered import own_accounts, tell_accounts
from claims.find.chains import find_parents
from claims.find.contents import find_parts, kind_of_quote
from claims.find.cues import (
    SAYS,
    CueHit,
    add_citings,
    citing_in,
    drop_leads,
    find_cues,
    join_positions,
    mark_cues,
    mend_frames,
    mend_objects,
)
from claims.find.doubles import mend_doubles
from claims.find.features import View, view
from claims.find.finding import Finding
from claims.find.page import Paragraph, lay_out
from claims.find.passives import part_charge, tells_nothing
from claims.find.phrases import span_of
from claims.find.relays import mend_relays
from claims.find.sources import clause_subjects, follows_passive, is_denied
from claims.find.speeches import awaits, carry_on, introduce
from claims.find.subjects import free_subjects
from claims.find.tagger import Marked
from claims.find.wishes import drop_echoes
from claims.lang.base import Language
from claims.model.text import Document, Span

AT_ONCE = 1000  # words marked together: most articles, but no book
DENIED = 2  # words before one of answering among which stands what denies it
NO_REPORT = "no word of report"  # what a cue could be instead


def find_attributions(document: Document, language: Language) -> tuple[Finding, ...]:
    """Everything that the article reports somebody as saying, in the order of its cues."""
    paragraphs = lay_out(document, language)
    found: list[Finding] = []
    for batch in _batches(paragraphs):
        views = [view(paragraphs[number], language) for number in batch]
        marked = mark_cues([paragraphs[number] for number in batch], views, language)
        for number, seen, marks in zip(batch, views, marked, strict=True):
            found += _of_paragraph(document.text, paragraphs[number], seen, marks, number, language)
    found += find_lines(document.text, paragraphs, found, language)
    found = credit_lines(document.text, paragraphs, found, language)
    found = introduce(document.text, paragraphs, found, language)
    found = carry_on(document.text, paragraphs, found, language)
    ordered = tuple(sorted(found, key=_place))
    parents = find_parents(ordered, language.citing)
    return tuple(
        replace(finding, within=parent, confidence=calibrated(finding.confidence, language))
        for finding, parent in zip(ordered, parents, strict=True)
    )


def _batches(paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """The numbers of paragraphs that are marked together: to mark them one by one takes longer."""
    begun = words = 0
    for number, paragraph in enumerate(paragraphs, 1):
        words += len(paragraph)
        if words >= AT_ONCE:
            yield range(begun, number)
            begun, words = number, 0
    yield range(begun, len(paragraphs))


def calibrated(score: float, language: Language) -> float:
    """The share of findings with such a score that were right, on the language's curve.

    Between two points of the curve it is read off the line that joins them.
    """
    curve = language.calibration
    if not curve or score <= curve[0][0]:
        return curve[0][1] if curve else score
    for (x, y), (u, v) in pairwise(curve):
        if score <= u:
            return y + (v - y) * (score - x) / (u - x)
    return curve[-1][1]


def _place(finding: Finding) -> tuple[int, int]:
    return finding.anchor, finding.cue.end if finding.cue else 0


def _of_paragraph(
    text: str,
    paragraph: Paragraph,
    seen: View,
    marked: Marked,
    number: int,
    language: Language,
) -> list[Finding]:
    hits = find_cues(text, paragraph, marked, language)
    hits = drop_leads(paragraph, mend_frames(paragraph, hits, language), language)
    hits = join_positions(paragraph, add_citings(paragraph, hits, language), language)
    hits = tell_accounts(paragraph, mend_objects(paragraph, hits, language), language)
    every = {i for hit in hits if not hit.alone for i in hit.words}
    found: list[Finding] = []
    waiting = list(hits)
    while waiting:
        hit = waiting.pop(0)
        others = frozenset(every - set(hit.words))
        if hit.alone:
            finding = marked_alone(text, paragraph, hit.words[0], hit.sure, language)
        else:
            finding = _reported(text, paragraph, seen, hit, others, language)
        if finding is not None:
            found.append(finding)
            passed = citing_in(paragraph, finding.source, every, language)
            waiting += passed
            every.update(i for one in passed for i in one.words)
    found = free_subjects(mend_doubles(text, paragraph, found, language))
    found = mend_relays(text, paragraph, found, language)
    found = own_accounts(text, paragraph, found, language)
    found = [
        _detailed(text, paragraph, number, finding, language)
        for finding in drop_echoes(found, language)
    ]
    spoken = [span for finding in found if finding.cue for span in finding.content]
    found = [f for f in found if f.cue or not any(span.holds(f.content[0]) for span in spoken)]
    alone = find_alone(text, paragraph, found, language)
    return found + [replace(finding, paragraph=number) for finding in alone]


def _reported(
    text: str,
    paragraph: Paragraph,
    seen: View,
    hit: CueHit,
    others: frozenset[int],
    language: Language,
) -> Finding | None:
    """What one cue reports; nothing where no content is found, unless it is a bare denial."""
    words, content, sure, mended = find_parts(text, paragraph, seen, hit, others, language)
    hit, content = part_charge(text, paragraph, hit, content, language)
    source = span_of(text, paragraph, words) if words else None
    first, last = hit.words[0], hit.words[-1]
    compound = len(hit.words) > 1 and not hit.frame
    if not content and compound and SAYS in paragraph.senses[first]:
        alone = hit._replace(words=hit.words[:1])  # 称|报告“…”: its object was taken for a part
        return _reported(text, paragraph, seen, alone, others, language)
    sense = seen.c[first + 2] if seen.c[first + 2] != "-" else seen.c[last + 2]
    if not content and sense not in language.denying and not awaits(paragraph, last, language):
        return None
    if _is_withheld(paragraph, first, language):
        return None
    if source is None and tells_nothing(paragraph, hit, content, language):
        return None
    if source is None and first > 0 and paragraph.forms[first - 1] in language.impersonal:
        return None  # 几乎可以|肯定: how sure it is, and no one's judgement
    cue = Span.of(text, paragraph.starts[first], paragraph.ends[last])
    if not any(map(str.isalnum, cue.text)):
        return _labelled(paragraph, source, content, hit.sure, language)
    at = words[0] if words else first
    points_back = source is None or language.parse(source.text).kind in ("pronoun", "voice")
    steps = [f"the tagger marks {cue.text!r} as words of report ({hit.sure:.2f})"]
    if source is not None:
        steps.append(f"{source.text!r} stands as its source")
    return Finding(
        source=source,
        cue=cue,
        content=content,
        quote=kind_of_quote(paragraph, content),
        sense=sense,
        subjects=_subjects(text, paragraph, at, language) if points_back else (),
        parts=tuple((paragraph.starts[i], paragraph.ends[i]) for i in hit.words),
        passive=_is_nobodys(paragraph, first, source, language),
        quoted_in=paragraph.quote[first],
        confidence=hit.sure * sure**0.5,
        made_by=f"tagger:{'frame' if hit.frame else sense}",
        steps=(*steps, *mended),
        considered=((NO_REPORT, round(1 - hit.sure, 2)),),
    )


def _labelled(
    paragraph: Paragraph,
    source: Span | None,
    content: tuple[Span, ...],
    sure: float,
    language: Language,
) -> Finding | None:
    """A quotation behind a name and a colon: From the chairwoman|:|“…”; no words of report."""
    quote = kind_of_quote(paragraph, content)
    if source is None or quote != "direct":
        return None
    return replace(quoted_alone(source, content[0], language), content=content, confidence=sure)


def _is_withheld(paragraph: Paragraph, cue: int, language: Language) -> bool:
    """Whether nothing is said at all: declined|to comment, did not|respond; not declined to say."""
    forms, verb = paragraph.forms, cue
    if " ".join(forms[cue : cue + 2]) in language.refusals:
        verb = cue + 2
    elif not any(
        forms[i] in language.deniers and paragraph.sentence[i] == paragraph.sentence[cue]
        for i in range(max(0, cue - DENIED), cue)
    ):
        return False
    return verb < len(forms) and forms[verb] in language.mute


def _is_nobodys(paragraph: Paragraph, cue: int, source: Span | None, language: Language) -> bool:
    """Whether no one is said to say it: 他被|指控, 没有证据|显示."""
    if follows_passive(paragraph, cue, language):
        return True
    subject = (paragraph.clause_head(cue), cue)
    return source is None and is_denied(paragraph, subject, language)


def _detailed(
    text: str, paragraph: Paragraph, number: int, finding: Finding, language: Language
) -> Finding:
    """The finding with what the words around its cue tell: to whom, through what, when, not."""
    if finding.cue is None:
        return replace(finding, paragraph=number)
    base = paragraph.start
    first = paragraph.word_at(finding.cue.start)
    source = finding.source
    start = finding.content[0].start - base if finding.content else None
    told = language.details(
        paragraph.text,
        (source.start - base, source.end - base) if source else None,
        tuple((a - base, b - base) for a, b in finding.parts),
        start if start is not None and start >= finding.cue.start - base else None,
        paragraph.starts[bisect_left(paragraph.sentence, paragraph.sentence[first])] - base,
    )
    addressee, time, medium = (
        Span.of(text, base + at[0], base + at[1]) if at else None
        for at in (told.addressee, told.time, told.medium)
    )
    held = (*finding.content, *((source,) if source else ()))
    time, medium = (
        None if one and any(span.holds(one) for span in held) else one for one in (time, medium)
    )
    return replace(
        finding,
        paragraph=number,
        negated=told.negated,
        addressee=addressee,
        time=time,
        medium=medium.text if medium else None,
    )


def _subjects(text: str, paragraph: Paragraph, i: int, language: Language) -> tuple[Span, ...]:
    """What the clauses before a word begin with, inside the quotation that it stands in."""
    quote = paragraph.quote[i]
    low = 0 if quote < 0 else paragraph.word_at(paragraph.quotes[quote].inner_start)
    found = clause_subjects(text, paragraph, i, low, language)
    return tuple(span_of(text, paragraph, words) for words in found)
