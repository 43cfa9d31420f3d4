"""One article compared: gold and found attributions laid side by side."""

from __future__ import annotations

from dataclasses import dataclass

from claims.evaluate.alignment import Alignment, align, cover
from claims.evaluate.gold import Gold, GoldAttribution
from claims.evaluate.matching import Item, match_items
from claims.evaluate.names import Joined, fold_names, join_speakers
from claims.model import Attribution, Document, Dossier


@dataclass(frozen=True)
class Comparison:
    """A gold article and a dossier, with what answers what.

    `found` are the attributions of the dossier that lie on the gold text, `pairs` indices
    into the gold attributions and into `found`.
    """

    gold: Gold
    dossier: Dossier
    alignment: Alignment
    wanted: tuple[GoldAttribution, ...]
    found: tuple[Attribution, ...]
    gold_items: tuple[Item, ...]
    found_items: tuple[Item, ...]
    pairs: tuple[tuple[int, int], ...]
    joined: Joined

    @property
    def must(self) -> list[int]:
        """The gold attributions that are not optional."""
        return [i for i, one in enumerate(self.wanted) if not (self.gold.whole and one.optional)]

    @property
    def hits(self) -> list[tuple[int, int]]:
        """The pairs whose gold attribution is not optional."""
        must = set(self.must)
        return [(i, j) for i, j in self.pairs if i in must]

    @property
    def scored(self) -> list[int]:
        """The found attributions that count: those that answer an optional one do not."""
        neutral = {j for _, j in self.pairs} - {j for _, j in self.hits}
        return [j for j in range(len(self.found)) if j not in neutral]


def compare(gold: Gold, dossier: Dossier | None) -> Comparison:
    """Lay a dossier on a gold article; None stands for a dossier in which nothing was found."""
    dossier = dossier or Dossier(document=Document.of(gold.text, lang=gold.lang))
    alignment = align(gold.text, dossier.document.text)
    wanted, gold_items = _lay_gold(gold)
    found, found_items = _lay_found(gold, dossier, alignment)
    pairs = match_items(gold_items, found_items)
    deeds = [(wanted[i].speaker, found[j].speaker) for i, j in pairs]
    joined = join_speakers(deeds, _gold_names(gold), _found_names(dossier))
    return Comparison(
        gold, dossier, alignment, wanted, found, gold_items, found_items, tuple(pairs), joined
    )


def _lay_gold(gold: Gold) -> tuple[tuple[GoldAttribution, ...], tuple[Item, ...]]:
    laid = [(one, _gold_item(one, gold.text)) for one in gold.attributions]
    kept = [pair for pair in laid if gold.whole or pair[1].content]
    return tuple(one for one, _ in kept), tuple(item for _, item in kept)


def _gold_item(one: GoldAttribution, text: str) -> Item:
    cue = cover(one.cue or one.src_cue, text)
    return Item(cover(one.content, text), cue, cover(one.source, text), one.optional)


def _lay_found(
    gold: Gold, dossier: Dossier, alignment: Alignment
) -> tuple[tuple[Attribution, ...], tuple[Item, ...]]:
    """What has no place on the gold text is neither right nor wrong."""
    laid = [
        (one, _found_item(one, dossier.document.text, alignment)) for one in dossier.attributions
    ]
    kept = [(one, item) for one, item in laid if item.content or (gold.whole and item.cue)]
    return tuple(one for one, _ in kept), tuple(item for _, item in kept)


def _found_item(one: Attribution, text: str, alignment: Alignment) -> Item:
    content, cue, source = (
        cover(spans, text, alignment) for spans in (one.content, [one.cue], [one.source])
    )
    return Item(content, cue, source)


def _gold_names(gold: Gold) -> dict[str, frozenset[str]]:
    """The names of each entity; a source of three characters or more is a name too."""
    names: dict[str, list[str | None]] = {e.id: [e.name, *e.aliases] for e in gold.entities}
    for one in gold.attributions:
        if one.speaker in names and one.source and len(one.source[0].text) > 2:
            names[one.speaker].append(one.source[0].text)
    return {key: fold_names(value) for key, value in names.items()}


def _found_names(dossier: Dossier) -> dict[str, frozenset[str]]:
    return {one.id: fold_names([one.name, *one.aliases]) for one in dossier.speakers}
