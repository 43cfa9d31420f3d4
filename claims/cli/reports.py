"""The files of a report: the page, the picture, the data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from claims.cli.files import write_files
from claims.cli.printing import find_width, paint
from claims.cli.streams import Voice, put
from claims.errors import NoDotError
from claims.model import Dossier

if TYPE_CHECKING:
    from claims.query.across import Library
    from claims.render.diagram import Picture
    from claims.render.report import Together

PAGE = "report.html"
_DRAWN = ("disputes.svg", "disputes.png")
_CONTESTED = ("contested.svg", "contested.png")


class Above(NamedTuple):
    """What several articles say together, and the picture of it as it stands on the page."""

    together: Together | None = None
    overview: str = ""


def print_report(
    dossiers: Sequence[Dossier],
    folder: Path,
    lang: Literal["zh", "en"] | None,
    voice: Voice,
    library: Library | None = None,
) -> None:
    """Write the report and what lies beside it, and print its facts in short.

    With a `library`, which is of several articles, what they say together stands first. All is
    made before anything is written. Without `dot` on the machine there is no picture: that is
    said, and the rest is there.
    """
    from claims.graph import build_graph
    from claims.render.diagram import Choice, draw_disputes
    from claims.render.report import draw_report, draw_summary, lay_out_page, pick_language

    graph = build_graph(dossiers)
    page = lay_out_page(dossiers, graph)
    picture = draw_disputes(graph, Choice(lang=lang))
    drawn = dict(_draw_forms(_DRAWN, picture, voice))
    own = pick_language(page, lang)
    above, more = _look_across(library, dossiers, lang, drawn=bool(drawn))
    html = draw_report(
        page,
        lang=own,
        picture=_draw_linked(picture, dossiers) if drawn else "",
        together=above.together,
        overview=above.overview,
    )
    dot = {"disputes.dot": picture.dot().encode("utf-8")}
    beside = {**drawn, **dot, **more, **_write_data(dossiers)}
    write_files(folder, {PAGE: html.encode("utf-8"), **beside})
    _clear(folder, beside)
    told = draw_summary(page, lang=own, width=find_width(), together=above.together)
    put(paint(told))
    voice.say(f"{folder / PAGE} is written, and beside it {', '.join(beside)}")


def _look_across(
    library: Library | None,
    dossiers: Sequence[Dossier],
    lang: Literal["zh", "en"] | None,
    *,
    drawn: bool,
) -> tuple[Above, dict[str, bytes]]:
    """What stands before the articles, and the files of its picture; `drawn` where there is dot."""
    from claims.render.diagram import Scope, draw_matters
    from claims.render.report import find_links, lay_out_together, make_link

    if library is None:
        return Above(), {}
    together = lay_out_together(library)
    if not together.matters:
        return Above(together), {}
    picture = draw_matters(library, Scope(lang=lang))
    files = {"contested.dot": picture.dot().encode("utf-8")}
    if not drawn:
        return Above(together), files
    files |= zip(_CONTESTED, (picture.svg().encode("utf-8"), picture.png()), strict=True)
    links = find_links(library, together.matters)
    return Above(together, picture.svg(make_link(dossiers, links))), files


def _draw_forms(
    names: Sequence[str], picture: Picture, voice: Voice
) -> Iterator[tuple[str, bytes]]:
    try:
        yield from zip(names, (picture.svg().encode("utf-8"), picture.png()), strict=True)
    except NoDotError as error:
        voice.say(str(error))


def _clear(folder: Path, written: Collection[str]) -> None:
    """A picture of an earlier report would not go with this one."""
    for name in (*_DRAWN, *_CONTESTED, "contested.dot"):
        if name not in written:
            (folder / name).unlink(missing_ok=True)


def _draw_linked(picture: Picture, dossiers: Sequence[Dossier]) -> str:
    """The picture with links to the places of the page."""
    from claims.render.report import make_link

    return picture.svg(make_link(dossiers))


def _write_data(dossiers: Sequence[Dossier]) -> dict[str, bytes]:
    from claims.export import FORMATS

    return {
        "dossiers.jsonl": FORMATS["jsonl"].to_bytes(dossiers),
        "claims.csv": FORMATS["csv"].to_bytes(dossiers),
    }
