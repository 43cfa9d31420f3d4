"""Finding: what holds of the findings in any article, and what does not change them."""

from __future__ import annotations

from itertools import pairwise

import opencc
import pytest
from casebook import load_cases

from claims.find import Finding, find_attributions
from claims.lang import load_language
from claims.model import Document, Span

ZH = load_language("zh")
TEXTS = [case.text for case in load_cases("made")]
FAMILIES = ["“”", "「」", "『』", '""', "＂＂"]
QUOTED = [
    "市长汪承钧说：“大桥不会封闭，票价也不会上涨。”",
    "“水位还在上涨，”水文站站长苗秀岚说。",
    "“我们先修大坝，”工程师简若水说，“再修公路。”",
    "财政厅长卢远征表示，这笔预算“少得可怜”，必须重新编列。",
    "教练苗秀岚对队员们说：“今天我们必须赢。”",
]


def find(text: str, asides: tuple[Span, ...] = ()) -> tuple[Finding, ...]:
    return find_attributions(Document.of(text, lang="zh", asides=asides), ZH)


def places(found: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    """Where each finding stands, for comparing texts of the same length."""
    return [
        (_at(one.source), _at(one.cue), [_at(span) for span in one.content], one.within)
        for one in found
    ]


def _at(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_pieces_of_the_text_and_lie_in_one_paragraph(text: str) -> None:
    for one in find(text):
        spans = [one.source, one.cue, one.addressee, one.time, *one.content]
        for span in (span for span in spans if span is not None):
            assert text[span.start : span.end] == span.text
            assert span.text.strip() == span.text != ""
            assert "\n" not in span.text
        assert one.steps
        assert one.made_by
        assert 0 < one.confidence <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_a_content_is_in_order_and_apart_from_its_cue(text: str) -> None:
    for one in find(text):
        ends = [(span.start, span.end) for span in one.content]
        assert ends == sorted(ends)
        assert all(a[1] <= b[0] for a, b in pairwise(ends))
        for start, end in one.parts:
            assert all(span.end <= start or end <= span.start for span in one.content)


@pytest.mark.parametrize("text", TEXTS)
def test_findings_come_in_order_and_inside_one_that_holds_them(text: str) -> None:
    found = find(text)
    anchors = [one.anchor for one in found]
    assert anchors == sorted(anchors)
    assert len({(one.anchor, _at(one.cue), _at(one.source)) for one in found}) == len(found)
    for one in found:
        if one.within is None:
            continue
        outer = found[one.within]
        assert outer is not one
        inner = [one.cue] if one.cue and one.content != outer.content else list(one.content)
        assert all(any(span.holds(piece) for span in outer.content) for piece in inner)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("text", QUOTED)
def test_every_family_of_marks_is_read_alike(text: str, family: str) -> None:
    other = text.replace("“", family[0]).replace("”", family[1])
    assert places(find(other)) == places(find(text))


@pytest.mark.parametrize("text", TEXTS)
def test_both_scripts_are_read_alike(text: str) -> None:
    other = opencc.OpenCC("s2t").convert(text)
    if ZH.fold(other) != ZH.fold(text):
        pytest.skip("a character has two forms that do not fold into one")
    assert places(find(other)) == places(find(text))


@pytest.mark.parametrize("text", TEXTS[::4])
def test_white_space_between_paragraphs_changes_nothing(text: str) -> None:
    """Blank lines and indents move the offsets and no more."""
    spaced = text.replace("\n", "\n\n　　")
    found, other = find(text), find(spaced)
    words = [[span.text for span in one.content] for one in found]
    assert [[span.text for span in one.content] for one in other] == words
    assert [one.cue and one.cue.text for one in other] == [
        one.cue and one.cue.text for one in found
    ]


def test_asides_carry_nothing() -> None:
    text = "图：渔会会长穆长河说，船已经沉了。\n市长汪承钧说，大桥不会封闭。"
    first = Span.of(text, 0, text.index("\n"))
    assert len(find(text)) == 2
    [one] = find(text, (first,))
    assert one.cue is not None
    assert one.cue.start > first.end


def test_a_cue_explains_itself() -> None:
    [one] = find("市长汪承钧说，大桥不会封闭。")
    assert any("说" in step for step in one.steps)
    assert any("市长汪承钧" in step for step in one.steps)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "。", "“”", "说", "据称", "“", "：：：", "a b c"]
)
def test_hardly_any_text_holds_nothing(text: str) -> None:
    assert find(text) == ()
