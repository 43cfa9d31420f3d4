"""Through whom words came: one line a hop, from the outlet to the origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from claims.model import Claim
from claims.query import Hop, Statement, find_origin
from claims.render.answers.parts import (
    HELD,
    draw_answer,
    name_party,
    note_party,
    write_held,
    write_speaker,
)
from claims.render.cells import clean, cut, wrap
from claims.render.grid import shorten
from claims.render.names import NOBODY, count, short_id

_FROM = " ← "
_DEEPEST = 6  # levels shown by indentation
_LINES = 4


def draw_chains(chains: Sequence[Statement], width: int, claim: Claim | None = None) -> Text:
    """Each chain in one line, then each hop with its words, and on whose word it rests.

    Where the chain of a claim is asked for, the claim stands at the end, not all of the content.
    """

    def draw(told: list[Statement], width: int) -> Iterable[Text]:
        return _draw_article(told, claim, width)

    sentence = _write_chain(chains[0]) if len(chains) == 1 else count(len(chains), "chain")
    return draw_answer([sentence], chains, lambda one: one.article, draw, width)


def _write_chain(one: Statement) -> str:
    names = [_mark(clean(hop.name), hop) for hop in one.hops[:-1] if hop.name]
    return _FROM.join([*names, _mark(write_speaker(one), one.hops[-1])])


def _mark(name: str, hop: Hop) -> str:
    """The name, and that this one does not hold what follows."""
    return f"{name} ({HELD[hop.held]})" if HELD[hop.held] else name


def _draw_article(chains: list[Statement], claim: Claim | None, width: int) -> Iterable[Text]:
    for number, one in enumerate(chains):
        if number:
            yield Text()
        if len(chains) > 1:
            yield from (Text(line, "bold") for line in wrap(_write_chain(one), width))
        yield from _draw_chain(one, claim.span.text if claim else one.text, width)


def _draw_chain(one: Statement, words: str, width: int) -> Iterator[Text]:
    for depth, hop in enumerate(one.hops):
        name = write_speaker(one) if hop is one.hops[-1] else clean(hop.name) or NOBODY
        yield from _draw_hop(hop, name, depth, width)
    indent = "  " * min(len(one.hops), _DEEPEST)
    for line in shorten(wrap(clean(words), width - len(indent)), _LINES, width - len(indent)):
        yield Text(indent + line)
    yield from (Text(line, "dim") for line in wrap(_judge(one), width))


def _draw_hop(hop: Hop, name: str, depth: int, width: int) -> Iterator[Text]:
    """The name and what is said of it; then the words of report, on the same line if they fit."""
    indent = f"{'  ' * (min(depth, _DEEPEST) - 1)}└ " if depth else ""
    cue = hop.cue.text if hop.cue else "" if hop.attribution else "prints it"
    told = (cue, HELD[hop.held], hop.medium, short_id(hop.attribution))
    said = " · ".join(filter(None, map(clean, told)))
    note = note_party(hop.speaker)
    room = width - len(indent)
    first = cut(name, room)
    note = cut(note, max(0, room - cell_len(first) - 2)) if note else ""
    line = Text.assemble((indent, "dim"), (first, "italic" if hop.anonymous else "bold"))
    line.append(f"  {note}" if note else "", "dim")
    if cell_len(line.plain) + cell_len(said) + 3 <= width:
        yield line.append(f" · {said}" if note else f"  {said}", "dim")
        return
    yield line
    below = " " * len(indent)
    yield from (Text(below + row, "dim") for row in wrap(said, width - len(below)))


def _judge(one: Statement) -> str:
    if mark := write_held(one):
        by = "" if " by " in mark else f" by {write_speaker(one)}"
        return f"{mark}{by}: it rests on the word of nobody here"
    origin = find_origin(one)
    if origin is None:
        return "no one is named on whose word it rests"
    if origin.anonymous:
        return f"rests on the word of {name_party(origin)}, who is not named"
    return f"rests on the word of {name_party(origin)}"
