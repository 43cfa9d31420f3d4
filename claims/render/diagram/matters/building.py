"""The sheet of several articles: a frame for each matter, with positions, voices and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.query.across import (
    Contested,
    Library,
    Stand,
    find_contested,
    find_contests,
    tell_matters,
)
from claims.render.cells import clean
from claims.render.diagram.disputes import summarise
from claims.render.diagram.matters.opposing import build_lines
from claims.render.diagram.matters.picking import Picked, pick_matters
from claims.render.diagram.matters.scope import Scope
from claims.render.diagram.matters.voices import cast_voices, list_voices
from claims.render.diagram.naming import name_place
from claims.render.diagram.script import find_script, is_traditional
from claims.render.diagram.sheet import Frame, Line, Row, Sheet, Side, Source, Tally
from claims.render.diagram.wording import Wording
from claims.render.vocabulary import Lang

_HOVER = 20  # positions, and origins of each, told on hover
_ENOUGH = 200  # claims that tell in which script the articles are


class Drawn(NamedTuple):
    """A frame, with the articles that it rests on and what of its matter it leaves out."""

    frame: Frame
    documents: frozenset[str]
    left_out: Tally


def build_matters_sheet(library: Library, scope: Scope) -> Sheet:
    """The sheet of contested matters, the most contested first, cut to the room there is."""
    matters = _find_matters(library, scope)
    wording = Wording(lang=_choose_lang(library, scope.lang))
    picked = pick_matters(find_contests(library, matters[: scope.limit]), scope)
    drawn = [
        _draw(one, f"f{number}", library, wording, alone=len(picked) == 1)
        for number, one in enumerate(picked, 1)
    ]
    missing = Tally(matters=len(matters) - len(drawn))
    frames = [one.frame for one in drawn]
    return Sheet(
        kind="matters",
        lang=wording.lang,
        title=wording.tell("title_matters", articles=len(library.corpus.documents)),
        note="" if drawn else _tell_quiet(library, scope, wording),
        frames=tuple(frames),
        shown=_count(drawn),
        left_out=sum((one.left_out for one in drawn), missing),
        narrowed=_tell_narrowed(scope, wording) if drawn else "",
        sources=tuple(_list_sources(library, drawn)),
        summary=tuple(summarise(frames)),
    )


def _find_matters(library: Library, scope: Scope) -> Sequence[Contested]:
    if scope.matters or scope.only is not None:
        return tell_matters(library, scope.matters)
    return find_contested(library, scope.sought)


def _draw(picked: Picked, id: str, library: Library, wording: Wording, *, alone: bool) -> Drawn:
    matter = picked.contest.matter
    rows = {
        place: _build_row(matter.stands[place], place, side, id, library, wording)
        for place, side in picked.sides.items()
    }
    cast = cast_voices(picked, id, library, wording, alone=alone)
    facing = build_lines(id, picked, rows, cast, library, wording)
    says = [_build_says(box, rows[place]) for place in rows for box in cast.list_seats(place)]
    shown = [matter.stands[place] for place in rows]
    voices = sum(len(list_voices(one)) for one in shown)
    frame = Frame(
        id=id,
        lang=find_script(one.words for one in shown),
        title=clean(matter.title) or matter.id,
        small=" · ".join(_tell_small(matter, wording)),
        hover="\n".join(_tell_hover(matter, wording)),
        boxes=(*cast.boxes, *facing.boxes),
        rows=tuple(rows.values()),
        lines=(*says, *facing.lines),
    )
    return Drawn(
        frame=frame,
        documents=frozenset(claim.document for one in shown for claim in one.claims),
        left_out=Tally(
            positions=len(matter.stands) - len(rows),
            origins=voices - len(cast.boxes),
            disputes=picked.unheard,
            conflicts=facing.hidden,
        ),
    )


# ------------------------------------------------------------------------ what is held
def _build_row(
    stand: Stand, place: int, side: Side, frame: str, library: Library, wording: Wording
) -> Row:
    """A position in its own words; its box is itself, as several stand behind it."""
    id = name_place(frame, side, f"p{place + 1}")
    held = next(one.held for one in stand.claims if one.text == stand.words)
    rests = (library.claims[one.id].attribution for one in stand.claims)
    signs = tuple(_tell_signs(stand, wording))
    denied = (wording.tell(held),) if held != "asserted" else ()
    return Row(
        id=id,
        box=id,
        side=side,
        claims=tuple(one.id for one in stand.claims),
        rests=tuple(dict.fromkeys(filter(None, rests))),
        words=clean(stand.words),
        held=held,
        signs=(*denied, *signs),
        hover="\n".join((clean(stand.words), _list_origins(stand, wording))),
    )


def _tell_signs(stand: Stand, wording: Wording) -> Iterator[str]:
    """That it rests on one who is not named; else how many origins, where there are several."""
    if stand.unnamed_alone:
        yield wording.tell("unnamed_alone")
    elif len(stand.origins) > 1:
        yield wording.count(len(stand.origins), "origins_n")
    pages = len({one.document for one in stand.claims})
    if pages > 1:
        yield wording.count(pages, "pages")


def _build_says(box: str, row: Row) -> Line:
    return Line(id=f"{box}-says", kind="says", tails=(box,), heads=(row.id,))


# ------------------------------------------------------------------------ in words
def _tell_small(matter: Contested, wording: Wording) -> Iterator[str]:
    """On what it is, how many positions and origins, in which outlets and days; its id."""
    if matter.topic:
        yield wording.tell(f"topic_{matter.topic}")
    yield wording.count(len(matter.stands), "positions")
    told = {
        claim.speaker_id: claim.anonymous
        for one in matter.stands
        for claim in one.claims
        if claim.speaker_id
    }
    if told:
        unnamed = sum(told.values())
        n = wording.count(len(told), "origins_n")
        yield wording.tell("unnamed_of", all=n, unnamed=unnamed) if unnamed else n
    if len(matter.outlets) > 1:
        yield wording.count(len(matter.outlets), "outlets_n")
    yield from filter(None, ("/".join(dict.fromkeys(filter(None, (matter.first, matter.last)))),))
    yield matter.id


def _tell_hover(matter: Contested, wording: Wording) -> Iterator[str]:
    """Each position with those on whose word it rests."""
    yield clean(matter.title)
    for one in matter.stands[:_HOVER]:
        who = _list_origins(one, wording) or wording.tell("narrated")
        yield wording.tell("tell_words", who=who, words=clean(one.words))


def _list_origins(stand: Stand, wording: Wording) -> str:
    """On whose word it rests, the first few by name."""
    names = wording.list(tuple(map(clean, stand.origins[:_HOVER])))
    return wording.tell("and_others", words=names) if len(stand.origins) > _HOVER else names


def _tell_quiet(library: Library, scope: Scope, wording: Wording) -> str:
    articles = len(library.corpus.documents)
    key = "this_article" if articles == 1 else "these_articles"
    where = wording.tell("narrowed" if scope.narrowed else key, articles=articles)
    return wording.tell("quiet_matters", where=where)


def _tell_narrowed(scope: Scope, wording: Wording) -> str:
    if not scope.narrowed:
        return ""
    about = wording.quote(clean(scope.sought.about)) if scope.sought.about else ""
    return wording.tell("narrowed_to", what=about or wording.tell("what_was_asked"))


def _count(drawn: Iterable[Drawn]) -> Tally:
    frames = [one.frame for one in drawn]
    lines = [line for frame in frames for line in frame.lines]
    return Tally(
        matters=len(frames),
        positions=sum(len(frame.rows) for frame in frames),
        origins=sum(len(frame.boxes) for frame in frames),
        disputes=sum(len(line.strands) for line in lines if line.kind == "disputes"),
        conflicts=sum(len(line.strands) for line in lines if line.kind == "conflicts"),
    )


def _list_sources(library: Library, drawn: Sequence[Drawn]) -> Iterator[Source]:
    """The articles that carry what is drawn; where nothing is, those that were looked at."""
    used = {id for one in drawn for id in one.documents}
    for page in library.corpus.documents:
        if page.id in used or not drawn:
            yield Source(
                id=page.id,
                title=clean(page.title or page.name),
                outlet=clean(page.outlet),
                published=clean(page.published).replace("T", " "),
                url=clean(page.url),
            )


def _choose_lang(library: Library, wanted: Lang | None) -> Lang:
    """That which is wanted, else that of most articles; Chinese in the script of most."""
    pages = library.corpus.documents
    chinese = sum(page.lang.startswith("zh") or not page.lang for page in pages)
    if (wanted or ("zh" if 2 * chinese >= len(pages) else "en")) == "en":
        return "en"
    texts = [page.text[:_ENOUGH] for page in pages if not page.lang.startswith("en")]
    traditional = sum(map(is_traditional, texts))
    return "zh-hant" if 2 * traditional > len(texts) else "zh"
