"""Contents that were cut short by who says it: the rest behind, the beginning before.

“A,” he said. “B.”; A, and B, he said; in English: A, he said, B.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claims.find.items import Item
from claims.find.page import Paragraph
from claims.find.phrases import Words
from claims.lang.base import Language, Marks
from claims.model.text import Span

LONGEST_END = 15  # words from a cue that ends its sentence to that end: in a statement on Tuesday


@dataclass(frozen=True)
class Saying:
    """A cue with its source in its sentence: the words `first` to `last` tell who says it.

    `start` and `end` (half-open) are the words of the sentence without what joins it to the one
    before; `others` are the words of other cues.
    """

    text: str
    paragraph: Paragraph
    language: Language
    cue: tuple[int, ...]
    first: int
    last: int
    start: int
    end: int
    others: frozenset[int]

    @classmethod
    def of(
        cls,
        text: str,
        paragraph: Paragraph,
        cue: tuple[int, ...],
        source: Words | None,
        others: frozenset[int],
        language: Language,
    ) -> Saying:
        """A cue as it stands in its paragraph."""
        whole = source if source is not None else (cue[0], cue[-1] + 1)
        first, last = min(cue[0], whole[0]), max(cue[-1], whole[1] - 1)
        number = paragraph.sentence[cue[0]]
        start = bisect_left(paragraph.sentence, number)
        end = bisect_right(paragraph.sentence, number)
        joining = (language.connectives - language.spelling) | language.marks.ends
        while start < first and paragraph.forms[start] in joining:
            start += 1
        return cls(text, paragraph, language, cue, first, last, start, end, others)

    def is_alone(self, first: int, last: int) -> bool:
        """Whether nobody else has words of report from one word to another, and none is quoted."""
        quote, senses = self.paragraph.quote, self.paragraph.senses
        here, nobodys = quote[self.cue[0]], self.language.agentless
        return all(
            (i not in self.others or nobodys & {*senses[i]}) and quote[i] == here
            for i in range(first, last)
        )


def add_rest(
    saying: Saying, items: tuple[Item, ...], content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The content with the quotation that goes on behind its speaker: “A,” he said. “B.”

    The first part ends with a pause, nobody else has words of report between, and the second part
    is whole sentences: nobody else is named behind it.
    """
    paragraph, cue, marks = saying.paragraph, saying.cue, saying.language.marks
    before = bool(content) and content[-1].end <= paragraph.starts[cue[0]]
    if not before or not is_quoted(paragraph, content[-1]):
        return content
    last = paragraph.word_at(content[-1].end - 1)
    if not any(form in marks.pauses for form in paragraph.forms[last : last + 3]):
        return content
    behind = [item for item in items if item.first > cue[-1]]
    at = next((x for x, item in enumerate(behind) if item.kind == "q"), 0)
    rest = behind[at : at + 1] if at else []
    if not rest:
        return content
    end = rest[0].last  # “Stop,” he said. “Never!” she shouted.
    while end < len(paragraph) and paragraph.forms[end] not in marks.stops:
        end += 1
    if any(i in saying.others for i in range(cue[-1] + 1, end)):
        return content
    stopped = paragraph.forms[rest[0].first - 1] in marks.stops
    whole = paragraph.forms[rest[0].last - 2] in marks.stops
    piece = trim(saying.text, paragraph, rest, marks) if stopped and whole else None
    return (*content, piece) if piece else content


