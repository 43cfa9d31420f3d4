"""What hangs on one article alone, as rows of the derived tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.corpus import Laid
from claims.model import Attribution, Claim, Dossier, Relation, Speaker
from claims.model.corpus import CorpusSpeaker
from claims.store.hops import list_hops
from claims.store.words import fold_name

Row = tuple[object, ...]
Tables = dict[str, list[Row]]

PARTS = " … "  # between the parts of a content that its cue interrupts
BETWEEN = "; "


def list_article_rows(dossier: Dossier, laid: Iterable[Laid]) -> Tables:
    """The rows of an article by table; `laid` are its claims, those of its own voice included.

    Which joined speaker each speaker is, is left open.
    What refers to nothing in the dossier, which may have been edited by hand, refers to nothing.
    """
    speakers = {one.id for one in dossier.speakers}
    return {
        "article_speakers": [_tell_speaker(dossier, one) for one in dossier.speakers],
        "attributions": [_tell_attribution(dossier, one, speakers) for one in dossier.attributions],
        "chains": list(_list_chains(dossier, speakers)),
        "claims": list(_list_claims(dossier, laid, speakers)),
        **_list_relations(dossier),
    }


def _tell_speaker(dossier: Dossier, one: Speaker) -> Row:
    return (
        one.id, dossier.document.id, "", one.name, BETWEEN.join(one.aliases), one.kind,
        one.anonymous, one.role or "", one.affiliation,
    )  # fmt: skip


def _tell_attribution(dossier: Dossier, one: Attribution, speakers: set[str]) -> Row:
    return (
        one.id, dossier.document.id, None, one.speaker if one.speaker in speakers else None,
        one.source.text if one.source else "", one.cue.text if one.cue else "",
        PARTS.join(span.text for span in one.content), *_find_place(one), one.quote,
        one.negated, one.within, one.addressee.text if one.addressee else "",
        one.medium or "", one.said_at.value if one.said_at else "", one.confidence, one.made_by,
    )  # fmt: skip


def _find_place(one: Attribution) -> tuple[int, int]:
    spans = [span for span in (one.source, one.cue, *one.content) if span]
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _list_chains(dossier: Dossier, speakers: set[str]) -> Iterator[Row]:
    for one, steps in list_hops(dossier):
        for hop, step in enumerate(steps):
            told = step.told_in
            yield (
                one.id, hop, None, step.speaker if step.speaker in speakers else None, step.outlet,
                told.id if told else None, told.cue.text if told and told.cue else "",
                told.medium or "" if told else "",
            )  # fmt: skip


def _list_claims(dossier: Dossier, laid: Iterable[Laid], speakers: set[str]) -> Iterator[Row]:
    said = {one.id: one for one in dossier.attributions}
    for claim in dossier.claims:
        attribution = said.get(claim.attribution)
        yield _tell_claim(dossier.document.id, claim, attribution, speakers)
    for one in laid:
        if one.narrated:
            point = one.point
            yield (
                one.id, one.document, None, None, None, None, "", one.text, one.start,
                one.start + len(one.text), point.certainty, point.negated, one.held, True,
            )  # fmt: skip


def _tell_claim(
    document: str, one: Claim, attribution: Attribution | None, speakers: set[str]
) -> Row:
    speaker = attribution.speaker if attribution else None
    return (
        one.id, document, attribution.id if attribution else None, None,
        speaker if speaker in speakers else None, None, "", one.span.text, one.span.start,
        one.span.end, one.certainty, one.negated, one.held, False,
    )  # fmt: skip


def _list_relations(dossier: Dossier) -> Tables:
    """The relations of an article and their ends: an attribution as it is, with its first claim."""
    said = {one.id for one in dossier.attributions}
    whose = {one.id: one.attribution for one in dossier.claims}
    first: dict[str, str] = {}
    for claim in dossier.claims:
        first.setdefault(claim.attribution, claim.id)
    ends: list[Row] = []
    for one in dossier.relations:
        for place, id in enumerate((one.origin, *one.to)):
            attribution = whose.get(id, id)
            told = attribution if attribution in said else None
            ends.append((one.id, place, id, told, id if id in whose else first.get(id)))
    rows = [_tell_relation(dossier.document.id, one) for one in dossier.relations]
    return {"relations": rows, "relation_ends": ends}


def _tell_relation(document: str, one: Relation) -> Row:
    differs = one.difference
    return (
        one.id, one.kind, document, None, None, False,
        one.cue.text if one.cue else "", one.cue.start if one.cue else 0,
        one.target.text if one.target else "", one.target.start if one.target else 0,
        BETWEEN.join(one.shared), differs.kind if differs else "",
        differs.first if differs else "", differs.second if differs else "",
        one.basis, one.strength, one.reason,
    )  # fmt: skip


# ---------------------------------------------------------------- speakers of all articles
def list_speaker_rows(speakers: Sequence[CorpusSpeaker], said: dict[str, int]) -> Tables:
    """The joined speakers as rows; `said` are the attributions of each speaker of an article."""
    known = {one.id for one in speakers}
    return {
        "speakers": [
            (
                one.id, one.name, one.kind, one.anonymous, one.wikidata, BETWEEN.join(one.reasons),
                len({id.partition(":")[0] for id in one.dossier_speakers}),
                sum(said.get(id, 0) for id in one.dossier_speakers),
            )
            for one in speakers
        ],
        "names": [
            (one.id, place, name, fold_name(name))
            for one in speakers
            for place, name in enumerate((one.name, *one.names))
        ],
        "perhaps_same": [
            (one.id, other)
            for one in speakers
            for other in dict.fromkeys(one.perhaps)
            if other in known
        ],
    }  # fmt: skip
