"""The report as HTML: what stands in it, in which order, and that all of it is inert."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import get_args

import pytest
from bs4 import BeautifulSoup, Tag
from dossiers import MADE, Draft, bare, crowd, denials, harbour, quiet, relayed
from hypothesis import given
from hypothesis import strategies as st
from pages import crossing, draw_page, hostile, parse, words

from claims.errors import NoDotError
from claims.graph import build_graph
from claims.model import Attribution, Difference, Document, Dossier, Span
from claims.model.world import Certainty
from claims.query.answers import Party
from claims.render.report import draw_summary, lay_out_page, make_link, pick_language
from claims.render.report.labels import load_labels
from claims.render.report.picture import embed_picture
from claims.render.report.segments import cut_article
from claims.render.report.telling import Standing, describe_party
from claims.render.vocabulary import Lang, load_vocabulary

ORDER = ["disputed", "articles", "picture", "speakers", "conflicts"]
ALL = {**MADE, "hostile": hostile, "crossing": crossing, "denials": denials}
LANGS: tuple[Lang, ...] = ("zh", "zh-hant", "en")


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return parse(draw_page([harbour()], picture=True))


def find_disputes(page: BeautifulSoup) -> list[Tag]:
    return page.select(".dispute")


def test_the_parts_stand_in_their_order(page: BeautifulSoup) -> None:
    assert [part["id"] for part in page.select("main > section")] == ORDER
    assert [part.h2.get_text() for part in page.select("main > section")] == [
        "这里有争议", "原文", "争议图", "谁说了什么", "可能冲突"
    ]  # fmt: skip


def test_the_first_thing_said_is_who_disputes_whom(page: BeautifulSoup) -> None:
    first, second = find_disputes(page)
    assert words(first.h3) == "何敏 对 一名海事官员 的说法提出异议"
    assert words(second.h3) == "林海的秘书 对 一名海事官员 的说法提出异议"
    assert [words(one) for one in page.select(".glance .line")] == [
        words(first.h3), words(second.h3)
    ]  # fmt: skip


def test_both_statements_stand_side_by_side(page: BeautifulSoup) -> None:
    first, _ = find_disputes(page)
    who, *whom = first.select(".side")
    assert words(who.select_one(".name")) == "何敏"
    assert who.select_one(".sentence").get_text() == (
        "港务局发言人何敏否认了该官员的说法，并说林海只提到停航有明显的可能。"
    )
    assert who.select_one(".cue").get_text() == "否认"
    assert [one.select_one(".said").get_text() for one in whom] == [
        "港务局长林海告诉他，“航道几乎肯定要停航一个月”"
    ]


def test_what_else_may_be_meant_is_folded(page: BeautifulSoup) -> None:
    first, second = find_disputes(page)
    [also] = first.select("details.also")
    assert words(also.summary) == "另有 1 条说法也可能在所指之内"
    assert [words(one.p) for one in also.select("li")] == [
        "海潮社 ← 一名海事官员 ： 周三的会谈“进行得并不顺利”"
    ]
    assert also.select("[data-copy]")
    assert second.select(".also") == []


def twice(**facts: str) -> Dossier:
    """One who denies, and in the next breath calls it false; the second may mean another."""
    draft = Draft("林海说，航道复航。何敏否认，并驳斥这种谣言。", name="twice")
    lin, he = draft.speaker("林海"), draft.speaker("何敏")
    said = draft.says(lin, "林海", "说", "航道复航")
    draft.relates("disputes", draft.says(he, "何敏", "否认"), said, cue="否认")
    rejects = draft.says(he, None, "驳斥", "这种谣言")
    draft.relates("disputes", rejects, said, cue="驳斥", target="这种谣言", **facts)
    return draft.dossier()


def test_one_who_disputes_twice_has_one_card() -> None:
    page = parse(draw_page([twice(), harbour()]))
    card = find_disputes(page)[-1]
    assert words(card.h3) == "何敏 对 林海 的说法提出异议"
    assert [words(one) for one in page.select(".glance li")[-1].select("q")] == ["否认", "驳斥"]
    assert [words(one) for one in card.select(".meta li")] == ["否认", "驳斥 所指 这种谣言"]
    [sentence] = card.select(".is-who .sentence")  # both words stand in one sentence
    assert [one.get_text() for one in sentence.select(".words-of")] == ["否认", "驳斥"]
    assert len(card.select(".is-whom")) == 1
    assert [words(one) for one in page.select(".counts .is-dispute")] == ["3 处异议（文中 4 次）"]


def test_what_only_nearness_tells_is_perhaps_meant() -> None:
    _, near = find_disputes(parse(draw_page([denials()])))
    assert words(near.h3) == "何敏 提出异议，可能针对 林海 的说法"
    assert words(near.select_one(".meta li .perhaps")) == "可能所指"
    assert words(near.select_one(".is-whom h4 .perhaps")) == "可能所指"
    assert words(near.select_one(".between .why")) == "可能冲突 1 · 一正一反：“否认”"
    page = parse(draw_page([denials()], "en"))
    first, second = page.select(".glance li")
    assert first.select(".perhaps") == []
    assert words(second.select_one(".over")) == "perhaps meant : 码头已经关闭"
    assert words(find_disputes(page)[1].h3) == "何敏 disputes, perhaps, what 林海 said"
    assert "可能受异议 2" in words(parse(draw_page([denials()])).select_one(".text"))


def test_of_two_acts_the_one_that_may_mean_another_is_marked() -> None:
    page = parse(draw_page([twice(strength="weak"), harbour()]))
    card = find_disputes(page)[-1]
    assert words(card.h3) == "何敏 对 林海 的说法提出异议"
    assert [words(one) for one in card.select(".meta li")] == ["否认", "驳斥 可能所指 这种谣言"]
    assert card.select(".is-whom .perhaps") == []
    assert words(page.select(".glance li")[-1].select("p")[-1]) == "否认 驳斥 可能所指"


def test_the_first_list_tells_over_what(page: BeautifulSoup) -> None:
    assert [words(one) for one in page.select(".glance .over")] == [
        "所指 “该官员的说法”： 林海 ： 航道几乎肯定要停航一个月",
        "所指 “官员对会谈的描述”： 周三的会谈“进行得并不顺利”",
    ]


def test_two_of_one_name_are_two() -> None:
    draft = Draft("一名官员说，停航。另一名官员说，停航。何敏否认。", name="namesakes")
    first, second, he = (draft.speaker(name) for name in ("一名官员", "一名官员", "何敏"))
    one = draft.says(first, "一名官员", "说", "停航")
    other = draft.says(second, "另一名官员", "说", "停航")
    draft.relates("disputes", draft.says(he, "何敏", "否认"), one, other, cue="否认")
    [card] = find_disputes(parse(draw_page([draft.dossier()])))
    assert words(card.h3) == "何敏 对 一名官员 、 一名官员 的说法提出异议"


HELD = {"zh": ("否认", "没有说", "何敏否认"), "en": ("denied", "not said", "denied by 何敏")}


@pytest.mark.parametrize("lang", HELD)
def test_what_its_speaker_does_not_hold_bears_the_word(lang: Lang) -> None:
    denied, unsaid, by = HELD[lang]
    page = parse(draw_page([denials()], lang))
    left, right = page.select_one(".conflict").select(".who")
    assert words(left.select_one(".held")) == denied
    assert right.select(".held") == []
    rows = {one["id"]: one for one in page.select(".row")}
    marks = {id: [words(held) for held in one.select(".held")] for id, one in rows.items()}
    ids = [one.id.replace(":", "-") for one in denials().attributions]
    assert [marks[f"r-{id}"] for id in ids] == [
        [denied],
        [by],
        [unsaid],
        [denied],
        [],
        [denied],
        [],
    ]
    told = [words(one) for one in page.select(".text .held, .text .flag.is-held")]
    assert told == [denied, by, unsaid, denied, denied]
    card, _ = find_disputes(page)
    assert words(card.select_one(".is-whom .who .held")) == by
    assert words(card.select_one(".is-whom .chain")).count(denied) == 1


def test_what_its_speaker_does_not_hold_bears_the_word_in_the_facts() -> None:
    dossiers = [denials()]
    page = lay_out_page(dossiers, build_graph(dossiers))
    facts = draw_summary(page, lang="zh", width=90).plain.splitlines()
    assert "     何敏 否认：码头已经关闭" in facts
    assert "     林海：码头已经关闭" in facts
    assert "     何敏 ← 林海（何敏否认）：航道要停航一个月" in facts
    assert "     可能所指：林海：码头已经关闭" in facts
    facts = draw_summary(page, lang="en", width=90).plain.splitlines()
    assert "     何敏 (denied): 码头已经关闭" in facts
    assert "     何敏 ← 林海 (denied by 何敏): 航道要停航一个月" in facts


def test_a_quotation_is_not_turned_round() -> None:
    page = parse(draw_page([denials()]))
    copied = [one["data-copy"].split("\n") for one in page.select(".row [data-copy]")]
    firsts = {lines[0] for lines in copied}
    assert {
        "何敏否认：林海说过航道要停航一个月",
        "林海（何敏否认）说过：航道要停航一个月",
        "周岚没有说：渔民会得到赔偿",
        "何敏否认：码头已经关闭",
        "一名官员（匿名）否认：渡轮停开",
        "林海说：码头已经关闭",
    } <= firsts
    assert "转述：东港日报 ← 何敏 否认 ← 林海" in {line for lines in copied for line in lines}
    page = parse(draw_page([denials()], "en"))
    firsts = {one["data-copy"].partition("\n")[0] for one in page.select(".row [data-copy]")}
    assert {"周岚 (not said) 没有说: 渔民会得到赔偿", "何敏 (denied) 否认: 码头已经关闭"} <= firsts
    objects = find_disputes(parse(draw_page([harbour()])))[1].select_one(".is-who [data-copy]")
    assert objects["data-copy"].startswith("林海的秘书（匿名）提出异议：官员对会谈的描述\n")


def test_who_follows_on_himself_is_shown_once() -> None:
    draft = Draft("海潮社引述一名渔民称，该渔民说，停航。", name="again", outlet="海潮网")
    tide = draft.speaker("海潮社", kind="outlet")
    fisher = draft.speaker("一名渔民", anonymous=True)
    outer = draft.says(tide, "海潮社", "引述一名渔民称", "该渔民说，停航")
    own = draft.says(fisher, "一名渔民", None, "该渔民说，停航", within=outer)
    draft.says(fisher, "该渔民", "说", "停航", within=own)
    page = parse(draw_page([draft.dossier()]))
    told = [words(one) for one in page.select(".row .through")]
    assert told == ["海潮网 ← 海潮社 ← 一名渔民"] * 2


def test_the_title_is_not_told_twice() -> None:
    draft = Draft("航道复航\n林海说，没有问题。", title="航道复航", name="titled")
    draft.says(draft.speaker("林海"), "林海", "说", "没有问题")
    page = parse(draw_page([draft.dossier()]))
    assert page.h1.get_text() == "航道复航"
    assert [one.get_text() for one in page.select(".text p")] == ["林海说，没有问题。"]


def test_each_statement_has_its_chain_from_the_outlet(page: BeautifulSoup) -> None:
    first, _ = find_disputes(page)
    chains = [[words(hop.bdi) for hop in one.select("li")] for one in first.select(".chain")]
    assert chains == [
        ["东港日报", "何敏"],
        ["东港日报", "石磊", "一名海事官员"],
    ]
    assert words(first.select(".chain")[1].select("li")[1]) == "石磊 微博"


def test_it_is_told_whether_the_origin_is_named(page: BeautifulSoup) -> None:
    first, second = find_disputes(page)
    marks = [[words(one) for one in card.select(".side .standing")] for card in (first, second)]
    assert marks == [["出处署名", "出处匿名"], ["出处匿名", "出处匿名"]]
    assert "anon" in second.select_one(".side .name")["class"]


def test_one_named_whose_words_come_through_one_who_is_not() -> None:
    page = parse(draw_page([harbour()], "en"))
    row = next(one for one in page.select(".point") if "航道几乎肯定" in one.get_text())
    assert words(row.select_one(".standing")) == "through someone anonymous"


def test_the_copy_button_gives_outlet_date_and_address(page: BeautifulSoup) -> None:
    button = find_disputes(page)[0].select(".side [data-copy]")[1]
    assert button["data-copy"] == (
        "一名海事官员（匿名）：港务局长林海告诉他，“航道几乎肯定要停航一个月”\n"
        "转述：东港日报 ← 石磊 ← 一名海事官员\n"
        "原话：东港日报记者石磊8日在微博上援引一名海事官员的话称，港务局长林海告诉他，"
        "“航道几乎肯定要停航一个月”。"
    )
    assert page.find(id=button["data-from"])["data-source"] == (
        "出处：东港日报，2030-03-08，《东港停航风波》\nhttps://example.org/harbour"
    )


def test_every_statement_is_listed_under_its_speaker(page: BeautifulSoup) -> None:
    rows = [one["id"] for one in page.select("#speakers .row")]
    assert Counter(rows) == Counter(
        f"r-{one.id.replace(':', '-')}" for one in harbour().attributions
    )
    assert all(row.select_one("[data-copy]") for row in page.select("#speakers .row"))


def test_conflicts_come_with_their_reason_and_never_as_a_verdict(page: BeautifulSoup) -> None:
    conflicts = page.select(".conflict")
    assert len(conflicts) == 3
    assert "可能冲突" in words(conflicts[0])
    told = " ".join(words(one.select_one(".meta")) for one in conflicts)
    assert "把握程度：“几乎肯定”对“明显的可能”" in told
    assert "评价：“并不顺利”对“富有成效”" in told
    weak = page.select(".weak .conflict")
    assert [words(one.select_one(".meta")) for one in weak] == [
        "可能冲突 3 数量：“三成”对“不到一成”"
    ]


def test_the_article_keeps_every_character() -> None:
    text = "\n".join("".join(piece.text for piece in one) for one in cut_article(harbour()))
    assert text == harbour().document.text


def test_in_the_article_nested_reports_have_lines_of_their_own(page: BeautifulSoup) -> None:
    deepest = next(
        one for one in page.select(".text .d3") if one.get_text() == "航道几乎肯定要停航一个月"
    )
    outer = [
        one for one in deepest.parents if isinstance(one, Tag) and "said" in one.get("class", ())
    ]
    assert [next(c for c in one["class"] if re.fullmatch(r"d\d", c)) for one in outer] == [
        "d2",
        "d1",
    ]
    assert "anon" in outer[0]["class"]
    assert "anon" not in deepest["class"]
    assert page.select_one(".text a.cue").get_text()


def test_spans_that_cross_keep_the_words_in_their_order() -> None:
    dossier = crossing()
    page = parse(draw_page([dossier]))
    lines = [one.get_text() for one in page.select(".text p")]
    marks = ("引",)  # what stands for a quotation without a cue
    bare_lines = [line.translate({ord(mark): None for mark in marks}) for line in lines]
    assert bare_lines == dossier.document.text.split("\n")
    over = {one.get_text(): one["data-a"].split() for one in page.select(".text [data-a]")}
    assert len(over["戊"]) == 4
    assert len(over["己"]) == 3
    assert len(over["辛壬"]) == 1


@given(st.data())
def test_any_spans_can_be_cut(data: st.DataObject) -> None:
    text = data.draw(st.text("港口停航\n，😀\ud800", max_size=30))
    place = st.integers(0, len(text))
    found = []
    for number in range(data.draw(st.integers(0, 5))):
        ends = [sorted(data.draw(st.tuples(place, place))) for _ in range(3)]
        cue, *content = (Span.of(text, *pair) for pair in ends)
        outer = data.draw(st.sampled_from([None, *(f"x:a{n}" for n in range(5))]))
        found.append(Attribution(id=f"x:a{number}", cue=cue, content=tuple(content), within=outer))
    dossier = Dossier(document=Document.of(text, lang="zh"), attributions=tuple(found))
    lines = cut_article(dossier)
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text
    opened = Counter(id for line in lines for piece in line for id in piece.opens)
    assert opened == Counter(one.id for one in found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ALL)
def test_every_link_leads_to_one_place(name: str, lang: Lang) -> None:
    page = parse(draw_page([ALL[name]()], lang, picture=True))
    ids = Counter(one["id"] for one in page.select("[id]"))
    assert [id for id, times in ids.items() if times > 1] == []
    links = {one["href"] for one in page.select("[href^='#']")}
    links |= {one["xlink:href"] for one in page.select("[xlink\\:href]")}
    assert {link for link in links if link[1:] not in ids} == set()
    assert {"#disputed", "#articles", "#picture", "#speakers", "#conflicts"} <= links


@pytest.mark.parametrize("name", ALL)
def test_nothing_comes_from_elsewhere(name: str) -> None:
    dossier = ALL[name]()
    page = parse(draw_page([dossier], picture=True))
    assert page.select("[src], link, iframe, object, embed, form, base, img, image") == []
    outside = {one["href"] for one in page.select("[href]") if not one["href"].startswith("#")}
    assert outside <= {dossier.document.url}
    assert not any(one.startswith("javascript") for one in outside)
    assert len(page.select("script")) == 1
    [policy] = page.select("meta[http-equiv=Content-Security-Policy]")
    assert policy["content"].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy["content"]
    assert [one.name for one in page.select("*") for key in one.attrs if key.startswith("on")] == []
    assert page.select("[style]") == []
    sheets = " ".join(one.get_text() for one in page.select("style"))
    assert not re.search(r"url\(|@import|https?:", sheets)


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_words_are_only_words(lang: Lang) -> None:
    html = draw_page([hostile()], lang)
    page = parse(html)
    assert len(page.select("script, img")) == 1
    assert "\u202e" not in html
    assert "\x07" not in html
    assert "<script>alert(1)</script>" in page.select_one(".text").get_text()
    assert "<script>alert(1)</script>" in page.select_one(".side [data-copy]")["data-copy"]
    assert page.select("a.out") == []


def test_what_acts_in_a_picture_is_taken_out() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<script>alert(1)</script><foreignObject/><image href="http://a.example/x"/>'
        '<a xlink:href="javascript:alert(2)"><text style="fill:red" onclick="x">港口</text></a>'
        '<a xlink:href="#w-1"><rect fill="url(http://a.example/y)"/></a>'
        "<style>@import 'http://a.example/z';</style></svg>"
    )
    embedded = embed_picture(svg, "图")
    drawn = embedded.markup
    assert "港口" in drawn
    assert "#w-1" in drawn
    assert not re.search(r"script|foreign|image|example|onclick|style=", drawn)
    assert embedded.styles == ("",)


@pytest.mark.parametrize("name", ["harbour", "crowd"])
def test_the_same_dossiers_give_the_same_bytes(name: str) -> None:
    assert draw_page([MADE[name]()], picture=True) == draw_page([MADE[name]()], picture=True)


def test_without_a_dispute_it_says_so_and_what_to_do() -> None:
    page = parse(draw_page([quiet()]))
    assert find_disputes(page) == []
    assert "没有发现异议" in words(page.select_one("#disputed"))
    assert "claims report" in words(page.select_one("#disputed"))
    assert page.select("svg") == []
    assert "没有图" in words(page.select_one("#picture"))
    assert words(page.select_one(".row .cue")) == "说"


def test_without_a_statement_the_article_is_still_there() -> None:
    page = parse(draw_page([bare()], "en"))
    assert "港口今日停航。" in words(page.select_one(".text"))
    assert "No attribution was found" in words(page.select_one("#speakers"))


def test_without_dot_the_page_says_how_to_get_it() -> None:
    page = parse(draw_page([harbour()], picture=False))
    [how] = re.findall(r"\(apt .*?, or (brew .*?)\)", str(NoDotError()))
    told = words(page.select_one("#picture"))
    assert "apt install graphviz fonts-noto-cjk" in told
    assert "apt install graphviz fonts-noto-cjk" in str(NoDotError())
    assert how in told


def test_many_articles_are_folded_and_listed() -> None:
    dossiers = [harbour(), relayed(), quiet(), bare(), crowd()]
    page = parse(draw_page(dossiers))
    titles = ["东港停航风波", "航道或周五恢复", "复航", "停航", "众说纷纭"]
    assert [words(one) for one in page.select(".contents-more a")] == titles
    assert [words(one.h3) for one in page.select("details.story")] == titles
    assert not page.select("details[open]")
    assert len(page.select("article.dispute")) == 6
    assert len(page.select("details.dispute")) == 17 - 6
    assert page.h1.get_text() == "5 篇报道"


def test_an_article_given_twice_is_shown_once() -> None:
    assert draw_page([harbour(), harbour()]) == draw_page([harbour()])


def test_all_languages_have_the_same_labels() -> None:
    first, *rest = (load_labels(lang).words for lang in LANGS)
    for other in rest:
        assert first.keys() == other.keys()
        for key, form in first.items():
            assert type(form) is type(other[key]), key
            facts = (set(re.findall(r"{\w+}", str(words))) for words in (form, other[key]))
            assert len({frozenset(one) for one in facts}) == 1, key


def test_what_is_inferred_is_never_said_to_conflict() -> None:
    for lang, bare_word in (("zh", "冲突"), ("zh-hant", "衝突"), ("en", "conflict")):
        labels = load_labels(lang)
        term = labels.term("conflict")
        assert bare_word in term
        page = parse(draw_page([harbour(), denials()], lang, picture=True))
        told = words(page.body).lower()
        heard = " ".join(
            str(one[key]) for key in ("aria-label",) for one in page.select(f"[{key}]")
        )
        for text in (told, heard.lower()):
            assert text.count(bare_word) == text.count(term), lang


def test_more_numbers_than_there_is_room_for_are_counted() -> None:
    draft = Draft("林海说，停航。" + "何敏说，复航。" * 5, name="many")
    lin, he = draft.speaker("林海"), draft.speaker("何敏")
    first = draft.claim(draft.says(lin, "林海", "说", "停航"), "停航")
    for number in range(5):
        after = 7 * (number + 1)
        other = draft.claim(draft.says(he, "何敏", "说", "复航", after=after), "复航")
        draft.relates("contradicts", first, other, difference=("polarity", "停", "复"))
    page = parse(draw_page([draft.dossier()]))
    assert words(page.select_one(".text .flag")) == "可能冲突 1 2 3 另 2 处"


def test_the_labels_are_in_the_script_of_the_article() -> None:
    draft = Draft("港務局長林海說，航道關閉。港務局發言人何敏否認。", name="traditional")
    lin = draft.speaker("林海", "林海", role="局长")
    he = draft.speaker("何敏", "何敏", role="发言人")
    said = draft.says(lin, "林海", "說", "航道關閉")
    draft.relates("disputes", draft.says(he, "何敏", "否認"), said, cue="否認")
    dossiers = [draft.dossier()]
    laid = lay_out_page(dossiers, build_graph(dossiers))
    assert pick_language(laid) == pick_language(laid, "zh") == "zh-hant"
    assert pick_language(laid, "en") == "en"
    page = parse(draw_page(dossiers, pick_language(laid)))
    assert page.html["lang"] == "zh-Hant"
    [card] = find_disputes(page)
    assert words(card.h3) == "何敏 對 林海 的說法提出異議"
    assert {one["lang"] for one in page.select(".text, .sentence")} == {"zh-Hant"}
    assert "發言人" in words(card.select_one(".is-who"))
    assert "发言人" not in words(page)
    dossiers = [harbour()]
    assert pick_language(lay_out_page(dossiers, build_graph(dossiers))) == "zh"


def test_one_who_is_not_named_is_told_in_one_language() -> None:
    official = Party(id="s1", name="一名知情者", anonymous=True, what="official", role="官员")
    told = [describe_party(official, load_labels(lang)) for lang in LANGS]
    assert told == ["匿名官员", "匿名官员", "anonymous official"]
    plain = Party(id="s2", name="一名官员", anonymous=True, what="official", role="官员")
    assert describe_party(plain, load_labels("zh")) == "匿名"


def test_every_label_is_used_and_every_kind_has_one() -> None:
    package = resources.files("claims.render.report")
    files = [*package.iterdir(), *(package / "templates").iterdir()]
    sources = " ".join(
        one.read_text("utf-8") for one in files if one.name.endswith((".py", ".jinja"))
    )
    labels = load_labels("zh")
    unused = [key for key in labels.words if f'"{key}"' not in sources]
    assert [key for key in unused if not key.startswith("standing_")] == []
    assert [kind for kind in get_args(Standing) if f"standing_{kind}" not in labels.words] == []
    kinds = (*get_args(Difference.model_fields["kind"].annotation), *get_args(Certainty))
    assert [kind for kind in kinds if kind not in load_vocabulary()] == []


def test_pictures_and_reports_have_the_same_words() -> None:
    table = tomllib.loads(
        (resources.files("claims.render.diagram") / "words.toml").read_text("utf-8")
    )
    shared = load_vocabulary()
    both = [key for key in table if key in shared]
    assert [key for key in both if key != "what" and table[key] != shared[key]] == []
    assert {**shared["what"], **table.get("what", {})} == shared["what"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_can_be_heard(lang: Lang) -> None:
    page = parse(draw_page([harbour(), crowd()], lang, picture=True))
    assert page.html["lang"] == load_labels(lang).write("html")
    assert [len(page.select(one)) for one in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert page.select_one("body > a.skip")["href"] == "#disputed"
    heard = page.select("a:not([aria-hidden]), button, summary")
    assert all(words(one) or one.get("aria-label") for one in heard)
    levels = [int(one.name[1]) for one in page.select("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(one.get("aria-label") for one in page.select("nav, [role=region]"))
    assert all(one["lang"] == "zh-Hans" for one in page.select(".text, .sentence"))


def test_the_picture_leads_to_the_words() -> None:
    dossier = harbour()
    link = make_link([dossier])
    denial = next(one for one in dossier.relations if one.kind == "disputes")
    assert link(denial.id) == link(denial.origin) == f"#w-{denial.origin.replace(':', '-')}"
    assert link(dossier.claims[0].id) == link(dossier.claims[0].attribution)
    assert link("nowhere") == ""


def test_the_facts_in_short() -> None:
    dossiers = [harbour()]
    page = lay_out_page(dossiers, build_graph(dossiers))
    lines = draw_summary(page, lang="zh", width=60).plain.splitlines()
    assert lines[:2] == ["东港停航风波", "2 处异议 · 3 处可能冲突 · 8 位说话者 · 14 条说法"]
    assert "  1  何敏 对 一名海事官员 的说法提出异议  “否认”" in lines
    assert "     所指 “该官员的说法”" in lines
    assert any("把握程度" in line for line in lines)
    assert not any("\x1b" in line for line in lines)


CSS = (resources.files("claims.render.report") / "templates" / "report.css").read_text("utf-8")
LIGHT, DARK, _PAPER = re.findall(r":root \{([^}]*)\}", CSS)
SCHEMES = {"light": LIGHT, "dark": DARK}
INKS = ("ink", "soft", "link", "dispute-ink", "conflict-ink")
TONES = tuple(f"t{n}" for n in range(9))


def brightness(colour: str) -> float:
    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_and_lines_stand_out(scheme: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", SCHEMES[scheme]))
    grounds = [colours[name] for name in ("paper", "sheet", "wash", "hit")]
    weak = [
        (name, ground, round(contrast(colours[name], ground), 2))
        for names, least in ((INKS, 4.5), (TONES, 3.0))
        for name in names
        for ground in grounds
        if contrast(colours[name], ground) < least
    ]
    assert weak == []
