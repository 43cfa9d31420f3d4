"""Several who speak together: named one by one, or as a pair."""

from __future__ import annotations

from claims.resolve.naming import resolve_named
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story


def resolve_joint(story: Story, mention: Mention) -> Outcome:
    """A and B, or 两国领导人: the group of these members, known or new."""
    members = _members(story, mention)
    folded = story.language.fold(mention.written)
    for entity in story.register.of("group"):
        if (members and entity.members == members) or folded in entity.forms:
            return story.join(entity, mention, "the same speakers together")
    outcome = story.enter(mention, "several who speak together")
    if outcome.speaker is not None:
        outcome.speaker.members = members
    return outcome


def _members(story: Story, mention: Mention) -> tuple[int, ...]:
    """The numbers of those who speak together; for a pair without names the two seen last."""
    phrase, _, place = mention
    if not phrase.parts:
        return story.scene.pair_before(place, people=bool(phrase.head))
    found = [resolve_named(story, Mention(part, part.name, place)) for part in phrase.parts]
    return tuple(sorted({one.speaker.order for one in found if one.speaker is not None}))
