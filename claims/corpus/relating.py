"""One story worked through: its claims on matters, with positions, and how they stand together.

What comes out names the speakers as the dossiers have them, so it holds whoever is joined with whom
and can be kept for as long as the articles of the story stay the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.corpus.comparing import Compared, compare_matter
from claims.corpus.laying import Laid, lay_article
from claims.corpus.matters import Gathered, gather_matters
from claims.corpus.positions import Position, take_positions
from claims.model import Attribution, Difference, Dossier, Frozen, Relation
from claims.model.corpus import CorpusClaim, CorpusMatter, CorpusRelation


class Part(Frozen):
    """What one story adds to a corpus; `positions` are the words of each by matter and key."""

    claims: tuple[CorpusClaim, ...] = ()
    matters: tuple[CorpusMatter, ...] = ()
    relations: tuple[CorpusRelation, ...] = ()
    positions: tuple[tuple[str, str, str], ...] = ()


def relate_story(dossiers: Sequence[Dossier]) -> Part:
    """The claims of some articles on one event, gathered and compared; a pure function of them.

    Time grows with the number of their claims.
    """
    laid = [one for dossier in dossiers for one in lay_article(dossier)]
    days = {one.document.id: one.document.published for one in dossiers}
    relations = [relation for dossier in dossiers for relation in _own_relations(dossier)]
    known = {frozenset((one.origin, *one.to)) for one in relations}
    places: dict[str, tuple[str, Position]] = {}
    matters: list[CorpusMatter] = []
    for gathered in gather_matters(laid):
        id = "M" + min(one.id for one in gathered.claims)
        taken = take_positions(gathered)
        places |= {claim: (id, position) for claim, position in taken.items()}
        matters.append(_tell_matter(id, gathered))
        pairs = compare_matter(gathered, taken, days)
        relations += [
            _tell_relation(one)
            for one in pairs
            if frozenset((one.first.id, one.second.id)) not in known
        ]
    return Part(
        claims=tuple(_tell_claim(one, places.get(one.id)) for one in laid),
        matters=tuple(matters),
        relations=tuple(sorted(relations, key=lambda one: one.id)),
        positions=tuple(sorted({(id, one.key, one.words) for id, one in places.values()})),
    )


def _tell_matter(id: str, gathered: Gathered) -> CorpusMatter:
    ids = tuple(one.id for one in gathered.claims)
    return CorpusMatter(id=id, title=gathered.title, claims=ids, topic=gathered.topic)


def _tell_claim(one: Laid, place: tuple[str, Position] | None) -> CorpusClaim:
    return CorpusClaim(
        id=one.id,
        document=one.document,
        span=one.claim.span,
        attribution=None if one.narrated else one.attribution.id,
        speaker=None if one.narrated else one.attribution.speaker,
        chain=one.attribution.chain,
        matter=place[0] if place else None,
        certainty=one.claim.certainty,
        negated=one.claim.negated,
        held=one.claim.held,
        narrated=one.narrated,
        position=place[1].key if place else "",
    )


def _tell_relation(one: Compared) -> CorpusRelation:
    return CorpusRelation.model_validate({
        "id": f"{one.first.id}~{one.second.id}",
        "kind": "supports" if one.difference is None else "contradicts",
        "from": one.first.id,
        "to": (one.second.id,),
        "shared": one.shared,
        "difference": _turn(one.difference),
        "basis": "inferred",
        "strength": "strong" if one.strong else "weak",
        "reason": _reason(one),
        "from_speaker": one.first.attribution.speaker,
        "to_speaker": one.second.attribution.speaker,
    })  # fmt: skip


def _turn(difference: Difference | None) -> Difference | None:
    """A difference of the earlier and the later claim as one of the later and the earlier."""
    if difference is None:
        return None
    return difference.changed(first=difference.second, second=difference.first)


def _reason(one: Compared) -> str:
    if one.difference is None:
        return f"both say the same of {', '.join(one.shared)}"
    told = " / ".join(filter(None, (one.difference.first, one.difference.second)))
    return f"may conflict in {one.difference.kind}" + (f" ({told})" if told else "")


def _own_relations(dossier: Dossier) -> Iterator[CorpusRelation]:
    """The relations of an article, from claim to claim; an end without one keeps its speaker."""
    claims: dict[str, list[str]] = defaultdict(list)
    for claim in dossier.claims:
        claims[claim.attribution].append(claim.id)
    said = {one.id: one for one in dossier.attributions}
    whose = {claim.id: claim.attribution for claim in dossier.claims}
    for one in dossier.relations:
        yield _translate(one, claims, said, whose)


def _translate(
    one: Relation,
    claims: Mapping[str, Sequence[str]],
    said: Mapping[str, Attribution],
    whose: Mapping[str, str],
) -> CorpusRelation:
    ends = [one.origin, *one.to]
    ids = [(*claims.get(id, ()), id)[0] for id in ends]
    told = [said.get(whose.get(id, id)) for id in ends]
    speakers = [attribution.speaker if attribution else None for attribution in told]
    whom = speakers[1] if len(speakers) > 1 else None
    facts = one.model_dump(by_alias=True)
    facts |= {"from": ids[0], "to": tuple(dict.fromkeys(ids[1:]))}
    return CorpusRelation.model_validate({
        **facts, "from_speaker": speakers[0], "to_speaker": whom,
    })  # fmt: skip
