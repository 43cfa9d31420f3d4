"""One story worked through: its claims on matters, with positions, and how they stand together.

What comes out names the speakers as the dossiers have them, so it holds whoever is joined with whom
and can be kept for as long as the articles of the story stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from claims.corpus.comparing import Compared, Denied, compare_matter, find_denied
from claims.corpus.laying import Laid
from claims.corpus.matters import gather_matters
from claims.corpus.outlining import Outline
from claims.corpus.positions import take_positions
from claims.model import Dossier, Relation, Span
from claims.model.corpus import CorpusClaim, CorpusMatter, CorpusRelation

SAME_SPEAKER = "one speaker twice; "


class Part(NamedTuple):
    """What one story adds to a corpus.

    `places` are the matter and the position of each claim that has some, `pairs` the claims that
    clash or agree, and `denied` those that one article denies and another makes, in the order of
    their ids; `words` are those of each position by matter and key.
    """

    claims: tuple[Laid, ...]
    places: Mapping[str, tuple[str, str]]
    matters: tuple[CorpusMatter, ...]
    pairs: tuple[Compared, ...]
    denied: tuple[Denied, ...]
    words: Mapping[tuple[str, str], str]


def relate_story(outlines: Sequence[Outline]) -> Part:
    """The claims of some articles on one event, gathered and compared; a pure function of them.

    Of the pairs only those that the articles do not relate themselves. Time grows with the number
    of the claims.
    """
    laid = tuple(claim for one in outlines for claim in one.claims)
    days = {one.profile.page.id: one.profile.page.published for one in outlines}
    known = {frozenset(pair) for one in outlines for pair in one.related}
    places: dict[str, tuple[str, str]] = {}
    words: dict[tuple[str, str], str] = {}
    matters: list[CorpusMatter] = []
    pairs: list[Compared] = []
    for gathered in gather_matters(laid):
        ids = tuple(one.id for one in gathered.claims)
        id = f"M{min(ids)}"
        taken = take_positions(gathered)
        places |= {claim: (id, position.key) for claim, position in taken.items()}
        words |= {(id, position.key): position.words for position in taken.values()}
        matters.append(CorpusMatter(id=id, title=gathered.title, claims=ids, topic=gathered.topic))
        pairs += (
            one for one in compare_matter(gathered, taken, days) if frozenset(one.ids) not in known
        )
    order = sorted(pairs, key=lambda one: one.ids)
    denied = sorted(find_denied(pairs, days), key=lambda one: one.id)
    return Part(laid, places, tuple(matters), tuple(order), tuple(denied), words)


def tell_claim(one: Laid, part: Part, joined: Mapping[str, str]) -> CorpusClaim:
    """A claim with joined speakers; nothing is checked again, as all was read from a dossier."""
    point, (matter, position) = one.point, part.places.get(one.id, (None, ""))
    end = point.start + len(point.text)
    return CorpusClaim.model_construct(
        id=one.id,
        document=one.document,
        span=Span.model_construct(start=point.start, end=end, text=point.text),
        attribution=None if one.narrated else point.attribution,
        speaker=None if one.narrated else joined.get(point.speaker or ""),
        chain=tuple(id for told in point.chain if (id := joined.get(told))),
        matter=matter,
        certainty=point.certainty,
        negated=point.negated,
        held=one.held,
        narrated=one.narrated,
        position=position,
    )


def tell_others(
    dossier: Dossier, laid: Set[str], joined: Mapping[str, str]
) -> Iterator[CorpusClaim]:
    """The claims of a dossier that are not laid out, such as those that a person has put there."""
    said = {one.id: one for one in dossier.attributions}
    for one in dossier.claims:
        if one.id not in laid:
            attribution = said.get(one.attribution)
            chain = attribution.chain if attribution else ()
            yield CorpusClaim(
                id=one.id,
                document=dossier.document.id,
                span=one.span,
                attribution=attribution.id if attribution else None,
                speaker=joined.get(attribution.speaker or "") if attribution else None,
                chain=tuple(id for told in chain if (id := joined.get(told))),
                certainty=one.certainty,
                negated=one.negated,
                held=one.held,
            )


def tell_pair(one: Compared, joined: Mapping[str, str]) -> CorpusRelation:
    """Two claims that clash or agree as a relation; what one speaker says twice is a repeat."""
    who, whom = (joined.get(end.point.speaker or "") for end in (one.first, one.second))
    same = who is not None and who == whom
    return CorpusRelation.model_construct(
        id=one.id,
        kind=one.kind if one.difference or not same else "repeats",
        origin=one.first.id,
        to=(one.second.id,),
        shared=one.shared,
        difference=one.difference,
        basis="inferred",
        strength="strong" if one.strong else "weak",
        reason=f"{SAME_SPEAKER if same else ''}{one.reason}",
        from_speaker=who,
        to_speaker=whom,
    )


def tell_denied(one: Denied, joined: Mapping[str, str]) -> CorpusRelation:
    """What one denies in so many words and another claims elsewhere, as a dispute."""
    cue, start = one.denier.cue, one.denier.cue_at
    return CorpusRelation.model_construct(
        id=one.id,
        kind="disputes",
        origin=one.denier.id,
        to=(one.other.id,),
        cue=Span.model_construct(start=start, end=start + len(cue), text=cue),
        shared=one.shared,
        basis="stated",
        reason=one.reason,
        from_speaker=joined.get(one.denier.point.speaker or ""),
        to_speaker=joined.get(one.other.point.speaker or ""),
    )


def list_own_relations(dossier: Dossier, joined: Mapping[str, str]) -> Iterator[CorpusRelation]:
    """The relations of an article, from claim to claim; an end without one keeps its speaker.

    With joined speakers: what one says twice is no support but a repeat.
    """
    first: dict[str, str] = {}
    for claim in dossier.claims:
        first.setdefault(claim.attribution, claim.id)
    said = {one.id: one for one in dossier.attributions}
    whose = {claim.id: claim.attribution for claim in dossier.claims}
    for one in dossier.relations:
        ends = [one.origin, *one.to]
        told = [said.get(whose.get(id, id)) for id in ends]
        speakers = [joined.get(x.speaker or "") if x else None for x in told]
        ids = [first.get(id, id) for id in ends]
        yield _translate(one, ids, speakers[0], speakers[1] if len(speakers) > 1 else None)


def _translate(
    one: Relation, ids: Sequence[str], who: str | None, whom: str | None
) -> CorpusRelation:
    facts = dict(one) | {"origin": ids[0], "to": tuple(dict.fromkeys(ids[1:]))}
    if one.basis == "inferred" and who is not None and who == whom:
        facts["kind"] = "repeats" if one.kind == "supports" else one.kind
        facts["reason"] = f"{SAME_SPEAKER}{one.reason}"
    return CorpusRelation.model_construct(**facts, from_speaker=who, to_speaker=whom)
