"""What was picked of a matter, as a frame of boxes, rows and lines."""

from __future__ import annotations

from collections.abc import Iterator

from claims.query.answers import Article, Matter, Party
from claims.render.cells import clean
from claims.render.diagram.between import build_conflicts, build_disputes, build_supports
from claims.render.diagram.boxes import build_boxes, build_relays
from claims.render.diagram.picked import Picked
from claims.render.diagram.rows import build_rows, build_says
from claims.render.diagram.script import find_script
from claims.render.diagram.seating import seat_speakers
from claims.render.diagram.sheet import Frame
from claims.render.diagram.titles import tell_title
from claims.render.diagram.wording import Wording


def build_frame(picked: Picked, id: str, wording: Wording, *, many: bool) -> Frame:
    """The frame of a matter; where the articles are many, it tells from which it is."""
    seating = seat_speakers(picked, id)
    rows = build_rows(picked, seating, wording)
    return Frame(
        id=id,
        lang=find_script(one.statement.passage.text for one in picked.all_said),
        title=tell_title(picked, wording),
        small=" · ".join(_tell_small(picked, wording, many=many)),
        hover=_tell_origins(picked.matter, wording),
        boxes=tuple(build_boxes(seating, wording)),
        rows=tuple(rows.values()),
        lines=(
            *build_relays(seating),
            *build_says(rows),
            *build_disputes(picked, seating, rows, wording),
            *build_conflicts(picked, id, rows, wording),
            *build_supports(picked, id, rows, wording),
        ),
    )


def _tell_small(picked: Picked, wording: Wording, *, many: bool) -> Iterator[str]:
    """How many origins there are, and from which articles."""
    matter = picked.matter
    if matter is None:
        return
    left, right = (_count_origins(side.origins, wording) for side in matter.sides)
    yield wording.tell("origins_whole" if picked.cut else "origins", left=left, right=right)
    articles = {one.article.id: one.article for one in matter.statements}
    if many:
        yield from filter(None, map(_tell_article, articles.values()))


def _tell_article(article: Article) -> str:
    """Outlet and day; the title of an article that tells neither."""
    told = " ".join(filter(None, (clean(article.outlet), clean(article.published)[:10])))
    return told or clean(article.title or article.name)


def _count_origins(origins: tuple[Party, ...], wording: Wording) -> str:
    unnamed = sum(one.anonymous for one in origins)
    if not unnamed:
        return str(len(origins))
    return wording.tell("unnamed_of", all=len(origins), unnamed=unnamed)


def _tell_origins(matter: Matter | None, wording: Wording) -> str:
    """Who the origins are, and who counts as one."""
    if matter is None:
        return ""
    left, right = (wording.list(tuple(map(_name_origin, side.origins))) for side in matter.sides)
    none = wording.tell("none")
    return wording.tell("tell_origins", left=left or none, right=right or none)


def _name_origin(one: Party) -> str:
    return clean(one.name)
