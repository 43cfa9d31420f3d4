"""The dispute diagram: who says, what is said, who denies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.query.answers import Article, Matter, Party, Statement, Support
from claims.query.wanted import ALL, wants_statement
from claims.render.cells import clean
from claims.render.diagram.choice import Choice
from claims.render.diagram.framing import build_frame
from claims.render.diagram.gathering import gather_matters
from claims.render.diagram.narrowing import count_aside, tell_narrowed
from claims.render.diagram.picked import Picked
from claims.render.diagram.picking import pick_matters, pick_undisputed
from claims.render.diagram.script import choose_lang
from claims.render.diagram.sheet import Frame, Sheet, Tally
from claims.render.diagram.sources import list_sources
from claims.render.diagram.wording import Wording


class Found(NamedTuple):
    """What the graph holds: all of it, and of the matters what is wanted.

    `speakers` are those to whom the picture is narrowed.
    """

    matters: Sequence[Matter]
    wanted: Sequence[Matter]
    statements: Sequence[Statement]
    articles: Sequence[Article]
    speakers: Sequence[Party] = ()
    supports: Sequence[Support] = ()


def build_disputes_sheet(found: Found, choice: Choice) -> Sheet:
    """The sheet of the matters, the most disputed first, cut to as many claims as are wanted."""
    articles = found.articles
    wording = Wording(lang=choose_lang(choice.lang, articles, found.statements))
    shown, wanted, everything = _pick(found, choice)
    many = len(articles) > 1
    frames = [
        build_frame(one, f"f{number}", wording, many=many) for number, one in enumerate(shown, 1)
    ]
    aside = count_aside(everything, wanted)
    return Sheet(
        kind="disputes",
        lang=wording.lang,
        title=_tell_title(articles, wording),
        note="" if frames else _tell_quiet(articles, choice, wording),
        frames=tuple(frames),
        shown=_add(shown),
        left_out=_add(wanted) - _add(shown) + aside,
        aside=aside,
        narrowed=tell_narrowed(choice.wanted, found.speakers, aside, wording),
        sources=list_sources(shown, articles),
        summary=tuple(summarise(frames)),
    )


def _pick(found: Found, choice: Choice) -> tuple[list[Picked], list[Picked], list[Picked]]:
    """What is shown, what of it there would be with room enough, and what there is at all."""
    shown, wanted = pick_matters(found.wanted, found.statements, found.supports, choice.limit)
    everything = wanted if choice.wanted == ALL else gather_matters(found.matters, found.statements)
    if not choice.whole:
        return shown, wanted, everything
    told = _list_wanted(found.statements, choice)
    rest, all_rest = pick_undisputed(told, wanted, _room(shown, choice))
    _, others = pick_undisputed(found.statements, everything, 0)
    return shown + [rest] * bool(rest.said), [*wanted, all_rest], [*everything, others]


def _list_wanted(statements: Sequence[Statement], choice: Choice) -> list[Statement]:
    return [one for one in statements if wants_statement(choice.wanted, one)]


def _room(shown: Sequence[Picked], choice: Choice) -> int | None:
    if choice.limit is None:
        return None
    return choice.limit - sum(len(one.keys) for one in shown)


def _add(picked: Sequence[Picked]) -> Tally:
    return sum((one.count() for one in picked), Tally())


def _tell_title(articles: Sequence[Article], wording: Wording) -> str:
    if len(articles) == 1:
        one = articles[0]
        return clean(one.title or one.name) or wording.tell("title_none")
    return wording.tell("title_many", articles=len(articles))


def _tell_quiet(articles: Sequence[Article], choice: Choice, wording: Wording) -> str:
    """That nothing is disputed, said of what was looked at and no more."""
    key = "this_article" if len(articles) == 1 else "these_articles"
    key = key if choice.wanted == ALL else "narrowed"
    where = wording.tell(key, articles=len(articles))
    told = wording.tell("quiet", where=where)
    return told if choice.whole else f"{told}\n{wording.tell('quiet_advice')}"


def summarise(frames: Sequence[Frame]) -> list[str]:
    """The disputes and conflicts in sentences, for those who cannot see the lines."""
    kinds = ("disputes", "conflicts")
    lines = (line for frame in frames for line in frame.lines if line.kind in kinds)
    strands = (strand for line in lines for strand in line.strands)
    return list(dict.fromkeys(strand.hover.split("\n", 1)[0] for strand in strands))
