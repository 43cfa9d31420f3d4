"""Who is who: sources in the order of the text, and which of them are one speaker.

A row is a source phrase with the number of its speaker: (0, "外长林之衡"), (0, "他"), and None for
one that names no single speaker. A row that begins with "+" leaves its subject out.
"""

from __future__ import annotations

import pytest

from claims.lang import load_language
from claims.model import Attribution, Document, Dossier, Speaker
from claims.resolve import resolve_speakers
from claims.track import make_dossier

Rows = list[tuple[int | None, str]]
SAID = [
    "桥面已经修好",
    "船期不会改变",
    "水位还在下降",
    "路灯全部换新",
    "预算已经用完",
    "风力正在减弱",
]

ROWS: dict[str, Rows] = {
    "the same name": [(0, "外长林之衡"), (1, "议长杜怀仁"), (0, "林之衡")],
    "title and name later without the title": [(0, "警察局长汪承钧"), (0, "汪承钧")],
    "the family name with a title": [(0, "财政部长卢远征"), (0, "卢部长")],
    "the family name with a form of address": [(0, "商人季明远"), (0, "季先生")],
    "a part of a dotted name": [(0, "工程师卢卡斯·贝伦"), (0, "贝伦")],
    "another person of the family": [(0, "律师卢卡斯·贝伦"), (1, "医生马蒂·贝伦"), (None, "贝伦")],
    "he": [(0, "外长林之衡"), (0, "他")],
    "she": [(0, "护士长乔月"), (0, "她")],
    "he means the last one": [(0, "外长林之衡"), (1, "议长杜怀仁"), (1, "他")],
    "a pronoun with no one before it": [(None, "他")],
    "a body is not he": [(0, "外长林之衡"), (1, "云岭市卫生局"), (0, "他")],
    "an elided subject": [(0, "外长林之衡"), (0, "+还说")],
    "an elided subject of a body": [(0, "云岭市卫生局"), (0, "+并说")],
    "该局": [(0, "云岭市卫生局"), (1, "外长林之衡"), (0, "该局")],
    "该公司": [(0, "青屿航运公司"), (1, "外长林之衡"), (0, "该公司")],
    "该部": [(0, "教育部"), (0, "该部")],
    "这名官员": [(0, "一名港务官员"), (0, "这名官员")],
    "這名官員": [(0, "一名港務官員"), (0, "這名官員")],
    "该消息人士": [(0, "一名消息人士"), (1, "外长林之衡"), (0, "该消息人士")],
    "the official, after a witness": [(0, "一名港务官员"), (1, "一名目击者"), (0, "该官员")],
    "the witness, after an official": [(0, "一名目击者"), (1, "一名港务官员"), (0, "该目击者")],
    "two unnamed ones": [(0, "一名港务官员"), (1, "另一名港务官员")],
    "unnamed ones of two countries": [(0, "一名法国官员"), (1, "一名德国官员")],
    "an unnamed one is no named one": [(0, "法国外长林之衡"), (1, "一名法国官员")],
    "a named one is no unnamed one": [(0, "一名法国官员"), (1, "法国外长林之衡")],
    "a spokesperson is not the body": [(0, "云岭市卫生局"), (1, "云岭市卫生局发言人乔月")],
    "two bodies of one kind": [(0, "云岭市卫生局"), (1, "临川市卫生局")],
    "the outlet by its title": [(0, "《海港晨报》"), (0, "海港晨报")],
    "both scripts": [(0, "外长林之衡"), (1, "议长杜怀仁"), (0, "外長林之衡")],
    "two countries by their sides": [(0, "法国外交部"), (1, "德国外交部")],
    "a person is not a body": [(0, "青屿港务局"), (1, "青屿港务局局长霍尔森")],
    "the office means its holder": [(0, "瓦伦总统德拉莫"), (0, "总统")],
    "two offices": [(0, "法国总统德拉莫"), (1, "德国总统贝伦"), (0, "法国总统")],
    "a statement is its body": [(0, "青屿港务局"), (0, "青屿港务局声明")],
    "joint speakers are not their members": [(0, "外长林之衡和议长杜怀仁"), (1, "林之衡")],
}  # fmt: skip

# Known to fail, and strictly.
WRONG = {"the family name with a title": "卢部长 is not joined to 财政部长卢远征"}


