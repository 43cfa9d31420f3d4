"""The pictures: what they show, what they leave out, and how it looks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import networkx
import pytest
from dossiers import MADE, Draft, crowd, harbour, quiet, relayed
from drawings import (
    DRAWN,
    SVG,
    find_crossings,
    find_meetings,
    groups,
    lay_out,
    outline,
    parse,
    place,
    texts,
    title,
)
from lxml import etree
from pages import HOSTILE, hostile
from typer.testing import CliRunner, Result

from claims import make_dossier, read_path
from claims.cli import app
from claims.errors import NoDotError
from claims.graph import build_graph
from claims.model import Dossier
from claims.query import Wanted
from claims.render.diagram import Choice, Picture, draw_chain, draw_disputes
from claims.render.diagram.foot import tell_foot, tell_sources
from claims.render.diagram.sheet import Frame, Line, Sheet
from claims.render.diagram.style import load_style
from claims.render.diagram.titles import trim_phrase
from claims.render.diagram.widths import measure
from claims.render.diagram.wording import Wording
from claims.render.diagram.wrapping import wrap

ROOT = Path(__file__).resolve().parents[1]
A4 = (842, 595)
MARGIN = 14  # points at the edge of the paper that many printers leave white
READABLE = 4.5  # contrast of words and paper


def draw(*dossiers: Dossier, **choice: Any) -> Picture:
    return draw_disputes(build_graph(dossiers), Choice(**choice))


def draw_claim(dossier: Dossier, number: int = 0, **choice: Any) -> Picture:
    return draw_chain(build_graph([dossier]), dossier.claims[number].id, **choice)


def frame(sheet: Sheet, number: int = 0) -> Frame:
    return sheet.frames[number]


def lines(one: Frame, kind: str) -> list[Line]:
    return [line for line in one.lines if line.kind == kind]


def called(one: Frame, *ids: str) -> list[str]:
    """The names of boxes and the words of rows."""
    words = {box.id: box.name for box in one.boxes} | {row.id: row.words for row in one.rows}
    return [words[id] for id in ids]


def contest(*denials: str, claims: int = 1) -> Dossier:
    """One speaker with several claims, denied by others; who is named twice denies twice."""
    said = [f"{number}号航道今天停航" for number in range(1, claims + 1)]
    text = f"林海说，{'，'.join(said)}。" + "".join(f"{name}否认此事。" for name in denials)
    draft = Draft(text, title="停航", outlet="海潮网")
    lin = draft.speaker("林海", "林海", kind="person")
    first = draft.says(lin, "林海", "说", "，".join(said))
    for words in said:
        draft.claim(first, words)
    who = {name: draft.speaker(name, name, kind="person") for name in denials}
    for name in denials:
        denial = draft.says(who[name], name, "否认", "此事", after=text.index(name))
        draft.relates("disputes", denial, first, cue="否认", target="此事")
    return draft.dossier()


def repeated() -> Dossier:
    """何敏 disputes 林海 twice in different words, 周岚 once, and perhaps does not mean him."""
    draft = Draft(
        "林海说，航道停航，渔港封港。何敏否认停航的说法，又说消息不属实。周岚称传言荒唐。",
        title="停航",
    )
    lin, he, zhou = (draft.speaker(name, name) for name in ("林海", "何敏", "周岚"))
    said = draft.says(lin, "林海", "说", "航道停航，渔港封港")
    draft.claim(said, "航道停航")
    draft.claim(said, "渔港封港")
    first = draft.says(he, "何敏", "否认", "停航的说法")
    second = draft.says(he, None, "又说", "消息不属实")
    third = draft.says(zhou, "周岚", "称", "传言荒唐")
    draft.relates("disputes", first, said, cue="否认", target="停航的说法")
    draft.relates("disputes", second, said, cue="不属实", target="消息")
    draft.relates("disputes", third, said, cue="荒唐", target="传言", strength="weak")
    return draft.dossier()


def nested() -> Dossier:
    """One denies all of what two say, another only what the second says."""
    draft = Draft("林海说，停航。周岚说，封港。何敏全都否认。石磊反驳周岚。", title="停航")
    lin, zhou, he, shi = (draft.speaker(name, name) for name in ("林海", "周岚", "何敏", "石磊"))
    one = draft.says(lin, "林海", "说", "停航")
    other = draft.says(zhou, "周岚", "说", "封港", after=7)
    draft.claim(one, "停航")
    draft.claim(other, "封港")
    draft.relates("disputes", draft.says(shi, "石磊", "反驳", "周岚", after=19), other, cue="反驳")
    draft.relates("disputes", draft.says(he, "何敏", "否认"), one, other, cue="否认")
    return draft.dossier()


def wordy() -> Dossier:
    """Names, bodies and words of dispute that are far too long for a box."""
    body, name = "东港市海洋渔业与海上交通综合行政管理局", "弗拉基米尔·亚历山德罗维奇·泽林斯基斯基"
    union = "东港市远洋渔业捕捞与水产品加工出口企业联合会"
    rumour = "这一没有任何事实根据的毫不负责任的传言"
    draft = Draft(f"欧阳明月说，航道停航。{union}否认{rumour}。{name}也否认。", title=rumour * 3)
    office = draft.speaker(body, kind="government")
    said = draft.says(
        draft.speaker("欧阳明月", "欧阳明月", affiliation=office, role="新闻发言人"),
        "欧阳明月", "说", "航道停航",
    )  # fmt: skip
    draft.claim(said, "航道停航")
    first = draft.says(draft.speaker(union, union, role="副主席"), union, "否认", rumour)
    draft.relates("disputes", first, said, cue="否认", target=rumour)
    draft.relates("disputes", draft.says(draft.speaker(name, name), name, "否认"), said, cue="否认")
    return draft.dossier()


@cache
def seed() -> Dossier:
    [document] = read_path(ROOT / "seeds")
    return make_dossier(document)


# ---------------------------------------------------------------- what is shown
def test_it_reads_from_who_says_to_who_denies() -> None:
    one = frame(draw(harbour()).sheet)
    [denial, objection] = lines(one, "disputes")
    assert called(one, *denial.tails, *denial.heads) == [
        "何敏", "航道几乎肯定要停航一个月", "周三的会谈“进行得并不顺利”",
    ]  # fmt: skip
    assert (denial.words, denial.small) == ("否认", "该官员的说法")
    assert called(one, *objection.tails) == ["林海的秘书"]
    sides = {box.name: box.side for box in one.boxes}
    assert (sides["一名海事官员"], sides["何敏"], sides["林海的秘书"]) == ("left", "right", "right")


def test_relays_stand_in_the_order_in_which_they_pass_on() -> None:
    one = frame(draw(harbour()).sheet)
    steps = [called(one, *line.tails, *line.heads) for line in lines(one, "relays")]
    assert steps == [
        ["石磊", "一名海事官员"], ["一名海事官员", "林海"],
        ["海潮社", "一名海事官员"], ["何敏", "林海"],
    ]  # fmt: skip
    levels = [(box.name, box.level) for box in one.boxes if box.side == "left"]
    assert levels == [
        ("石磊", 3), ("一名海事官员", 2), ("林海", 1), ("海潮社", 2), ("一名海事官员", 1),
    ]  # fmt: skip


def test_to_each_claim_leads_one_way_only() -> None:
    """What the agency has from the official is not what the official has from the governor."""
    one = frame(draw(harbour()).sheet)
    relays = {line.heads[0]: line.tails[0] for line in lines(one, "relays")}
    names = {box.id: box.name for box in one.boxes}
    assert len(relays) == len(lines(one, "relays"))
    ways: dict[tuple[str, ...], list[str]] = {}
    for row in one.rows:
        way = [row.box]
        while way[-1] in relays:
            way.append(relays[way[-1]])
        ways.setdefault(tuple(names[id] for id in reversed(way)), []).append(row.words)
    assert ways == {
        ("石磊", "一名海事官员", "林海"): ["航道几乎肯定要停航一个月"],
        ("海潮社", "一名海事官员"): ["周三的会谈“进行得并不顺利”"],
        ("何敏", "林海"): ["停航有明显的可能"],
        ("何敏",): ["会谈富有成效"],
    }
    unnamed = [box for box in one.boxes if box.name == "一名海事官员"]
    assert {box.small for box in unnamed} == {"匿名 · 同一来源"}
    assert len({box.speaker for box in unnamed}) == 1


def test_named_anonymous_and_outlet_are_told_apart() -> None:
    boxes = {box.name: box for box in frame(draw(harbour()).sheet).boxes}
    signs = {name: box.sign for name, box in boxes.items()}
    assert (signs["何敏"], signs["一名海事官员"], signs["海潮社"]) == ("named", "unnamed", "outlet")
    assert boxes["何敏"].small == "港务局 · 发言人"
    # That it is an official, its name says; that both boxes are one, it does not.
    assert boxes["一名海事官员"].small == "匿名 · 同一来源"
    assert boxes["林海的秘书"].small == "匿名发言人"


def test_a_conflict_is_worded_as_what_may_be_and_has_its_reason() -> None:
    picture = draw(harbour())
    conflicts = [line for one in picture.sheet.frames for line in lines(one, "conflicts")]
    assert [(line.words, line.small) for line in conflicts] == [
        ("可能冲突：把握程度", "“几乎肯定”对“明显的可能”"),
        ("可能冲突：评价", "“并不顺利”对“富有成效”"),
        ("可能冲突：数量", "“三成”对“不到一成”"),
    ]
    english = draw(harbour(), lang="en")
    words = [line.words for one in english.sheet.frames for line in lines(one, "conflicts")]
    assert words == [
        "may conflict: how certain",
        "may conflict: how good",
        "may conflict: how many",
    ]


def test_certainty_and_negation_are_words() -> None:
    rows = {row.words: row.signs for one in draw(harbour()).sheet.frames for row in one.rows}
    assert rows["航道几乎肯定要停航一个月"] == ("几乎肯定",)
    assert rows["周三的会谈“进行得并不顺利”"] == ("否定",)
    assert rows["会谈富有成效"] == ()


def test_each_matter_has_a_frame_with_its_origins_and_the_most_disputed_is_first() -> None:
    sheet = draw(harbour()).sheet
    assert [len(lines(one, "disputes")) for one in sheet.frames] == [2, 0]
    assert frame(sheet).small == "独立来源：左方 1（匿名 1），右方 2（匿名 1）"
    assert frame(sheet, 1).small == "独立来源：左方 1，右方 1"
    assert all(one.title for one in sheet.frames)


def test_many_articles_are_told_with_each_frame_and_in_the_foot() -> None:
    sheet = draw(harbour(), crowd(4), quiet()).sheet
    assert sheet.title == "3 篇文章中，谁质疑谁"
    assert frame(sheet).small.endswith("东港日报 2030-03-08")
    assert [one.outlet for one in sheet.sources] == ["东港日报", "海潮网"]


def test_who_denies_is_no_relay_of_what_is_denied() -> None:
    draft = Draft("林海说，何敏称停航的话不属实。", title="停航")
    lin, he = draft.speaker("林海", "林海"), draft.speaker("何敏", "何敏")
    outer = draft.says(lin, "林海", "说", "何敏称停航的话不属实")
    inner = draft.says(he, "何敏", "称", "停航", within=outer)
    draft.claim(inner, "停航")
    draft.relates("disputes", outer, inner, cue="不属实")
    one = frame(draw(draft.dossier()).sheet)
    assert lines(one, "relays") == []
    assert [(box.name, box.side) for box in one.boxes] == [("何敏", "left"), ("林海", "right")]


def test_the_same_words_by_one_speaker_are_one_row() -> None:
    draft = Draft("林海说，停航。林海又说，停航。何敏否认。", title="停航")
    lin, he = draft.speaker("林海", "林海"), draft.speaker("何敏", "何敏")
    said = [draft.says(lin, "林海", "说", "停航"), draft.says(lin, "林海", "又说", "停航", after=6)]
    for one in said:
        draft.claim(one, "停航")
    denial = draft.says(he, "何敏", "否认")
    draft.relates("disputes", denial, *said, cue="否认")
    [row] = frame(draw(draft.dossier()).sheet).rows
    assert (len(row.claims), list(row.rests)) == (2, said)


def test_conflicts_of_one_kind_between_the_same_rows_are_one_line() -> None:
    draft = Draft("林海说，要停航，也要封港。何敏说，不停航。周岚说，不封港。", title="停航")
    names = ("林海", "何敏", "周岚")
    lin, he, zhou = (draft.speaker(name, name) for name in names)
    many = draft.says(lin, "林海", "说", "要停航，也要封港")
    left = [draft.claim(many, "要停航"), draft.claim(many, "也要封港")]
    right = [
        draft.claim(draft.says(who, name, "说", words, after=at), words)
        for who, name, words, at in ((he, "何敏", "不停航", 13), (zhou, "周岚", "不封港", 21))
    ]
    for one in left:
        for other in right:
            draft.relates("contradicts", one, other, difference=("polarity", "要", "不"))
    picture = draw(draft.dossier())
    [line] = lines(frame(picture.sheet), "conflicts")
    assert (len(line.tails), len(line.heads), len(line.ids)) == (2, 2, 4)
    assert picture.sheet.shown.conflicts == 4


def test_all_in_which_one_disputes_another_is_one_line() -> None:
    picture = draw(repeated())
    pair, other = lines(frame(picture.sheet), "disputes")
    assert called(frame(picture.sheet), *pair.tails) == ["何敏"]
    assert [(one.words, one.small) for one in pair.strands] == [
        ("否认", "停航的说法"), ("不属实", "消息"),
    ]  # fmt: skip
    assert pair.ids == tuple(one.id for one in pair.strands) and len(pair.heads) == 2
    assert "何敏“否认”：针对林海" in pair.hover and "何敏“不属实”：针对林海" in pair.hover
    assert (picture.sheet.shown.disputes, len(picture.sheet.summary)) == (3, 3)
    edges = networkx.parse_graphml(picture.to_graphml()).edges(data=True)
    told = sorted(facts["label"] for *_, facts in edges if facts["kind"] == "disputes")
    assert told == ["不属实"] * 2 + ["否认"] * 2 + ["荒唐"] * 2
    assert (other.strands[0].note, other.weak, pair.weak) == ("（可能所指）", True, False)


@DRAWN
def test_the_words_of_all_its_disputes_stand_on_a_line() -> None:
    picture = draw(repeated())
    pair, other = lines(frame(picture.sheet), "disputes")
    by_id = {one.get("id"): one for one in parse(picture.svg()).iter(f"{SVG}g")}
    assert texts(by_id[pair.id]) == ["否认", "停航的说法", "不属实", "消息"]
    assert texts(by_id[other.id]) == ["荒唐", "传言", "（可能所指）"]


def test_words_that_are_denied_or_not_said_bear_a_word_for_it() -> None:
    draft = Draft("林海否认航道停航。何敏没有说封港。周岚说，复航。石磊说，不复航。", title="停航")
    lin, he, zhou, shi = (draft.speaker(name, name) for name in ("林海", "何敏", "周岚", "石磊"))
    denied = draft.claim(draft.says(lin, "林海", "否认", "航道停航"), "航道停航", held="denied")
    unsaid = draft.claim(
        draft.says(he, "何敏", "没有说", "封港", negated=True), "封港", held="unsaid"
    )
    back = draft.claim(draft.says(zhou, "周岚", "说", "复航"), "复航")
    draft.claim(draft.says(shi, "石磊", "说", "不复航"), "不复航", negated=True)
    draft.relates("contradicts", denied, back, difference=("polarity", "停航", "复航"))
    draft.relates("contradicts", unsaid, back, difference=("polarity", "封港", "复航"))
    rows = {row.words: (row.held, row.signs) for row in frame(draw(draft.dossier()).sheet).rows}
    assert rows["航道停航"] == ("denied", ("否认",))
    assert rows["封港"] == ("unsaid", ("没有说",))
    assert rows["复航"] == ("asserted", ())


def test_supports_are_off_until_asked_for() -> None:
    draft = Draft("林海说，停航。周岚也说，停航了。何敏否认。", title="停航")
    lin, zhou, he = (draft.speaker(name, name) for name in ("林海", "周岚", "何敏"))
    one = draft.claim(draft.says(lin, "林海", "说", "停航"), "停航")
    other = draft.claim(draft.says(zhou, "周岚", "也说", "停航了"), "停航了")
    denial = draft.says(he, "何敏", "否认")
    draft.relates("disputes", denial, *(claim.attribution for claim in draft.claims), cue="否认")
    draft.relates("supports", other, one)
    assert lines(frame(draw(draft.dossier()).sheet), "supports") == []
    [line] = lines(frame(draw(draft.dossier(), supports=True).sheet), "supports")
    assert line.words == "说法相同"


# ---------------------------------------------------------------- what is left out
def test_beyond_fifteen_claims_the_rest_is_counted() -> None:
    sheet = draw(crowd(60)).sheet
    assert sheet.shown.claims == 15
    assert (sheet.left_out.claims, sheet.left_out.disputes, sheet.left_out.matters) == (15, 15, 15)
    dot = draw(crowd(60)).dot()
    assert "未画出：15 件事、15 项说法、15 处质疑。" in dot
    assert "未画出" not in draw(crowd(20)).dot()


def test_most_says_how_many_and_a_matter_is_cut_in_itself() -> None:
    picture = draw(contest("何敏", claims=9), most=4)
    assert (picture.sheet.shown.claims, picture.sheet.left_out.claims) == (4, 5)
    assert picture.sheet.left_out.disputes == 0
    assert draw(contest("何敏", claims=9), most=9).sheet.left_out.claims == 0


def test_thirty_who_deny_one_claim_are_cut_as_well() -> None:
    sheet = draw(contest(*(f"渔民甲{number}号" for number in range(1, 41)))).sheet
    assert (sheet.shown.disputes, sheet.left_out.disputes) == (30, 10)


def test_all_claims_are_shown_when_asked_for() -> None:
    dossier = harbour()
    sheet = draw(dossier, whole=True).sheet
    shown = {id for one in sheet.frames for row in one.rows for id in row.claims}
    assert shown == {claim.id for claim in dossier.claims}
    assert frame(sheet, -1).title == "没有争议的说法"
    assert not sheet.left_out


def test_it_narrows_to_a_speaker_and_to_words() -> None:
    dossier = harbour()
    secretary = next(one.id for one in dossier.speakers if one.name == "林海的秘书")
    picture = draw(dossier, wanted=Wanted(speakers=frozenset({secretary})))
    assert [called(one, *line.tails) for one in picture.sheet.frames for line in
            lines(one, "disputes")] == [["林海的秘书"]]  # fmt: skip
    [one] = draw(dossier, wanted=Wanted(about="损失")).sheet.frames
    assert [row.words for row in one.rows] == ["停航会让渔民损失三成收入", "损失不到一成"]


def test_where_it_is_narrowed_it_says_to_what_and_what_else_there_is() -> None:
    whole = draw(harbour()).sheet
    sheet = draw(harbour(), wanted=Wanted(about="损失")).sheet
    assert (sheet.shown.disputes, sheet.aside.disputes) == (0, whole.shown.disputes)
    assert sheet.shown.conflicts + sheet.aside.conflicts == whole.shown.conflicts
    assert (
        sheet.narrowed == "只画与“损失”有关的：另有 1 件事、4 项说法、2 处质疑、2 处可能冲突未画。"
    )
    assert sheet.narrowed in [line.text for line in tell_foot(sheet, 800, load_style())]
    assert whole.narrowed == ""


def test_the_foot_names_every_article_of_which_something_is_drawn() -> None:
    articles = [contest("何敏", claims=number) for number in range(1, 6)]
    sheet = draw(*articles).sheet
    [first, second] = tell_sources(sheet, 800, load_style())
    assert [len(first), len(second)] == [3, 2]
    assert all(line.text.startswith("海潮网") for line in (*first, *second))


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("该官员可笑的说法", ""),
        ("它（东港）无端的", ""),
        ("与之有关的说法", ""),
        ("停航的说法", "停航的说法"),
    ],
)
def test_a_phrase_that_points_elsewhere_is_no_title(phrase: str, title: str) -> None:
    assert trim_phrase(phrase, "zh") == title


def test_a_long_address_stays_inside_its_lines() -> None:
    address = "https://example.org/" + "harbour-closed-again/" * 6 + "x" * 60
    told = wrap(f"林海发文{address}说停航", 24)
    assert "".join(told) == f"林海发文{address}说停航"
    assert all(measure(line) <= 24.01 for line in told)


def test_where_nothing_is_disputed_it_says_so_of_what_was_looked_at() -> None:
    assert draw(quiet()).sheet.note.startswith("在这篇文章里没有发现谁质疑谁")
    assert draw(quiet(), relayed()).sheet.note.startswith("在这 2 篇文章里没有")
    assert draw(harbour(), wanted=Wanted(about="龙宫")).sheet.note.startswith("在符合所选条件的")
    assert "--all" in draw(quiet(), lang="en").sheet.note
    assert draw(quiet(), whole=True).sheet.note == ""


# ---------------------------------------------------------------- the chain
def test_a_chain_leads_from_the_outlet_to_the_words() -> None:
    one = frame(draw_claim(harbour()).sheet)
    assert [box.name for box in one.boxes] == ["东港日报", "石磊", "一名海事官员", "林海"]
    assert [(line.words, line.small) for line in one.lines] == [
        ("", ""), ("援引一名海事官员的话称", "微博"), ("援引一名海事官员的话称", ""), ("告诉", ""),
    ]  # fmt: skip
    assert [row.words for row in one.rows] == ["“航道几乎肯定要停航一个月”"]


def test_an_attribution_that_passes_several_on_has_a_chain_for_each() -> None:
    dossier = relayed()
    picture = draw_chain(build_graph([dossier]), dossier.attributions[0].id)
    assert [len(one.boxes) for one in picture.sheet.frames] == [5]
    with pytest.raises(KeyError):
        draw_chain(build_graph([dossier]), "nowhere")


# ---------------------------------------------------------------- how it looks
PICTURES = {
    **{name: (lambda make=make: draw(make())) for name, make in MADE.items()},
    "english": lambda: draw(harbour(), lang="en"),
    "whole": lambda: draw(harbour(), crowd(6), whole=True, supports=True),
    "large": lambda: draw(crowd(60), harbour(), most=40),
    "several": lambda: draw(contest("何敏", "周岚", claims=6), harbour()),
    "star": lambda: draw(contest(*(f"渔民甲{number}号" for number in range(1, 20)))),
    "hostile": lambda: draw(hostile()),
    "repeated": lambda: draw(repeated()),
    "nested": lambda: draw(nested()),
    "wordy": lambda: draw(wordy()),
    "seed": lambda: draw(seed()),
    "chain": lambda: draw_claim(harbour()),
    "relays": lambda: draw_claim(relayed()),
}  # fmt: skip
pictures = pytest.mark.parametrize("name", PICTURES)


@DRAWN
@pictures
def test_no_line_crosses_words_and_nothing_overlaps(name: str) -> None:
    assert find_crossings(PICTURES[name]()) == []


@DRAWN
@pictures
def test_all_words_stand_inside_their_boxes(name: str) -> None:
    root = parse(PICTURES[name]().svg())
    for group in (*groups(root, "speaker"), *groups(root, "claim")):
        box = outline(group)
        for text in group.iter(f"{SVG}text"):
            size = float(text.get("font-size"))
            left, baseline = float(text.get("x")), float(text.get("y"))
            bold = text.get("font-weight") == "bold"
            right = left + measure(text.text or "", bold=bold) * size / 2
            assert box.left < left and right < box.right, text.text
            assert box.top < baseline - size * 0.7 and baseline < box.bottom, text.text


@DRAWN
@pictures
def test_everything_shown_has_its_ids_and_its_whole_words_on_hover(name: str) -> None:
    picture = PICTURES[name]()
    root = parse(picture.svg())
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    by_id = {one.get("id"): one for one in root.iter(f"{SVG}g") if one.get("id")}
    for one in picture.sheet.frames:
        for row in one.rows:
            assert row.words.strip("“”") in title(by_id[row.id])
            assert by_id[row.id].get("data-ids").split() == list(row.claims or row.rests)
            assert by_id[row.id].get("data-rests").split() == list(row.rests)
        for box in one.boxes:
            assert box.name in title(by_id[box.id])
        for line in filter(lambda line: line.words, one.lines):
            assert by_id[line.id].get("data-ids", "").split() == list(line.ids)
            assert (
                line.words in "".join(texts(by_id[line.id])).replace(" ", "")
                or len(wrap(line.words, 18)) > 1
            )


FITTING = {
    "contest": lambda: draw(contest("渔业局", "港务局发言人何敏", "渔会主席周岚", claims=14)),
    "english": lambda: draw(seed(), lang="en"),
    **{name: PICTURES[name] for name in ("seed", "crowd", "harbour")},
}


@DRAWN
@pytest.mark.parametrize("name", FITTING)
def test_fifteen_claims_fit_a_sheet_of_a4_at_ten_points(name: str) -> None:
    picture = FITTING[name]()
    paper, root = place(picture), parse(picture.svg())
    wide, high = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    assert wide <= A4[0] and high <= A4[1]
    assert wide - paper.wide >= 2 * MARGIN and high - paper.high >= 2 * MARGIN
    sizes = {float(one.get("font-size")) for group in groups(root, "claim")
             for one in group.iter(f"{SVG}text")}  # fmt: skip
    assert min(sizes) >= 9 and max(sizes) == 10


@DRAWN
@pictures
def test_everything_is_drawn_as_large_as_it_was_measured(name: str) -> None:
    picture = PICTURES[name]()
    drawn = {one["name"]: one for one in lay_out(picture)["objects"] if "width" in one}
    for panel in place(picture).panels:
        for id, spot in panel.laid.spots.items():
            size = float(drawn[id]["width"]) * 72, float(drawn[id]["height"]) * 72
            assert size == pytest.approx((spot.wide, spot.high), rel=0.04, abs=1.5), id


def heights(picture: Picture) -> dict[str, float]:
    """How far down the boxes of the first frame stand, by side and name."""
    [panel, *_] = place(picture).panels
    return {box.name: panel.laid.spots[box.id].y for box in panel.frame.boxes}


def test_who_denies_stands_in_the_order_of_what_is_denied() -> None:
    draft = Draft(
        "林海说，停航。林海说，封港。何敏否认封港。石磊否认停航。周岚全盘反驳。", title="停航"
    )
    lin, he, shi, zhou = (draft.speaker(name, name) for name in ("林海", "何敏", "石磊", "周岚"))
    stop = draft.says(lin, "林海", "说", "停航")
    shut = draft.says(lin, "林海", "说", "封港", after=7)
    draft.claim(stop, "停航")
    draft.claim(shut, "封港")
    draft.relates("disputes", draft.says(he, "何敏", "否认", "封港"), shut, cue="否认")
    draft.relates("disputes", draft.says(shi, "石磊", "否认", "停航", after=21), stop, cue="否认")
    draft.relates("disputes", draft.says(zhou, "周岚", "反驳"), stop, shut, cue="反驳")
    picture = draw(draft.dossier())
    assert heights(picture)["石磊"] < heights(picture)["何敏"]
    assert find_meetings(picture, "disputes") == []


def test_who_disputes_most_stands_in_the_middle() -> None:
    down = heights(draw(contest("何敏", "周岚", "石磊", "何敏")))
    assert down["周岚"] < down["何敏"] < down["石磊"] or down["石磊"] < down["何敏"] < down["周岚"]
    equal = heights(draw(contest("何敏", "周岚", "石磊")))
    assert equal["何敏"] < equal["周岚"] < equal["石磊"]


def test_a_bar_stands_beside_all_that_a_line_is_against() -> None:
    [panel] = place(draw(nested())).panels
    spots, rows = panel.laid.spots, {row.words: row.id for row in panel.frame.rows}
    inner, outer = sorted(panel.laid.bars, key=lambda bar: bar.x)
    for bar, first, last in ((inner, "停航", "封港"), (outer, "封港", "封港")):
        top, bottom = spots[rows[first]], spots[rows[last]]
        assert bar.y - bar.high / 2 == pytest.approx(top.y - top.high / 2, abs=3)
        assert bar.y + bar.high / 2 == pytest.approx(bottom.y + bottom.high / 2, abs=3)
    ends = {stroke.line.words: stroke.points[-1] for stroke in panel.laid.strokes if
            stroke.pointed and stroke.line.kind == "disputes"}  # fmt: skip
    assert ends["否认"][0] == pytest.approx(inner.x, abs=2)
    assert ends["反驳"][0] == pytest.approx(outer.x, abs=2)
    assert ends["否认"][1] < outer.y - outer.high / 2
    assert [bar.laid.bars for bar in place(draw(crowd(2))).panels] == [()]


@DRAWN
def test_many_who_deny_one_claim_share_one_arrow() -> None:
    picture = PICTURES["star"]()
    root = parse(picture.svg())
    arrows = [one for group in groups(root, "disputes") for one in group.iter(f"{SVG}polygon")]
    assert (len(arrows), len(lines(frame(picture.sheet), "disputes"))) == (1, 19)


def test_in_the_seed_three_lines_of_dispute_cross_no_other_line() -> None:
    picture = draw(seed())
    disputes = lines(frame(picture.sheet), "disputes")
    assert len(disputes) == 3 and sum(len(one.ids) for one in disputes) == 5
    assert find_meetings(picture, "disputes") == []


def test_small_frames_stand_side_by_side_where_one_below_the_other_is_too_high() -> None:
    outlines = [panel.outline for panel in place(draw(crowd(30))).panels]
    left = [one for one in outlines if one.x == outlines[0].x]
    assert len(left) == 8 and outlines[:8] == left
    assert [one.y for one in outlines[8:]] == [one.y for one in left[:7]]
    assert len({one.x for one in (panel.outline for panel in place(draw(crowd(6))).panels)}) == 1


@DRAWN
@pytest.mark.parametrize(
    ("name", "there", "missing"),
    [
        ("harbour", "匿名者 具名者 媒体 说法 否认、质疑 针对竖线旁 可能冲突 转述", "说法相同"),
        ("crowd", "具名者 说法 否认、质疑", "匿名者 媒体 可能冲突 转述 竖线"),
        ("chain", "转述", "否认、质疑 可能冲突"),
        ("quiet", "", "匿名者 具名者 媒体 说法（ 否认、质疑 转述"),
    ],
)
def test_the_legend_tells_what_occurs_and_nothing_else(name: str, there: str, missing: str) -> None:
    root = parse(PICTURES[name]().svg())
    own = {text for kind in ("speaker", "claim", "disputes", "conflicts") for group in
           groups(root, kind) for text in texts(group)}  # fmt: skip
    rest = "\n".join(text for text in texts(root) if text not in own)
    assert [words for words in there.split() if words not in rest] == []
    assert [words for words in missing.split() if words in rest] == []


@DRAWN
def test_signs_differ_without_colour_too() -> None:
    root = parse(draw(harbour()).svg())

    def paths(kind: str) -> list[Any]:
        edges = [one for one in groups(root, kind) if "edge" in one.get("class", "")]
        return [path for one in edges for path in one.iter(f"{SVG}path")]

    assert all(one.get("stroke") == "#d55e00" for one in paths("disputes"))
    assert not any(one.get("stroke-dasharray") for one in paths("disputes"))
    assert all(one.get("stroke-dasharray") for one in paths("conflicts"))
    assert {float(one.get("stroke-width")) for one in paths("relays")} == {0.8}
    heads = {kind: sum(1 for one in groups(root, kind) for _ in one.iter(f"{SVG}polygon"))
             for kind in ("disputes", "conflicts")}  # fmt: skip
    assert heads == {"disputes": 2, "conflicts": 0}
    officials = [one for one in groups(root, "speaker") if "一名海事官员" in title(one)]
    assert len(officials) == 2
    assert all(next(one.iter(f"{SVG}path")).get("stroke-dasharray") for one in officials)
    words = [text for one in officials for text in one.iter(f"{SVG}text")]
    assert all(one.get("font-weight") != "bold" for one in words)


def brightness(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("time", ["light", "dark"])
def test_words_and_lines_stand_out_by_day_and_by_night(time: str) -> None:
    colors = {name: getattr(one, time) for name, one in load_style().colors.items()}
    for ground in ("paper", "field"):
        for words in ("ink", "soft", "dispute_words", "conflict_words", "support_words"):
            assert contrast(colors[words], colors[ground]) >= READABLE, (words, ground)
    for line in ("grey", "dispute", "conflict", "support"):
        assert contrast(colors[line], colors["paper"]) >= 3, line


@DRAWN
def test_the_svg_says_what_it_shows_and_stands_alone() -> None:
    svg = draw(harbour()).svg()
    root = parse(svg)
    assert (root.get("role"), root.get("class"), root.get("lang")) == ("img", "claims-diagram",
                                                                      "zh-Hans")  # fmt: skip
    named = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert root.get("aria-labelledby").split() == [one.get("id") for one in named]
    assert named[0].text == "东港停航风波"
    assert "何敏“否认”：针对" in named[1].text and "可能冲突" in named[1].text
    assert "prefers-color-scheme: dark" in root.findtext(f"{SVG}style")
    assert re.findall(r'(?:href|src)="(?!#)|url\(|@import|style="|<script', svg) == []
    assert "<!--" not in svg


@DRAWN
def test_links_lead_where_they_are_told_to() -> None:
    root = parse(draw(harbour()).svg(lambda id: f"#w-{id}" if ":r" not in id else ""))
    hrefs = {one.get("href") for one in root.iter(f"{SVG}a")}
    claims = {f"#w-{claim.id}" for claim in harbour().claims[:6]}
    assert claims <= hrefs and root.get("role") == "graphics-document"
    assert not list(parse(draw(harbour()).svg()).iter(f"{SVG}a"))


@pictures
def test_the_same_input_gives_the_same_source_and_data(name: str) -> None:
    one, other = PICTURES[name](), PICTURES[name]()
    assert one.dot() == other.dot()
    assert one.to_json() == other.to_json()
    assert one.to_graphml() == other.to_graphml()


@DRAWN
@pytest.mark.parametrize("name", ["harbour", "hostile", "chain"])
def test_the_same_input_gives_the_same_picture(name: str) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from test_diagram import PICTURES; "
        f"sys.stdout.buffer.write(PICTURES[{name!r}]().svg().encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/local/bin:/usr/bin:/bin"},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] == PICTURES[name]().svg().encode("utf-8")


@DRAWN
def test_hostile_words_are_words() -> None:
    picture = draw(hostile())
    svg = picture.svg()
    root = parse(svg)
    assert {etree.QName(one).localname for one in root.iter()} == {
        "svg", "title", "desc", "style", "g", "polygon", "path", "text", "polyline",
    }  # fmt: skip
    shown = HOSTILE.translate({0x202E: None, 0x07: None})
    assert any(shown in title(one) for one in groups(root, "claim"))
    assert not re.search("[\x00-\x08\u202e]", svg + picture.to_json() + picture.to_graphml())
    assert picture.png().startswith(b"\x89PNG") and picture.pdf().startswith(b"%PDF")


@DRAWN
@pytest.mark.parametrize(
    "odd", ['a"b', "a\\nb", "a\\", "{x|y}", "a&b;", "<b>", "a:b:c", "\n \t", "\ud83d"]
)
def test_odd_names_are_drawn_as_they_are(odd: str) -> None:
    draft = Draft("某说，停航。何敏否认。", title=odd, outlet=odd)
    one, he = draft.speaker(odd, role=odd), draft.speaker("何敏", "何敏")
    said = draft.says(one, "某", "说", "停航")
    draft.claim(said, "停航")
    draft.relates("disputes", draft.says(he, "何敏", "否认"), said, cue="否认")
    root = parse(draw(draft.dossier()).svg())
    [left] = [one for one in groups(root, "speaker") if "何敏" not in title(one)]
    shown = odd.encode("utf-8", "ignore").decode().strip() or "未指明是谁"
    assert "".join(texts(left)).startswith(shown)


# ---------------------------------------------------------------- the data beside it
def test_the_data_are_those_of_the_picture() -> None:
    picture = draw(harbour(), most=3)
    sheet = Sheet.model_validate_json(picture.to_json())
    assert sheet == picture.sheet
    assert json.loads(picture.to_json())["frames"][0]["boxes"][0]["name"]
    graph = networkx.parse_graphml(picture.to_graphml())
    shown = {one.id for part in sheet.frames for one in (*part.boxes, *part.rows)}
    assert set(graph) == shown
    drawn = {
        (tail, head, line.kind)
        for part in sheet.frames for line in part.lines
        for tail in line.tails for head in line.heads
    }  # fmt: skip
    assert {(*ends, kind) for *ends, kind in graph.edges(data="kind")} == drawn


# ---------------------------------------------------------------- words
@pytest.mark.parametrize("width", [6, 13, 24, 60])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(width: int) -> None:
    text = (
        "林海说：“停航（预计三十天）。”何敏（港务局）答：“不会！”"
        "——《东港日报》CNN-NEWS 2030年报道，"
    )
    told = wrap(text, width)
    assert "".join(told).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "，。：”）！》" or line[-1] in "“（《" for line in told)
    assert all(measure(line) <= width + 4 for line in told)


def test_every_word_of_the_pictures_is_there_in_every_language() -> None:
    import tomllib

    from claims.render import diagram

    path = Path(next(iter(diagram.__path__))) / "words.toml"
    words = tomllib.loads(path.read_text("utf-8"))
    assert [key for key, one in words.items() if not {"zh", "zh-hant", "en"} <= set(one)] == []
    assert Wording(lang="zh-hant").tell("conflict") == "可能衝突"


def test_traditional_articles_get_traditional_labels() -> None:
    draft = Draft("發言人說，會談結束。何敏否認。", title="會談", lang="zh-hant")
    one, he = draft.speaker("發言人", "發言人"), draft.speaker("何敏", "何敏")
    said = draft.says(one, "發言人", "說", "會談結束")
    draft.relates("disputes", draft.says(he, "何敏", "否認"), said, cue="否認")
    picture = draw(draft.dossier())
    assert picture.sheet.lang == "zh-hant"
    assert "Noto Sans CJK TC" in picture.dot() and "獨立來源" in picture.dot()


# ---------------------------------------------------------------- the command
def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["render", *map(str, words)])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "found.jsonl"
    path.write_text(f"{harbour().to_json()}\n", "utf-8")
    return path


@DRAWN
@pytest.mark.parametrize(
    ("shape", "start"),
    [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")],
)
def test_each_form_is_written_with_its_data(source: Path, shape: str, start: bytes) -> None:
    file = source.parent / "out" / f"东港.{shape}"
    done = run(source, "-o", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert file.read_bytes().startswith(start)
    assert sorted(one.name for one in file.parent.iterdir()) == sorted(
        ["东港.graphml", "东港.json", f"东港.{shape}"]
    )


def test_without_dot_its_source_is_written_and_one_sentence_says_what_to_do(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(source.parent))
    with pytest.raises(NoDotError, match="install Graphviz"):
        draw(harbour()).svg()
    done = run(source, "-o", source.parent / "a.svg")
    assert done.exit_code == 1
    assert "install Graphviz" in done.stderr and "a.dot is written" in done.stderr
    assert (source.parent / "a.dot").read_text("utf-8").startswith("digraph")
    assert not (source.parent / "a.svg").exists()
    assert run(source, "-o", source.parent / "b.dot").exit_code == 0


def test_options_narrow_and_widen(source: Path) -> None:
    def shown(*options: object) -> Any:
        assert run(source, "-o", source.parent / "a.dot", *options).exit_code == 0
        return json.loads((source.parent / "a.json").read_text("utf-8"))

    assert len(shown()["frames"]) == 2
    assert shown("--focus", "林海的秘书")["shown"]["disputes"] == 1
    assert shown("--about", "损失")["shown"] == {
        "matters": 1, "positions": 0, "origins": 0, "claims": 2, "disputes": 0, "conflicts": 1,
    }  # fmt: skip
    assert shown("--max", 2)["shown"]["claims"] == 2
    assert len(shown("--all")["frames"]) == 3
    assert shown("--lang", "en")["lang"] == "en"
    assert shown("--chain", "c1")["kind"] == "chain"


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (["-o", "a.jpg"], 2, "must end in one of svg, png, pdf, dot"),
        (["-o", "a.dot", "--chain", "c1", "--all"], 2, "no other choice"),
        (["-o", "a.dot", "--max", "0"], 2, "--max"),
        (["-o", "a.dot", "--focus", "林海"], 0, ""),
        (["-o", "a.dot", "--focus", "海"], 2, "may mean any of"),
        (["-o", "a.dot", "--focus", "龙王"], 1, "no speaker is called"),
        (["-o", "a.dot", "--chain", "c99"], 1, "there is no item"),
        (["-o", "a.dot", "--chain", "s1"], 1, "has no chain"),
        ([], 2, "--output"),
    ],
)
def test_wrong_calls_are_told_in_a_sentence(
    source: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], status: int, words: str
) -> None:
    monkeypatch.chdir(source.parent)
    done = run(source, *options)
    assert done.exit_code == status
    assert words in " ".join(done.stderr.split()).replace("│ ", "")


# ---------------------------------------------------------------- the docs
def drawn_words(svg: str) -> set[tuple[str, str, str]]:
    """What a picture shows: of each thing its kind, its ids and its words, in one line."""
    return {
        (one.get("data-kind"), one.get("data-ids", ""), "".join(texts(one)))
        for one in parse(svg).iter(f"{SVG}g")
        if one.get("data-kind") and texts(one)
    }


@DRAWN
def test_the_picture_in_the_docs_is_the_one_that_is_drawn() -> None:
    shown = (ROOT / "docs" / "disputes.svg").read_text("utf-8")
    assert drawn_words(shown) == drawn_words(draw(seed()).svg())
