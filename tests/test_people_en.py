"""People in running English text: titles before names, and names of several words."""

from __future__ import annotations

import pytest

from claims.lang.en.folding import fold
from claims.lang.en.people import find_names, find_people, is_personal

PEOPLE = [
    ("Foreign Minister Mara Velloso arrived in Oslo.", ["Foreign Minister Mara Velloso"]),
    ("Police said Senator Dale Orrick left. Orrick waved.", ["Senator Dale Orrick"]),
    ("Sen. Dale Orrick, R-Ohio, voted no.", ["Sen. Dale Orrick"]),
    ("Secretary of State Joan Moor met Mr. Hask.", ["Secretary of State Joan Moor", "Mr. Hask"]),
    ("Deputy Prime Minister Omar Reddick resigned.", ["Deputy Prime Minister Omar Reddick"]),
    ("Attorney General Ed Hale spoke.", ["Attorney General Ed Hale"]),
    ("Ms. Velloso and Dr. Lena Marsh agreed.", ["Ms. Velloso", "Dr. Lena Marsh"]),
    ("The plan of farmer Owen Hale failed.", ["farmer Owen Hale"]),
    ("A spokesman for President Hask’s party left.", ["President Hask"]),
    ("Lt. Col. Brent Aldous saluted.", ["Lt. Col. Brent Aldous"]),
    ("The mayor left. Hask stayed.", []),
    ("The mayor, Wanda Brill, left.", []),
    ("The senator's aide left.", []),
    ("Officials said the bridge was safe.", []),
    ("Mayor\nWanda Brill left.", []),
    ("", []),
]  # fmt: skip

NAMES = [
    ("Foreign Minister Mara Velloso arrived in Oslo.", {"Mara Velloso"}),
    ("The mayor, Wanda Brill, met Sean O’Dell.", {"Wanda Brill", "Sean O'Dell"}),
    ("Hugh Dorrin, 43, a farmer, saw it.", {"Hugh Dorrin"}),
    ("Ann M. Marlow wrote to J.K. Marlow.", {"Ann M. Marlow", "J.K. Marlow"}),
    ("José Núñez-Paz met Ludwig van Aarden.", {"José Núñez-Paz", "Ludwig van Aarden"}),
    ("President Hask met Chancellor Ilse Brandt.", {"Ilse Brandt"}),
    ("On Monday Anna Berro left.", {"Anna Berro"}),
    ("Tess Marsh's dog barked at Owen Hale’s cat.", {"Tess Marsh", "Owen Hale"}),
    ("Harlow City Council and Falmer Steel Corp. agreed.", set()),
    ("Human Rights Watch told the Harlow Times so.", set()),
    ("They met in Los Angeles and in San Francisco.", set()),
    ("THE BRIDGE FELL DOWN", set()),
    ("The rain stopped. Trains were late.", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE, ids=[case[0] for case in PEOPLE])
def test_a_title_shows_a_person(text: str, people: list[str]) -> None:
    folded = fold(text)
    assert [folded[start:end] for start, end in find_people(folded)] == people


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[case[0] for case in NAMES])
def test_a_text_makes_names_known(text: str, names: set[str]) -> None:
    assert find_names(fold(text)) == names


@pytest.mark.parametrize("form", ["Ann Lee", "Hask", "Tess O'Dell", "J.K. Marlow", "Omar al-Sabri"])
def test_a_name_is_personal(form: str) -> None:
    assert is_personal(form)


@pytest.mark.parametrize(
    "form",
    ["NATO", "Norway", "French", "Justice Department", "Harlow Union", "MAYOR ANN LEE", "On"],
)
def test_a_body_a_place_and_a_line_in_capitals_are_not_personal(form: str) -> None:
    assert not is_personal(form)
