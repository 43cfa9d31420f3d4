"""What stands around an English word of report: addressee, medium, time, negation; datelines.

A case is a sentence with its source in [ ], its cue in < > and its content in { }, and then
what is to be found, as words of the sentence.
"""

from __future__ import annotations

import re

import pytest

from claims.lang.base import Details
from claims.lang.en.datelines import read_dateline
from claims.lang.en.folding import fold
from claims.lang.en.reporting import read_details

MARKS = re.compile(r"[\[\]<>{}]")

TO_WHOM = [
    ("[The mayor] <told> reporters {the bridge was safe}.", "reporters"),
    ("[The mayor] <told> reporters that {the bridge was safe}.", "reporters"),
    ("[The mayor] <told> The Associated Press on Tuesday {it was safe}.", "The Associated Press"),
    ("[The mayor] <told> Mara Velloso {the bridge was safe}.", "Mara Velloso"),
    ("[She] <told> him {the bridge was safe}.", "him"),
    ("[She] <told> her sister that {the bridge was safe}.", "her sister"),
    ("“{It is safe,}” [the mayor] <told> CNN.", "CNN"),
    ("“{It is safe,}” [she] <told> the newspaper in an email.", "the newspaper"),
    ("[Hask] <told> the crowd of about 2,000: “{Go home.}”", "the crowd"),
    ("[The mayor] <asked> the minister {whether the bridge was safe}.", "the minister"),
    ("[The mayor] <asked> the minister if {the bridge was safe}.", "the minister"),
    ("[The mayor] <warned> residents that {the bridge was closed}.", "residents"),
    ("[The mayor] <urged> lawmakers {to pass the bill}.", "lawmakers"),
    ("[The mayor] <called on> the governor {to resign}.", "the governor"),
    ("[The mayor] <confirmed> to Reuters that {the bridge was closed}.", "Reuters"),
    ("[The mayor] <wrote> to the minister that {the bridge was closed}.", "the minister"),
    ("“{It is safe,}” [she] <said> to reporters outside the hall.", "reporters"),
    ("[The man] <told> a court in Harlow on Thursday {he saw smoke}.", "a court"),
    ("[Hask] <told> the U.N. Security Council {it was late}.", "the U.N. Security Council"),
    ("[Hask] <told> Sen. Dale Orrick that {it was late}.", "Sen. Dale Orrick"),
    ("“{It is late,}” [Hask] <told> lawmakers. Orrick left.", "lawmakers"),
    ("[The mayor] <said> {the bridge was safe}.", None),
    ("[The mayor] <warned> that {the bridge was closed}.", None),
    ("[The mayor] <objected> to {the plan}.", None),
    ("[The mayor] <responded> to the plan: “{It is bad.}”", None),
    ("[The mayor] <agreed> with the governor that {it was late}.", None),
    ("[The mayor] <argued> that {the bridge was closed to traffic}.", None),
]

THROUGH_WHAT = [
    ("[The mayor] <said> in a statement on Tuesday that {it was safe}.", "statement"),
    ("“{It is safe,}” <said> [the mayor] in a statement on Tuesday.", "statement"),
    ("In a statement, [the ministry] <said> {the bridge was safe}.", "statement"),
    ("[The mayor] <wrote> on Twitter: “{It is safe.}”", "Twitter"),
    ("[The mayor] <wrote> on X that {the bridge is safe}.", "X"),
    ("[The mayor] <wrote> in a Facebook post: {the bridge is safe}.", "Facebook post"),
    ("[The mayor] <said> at a news conference that {it was safe}.", "news conference"),
    ("[The mayor] <told> the BBC in an interview on Friday: “{It is safe.}”", "interview"),
    ("In an interview with the BBC, [the mayor] <said> {it was safe}.", "interview"),
    ("Speaking at a news conference in Harlow, [she] <said> {it was safe}.", "news conference"),
    ("[Hask] <said> by email that {it was late}.", "email"),
    ("[Hask] <wrote> in a letter to the minister that {it was late}.", "letter"),
    ("[Hask] <said> on state television that {it was late}.", "state television"),
    ("[Hask] <said> {he would sign a statement}.", None),
    ("[Hask] <said> in the x box that {it was late}.", None),
    ("[Hask] <said> through a spokesman that {it was late}.", None),
]

WHEN = [
    ("[The mayor] <said> on Tuesday that {the bridge was safe}.", "on Tuesday"),
    ("[The mayor] <said> Tuesday {the bridge was safe}.", "Tuesday"),
    ("[The mayor] <said> in a statement Tuesday that {it was safe}.", "Tuesday"),
    ("“{It is safe,}” <said> [the mayor] in a statement on Tuesday.", "on Tuesday"),
    ("On Tuesday, [the mayor] <said> {the bridge was safe}.", "On Tuesday"),
    ("Earlier this week, [the mayor] <said> {the bridge was safe}.", "Earlier this week"),
    ("[The mayor] <told> the council on March 3 that {it was closed}.", "on March 3"),
    ("[Hask] <said> two days ago that {it was late}.", "two days ago"),
    ("[Hask] <said> in 2019 that {it was late}.", "in 2019"),
    ("[Hask] <said> last week that {it was late}.", "last week"),
    ("[Hask] <said> Friday night that {it was late}.", "Friday night"),
    ("[The mayor] <said> {the bridge would reopen on Tuesday}.", None),
]

