"""Unnamed speakers, and phrases that point back: an official, the official, this ministry."""

from __future__ import annotations

from claims.lang.base import Phrase
from claims.resolve.entities import Entity
from claims.resolve.naming import holds, same_body
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story

GROUP = "group"
SPOKESPERSON = "spokesperson"
SAME_OUTLET = "the same outlet's unnamed source of that description"


def resolve_unnamed(story: Story, i: int, mention: Mention) -> Outcome:
    """One who speaks without a name: the one whom the first fitting rule finds, or a new one."""
    same = (e for e in story.register.of("unnamed") if mention.place in e.seen)
    here = next(same, None)
    if here is not None:
        return story.join(here, mention, "the one described there")
    if mention.phrase.new:
        found = _of_outlet(story, i, mention.phrase)
        if found is not None:
            return story.join(found, mention, SAME_OUTLET)
    else:
        for rule, why in RULES:
            found = rule(story, mention)
            if found is not None:
                return story.join(found, mention, why)
    return story.enter(mention, "an unnamed speaker")


def _of_outlet(story: Story, i: int, phrase: Phrase) -> Entity | None:
    """The one unnamed source of that description to whom the outlet around has spoken before."""
    if phrase.another or phrase.number != "one" or phrase.body is None:
        return None
    outlet = story.outlet(i)
    if not outlet:
        return None
    unnamed = story.register.of("unnamed")
    rows = [e for e in unnamed if e.through == outlet and alike(story, e, phrase)]
    return rows[0] if len(rows) == 1 else None


def _same_words(story: Story, mention: Mention) -> Entity | None:
    return story.register.unnamed(story.language.fold(mention.written))


def _kind_alone(story: Story, mention: Mention) -> Entity | None:
    """发言人 without a body: the last unnamed one whom that word fits."""
    phrase, written, place = mention
    if story.language.fold(written) != phrase.head:
        return None
    unnamed = story.register.of("unnamed")
    rows = [e for e in unnamed if alike(story, e, phrase) and _same_head(story, e, phrase.head)]
    latest = story.register.latest(rows, place)
    if latest is None or phrase.body is None or same_body(story, latest.body, phrase.body):
        return latest
    return None


def _same_spokesperson(story: Story, mention: Mention) -> Entity | None:
    """国务院发言人 after 美国国务院发言人: a body is taken to speak through one unnamed person."""
    phrase = mention.phrase
    if phrase.what != SPOKESPERSON or phrase.body is None or phrase.another:
        return None
    rows = [
        e
        for e in story.register.of("unnamed")
        if e.what == SPOKESPERSON and same_body(story, e.body, phrase.body)
    ]
    return rows[0] if len(rows) == 1 else None


def _named_holder(story: Story, mention: Mention) -> Entity | None:
    phrase = mention.phrase
    if not phrase.role or (phrase.what != SPOKESPERSON and phrase.body is None):
        return None
    rows = [e for e in story.register.of("person") if holds(story, e, phrase)]
    return rows[0] if len(rows) == 1 else None


RULES = (
    (_same_words, "the same words for one unnamed"),
    (_kind_alone, "the unnamed one of that kind seen last"),
    (_same_spokesperson, "the unnamed spokesperson of the same body"),
    (_named_holder, "the one named person of that role"),
)


# ---------------------------------------------------------------- pointing back
def point_back(story: Story, phrase: Phrase, place: int) -> Entity | None:
    """该官员, 这位乌克兰官员, 该部门: the last one of that kind that its words fit."""
    latest = story.register.latest
    if phrase.kind == "document":
        documents = story.register.of("document")
        rows = [e for e in documents if e.head == phrase.head or phrase.head in e.name]
        return latest(rows, place)
    if phrase.kind in ("body", "outlet"):
        bodies = story.register.of("body")
        if _is_told_apart(phrase):
            name = story.language.fold(phrase.name).lower()
            return latest([e for e in bodies if any(name in one for one in e.names)], place)
        rows = [e for e in bodies if _fits_body(story, e, phrase)]
        exact = [e for e in rows if phrase.head and _ends_in(e, phrase.head)]
        return latest(exact, place) or latest(rows, place)
    if phrase.what == GROUP and phrase.number == "one":
        found = _body_of_kind(story, phrase, place)
        if found is not None:
            return found
    people = story.register.of("person") + story.register.of("unnamed")
    rows = [e for e in people if alike(story, e, phrase)]
    rows = rows or [
        e
        for e in people
        if alike(story, e, phrase, loose=True) and not _is_another_trade(story, e, phrase)
    ]
    if "role" in _kinds(story, phrase):  # the minister is no official, where one is told of
        rows = [e for e in rows if _same_head(story, e, phrase.head)] or rows
    return latest([e for e in rows if e.heard] or rows, place)


def _is_told_apart(phrase: Phrase) -> bool:
    """Whether words for an authority say which of its kind it is: the economy ministry."""
    return phrase.what == "government" and " " in phrase.name


def _is_another_trade(story: Story, entity: Entity, phrase: Phrase) -> bool:
    """Whether a phrase names an office or trade, and the speaker has another: the contractor."""
    kinds = _kinds(story, phrase)
    named = "role" in kinds and "unnamed" not in kinds
    return named and bool(entity.role) and not _same_head(story, entity, phrase.head)


def _kinds(story: Story, phrase: Phrase) -> tuple[str, ...]:
    return story.language.lexicon.kinds.get(phrase.head, ())


def _body_of_kind(story: Story, phrase: Phrase, place: int) -> Entity | None:
    """这家人权组织: the last body told to be one, or else the last that has spoken."""
    bodies = [e for e in story.register.of("body") if e.kind != "outlet"]
    told = [e for e in bodies if any(phrase.head in form for form in e.forms)]
    countries = story.language.countries
    heard = [e for e in bodies if e.heard and e.sense not in countries]
    return story.register.latest(told, place) or story.register.latest(heard, place)


def _fits_body(story: Story, entity: Entity, phrase: Phrase) -> bool:
    if phrase.kind == "outlet" and entity.kind == "outlet":
        return True
    if phrase.what == "side":  # 署方: the body whose name ends in 署
        return _ends_in(entity, phrase.head)
    if phrase.head and (entity.head == phrase.head or _ends_in(entity, phrase.head)):
        return True
    bodies = phrase.kind == "body" and entity.kind != "outlet"
    if phrase.what and entity.what and entity.head and phrase.what != entity.what:
        return False  # the company is no union
    return bodies and entity.sense not in story.language.countries


def _ends_in(entity: Entity, head: str) -> bool:
    return any(name.endswith(head) for name in entity.names)


def alike(story: Story, entity: Entity, phrase: Phrase, loose: bool = False) -> bool:
    """Whether an unnamed phrase can mean this speaker: head, type, number, body."""
    if phrase.number != entity.number and not (loose and phrase.number == "one"):
        return False
    body = phrase.body
    if body and entity.body and not same_body(story, entity.body, body):
        return False
    if phrase.head and _same_head(story, entity, phrase.head):
        return True
    if entity.anonymous and phrase.what and phrase.what == entity.what:
        return True
    return loose and (not entity.anonymous or phrase.what in ("person", entity.what))


def _same_head(story: Story, entity: Entity, head: str) -> bool:
    """Whether two nouns are one, or the one ends in the other: 港务官员, 官员."""
    role = story.language.fold(entity.role).lower()
    if entity.head.endswith(head) or role.endswith(head):
        return True
    return bool(entity.head) and head.endswith(entity.head)
