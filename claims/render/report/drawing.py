"""The page as HTML: one file, everything in it, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from claims.render.report.labels import load_labels
from claims.render.report.marks import gather_marks
from claims.render.report.page import Page
from claims.render.report.picture import embed_picture
from claims.render.report.tame import tame_text
from claims.render.report.together import Together
from claims.render.report.words import Speech
from claims.render.vocabulary import Lang

FEW = 6  # disputes that stand open; of more, the first ones do
_SCRIPTS = ("follow.js", "copy.js", "zoom.js")


def draw_report(
    page: Page,
    *,
    lang: Lang,
    picture: str = "",
    together: Together | None = None,
    overview: str = "",
) -> str:
    """The report as one HTML page, with labels in a language of `labels.toml`.

    `picture` is the dispute diagram as SVG, its links made by `make_link`; empty where it
    could not be drawn. `together` is what several articles say together, which stands before
    them, and `overview` the picture of that.

    >>> from claims.graph import build_graph
    >>> from claims.render.report.page import lay_out_page
    >>> draw_report(lay_out_page([], build_graph([])), lang="en").splitlines()[1]
    '<html lang="en" class="no-js">'
    """
    labels = load_labels(lang)
    style, script = _load_text("report.css"), "\n".join(map(_load_text, _SCRIPTS))
    something = bool(page.cards or page.conflicts)
    embedded = embed_picture(picture, labels.write("picture_label")) if picture else None
    above = overview and embed_picture(overview, labels.write("contested_picture_label"), "m-")
    speech = Speech(gather_marks(page, labels), {one.document.id: one for one in page.stories})
    return _load_template().render(
        speech.offer(),
        page=page,
        picture=embedded if something else None,
        together=together,
        overview=above if together and together.matters else None,
        no_picture="picture_failed" if something else "picture_none",
        style=Markup(style),
        script=Markup(script),
        policy=_write_policy(
            [style, *(sheet for one in (embedded, above) if one for sheet in one.styles)], script
        ),
        version=_find_version(),
        FEW=FEW,
    )


@cache
def _load_template() -> Template:
    return _make_environment().get_template("report.html.jinja")


def _make_environment() -> Environment:
    return Environment(
        loader=PackageLoader("claims.render.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_tame,
    )


def _tame(value: Any) -> Any:
    """Every text that is put into the page goes through here, before it is escaped."""
    return tame_text(value) if type(value) is str else value


@cache
def _load_text(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text("utf-8").strip()


def _write_policy(styles: Iterable[str], script: str) -> str:
    """What the browser may do: run our own script, use our own styles, and nothing else."""
    allowed = " ".join(dict.fromkeys(map(_hash, styles)))
    return (
        f"default-src 'none'; style-src {allowed}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _find_version() -> str:
    try:
        return version("claims-tracker")
    except PackageNotFoundError:  # run from a folder that is not installed
        return ""
