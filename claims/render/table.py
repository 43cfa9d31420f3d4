"""The table of an article: one row an attribution, what is nested under what it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from claims.model import Attribution, Dossier, Speaker
from claims.render.cells import clean, cut, pad
from claims.render.names import (
    NOBODY,
    count,
    index_speakers,
    short_id,
    shorten_relays,
    write_anonymous,
    write_chain,
    write_headline,
    write_origin,
)

_GAP = "  "
_DEEPEST = 4  # levels shown by indentation
_NOTHING = "–"


class Row(NamedTuple):
    """One attribution in words."""

    id: str
    indent: str
    relays: str
    speaker: str
    cue: str
    content: str
    under_speaker: str
    under_content: str


class Widths(NamedTuple):
    """How wide each column is."""

    id: int
    speaker: int
    cue: int
    content: int


def draw_article(dossier: Dossier, width: int) -> Text:
    """The headline and the table of one article, each line within `width` columns.

    >>> from claims.model import Document
    >>> page = Document.of("港口今日停航。", lang="zh", title="停航", outlet="东港日报")
    >>> print(draw_article(Dossier(document=page), 60).plain)
    停航
    东港日报 · 0 attributions · 0 speakers · ...
    <BLANKLINE>
      no attributions found
    """
    lines = [*_draw_head(dossier, width), Text()]
    rows = [_write_row(one, depth, dossier) for one, depth in _order(dossier)]
    if rows:
        widths = _measure(rows, width)
        lines += [_draw_titles(widths), *(line for row in rows for line in _draw_row(row, widths))]
    else:
        lines.append(Text("  no attributions found", style="dim"))
    return Text("\n").join(lines)


def _draw_head(dossier: Dossier, width: int) -> Iterator[Text]:
    yield Text(cut(write_headline(dossier), width), style="bold")
    facts = (
        write_origin(dossier),
        count(len(dossier.attributions), "attribution"),
        count(len(dossier.speakers), "speaker"),
        dossier.document.id,
    )
    yield Text(cut(" · ".join(filter(None, facts)), width), style="dim")


def _order(dossier: Dossier) -> Iterator[tuple[Attribution, int]]:
    """The attributions as they stand in the text, each followed by those inside it."""
    inside: dict[str | None, list[Attribution]] = defaultdict(list)
    ids = {one.id for one in dossier.attributions}
    for one in sorted(dossier.attributions, key=_place):
        inside[one.within if one.within in ids else None].append(one)

    def walk(parent: str | None, depth: int) -> Iterator[tuple[Attribution, int]]:
        for one in inside[parent]:
            yield one, depth
            yield from walk(one.id, depth + 1)

    return walk(None, 0)


def _place(one: Attribution) -> int:
    spans = [span for span in (one.source, one.cue, *one.content) if span]
    return min((span.start for span in spans), default=0)


def _write_row(one: Attribution, depth: int, dossier: Dossier) -> Row:
    speakers = index_speakers(dossier)
    relays, speaker = write_chain(one, speakers)
    return Row(
        id=short_id(one.id),
        indent=f"{'  ' * (min(depth, _DEEPEST) - 1)}└ " if depth else "",
        relays=relays,
        speaker=speaker,
        cue=clean(one.cue.text) if one.cue else _NOTHING,
        content=" … ".join(clean(span.text) for span in one.content) or _NOTHING,
        under_speaker=write_anonymous(speakers.get(one.speaker or "")),
        under_content=" · ".join(_write_notes(one, speakers)),
    )


def _write_notes(one: Attribution, speakers: Mapping[str, Speaker]) -> Iterator[str]:
    if one.negated:
        yield "not said"
    if one.addressee:
        yield f"to {clean(one.addressee.text)}"
    if one.medium:
        yield clean(one.medium)
    if one.said_at:
        value = one.said_at.value
        yield clean(one.said_at.text) + (f" ({value})" if value else "")


def _measure(rows: list[Row], width: int) -> Widths:
    """The content gets what the others leave; they get no more than they need."""
    id = min(10, max(cell_len(row.id) for row in rows))
    cue = min(12, max(3, *(cell_len(row.cue) for row in rows)))
    under = max(len(row.indent) + cell_len(row.under_speaker) for row in rows)
    needed = max(7, under - len(_GAP) - cue, *map(_speaker_cells, rows))
    speaker = min(width * 3 // 10, needed)
    rest = width - id - speaker - cue - 3 * len(_GAP)
    return Widths(id, speaker, cue, max(10, rest))


def _speaker_cells(row: Row) -> int:
    return len(row.indent) + cell_len(row.relays) + cell_len(row.speaker)


def _draw_titles(widths: Widths) -> Text:
    titles = ("id", "speaker", "cue")
    cells = [pad(title, size) for title, size in zip(titles, widths, strict=False)]
    return Text(_GAP.join([*cells, "content"]), style="dim")


def _draw_row(row: Row, widths: Widths) -> Iterator[Text]:
    yield Text.assemble(
        (pad(cut(row.id, widths.id), widths.id), "dim"),
        _GAP,
        *_draw_speaker(row, widths.speaker),
        _GAP,
        (pad(cut(row.cue, widths.cue), widths.cue), "cyan"),
        _GAP,
        cut(row.content, widths.content),
    )
    if row.under_speaker or row.under_content:
        yield _draw_notes(row, widths)


def _draw_speaker(row: Row, width: int) -> Iterator[tuple[str, str]]:
    """The relays give way first: who speaks matters more than through whom."""
    free = width - len(row.indent)
    own = cut(row.speaker, free)
    relays = shorten_relays(row.relays, free - cell_len(own))
    yield row.indent, "dim"
    yield relays, "dim"
    style = "italic" if row.under_speaker else "" if row.speaker == NOBODY else "bold"
    yield pad(own, free - cell_len(relays)), style


def _draw_notes(row: Row, widths: Widths) -> Text:
    """What is small goes beneath: that the speaker is unnamed; medium and time."""
    room = widths.speaker + len(_GAP) + widths.cue
    left = cut(" " * len(row.indent) + row.under_speaker, room)
    right = cut(row.under_content, widths.content)
    line = _GAP.join([" " * widths.id, pad(left, room), right])
    return Text(line.rstrip(), style="dim")
