"""Whom a speaker speaks for: the body that the words for it name."""

from __future__ import annotations

from collections.abc import Iterable

from claims.resolve.entities import Entity
from claims.resolve.story import Story

BODIES = ("body", "outlet")
OWNERS = (*BODIES, "other", "person")


def find_bodies(story: Story) -> dict[int, Entity]:
    """For the number of each speaker the body it belongs to, entered where it is not yet known."""
    found: dict[int, Entity] = {}
    for speaker in [o.speaker for o in story.outcomes if o.speaker is not None]:
        rows = _candidates(story, speaker)
        if len(rows) == 1:
            found[speaker.order] = rows[0]
        elif not rows and speaker.body and speaker.body.name and speaker.body.kind in BODIES:
            place = min((start for start, _ in speaker.spans), default=0)
            found[speaker.order] = story.register.enter(speaker.body, speaker.body.name, place)
    return found


def find_known_bodies(story: Story, entities: Iterable[Entity]) -> dict[int, Entity]:
    """For the numbers of those who need not speak the body they belong to, where it is known."""
    rows = {entity.order: _candidates(story, entity) for entity in entities}
    return {order: bodies[0] for order, bodies in rows.items() if len(bodies) == 1}


def _candidates(story: Story, speaker: Entity) -> list[Entity]:
    """The bodies that the words for a speaker can mean."""
    phrase = speaker.body
    if phrase is None or not phrase.name or phrase.kind not in OWNERS:
        return []
    rows = story.register.bodies(phrase) or story.register.named(phrase)
    return [row for row in rows if row is not speaker]
