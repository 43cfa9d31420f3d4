"""The first part of a report of several articles: what is contested in all of them together."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pages import HOSTILE, WIDTHS, draw_together, open_browser, open_page, parse, words
from quay import PAGES, QUIET, many
from typer.testing import CliRunner, Result

from claims import make_dossier
from claims.cli import app
from claims.corpus import build_corpus
from claims.model import Document, Dossier
from claims.query.across import Library
from claims.render.report import lay_out_together
from claims.render.vocabulary import Lang

LANGS: tuple[Lang, ...] = ("zh", "zh-hant", "en")


def read(pages: Any, name: str = "港口仓库爆炸") -> list[Dossier]:
    return [
        make_dossier(Document.of(text, lang="zh", outlet=outlet, published=day, title=name))
        for outlet, day, text in pages
    ]


@cache
def drawn(lang: Lang = "zh") -> str:
    return draw_together(read(PAGES), lang, picture=True)


@pytest.fixture(name="page")
def make_page() -> BeautifulSoup:
    return parse(drawn())


def test_it_stands_before_the_articles_and_the_contents_list_it(page: BeautifulSoup) -> None:
    parts = [one["id"] for one in page.select("main > section")]
    assert parts[:2] == ["contested", "disputed"]
    assert page.select_one(".contents a")["href"] == "#contested"
    assert words(page.select_one(".counts a")) == "2 件事说法不一"
    assert page.select_one("a.skip")["href"] == "#contested"


def test_each_matter_has_its_positions_with_those_who_hold_them(page: BeautifulSoup) -> None:
    toll, fireworks = page.select(".contention")
    assert [words(one) for one in toll.select(".position > .words")] == [
        "港口仓库爆炸造成12人死亡",
        "港口仓库爆炸造成9人死亡",
        "否认 港口仓库爆炸造成12人死亡",
        "港口仓库爆炸造成5人死亡",
    ]
    first = toll.select_one(".position")
    assert [words(one) for one in first.select(".holders .name")] == ["林海", "一名官员"]
    assert [words(one) for one in first.select(".name.anon")] == ["一名官员"]
    assert "只凭一位匿名者" in words(fireworks.select_one(".position"))


def test_everyone_leads_to_the_words_in_the_article(page: BeautifulSoup) -> None:
    links = [one["href"] for one in page.select(".positions a, .contention .between a")]
    assert links and all(one.startswith("#w-") for one in links)
    for one in page.select(".position"):
        told = words(one.select_one(".words")).removeprefix("否认 ")
        target = page.find(id=one.select_one("a")["href"][1:])
        assert told in words(target.find_parent("p"))


def test_disputes_stand_before_what_is_concluded(page: BeautifulSoup) -> None:
    toll = page.select_one(".contention")
    kinds = [one["class"][0] for one in toll.select(".between li")]
    assert kinds == sorted(kinds, reverse=True) and kinds[0] == "is-stated"
    why = [words(one) for one in toll.select(".why")]
    assert why[0].startswith("警方 对 一名官员 的说法提出异议： 否认")
    assert why[1].startswith(
        "警方 对 林海 的说法提出异议： 否认"
    )  # who tells it in another article
    assert all(one.startswith("可能冲突") for one in why[2:])
    assert any("数量" in one and "12人" in one for one in why[2:])


def test_changes_of_story_are_told_as_what_may_be(page: BeautifulSoup) -> None:
    [one] = page.select(".changes li")
    assert "可能改口" in words(one) and "12人" in words(one) and "9人" in words(one)
    assert "也可能有别的缘由" in words(page.select_one(".changes"))


def test_copies_are_listed() -> None:
    text = "港口医院院长林海说，港口仓库爆炸造成12人死亡，另有30人受伤，医院已经没有空床位。" * 3
    pages = [("晨报", "2031-05-02", text), ("晚报", "2031-05-03", text + "本报综合。")]
    page = parse(draw_together(read(pages)))
    assert [one["href"][:3] for one in page.select(".copies a")] == ["#t-", "#t-"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_link_leads_to_one_place(lang: Lang) -> None:
    page = parse(drawn(lang))
    ids = Counter(one["id"] for one in page.select("[id]"))
    assert [id for id, times in ids.items() if times > 1] == []
    links = {one["href"] for one in page.select("[href^='#']")}
    assert {link for link in links if link[1:] not in ids} == set()


@pytest.mark.parametrize("lang", LANGS)
def test_it_can_be_heard(lang: Lang) -> None:
    page = parse(drawn(lang))
    levels = [int(one.name[1]) for one in page.select("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    heard = page.select("a:not([aria-hidden]), button, summary")
    assert all(words(one) or one.get("aria-label") for one in heard)


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not on this machine")
def test_the_picture_is_part_of_the_page(page: BeautifulSoup) -> None:
    [svg] = page.select("#contested svg")
    assert "12人死亡" in svg.get_text()
    assert svg["aria-labelledby"] == "m-claims-title m-claims-desc"
    assert page.find(id="m-claims-title")


def test_where_nothing_is_contested_a_sentence_says_so() -> None:
    page = parse(draw_together(read([*QUIET, ("晚报", "2031-05-03", "市长王海说，大桥安全。")])))
    assert words(page.select_one("#contested .empty")) == (
        "在这些报道里没有发现有两种以上说法的事。"
    )
    assert page.select(".contention, #contested svg") == []


def test_much_is_folded_and_counted() -> None:
    page = parse(draw_together(read(many())))
    [matter] = page.select(".contention")
    assert len(matter.select(":scope > .positions > li")) == 6
    assert words(matter.select_one("details.more > summary")) == "其余 24 种说法"


def test_hostile_words_are_only_words() -> None:
    pages = [(HOSTILE, day, text.replace("仓库", "仓库<b>&")) for _, day, text in PAGES]
    html = draw_together(read(pages, HOSTILE), picture=True)
    page = parse(html)
    assert len(page.select("script")) == 1 and not page.select("img")
    assert "\u202e" not in html and "\x07" not in html
    assert "<b>&" in page.select_one(".position .words").get_text()


def test_the_same_articles_give_the_same_bytes_in_any_order() -> None:
    one, other = (
        lay_out_together(Library(build_corpus(read(pages)))) for pages in (PAGES, PAGES[::-1])
    )
    assert one == other and draw_together(read(PAGES)) == draw_together(read(PAGES))


# ---------------------------------------------------------------- in a browser
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as browser:
        yield browser


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_and_does_not_complain(browser: Any, tmp_path: Path, width: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(drawn(), "utf-8")
    size = {"width": WIDTHS[width], "height": 800}
    with open_page(browser, file, viewport=size) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_a_holder_leads_to_the_words_and_back(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(drawn(), "utf-8")
    with open_page(browser, file) as page:
        page.locator(".position a").first.click()
        assert page.evaluate("document.querySelector('details.story[open] .hit') !== null")
        page.locator("[data-return]").click()
        assert page.url.partition("#")[2] == ""


# ---------------------------------------------------------------- the command
def run(*told: object) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, told)])


def test_a_report_of_several_articles_has_its_picture_beside_it(tmp_path: Path) -> None:
    source, out = tmp_path / "port.jsonl", tmp_path / "out"
    rows = [{"text": text, "outlet": o, "published": d, "lang": "zh"} for o, d, text in PAGES]
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = run(source, "-o", out)
    assert done.exit_code == 0 and "2 件事说法不一" in done.stdout
    assert (out / "contested.dot").exists()
    assert (out / "contested.svg").exists() == bool(shutil.which("dot"))
    html = (out / "report.html").read_text("utf-8")
    assert 'id="contested"' in html and "contested.svg" in html
    source.write_text(json.dumps(rows[0]), "utf-8")
    assert run(source, "-o", out).exit_code == 0
    assert not list(out.glob("contested.*"))
    assert 'id="contested"' not in (out / "report.html").read_text("utf-8")
