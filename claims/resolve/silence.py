"""Words of report without a source: whose saying goes on, or whose sentence it is."""

from __future__ import annotations

from claims.model.text import Span
from claims.resolve.entities import Entity
from claims.resolve.mentions import resolve_mention
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story

NOBODY = Outcome(why="the text names no one who says it")
Found = tuple[Entity | None, str]


def resolve_elided(story: Story, i: int) -> Outcome:
    """The speaker of a finding that has no source of its own."""
    finding = story.findings[i]
    if _agentless(story, i):
        return NOBODY
    found, why = _in_sentence(story, i)
    if found is None and finding.subject is not None:
        outcome = _of_phrase(story, i, finding.subject)
        if outcome is not None:
            return outcome
    for look in (_around, _before):
        if found is None:
            found, why = look(story, i)
    return NOBODY if found is None else story.follow(found, finding.anchor, why)


def _agentless(story: Story, i: int) -> bool:
    """被指, 据悉: words of report that say themselves that no one is named."""
    finding, language = story.findings[i], story.language
    if finding.passive or finding.sense in language.agentless:
        return True
    cue = language.fold(finding.cue.text) if finding.cue else ""
    return any(cue.startswith(word) for word in language.passives)


def _of_phrase(story: Story, i: int, subject: Span) -> Outcome | None:
    """The speaker that a sentence begins with, where no other word of report has it."""
    phrase = story.language.parse(subject.text)
    if phrase.kind not in ("person", "body", "outlet", "unnamed", "joint"):
        return None
    return resolve_mention(story, i, Mention(phrase, subject.text, subject.start))


# ---------------------------------------------------------------- what the text before tells
def _in_sentence(story: Story, i: int) -> Found:
    """The speaker of an earlier cue of this sentence, or a subject that stands in it since."""
    finding, scene = story.findings[i], story.scene
    low = _begin(story, i)
    for j in range(i - 1, -1, -1):
        other, speaker = story.findings[j], story.outcomes[j].speaker
        if other.anchor < low:
            break
        if other.within == finding.within and speaker is not None and other.cue:
            new = scene.subject_between(other.cue.end, finding.anchor, other.content)
            if new is not None and finding.cue:
                return new, "the subject of the clause before"
            return speaker, "goes on from the cue before it"
    if finding.cue is None:
        return None, ""
    return scene.subject_between(low, finding.anchor), "the subject of its sentence"


def _begin(story: Story, i: int) -> int:
    """Where the sentence of a finding begins, or the content that holds it."""
    finding = story.findings[i]
    begin = story.scene.start_of(finding.anchor)
    around = story.findings[finding.within].content if finding.within is not None else ()
    return max(begin, around[0].start) if around else begin


def _around(story: Story, i: int) -> Found:
    return story.speaker_around(i), "the speaker of the words around it"


def _before(story: Story, i: int) -> Found:
    """The speaker before in this paragraph; before a quotation standing alone, in any."""
    finding, j = story.findings[i], story.previous(i)
    if j is None:
        return None, ""
    if finding.cue is not None and story.findings[j].paragraph != finding.paragraph:
        return None, ""
    return story.outcomes[j].speaker, "goes on from the speaker before"
