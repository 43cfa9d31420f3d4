"""The cases of tests/cases: what must be found, what must not, and what is known to go wrong."""

from __future__ import annotations

import re

import pytest
from casebook import Case, differences, load_cases, locate

from claims.lang import PACKS

MADE, LOOKALIKES, FAILURES = (
    [case for code in PACKS for case in load_cases(name, code)]
    for name in ("made", "lookalikes", "known_failures")
)


def name(case: Case) -> str:
    return case.name


def failing(case: Case) -> object:
    """A case that must fail; an error of the pipeline is a failure too."""
    return pytest.param(case, id=case.name, marks=pytest.mark.xfail(strict=True, reason=case.why))


@pytest.mark.parametrize("case", MADE, ids=name)
def test_all_is_found_as_it_should_be(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", LOOKALIKES, ids=name)
def test_nothing_is_found_where_nobody_says_anything(case: Case) -> None:
    assert not case.says
    assert differences(case) == []


@pytest.mark.parametrize("case", [failing(case) for case in FAILURES])
def test_what_is_known_to_go_wrong(case: Case) -> None:
    """Strict: a case that comes out right moves to made.toml, or to lookalikes.toml."""
    assert differences(case) == []


def test_every_failure_says_why() -> None:
    assert [case.name for case in FAILURES if not re.match(r"[\w -]+: .", case.why)] == []


def test_every_case_has_a_name_and_a_text_of_its_own() -> None:
    cases = [*MADE, *LOOKALIKES, *FAILURES]
    assert len({case.name for case in cases}) == len(cases)
    assert len({case.text for case in cases}) == len(cases)


# ---------------------------------------------------------------- the runner itself
RIGHT = {"source": "外长林之衡", "cue": "说", "content": "会谈已经结束", "speaker": "林之衡"}
WRONG = [
    ({"source": "外长"}, "source"),
    ({"content": "会谈"}, "content"),
    ({"speaker": "林"}, "speaker"),
    ({"chain": ["林之衡", "林之衡"]}, "chain"),
    ({"negated": True}, "negated"),
    ({"quote": "direct"}, "quote"),
    ({"within": "说"}, "within"),
    ({"addressee": "会谈"}, "addressee"),
]


def test_a_right_case_shows_no_difference() -> None:
    assert differences(Case("right", "外长林之衡说，会谈已经结束。", (RIGHT,))) == []


@pytest.mark.parametrize(("change", "key"), WRONG, ids=str)
def test_each_wrong_piece_is_told(change: dict[str, object], key: str) -> None:
    case = Case("wrong", "外长林之衡说，会谈已经结束。", ({**RIGHT, **change},))
    assert any(f"{key} is" in line for line in differences(case))


def test_what_is_missing_and_what_is_too_much_are_told() -> None:
    assert differences(Case("none", "外长林之衡说，会谈已经结束。"))[0].startswith("found too much")
    missing = Case("one", "雨下了一夜。", ({"cue": "下", "source": ""},))
    assert differences(missing)[0].startswith("not found")


def test_a_piece_that_is_not_in_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="not found"):
        locate("他说她说", "说#3")
