"""Words broken into lines of a width, by the rules of Chinese print.

Widths are columns: a Chinese character takes two. No line begins with a closing mark, none
ends with an opening one, and words in Latin letters and numbers stay whole; what is longer than
a line, as an address is, breaks behind one of its marks or else anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.render.cells import MORE
from claims.render.diagram.widths import measure

_CLOSING = "，。、；：？！”’）》〉」』】〕］｝…—～·％%,.;:?!)]}»"
_CLINGING = frozenset(_CLOSING + " ")
_OPENING = "“‘（《〈「『【〔［｛([{«"
_UNITS = re.compile(r"\s+|[0-9A-Za-z\u00c0-\u024f\u0370-\u052f'’_+&@/.,:-]+|.", re.DOTALL)
_QUOTES = re.compile(r"[“「『‘][^“”「」『』‘’]*[”」』’][、，,]?|[^“「『‘]+|.")
_JOINTS = "/.-_?&=#"  # in long words, behind which they may be broken
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]{3}")  # before and behind a hyphen that is added
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f'’-]+")
_SHORTEST = 3  # characters of a piece of a word before its hyphen
_EDGES = _CLOSING + _OPENING + " "
_MORE_WIDTH = 2
_MOST_HANGING = 2
_NOTHING = 0.001
_BETWEEN = " · "


def wrap(text: str, width: int, rows: int = 0) -> tuple[str, ...]:
    """The text in lines of at most `width` columns; `rows` lines at most, the last with ….

    >>> wrap("他说：“港口今日停航。”船队（三十艘）留港。", 12)
    ('他说：“港口', '今日停航。”', '船队（三十', '艘）留港。')
    >>> wrap("港口今日停航，船队留港", 8, 2)
    ('港口今日', '停航，…')
    """
    lines = [*_fill(list(_units(text)), width)]
    if rows and len(lines) > rows:
        return (*lines[: rows - 1], _shorten(lines[rows - 1], width))
    return tuple(lines)


def balance(text: str, width: int, rows: int = 0) -> tuple[str, ...]:
    """As `wrap`, with the lines as even as may be.

    >>> balance("弗拉基米尔·泽连斯基", 16), balance("anonymous official", 14)
    (('弗拉基米尔·', '泽连斯基'), ('anonymous', 'official'))
    """
    best = wrap(text, width, rows)
    words = (measure(unit.strip()) for unit in _units(text))
    longest = max((wide for wide in words if wide <= width), default=0)
    while len(best) > 1 and best[-1][-1:] != MORE and width - 1 >= longest:
        width -= 1
        narrower = wrap(text, width, rows)
        if len(narrower) != len(best) or narrower[-1][-1:] == MORE:
            return best
        best = narrower
    return best


def wrap_evenly(text: str, width: int, rows: int = 0, *, least: int = 5) -> tuple[str, ...]:
    """As `wrap`, but the last line has more than `least` columns, where that takes no more lines.

    >>> wrap("进攻可能“迫在眉睫”", 18), wrap_evenly("进攻可能“迫在眉睫”", 18)
    (('进攻可能“迫在眉', '睫”'), ('进攻可能“迫在', '眉睫”'))
    """
    lines = wrap(text, width, rows)
    for narrower in range(width - 1, 0, -1):
        if measure(lines[-1] if lines else "") > least or lines[-1].endswith(MORE):
            return lines
        fewer = wrap(text, narrower, rows)
        if len(fewer) != len(lines) or fewer[-1].endswith(MORE):
            return lines
        lines = fewer
    return lines


def wrap_facts(text: str, width: int, rows: int = 0) -> tuple[str, ...]:
    """Facts with a dot between them, as many to a line as fit; a line breaks between two.

    >>> wrap_facts("港务局 · 局长", 16), wrap_facts("匿名 · 官员 · 东港市港务局", 16)
    (('港务局 · 局长',), ('匿名 · 官员', '东港市港务局'))
    >>> wrap_facts("东港市海事监督管理局 · 局长", 16)
    ('东港市海事', '监督管理局', '局长')
    """
    lines: list[str] = []
    open_ended = False  # whether the last line has room for more facts
    for fact in text.split(_BETWEEN):
        if open_ended and measure(lines[-1] + _BETWEEN + fact) <= width:
            lines[-1] += _BETWEEN + fact
            continue
        told = balance(fact, width)
        lines, open_ended = [*lines, *told], len(told) == 1
    return tuple(lines) if not rows or len(lines) <= rows else balance(text, width, rows)


def wrap_quotes(text: str, width: int, rows: int = 0) -> tuple[str, ...]:
    """As `balance`, but what stands in quotation marks is broken only where it must be.

    >>> wrap_quotes("“停”对“明显可能停航”", 16), balance("“停”对“明显可能停航”", 16)
    (('“停”对', '“明显可能停航”'), ('“停”对“明', '显可能停航”'))
    """
    lines = [""]
    for piece in _QUOTES.findall(text):
        if lines[-1] and measure((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    told = [line.strip() for line in lines if line.strip()]
    if any(measure(line) > width for line in told) or (rows and len(told) > rows):
        return balance(text, width, rows)
    return tuple(told)


def _units(text: str) -> Iterator[str]:
    """Pieces that stay whole: a word, or a character with the marks and blanks that cling to it."""
    unit = ""
    for piece in _UNITS.findall(" ".join(text.split())):
        if piece in _CLINGING or unit.rstrip()[-1:] in _OPENING:
            unit += piece
            continue
        yield unit
        unit = piece
    yield unit


def _fill(units: list[str], width: int) -> Iterator[str]:
    line = ""
    for unit in units:
        if measure(line) + measure(unit.rstrip()) <= width + _NOTHING:
            line += unit
            continue
        if line.strip():
            yield line.strip()
        *whole, line = _split(unit.lstrip(), width)
        yield from whole
    if line.strip():
        yield line.strip()


def _split(unit: str, width: int) -> list[str]:
    """A unit longer than a line in pieces, none longer but for hanging marks; most are one piece.

    A word that is broken between two letters has a hyphen there.

    >>> _split("https://example.org/harbour/closed", 20), _split("administration", 8)
    (['https://example.org/', 'harbour/closed'], ['admini-', 'stration'])
    """
    pieces, start, word = [], 0, _WORD.fullmatch(unit.strip(_EDGES))
    while (end := _find_end(unit, start, width)) < len(unit):
        end = _find_break(unit, start, end)
        hyphen = ""
        if word and end - start > _SHORTEST and _LETTERS.match(unit, end - 2):
            end, hyphen = end - 1, "-"
        pieces.append(unit[start:end] + hyphen)
        start = end
    return [*pieces, unit[start:]]


def _find_end(unit: str, start: int, width: int) -> int:
    """How far a line reaches; never less than one character."""
    room = float(width)
    for end in range(start, len(unit)):
        room -= measure(unit[end])
        if room < -_NOTHING and end > start and not unit[end:].isspace():
            return end
    return len(unit)


def _find_break(unit: str, start: int, end: int) -> int:
    """Where a line ends that reaches no farther: in its second half behind a mark, if it can."""
    places = [place for place in range(end, start, -1) if unit[place] not in _CLOSING]
    late = (place for place in places if place - start > (end - start) // 2)
    behind = next((place for place in late if unit[place - 1] in _JOINTS), 0)
    apart = next((place for place in places if unit[place - 1] not in _OPENING), 0)
    return behind or apart or end + _count_hanging(unit[end:])


def _count_hanging(rest: str) -> int:
    """How many marks stand beyond the edge, for none may begin a line; too many do not."""
    marks = len(rest) - len(rest.lstrip(_CLOSING))
    return marks if marks <= _MOST_HANGING else 0


def _shorten(line: str, width: int) -> str:
    while line and measure(line) > width - _MORE_WIDTH:
        line = line[:-1]
    return line.rstrip(_OPENING + " ") + MORE
