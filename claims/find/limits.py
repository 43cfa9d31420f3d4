"""Hard limits on contents: where grammar says that a content cannot begin or end.

Items are labelled one by one; what no label can see is said here. The one addressed is not what
is said to him, a particle belongs to its verb, and a clause that hangs on the next one (如果…,
一旦…) does not end a content.
"""

from __future__ import annotations

from itertools import pairwise

from claims.find.items import CONTENT, OUTSIDE, Item
from claims.find.page import Paragraph
from claims.find.sources import SPEAKERS, guess_source
from claims.lang.base import Language


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
    for mend, said in (
        (_particle, "a particle belongs to the words of report"),
        (_addressee, "the one addressed is no part of what is said"),
        (_hanging, "a clause that hangs on the next one cannot end it"),
        (_another, "another speaker's clause, with words of report of its own, is not part of it"),
        (_trailing, "a reason, or a clause that goes on without a subject, belongs to it"),
    ):
        before = list(out)
        mend(text, paragraph, items, out, cue, others, language)
        if out != before:
            why.append(said)
    return out, tuple(why)


def _right(items: tuple[Item, ...]) -> list[int]:
    return [x for x, item in enumerate(items) if item.side == "R"]


def _particle(
    text: str, paragraph: Paragraph, items: tuple[Item, ...], labels: list[str],
    cue: tuple[int, ...], others: frozenset[int], language: Language,
) -> None:  # fmt: skip
    right = _right(items)
    if right and paragraph.forms[items[right[0]].first] in language.particles:
        labels[right[0]] = OUTSIDE


def _addressee(
    text: str, paragraph: Paragraph, items: tuple[Item, ...], labels: list[str],
    cue: tuple[int, ...], others: frozenset[int], language: Language,
) -> None:  # fmt: skip
    """告诉|记者|，…: what stands between the verb and the comma is no content."""
    if "".join(paragraph.forms[i] for i in cue) not in language.addressing:
        return
    right = _right(items)
    near = [x for x in right if items[x].kind == "w"]
    after = [x for x in right if x not in near]
    if (
        len(near) < 2
        or not after
        or paragraph.forms[items[near[-1]].first] not in language.marks.pauses
    ):
        return
    if any(_tells(paragraph, items[x].first, language) for x in near[:-1]):
        return
    words = text[paragraph.starts[items[near[0]].first] : paragraph.ends[items[near[-2]].last - 1]]
    if language.parse(words).kind not in SPEAKERS:
        return
    for x in near:
        labels[x] = OUTSIDE
    if not any(labels[x] == CONTENT for x in after):
        for x in after:
            if x != after[0] and any(i in others for i in range(items[x].first, items[x].last)):
                break
            labels[x] = CONTENT


def _tells(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word belongs to a clause and to no name: an adverb, a conjunction."""
    adverb = paragraph.tags[i] in language.tags.adverbs and not paragraph.kinds[i]
    return adverb or paragraph.forms[i] in language.subordinates


def _hanging(
    text: str, paragraph: Paragraph, items: tuple[Item, ...], labels: list[str],
    cue: tuple[int, ...], others: frozenset[int], language: Language,
) -> None:  # fmt: skip
    """如果…，|…: the clause after it is content too, in the same sentence."""
    right = _right(items)
    for x, following in pairwise(right):
        item = items[x]
        if labels[x] != CONTENT and not (item.kind == "w" and labels[x - 1] == CONTENT):
            continue
        if labels[following] == CONTENT or items[following].kind == "w":
            continue
        head = item.first
        while head > cue[-1] + 1 and paragraph.clause[head - 1] == paragraph.clause[item.first]:
            head -= 1
        opened = paragraph.forms[head] in language.subordinates
        if opened and paragraph.forms[item.last - 1] in language.marks.pauses:
            labels[x] = labels[following] = CONTENT


def _trailing(
    text: str, paragraph: Paragraph, items: tuple[Item, ...], labels: list[str],
    cue: tuple[int, ...], others: frozenset[int], language: Language,
) -> None:  # fmt: skip
    """…，但没有…，因为…: what follows in the same breath and has no other word of report."""
    right = _right(items)
    for x, following in pairwise(right):
        item, after = items[x], items[following]
        ends = labels[x] == CONTENT or (item.kind == "w" and labels[x - 1] == CONTENT)
        if not ends or labels[following] == CONTENT or after.kind == "w":
            continue
        if any(i in others for i in range(after.first, after.last)):
            continue
        if paragraph.forms[item.last - 1] not in language.marks.pauses:
            continue
        reason = paragraph.forms[after.first] in language.reasons
        if reason or _goes_on(paragraph, after, language):
            labels[x] = labels[following] = CONTENT


def _goes_on(paragraph: Paragraph, after: Item, language: Language) -> bool:
    """Whether a clause opens with a connective and has no subject of its own: 但“富有成效”."""
    if after.last - after.first < 2 or paragraph.forms[after.first] not in language.continuing:
        return False
    nominal = paragraph.tags[after.first + 1].startswith(language.tags.nominals)
    return not nominal and not paragraph.kinds[after.first + 1]


def _another(
    text: str, paragraph: Paragraph, items: tuple[Item, ...], labels: list[str],
    cue: tuple[int, ...], others: frozenset[int], language: Language,
) -> None:  # fmt: skip
    """A说…，B则说…: a later clause that opens with a speaker of its own and his saying."""
    if cue[-1] - cue[0] + 1 > len(cue):
        return  # a frame holds all of its sentence
    right = _right(items)
    for n, x in enumerate(right[1:], 1):
        item = items[x]
        begun = any(labels[earlier] == CONTENT for earlier in right[:n])
        if item.kind != "s" or labels[x] != CONTENT or not begun:
            continue
        if _says_anew(text, paragraph, item, items[right[n - 1]], others, language):
            for later in right[n:]:
                labels[later] = OUTSIDE
            return


def _says_anew(
    text: str,
    paragraph: Paragraph,
    item: Item,
    before: Item,
    others: frozenset[int],
    language: Language,
) -> bool:
    """Whether a clause opens with a speaker and words of report, in contrast or set apart.

    Without either it may as well be what the first one says of the second: 他说，市长认为…
    """
    cue = next((i for i in range(item.first, item.last) if i in others), None)
    if cue is None:
        return False
    words = guess_source(text, paragraph, (cue,), frozenset(), item.first, language)
    if words is None or words[0] > item.first + 1:
        return False
    contrast = paragraph.forms[item.first] in language.connectives or any(
        paragraph.forms[i] in language.contrasts for i in range(words[1], cue)
    )
    apart = paragraph.forms[before.last - 1] in language.marks.breaks
    return contrast or apart
