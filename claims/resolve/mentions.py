"""A phrase that names or describes a speaker, by the kind of phrase it is."""

from __future__ import annotations

from claims.resolve.naming import resolve_named, resolve_office
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story
from claims.resolve.together import resolve_joint
from claims.resolve.unnamed import point_back, resolve_unnamed


def resolve_mention(story: Story, i: int, mention: Mention) -> Outcome:
    """One named before, those who speak together, one unnamed, an office, or a name."""
    phrase = mention.phrase
    if phrase.back and phrase.kind != "joint":
        found = point_back(story, phrase, mention.place)
        if found is not None:
            return story.join(found, mention, "points back to the last one of its kind")
    if phrase.kind == "joint":
        return resolve_joint(story, mention)
    if phrase.kind == "unnamed":
        return resolve_unnamed(story, i, mention)
    if phrase.kind == "person" and not phrase.name:
        return resolve_office(story, mention)
    return resolve_named(story, mention)
