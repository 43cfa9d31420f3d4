"""Names and offices: who is called so, and who holds an office named without its holder."""

from __future__ import annotations

from claims.lang.base import Phrase
from claims.resolve.entities import Entity
from claims.resolve.outcomes import Outcome
from claims.resolve.story import Mention, Story


# ---------------------------------------------------------------- before anyone is resolved
def enter_names(story: Story) -> None:
    """Enter everyone whom the text or a source names: a short name may come before the full."""
    people = story.scene.people()
    for name, start, _ in sorted(people, key=lambda found: _is_short(found[0])):
        _enter_name(story, name, start)
    for finding, phrase in zip(story.findings, story.phrases, strict=True):
        if phrase is None or finding.source is None:
            continue
        place = finding.source.start
        if phrase.kind in ("person", "outlet", "body") and phrase.name and not phrase.back:
            _enter_name(story, phrase, place)
            body = phrase.body
            if body and body.kind in ("body", "outlet") and body.aliases:
                _enter_name(story, body, place)
        for part in phrase.parts:
            if part.name:
                _enter_name(story, part, place)


def _is_short(phrase: Phrase) -> bool:
    """Whether a name is a family name with a word of courtesy: whose it is the full ones tell."""
    return any(len(alias) == 1 for alias in phrase.aliases)


def _enter_name(story: Story, phrase: Phrase, place: int) -> None:
    rows = _called(story, phrase)
    if len(rows) == 1:
        story.register.add(rows[0], phrase, phrase.name, place)
    elif not rows and (len(phrase.name) > 1 or phrase.kind != "person"):
        story.register.enter(phrase, phrase.name, place)


def _called(story: Story, phrase: Phrase) -> list[Entity]:
    """Those of its kind whom a name fits; a name in foreign letters alone tells no kind."""
    register = story.register
    if phrase.kind != "person":
        return register.bodies(phrase) or register.mistaken(phrase)
    foreign = phrase.name.isascii() and not phrase.role
    return register.named(phrase) or (register.bodies(phrase) if foreign else [])


# ---------------------------------------------------------------- names
def resolve_named(story: Story, mention: Mention) -> Outcome:
    """Someone called by name: the one of that name, or someone new."""
    phrase, _, place = mention
    rows = _best(story, phrase)
    if len(rows) == 1:
        return story.join(rows[0], mention, "the same name")
    if rows and phrase.kind == "person" and len(phrase.name) > 1:
        return Outcome(
            unresolved=tuple(rows),
            why="the name fits several equally well",
            considered=tuple((entity.name, 1.0) for entity in rows),
        )
    latest = story.register.latest(rows, place)
    if latest is not None:
        return story.join(latest, mention, "the body of that name seen last")
    same = _same_words(story, mention) if phrase.kind in ("document", "other") else None
    if same is not None:
        return story.join(same, mention, "the same words")
    return story.enter(mention, "a name")


def _best(story: Story, phrase: Phrase) -> list[Entity]:
    """Those whom a name fits; of several, those who bear exactly that name."""
    rows = _called(story, phrase)
    if not rows and phrase.kind == "person":
        rows = story.register.bodies(phrase)
    elif not rows and phrase.kind == "other":
        rows = story.register.named(phrase)
    if len(rows) > 1 and phrase.gender != "any":
        rows = [e for e in rows if e.gender in ("any", phrase.gender)] or rows
    if len(rows) > 1:
        name = story.language.fold(phrase.name).lower()
        return [e for e in rows if name in e.names] or rows
    return rows


def _same_words(story: Story, mention: Mention) -> Entity | None:
    """The last document or other thing called by these words, or by its kind alone (报告)."""
    folded, head = story.language.fold(mention.written), mention.phrase.head
    same = [e for e in story.entities if folded in e.names]
    if not same and folded == head:
        same = [e for e in story.entities if e.kind == "document" and e.head.endswith(head)]
    return same[-1] if same else None


# ---------------------------------------------------------------- offices
def resolve_office(story: Story, mention: Mention) -> Outcome:
    """美国总统: who holds the office, where the article says so."""
    phrase, _, place = mention
    holder = _holder(story, phrase, place)
    if holder is not None:
        return story.join(holder, mention, "holds the office named")
    return story.enter(mention, "an office whose holder is not named")


def _holder(story: Story, phrase: Phrase, place: int) -> Entity | None:
    """The last before a place who holds an office, one called by name before others."""
    register = story.register
    people = [e for e in register.of("person") if holds(story, e, phrase)]
    people = people or _only_holder(story, phrase)
    named = [e for e in people if e.names]
    latest = register.latest(named, place)
    if latest is None:
        unnamed = [e for e in register.of("unnamed") if holds(story, e, phrase)]
        latest = register.latest(people + unnamed, place)
    return named[0] if latest is None and len(named) == 1 else latest


def _only_holder(story: Story, phrase: Phrase) -> list[Entity]:
    """The one person named with an office, where no body is told with the name: Mayor Ann Lee."""
    bare = [
        e
        for e in story.register.of("person")
        if e.names and e.role and _same_office(story, e, phrase)
    ]
    return bare if len(bare) == 1 and bare[0].body is None and phrase.body is not None else []


def _same_office(story: Story, entity: Entity, phrase: Phrase) -> bool:
    fold = story.language.fold
    return fold(entity.role).lower() == fold(phrase.role).lower()


def holds(story: Story, entity: Entity, phrase: Phrase) -> bool:
    """Whether a speaker holds the office of a phrase, in the body that it names."""
    if not entity.role:
        return False
    fold = story.language.fold
    held, called = fold(entity.role).lower(), fold(phrase.role).lower()
    if not (held.endswith(called) or called.endswith(held)):
        return False
    return phrase.body is None or same_body(story, entity.body, phrase.body)


def same_body(story: Story, one: Phrase | None, other: Phrase | None) -> bool:
    """Whether two phrases mean one body: the same sense, or the one name inside the other."""
    if one is None or other is None:
        return one is other
    a, b = story.register.sense_of(one), story.register.sense_of(other)
    if a and b:
        return a == b
    x, y = story.language.fold(one.name), story.language.fold(other.name)
    return bool(x and y) and (x in y or y in x)
