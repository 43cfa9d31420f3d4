"""What went wrong, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from claims.evaluate.comparison import Comparison, compare
from claims.evaluate.gold import Gold
from claims.evaluate.relations import Sides, compare_disputes
from claims.evaluate.verdict import Verdict, judge
from claims.model import Dossier, Span

Kind = Literal["miss", "extra", "part", "missed dispute", "extra dispute"]


@dataclass(frozen=True)
class Mistake:
    """One miss, extra or part-right item; `wrong` names what is not right of the last.

    `id` is that of the gold item, of an extra one that of the dossier. A dispute has the
    speakers in `words`.
    """

    article: str
    kind: Kind
    id: str
    cue: str = ""
    words: str = ""
    wrong: tuple[str, ...] = ()


def list_errors(gold: Gold, dossier: Dossier | None) -> tuple[Mistake, ...]:
    """Every item of one article that is missed, found too much, or only right in part.

    >>> from claims.evaluate import parse_gold
    >>> row = {"text": "港口说，停航。", "attributions": [{"cue": [[2, 3]], "content": [[4, 6]]}]}
    >>> [error] = list_errors(parse_gold(row, "a"), None)
    >>> error.kind, error.cue, error.words
    ('miss', '说', '停航')
    """
    this = compare(gold, dossier)
    disputes = _list_disputes(this) if gold.whole else ()
    return (*_list_parts(this), *_list_missed(this), *_list_extra(this), *disputes)


def _list_parts(this: Comparison) -> Iterator[Mistake]:
    for one in judge(this):
        wrong = tuple(_wrong(one))
        if wrong:
            words = _join(one.gold.content)
            yield Mistake(this.gold.id, "part", one.gold.id, one.gold.cue_words, words, wrong)


def _wrong(one: Verdict) -> Iterator[str]:
    for key in ("content", "cue", "source", "speaker", "anon", "chain", "negated"):
        if getattr(one, key) is False:
            yield key


def _list_missed(this: Comparison) -> Iterator[Mistake]:
    answered = {i for i, _ in this.pairs}
    for i in this.must:
        if i not in answered:
            one = this.wanted[i]
            yield Mistake(this.gold.id, "miss", one.id, one.cue_words, _join(one.content))


def _list_extra(this: Comparison) -> Iterator[Mistake]:
    hits = {j for _, j in this.hits}
    for j in this.scored:
        if j not in hits:
            one = this.found[j]
            cue = one.cue.text if one.cue else ""
            yield Mistake(this.gold.id, "extra", one.id, cue, _join(one.content))


def _list_disputes(this: Comparison) -> Iterator[Mistake]:
    disputes = compare_disputes(this)
    gold = {one.id: one.name or one.id for one in this.gold.entities}
    found = {one.id: one.name for one in this.dossier.speakers}
    for sides in sorted(disputes.missed, key=str):
        yield Mistake(this.gold.id, "missed dispute", "", words=_name(sides, gold))
    for sides in sorted(disputes.extra, key=str):
        yield Mistake(this.gold.id, "extra dispute", "", words=_name(sides, found))


def _name(sides: Sides, names: dict[str, str]) -> str:
    return " → ".join(names.get(one, one) if one else "no one" for one in sides)


def _join(spans: Iterable[Span]) -> str:
    return " … ".join(span.text for span in spans)
