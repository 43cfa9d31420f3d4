"""Contents to claims: each clause that can be true or false, as sure as its words make it.

A clause that only reports another's saying has no claim: that belongs to the attribution inside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.lang.base import Clause, Language, Modality
from claims.lang.words import Word
from claims.model import Attribution, Claim, Span
from claims.relate.ids import number_places
from claims.relate.wording import Wording

LONGEST_HEAD = 4  # words of a noun behind what it is qualified by, the linking one included
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


def index_inner(attributions: Sequence[Attribution]) -> Mapping[str, tuple[Attribution, ...]]:
    """The attributions that stand inside each."""
    inside: dict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        if one.within is not None:
            inside[one.within].append(one)
    return {id: tuple(inner) for id, inner in inside.items()}


def find_statements(
    document: str,
    language: Language,
    wording: Wording,
    attributions: Sequence[Attribution],
    inside: Mapping[str, Sequence[Attribution]],
) -> Iterator[Statement]:
    """The claims of all attributions of a document, in their order.

    >>> from claims.relate.article import article_of
    >>> article = article_of("镇长说，桥可能关闭，但渡轮照常行驶。")
    >>> [(one.claim.span.text, one.claim.certainty) for one in article.statements]
    [('桥可能关闭', 'possible'), ('渡轮照常行驶', 'certain')]
    """
    found = [
        statement
        for one in attributions
        for span in one.content
        for statement in _claims_of(language, wording, one, span, inside.get(one.id, ()))
    ]
    ids = number_places(document, "c", (one.claim.span.start for one in found))
    for one, id in zip(found, ids, strict=True):
        yield one._replace(claim=one.claim.model_copy(update={"id": id}))


def _claims_of(
    language: Language,
    wording: Wording,
    attribution: Attribution,
    span: Span,
    inner: Sequence[Attribution],
) -> Iterator[Statement]:
    """The claims of one piece of a content.

    A piece without a predicate that another follows is the one accused (被指), and no claim.
    """
    cue = language.fold(attribution.cue.text) if attribution.cue else ""
    carried = ""
    for clause in language.clauses(wording.words_in(span.start, span.end)):
        if any(_reports(language, wording, clause, one) for one in inner):
            continue  # another's words, with a modality of their own
        own = wording.words_in(clause.start, clause.end)
        main = wording.words_in(max(clause.main, clause.start), clause.end)
        modality = language.modality(main, cue)
        if modality.certainty == "certain" and clause.goes_on and carried:
            modality = modality._replace(certainty=carried)
        elif modality.carries or not clause.goes_on:
            carried = modality.certainty if modality.carries else ""
        bare = len(attribution.content) > 1 and not _has_verb(language, own)
        if clause.states and not bare:
            claim = _claim(wording, attribution, clause, modality)
            told = main if clause.conditional else own
            yield Statement(claim, attribution, told, modality, clause.goes_on)


def _has_verb(language: Language, words: Sequence[Word]) -> bool:
    return any(word.tag in language.tags.verbs for word in words)


def _reports(language: Language, wording: Wording, clause: Clause, inner: Attribution) -> bool:
    """Whether a clause only reports what an attribution inside it holds.

    It does where the content inside fills it, or where the words of report govern it to its end,
    but for a noun that it qualifies: 强调“大桥必须修好”|的原则.
    """
    if not inner.content:
        return False
    shared = sum(_overlap(clause, span) for span in inner.content)
    if shared >= OTHERS * (clause.end - clause.start):
        return True
    opened = inner.cue is not None and clause.start <= inner.cue.start < clause.end
    end = max(span.end for span in (*inner.content, *filter(None, (inner.cue,))))
    rest = wording.words_in(min(max(end, clause.start), clause.end), clause.end)
    words = [word for word in rest if word.form.isalnum()]
    headed = bool(words) and words[0].form in language.tags.linkers and len(words) <= LONGEST_HEAD
    headed = headed and not any(word.tag in language.tags.functional for word in words[1:])
    return (opened or shared > 0) and (headed or not words)


def _overlap(clause: Clause, span: Span) -> int:
    return max(0, min(clause.end, span.end) - max(clause.start, span.start))


def _claim(wording: Wording, attribution: Attribution, clause: Clause, modality: Modality) -> Claim:
    """A claim whose id is still to come."""
    return Claim.model_validate({
        "id": "",
        "attribution": attribution.id,
        "span": Span.of(wording.text, clause.start, clause.end),
        "certainty": modality.certainty,
        "negated": modality.negated,
        "conditional": clause.conditional,
    })  # fmt: skip
