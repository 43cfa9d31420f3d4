"""A corpus of one rule, so that the store is tested apart from what joins its articles.

Speakers of one name are one, claims of the same words are on one matter. Run as a program it is
`claims` with this corpus, and the pipeline of `stand_in`, in place of the real ones.
"""

from __future__ import annotations

import sys
import types
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import stand_in

from claims.model import Claim, Dossier, Speaker
from claims.model.corpus import (
    Corpus,
    CorpusClaim,
    CorpusMatter,
    CorpusOrigin,
    CorpusSpeaker,
    Story,
)
from claims.model.world import Relation


def make_dossier(document: Any) -> Dossier:
    """The dossier of the other stand-in, with a claim for each content."""
    found = stand_in.make_dossier(document)
    claims = tuple(
        Claim(id=one.id.replace(":a", ":c"), attribution=one.id, span=one.content[0])
        for one in found.attributions
    )
    return Dossier(
        document=found.document,
        speakers=found.speakers,
        attributions=found.attributions,
        claims=claims,
        relations=(),
    )


def build_corpus(
    dossiers: Iterable[Dossier], decisions: Sequence[Any] = (), relate: object = None
) -> Corpus:
    """Speakers by name, but for what people have decided; matters by the words of the claims."""
    dossiers = list(dossiers)
    groups = _group(dossiers, decisions)
    joined = {one.id: "S" + group[0].id for group in groups for one in group}
    claims = _list_claims(dossiers, joined)
    matters = defaultdict(list)
    for claim in claims:
        matters[claim.matter or ""].append(claim)
    story = Story(
        id="T1", title="港口", documents=tuple(one.document.id for one in dossiers)
    )  # fmt: skip
    return Corpus(
        documents=tuple(one.document for one in dossiers),
        speakers=tuple(map(_tell_speaker, groups)),
        stories=(story,) if dossiers else (),
        matters=tuple(
            CorpusMatter(id=id, title=id[1:], claims=tuple(x.id for x in held), story="T1")
            for id, held in sorted(matters.items())
        ),
        claims=tuple(claims),
        relations=tuple(_list_relations(matters)),
        origins=tuple(
            CorpusOrigin(
                matter=id, position="1", origin=held[0].speaker or "", alone=len(held) == 1,
                claims=tuple(x.id for x in held), documents=tuple(x.document for x in held),
            )
            for id, held in sorted(matters.items())
        ),
    )  # fmt: skip


def _group(dossiers: Sequence[Dossier], decisions: Sequence[Any]) -> list[list[Speaker]]:
    found: dict[object, list[Speaker]] = defaultdict(list)
    for one in (speaker for dossier in dossiers for speaker in dossier.speakers):
        key: object = (one.name,) if not one.anonymous else one.id
        for same, first, second in decisions:
            if same and one.id in first | second:
                key = tuple(sorted(first | second))
            elif not same and one.id in second:
                key = (key, "apart")
        found[key].append(one)
    groups = (sorted(held, key=lambda one: one.id) for held in found.values())
    return sorted(groups, key=lambda held: held[0].id)


def _tell_speaker(group: Sequence[Speaker]) -> CorpusSpeaker:
    names = sorted({name for one in group for name in (one.name, *one.aliases)})
    return CorpusSpeaker(
        id="S" + group[0].id,
        name=group[0].name,
        names=tuple(names),
        kind=group[0].kind,
        anonymous=group[0].anonymous,
        dossier_speakers=tuple(one.id for one in group),
        reasons=(f"all are called {group[0].name}",) if len(group) > 1 else (),
    )


def _list_claims(dossiers: Sequence[Dossier], joined: dict[str, str]) -> list[CorpusClaim]:
    return [
        CorpusClaim(
            id=claim.id, document=dossier.document.id, span=claim.span, attribution=said.id,
            speaker=joined.get(said.speaker or ""), matter="M" + claim.span.text,
            chain=tuple(joined[id] for id in said.chain if id in joined),
            certainty=claim.certainty, negated=claim.negated, held=claim.held,
        )
        for dossier in dossiers
        for claim in dossier.claims
        for said in dossier.attributions
        if said.id == claim.attribution
    ]  # fmt: skip


def _list_relations(matters: dict[str, list[CorpusClaim]]) -> list[Any]:
    """The same words in two articles support each other."""
    from claims.model import corpus

    kind = getattr(corpus, "CorpusRelation", Relation)
    return [
        kind.model_validate({
            "id": f"{held[0].id}~{other.id}", "kind": "supports", "from": held[0].id,
            "to": (other.id,), "basis": "inferred",
        })
        for held in matters.values()
        for other in held[1:]
        if other.document != held[0].document
    ]  # fmt: skip


def take_place() -> None:
    """Stand in for the real pipeline and corpus, in this process and its workers."""
    import claims.corpus

    track: Any = types.ModuleType("claims.track")
    track.make_dossier = make_dossier
    sys.modules["claims.track"] = track
    claims.corpus.build_corpus = build_corpus


if __name__ in ("__main__", "__mp_main__"):
    take_place()

if __name__ == "__main__":
    from claims.cli import main

    main()
