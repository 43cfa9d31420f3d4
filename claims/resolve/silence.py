"""Words of report without a source: whose saying goes on, or whose sentence it is."""

from __future__ import annotations

from claims.resolve.entities import Entity
from claims.resolve.mentions import resolve_mention
from claims.resolve.outcomes import Outcome
from claims.resolve.pronouns import resolve_pronoun
from claims.resolve.story import Mention, Story

NOBODY = Outcome(why="the text names no one who says it")
SPEAKERS = ("person", "body", "outlet", "unnamed", "joint")
Found = tuple[Entity | None, str]


def resolve_elided(story: Story, i: int) -> Outcome:
    """The speaker of a finding that has no source of its own."""
    if _agentless(story, i):
        return NOBODY
    found, why = _cue_before(story, i)
    if found is None:
        outcome = _of_subject(story, i)
        if outcome is not None:
            return outcome
    for look in (_in_sentence, _around, _before):
        if found is None:
            found, why = look(story, i)
    return NOBODY if found is None else story.follow(found, story.findings[i].anchor, why)


def _agentless(story: Story, i: int) -> bool:
    """被指, 据悉: words of report that say themselves that no one is named."""
    finding, language = story.findings[i], story.language
    if finding.passive or finding.sense in language.agentless:
        return True
    cue = language.fold(finding.cue.text) if finding.cue else ""
    return language.passive("", cue)


def _of_subject(story: Story, i: int) -> Outcome | None:
    """The speaker with whom a clause of the sentence begins, the nearest one."""
    subject = next(iter(story.findings[i].subjects), None)
    if subject is None or subject.start < _begin(story, i):
        return None
    phrase = story.language.parse(subject.text)
    if phrase.kind == "pronoun":
        outcome = resolve_pronoun(story, i, phrase, subject.start)
        return outcome if outcome.speaker is not None else None
    if phrase.kind not in SPEAKERS:
        return None
    return resolve_mention(story, i, Mention(phrase, subject.text, subject.start))


# ---------------------------------------------------------------- what the text before tells
def _cue_before(story: Story, i: int) -> Found:
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
            return _cited(story, j) or speaker, "goes on from the cue before it"
    return None, ""


def _cited(story: Story, j: int) -> Entity | None:
    """The one whom an outlet cites with words of report of its own: 甲报引述乙表示|…，并敦促…."""
    other = story.findings[j]
    if other.sense in story.language.reporting:
        return None  # 引述乙报道: the paper's own words
    for k in story.spoken.get(j, []):
        inner = story.findings[k]
        if inner.sense in story.language.citing and inner.content == other.content:
            return story.outcomes[k].speaker
    return None


def _in_sentence(story: Story, i: int) -> Found:
    """A known speaker who is the subject of a clause of this sentence."""
    finding = story.findings[i]
    if finding.cue is None:
        return None, ""
    low = _begin(story, i)
    return story.scene.subject_between(low, finding.anchor), "the subject of its sentence"


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
