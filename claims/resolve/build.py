"""Entities to speakers, findings to attributions: ids, chains, affiliations, explanations."""

from __future__ import annotations

from claims.find.finding import Finding
from claims.lang.base import Language
from claims.model import Addressee, Attribution, Candidate, Document, SaidAt, Span, Speaker, Why
from claims.model.world import SpeakerKind
from claims.resolve.entities import Entity
from claims.resolve.speakers import Outcome

KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "outlet": "outlet",
    "group": "group",
    "document": "document",
}


def build_all(
    document: Document,
    language: Language,
    findings: tuple[Finding, ...],
    entities: list[Entity],
    outcomes: list[Outcome],
    bodies: dict[int, Entity],
) -> tuple[tuple[Speaker, ...], tuple[Attribution, ...]]:
    """The speakers that say or are named with something, and the attributions with their ids.

    `bodies` gives, for a speaker's number, the body it belongs to.
    """
    used = _used(entities, outcomes, bodies)
    ids = _ids(document, [entities[order] for order in used])
    speakers = tuple(_speaker(document, entities[order], ids, bodies) for order in used)
    attributions = tuple(
        _attribution(document, language, findings, outcomes, i, ids) for i in range(len(findings))
    )
    return speakers, attributions


def _used(entities: list[Entity], outcomes: list[Outcome], bodies: dict[int, Entity]) -> list[int]:
    used = {o.speaker.order for o in outcomes if o.speaker is not None}
    used |= {entity.order for o in outcomes for entity in o.unresolved}
    used |= {member for order in used for member in entities[order].members}
    used |= {bodies[order].order for order in used if order in bodies}
    return sorted(used, key=lambda order: (_first(entities[order]), order))


def _first(entity: Entity) -> int:
    return min((start for start, _ in entity.spans), default=min(entity.seen, default=0))


def _ids(document: Document, entities: list[Entity]) -> dict[int, str]:
    """Each speaker's id: where it is first mentioned, and a number where two begin there."""
    ids: dict[int, str] = {}
    taken: dict[int, int] = {}
    for entity in entities:
        at = _first(entity)
        taken[at] = taken.get(at, 0) + 1
        ids[entity.order] = f"{document.id}:s{at}" + (f".{taken[at]}" if taken[at] > 1 else "")
    return ids


def _speaker(
    document: Document, entity: Entity, ids: dict[int, str], bodies: dict[int, Entity]
) -> Speaker:
    body = bodies.get(entity.order)
    kind = KINDS.get(entity.kind) or ("unknown" if entity.kind == "unknown" else _body_kind(entity))
    return Speaker(
        id=ids[entity.order],
        name=entity.name,
        kind=kind,
        anonymous=entity.anonymous,
        what=entity.what or None if entity.anonymous else None,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
        role=entity.role or None,
        affiliation=ids.get(body.order) if body else None,
        members=tuple(ids[member] for member in entity.members if member in ids),
        mentions=tuple(Span.of(document.text, a, b) for a, b in sorted(entity.spans)),
    )


def _body_kind(entity: Entity) -> SpeakerKind:
    return {"government": "government", "group": "group", "outlet": "outlet"}.get(  # type: ignore[return-value]
        entity.what, "organisation"
    )


def attribution_id(document: Document, finding: Finding) -> str:
    """An attribution's id: its document and where its cue, or its quotation, begins."""
    return f"{document.id}:{'a' if finding.cue else 'q'}{finding.anchor}"


def _attribution(
    document: Document,
    language: Language,
    findings: tuple[Finding, ...],
    outcomes: list[Outcome],
    i: int,
    ids: dict[int, str],
) -> Attribution:
    finding, outcome = findings[i], outcomes[i]
    speaker = ids[outcome.speaker.order] if outcome.speaker else None
    parent = finding.within
    return Attribution(
        id=attribution_id(document, finding),
        speaker=speaker,
        unresolved=tuple(ids[entity.order] for entity in outcome.unresolved),
        source=finding.source,
        cue=finding.cue,
        content=finding.content,
        quote=finding.quote,
        negated=finding.negated,
        within=attribution_id(document, findings[parent]) if parent is not None else None,
        chain=_chain(findings, outcomes, i, ids),
        addressee=Addressee(text=finding.addressee.text) if finding.addressee else None,
        medium=finding.medium,
        said_at=_said_at(document, language, finding),
        confidence=round(finding.confidence, 3),
        made_by=finding.made_by,
        why=Why(
            steps=(*finding.steps, f"speaker: {outcome.why}"),
            considered=tuple(Candidate(what=w, weight=x) for w, x in finding.considered),
        ),
    )


def _chain(
    findings: tuple[Finding, ...], outcomes: list[Outcome], i: int, ids: dict[int, str]
) -> tuple[str, ...]:
    """The speakers from the outermost relay to this one's own; an unnamed saying adds nothing."""
    chain: list[str] = []
    at: int | None = i
    while at is not None:
        speaker = outcomes[at].speaker
        if speaker is not None:
            chain.append(ids[speaker.order])
        at = findings[at].within
    return tuple(reversed(chain))


def _said_at(document: Document, language: Language, finding: Finding) -> SaidAt | None:
    if finding.time is None:
        return None
    value = language.date(finding.time.text, document.published)
    return SaidAt(**finding.time.model_dump(), value=value)
