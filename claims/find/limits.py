"""Hard limits on contents: where grammar says that a content cannot begin or end.

Items are labelled one by one; what no label can see is said here. The one addressed is not what
is said to him, a particle belongs to its verb, and a clause that hangs on the next one (如果…,
一旦…) does not end a content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claims.find.cues import SAYS
from claims.find.items import CONTENT, OUTSIDE, SOURCE, Item
from claims.find.page import Paragraph
from claims.find.phrases import SPEAKERS, Words
from claims.find.sources import guess_source
from claims.lang.base import Language


@dataclass(frozen=True)
class _Row:
    """The items around a cue and all that a limit may ask about them."""

    text: str
    paragraph: Paragraph
    items: tuple[Item, ...]
    cue: tuple[int, ...]
    others: frozenset[int]
    language: Language

    @cached_property
    def right(self) -> list[int]:
        """The indices of the items after the cue."""
        return [x for x, item in enumerate(self.items) if item.side == "R"]

    def opens(self, x: int) -> str:
        """The word with which an item begins."""
        return self.paragraph.forms[self.items[x].first]

    def begins(self, x: int, table: Set[str]) -> bool:
        """Whether an item begins with a listed word, or several."""
        return self.paragraph.begins(self.items[x].first, table)

    def ends(self, x: int) -> str:
        """The word or mark with which an item ends."""
        return self.paragraph.forms[self.items[x].last - 1]

    def cue_in(self, x: int) -> int | None:
        """The first word of an item that belongs to another cue."""
        item = self.items[x]
        return next((i for i in range(item.first, item.last) if i in self.others), None)


def limit_labels(
    text: str,
    paragraph: Paragraph,
    items: tuple[Item, ...],
    labels: list[str],
    cue: tuple[int, ...],
    others: frozenset[int],
    language: Language,
) -> tuple[list[str], tuple[str, ...]]:
    """The labels mended, and what was mended in words."""
    out, why = list(labels), []
    row = _Row(text, paragraph, items, cue, others, language)
    for mend, said in (
        (_opened, "what follows a plain word of saying is what is said"),
        (_particle, "a particle belongs to the words of report"),
        (_addressee, "the one addressed is no part of what is said"),
        (_hanging, "a clause that hangs on the next one cannot end it"),
        (_spelled, "the clause after it spells the position out"),
        (_told, "what an outlet tells goes on to the end of the sentence"),
        (_another, "another speaker's clause, with words of report of its own, is not part of it"),
        (_saying_on, "the same speaker's next words of report end it"),
        (_trailing, "a reason, or a clause that goes on without a subject, belongs to it"),
    ):
        before = list(out)
        mend(row, out)
        if out != before:
            why.append(said)
    return out, tuple(why)


def _opened(row: _Row, labels: list[str]) -> None:
    """驳斥|说|，…: where nothing was marked, the rest of the sentence is what is said.

    Without a mark it is the rest of the clause: 称|报告“不准确”.
    """
    paragraph, last, language = row.paragraph, row.cue[-1], row.language
    plain = SAYS in paragraph.senses[last] and paragraph.forms[last] not in language.addressing
    if CONTENT in labels or not row.right or not plain:
        return
    opens = row.opens(row.right[0]) in language.marks.pauses | language.marks.colons
    within = paragraph.sentence if opens else paragraph.clause
    for x in row.right[int(opens) :]:
        if within[row.items[x].first] != within[last]:
            return
        labels[x] = CONTENT


def _particle(row: _Row, labels: list[str]) -> None:
    if row.right and row.opens(row.right[0]) in row.language.particles:
        labels[row.right[0]] = OUTSIDE


def _addressee(row: _Row, labels: list[str]) -> None:
    """告诉|记者|，…: what stands between the verb and the mark after it is no content."""
    paragraph, items, language = row.paragraph, row.items, row.language
    if paragraph.written(row.cue[0], row.cue[-1] + 1) not in language.addressing:
        return
    parting = language.marks.pauses | language.marks.colons
    near = [x for x in row.right if items[x].kind == "w"]
    after = [x for x in row.right if x not in near]
    if len(near) < 2 or not after or row.opens(near[-1]) not in parting:
        return
    if any(_tells(paragraph, items[x].first, language) for x in near[:-1]):
        return
    start, end = items[near[0]].first, items[near[-2]].last
    words = row.text[paragraph.starts[start] : paragraph.ends[end - 1]]
    if language.parse(words).kind not in SPEAKERS:
        return
    for x in near:
        labels[x] = OUTSIDE
    if not any(labels[x] == CONTENT for x in after):
        for x in after:
            if x != after[0] and row.cue_in(x) is not None:
                break
            labels[x] = CONTENT


def _tells(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word belongs to a clause and to no name: an adverb, a conjunction."""
    adverb = paragraph.tags[i] in language.tags.adverbs and not paragraph.kinds[i]
    return adverb or paragraph.forms[i] in language.subordinates


