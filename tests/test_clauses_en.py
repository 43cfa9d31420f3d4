"""What the English pack knows of clauses: extent, certainty, terms, counts, days and sides."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lang.en.clauses import split_clauses
from claims.lang.en.days import find_dates
from claims.lang.en.folding import fold
from claims.lang.en.modality import read_modality
from claims.lang.en.quantities import find_quantities
from claims.lang.en.script import segment
from claims.lang.en.sides import find_side
from claims.lang.en.terms import deeds, find_terms
from claims.lang.en.times import find_times, value_of
from claims.lang.opposites import find_contrasts
from claims.lang.words import Word


def words(text: str) -> tuple[Word, ...]:
    return segment(fold(text))


# ---------------------------------------------------------------- where a clause begins and ends
def clauses(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split_clauses(words(text))]


SPLIT = [
    ("The tram has stopped", ["The tram has stopped"]),
    (
        "The tram has stopped, and the buses run all night",
        ["The tram has stopped", "the buses run all night"],
    ),
    (
        "The tunnel reopened on Tuesday and the ferry stopped",
        ["The tunnel reopened on Tuesday", "the ferry stopped"],
    ),
    (
        "the tunnel is open and carries freight",
        ["the tunnel is open", "carries freight"],
    ),
    ("prices rose 3 percent but wages fell", ["prices rose 3 percent", "wages fell"]),
    (
        "the guards did not sign the pact; the rebels did",
        ["the guards did not sign the pact", "the rebels did"],
    ),
    ("The road is open while the pass is shut", ["The road is open", "the pass is shut"]),
    ("Although the dam is old, it is safe", ["the dam is old", "it is safe"]),
    (
        "that the talks failed and that both sides went home",
        ["the talks failed", "both sides went home"],
    ),
    (
        "The storm hit the town and killed three people",
        ["The storm hit the town", "killed three people"],
    ),
    (
        "The road is wet, and after the storm, the ferry stopped",
        ["The road is wet", "after the storm, the ferry stopped"],
    ),
    (
        "The men arrested in Lorvik were freed and the case was dropped",
        ["The men arrested in Lorvik were freed", "the case was dropped"],
    ),
    ("“The tunnel is safe”", ["The tunnel is safe"]),
]
WHOLE = [
    "The union and the firm agreed to talks",
    "The warden, who resigned in May, denied the charge",
    "The tunnel, built in 1990, remains open",
    "The plan, officials believe, will fail",
    "He was arrested and charged with theft",
    "The firm will close the mill and move abroad",
    "The tunnel closed because a cable broke",
    "After the dam broke, the town fled",
    "On Tuesday, the council voted to close the mill",
    "Workers in Lorvik, Bremen and Narvik walked out",
    "The warden resigned, leaving thousands stranded",
    "The warden resigned, a move that shocked voters",
    "The plan approved by the council and funded by the state has failed",
    "If the river rises, the town must leave",
    "If the river rises and the dam breaks, the town floods",
    "The town must leave if the river rises and the dam breaks",
]


@pytest.mark.parametrize(("text", "parts"), [*SPLIT, *((text, [text]) for text in WHOLE)])
def test_a_content_is_parted_into_clauses(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("If the river rises, the town must leave", [True]),
        ("The town must leave unless the river falls", [True]),
        ("The town must leave, unless the river falls", [True]),
        ("Unless the river falls, the ferry stops, and the road stays shut", [True, False]),
        ("The road is shut, but if the river falls, it opens", [False, True]),
        ("Should the dam break, the town would flood", [True]),
        ("It is unclear if the dam is safe", [False]),
    ],
)
def test_what_hangs_on_a_condition(text: str, bound: list[bool]) -> None:
    assert [one.conditional for one in split_clauses(words(text))] == bound


def test_the_main_part_begins_behind_what_waits_for_it() -> None:
    text = "If the river rises, the town must leave"
    [one] = split_clauses(words(text))
    assert text[one.main :] == "the town must leave"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("The tunnel is open and carries freight", [False, True]),
        ("The tunnel is open, but will close in May", [False, True]),
        ("The tunnel is open and the pass is shut", [False, False]),
        ("to close the tunnel", [True]),
    ],
)
def test_a_clause_without_a_subject_goes_on(text: str, goes_on: list[bool]) -> None:
    assert [one.goes_on for one in split_clauses(words(text))] == goes_on


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The tram has stopped", True),
        ("Did the tram stop?", False),
        ("We thank all rescuers", False),
        ("Thanks to the dam, the town is safe", True),
        ("the warden's account", False),
        ("this claim that the dam is unsafe", False),
        ("this claim is false", True),
    ],
)
def test_what_can_be_true_or_false(text: str, states: bool) -> None:
    assert [one.states for one in split_clauses(words(text))] == [states]


@pytest.mark.parametrize("text", ["", ",.!", "“”", "and", "if", "not"])
def test_marks_and_words_alone_are_parted_without_an_error(text: str) -> None:
    assert len(clauses(text)) <= 1
    read_modality(words(text))


WORDS = (
    "if unless and but , . who that the dam tram may not is was broke broken because while “ ” to"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=14))
def test_any_row_of_words_is_parted_in_order(row: list[str]) -> None:
    text = " ".join(row)
    found = split_clauses(words(text))
    assert all(0 <= one.start <= one.main < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    read_modality(words(text))


# ---------------------------------------------------------------- certainty and denial
MEANT = [
    ("the tram may not run before June", "possible", "not"),
    ("the tunnel may reopen in May", "possible", ""),
    ("the tunnel opened in May", "certain", ""),
    ("the might of the fleet grew", "certain", ""),
    ("the owner allegedly left the country", "possible", ""),
    ("the alleged thief was arrested", "certain", ""),
    ("the mill is expected to close", "probable", ""),
    ("it is almost certain to rain", "almost_certain", ""),
    ("the ship is unlikely to sail", "probable", "unlikely"),
    ("the guards didn't sign the pact", "certain", "n't"),
    ("the man who did not sign has left", "certain", ""),
    ("police believe that the tunnel did not collapse", "certain", ""),
    ("it is thought that he may sign", "possible", ""),
    ("no workers were hurt", "certain", "no"),
    ("neither side fired first", "certain", "neither"),
    ("the plane came down with no warning", "certain", ""),
    ("the town is without power", "certain", "without"),
    ("the plane came down without warning", "certain", ""),
    ("the reports are false", "certain", "false"),
    ("false reports spread quickly", "certain", ""),
    ("the town lies on the river", "certain", ""),
    ("he failed to stop the leak", "certain", "failed to"),
    ("he was sacked for failing to act", "certain", ""),
    ("they are not only poor but sick", "certain", ""),
    ("this is not the union's plan", "certain", "is not"),
    ("the tunnel isn't closed", "certain", "n't"),
    ("arson cannot be ruled out", "possible", ""),
    ("he could not open the door", "certain", "not"),
    ("the plan was approved", "certain", ""),
    ("the firm plans to move", "wish", ""),
    ("both sides must hold back", "obligation", ""),
    ("the council decided not to close the mill", "certain", "not"),
    ("it appears that the pump failed", "possible", ""),
    ("the warden appeared in court", "certain", ""),
    ("the pass is closed because the cable did not hold", "certain", ""),
    ("the vote will go ahead as soon as possible", "certain", ""),
]


@pytest.mark.parametrize(("text", "certainty", "denier"), MEANT)
def test_how_a_clause_is_meant(text: str, certainty: str, denier: str) -> None:
    one = read_modality(words(text))
    assert (one.certainty, one.denier, one.negated) == (certainty, denier, bool(denier))


@pytest.mark.parametrize(
    ("text", "cue", "certainty"),
    [
        ("residents to leave", "urged", "obligation"),
        ("the storm will turn", "expects", "probable"),
        ("someone lit the fire", "suspects", "possible"),
        ("the water will fall", "Hopes", "wish"),
        ("the storm may turn", "expects", "possible"),
        ("the tram has stopped", "told reporters", "certain"),
    ],
)
def test_words_of_report_tell_how_sure_a_content_is(text: str, cue: str, certainty: str) -> None:
    assert read_modality(words(text), cue).certainty == certainty


# ---------------------------------------------------------------- terms, opposites, sides
def test_words_that_mean_much_the_same_are_one_term() -> None:
    found = find_terms(words("Two fishing boats were destroyed in a Russian airstrike near Kyiv"))
    assert {"Russia", "Ukraine"} <= found.keys()
    assert found.keys() & find_terms(words("Russia's raid wrecked a ship")).keys() >= {"Russia"}
    assert find_terms(words(", “ ”")) == {}


@pytest.mark.parametrize("kind", ["deed", "beginning"])
def test_a_deed_is_found_as_the_term_that_it_is(kind: str) -> None:
    assert "provoke" in deeds("beginning")
    assert deeds(kind) & find_terms(words("rebels provoked it")).keys()


def test_words_that_have_opposites() -> None:
    rise, fall = (find_contrasts("en", words(f"output {verb}")) for verb in ("rose", "fell"))
    assert {(one.row, one.side) for one in rise} & {(one.row, -one.side) for one in fall}


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("Norway", "Norway"), ("Norwegian", "Norway"), ("Norway's", "Norway"), ("Oslo", "Norway"),
        ("Norwegian forces", "Norway"), ("Norwegian Foreign Ministry", "Norway"),
        ("U.S.", "United States"), ("us", ""), ("Norwegian Seafoods", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_side_that_a_word_stands_for(word: str, side: str) -> None:
    assert find_side(word) == side


# ---------------------------------------------------------------- quantities
QUANTITIES = [
    ("three hundred people", (300, 300, "people")),
    ("12,000 workers", (12_000, 12_000, "people")),
    ("about 15,000 miners walked out", (13_500, 16_500, "people")),
    ("at least a dozen were hurt", (12, math.inf, "people")),
    ("nearly $4.2 million was lost", (0, 4.2e6, "dollars")),
    ("up to 300 striking dock workers", (0, 300, "people")),
    ("between 3 and 5 million people", (3e6, 5e6, "people")),
    ("half a million people", (5e5, 5e5, "people")),
    ("hundreds of homes", (200, 999, "households")),
    ("tens of thousands of residents", (20_000, 99_999, "people")),
    ("3.5 percent of sales", (3.5, 3.5, "%")),
    ("50% of pupils", (50, 50, "%")),
    ("more than half of the firms", (50, math.inf, "%")),
    ("five bridges fell", (5, 5, "")),
    ("a 10-day truce", (10, 10, "days")),
    ("twenty-one soldiers", (21, 21, "people")),
    ("300 or more ships", (300, math.inf, "ships")),
    ("10 to 12 trucks", (10, 12, "vehicles")),
    ("two hundred and six cases", (206, 206, "cases")),
    ("€300m", (3e8, 3e8, "euros")),
]


@pytest.mark.parametrize(("text", "found"), QUANTITIES)
def test_a_number_and_its_unit(text: str, found: tuple[float, float, str]) -> None:
    one = find_quantities(words(text), fold(text))
    assert [(round(q.low, 6), round(q.high, 6), q.unit) for q in one] == [found]


@pytest.mark.parametrize(
    "text",
    ["on June 5, 2023", "Article 5 applies", "one official said", "no one was hurt",
     "the third dam", "Ada Holm, 45, resigned", "in the 1990s", "by 2019"],
)  # fmt: skip
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(words(text), fold(text)) == ()


def test_what_a_quantity_counts_ends_at_the_next() -> None:
    text = "three workers died and seven bridges fell"
    first, second = find_quantities(words(text), text)
    assert first.counted.isdisjoint(second.counted)


@given(st.text(alphabet="one two half a hundred million 0123456789,.-%$ of to and", max_size=24))
def test_any_row_of_figures_is_read_without_an_error(text: str) -> None:
    for one in find_quantities(words(text), fold(text)):
        assert 0 <= one.low <= one.high
        assert 0 <= one.start < one.end <= len(text)


# ---------------------------------------------------------------- dates
FRIDAY = date(2030, 3, 8)
DATES = [
    ("yesterday", "2030-03-07"),
    ("today", "2030-03-08"),
    ("tomorrow", "2030-03-09"),
    ("Tuesday", "2030-03-05"),
    ("on Tuesday", "2030-03-05"),
    ("on Friday", "2030-03-08"),
    ("late on Saturday", "2030-03-02"),
    ("Tuesday of last week", "2030-02-26"),
    ("last week", "2030-02-25/2030-03-03"),
    ("next week", "2030-03-11/2030-03-17"),
    ("last month", "2030-02"),
    ("last year", "2029"),
    ("June 5", "2029-06-05"),
    ("June 5, 2023", "2023-06-05"),
    ("5 June 2023", "2023-06-05"),
    ("on Tuesday, June 5, 2023", "2023-06-05"),
    ("June 5-7", "2029-06-05/2029-06-07"),
    ("in January", "2030-01"),
    ("in January 2020", "2020-01"),
    ("last June", "2029-06"),
    ("2019", "2019"),
    ("three days ago", "2030-03-05"),
    ("two weeks ago", "2030-02-18/2030-02-24"),
    ("2023-06-05", "2023-06-05"),
    ("recently", ""),
    ("that day", ""),
    ("at 3 p.m.", ""),
    ("February 30", ""),
]


@pytest.mark.parametrize(("text", "value"), DATES)
def test_what_words_of_time_mean(text: str, value: str) -> None:
    assert value_of(text, FRIDAY) == value


def test_without_a_day_only_full_dates_are_told() -> None:
    told = [value_of(text, None) for text in ("June 5, 2023", "in 2019", "June 5", "yesterday")]
    assert told == ["2023-06-05", "2019", "", ""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said late on Tuesday, June 5, that it was shut", ["late on Tuesday, June 5"]),
        ("It may close, she sat there, they march on", []),
        ("It opened in May and shut last week", ["in May", "last week"]),
        ("In 2019 there were 2,019 homes", ["In 2019"]),
        ("He left at 3:30 p.m. local time on Monday", ["at 3:30 p.m. local time", "on Monday"]),
    ],
)
def test_where_words_of_time_stand(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_times(text, 0, len(text))] == found


def test_days_of_an_article_with_and_without_a_date() -> None:
    text = "talks began on June 5 and ended on Friday"
    first, second = find_dates(text, 0, len(text), "2030-03-08")
    assert (first.first, first.last, second.first) == ("2029-06-05", "2029-06-05", "2030-03-08")
    assert [one.sure for one in find_dates(text, 0, len(text), "")] == [True, False]


@given(st.text(alphabet="June 5 2023-, on at last MayTuesday", max_size=24))
def test_any_words_are_dated_without_an_error(text: str) -> None:
    for one in find_times(text, 0, len(text)):
        assert 0 <= one.start < one.end <= len(text)
    find_dates(text, 0, len(text), "2030-03-08")
