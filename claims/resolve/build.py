"""A story to the nouns of the model: speakers and attributions, their ids, chains, reasons."""

from __future__ import annotations

from claims.find.finding import Finding
from claims.model import Addressee, Attribution, Candidate, Document, SaidAt, Span, Speaker, Why
from claims.model.world import SpeakerKind
from claims.resolve.entities import Entity
from claims.resolve.story import Story

KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "outlet": "outlet",
    "group": "group",
    "document": "document",
    "unknown": "unknown",
}
KINDS_OF_BODIES: dict[str, SpeakerKind] = {
    "government": "government",
    "group": "group",
    "outlet": "outlet",
}


def build_all(
    document: Document, story: Story
) -> tuple[tuple[Speaker, ...], tuple[Attribution, ...]]:
    """The speakers that say or are named with something, and the attributions with their ids."""
    used = _used(story)
    ids = _ids(document, used)
    speakers = tuple(_speaker(document, story, entity, ids) for entity in used)
    attributions = tuple(_attribution(document, story, i, ids) for i in range(len(story.findings)))
    return speakers, attributions


def _used(story: Story) -> list[Entity]:
    """Those who speak, could be the one who speaks, speak through another or are spoken to.

    In the order in which they are first mentioned; those only spoken to do not change it.
    """
    entities, bodies = story.entities, story.bodies
    used = {o.speaker.order for o in story.outcomes if o.speaker is not None}
    used |= {entity.order for o in story.outcomes for entity in o.unresolved}
    used |= {member for order in used for member in entities[order].members}
    used |= {bodies[order].order for order in used if order in bodies}
    addressed = {entity.order for entity in story.addressed.values()}
    return sorted(
        (entities[order] for order in used | addressed),
        key=lambda entity: (entity.first, entity.order not in used, entity.order),
    )


def _ids(document: Document, entities: list[Entity]) -> dict[int, str]:
    """Each speaker's id: where it is first mentioned, and a number where two begin there."""
    ids: dict[int, str] = {}
    taken: dict[int, int] = {}
    for entity in entities:
        at = entity.first
        taken[at] = taken.get(at, 0) + 1
        ids[entity.order] = f"{document.id}:s{at}" + (f".{taken[at]}" if taken[at] > 1 else "")
    return ids


def _speaker(document: Document, story: Story, entity: Entity, ids: dict[int, str]) -> Speaker:
    body = story.bodies.get(entity.order)
    return Speaker(
        id=ids[entity.order],
        name=entity.name,
        kind=KINDS.get(entity.kind) or KINDS_OF_BODIES.get(entity.what, "organisation"),
        anonymous=entity.anonymous,
        what=entity.what or None if entity.anonymous else None,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
        role=entity.role or None,
        affiliation=ids.get(body.order) if body else None,
        members=tuple(ids[member] for member in entity.members if member in ids),
        mentions=tuple(Span.of(document.text, a, b) for a, b in sorted(entity.spans)),
    )


def attribution_id(document: Document, finding: Finding) -> str:
    """An attribution's id: its document and where its cue, or its quotation, begins."""
    return f"{document.id}:{'a' if finding.cue else 'q'}{finding.anchor}"


def _attribution(document: Document, story: Story, i: int, ids: dict[int, str]) -> Attribution:
    finding, outcome, parent = story.findings[i], story.outcomes[i], story.findings[i].within
    return Attribution(
        id=attribution_id(document, finding),
        speaker=ids[outcome.speaker.order] if outcome.speaker else None,
        unresolved=tuple(ids[entity.order] for entity in outcome.unresolved),
        source=finding.source,
        cue=finding.cue,
        content=finding.content,
        quote=finding.quote,
        negated=finding.negated,
        within=None if parent is None else attribution_id(document, story.findings[parent]),
        chain=_chain(story, i, ids),
        addressee=_addressee(story, i, ids),
        medium=finding.medium,
        said_at=_said_at(document, story, finding),
        confidence=round(finding.confidence, 3),
        made_by=finding.made_by,
        why=_why(story, i),
    )


def _chain(story: Story, i: int, ids: dict[int, str]) -> tuple[str, ...]:
    """The speakers from the outermost relay to this one's own; an unnamed saying adds nothing."""
    chain: list[str] = []
    at: int | None = i
    while at is not None:
        speaker = story.outcomes[at].speaker
        if speaker is not None:
            chain.append(ids[speaker.order])
        at = story.findings[at].within
    return tuple(reversed(chain))


def _addressee(story: Story, i: int, ids: dict[int, str]) -> Addressee | None:
    span, entity = story.findings[i].addressee, story.addressed.get(i)
    if span is None:
        return None
    return Addressee(text=span.text, speaker=ids[entity.order] if entity else None)


def _said_at(document: Document, story: Story, finding: Finding) -> SaidAt | None:
    if finding.time is None:
        return None
    value = story.language.date(finding.time.text, document.published)
    return SaidAt(**finding.time.model_dump(), value=value)


def _why(story: Story, i: int) -> Why:
    """The steps that led here, and what else each of them considered."""
    finding, outcome = story.findings[i], story.outcomes[i]
    considered = (*finding.considered, *outcome.considered)
    return Why(
        steps=(*finding.steps, f"speaker: {outcome.why}"),
        considered=tuple(Candidate(what=what, weight=weight) for what, weight in considered),
    )
