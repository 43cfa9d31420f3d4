"""Contents to claims: each clause that can be true or false, as sure as its words make it.

A clause that only reports another's saying has no claim: that belongs to the attribution inside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.lang.base import Clause, Language, Modality, Word
from claims.model import Attribution, Claim, Document, Span

OTHERS = 0.8  # the share of a clause that another's content must fill to be all of it


class Statement(NamedTuple):
    """A claim with the words by which it is compared: those of its clause, and how it is meant.

    The words of a condition are left out. `goes_on` where it has no subject of its own and takes
    that of the clause before.
    """

    claim: Claim
    attribution: Attribution
    words: tuple[Word, ...]
    modality: Modality
    goes_on: bool


def find_statements(
    document: Document,
    language: Language,
    words: Sequence[Word],
    attributions: Sequence[Attribution],
) -> tuple[Statement, ...]:
    """The claims of all attributions in their order, by the words of the folded text.

    >>> from claims.find import find_attributions
    >>> from claims.find.page import words_of
    >>> from claims.lang import load_language
    >>> from claims.resolve import resolve_speakers
    >>> zh = load_language("zh")
    >>> page = Document.of("镇长说，桥可能关闭，但渡轮照常行驶。", lang="zh")
    >>> _, found = resolve_speakers(page, zh, find_attributions(page, zh))
    >>> made = find_statements(page, zh, words_of(zh.fold(page.text), zh), found)
    >>> [(one.claim.span.text, one.claim.certainty) for one in made]
    [('桥可能关闭', 'possible'), ('渡轮照常行驶', 'certain')]
    """
    inside = _by_parent(attributions)
    starts = [word.start for word in words]
    found = (
        statement
        for one in attributions
        for span in one.content
        for statement in _claims_of(
            document, language, one, _within(words, starts, span), inside[one.id]
        )
    )
    return tuple(_number(document.id, found))


def _number(document: str, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Ids from places in the text, with a number where two claims begin at one."""
    taken: dict[int, int] = {}
    for one in statements:
        place = one.claim.span.start
        taken[place] = taken.get(place, 0) + 1
        number = f".{taken[place]}" if taken[place] > 1 else ""
        id = f"{document}:c{place}{number}"
        yield one._replace(claim=one.claim.model_copy(update={"id": id}))


def _by_parent(attributions: Sequence[Attribution]) -> Mapping[str, list[Attribution]]:
    inside: dict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        if one.within is not None:
            inside[one.within].append(one)
    return inside


def _within(words: Sequence[Word], starts: list[int], span: Span) -> Sequence[Word]:
    """The words of a span; one that reaches over its edge is left out."""
    found = words[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
    return found[:-1] if found and found[-1].end > span.end else found


def _claims_of(
    document: Document,
    language: Language,
    attribution: Attribution,
    words: Sequence[Word],
    inner: Sequence[Attribution],
) -> Iterator[Statement]:
    cue = language.fold(attribution.cue.text) if attribution.cue else ""
    carried = ""
    for clause in language.clauses(words):
        own = tuple(w for w in words if clause.start <= w.start and w.end <= clause.end)
        modality = language.modality([w for w in own if w.start >= clause.main], cue)
        if modality.certainty == "certain" and clause.goes_on and carried:
            modality = modality._replace(certainty=carried)
        elif modality.carries or not clause.goes_on:
            carried = modality.certainty if modality.carries else ""
        if clause.states and not any(_reports(document.text, clause, one) for one in inner):
            claim = _claim(document, attribution, clause, modality)
            if clause.conditional:
                own = tuple(word for word in own if word.start >= clause.main)
            yield Statement(claim, attribution, own, modality, clause.goes_on)


def _reports(text: str, clause: Clause, inner: Attribution) -> bool:
    """Whether a clause only reports what an attribution inside it holds.

    It does where the content inside fills it, or where the words of report govern it to its end.
    """
    if not inner.content:
        return False
    shared = sum(_overlap(clause, span) for span in inner.content)
    if shared >= OTHERS * (clause.end - clause.start):
        return True
    opened = inner.cue is not None and clause.start <= inner.cue.start < clause.end
    end = max(span.end for span in (*inner.content, *filter(None, (inner.cue,))))
    rest = text[min(max(end, clause.start), clause.end) : clause.end]
    return (opened or shared > 0) and not any(char.isalnum() for char in rest)


def _overlap(clause: Clause, span: Span) -> int:
    return max(0, min(clause.end, span.end) - max(clause.start, span.start))


def _claim(
    document: Document, attribution: Attribution, clause: Clause, modality: Modality
) -> Claim:
    return Claim.model_validate({
        "id": "",
        "attribution": attribution.id,
        "span": Span.of(document.text, clause.start, clause.end),
        "certainty": modality.certainty,
        "negated": modality.negated,
        "conditional": clause.conditional,
    })  # fmt: skip
