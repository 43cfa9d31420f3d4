"""What is right of each attribution that was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.evaluate.alignment import Places, cover
from claims.evaluate.comparison import Comparison
from claims.evaluate.gold import GoldAttribution
from claims.evaluate.matching import same_content
from claims.evaluate.names import Joined
from claims.model import Attribution

_DETERMINERS = frozenset("一该這这那此名位个個")  # not counted when sources are compared


@dataclass(frozen=True)
class Verdict:
    """One gold attribution and what found it; None is what the gold cannot tell."""

    gold: GoldAttribution
    found: Attribution
    content: bool
    cue: bool
    source: bool | None = None
    speaker: bool | None = None
    anon: bool | None = None
    chain: bool | None = None
    negated: bool | None = None

    @property
    def whole(self) -> bool:
        """Content, cue and speaker are right; without speakers, the source is asked."""
        who = self.source if self.speaker is None else self.speaker
        return self.content and self.cue and who is not False


def judge(this: Comparison) -> Iterator[Verdict]:
    """A verdict on each attribution that had to be found and was."""
    judge_one = _judge_whole if this.gold.whole else _judge_spans
    return (judge_one(this, i, j) for i, j in this.hits)


def _judge_spans(this: Comparison, i: int, j: int) -> Verdict:
    wanted, item, got = this.wanted[i], this.gold_items[i], this.found_items[j]
    return Verdict(
        wanted,
        this.found[j],
        content=item.content == got.content,
        cue=bool(item.cue & got.cue),
        source=None if wanted.src_cue else _right_source(this, i, j),
    )


def _judge_whole(this: Comparison, i: int, j: int) -> Verdict:
    wanted, item = this.wanted[i], this.gold_items[i]
    found, got = this.found[j], this.found_items[j]
    return Verdict(
        wanted,
        found,
        content=not item.content or same_content(item.content, got.content, wanted.cue_words),
        cue=not item.cue or bool(item.cue & got.cue),
        source=_right_source(this, i, j),
        speaker=this.joined.same(wanted.speaker, found.speaker),
        anon=_right_anonymity(this, wanted, found),
        chain=_right_chain(this.joined, wanted, found),
        negated=wanted.negated == found.negated,
    )


def _right_source(this: Comparison, i: int, j: int) -> bool:
    text = this.gold.text
    others = [cover([span], text) for span in this.wanted[i].source_alternatives]
    accepted = [_bare(places, text) for places in [this.gold_items[i].source, *others]]
    return _bare(this.found_items[j].source, text) in accepted


def _bare(places: Places, text: str) -> Places:
    return frozenset(at for at in places if text[at] not in _DETERMINERS)


def _right_anonymity(this: Comparison, wanted: GoldAttribution, found: Attribution) -> bool | None:
    """Asked only where both have a speaker."""
    gold = {one.id: one.anonymous for one in this.gold.entities}
    got = {one.id: one.anonymous for one in this.dossier.speakers}
    if wanted.speaker not in gold or found.speaker not in got:
        return None
    return gold[wanted.speaker] == got[found.speaker]


def _right_chain(joined: Joined, wanted: GoldAttribution, found: Attribution) -> bool:
    return any(
        len(chain) == len(found.chain) and all(map(joined.same, chain, found.chain))
        for chain in [wanted.chain, *wanted.chain_alternatives]
    )
