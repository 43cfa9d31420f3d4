"""The picture of several articles: positions, on whose word they rest, what stands between."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from drawings import (
    DRAWN,
    SVG,
    find_crossings,
    groups,
    lay_out,
    outline,
    parse,
    place,
    texts,
    title,
)
from pages import HOSTILE
from quay import PAGES, QUIET, many
from typer.testing import CliRunner, Result

from claims import make_dossier
from claims.cli import app
from claims.corpus import build_corpus
from claims.model import Document
from claims.query.across import Library, Sought, find_contested
from claims.render.diagram import Picture, Scope, Sheet, draw_matters
from claims.render.diagram.foot import tell_foot
from claims.render.diagram.style import load_style
from claims.render.diagram.widths import measure
from claims.render.diagram.wording import Wording


def shelve(pages: Sequence[tuple[str, str, str]], name: str = "港口仓库爆炸") -> Library:
    return Library(
        build_corpus(
            make_dossier(Document.of(text, lang="zh", outlet=outlet, published=day, title=name))
            for outlet, day, text in pages
        )
    )


@cache
def harbour() -> Library:
    return shelve(PAGES)


@cache
def crowded() -> Library:
    return shelve(many())


PICTURES = {
    "harbour": lambda: draw_matters(harbour()),
    "english": lambda: draw_matters(harbour(), Scope(lang="en")),
    "one": lambda: draw_matters(harbour(), Scope(matters=(find_contested(harbour())[0].id,))),
    "crowded": lambda: draw_matters(crowded()),
    "large": lambda: draw_matters(crowded(), Scope(most=20)),
    "quiet": lambda: draw_matters(shelve(QUIET)),
}
pictures = pytest.mark.parametrize("name", PICTURES)


def frames(picture: Picture) -> Any:
    return picture.sheet.frames


# ---------------------------------------------------------------- what it shows
def test_a_row_is_a_position_and_a_box_one_on_whose_word_it_rests() -> None:
    toll = frames(draw_matters(harbour()))[0]
    assert [row.words for row in toll.rows] == [
        "港口仓库爆炸造成12人死亡",
        "港口仓库爆炸造成9人死亡",
        "港口仓库爆炸造成12人死亡",
        "港口仓库爆炸造成5人死亡",
    ]
    assert toll.rows[0].signs == ("2 个来源", "2 篇文章")
    first = toll.rows[0].id
    holders = {line.tails[0] for line in toll.lines if line.kind == "says" and first in line.heads}
    assert {box.name for box in toll.boxes if box.id in holders} == {"林海", "一名官员"}


def test_words_that_are_denied_bear_a_word_for_it() -> None:
    toll = frames(draw_matters(harbour()))[0]
    assert toll.rows[2].held == "denied" and toll.rows[2].signs == ("否认",)


def test_one_who_is_not_named_has_the_sign_of_the_article_diagram() -> None:
    boxes = [box for frame in frames(draw_matters(harbour())) for box in frame.boxes]
    assert {box.name: box.sign for box in boxes}["一名海关职员"] == "unnamed"
    assert {box.small for box in boxes if box.sign == "unnamed"} == {
        "匿名 · 见于海潮社",
        "匿名 · 见于晨报",
    }
    fireworks = frames(draw_matters(harbour()))[1]
    assert fireworks.rows[0].signs == ("只凭一位匿名者",)


def test_a_dispute_in_so_many_words_leads_from_who_disputes_to_the_position() -> None:
    for frame, who in zip(frames(draw_matters(harbour())), ("警方", "仓库主人罗青"), strict=True):
        [line] = [line for line in frame.lines if line.kind == "disputes"]
        names = {box.id: (box.name, box.side) for box in frame.boxes}
        assert (names[line.tails[0]], line.heads) == ((who, "right"), (frame.rows[0].id,))
        assert line.words == "否认" and line.ids and line.rests


def test_positions_that_may_conflict_are_joined_with_what_differs() -> None:
    toll = frames(draw_matters(harbour()))[0]
    [numbers] = [line for line in toll.lines if "数量" in line.words]
    assert numbers.words == "彼此可能冲突：数量"
    assert numbers.small.startswith("“12人”、“9人”、“5人”")
    assert len(numbers.strands) == 3
    assert {*numbers.tails, *numbers.heads} == {toll.rows[place].id for place in (0, 1, 3)}


def test_who_may_have_changed_the_story_is_marked() -> None:
    toll = frames(draw_matters(harbour()))[0]
    marked = [box.name for box in toll.boxes if "可能改口" in box.small]
    assert marked == ["林海", "林海"]
    assert any("（林海可能改口）" in line.small for line in toll.lines)


def test_a_position_that_only_articles_tell_has_their_outlets() -> None:
    library = shelve([*PAGES[:1], ("海潮社", "2031-05-03", "港口仓库爆炸造成7人死亡。")])
    [frame] = frames(draw_matters(library))
    assert ("海潮社", "outlet", "报道自述") in {(b.name, b.sign, b.small) for b in frame.boxes}


def test_of_many_the_leading_ones_are_shown_and_the_rest_is_counted() -> None:
    sheet = draw_matters(crowded()).sheet
    assert sheet.shown.positions == 8
    there = len(find_contested(crowded())[0].stands)
    assert sheet.left_out.positions == there - 8
    foot = " ".join(line.text for line in tell_foot(sheet, 700, load_style()))
    assert f"{there - 8} 种说法" in foot and "--max" in foot and "--matter" in foot
    assert draw_matters(crowded(), Scope(most=12)).sheet.shown.positions == 12


def test_it_narrows_to_matters_to_speakers_and_to_words() -> None:
    second = find_contested(harbour())[1]
    [frame] = frames(draw_matters(harbour(), Scope(matters=(second.id,))))
    assert second.id in frame.small and frame.title == second.title
    narrowed = draw_matters(harbour(), Scope(sought=Sought(about="烟花"))).sheet
    assert len(narrowed.frames) == 1 and "烟花" in narrowed.narrowed
    speaker = next(one.id for one in harbour().corpus.speakers if one.name == "警方")
    sought = Sought(speakers=frozenset({speaker}))
    assert len(frames(draw_matters(harbour(), Scope(sought=sought)))) == 1


def test_only_some_relations_can_be_drawn() -> None:
    toll = frames(draw_matters(harbour()))[0]
    [dispute] = [line for line in toll.lines if line.kind == "disputes"]
    scope = Scope(matters=(find_contested(harbour())[0].id,), only=frozenset(dispute.ids))
    [frame] = frames(draw_matters(harbour(), scope))
    assert [line.kind for line in frame.lines if line.kind != "says"] == ["disputes"]
    assert len(frame.rows) == 2


def test_where_nothing_is_contested_it_says_so() -> None:
    sheet = draw_matters(shelve(QUIET)).sheet
    assert not sheet.frames
    assert sheet.note == "在这篇文章里没有发现有两种以上说法的事。"
    assert draw_matters(Library(build_corpus([]))).sheet.note


def test_the_foot_of_one_article_tells_of_what_stands_between_articles() -> None:
    sheet = Sheet(lang="en", beyond=3)
    assert [line.text for line in tell_foot(sheet, 700, load_style())] == [
        "Between articles 3 more pairs of claims may conflict; "
        "claims render --across shows them."
    ]  # fmt: skip
    assert tell_foot(Sheet(), 700, load_style()) == []


# ---------------------------------------------------------------- how it looks
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
            size, left = float(text.get("font-size")), float(text.get("x"))
            bold = text.get("font-weight") == "bold"
            right = left + measure(text.text or "", bold=bold) * size / 2
            assert box.left < left and right < box.right, text.text


@DRAWN
@pictures
def test_everything_is_drawn_as_large_as_it_was_measured(name: str) -> None:
    picture = PICTURES[name]()
    drawn = {one["name"]: one for one in lay_out(picture)["objects"] if "width" in one}
    for panel in place(picture).panels:
        for id, spot in panel.laid.spots.items():
            size = float(drawn[id]["width"]) * 72, float(drawn[id]["height"]) * 72
            assert size == pytest.approx((spot.wide, spot.high), rel=0.04, abs=1.5), id


@DRAWN
def test_every_id_is_there_once_and_hovering_tells_the_whole() -> None:
    picture = draw_matters(harbour())
    root = parse(picture.svg())
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    by_id = {one.get("id"): one for one in groups(root, "claim")}
    for frame in frames(picture):
        for row in frame.rows:
            assert row.words in title(by_id[row.id])
            assert by_id[row.id].get("data-ids").split() == list(row.claims)


@DRAWN
def test_the_usual_picture_fits_a_sheet_of_a4() -> None:
    root = parse(draw_matters(crowded()).svg())
    wide, high = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    assert wide <= 842 and high <= 842


def test_the_same_articles_give_the_same_bytes_in_any_order() -> None:
    forms = {
        (picture.dot(), picture.to_json(), picture.to_graphml())
        for pages in (PAGES, PAGES[::-1])
        for picture in (draw_matters(shelve(pages)),)
    }
    assert len(forms) == 1


@DRAWN
def test_hostile_words_are_words() -> None:
    """Markup in the name of an outlet, in a title and in what is said."""
    pages = [(HOSTILE, day, text.replace("仓库", "仓库<b>&")) for _, day, text in PAGES]
    picture = draw_matters(shelve(pages, HOSTILE))
    svg = picture.svg()
    assert not re.search("[\x00-\x08\u202e]", svg + picture.to_json() + picture.to_graphml())
    root = parse(svg)
    assert not [one for one in root.iter() if "script" in str(one.tag)]
    assert any("<b>&" in "".join(texts(one)) for one in groups(root, "claim"))


def test_the_data_are_those_of_the_picture() -> None:
    picture = draw_matters(harbour())
    assert Sheet.model_validate_json(picture.to_json()) == picture.sheet
    graphml = picture.to_graphml()
    assert graphml.count(">position<") == picture.sheet.shown.positions
    assert graphml.count(">conflicts<") == picture.sheet.shown.conflicts


@pytest.mark.parametrize("lang", ["zh", "zh-hant", "en"])
def test_the_words_are_in_every_language(lang: Any) -> None:
    wording = Wording(lang=lang)
    assert wording.tell("title_matters", articles=3) and wording.tell("holds")


# ---------------------------------------------------------------- the commands
def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "port.jsonl"
    rows = (
        json.dumps({"text": text, "outlet": outlet, "published": day, "lang": "zh"})
        for outlet, day, text in PAGES
    )
    path.write_text("\n".join(rows), "utf-8")
    return path


def test_render_draws_all_articles_together(source: Path) -> None:
    done = run("render", source, "--across", "-o", source.parent / "a.dot")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (source.parent / "a.dot").read_text("utf-8").startswith("digraph")
    told = json.loads((source.parent / "a.json").read_text("utf-8"))
    assert told["kind"] == "matters" and len(told["frames"]) == 2
    id = told["frames"][1]["small"].rpartition(" ")[2]
    done = run("render", source, "--across", "--matter", id, "-o", source.parent / "a.dot")
    assert done.exit_code == 0
    told = json.loads((source.parent / "a.json").read_text("utf-8"))
    assert len(told["frames"]) == 1 and id in told["frames"][0]["small"]


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (["--across", "--all"], 2, "not with --across"),
        (["--across", "--chain", "c1"], 2, "no other choice"),
        (["--matter", "M1"], 2, "it needs --across"),
        (["--across", "--matter", "nowhere"], 1, "no matter of these articles begins"),
        (["--across", "--matter", "M"], 1, "several matters begin"),
        (["--across", "--focus", "龙王"], 1, "no speaker is called"),
        (["--across", "--focus", "林海", "--about", "爆炸", "--max", "3"], 0, ""),
    ],
)
def test_wrong_calls_are_told_in_a_sentence(
    source: Path, options: list[str], status: int, words: str
) -> None:
    done = run("render", source, "-o", source.parent / "a.dot", *options)
    assert done.exit_code == status
    assert words in " ".join(done.stderr.split()).replace("│ ", "")


def test_a_picture_over_a_store_tells_what_it_leaves_out(source: Path) -> None:
    db, file = source.parent / "claims.db", source.parent / "a.dot"
    assert run("add", source, "--db", db).exit_code == 0
    assert run("render", "--db", db, "-o", file).exit_code == 0
    told = json.loads((source.parent / "a.json").read_text("utf-8"))
    assert told["beyond"] > 0 and "claims render --across" in file.read_text("utf-8")
    assert run("render", "--db", db, "--across", "-o", file).exit_code == 0
    assert json.loads((source.parent / "a.json").read_text("utf-8"))["kind"] == "matters"


@pytest.mark.parametrize(
    "question",
    [
        ["matters"],
        ["contradictions", "--across"],
        ["origins", "--across"],
        ["disputes", "--between", "林海", "一名官员"],
    ],
)
def test_an_answer_can_be_had_as_a_diagram(source: Path, question: list[str]) -> None:
    done = run(*question, source, "--format", "diagram")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("digraph claims {") and "12人死亡" in done.stdout


@pytest.mark.parametrize("question", [["timeline"], ["changes"], ["who"], ["origins"]])
def test_what_has_no_diagram_says_what_has(source: Path, question: list[str]) -> None:
    done = run(*question, source, "--format", "diagram")
    assert done.exit_code == 2 and done.stdout == ""
    assert "this has no diagram" in " ".join(done.stderr.split())


def test_an_answer_that_is_empty_is_a_sentence(source: Path) -> None:
    done = run("matters", source, "--about", "龙王", "--format", "diagram")
    assert done.exit_code == 0 and "leave out an option" in done.stderr
    assert "没有发现有两种以上说法的事" in done.stdout
