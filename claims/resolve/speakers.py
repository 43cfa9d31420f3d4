"""Who speaks: each finding's source, or its missing source, joined to one speaker.

The order of work: enter every name, see where the named stand, then resolve one finding after
another, the one around it first; at last the bodies spoken for and those spoken to.
"""

from __future__ import annotations

from claims.find.finding import Finding
from claims.lang.base import Language
from claims.model.text import Document
from claims.resolve.addressees import find_addressed
from claims.resolve.affiliations import find_bodies, find_known_bodies
from claims.resolve.mentions import resolve_mention
from claims.resolve.naming import enter_names
from claims.resolve.outcomes import Outcome
from claims.resolve.pronouns import resolve_pronoun
from claims.resolve.silence import resolve_elided
from claims.resolve.story import Mention, Story
from claims.resolve.voices import resolve_voice


def resolve_findings(
    document: Document, language: Language, findings: tuple[Finding, ...]
) -> Story:
    """The story of an article with all its speakers, and for each finding which of them it is.

    >>> from claims.find import find_attributions
    >>> from claims.lang import load_language
    >>> zh, document = load_language("zh"), Document.of("外长林文昭说，会谈已结束。", lang="zh")
    >>> story = resolve_findings(document, zh, find_attributions(document, zh))
    >>> [(one.speaker.name, one.why) for one in story.outcomes]
    [('林文昭', 'the same name')]
    """
    story = Story.of(document, language, findings)
    enter_names(story)
    story.scene.index(story.entities)
    for i in _in_order(findings):
        story.settle(i, _resolve(story, i))
    story.bodies = find_bodies(story)
    story.addressed = find_addressed(story)
    story.bodies = find_known_bodies(story, story.addressed.values()) | story.bodies
    return story


def _in_order(findings: tuple[Finding, ...]) -> list[int]:
    """The findings as they stand in the text, each after the one around it."""
    done: dict[int, None] = {}
    for i in range(len(findings)):
        path: list[int] = []
        at: int | None = i
        while at is not None and at not in done and at not in path:
            path.append(at)
            at = findings[at].within
        done.update(dict.fromkeys(reversed(path)))
    return list(done)


def _resolve(story: Story, i: int) -> Outcome:
    finding, phrase = story.findings[i], story.phrases[i]
    if phrase is None or finding.source is None:
        return resolve_elided(story, i)
    mention = Mention(phrase, finding.source.text, finding.source.start)
    if phrase.kind == "pronoun":
        return resolve_pronoun(story, i, phrase, mention.place)
    if phrase.kind == "voice":
        return resolve_voice(story, i, mention)
    return resolve_mention(story, i, mention)
