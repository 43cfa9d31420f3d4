"""All that the derived tables are made of, laid out once: dossiers, corpus, and who is whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.model import Attribution, Claim, Dossier, Relation, Speaker
from claims.model.corpus import Corpus, CorpusClaim, CorpusSpeaker
from claims.store.nouns import Kept


@dataclass(frozen=True)
class Laid:
    """The dossiers that count, in their order; what they come to together; all appearances."""

    kept: Sequence[Kept]
    dossiers: Sequence[Dossier]
    corpus: Corpus

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """The joined speaker of each speaker of a dossier."""
        return {id: one.id for one in self.speakers for id in one.dossier_speakers}

    @cached_property
    def speakers(self) -> Sequence[CorpusSpeaker]:
        """The joined speakers; one whom nobody has joined, such as a poll, stands alone."""
        told = {id for one in self.corpus.speakers for id in one.dossier_speakers}
        alone = (
            _stand_alone(one)
            for dossier in self.dossiers
            for one in dossier.speakers
            if one.id not in told
        )
        return sorted((*self.corpus.speakers, *alone), key=lambda one: one.id)

    @cached_property
    def by_id(self) -> Mapping[str, CorpusSpeaker]:
        """The joined speakers by their ids."""
        return {one.id: one for one in self.speakers}

    @cached_property
    def matters(self) -> frozenset[str]:
        """The ids of all matters."""
        return frozenset(one.id for one in self.corpus.matters)

    @cached_property
    def stories(self) -> Mapping[str, str]:
        """The story of each article that has one."""
        return {id: story.id for story in self.corpus.stories for id in story.documents}

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The first of the articles of which an article is a copy."""
        groups = (group for story in self.corpus.stories for group in story.copies if group)
        return {id: group[0] for group in groups for id in group[1:]}

    @cached_property
    def spoken(self) -> Counter[str]:
        """How many attributions each joined speaker has."""
        return Counter(self.find_speaker(one.speaker) or "" for one in self.attributions())

    @cached_property
    def places(self) -> Mapping[str, tuple[str, str | None, str | None]]:
        """The article, attribution and claim of each end of a relation that is known."""
        ends = {id for one in self.relations for id in (one.origin, *one.to)}
        found: dict[str, tuple[str, str | None, str | None]] = {}
        for dossier in self.dossiers:
            own = {one.id for one in dossier.attributions}
            found.update({id: (dossier.document.id, id, None) for id in own & ends})
        for claim in self.claims:
            if claim.id in ends:
                found[claim.id] = (claim.document, claim.attribution, claim.id)
        return found

    @cached_property
    def claims(self) -> Sequence[CorpusClaim]:
        """The claims as the corpus has them, and those of the dossiers that it leaves out.

        None tells of an attribution, speaker or matter that is nowhere.
        """
        said = {one.id: one for one in self.attributions()}
        order = {one.document.id: at for at, one in enumerate(self.dossiers)}
        told = {one.id: one for one in self.corpus.claims if one.document in order}
        for dossier in self.dossiers:
            for one in dossier.claims:
                if one.id not in told:
                    told[one.id] = self._tell_claim(dossier, one, said.get(one.attribution))
        found = (self._bind(one, said) for one in told.values())
        return sorted(found, key=lambda one: (order[one.document], one.span.start, one.id))

    def _tell_claim(self, dossier: Dossier, one: Claim, said: Attribution | None) -> CorpusClaim:
        return CorpusClaim(
            document=dossier.document.id,
            speaker=self.find_speaker(said.speaker) if said else None,
            **one.model_dump(exclude={"conditional"}),
        )

    def _bind(self, one: CorpusClaim, said: Mapping[str, Attribution]) -> CorpusClaim:
        facts = {
            "attribution": one.attribution if one.attribution in said else None,
            "speaker": one.speaker if one.speaker in self.by_id else None,
            "matter": one.matter if one.matter in self.matters else None,
        }
        whole = all(getattr(one, name) == value for name, value in facts.items())
        return one if whole else one.changed(**facts)

    @cached_property
    def relations(self) -> Sequence[Relation]:
        """Those inside the articles and those across them, each once."""
        inside = (one for dossier in self.dossiers for one in dossier.relations)
        return list({one.id: one for one in (*self.corpus.relations, *inside)}.values())

    def attributions(self) -> Iterator[Attribution]:
        """All attributions, in the order of the dossiers."""
        return (one for dossier in self.dossiers for one in dossier.attributions)

    def find_speaker(self, id: str | None) -> str | None:
        """The joined speaker of a speaker of a dossier; None where there is no such one."""
        return self.joined.get(id or "")


def _stand_alone(one: Speaker) -> CorpusSpeaker:
    return CorpusSpeaker(
        id=one.id,
        name=one.name,
        names=(one.name, *one.aliases),
        kind=one.kind,
        anonymous=one.anonymous,
        dossier_speakers=(one.id,),
    )
