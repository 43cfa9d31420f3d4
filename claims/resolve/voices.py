"""Statements: the White House statement is the White House, and a statement is someone's."""

from __future__ import annotations

from claims.lang.base import Phrase
from claims.resolve.entities import Entity
from claims.resolve.mentions import resolve_mention
from claims.resolve.outcomes import Outcome
from claims.resolve.pronouns import resolve_pronoun
from claims.resolve.story import Mention, Story

MEDIA = "media"


def resolve_voice(story: Story, i: int, mention: Mention) -> Outcome:
    """白宫声明 is the White House; 声明 alone is the one whose statement was quoted last."""
    phrase, _, place = mention
    if phrase.body is not None:
        return _of_issuer(story, i, phrase.body, mention)
    if phrase.head in story.language.unowned and not phrase.back:
        return story.enter(mention, "said by no one in particular")
    author = _author(story, i, phrase, place)
    if author is not None:
        return story.follow(author, place, "the statement of the one whose words were quoted last")
    folded = story.language.fold(mention.written)
    same = next((e for e in reversed(story.entities) if folded in e.names), None)
    if same is not None:
        return story.join(same, mention, "the same words")
    return story.enter(mention, "a statement whose author is not named")


def _of_issuer(story: Story, i: int, issuer: Phrase, mention: Mention) -> Outcome:
    """The statement of someone whom its phrase tells, in whatever way."""
    if issuer.kind == "pronoun":
        return resolve_pronoun(story, i, issuer, mention.place)
    written = issuer.name or mention.written
    return resolve_mention(story, i, Mention(issuer, written, mention.place))


def _is_outlet(phrase: Phrase) -> bool:
    return phrase.kind == "outlet"


def _author(story: Story, i: int, phrase: Phrase, place: int) -> Entity | None:
    """Whose statement it is: who issued one last; of a report, the last who reports by trade."""
    if phrase.head in story.language.reports:
        told = [e for e in story.entities if e.kind == "outlet" or 0 <= e.reported < place]
        rows = [e for e in told if not e.anonymous or e.what == MEDIA]
        latest = story.register.latest(rows, place)
        mention = story.subject_before(i, _is_outlet, latest, place)
        return resolve_mention(story, i, mention).speaker if mention else latest
    voiced = [e for e in story.entities if 0 <= e.voiced < place]
    if voiced:
        return max(voiced, key=lambda e: e.voiced)
    return story.scene.body_before(place) or story.speaker_before(i)
