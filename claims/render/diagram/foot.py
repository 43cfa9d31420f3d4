"""The foot of a sheet: where the words stand, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.render.cells import read_address
from claims.render.diagram.halves import halve
from claims.render.diagram.narrowing import tell_tally
from claims.render.diagram.sheet import Sheet, Source
from claims.render.diagram.signs import Words
from claims.render.diagram.style import Style
from claims.render.diagram.wording import Wording
from claims.render.diagram.wrapping import wrap

_MOST = 12  # lines of articles, one below the other,
_FEWER = 6  # and where the picture is of all together
_FEW = 3  # articles that need no second column
_ROWS = 2
_SECONDS = re.compile(r"(?<=\d\d:\d\d):\d\d(\.\d+)?")

Lines = list[str]


def tell_foot(sheet: Sheet, wide: float, style: Style) -> list[Words]:
    """The lines of the foot below the articles, each at most so wide.

    >>> from claims.render.diagram.sheet import Tally
    >>> from claims.render.diagram.style import load_style
    >>> sheet = Sheet(lang="en", left_out=Tally(claims=3))
    >>> [line.text for line in tell_foot(sheet, 600, load_style())]
    ['Left out: 3 claims. Widen with --max, or narrow with --focus or --about.']
    """
    columns = style.count_columns(wide, "small")
    told = filter(None, (sheet.narrowed, _tell_left_out(sheet), _tell_beyond(sheet)))
    return [Words(line) for one in told for line in wrap(one, columns, _ROWS)]


def tell_sources(sheet: Sheet, wide: float, style: Style) -> list[list[Words]]:
    """Outlet, date and address of each article, in one column or two; what is too much, counted.

    Each of two columns is half as `wide`, but for the gap between them.
    """
    told = [_tell_source(one) for one in sheet.sources]
    found = _stack(told, style.count_columns(wide, "small"))
    columns: list[Sequence[Lines]] = [found]
    if len(told) > _FEW:
        halves = _stack(told, style.count_columns(wide / 2 - style.gaps["gutter"], "small"))
        columns = min(columns, halve(halves, len), key=_measure)
    most = _FEWER if sheet.kind == "matters" else _MOST
    kept = [_keep(lines, most) for lines in columns]
    missing = len(told) - sum(map(len, kept))
    lines = [[line for one in several for line in one] for several in kept]
    if missing:
        lines[-1].append(Wording(lang=sheet.lang).count(missing, "more_articles"))
    return [[Words(line) for line in several] for several in lines if several]


def _stack(told: Iterable[str], columns: int) -> list[Lines]:
    return [list(wrap(one, columns, _ROWS)) for one in told]


def _measure(columns: Sequence[Sequence[Lines]]) -> int:
    return max(sum(map(len, one)) for one in columns)


def _keep(articles: Sequence[Lines], most: int) -> list[Lines]:
    """As many articles as there are lines for."""
    kept: list[Lines] = []
    for one in articles:
        if sum(map(len, kept)) + len(one) > most:
            break
        kept.append(one)
    return kept


def _tell_source(one: Source) -> str:
    date = _SECONDS.sub("", one.published)
    return " · ".join(filter(None, (one.outlet, date, read_address(one.url)))) or one.title


def _tell_left_out(sheet: Sheet) -> str:
    """What there was no room for."""
    wording = Wording(lang=sheet.lang)
    what = tell_tally(sheet.left_out - sheet.aside, wording)
    if not what:
        return ""
    advice = "matters_advice" if sheet.kind == "matters" else "left_out_advice"
    told = (wording.tell("left_out", what=what), wording.tell(advice))
    return (" " if wording.lang == "en" else "").join(told)


def _tell_beyond(sheet: Sheet) -> str:
    """What stands between two articles, and how to see it."""
    wording = Wording(lang=sheet.lang)
    return wording.count(sheet.beyond, "beyond") if sheet.beyond else ""
