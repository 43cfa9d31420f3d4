"""Sources and contents: what the items around a cue are labelled as, read back into spans."""

from __future__ import annotations

from itertools import takewhile

from claims.find.closing import close_report, open_report, quote_before
from claims.find.completing import Saying, add_beginning, add_rest, complete_start, is_quoted, trim
from claims.find.cues import CueHit
from claims.find.features import View
from claims.find.items import CONTENT, SOURCE, Item, item_features, lay_items
from claims.find.limits import limit_labels
from claims.find.page import Paragraph
from claims.find.passives import give_subject
from claims.find.phrases import SPEAKERS, Words
from claims.find.relatives import complete_relative, widen_relative
from claims.find.sources import (
    complete_attribute,
    complete_name,
    guess_source,
    is_addressed,
    is_denied,
    is_made_passive,
    is_noun_phrase,
    is_passive,
    leave_adverbial,
    subject_before,
    trim_source,
)
from claims.find.starts import mend_start
from claims.find.tagger import load_item_tagger
from claims.lang.base import Language, Marks
from claims.model.speech import QuoteKind
from claims.model.text import Span

LONGEST_HEAD = 3  # words of a noun behind a quotation


def find_parts(
    text: str,
    paragraph: Paragraph,
    seen: View,
    cue: CueHit,
    others: frozenset[int],
    language: Language,
) -> tuple[Words | None, tuple[Span, ...], float, tuple[str, ...]]:
    """The source and the content of a cue, the probability of that reading, what was mended."""
    items = lay_items(paragraph, cue.words, language.marks)
    rows = item_features(paragraph, seen, items, cue.words, others, language.marks)
    labels, sure = load_item_tagger(language, "spans").best(rows)
    labels, mended = limit_labels(text, paragraph, items, labels, cue.words, others, language)
    source, content = read_parts(text, paragraph, items, labels, cue.words, language.marks)
    content = drop_subject(text, paragraph, cue.words, source, content, language)
    content = leave_others(paragraph, cue.words, content, others, language)
    saying = Saying.of(text, paragraph, cue.words, source, others, language)
    source, content = close_report(saying, source, content)
    source, content = open_report(saying, source, content)
    source, content = quote_before(saying, source, content)
    saying = Saying.of(text, paragraph, cue.words, source, others, language)
    content = add_rest(saying, items, content)
    content = complete_start(saying, content)
    content = add_beginning(saying, content)
    if source is None or is_passive(paragraph, source, cue.words, language):
        content = give_subject(text, paragraph, cue, content, language)
    content = mend_start(saying, content)
    content = drop_asides(paragraph, cue.words, content, others, language)
    content = drop_lead(text, paragraph, cue.words, content, language)
    content = drop_head(text, paragraph, content, language)
    if source is not None and is_addressed(paragraph, source, cue.words, language):
        source = subject_before(text, paragraph, source[0] - 1, language)
    passive = source is not None and (
        is_passive(paragraph, source, cue.words, language) or is_denied(paragraph, source, language)
    )
    if passive:
        source = None
    elif source is not None:
        source = complete_attribute(text, paragraph, source, cue.words[0], language)
        source = complete_relative(text, paragraph, source, cue.words[0], language)
        if source[0] < cue.words[0]:  # behind it, who accuses him: accused by|the union
            source = leave_adverbial(text, paragraph, source, language)
        source = complete_name(text, paragraph, source, cue.words[0], language)
        source = trim_source(text, paragraph, source, language)
    if source is not None and not is_noun_phrase(text, paragraph, source, language):
        source = None
    if source is None and not passive and not cue.frame:
        source = guess_source(text, paragraph, cue.words, others, items[0].first, language)
    if source is not None and not passive:
        source = widen_relative(text, paragraph, source, cue.words[0], language)
    return source, content, sure, mended


