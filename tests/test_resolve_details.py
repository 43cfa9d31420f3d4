"""What is told beside the speaker: the one spoken to, and what else was considered."""

from __future__ import annotations

import pytest

from claims.model import Document, Dossier, Span
from claims.resolve.entities import Entity
from claims.track import make_dossier


def track(text: str) -> Dossier:
    return make_dossier(Document.of(text, lang="zh"))


def names(dossier: Dossier) -> dict[str | None, str]:
    return {speaker.id: speaker.name for speaker in dossier.speakers}


ADDRESSED = {
    "one who also speaks": (
        "外长林之衡说，船期不会改变。\n议长杜怀仁告诉林之衡，桥面已经修好。", "林之衡"),
    "one who never speaks": (
        "工程师卢卡斯·贝伦来到港口。\n议长杜怀仁告诉贝伦，桥面已经修好。", "卢卡斯·贝伦"),
    "an outlet": ("议长杜怀仁告诉《海港晨报》，桥面已经修好。", "海港晨报"),
    "a pronoun": ("外长林之衡说，船期不会改变。\n议长杜怀仁告诉他，桥面已经修好。", None),
    "an unnamed one": ("议长杜怀仁告诉一名港务官员，桥面已经修好。", None),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDRESSED)
def test_the_one_spoken_to_is_a_speaker_where_the_words_name_one(name: str) -> None:
    text, wanted = ADDRESSED[name]
    dossier = track(text)
    addressee = dossier.attributions[-1].addressee
    assert addressee is not None
    assert names(dossier).get(addressee.speaker) == wanted


def test_being_spoken_to_changes_no_other_id() -> None:
    said = "议长杜怀仁告诉{}，桥面已经修好。\n外长林之衡说，船期不会改变。"
    with_outlet, without = track(said.format("《海港晨报》")), track(said.format("一名当地记者"))
    tails = [
        [one.speaker.partition(":")[2] for one in dossier.attributions if one.speaker]
        for dossier in (with_outlet, without)
    ]
    assert tails[0] == tails[1]


def test_a_cue_could_be_no_word_of_report() -> None:
    [one] = track("外长林之衡说，船期不会改变。").attributions
    [other] = one.why.considered
    assert other.what == "no word of report"
    assert 0 <= other.weight < 0.5


def test_a_pronoun_shows_whom_else_it_could_mean() -> None:
    dossier = track(
        "外长林之衡说，船期不会改变。\n议长杜怀仁说，桥面已经修好。\n他说，水位还在下降。"
    )
    last = dossier.attributions[-1]
    assert names(dossier)[last.speaker] == "杜怀仁"
    [other] = [c for c in last.why.considered if c.what == "林之衡"]
    assert 0 < other.weight < 1


def test_a_name_that_fits_several_shows_them() -> None:
    dossier = track(
        "律师卢卡斯·贝伦说，船期不会改变。\n医生马蒂·贝伦说，桥面已经修好。\n贝伦说，水位还在下降。"
    )
    last = dossier.attributions[-1]
    assert last.speaker is None
    assert {(c.what, c.weight) for c in last.why.considered} >= {
        ("卢卡斯·贝伦", 1.0), ("马蒂·贝伦", 1.0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "speakers"),
    [
        (("一名法国外交部发言人", "外交部发言人"), 1),
        (("一名法国外交部发言人", "德国外交部发言人"), 2),
        (("一名法国外交部发言人", "另一名法国外交部发言人"), 2),
        (("一名法国外交部官员", "法国外交部发言人"), 2),
    ],
)
def test_a_body_speaks_through_one_unnamed_person(sources: tuple[str, str], speakers: int) -> None:
    first, second = sources
    dossier = track(f"{first}说，桥面已经修好。\n{second}说，船期不会改变。")
    assert len({one.speaker for one in dossier.attributions}) == speakers


def test_an_entity_knows_its_places_in_order() -> None:
    entity = Entity(0, "person", "林之衡")
    for place in (9, 3, 6):
        entity.see(place)
    assert entity.seen == [3, 6, 9]
    assert [entity.last_before(place) for place in (3, 4, 9, 100)] == [-1, 3, 6, 9]


def test_what_is_said_often_is_said_by_one() -> None:
    text = "外长林之衡说，船期不会改变。他还说，桥面已经修好。\n" * 40
    dossier = track(text)
    [speaker] = dossier.speakers
    assert len(dossier.attributions) == 80
    assert {one.speaker for one in dossier.attributions} == {speaker.id}
    assert Span.of(text, 0, 5) in speaker.mentions
