"""The foot of a sheet: where the words stand, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from claims.render.diagram.sheet import Sheet, Source, Tally
from claims.render.diagram.signs import Words
from claims.render.diagram.style import Style
from claims.render.diagram.wording import Wording
from claims.render.diagram.wrapping import wrap

_MOST = 3  # articles told one by one
_ROWS = 2
_COLUMNS = 2  # in the height of type
_LEFT = {
    "matters": "matters",
    "claims": "claims",
    "disputes": "disputes_left",
    "conflicts": "conflicts_left",
}


def tell_foot(sheet: Sheet, wide: float, style: Style) -> list[Words]:
    """The lines of the foot, each at most so wide.

    >>> from claims.render.diagram.style import load_style
    >>> sheet = Sheet(lang="en", left_out=Tally(claims=3))
    >>> [line.text for line in tell_foot(sheet, 600, load_style())]
    ['Left out: 3 claims. Widen with --max, or narrow with --focus or --about.']
    """
    wording = Wording(lang=sheet.lang)
    told = [*_tell_sources(sheet.sources, wording), *_tell_left_out(sheet.left_out, wording)]
    columns = int(wide * _COLUMNS / style.type["small"])
    return [Words(line) for one in told for line in wrap(one, columns, _ROWS)]


def _tell_sources(sources: tuple[Source, ...], wording: Wording) -> Iterator[str]:
    for one in sources[:_MOST]:
        yield " · ".join(filter(None, (one.outlet, one.published, unquote(one.url)))) or one.title
    if len(sources) > _MOST:
        yield wording.count(len(sources) - _MOST, "more_articles")


def _tell_left_out(left: Tally, wording: Wording) -> Iterator[str]:
    counts = {key: getattr(left, field) for field, key in _LEFT.items()}
    parts = tuple(wording.count(number, key) for key, number in counts.items() if number)
    if parts:
        space = " " if wording.lang == "en" else ""
        told = wording.tell("left_out", what=wording.list(parts))
        yield f"{told}{space}{wording.tell('left_out_advice')}"
