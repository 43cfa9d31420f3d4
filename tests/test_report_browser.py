"""The report in a browser: it runs, fits, leads to the words and back, and copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dossiers import crowd, harbour, quiet, relayed
from pages import WIDTHS, crossing, draw_page, hostile, open_browser, open_page

PAGES = {
    "harbour": [harbour()], "several": [harbour(), relayed(), quiet(), crowd()],
    "hostile": [hostile()], "crossing": [crossing()], "nothing": [],
}  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    for name, dossiers in PAGES.items():
        html = draw_page(dossiers, picture=name in ("harbour", "several"))
        (folder / f"{name}.html").write_text(html, "utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def is_seen(page: Any, selector: str) -> bool:
    """Whether a part lies within the window."""
    box = page.locator(selector).first.bounding_box()
    return bool(box and 0 <= box["y"] < page.viewport_size["height"])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_it_fits_and_does_not_complain(
    browser: Any, files: dict[str, Path], name: str, width: str
) -> None:
    size = {"width": WIDTHS[width], "height": 800}
    with open_page(browser, files[name], viewport=size) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_the_dispute_is_on_the_first_screen(browser: Any, files: dict[str, Path]) -> None:
    for width in WIDTHS.values():
        size = {"width": width, "height": 740}
        with open_page(browser, files["harbour"], viewport=size) as page:
            assert is_seen(page, ".glance li:first-child")


def test_a_row_leads_to_the_words_and_back(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["several"]) as page:
        page.locator(".side.is-whom .go").first.click()
        words = page.evaluate("location.hash")
        assert words.startswith("#w-")
        assert is_seen(page, words)  # the article was folded
        marked = page.locator(".hit").all_inner_texts()
        assert "航道几乎肯定要停航一个月" in "".join(marked)
        page.locator("[data-return]").click()
        page.wait_for_function("location.hash === ''")
        assert page.locator("[data-return]").is_hidden()
        page.locator(words).click()
        row = page.evaluate("location.hash")
        assert row == words.replace("#w-", "#r-")
        assert is_seen(page, row)
        page.locator(f"{row} p").nth(1).click()  # anywhere on the row
        assert page.evaluate("location.hash") == words


def test_a_line_of_the_picture_leads_to_the_words(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["harbour"]) as page:
        if not page.locator(".canvas svg").count():
            pytest.skip("there is no picture without dot")
        page.locator("[data-kind=disputes] a").first.dispatch_event("click")
        hash = page.evaluate("location.hash")
        assert hash.startswith("#w-")
        assert page.locator(hash).inner_text() in ("否认", "提出异议")


def test_the_picture_can_be_zoomed_by_mouse_and_keys(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["harbour"]) as page:
        if not page.locator(".canvas svg").count():
            pytest.skip("there is no picture without dot")
        wide = "document.querySelector('.canvas svg').getBoundingClientRect().width"
        before = page.evaluate(wide)
        page.locator("[data-by='1.25']").click()
        assert page.evaluate(wide) == pytest.approx(before * 1.25, abs=1)
        page.locator("[data-canvas]").press("-")
        assert page.evaluate(wide) == pytest.approx(before, abs=1)
        page.locator("[data-canvas]").press("+")
        page.locator("[data-canvas]").press("+")
        page.locator("[data-canvas]").press("ArrowRight")
        page.wait_for_function("document.querySelector('[data-canvas]').scrollLeft > 0")
        page.locator("[data-canvas]").press("0")
        assert page.evaluate(wide) == pytest.approx(before, abs=1)


def test_a_quotation_is_copied(browser: Any, files: dict[str, Path]) -> None:
    grants = {"permissions": ["clipboard-read", "clipboard-write"]}
    with open_page(browser, files["harbour"], **grants) as page:
        button = page.locator(".side [data-copy]").first
        button.click()
        page.wait_for_function("document.querySelector('[data-status]').textContent === '已复制'")
        assert button.inner_text().startswith("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(button.get_attribute("data-copy") + "\n出处：东港日报，2030-03-08")
        assert copied.endswith("\nhttps://example.org/harbour")


FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_the_keyboard_is_enough(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["harbour"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert is_seen(page, ".skip")
        page.keyboard.press("Enter")
        page.wait_for_function("location.hash === '#disputed'")
        page.evaluate(FRAMES)  # where Tab goes on from is known only once the page has moved
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.glance') !== null")
        style = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(style) == "solid"


def test_without_scripts_every_word_is_there(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["harbour"], java_script_enabled=False) as page:
        assert page.locator(".copy").first.is_hidden()
        page.locator(".side.is-whom .go").first.click()
        assert page.url.partition("#")[2].startswith("w-")


def test_on_paper_everything_is_unfolded(browser: Any, files: dict[str, Path]) -> None:
    with open_page(browser, files["several"]) as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("main details:not([open])").count() == 0
        assert page.locator(".also li").first.is_visible()
        assert page.locator(".weak .conflict").first.is_visible()
        broken = "(name) => getComputedStyle(document.querySelector(name)).breakInside"
        for tall in (".dispute", ".conflict", ".sides"):  # else half of a page stays empty
            assert page.evaluate(broken, tall) == "auto"
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".also[open]").count() == 0
