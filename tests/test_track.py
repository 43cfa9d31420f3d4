"""The pipeline as a whole: what holds of every dossier, whatever the text."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from casebook import load_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Attribution, Document, Dossier, Span
from claims.track import make_dossier

ARTICLES = [case.text for name in ("made", "known_failures") for case in load_cases(name)]
PIECES = [
    "市长汪承钧", "一名港务官员", "他", "我们", "《海港晨报》", "青屿港务局（QPA）", "發言人",
    "该局", "说", "稱", "表示", "否认", "据", "报道", "援引", "的话", "被指", "告诉记者", "没有说",
    "并警告", "28日", "在声明中", "接受媒体采访时", "对此", "但", "和", "大桥不会封闭", "会谈",
    *"，。：；！？“”‘’「」『』（）《》、…·\n 　\t\"\u200b\ufeff", "X", "10%", "😀",
    "👨‍👩‍👧", "é", "ß", "İ", "𠮷", "ﬁ", "①", "Ａ",
]  # fmt: skip
WORDS = [
    "Mayor Ann Lee", "an official", "he", "She", "we", "the Harbor Union (HU)", "The Harbor Times",
    "said", "says", "told reporters", "denied", "according to", "claims", "did not say", "that",
    "who", "the ministry's report", "in a statement", "on Tuesday", "and", "but", "two people",
    "the bridge is safe", "familiar with the talks", "Mr. Hale", "U.S.", "didn’t", "n't", "'s",
    "’s", "5%", "$1,200", *"“”‘’\"'«»()[].,:;—–-!?…*", "''", "--", "...", "\n", "\u00a0",
    "\u200b", "É", "İ", "ﬁ", "😀", "会谈",
]  # fmt: skip
MOSTLY_NEWS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
MOSTLY_ENGLISH = st.tuples(
    st.sampled_from(["", " "]), st.lists(st.sampled_from(WORDS), max_size=30)
).map(lambda told: told[0].join(told[1]))
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ODD = {
    "nothing": "", "one character": "说", "a space": " ", "a line end": "\n", "one mark": "“",
    "only marks": "“”‘’「」『』\"，。：；！？《》（）…" * 3, "only closing marks": "”’」』" * 20,
    "only line ends": "\n" * 200_000, "only spaces": " " * 200_000, "one letter": "a" * 200_000,
    "one character, 200 kB": "一" * 66_000, "one full stop, 200 kB": "。" * 66_000,
    "emoji": "😀👨‍👩‍👧🇫🇷" * 50, "emoji that speak": "😀说：“👨‍👩‍👧🇫🇷。”",
    "beyond the first plane": "𠮷野說：「𠀀𠀁。」", "half of a frame": "据据据称称称",
    "carriage returns": "市长汪承钧说，好。\r\n他说，好。\r\n",
}  # fmt: skip

# The contract of interchange.md: each item of a dossier holds these keys at least.
KEYS = {
    "dossier": "schema document speakers attributions claims relations",
    "document": "id lang title url outlet published retrieved text",
    "speaker": "id name kind anonymous aliases role affiliation members",
    "attribution": "id speaker unresolved source cue content quote negated within chain addressee"
    " medium said_at confidence made_by",
    "span": "start end text",
}
KINDS = {"person", "organisation", "government", "outlet", "group", "document", "unknown"}


def track(text: str, lang: str = "zh", **facts: Any) -> Dossier:
    return make_dossier(Document.of(text, lang=lang, published="2030-03-08", **facts))


def spans(one: Attribution) -> Iterator[Span]:
    found = [one.source, one.cue, one.said_at, *one.content]
    return (span for span in found if span is not None)


def check(dossier: Dossier) -> None:
    """What the contract promises of every dossier."""
    text, id = dossier.document.text, dossier.document.id
    by_id = {one.id: one for one in dossier.attributions}
    speakers = {one.id: one for one in dossier.speakers}
    assert len(by_id) + len(speakers) == len(dossier.attributions) + len(dossier.speakers)
    assert all(key.startswith(f"{id}:") for key in [*by_id, *speakers])
    for speaker in dossier.speakers:
        assert speaker.kind in KINDS
        assert speaker.name
        assert set(speaker.members) <= set(speakers)
        assert speaker.affiliation is None or speaker.affiliation in speakers
        assert (speaker.what is None) or speaker.anonymous
        assert all(text[span.start : span.end] == span.text for span in speaker.mentions)
    for one in dossier.attributions:
        assert all(text[span.start : span.end] == span.text for span in spans(one))
        assert one.cue is not None or one.content
        assert {*one.chain, *one.unresolved} <= set(speakers)
        assert list(one.chain[-1:]) == [one.speaker] if one.speaker else one.speaker is None
        assert not (one.speaker and one.unresolved)
        assert 0 < one.confidence <= 1
        check_nesting(one, by_id)


def check_nesting(one: Attribution, by_id: dict[str, Attribution]) -> None:
    """`within` names one whose content holds this one, and the chain goes on from there."""
    if one.within is None:
        assert len(one.chain) <= 1
        return
    outer = by_id[one.within]
    inner = [one.cue] if one.cue and one.content != outer.content else list(one.content)
    assert all(any(span.holds(piece) for span in outer.content) for piece in inner)
    assert one.chain == (*outer.chain, *([one.speaker] if one.speaker else []))
    seen = {one.id}
    while outer.within is not None:
        assert outer.id not in seen
        seen.add(outer.id)
        outer = by_id[outer.within]


@given(MOSTLY_NEWS)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_pieces_of_news_in_any_order_keep_the_contract(text: str) -> None:
    check(track(text))


@given(MOSTLY_ENGLISH)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_pieces_of_english_news_in_any_order_keep_the_contract(text: str) -> None:
    check(track(text, "en"))


@given(ANYTHING)
@settings(max_examples=60)
def test_any_text_keeps_the_contract(text: str) -> None:
    check(track(text))
    check(track(text, "en"))


@pytest.mark.parametrize("text", ARTICLES)
def test_articles_keep_the_contract(text: str) -> None:
    check(track(text))


def test_all_articles_as_one_keep_the_contract() -> None:
    check(track("\n".join(ARTICLES)))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_keep_the_contract(text: str) -> None:
    check(track(text))


def test_asides_carry_no_attributions() -> None:
    line = "港务局发言人说，货船会改停北岸。"
    text = f"{line}\n市长汪承钧说，大桥不会封闭。\n{line}"
    last = text.rindex(line)
    asides = (Span.of(text, 0, len(line)), Span.of(text, last, last + len(line)))
    [one] = track(text, asides=asides).attributions
    assert one.source is not None
    assert one.source.text == "市长汪承钧"


@pytest.mark.parametrize("text", ARTICLES[::6])
def test_a_dossier_travels_between_processes_and_through_json(text: str) -> None:
    dossier = track(text)
    assert pickle.loads(pickle.dumps(dossier)) == dossier
    assert Dossier.model_validate_json(dossier.to_json()) == dossier
    assert "\n" not in dossier.to_json()


def test_the_json_holds_the_keys_of_the_contract() -> None:
    row = json.loads(track("\n".join(ARTICLES)).to_json())
    assert set(KEYS["dossier"].split()) <= set(row)
    assert row["schema"] == 1
    items = [("document", row["document"])]
    items += [("speaker", one) for one in row["speakers"]]
    for one in row["attributions"]:
        items += [("attribution", one)]
        pieces = [one["source"], one["cue"], one["said_at"], *one["content"]]
        items += [("span", piece) for piece in pieces if piece is not None]
        assert one["addressee"] is None or {"speaker", "text"} <= set(one["addressee"])
        assert one["said_at"] is None or "value" in one["said_at"]
        assert one["quote"] in {"direct", "indirect", "mixed"}
    for kind, item in items:
        assert set(KEYS[kind].split()) <= set(item), kind


@pytest.mark.parametrize("text", ARTICLES[::6])
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert track(text).to_json() == track(text).to_json()


def test_another_process_gives_the_same_bytes() -> None:
    """Hashes of words are seeded anew in each process; no order may hang on them."""
    text = "\n".join(ARTICLES)
    code = (
        "import sys; from claims.track import make_dossier; from claims.model import Document;"
        "d = Document.of(sys.stdin.buffer.read().decode(), lang='zh', published='2030-03-08');"
        "sys.stdout.buffer.write(make_dossier(d).to_json().encode())"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], input=text.encode(), capture_output=True, check=True, cwd=root
    )
    assert done.stdout.decode() == track(text).to_json()


def test_ids_tell_where_an_item_stands() -> None:
    dossier = track("市长汪承钧说，大桥不会封闭。")
    [one] = dossier.attributions
    assert one.cue is not None
    assert re.fullmatch(rf"{dossier.document.id}:a{one.cue.start}", one.id)


def test_an_article_does_not_change_the_next() -> None:
    """No state is carried over: alone or after others, an article gives the same."""
    fresh = [track(text).to_json() for text in ARTICLES[:20]]
    assert [track(text).to_json() for text in reversed(ARTICLES[:20])] == fresh[::-1]
