"""The one spoken to, where the words for it name a speaker of the article or an outlet."""

from __future__ import annotations

from claims.model.text import Span
from claims.resolve.entities import Entity
from claims.resolve.story import Story


def find_addressed(story: Story) -> dict[int, Entity]:
    """For a finding's index the one it is said to; pronouns and unnamed ones are left out."""
    found = {
        i: _addressed(story, finding.addressee)
        for i, finding in enumerate(story.findings)
        if finding.addressee is not None
    }
    return {i: entity for i, entity in found.items() if entity is not None}


def _addressed(story: Story, span: Span) -> Entity | None:
    phrase, register = story.language.parse(span.text), story.register
    if phrase.kind not in ("person", "body", "outlet") or not phrase.name or phrase.back:
        return None
    rows = register.named(phrase) if phrase.kind == "person" else register.bodies(phrase)
    if not rows and phrase.kind == "outlet":
        return register.enter(phrase, span.text, span.start)
    return rows[0] if len(rows) == 1 else None
