"""Pronouns: whom he, she, it, they and I mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claims.lang.base import Phrase
from claims.resolve.entities import Entity
from claims.resolve.mentions import resolve_mention
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story
from claims.resolve.together import resolve_joint

# How much a mention speaks for a person as what a pronoun means; found on the training articles.
FADE = 0.5  # what is left of it a sentence later
REACH = 8  # sentences
SPOKE, SPOKE_ELSEWHERE = 1.0, 0.6  # as a speaker at the same depth of nesting, at another
SUBJECT, NAMED = 0.95, 0.3  # as the subject of a clause, elsewhere in it
TOLD = 0.3  # and of that where another speaks of them
QUOTER_FIRST, QUOTER = 1.3, 0.9  # as the one whose words hold the pronoun, at their head or later
AGAIN = 1.1  # as one who has been a source more than once
RIVAL = 0.98  # of the best weight: as good as the best
SHOWN = 3  # of those not taken

CALLED = ("person", "body", "outlet")  # phrases that call someone by name
RELATIVE = "relative"  # the sense of a pronoun that means the one right before it: who, which
LONGEST_BEFORE = 60  # characters from the name of that one

Ranked = list[tuple[Entity, float]]


def resolve_pronoun(story: Story, i: int, phrase: Phrase, place: int) -> Outcome:
    """The one whom a pronoun means; nobody where several are equally good."""
    if phrase.person == 1:
        return _first_person(story, i, phrase, place)
    before = next(story.scene.back_from(place, 0), None) if phrase.sense == RELATIVE else None
    if (
        before is not None
        and place - before.place < LONGEST_BEFORE
        and (before.entity.kind == "person" or phrase.gender == "n")
    ):
        mention = Mention(phrase, "", place)
        return story.join(before.entity, mention, "the one named right before it")
    if phrase.sense == RELATIVE and (right := _right_before(story, i, place)) is not None:
        return resolve_mention(story, i, right)
    if phrase.number == "many" or phrase.sense in ("pair", "counterpart"):
        return _plural(story, i, phrase, place)
    if phrase.gender == "n":
        return _neuter(story, phrase, place)
    ranked = rank_antecedents(story, i, place, phrase.gender)
    if not ranked:
        return Outcome(why="no one the pronoun can mean")
    best, weight = ranked[0]
    equal = tuple(entity for entity, other in ranked if other >= RIVAL * weight)
    if len(equal) > 1:
        why = "several are equally good"
        return Outcome(unresolved=equal, why=why, considered=_shown(ranked, weight))
    why = "the pronoun means the person in focus"
    story.register.add(best, phrase, "", place)
    return Outcome(best, why=why, considered=_shown(ranked[1:], weight))


def _right_before(story: Story, i: int, place: int) -> Mention | None:
    """The one described right before a relative pronoun: two engineers,|who."""
    for span in story.findings[i].subjects:
        between = story.scene.text[span.end : place].rstrip(", ")
        if span.end <= place and len(between) < LONGEST_BEFORE and "," not in between:
            written = story.scene.written[span.start : place].rstrip(", ")
            return Mention(story.language.parse(written), written, span.start)
    return None


def _shown(ranked: Ranked, best: float) -> tuple[tuple[str, float], ...]:
    """The likeliest of those not taken, weighed against the best."""
    return tuple((entity.name, round(weight / best, 2)) for entity, weight in ranked[:SHOWN])


def _first_person(story: Story, i: int, phrase: Phrase, place: int) -> Outcome:
    speaker = story.quoter(i) or story.speaker_around(i) or story.speaker_before(i)
    if speaker is None:
        return Outcome(why="no one is quoted")
    one = phrase.number == "one"
    why = "the one whose words are quoted" if one else "we: the one whose words are quoted"
    return story.join(speaker, Mention(phrase, "", place), why)


def _plural(story: Story, i: int, phrase: Phrase, place: int) -> Outcome:
    """They: the group seen last, one that has spoken before others; or the speaker before."""
    if phrase.sense == "counterpart":
        told, other = _addressed(story, i), _other(story, i)
        if told is not None:
            return resolve_mention(story, i, told)
        if other is not None:
            return story.join(other, Mention(phrase, "", place), "the other one of two who speak")
    latest = story.register.latest
    groups = [e for e in story.entities if e.number == "many" or e.kind == "group"]
    found = latest([e for e in groups if e.heard], place) or latest(groups, place)
    if found is None and phrase.sense == "pair":
        return resolve_joint(story, Mention(phrase, phrase.name, place))
    mention = story.subject_before(i, _is_group, found, place) if phrase.sense != "pair" else None
    if mention is not None:
        return resolve_mention(story, i, mention)
    found = found or story.speaker_around(i) or story.speaker_before(i)
    if found is None:
        return Outcome(why="no group they can mean")
    return story.join(found, Mention(phrase, "", place), "the group seen last")


def _addressed(story: Story, i: int) -> Mention | None:
    """The one spoken to by the words of report before, in this sentence or the one before it.

    One called by name: reporters are told, and are no counterpart.
    """
    here = story.scene.sentence(story.place(i))
    for j in range(i - 1, -1, -1):
        span = story.findings[j].addressee
        if here - story.scene.sentence(story.findings[j].anchor) > 1:
            return None
        if span is not None:
            phrase = story.language.parse(span.text)
            named = phrase.kind in CALLED and phrase.name
            return Mention(phrase, span.text, span.start) if named else None
    return None


def _other(story: Story, i: int) -> Entity | None:
    """The one who has spoken before the last speaker."""
    last = story.speaker_before(i)
    found = (story.outcomes[j].speaker for j in range(i - 1, -1, -1))
    return next((one for one in found if one is not None and one is not last), None)


def _is_group(phrase: Phrase) -> bool:
    return phrase.number == "many" and phrase.kind in ("unnamed", "joint")


def _neuter(story: Story, phrase: Phrase, place: int) -> Outcome:
    things = story.register.of("body") + story.register.of("document")
    found = story.register.latest(things, place)
    if found is None:
        return Outcome(why="nothing it can mean")
    return story.join(found, Mention(phrase, "", place), "the body seen last")


# ---------------------------------------------------------------- people in focus
Vote = tuple[Entity, int, float]  # who, where, and how much it counts there


def rank_antecedents(story: Story, i: int, place: int, gender: str) -> Ranked:
    """The people whom a pronoun can mean, the likeliest first."""
    scene, weights = story.scene, dict[int, float]()
    here = scene.sentence(place)
    barred = _speaks_directly(story, i)
    for entity, at, power in chain(
        _speakers(story, i, place), _seen(story, place), _quoter(story, i, place)
    ):
        if not entity.personal or entity is barred:
            continue
        if gender != "any" and entity.gender not in ("any", gender):
            continue
        weight = (
            (AGAIN if len(entity.spans) > 1 else 1.0) * power * FADE ** (here - scene.sentence(at))
        )
        weights[entity.order] = max(weights.get(entity.order, 0.0), weight)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [(story.entities[order], weight) for order, weight in ranked]


def _speaks_directly(story: Story, i: int) -> Entity | None:
    """The one whose direct words are around: he says I of himself, and he of another."""
    parent = story.findings[i].within
    if parent is None or story.findings[parent].quote != "direct":
        return None
    return story.outcomes[parent].speaker


def _speakers(story: Story, i: int, place: int) -> Iterator[Vote]:
    """The speakers of the findings before."""
    here, depth = story.scene.sentence(place), story.findings[i].within
    for j in range(i - 1, -1, -1):
        if here - story.scene.sentence(story.farthest[j]) > REACH:
            return
        speaker, at = story.outcomes[j].speaker, story.place(j)
        if speaker is None or at >= place or here - story.scene.sentence(at) > REACH:
            continue
        end = max((span.end - 1 for span in story.findings[j].content), default=at)
        at = max(at, min(end, place - 1))  # who speaks stays in focus to the end of the words
        yield speaker, at, SPOKE if story.findings[j].within == depth else SPOKE_ELSEWHERE


def _seen(story: Story, place: int) -> Iterator[Vote]:
    """Those seen by name before."""
    here = story.content_at(place)
    for sight in story.scene.back_from(place, REACH):
        inside = story.content_at(sight.place)
        told = inside is not None and inside != here
        power = SUBJECT if story.scene.opens(sight) else NAMED
        yield sight.entity, sight.place, power * TOLD if told else power


def _quoter(story: Story, i: int, place: int) -> Iterator[Vote]:
    """The one whose words hold the pronoun."""
    parent = story.findings[i].within
    speaker = story.outcomes[parent].speaker if parent is not None else None
    if parent is None or speaker is None:
        return
    content = story.findings[parent].content
    begins = bool(content) and place - content[0].start < 2
    yield speaker, place - 1, QUOTER_FIRST if begins else QUOTER
