"""Gold annotations to training sequences: what each word and each item is labelled as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.find.cues import ALONE, BEGIN, CLOSER, INSIDE, OPENER
from claims.find.features import View, name_features, view, word_columns
from claims.find.items import CONTENT, SOURCE, Item, item_features, lay_items
from claims.find.page import Paragraph, lay_out
from claims.find.tagger import OPTIONAL, OUTSIDE
from claims.lang import Language, Marks
from claims.model import Document

ARTICLE = "u"  # the part of speech of words that open a noun phrase
REACH = 7  # words behind a verb of report among which the verb of its clause stands

Row = Mapping[str, Any]
Sequence = tuple[list[list[str]], list[str]]


@dataclass(frozen=True)
class Annotated:
    """One gold attribution as the words of its paragraph."""

    cue: tuple[int, ...]
    source: frozenset[int]
    content: frozenset[int]
    frame: bool
    optional: bool
    alone: int = -1


def sequences(
    document: Document, row: Row, language: Language
) -> tuple[list[Sequence], list[Sequence]]:
    """The training sequences of one article, for the cues and for the spans."""
    cues: list[Sequence] = []
    spans: list[Sequence] = []
    for paragraph in lay_out(document, language):
        if not len(paragraph):
            continue
        seen = view(paragraph, language)
        gold = read_annotations(paragraph, row)
        labels = cue_labels(paragraph, gold)
        if row.get("one_layer"):
            _open_inside(paragraph, gold, labels, language)
        cues.append((name_features(word_columns(paragraph, seen)), labels))
        for item in gold:
            if item.cue:
                spans.append(_span_sequence(paragraph, seen, item, gold, language.marks))
    return cues, spans


def read_annotations(paragraph: Paragraph, row: Row) -> list[Annotated]:
    """The gold attributions whose cue, or whose quotation, stands in a paragraph."""
    found = []
    for gold in row["attributions"]:
        cue, source, content = (pairs_of(gold.get(key)) for key in ("cue", "source", "content"))
        place = cue or content
        if place and paragraph.start <= place[0][0] < paragraph.end:
            item = _annotated(paragraph, cue, source, content, bool(gold.get("optional")))
            if item is not None:
                found.append(item)
    return found


def pairs_of(value: Any) -> list[tuple[int, int]]:
    """The offsets of a gold field: one span, a list of them, or pairs of numbers."""
    rows = [value] if isinstance(value, dict) else value or []
    return [(r["start"], r["end"]) if isinstance(r, dict) else (r[0], r[1]) for r in rows if r]


def _annotated(
    paragraph: Paragraph,
    cue: list[tuple[int, int]],
    source: list[tuple[int, int]],
    content: list[tuple[int, int]],
    optional: bool,
) -> Annotated | None:
    speaking = _held(paragraph, source)
    said = _held(paragraph, content) - speaking
    if not cue:
        opening = [
            i
            for i, at in enumerate(paragraph.starts)
            if any(q.start == at and q.start + 1 == content[0][0] for q in paragraph.quotes)
        ]
        if not opening:
            return None
        return Annotated((), speaking, said, False, optional, opening[0])
    words = sorted(_touched(paragraph, cue) - speaking)
    if not words:
        return None
    if source and cue[0][0] <= source[0][0] and source[0][1] <= cue[0][1] and speaking:
        before = [i for i in words if i < min(speaking)]
        after = [i for i in words if i > max(speaking)]
        if before and after:
            return Annotated((before[0], after[-1]), speaking, said, True, optional)
        return Annotated(tuple(before or after), speaking, said, False, optional)
    return Annotated(tuple(range(words[0], words[-1] + 1)), speaking, said, False, optional)


def _held(paragraph: Paragraph, spans: list[tuple[int, int]]) -> frozenset[int]:
    """The words whose middle lies in the spans."""
    middles = [(a + b - 1) / 2 for a, b in zip(paragraph.starts, paragraph.ends, strict=True)]
    return frozenset(i for i, at in enumerate(middles) if any(a <= at < b for a, b in spans))


def _touched(paragraph: Paragraph, spans: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        i
        for i, (start, end) in enumerate(zip(paragraph.starts, paragraph.ends, strict=True))
        if any(a < end and start < b for a, b in spans)
    )


def cue_labels(paragraph: Paragraph, gold: list[Annotated]) -> list[str]:
    """The labels of the first stage, one a word."""
    labels = [OUTSIDE] * len(paragraph)
    for item in gold:
        mark = OPTIONAL if item.optional else ""
        if item.alone >= 0:
            wanted = {item.alone: ALONE + mark}
        elif item.frame:
            wanted = {item.cue[0]: OPENER + mark, item.cue[-1]: CLOSER + mark}
        else:
            wanted = {i: (INSIDE if n else BEGIN) + mark for n, i in enumerate(item.cue)}
        if item.frame or all(labels[i] == OUTSIDE for i in wanted):
            for i, label in wanted.items():
                labels[i] = label if labels[i] == OUTSIDE else labels[i]
    return labels


def _open_inside(
    paragraph: Paragraph, gold: list[Annotated], labels: list[str], language: Language
) -> None:
    """Leave open, in place, what may be words of report inside a content: she said|he|thought so.

    Where annotators went one layer deep, a verb of report between a subject and a clause is no
    proof that such a verb reports nothing.
    """
    for i in {i for item in gold for i in item.content}:
        if labels[i] == OUTSIDE and _reports(paragraph, i, language):
            labels[i] = BEGIN + OPTIONAL


def _reports(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a listed verb stands between one who can speak and a clause."""
    tags, tag = language.tags, paragraph.tags
    if not paragraph.senses[i] or tag[i] not in tags.verbs:
        return False
    before, same = i - 1, paragraph.clause[i]
    while before >= 0 and (
        tag[before] in tags.adverbs or (tag[before] in tags.verbs and not paragraph.senses[before])
    ):
        before -= 1
    if before < 0 or not tag[before].startswith(tags.nominals):
        return False
    behind = [k for k in range(i + 1, min(i + 1 + REACH, len(tag))) if paragraph.clause[k] == same]
    if any(paragraph.forms[k] in language.spelling for k in behind[:2]):
        return True
    opens = bool(behind) and tag[behind[0]].startswith((*tags.nominals, ARTICLE))
    return opens and any(tag[k] in tags.verbs for k in behind[1:])


def _span_sequence(
    paragraph: Paragraph, seen: View, item: Annotated, gold: list[Annotated], marks: Marks
) -> Sequence:
    items = lay_items(paragraph, item.cue, marks)
    others = frozenset(i for other in gold if other is not item for i in other.cue)
    features = item_features(paragraph, seen, items, item.cue, others, marks)
    return features, [_span_label(row, item) for row in items]


def _span_label(row: Item, item: Annotated) -> str:
    if row.side == "C":
        return "C"
    words = range(row.first, row.last)
    if 2 * sum(i in item.source for i in words) >= len(words):
        return SOURCE
    return CONTENT if 2 * sum(i in item.content for i in words) >= len(words) else OUTSIDE
