"""A picture, its data beside it, and what is written where there is no `dot`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from claims.cli.files import write_files
from claims.cli.lookup import find_item
from claims.cli.meaning import find_joined, find_meant
from claims.cli.shelves import Shelf
from claims.cli.streams import Voice
from claims.errors import NoDotError, UnknownIdError
from claims.graph import build_graph
from claims.model import Attribution, Claim, Dossier
from claims.query import Wanted
from claims.query.across import Library, Sought, pick_matter
from claims.render.diagram import Choice, Scope, draw_chain, draw_disputes, draw_matters

if TYPE_CHECKING:
    from claims.render.diagram import Picture


class Wish(NamedTuple):
    """What the options of `claims render` say, as they were typed."""

    chain: str | None = None
    focus: str | None = None
    about: str | None = None
    whole: bool = False
    most: int | None = None
    supports: bool = False
    lang: Literal["zh", "en"] | None = None
    matters: tuple[str, ...] = ()


SHAPES: dict[str, Callable[[Picture], bytes]] = {
    "svg": lambda picture: picture.svg().encode("utf-8"),
    "png": lambda picture: picture.png(),
    "pdf": lambda picture: picture.pdf(),
    "dot": lambda picture: picture.dot().encode("utf-8"),
}


def write_picture(shelf: Shelf, wish: Wish, file: Path, voice: Voice, *, beyond: int = 0) -> None:
    """Write the picture of articles one by one, and its data.

    `beyond` is how many pairs of claims of two articles may conflict, which is told in its foot.
    """
    picture = _draw(shelf, wish, voice)
    sheet = picture.sheet.model_copy(update={"beyond": beyond if wish.chain is None else 0})
    _write(picture.model_copy(update={"sheet": sheet}), file, voice)


def write_matters(library: Library, wish: Wish, file: Path, voice: Voice) -> None:
    """Write the picture of what is contested in all articles together, and its data."""
    speaker = wish.focus and find_joined(library, wish.focus, voice).id
    scope = Scope(
        lang=wish.lang,
        matters=tuple(pick_matter(library.matters, one) for one in wish.matters),
        sought=Sought(speakers=frozenset({speaker}) if speaker else None, about=wish.about or ""),
        most=wish.most,
    )
    _write(draw_matters(library, scope), file, voice)


def _write(picture: Picture, file: Path, voice: Voice) -> None:
    """Write a picture and its data; without `dot` its source instead, which is a failure.

    All is made before anything is written.
    """
    suffix = file.suffix.removeprefix(".").lower()
    try:
        files = {file.name: SHAPES[suffix](picture)}
    except NoDotError as error:
        files = {f"{file.stem}.dot": SHAPES["dot"](picture)}
        voice.fail(error)
    files |= {
        f"{file.stem}.json": picture.to_json().encode("utf-8"),
        f"{file.stem}.graphml": picture.to_graphml().encode("utf-8"),
    }
    write_files(file.parent, files)
    first, *rest = files
    voice.say(f"{file.parent / first} is written, and beside it {' and '.join(rest)}")


def _draw(shelf: Shelf, wish: Wish, voice: Voice) -> Picture:
    graph = build_graph(shelf.dossiers)
    if wish.chain is not None:
        return draw_chain(graph, _find_claim(wish.chain, shelf.dossiers), wish.lang)
    speakers = shelf.speakers
    if wish.focus is not None and speakers is None:
        speakers = find_meant(graph, wish.focus, voice)
    wanted = Wanted(speakers=speakers, about=wish.about or "")
    return draw_disputes(
        graph,
        Choice(
            lang=wish.lang,
            wanted=wanted,
            whole=wish.whole,
            most=wish.most,
            supports=wish.supports,
        ),
    )


def _find_claim(id: str, dossiers: Sequence[Dossier]) -> str:
    _, item = find_item(id, dossiers)
    if not isinstance(item, Claim | Attribution):
        raise UnknownIdError(
            f"{id!r} has no chain; give the id of a claim (c…) or an attribution (a…, q…)"
        )
    return item.id
