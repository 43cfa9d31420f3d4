"""The figures: how much was found, how much of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from claims.evaluate.alignment import Places, cover
from claims.evaluate.comparison import Comparison, compare
from claims.evaluate.gold import Gold
from claims.evaluate.matching import FOUND, overlap, pair_best
from claims.evaluate.relations import compare_clashes, compare_disputes
from claims.evaluate.verdict import Verdict, judge
from claims.model import Dossier


@dataclass(frozen=True)
class Ratio:
    """So many of so many.

    >>> Ratio(3, 4).rate
    0.75
    """

    hits: int
    of: int

    @property
    def rate(self) -> float | None:
        """The part that is right; None of nothing."""
        return self.hits / self.of if self.of else None

    def as_dict(self) -> dict[str, Any]:
        """The rate and the count behind it."""
        return {"rate": self.rate, "of": self.of}


@dataclass(frozen=True)
class Score:
    """Precision and recall, and F, their harmonic mean.

    >>> Score(Ratio(1, 1), Ratio(1, 3)).f
    0.5
    """

    precision: Ratio
    recall: Ratio

    @property
    def p(self) -> float | None:
        """How much of what was found is right."""
        return self.precision.rate

    @property
    def r(self) -> float | None:
        """How much of what is there was found."""
        return self.recall.rate

    @property
    def f(self) -> float:
        """The harmonic mean of both; 0 where either is nothing."""
        p, r = self.p or 0.0, self.r or 0.0
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Precision, recall, F and how many there are to find."""
        return {"p": self.p, "r": self.r, "f": self.f, "of": self.recall.of}


@dataclass(frozen=True)
class Figures:
    """All figures over some articles; None where the gold has nothing to measure by.

    `lost` are the articles that no dossier holds: nothing was found in them.
    """

    articles: int = 0
    lost: tuple[str, ...] = ()
    found: Score | None = None
    content: Score | None = None
    whole: Score | None = None
    overlap: Score | None = None
    claims: Score | None = None
    disputes: Score | None = None
    contradictions: Score | None = None
    source: Ratio | None = None
    cue: Ratio | None = None
    speaker: Ratio | None = None
    anon: Ratio | None = None
    chain: Ratio | None = None
    chain_deep: Ratio | None = None
    nested_r: Ratio | None = None
    certainty: Ratio | None = None
    claim_negated: Ratio | None = None
    negated: Ratio | None = None

    @property
    def scores(self) -> dict[str, Score]:
        """The figures with precision and recall, by name."""
        return {key: value for key, value in self._items() if isinstance(value, Score)}

    @property
    def rates(self) -> dict[str, Ratio]:
        """The figures that are rates, by name."""
        return {key: value for key, value in self._items() if isinstance(value, Ratio)}

    def _items(self) -> list[tuple[str, object]]:
        return [(field.name, getattr(self, field.name)) for field in fields(self)]

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """What was measured, as plain numbers under the same names."""
        return {key: value.as_dict() for key, value in (self.scores | self.rates).items()}


