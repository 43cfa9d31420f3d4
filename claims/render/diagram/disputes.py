"""The dispute diagram: who says, what is said, who denies it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.query.answers import Article, Matter, Statement, Support
from claims.query.wanted import ALL, wants_statement
from claims.render.cells import clean
from claims.render.diagram.choice import Choice
from claims.render.diagram.framing import build_frame
from claims.render.diagram.picked import Picked
from claims.render.diagram.picking import pick_matters, pick_undisputed
from claims.render.diagram.script import choose_lang
from claims.render.diagram.sheet import Frame, Sheet, Tally
from claims.render.diagram.sources import list_sources
from claims.render.diagram.wording import Wording


def build_disputes_sheet(
    matters: Sequence[Matter],
    statements: Sequence[Statement],
    articles: Sequence[Article],
    choice: Choice,
    supports: Sequence[Support] = (),
) -> Sheet:
    """The sheet of the matters, the most disputed first, cut to as many claims as are wanted."""
    lang = choose_lang(choice.lang, articles, statements)
    wording = Wording(lang=lang)
    shown, every = pick_matters(matters, statements, supports, choice.limit)
    if choice.whole:
        rest, all_rest = pick_undisputed(
            _list_wanted(statements, choice), every, _room(shown, choice)
        )
        shown, every = shown + [rest] * bool(rest.said), [*every, all_rest]
    many = len(articles) > 1
    frames = [
        build_frame(one, f"f{number}", wording, many=many) for number, one in enumerate(shown, 1)
    ]
    return Sheet(
        kind="disputes",
        lang=lang,
        title=_tell_title(articles, wording),
        note="" if frames else _tell_quiet(articles, choice, wording),
        frames=tuple(frames),
        shown=_add(shown),
        left_out=_subtract(_add(every), _add(shown)),
        sources=list_sources(shown, articles),
        summary=tuple(_summarise(frames)),
    )


def _list_wanted(statements: Sequence[Statement], choice: Choice) -> list[Statement]:
    return [one for one in statements if wants_statement(choice.wanted, one)]


def _room(shown: Sequence[Picked], choice: Choice) -> int | None:
    if choice.limit is None:
        return None
    return choice.limit - sum(len(one.keys) for one in shown)


def _add(picked: Sequence[Picked]) -> Tally:
    counts = [one.count() for one in picked]
    return Tally.model_validate(
        {field: sum(getattr(one, field) for one in counts) for field in Tally.model_fields}
    )


def _subtract(every: Tally, shown: Tally) -> Tally:
    return Tally.model_validate(
        {field: getattr(every, field) - getattr(shown, field) for field in Tally.model_fields}
    )


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


def _summarise(frames: Sequence[Frame]) -> list[str]:
    """The disputes and conflicts in sentences, for those who cannot see the lines."""
    kinds = ("disputes", "conflicts")
    lines = (line for frame in frames for line in frame.lines if line.kind in kinds)
    strands = (strand for line in lines for strand in line.strands)
    return list(dict.fromkeys(strand.hover.split("\n", 1)[0] for strand in strands))
