"""The long walk over reports: every link followed, at both widths, in both themes and languages."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from dossiers import Draft, crowd, harbour, relayed
from pages import WIDTHS, crossing, draw_page, hostile, open_browser, open_page

from claims import make_dossier, read_path
from claims.model import Dossier

pytestmark = pytest.mark.soak

SCHEMES, LANGS = ("light", "dark"), ("zh", "en")
WALKS = list(itertools.product(LANGS, SCHEMES, WIDTHS))
SEED = Path(__file__).resolve().parents[1] / "seeds"
FIFTY, SECONDS, BYTES = 50, 60, 8_000_000

FOLLOW = """(number) => {
    const link = document.querySelectorAll('main a')[number];
    for (let one = link; one; one = one.parentElement) {
        if (one.tagName === 'DETAILS') one.open = true;
    }
    link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
    const id = (link.getAttribute('href') || '').slice(1);
    return {id, outside: !!(link.rel || ''), place: document.getElementById(id) !== null};
}"""
SEEN = """(id) => {
    const box = document.getElementById(id).getBoundingClientRect();
    return box.height > 0 && box.top < innerHeight && box.bottom > 0;
}"""
SPILLS = """() => [...document.querySelectorAll('main *')].filter((one) => {
    const style = getComputedStyle(one);
    return !one.closest('.canvas') && style.display !== 'inline' && style.overflowX === 'visible'
        && !one.classList.contains('sr') && one.scrollWidth > one.clientWidth + 1
        && one.clientWidth > 0;
}).map((one) => one.outerHTML.slice(0, 200))"""
OVERLAPS = """() => {
    const names = 'main > section, .dispute, .conflict, .row, .side, .point';
    const parts = [...document.querySelectorAll(names)];
    const crossed = [];
    for (const one of parts) {
        const next = one.nextElementSibling;
        if (!next || !parts.includes(next)) continue;
        const [a, b] = [one.getBoundingClientRect(), next.getBoundingClientRect()];
        const beside = a.right <= b.left + 1 || b.right <= a.left + 1;
        if (a.height && b.height && !beside && a.bottom > b.top + 1) crossed.push(one.className);
    }
    return crossed;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as browser:
        yield browser


def long_names() -> Dossier:
    """Names and words that are long, without a place to break and with many."""
    name = "东港海事与航道安全联合调查委员会常务副主任兼新闻发言人林海" * 2
    other = "Donaudampfschifffahrtsgesellschaftskapitänswitwenverein" * 2
    draft = Draft(f"{name}说，{'停航' * 60}。{other}否认。", title=name, outlet=other, name="long")
    one, two = draft.speaker(name, role=name), draft.speaker(other, anonymous=True, what="source")
    said = draft.says(one, name, "说", "停航" * 60, medium=name)
    draft.claim(said, "停航" * 60)
    draft.relates("disputes", draft.says(two, other, "否认"), said, cue="否认")
    return draft.dossier()


def read_seed() -> list[Dossier]:
    [article] = read_path(SEED)
    return [make_dossier(article)]


REPORTS = {
    "several": lambda: [harbour(), relayed(), crowd(12), long_names(), crossing()],
    "hostile": lambda: [hostile()],
    "seed": read_seed,
}


def write_page(folder: Path, dossiers: Sequence[Dossier], lang: str) -> Path:
    file = folder / f"{lang}.html"
    file.write_text(draw_page(dossiers, lang, picture=True), "utf-8")
    return file


@pytest.mark.parametrize(("lang", "scheme", "width"), WALKS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_link_is_followed_and_leads_back(
    browser: Any, tmp_path: Path, name: str, lang: str, scheme: str, width: str
) -> None:
    file = write_page(tmp_path, REPORTS[name](), lang)
    size = {"width": WIDTHS[width], "height": 740}
    with open_page(browser, file, viewport=size, color_scheme=scheme) as page:
        fits = "document.documentElement.scrollWidth <= innerWidth"
        assert page.evaluate(fits)
        for number in range(page.locator("main a").count()):
            if page.locator("main a").nth(number).get_attribute("rel"):
                continue  # it leaves the page
            found = page.evaluate(FOLLOW, number)
            assert found["place"], found
            page.evaluate("(id) => { location.hash = id }", found["id"])
            page.wait_for_function(SEEN, arg=found["id"])
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate(fits)
        assert page.evaluate(SPILLS) == []
        assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_it_prints(browser: Any, tmp_path: Path, width: str) -> None:
    file = write_page(tmp_path, [harbour(), relayed()], "zh")
    with open_page(browser, file, viewport={"width": WIDTHS[width], "height": 740}) as page:
        printed = page.pdf(format="A4")
        assert printed.startswith(b"%PDF")
        page.emulate_media(media="print")
        assert page.locator(".contents").is_hidden()
        assert page.locator(".print-only.address").first.is_visible()


def test_fifty_articles_are_drawn_in_time_and_can_be_opened(browser: Any, tmp_path: Path) -> None:
    [seed] = read_seed()
    text = seed.to_json()
    dossiers = [
        Dossier.model_validate_json(text.replace(seed.document.id, f"{number:012x}"))
        for number in range(FIFTY)
    ]
    start = time.monotonic()
    file = write_page(tmp_path, dossiers, "zh")
    assert time.monotonic() - start < SECONDS
    assert file.stat().st_size < BYTES
    start = time.monotonic()
    with open_page(browser, file) as page:
        assert page.locator("details.story").count() == FIFTY
        assert time.monotonic() - start < SECONDS / 6