def _last_pieces(row: _Row, labels: list[str]) -> Iterator[tuple[int, int]]:
    """Each item at which a content ends with a mark of pause, and the clause after it."""
    for x, following in pairwise(row.right):
        held = labels[x] == CONTENT or (row.items[x].kind == "w" and labels[x - 1] == CONTENT)
        free = labels[following] != CONTENT and row.items[following].kind != "w"
        if held and free and row.ends(x) in row.language.marks.pauses:
            yield x, following


def _spelled(row: _Row, labels: list[str]) -> None:
    """重申了他的立场|，即|…: what follows is the content, up to another's words of report."""
    forms, last = row.paragraph.forms, row.cue[-1]
    explained = last + 2 < len(forms) and forms[last + 2] in row.language.explaining
    if not explained or len(row.cue) < 2 or forms[last] not in row.language.accounts:
        return
    sentence = row.paragraph.sentence[last]
    for x in row.right:
        item = row.items[x]
        inside = item.first >= last + 2 and row.paragraph.sentence[item.first] == sentence
        labels[x] = CONTENT if inside else OUTSIDE


def _hanging(row: _Row, labels: list[str]) -> None:
    """如果…，|…: the clause after it is content too, in the same sentence."""
    for x, following in _last_pieces(row, labels):
        head = row.paragraph.clause_head(row.items[x].first, row.cue[-1] + 1)
        if row.paragraph.begins(head, row.language.subordinates):
            labels[x] = labels[following] = CONTENT


def _trailing(row: _Row, labels: list[str]) -> None:
    """…，但没有…，因为…: what follows in the same breath and has no other word of report."""
    for x, following in _last_pieces(row, labels):
        reason = row.begins(following, row.language.reasons)
        if row.cue_in(following) is None and (reason or _goes_on(row, row.items[following])):
            labels[x] = labels[following] = CONTENT


def _goes_on(row: _Row, after: Item) -> bool:
    """Whether a clause opens with a connective and has no subject of its own: 但“富有成效”."""
    paragraph, language, second = row.paragraph, row.language, after.first + 1
    if second == after.last or paragraph.forms[after.first] not in language.continuing:
        return False
    nominal = paragraph.tags[second].startswith(language.tags.nominals)
    return not nominal and not paragraph.kinds[second]


def _told(row: _Row, labels: list[str]) -> None:
    """日报报道，…，…。: an outlet does not stop in the middle of a sentence."""
    held = [x for x in row.right if labels[x] == CONTENT]
    paragraph, language = row.paragraph, row.language
    reports = any(set(paragraph.senses[i]) & language.reporting for i in row.cue)
    parted = bool(row.right) and row.opens(row.right[0]) in language.marks.ends
    if not held or not (reports or parted) or not _by_outlet(row, labels):
        return
    sentence = paragraph.sentence[row.items[held[-1]].last - 1]
    for x in row.right:
        inside = x > held[-1] and paragraph.sentence[row.items[x].first] == sentence
        if inside:
            if _resumes(row, x) and not _speaks_within(row, held):
                return
            labels[x] = CONTENT