class Tally:
    """Counts that add up over articles."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.totals: Counter[str] = Counter()

    def add(self, key: str, hits: int, of: int = 1) -> None:
        """So many right of so many more."""
        self.hits[key] += hits
        self.totals[key] += of

    def ask(self, key: str, right: bool | None) -> None:
        """One more answer, if it can be told at all."""
        if right is not None:
            self.add(key, right)

    def score(self, key: str, hits: int, *, found: int, wanted: int) -> None:
        """The same hits against all that was found and all that is there."""
        self.add(f"{key}_p", hits, found)
        self.add(f"{key}_r", hits, wanted)

    def ratio(self, key: str) -> Ratio | None:
        """The counts under one key."""
        return Ratio(self.hits[key], self.totals[key]) if key in self.totals else None

    def figure(self, key: str) -> Score | Ratio | None:
        """The figure of a name: a rate, or a score where there are counts of both kinds."""
        p, r = self.ratio(f"{key}_p"), self.ratio(f"{key}_r")
        return Score(p, r) if p and r else self.ratio(key)


def evaluate(pairs: Iterable[tuple[Gold, Dossier | None]]) -> Figures:
    """The figures over gold articles and their dossiers, None for one that was not read.

    >>> from claims.evaluate import parse_gold
    >>> row = {"text": "港口说，停航。", "attributions": [{"cue": [[2, 3]], "content": [[4, 6]]}]}
    >>> evaluate([(parse_gold(row, "a"), None)]).as_dict()["found"]
    {'p': None, 'r': 0.0, 'f': 0.0, 'of': 1}
    """
    tally, lost, articles = Tally(), [], 0
    for gold, dossier in pairs:
        articles += 1
        if dossier is None:
            lost.append(gold.id)
        _count(tally, compare(gold, dossier))
    names = {field.name for field in fields(Figures)} - {"articles", "lost"}
    return Figures(articles, tuple(lost), **{name: tally.figure(name) for name in names})  # type: ignore[arg-type]


def _count(tally: Tally, this: Comparison) -> None:
    verdicts = list(judge(this))
    counts = {"found": len(this.scored), "wanted": len(this.must)}
    tally.score("found", len(verdicts), **counts)
    tally.score("content", sum(one.content for one in verdicts), **counts)
    tally.score("whole", sum(one.whole for one in verdicts), **counts)
    for one in verdicts:
        _count_verdict(tally, one)
    if this.gold.whole:
        _count_nested(tally, this)
        _count_claims(tally, this)
        _count_relations(tally, this)
    else:
        _count_overlap(tally, this)


def _count_verdict(tally: Tally, one: Verdict) -> None:
    for key in ("cue", "source", "speaker", "anon", "chain", "negated"):
        tally.ask(key, getattr(one, key))
    if len(one.gold.chain) > 1:
        tally.ask("chain_deep", one.chain)


def _count_nested(tally: Tally, this: Comparison) -> None:
    answered = {i for i, _ in this.pairs}
    nested = [i for i in this.must if this.wanted[i].parent]
    tally.add("nested_r", len(answered.intersection(nested)), len(nested))


def _count_overlap(tally: Tally, this: Comparison) -> None:
    """Characters inside any content: what survives when boundaries differ."""
    wanted, found = (
        frozenset[int]().union(*(item.content for item in items))
        for items in (this.gold_items, this.found_items)
    )
    tally.score("overlap", len(wanted & found), found=len(found), wanted=len(wanted))


def _count_claims(tally: Tally, this: Comparison) -> None:
    gold, found = this.gold.claims, this.dossier.claims
    if not gold:
        return
    laid = _lay_claims(this)
    pairs = pair_best(
        (shared, x, y)
        for x, one in enumerate(laid[0])
        for y, other in enumerate(laid[1])
        if (shared := overlap(one, other)) >= FOUND
    )
    hits = [(gold[x], found[y]) for x, y in pairs if not gold[x].optional]
    wanted = sum(not one.optional for one in gold)
    neutral = len(pairs) - len(hits)
    tally.score("claims", len(hits), found=len(found) - neutral, wanted=wanted)
    for one, other in hits:
        tally.ask("certainty", one.certainty == other.certainty)
        tally.ask("claim_negated", one.negated == other.negated)


def _lay_claims(this: Comparison) -> tuple[list[Places], list[Places]]:
    text = this.dossier.document.text
    return (
        [cover([one.span], this.gold.text) for one in this.gold.claims],
        [cover([one.span], text, this.alignment) for one in this.dossier.claims],
    )


def _count_relations(tally: Tally, this: Comparison) -> None:
    disputes, clashes = compare_disputes(this), compare_clashes(this)
    found, wanted = len(disputes.found), len(disputes.wanted)
    tally.add("disputes_p", found - len(disputes.extra), found)
    tally.add("disputes_r", wanted - len(disputes.missed), wanted)
    tally.add("contradictions_p", clashes.right, len(clashes.found))
    tally.add("contradictions_r", clashes.hits, len(clashes.strong))