def write(rows: Rows) -> str:
    lines: list[str] = []
    for (_, phrase), said in zip(rows, SAID, strict=False):
        if phrase.startswith("+"):
            lines[-1] += f"，{phrase[1:]}，{said}"
        else:
            lines.append(f"{phrase}说，{said}")
    return "".join(f"{line}。\n" for line in lines)


def number(dossier: Dossier) -> list[int | None]:
    """The speakers numbered as they first speak."""
    speakers = [one.speaker for one in dossier.attributions]
    order = list(dict.fromkeys(one for one in speakers if one is not None))
    return [None if one is None else order.index(one) for one in speakers]


def track(text: str) -> Dossier:
    return make_dossier(Document.of(text, lang="zh"))


def of(dossier: Dossier, one: Attribution) -> Speaker:
    return next(speaker for speaker in dossier.speakers if speaker.id == one.speaker)


@pytest.mark.parametrize("name", ROWS)
def test_sources_are_joined_as_the_text_says(name: str, request: pytest.FixtureRequest) -> None:
    if name in WRONG:
        request.applymarker(pytest.mark.xfail(reason=WRONG[name]))
    rows = ROWS[name]
    assert number(track(write(rows))) == [speaker for speaker, _ in rows]


def test_nothing_found_gives_no_speakers() -> None:
    document = Document.of("雨下了一夜。", lang="zh")
    assert resolve_speakers(document, load_language("zh"), ()) == ((), ())


def test_several_equally_good_are_all_listed() -> None:
    dossier = track(write(ROWS["another person of the family"]))
    last = dossier.attributions[-1]
    assert last.speaker is None
    assert last.chain == ()
    assert list(last.unresolved) == [one.speaker for one in dossier.attributions[:2]]


def test_a_speaker_knows_where_it_stands() -> None:
    text = "外长林之衡说，桥面已经修好。\n林之衡说，船期不会改变。"
    dossier = track(text)
    [speaker] = dossier.speakers
    for one in dossier.attributions:
        assert one.source in speaker.mentions
    assert all(text[span.start : span.end] == span.text for span in speaker.mentions)


def test_a_canonical_name_bears_no_title_and_no_gloss() -> None:
    dossier = track("青屿港务局发言人霍尔森（Lars Holsen）说，航道已经恢复。")
    one = of(dossier, dossier.attributions[0])
    assert one.name == "霍尔森"
    assert "Lars Holsen" in one.aliases
    assert one.role == "发言人"
    body = next(other for other in dossier.speakers if other.id == one.affiliation)
    assert body.name == "青屿港务局"


def test_an_office_stays_as_the_article_writes_it_and_still_joins() -> None:
    dossier = track("港務局發言人林之衡說，橋面已經修好。\n港务局发言人表示，船期不會改變。")
    assert {one.speaker for one in dossier.attributions} == {dossier.attributions[0].speaker}
    assert of(dossier, dossier.attributions[0]).role == "發言人"


def test_an_unnamed_speaker_is_typed_and_never_named() -> None:
    dossier = track("一名港务官员说，桥面已经修好。\n一名目击者说，船期不会改变。")
    first, second = (of(dossier, one) for one in dossier.attributions)
    assert (first.anonymous, first.what, first.kind) == (True, "official", "person")
    assert (second.anonymous, second.what, second.kind) == (True, "witness", "person")


def test_joint_speakers_name_their_members() -> None:
    dossier = track("外长林之衡和议长杜怀仁共同表示，桥面已经修好。")
    group = of(dossier, dossier.attributions[0])
    names = {one.id: one.name for one in dossier.speakers}
    assert group.kind == "group"
    assert [names[member] for member in group.members] == ["林之衡", "杜怀仁"]


def test_every_answer_says_why() -> None:
    for rows in ROWS.values():
        for one in track(write(rows)).attributions:
            assert any(step.startswith("speaker: ") for step in one.why.steps)


def test_the_number_of_speakers_does_not_hang_on_what_lies_between() -> None:
    rows: Rows = [(0, "外长林之衡"), (0, "他")]
    [first, second] = write(rows).splitlines()
    for between in ("", "雨下了一夜。\n", "码头上停着三条船。\n雨下了一夜。\n"):
        assert number(track(f"{first}\n{between}{second}")) == [0, 0]
