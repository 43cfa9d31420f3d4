"""Words of report without a source: whose saying goes on, or whose sentence it is."""

from __future__ import annotations

from claims.model.text import Span
from claims.resolve.entities import Entity
from claims.resolve.naming import resolve_named, resolve_office
from claims.resolve.outcomes import CLAUSE_BEFORE, GOES_ON, OWN_SENTENCE, SURE, Outcome
from claims.resolve.story import Mention, Story
from claims.resolve.together import resolve_joint
from claims.resolve.unnamed import resolve_unnamed

NOBODY = Outcome(why="the text names no one who says it")
Found = tuple[Entity | None, str]


def resolve_elided(story: Story, i: int) -> Outcome:
    """The speaker of a finding that has no source of its own."""
    finding = story.findings[i]
    if _agentless(story, i):
        return NOBODY
    found, why = find_subject(story, i)
    if finding.subject is not None and why not in SURE:
        outcome = _of_phrase(story, i, finding.subject)
        if outcome is not None:
            return outcome
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
    mention = Mention(phrase, subject.text, subject.start)
    if phrase.kind in ("person", "body", "outlet") and phrase.name:
        return resolve_named(story, mention)
    if phrase.kind == "person":
        return resolve_office(story, mention)
    if phrase.kind == "unnamed":
        return resolve_unnamed(story, i, mention)
    if phrase.kind == "joint":
        return resolve_joint(story, mention)
    return None


# ---------------------------------------------------------------- what the text before tells
def find_subject(story: Story, i: int) -> Found:
    """Whose saying a finding without a source is, and why."""
    for look in (_in_sentence, _around, _before):
        found = look(story, i)
        if found[0] is not None:
            return found
    return None, ""


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
            return (new, CLAUSE_BEFORE) if new is not None and finding.cue else (speaker, GOES_ON)
    if finding.cue is None:
        return None, ""
    return scene.subject_between(low, finding.anchor), OWN_SENTENCE


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
