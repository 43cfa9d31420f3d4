"""An article as HTML: a line beneath for each report that words lie in, the cue bold.

What is marked leads to where it is listed; the numbers beside a cue lead to the disputes and
conflicts that it is part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from markupsafe import Markup

from claims.model import Frozen
from claims.query.answers import Statement
from claims.render.report.anchors import make_anchor, row_anchor, words_anchor
from claims.render.report.labels import Labels
from claims.render.report.page import Page, Places
from claims.render.report.quotation import write_chain
from claims.render.report.segments import Paragraph, Piece
from claims.render.report.tame import tame_text
from claims.render.report.telling import mark_held, name_held, name_statement, tells_held

_MOST = 3  # numbers of a kind beside a cue
_DEEPEST = 4  # lines beneath the words; what lies deeper shares the last one

_SAID = Markup('<span class="said {tone} d{depth}"{more}>{inner}</span>')
_INNERMOST = Markup(' data-a="{ids}" title="{chain}"')
_CUE = Markup('<a class="{kind}" id="{id}" href="#{row}" aria-label="{label}">{text}</a>')
_CUE_ON = Markup('<b class="cue">{text}</b>')
_LONE = Markup('<a class="lone" id="{id}" href="#{row}" title="{label}">{text}</a>')
_PLACE = Markup('<span id="{id}"></span>')
_ASIDE = Markup('<span class="aside">{text}</span>')
_FLAG = Markup('<span class="flag {kind}">{label} {numbers}</span>')
_HELD = Markup('<span class="flag is-held">{mark}</span>')
_NUMBER = Markup('<a href="#{anchor}">{n}</a>')


class Marks(Frozen):
    """What is known of the attributions that lie over the words of an article."""

    statements: dict[str, Statement]
    tones: dict[str, int]
    page: Page
    labels: Labels


def gather_marks(page: Page, labels: Labels) -> Marks:
    """The marks for all articles of a page."""
    return Marks(
        statements={one.id: one for one in page.statements},
        tones={id: tone for story in page.stories for id, tone in story.tones.items()},
        page=page,
        labels=labels,
    )


def draw_paragraph(paragraph: Paragraph, marks: Marks) -> Markup:
    """A paragraph with every attribution marked; numbers stand behind the words of report."""
    drawn, waiting = [], []
    for piece, after in zip_longest(paragraph, paragraph[1:]):
        drawn.append(_draw_piece(piece, marks))
        waiting += [id for id in piece.cues if id not in waiting]
        if after is None or not after.cues:
            drawn += [_draw_all_flags(id, marks) for id in waiting]
            waiting = []
    return Markup("").join(drawn)


def write_tone(one: Statement | None, tones: Mapping[str, int]) -> str:
    """The classes of a speaker's line: its tone, and that it is dashed for one not named."""
    speaker = one.speaker if one else None
    if speaker is None:
        return "t0"
    return f"t{tones.get(speaker.id, 0)}" + " anon" * speaker.anonymous


def draw_flags(id: str, marks: Marks) -> Markup:
    """The numbers of the disputes and conflicts that an attribution is part of, as links."""
    page, labels = marks.page, marks.labels
    flags = [
        _draw_flag(page.disputing, id, labels.write("flag_disputing"), "is-dispute", labels),
        _draw_flag(page.disputed, id, labels.write("flag_disputed"), "is-dispute", labels),
        _draw_flag(page.perhaps, id, labels.write("flag_perhaps"), "is-dispute", labels),
        _draw_flag(page.conflicting, id, labels.term("conflict"), "is-conflict", labels),
    ]
    return Markup("").join(flags)


def _draw_flag(places: Places, id: str, label: str, kind: str, labels: Labels) -> Markup:
    here = places.get(id, ())
    if not here:
        return Markup()
    numbers = [_NUMBER.format(anchor=one.anchor, n=one.number) for one in here[:_MOST]]
    more = len(here) - len(numbers)
    rest = [labels.write("flag_more", n=more)] if more else []
    return _FLAG.format(kind=kind, label=label, numbers=Markup(" ").join([*numbers, *rest]))


def _draw_all_flags(id: str, marks: Marks) -> Markup:
    """In the text the word also stands for words that are not the speaker's own claim."""
    one = marks.statements.get(id)
    told = one is None or tells_held(one, marks.labels)
    mark = tame_text(mark_held(one, marks.labels)) if one and not told else ""
    held = _HELD.format(mark=mark) if mark else Markup()
    return held + draw_flags(id, marks)


def _draw_piece(piece: Piece, marks: Marks) -> Markup:
    inner = _draw_words(piece, marks)
    places = Markup("").join(_draw_places(piece, marks))
    for depth in range(len(piece.over), 0, -1):
        one = marks.statements.get(piece.over[depth - 1])
        innermost = depth == len(piece.over)
        inner = _SAID.format(
            tone=write_tone(one, marks.tones),
            depth=min(depth, _DEEPEST),
            more=_describe(piece, one, marks.labels) if innermost else "",
            inner=inner,
        )
    return places + inner


def _draw_words(piece: Piece, marks: Marks) -> Markup:
    text = tame_text(piece.text)
    if piece.aside and not piece.over:
        return _ASIDE.format(text=text)
    own = [id for id in piece.opens if id in piece.cues]
    if own:
        label = _name(own[-1], marks) + marks.labels.write("colon") + text
        return _CUE.format(
            kind=_find_kind(own[-1], marks),
            id=words_anchor(own[-1]),
            row=row_anchor(own[-1]),
            label=label,
            text=text,
        )
    return _CUE_ON.format(text=text) if piece.cues else Markup.escape(text)


def _find_kind(id: str, marks: Marks) -> str:
    one = marks.statements.get(id)
    return "cue held" if one and tells_held(one, marks.labels) else "cue"


def _draw_places(piece: Piece, marks: Marks) -> Iterator[Markup]:
    """What opens here without words of its own that could carry the place."""
    own = [id for id in piece.opens if id in piece.cues]
    yield from (_PLACE.format(id=words_anchor(id)) for id in own[:-1])
    for id in piece.opens:
        if id not in piece.cues:
            label = _name(id, marks)
            text = marks.labels.write("lone")
            yield _LONE.format(id=words_anchor(id), row=row_anchor(id), label=label, text=text)
            yield _draw_all_flags(id, marks)


def _name(id: str, marks: Marks) -> str:
    one = marks.statements.get(id)
    if one is None:
        return ""
    return tame_text(name_held(name_statement(one, marks.labels), one, marks.labels))


def _describe(piece: Piece, one: Statement | None, labels: Labels) -> Markup:
    chain = tame_text(write_chain(one, labels) or _name_turned(one, labels)) if one else ""
    ids = " ".join(map(make_anchor, piece.over))
    return _INNERMOST.format(ids=ids, chain=chain)


def _name_turned(one: Statement, labels: Labels) -> str:
    """Who does not hold the words, where no chain tells it."""
    name = name_held(name_statement(one, labels), one, labels)
    return name if one.held != "asserted" else ""
