"""The words that each edge rests on, as spans of the article."""

from __future__ import annotations

from claims.model import Attribution, Relation, Span, Speaker

_NEAR = 40  # characters after the words of report in which the one spoken to stands
NOWHERE = Span(start=0, end=0, text="")


def cover(spans: list[Span], text: str) -> Span:
    """The text from the first to the last of some spans; NOWHERE for none.

    >>> cover([Span(start=3, end=4, text="说"), Span(start=0, end=2, text="港口")], "港口方说")
    Span(start=0, end=4, text='港口方说')
    """
    if not spans:
        return NOWHERE
    return Span.of(text, min(one.start for one in spans), max(one.end for one in spans))


def find_saying(one: Attribution, text: str) -> Span:
    """Source and cue; the content of a quotation that stands alone."""
    told = [span for span in (one.source, one.cue) if span]
    return cover(told or list(one.content[:1]), text)


def find_whole(one: Attribution, text: str) -> Span:
    """All of an attribution: source, cue and content."""
    return cover([span for span in (one.source, one.cue, *one.content) if span], text)


def find_addressing(one: Attribution, text: str) -> Span:
    """The one spoken to, by or after the words of report; these, where it is not found."""
    saying = find_saying(one, text)
    words = one.addressee.text if one.addressee else ""
    start = text.find(words, saying.start, saying.end + _NEAR) if words else -1
    return Span.of(text, start, start + len(words)) if start >= 0 else saying


def find_belonging(one: Speaker, other: Speaker, text: str) -> Span:
    """The place where a speaker is called with the name of another, else where it stands first.

    Where that one stands nowhere, as a group whose name is only understood, the other one does.
    """
    names = (other.name, *other.aliases)
    told = [span for span in one.mentions if any(name in span.text for name in names)]
    for speaker in (one, other):
        told += [*speaker.mentions[:1], *_find_name(speaker, text)]
    return told[0] if told else NOWHERE


def _find_name(one: Speaker, text: str) -> list[Span]:
    """Where the name of a speaker stands first in the text, if it does."""
    start = text.find(one.name) if one.name else -1
    return [Span.of(text, start, start + len(one.name))] if start >= 0 else []


def find_resting(
    relation: Relation, origin: Attribution | None, claim: Span | None, text: str
) -> Span:
    """The words of dispute or support; where none are said, the words of the first end."""
    if relation.cue or claim:
        return relation.cue or claim or NOWHERE
    return cover(list(origin.content), text) if origin and origin.content else NOWHERE
