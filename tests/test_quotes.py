"""Quotations: every family of marks, nested, unclosed, odd; whatever the text, an order in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.find.quotes import find_quotes
from claims.lang import load_language
from claims.model import Quote

MARKS = load_language("zh").marks
ALL_MARKS = "".join([*MARKS.quotes, *MARKS.quotes.values(), *sorted(MARKS.straight)])
TEXTS = st.text(st.sampled_from(ALL_MARKS + "。，：说好ab \n"), max_size=40)

# The text with each quotation in brackets: [ ] closed, [ > ended without a mark of its own.
DRAWN = [
    "他说：[“好。”]",
    "他說：[「好。」]",
    "他說：[『好。』]",
    "他说：[‘好。’]",
    '他说：["好。"]',
    "他说：[＂好。＂]",
    "[“好，”]他说，[“明天见。”]",
    "他说：[“她说[‘好’]，我听到。”]",
    "他說：[「她說[『好』]，我聽到。」]",
    '他说：[“她说["好"]，我听到。”]',
    "他说：[“她说[‘他说[“好”]’]”]",
    "他说：[“好。>\n第二段。",
    "他说：[“好。>\n[“明天见。”]",
    "他说：[“她说[‘好>”]，我听到。",
    "Tom's bag isn't here, he said.",
    "他写道：[“don't go”]。",
    "好。",
    "",
]


# English writes ' for both marks, and for what shortens a word or tells whose it is.
SINGLE = [
    "['We waited,'] she said. ['Nobody came.']",
    "['The workers' union won't,'] he said of the ['deal'] in the '90s.",
    "[\"She said ['no'] twice,\"] he said.",
    "the boys' and girls' teams",
    "It's John's dogs' food.",
    "He told 'em to go.",
]


def parse_drawn(drawn: str) -> tuple[str, list[tuple[int, int, bool]]]:
    text, opened, found = "", [], []
    for char in drawn:
        if char == "[":
            opened.append(len(text))
        elif char in "]>":
            found.append((opened.pop(), len(text), char == "]"))
        else:
            text += char
    return text, sorted(found, key=lambda one: (one[0], -one[1]))


@pytest.mark.parametrize("drawn", DRAWN)
def test_each_family_is_read(drawn: str) -> None:
    text, wanted = parse_drawn(drawn)
    found = find_quotes(text, MARKS)
    assert [(one.start, one.end, one.closed) for one in found] == wanted


@pytest.mark.parametrize("drawn", SINGLE)
def test_apostrophes_can_be_marks_in_english(drawn: str) -> None:
    text, wanted = parse_drawn(drawn)
    found = find_quotes(text, load_language("en").marks)
    assert [(one.start, one.end, one.closed) for one in found] == wanted


def test_depth_counts_the_quotations_around() -> None:
    found = find_quotes("他说：“她说‘他说“好”’”，“完。”", MARKS)
    assert [one.depth for one in found] == [0, 1, 2, 0]


def holds(outer: Quote, inner: Quote) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@given(TEXTS)
@example("“‘”’")
@example('""""')
@example("”“”“")
@example("“\n”")
@settings(max_examples=300)
def test_quotations_nest_and_lie_in_one_paragraph(text: str) -> None:
    found = find_quotes(text, MARKS)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert "\n" not in text[one.start : one.end]
        assert text[one.start] in ALL_MARKS
        assert not one.closed or one.end - one.start >= 2
        around = [other for other in found if other is not one and holds(other, one)]
        assert one.depth == len(around)
    for one in found:
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            assert apart or holds(one, other) or holds(other, one)


@given(TEXTS, TEXTS)
@settings(max_examples=100)
def test_a_paragraph_is_read_by_itself(first: str, second: str) -> None:
    """A mark that is never closed spoils no more than its own paragraph."""
    both = find_quotes(f"{first}\n{second}", MARKS)
    shift = len(first) + 1
    moved = [
        one.model_copy(update={"start": one.start + shift, "end": one.end + shift})
        for one in find_quotes(second, MARKS)
    ]
    assert list(both) == [*find_quotes(first, MARKS), *moved]