def drop_subject(
    text: str,
    paragraph: Paragraph,
    cue: tuple[int, ...],
    source: Words | None,
    content: tuple[Span, ...],
    language: Language,
) -> tuple[Span, ...]:
    """The content without a piece before the cue that is nothing but one who can speak.

    市长被问到时|回应说，他不知情: the subject of the cue is no part of what it reports. Under a
    passive (被指…) it is: the one accused belongs to the accusation; and so it is where the source
    stands between (“The museum, he said, is closed”). Who was told|that … is the one spoken to.
    """
    if len(content) < 2 or content[0].start >= paragraph.starts[cue[0]]:
        return content
    passive = any(is_made_passive(paragraph, i, language) for i in cue)
    if passive and any(paragraph.forms[i] in language.addressing for i in cue):
        opens = paragraph.word_at(content[1].start)
        if opens > cue[-1] and paragraph.forms[opens - 1] in language.spelling:
            return content[1:]
    if source is not None and content[0].end <= paragraph.starts[source[0]] < content[-1].start:
        return content
    if passive or language.parse(content[0].text).kind not in SPEAKERS:
        return content
    return content[1:]


def drop_asides(
    paragraph: Paragraph,
    cue: tuple[int, ...],
    content: tuple[Span, ...],
    others: frozenset[int],
    language: Language,
) -> tuple[Span, ...]:
    """The content without what tells of what, or when, it was said: “A,” he said|of B.

    Only where who says it can stand inside what is said.
    """
    if not language.free_order or len(content) < 2:
        return content
    at = paragraph.starts[cue[0]]
    before = [span for span in content if span.start < at]
    after = [span for span in content if span.start >= at]
    if not before or not after:
        return (*before, *_unbroken(paragraph, after, others))
    after = _unbroken(paragraph, after, others)
    behind, head = cue[-1] + 1, paragraph.word_at(after[0].start)
    accuses = any("accuse" in paragraph.senses[i] for i in cue)  # is accused|of B
    about = paragraph.forms[behind] in language.about - language.spelling
    if head == behind and about and not accuses:
        return tuple(before)
    if paragraph.begins(paragraph.word_at(before[0].start), language.occasions):
        return tuple(after)
    return (
        *before,
        *(span for span in after if not _is_anothers(paragraph, span, others, language)),
    )


def leave_others(
    paragraph: Paragraph,
    cue: tuple[int, ...],
    content: tuple[Span, ...],
    others: frozenset[int],
    language: Language,
) -> tuple[Span, ...]:
    """The content without a quotation of a later sentence that another says: …, he said. “A,” Bo….

    Only where who says it can stand behind what is said.
    """
    if not language.free_order:
        return content
    own = paragraph.ends[cue[-1]]
    return tuple(
        span
        for span in content
        if span.start < own
        or paragraph.sentence[paragraph.word_at(span.start)] == paragraph.sentence[cue[-1]]
        or not _is_anothers(paragraph, span, others, language)
    )


def _is_anothers(
    paragraph: Paragraph, span: Span, others: frozenset[int], language: Language
) -> bool:
    """Whether a quotation behind a cue ends with a pause, and another says it: “A,” Bo said."""
    quote = paragraph.inside.get(span.start)
    if quote is None or not quote.closed:
        return False
    last = paragraph.word_at(quote.inner_end - 1)
    if paragraph.forms[last] not in language.marks.pauses | {"?", "!"}:
        return False
    behind = takewhile(
        lambda i: paragraph.sentence[i] == paragraph.sentence[last + 1],
        range(last + 2, len(paragraph)),
    )
    return last + 2 < len(paragraph) and any(i in others for i in behind)


def _unbroken(paragraph: Paragraph, pieces: list[Span], others: frozenset[int]) -> list[Span]:
    """The pieces behind a cue up to other words of report: warned of A and urged|B."""
    for n in range(1, len(pieces)):
        between = range(
            paragraph.word_at(pieces[n - 1].end - 1) + 1, paragraph.word_at(pieces[n].start)
        )
        if others.intersection(between):
            return pieces[:n]
    return pieces