def _by_outlet(row: _Row, labels: list[str]) -> bool:
    """Whether the source is an outlet."""
    sources = [item for item, label in zip(row.items, labels, strict=True) if label == SOURCE]
    if not sources:
        return False
    start, end = sources[0].first, sources[-1].last - 1
    words = row.text[row.paragraph.starts[start] : row.paragraph.ends[end]]
    return row.language.parse(words).kind == "outlet"


def _speaks_within(row: _Row, held: list[int]) -> bool:
    """Whether someone has words of report of his own in what is told, so that he goes on."""
    for x in held:
        cue = row.cue_in(x)
        if cue is not None:
            head = row.paragraph.clause_head(cue, row.items[x].first)
            before, tags = row.paragraph.tags[head:cue], row.language.tags
            return any(tag.startswith(tags.nominals) for tag in before)
    return False


def _another(row: _Row, labels: list[str]) -> None:
    """A说…，B则说…: a later clause that opens with a speaker of its own and his saying."""
    if row.others:
        _end_before(row, labels, lambda x, before: _says_anew(row, x, before))


def _end_before(row: _Row, labels: list[str], ends: Callable[[int, int], bool]) -> None:
    """The content ends before the first later clause of which that is so."""
    if row.cue[-1] - row.cue[0] + 1 > len(row.cue):
        return  # a frame holds all of its sentence
    begun = False
    for n, (before, x) in enumerate(pairwise(row.right), 1):
        begun = begun or labels[before] == CONTENT
        if row.items[x].kind != "s" or labels[x] != CONTENT or not begun:
            continue
        if ends(x, before):
            for later in row.right[n:]:
                labels[later] = OUTSIDE
            return


def _saying_on(row: _Row, labels: list[str]) -> None:
    """A称…，并指…: a later clause that opens with 并 and words of report is the speaker's own.

    Not where an outlet tells what someone else says.
    """
    if not row.others:
        return
    held = [x for x in row.right if labels[x] == CONTENT]
    if not (_by_outlet(row, labels) and _speaks_within(row, held)):
        _end_before(row, labels, lambda x, _: _resumes(row, x))


def _resumes(row: _Row, x: int) -> bool:
    """Whether a clause opens with such a word, and words of report follow with no subject."""
    cue, first = row.cue_in(x), row.items[x].first
    between = row.paragraph.tags[first + 1 : cue] if cue is not None else ()
    opens = cue is not None and row.begins(x, row.language.resuming)
    return opens and all(tag in row.language.tags.adverbs for tag in between)


def _thinks_on(row: _Row, words: Words, cue: int) -> bool:
    """Whether a clause tells what one thinks who is only meant: A说…，但他认为…"""
    paragraph = row.paragraph
    span = row.text[paragraph.starts[words[0]] : paragraph.ends[words[1] - 1]]
    thinks = bool(set(paragraph.senses[cue]) & row.language.attitudes)
    return thinks and row.language.parse(span).kind == "pronoun"


def _says_anew(row: _Row, x: int, before: int) -> bool:
    """Whether a clause opens with a speaker and words of report, in contrast or set apart.

    Without either it may as well be what the first one says of the second: 他说，市长认为…
    """
    cue, first = row.cue_in(x), row.items[x].first
    if cue is None:
        return False
    words = guess_source(row.text, row.paragraph, (cue,), frozenset(), first, row.language)
    if words is None or words[0] > first + 1:
        return False
    if _thinks_on(row, words, cue):
        return False
    contrast = row.begins(x, row.language.connectives) or any(
        row.paragraph.begins(i, row.language.contrasts) for i in range(words[1], cue)
    )
    return contrast or row.ends(before) in row.language.marks.breaks
