"""The chain diagram: a line from the outlet to the one whose words these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.query.answers import Hop, Statement
from claims.render.cells import clean
from claims.render.diagram.naming import name_place
from claims.render.diagram.rows import build_row
from claims.render.diagram.said import Said, find_who, say_statement
from claims.render.diagram.script import choose_lang, find_script
from claims.render.diagram.sheet import Box, Frame, Line, Row, Sheet, Tally
from claims.render.diagram.sources import tell_source
from claims.render.diagram.telling import pick_sign, tell_name, tell_small
from claims.render.diagram.wording import Wording
from claims.render.vocabulary import Lang


def build_chain_sheet(
    ends: Sequence[Statement], lang: Lang | None = None, claim: str = ""
) -> Sheet:
    """One frame a chain; each hop with its words of report and its medium."""
    articles = [one.article for one in ends[:1]]
    wording = Wording(lang=choose_lang(lang, articles, ends))
    frames = [_build_frame(one, f"f{number}", claim, wording) for number, one in enumerate(ends, 1)]
    return Sheet(
        kind="chain",
        lang=wording.lang,
        title=clean(articles[0].title or articles[0].name) if articles else "",
        frames=tuple(frames),
        shown=Tally(claims=sum(len(one.rows) for one in frames)),
        sources=tuple(map(tell_source, articles)),
        summary=tuple(_summarise(frames)),
    )


def _build_frame(statement: Statement, id: str, claim: str, wording: Wording) -> Frame:
    rows = tuple(_build_row(one, id, wording) for one in _say(statement, claim))
    boxes = list(_build_boxes(statement, id, wording))
    return Frame(
        id=id,
        lang=find_script([statement.passage.text]),
        title=wording.tell("chain_title"),
        boxes=tuple(boxes),
        rows=rows,
        lines=tuple(_build_lines(statement, boxes, rows)),
    )


def _build_row(said: Said, frame: str, wording: Wording) -> Row:
    row = build_row([said], frame, wording)
    return row.model_copy(update={"words": wording.quote(row.words)})


def _say(statement: Statement, claim: str) -> list[Said]:
    """The claim that is asked for; else all of the statement."""
    said = say_statement(statement, (), "left")
    return [one for one in said if one.claim and one.claim.id == claim] or said


def _build_boxes(statement: Statement, frame: str, wording: Wording) -> Iterator[Box]:
    """The hops, the outlet first; each stands one step farther from the words."""
    hops = statement.hops
    for number, hop in enumerate(hops):
        own = number == len(hops) - 1
        who = find_who(statement) if own else hop.speaker.id if hop.speaker else "outlet"
        yield _build_box(
            hop,
            name_place(frame, "left", f"{number}-{who}"),
            tell_name(statement, wording) if own else clean(hop.name) or wording.tell("nobody"),
            len(hops) - number,
            wording,
        )


def _build_box(hop: Hop, id: str, name: str, level: int, wording: Wording) -> Box:
    small = tell_small(hop.speaker, wording)
    outlet = hop.kind == "outlet" and not hop.speaker
    return Box(
        id=id,
        speaker=hop.speaker.id if hop.speaker else "",
        name=name,
        small=small,
        sign="outlet" if outlet else pick_sign(hop.speaker),
        level=level,
        rests=(hop.attribution,) if hop.attribution else (),
        hover="\n".join(filter(None, (name, small))),
    )


def _build_lines(statement: Statement, boxes: Sequence[Box], rows: Sequence[Row]) -> Iterator[Line]:
    """Each hop leads to the next with its own words of report; the last one to the words."""
    for number, hop in enumerate(statement.hops):
        last = number == len(boxes) - 1
        heads = tuple(row.id for row in rows) if last else (boxes[number + 1].id,)
        rests = (hop.attribution,) if hop.attribution else ()
        yield Line(
            id=f"{boxes[number].id}-passes",
            kind="says" if last else "relays",
            tails=(boxes[number].id,),
            heads=heads,
            words=clean(hop.cue.text) if hop.cue else "",
            small=clean(hop.medium),
            ids=rests,
            rests=rests,
            hover=clean(hop.cue.text) if hop.cue else "",
        )


def _summarise(frames: Sequence[Frame]) -> Iterator[str]:
    for frame in frames:
        names = " → ".join(box.name for box in frame.boxes)
        words = " / ".join(row.words for row in frame.rows)
        yield f"{names}: {words}"