def drop_lead(
    text: str,
    paragraph: Paragraph,
    cue: tuple[int, ...],
    content: tuple[Span, ...],
    language: Language,
) -> tuple[Span, ...]:
    """The content without the word that spells a position out: 重申立场，即|…, reported, that|…."""
    if content and content[0].start >= paragraph.ends[cue[-1]]:
        first = paragraph.word_at(content[0].start)
        parted = first and paragraph.forms[first - 1] in language.marks.pauses
        if parted and paragraph.forms[first] in language.spelling and first + 2 < len(paragraph):
            start = paragraph.starts[first + 1]
            if start < content[0].end:
                return (Span.of(text, start, content[0].end), *content[1:])
    lead = cue[-1] + 2
    if not content or lead >= len(paragraph) or content[0].start != paragraph.starts[lead]:
        return content
    if paragraph.forms[lead] not in language.explaining or len(cue) < 2:
        return content
    start = paragraph.ends[lead]
    if start >= content[0].end:
        return content
    return (Span.of(text, start, content[0].end), *content[1:])


def drop_head(
    text: str, paragraph: Paragraph, content: tuple[Span, ...], language: Language
) -> tuple[Span, ...]:
    """The content without the noun that a quotation qualifies: 强调|“大桥必须修好”|的原则."""
    quote = paragraph.opening.get(content[0].start) if len(content) == 1 else None
    if quote is None or not quote.closed or quote.end >= content[0].end:
        return content
    words = range(paragraph.word_at(quote.end), paragraph.word_at(content[0].end - 1) + 1)
    head = words[1:]
    linked = paragraph.forms[words[0]] in language.tags.linkers and 0 < len(head) <= LONGEST_HEAD
    if not linked or any(paragraph.tags[i] in language.tags.functional for i in head):
        return content
    return (Span.of(text, quote.inner_start, quote.inner_end),)


def read_parts(
    text: str,
    paragraph: Paragraph,
    items: tuple[Item, ...],
    labels: list[str],
    cue: tuple[int, ...],
    marks: Marks,
) -> tuple[Words | None, tuple[Span, ...]]:
    """Labels to words and spans: the run of source items nearest to the cue, all of content."""
    sources = _runs(items, labels, SOURCE)
    source = None
    if sources:
        near = min(
            sources, key=lambda run: min(abs(run[0].first - cue[-1]), abs(cue[0] - run[-1].last))
        )
        while near and near[0].kind == "q" and paragraph.forms[near[0].last - 2] in marks.ends:
            near = near[1:]  # what is quoted is no part of the one who says it
        source = _bare(paragraph, near[0].first, near[-1].last, marks) if near else None
    pieces = (trim(text, paragraph, run, marks) for run in _runs(items, labels, CONTENT))
    return source, tuple(piece for piece in pieces if piece is not None)


def _bare(paragraph: Paragraph, first: int, last: int, marks: Marks) -> Words | None:
    """The words without marks of pause before and after them."""
    while first < last and paragraph.forms[first] in marks.edges:
        first += 1
    while first < last and paragraph.forms[last - 1] in marks.edges:
        last -= 1
    return (first, last) if first < last else None


def _runs(items: tuple[Item, ...], labels: list[str], wanted: str) -> list[list[Item]]:
    runs: list[list[Item]] = []
    before = ""
    for item, label in zip(items, labels, strict=True):
        if label == wanted:
            if before == wanted:
                runs[-1].append(item)
            else:
                runs.append([item])
        before = label
    return runs


def kind_of_quote(paragraph: Paragraph, content: tuple[Span, ...]) -> QuoteKind:
    """Direct where all of it stands in quotation marks, mixed where a part does."""
    inside = [is_quoted(paragraph, span) for span in content]
    if content and all(inside):
        return "direct"
    held = any(
        span.start <= place and quote.end <= span.end
        for span in content
        for place, quote in paragraph.opening.items()
    )
    return "mixed" if held or any(inside) else "indirect"