DENIED = [
    ("[Police] did not <say> {what caused the fire}.", True),
    ("[Police] <did not say> {what caused the fire}.", True),
    ("[Police] didn’t <say> {what caused the fire}.", True),
    ("[Police] declined to <say> {what caused the fire}.", True),
    ("[Police] <declined to say> {what caused the fire}.", True),
    ("[Police] refused to <confirm> {the report}.", True),
    ("[No one] <said> {the bridge was safe}.", True),
    ("[None of the officials] <said> {the bridge was safe}.", True),
    ("[She] never <said> {the bridge was safe}.", True),
    ("[She] has not yet <said> {whether she will run}.", True),
    ("[She] could not immediately <confirm> {the report}.", True),
    ("[She] stopped short of <saying> {the bridge was safe}.", True),
    ("[She] left without <saying> {who did it}.", True),
    ("[She] <is not saying> {it is safe}.", True),
    ("[She] has yet to <say> {whether she will run}.", True),
    ("[She] <said> {it was not safe}.", False),
    ("[She] <denied> {the report}.", False),
    ("[She] not only <said> {it was safe} but walked over it.", False),
    ("[She] was not there but <said> {the bridge was safe}.", False),
    ("[Noel Hask] <said> {it is safe}.", False),
]


def read_case(case: str) -> tuple[str, Details]:
    """The bare sentence of a case, folded, and what is read around its cue."""
    at: dict[str, int] = {}
    for number, match in enumerate(MARKS.finditer(case)):
        at.setdefault(match.group(), match.start() - number)
    text = fold(MARKS.sub("", case))
    source = (at["["], at["]"]) if "[" in at else None
    return text, read_details(text, source, ((at["<"], at[">"]),), at.get("{"), 0)


def words_at(text: str, at: tuple[int, int] | None) -> str | None:
    return text[slice(*at)] if at else None


@pytest.mark.parametrize(("case", "words"), TO_WHOM)
def test_addressee(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(text, found.addressee) == words


@pytest.mark.parametrize(("case", "words"), THROUGH_WHAT)
def test_medium(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(text, found.medium) == words


@pytest.mark.parametrize(("case", "words"), WHEN)
def test_time(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(text, found.time) == words


@pytest.mark.parametrize(("case", "negated"), DENIED)
def test_negated(case: str, negated: bool) -> None:
    assert read_case(case)[1].negated is negated


def test_all_at_once() -> None:
    text, found = read_case("[She] <told> the Gazette by phone on March 2 that {it had reopened}.")
    told = [words_at(text, at) for at in (found.addressee, found.medium, found.time)]
    assert (told, found.negated) == (["the Gazette", "phone", "on March 2"], False)


@pytest.mark.parametrize("text", ["", "he said", "<said>", "not", "told", "said to"])
def test_short_texts_are_no_trouble(text: str) -> None:
    assert read_details(text, None, ((0, len(text)),), None, 0).time is None


DATELINES = [
    ("PORT HALE, June 5 (Reuters) - ", ("Reuters", 6, 5)),
    ("NEW HARLOW, Sept 12, 2030 (Reuters) - ", ("Reuters", 9, 12)),
    ("OSLO/PORT HALE, May 3 (Reuters) - ", ("Reuters", 5, 3)),
    ("HARLOW, Ohio (AP) — ", ("AP", 0, 0)),
    ("ST. ALDOUS, Fla. (AP) -- ", ("AP", 0, 0)),
    ("PORT HALE — ", ("", 0, 0)),
    ("May 3 (Reuters) - ", ("Reuters", 5, 3)),
    ("(Reuters) - ", ("Reuters", 0, 0)),
]


@pytest.mark.parametrize(("opening", "told"), DATELINES)
def test_a_dateline_tells_the_outlet_and_the_day(opening: str, told: tuple[object, ...]) -> None:
    line = f"{opening}The ferry sank."
    found = read_dateline(line)
    assert found is not None
    assert (words_at(line, found.outlet), found.month, found.day) == told


@pytest.mark.parametrize(
    "line",
    [
        "",
        "NATO said no.",
        "The mayor (Lee) - no",
        "Police said - yes",
        "NATO - which has troops there - said no.",
        "US - Iran talks end.",
    ],
)
def test_other_lines_have_no_dateline(line: str) -> None:
    assert read_dateline(line) is None
