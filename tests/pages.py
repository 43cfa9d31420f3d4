"""Pages of reports for the tests, and a browser to look at them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from dossiers import Draft

from claims.corpus import build_corpus
from claims.graph import build_graph
from claims.model import Dossier
from claims.query.across import Library
from claims.render.diagram import Choice, Scope, draw_disputes, draw_matters
from claims.render.report import (
    draw_report,
    find_links,
    lay_out_page,
    lay_out_together,
    make_link,
)
from claims.render.vocabulary import Lang

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u202e\x07"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = {"desk": 1280, "phone": 360}


def draw_together(dossiers: Sequence[Dossier], lang: Lang = "zh", *, picture: bool = False) -> str:
    """The report of several articles, with what they say together before them."""
    graph, library = build_graph(dossiers), Library(build_corpus(dossiers))
    together = lay_out_together(library)
    overview = ""
    if picture and shutil.which("dot"):
        scope = Scope.model_validate({"lang": lang.partition("-")[0]})
        links = find_links(library, together.matters)
        overview = draw_matters(library, scope).svg(make_link(dossiers, links))
    page = lay_out_page(dossiers, graph)
    return draw_report(page, lang=lang, together=together, overview=overview)


def draw_page(dossiers: Sequence[Dossier], lang: Lang = "zh", *, picture: bool = False) -> str:
    """The report of dossiers, with its picture where that is asked for and can be drawn."""
    graph = build_graph(dossiers)
    drawn = picture and shutil.which("dot")
    choice = Choice.model_validate({"lang": lang.partition("-")[0]})
    svg = draw_disputes(graph, choice).svg(make_link(dossiers)) if drawn else ""
    return draw_report(lay_out_page(dossiers, graph), lang=lang, picture=svg)


def parse(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def words(tag: Any) -> str:
    """What is read of a part of a page, on one line."""
    return " ".join(tag.get_text(" ").split())


def hostile() -> Dossier:
    """An article that tries to be more than text, in every field that is shown."""
    draft = Draft(
        f"林海{HOSTILE}说{HOSTILE}，航道{HOSTILE}复航。何敏否认了{HOSTILE}。",
        title=f"停航{HOSTILE}",
        outlet=f"海潮网{HOSTILE}",
        url=f"javascript:alert(3)//{HOSTILE}",
        published=f"2030{HOSTILE}",
        name="hostile",
    )
    lin = draft.speaker(
        f"林海{HOSTILE}", anonymous=True, what=HOSTILE, role=HOSTILE, aliases=(HOSTILE,)
    )
    he = draft.speaker("何敏", role="</style><script>alert(4)</script>")
    said = draft.says(
        lin,
        f"林海{HOSTILE}",
        f"说{HOSTILE}",
        f"航道{HOSTILE}复航",
        medium=HOSTILE,
        addressee=HOSTILE,
    )
    denial = draft.says(he, "何敏", "否认了", HOSTILE)
    claim = draft.claim(said, f"航道{HOSTILE}复航")
    draft.relates("disputes", denial, said, cue="否认了", target=HOSTILE)
    draft.relates(
        "contradicts", claim, denial, shared=(HOSTILE,), reason=HOSTILE,
        difference=("polarity", HOSTILE, HOSTILE),
    )  # fmt: skip
    return draft.dossier()


def crossing() -> Dossier:
    """Contents that cross each other, touch, share one place and hold a whole paragraph's end."""
    draft = Draft("甲说乙称丙丁戊己庚。\n辛壬癸。", title="交错", name="crossing")
    one, two, three = (draft.speaker(name) for name in ("甲", "乙", "丙"))
    draft.says(one, "甲", "说", "乙称丙丁戊")
    draft.says(two, "乙", "称", "丙丁戊己庚")
    draft.says(three, "丙", None, "戊己庚。\n辛壬")
    draft.says(three, None, None, "丁戊己")
    return draft.dossier()


def find_browser() -> str:
    """Where a browser is; a test without one is skipped, which is said."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip(f"no browser to look at pages in ({', '.join(BROWSERS)}); run `make system`")
    return found


@contextmanager
def open_browser() -> Iterator[Any]:
    """A browser without a window; where one is installed it must start."""
    path = find_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Any, file: Path, **options: Any) -> Iterator[Any]:
    """A page that may not complain and may not ask for anything but itself."""
    page = browser.new_page(**options)
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda one: said.append(one.url) if one.url != file.as_uri() else None)
    try:
        page.goto(file.as_uri())
        yield page
        assert said == []
    finally:
        page.close()