def complete_start(saying: Saying, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content from the beginning of a sentence that ends with who said it: A, and B, he said.

    Whole clauses are added, not where somebody else has words of report in them, or something is
    quoted. Where who says it can stand inside what is said, anything that stands before is added.
    """
    paragraph, language = saying.paragraph, saying.language
    pauses = language.marks.pauses
    if len(content) != 1 or content[0].end > paragraph.starts[saying.first]:
        return content
    begun = paragraph.word_at(content[0].start)
    between = paragraph.forms[paragraph.word_at(content[0].end - 1) + 1 : saying.first]
    cut = saying.start < begun and (language.free_order or paragraph.forms[begun - 1] in pauses)
    parted = between and all(form in pauses for form in between)
    ends = saying.end - saying.cue[-1] <= LONGEST_END
    until = begun if language.free_order else saying.end
    if not (cut and parted and ends and saying.is_alone(saying.start, until)):
        return content
    first = _first_word(saying, saying.start, begun)
    return (Span.of(saying.text, paragraph.starts[first], content[0].end),)


def bare_span(saying: Saying, first: int, last: int) -> Span | None:
    """Some words of a sentence without marks and brackets around them, if any are left."""
    paragraph, marks = saying.paragraph, saying.language.marks
    first = _first_word(saying, first, last)
    loose = marks.ends | {*marks.brackets.values()}
    while last > first and paragraph.forms[last - 1] in loose:
        last -= 1
    if first == last:
        return None
    return Span.of(saying.text, paragraph.starts[first], paragraph.ends[last - 1])


def _first_word(saying: Saying, first: int, last: int) -> int:
    """The first word that is no mark but that of a quotation: - |The bridge, (|The bridge."""
    quoting = saying.language.marks.quoting
    forms = saying.paragraph.forms
    while first < last and not (
        forms[first][0].isalnum() or forms[first] in quoting or len(forms[first]) > 1
    ):
        first += 1
    return first


def add_beginning(saying: Saying, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content with what stands before who says it, between two pauses: A, he said, B.

    Only in a language in which who says it can stand inside what is said.
    """
    paragraph, pauses = saying.paragraph, saying.language.marks.pauses
    begun = saying.last + 2
    if not saying.language.free_order or len(content) != 1 or begun >= len(paragraph):
        return content
    around = {paragraph.forms[saying.first - 1], paragraph.forms[saying.last + 1]}
    before = saying.start < saying.first - 1
    if not before or not around <= pauses or content[0].start != paragraph.starts[begun]:
        return content
    if not saying.is_alone(saying.start, saying.first):
        return content
    start, end = paragraph.starts[saying.start], paragraph.ends[saying.first - 2]
    return (Span.of(saying.text, start, end), *content)


def trim(text: str, paragraph: Paragraph, run: list[Item], marks: Marks) -> Span | None:
    """The span of a run without outer punctuation and outer quotation marks."""
    start, end = paragraph.starts[run[0].first], paragraph.ends[run[-1].last - 1]
    loose = marks.edges
    before = (-1, -1)
    while start < end and before != (start, end):
        before = (start, end)
        while start < end and (text[start] in loose or text[start].isspace()):
            start += 1
        while start < end and (text[end - 1] in loose or text[end - 1].isspace()):
            if _shortens(paragraph, end):
                break
            end -= 1
        quote = paragraph.opening.get(start)
        if quote is not None and quote.closed and quote.end == end:
            start, end = quote.inner_start, quote.inner_end
        elif quote is not None and not quote.closed and quote.end >= end:
            start = quote.inner_start
    while start < end and _is_loose(text, start, start, end, marks):
        start += 1
    while start < end and _is_loose(text, end - 1, start, end, marks):
        end -= 1
    if start < end < paragraph.end and _shortens(paragraph, end + 1):
        end += 1
    return Span.of(text, start, end) if start < end else None


def _is_loose(text: str, at: int, start: int, end: int, marks: Marks) -> bool:
    """Whether a bracket at an edge of a piece has no other half in it."""
    closer = marks.brackets.get(text[at])
    if closer is not None:
        return closer not in text[start:end]
    openers = {opener for opener, one in marks.brackets.items() if one == text[at]}
    return bool(openers) and not openers.intersection(text[start:end])


def _shortens(paragraph: Paragraph, end: int) -> bool:
    """Whether the mark before a place is part of a shortened word: the U.S.; 6 p.m."""
    if paragraph.text[end - 1 - paragraph.start] != ".":
        return False
    last = paragraph.word_at(end - 1)
    word = paragraph.forms[last]
    if paragraph.starts[last] == end - 1:  # the mark is a word of its own
        word = paragraph.forms[last - 1] if last and paragraph.ends[last - 1] == end - 1 else ""
    return "." in word[:-1] and word[0].isalpha()


def is_quoted(paragraph: Paragraph, span: Span) -> bool:
    """Whether a span begins with a quotation and ends in it."""
    quote = paragraph.inside.get(span.start)
    return quote is not None and span.end <= quote.inner_end
