"""English noun phrases that stand for a speaker, taken apart.

A case is a phrase, its kind, and the fields that matter: `body` and `parts` by their names, all
others as they stand. A field that a case does not name is not checked.
"""

from __future__ import annotations

import pytest

from claims.lang import Phrase
from claims.lang.en.heads import content_words, type_of
from claims.lang.en.naming import gender_of, looks_like_name
from claims.lang.en.phrases import is_title, parse_phrase

Case = tuple[str, str, dict[str, object]]

TITLES: list[Case] = [
    ("Finance Minister Mara Voss", "person", {"name": "Mara Voss", "role": "Finance Minister"}),
    ("Norwegian Foreign Minister Mara Voss", "person", {"name": "Mara Voss", "body": "Norway"}),
    ("former President Tobin Hask", "person", {"name": "Tobin Hask", "role": "President"}),
    ("then-President Tobin Hask", "person", {"name": "Tobin Hask", "role": "President"}),
    ("Prime Minister-elect Omar Rand", "person", {"name": "Omar Rand", "role": "Prime Minister"}),
    ("President Hask", "person", {"name": "Hask", "role": "President"}),
    ("Sen. Dale Orrick, R-Ohio,", "person", {"name": "Dale Orrick", "role": "Sen."}),
    ("Rep. Ines Calder (D-Texas)", "person", {"name": "Ines Calder", "aliases": ()}),
    ("Lt. Col. Omar Reddick", "person", {"name": "Omar Reddick", "role": "Lt. Col."}),
    ("Secretary of State Joan Moor", "person", {"name": "Joan Moor", "role": "Secretary of State"}),
    ("White House chief of staff Nina Frost", "person", {"role": "chief of staff"}),
    ("Justice Department spokesman Karl Venn", "person", {"body": "Justice Department"}),
    ("State Department spokesperson Karl Venn", "person", {"body": "State Department"}),
    ("Foreign Ministry spokeswoman Nina Frost", "person", {"body": "foreign ministry"}),
    ("Chinese Foreign Ministry spokesman Lin Wen", "person", {"body": "Chinese Foreign Ministry"}),
    ("Pentagon spokesman Rear Adm. Karl Venn", "person", {"name": "Karl Venn", "body": "Pentagon"}),
    ("U.S. Army Col. Brent Aldous", "person", {"name": "Brent Aldous", "body": "U.S. Army"}),
    ("Falmer Steel chief executive Nina Frost", "person", {"body": "Falmer Steel"}),
    ("Harlow Mayor Wanda Brill", "person", {"name": "Wanda Brill", "body": "Harlow"}),
    ("New York Governor Paul Vance", "person", {"name": "Paul Vance", "body": "New York"}),
    ("Local resident Tess Marsh", "person", {"role": "resident", "body": None}),
    # trades that no list holds
    ("lighthouse keeper Jens Aune", "person", {"name": "Jens Aune", "role": "lighthouse keeper"}),
    ("Surveyor Nora Quill", "person", {"name": "Nora Quill", "role": "Surveyor", "gender": "f"}),
    ("Rose Mary Quill", "person", {"name": "Rose Mary Quill", "role": ""}),
    ("Sergeant Dean Kohl", "person", {"name": "Dean Kohl", "role": "Sergeant"}),
    ("Dean Anna Kohl", "person", {"name": "Anna Kohl", "role": "Dean"}),
    ("farmer Owen Hale", "person", {"name": "Owen Hale", "role": "farmer"}),
    ("Mr. Overby", "person", {"name": "Overby", "role": "", "gender": "m"}),
    ("Mrs. Hask", "person", {"name": "Hask", "role": "", "gender": "f"}),
    ("Dr. Lena Marsh", "person", {"name": "Lena Marsh", "role": "Dr."}),
    ("Professor Lena Marsh of Aldermere University", "person", {"body": "Aldermere University"}),
]  # fmt: skip

NAMES: list[Case] = [
    ("Mara Velloso", "person", {"name": "Mara Velloso", "role": "", "body": None}),
    ("Robert “Bobby” Tanager", "person", {"name": "Robert Tanager", "aliases": ("Bobby",)}),
    ('William "Bud" Crane', "person", {"name": "William Crane", "aliases": ("Bud",)}),
    ("J.K. Marlow", "person", {"name": "J.K. Marlow"}),
    ("Ann M. Marlow", "person", {"name": "Ann M. Marlow", "gender": "f"}),
    ("Ludwig van Aarden", "person", {"name": "Ludwig van Aarden"}),
    ("Carlos de la Fuente", "person", {"name": "Carlos de la Fuente"}),
    ("Mohammed al-Sabri", "person", {"name": "Mohammed al-Sabri"}),
    ("Sean O’Dell", "person", {"name": "Sean O'Dell"}),
    ("José Núñez", "person", {"name": "José Núñez"}),
    ("Hugh Dorrin Jr.", "person", {"name": "Hugh Dorrin"}),
    ("Hugh Dorrin, Jr.", "person", {"name": "Hugh Dorrin"}),
    ("Hask himself", "person", {"name": "Hask"}),
    ("Mara Velloso of Norway", "person", {"name": "Mara Velloso", "body": "Norway"}),
]

APPOSITIVES: list[Case] = [
    ("Hugh Dorrin, a doctor at the clinic", "person", {"role": "doctor", "body": "clinic"}),
    ("Hugh Dorrin, 43, a farmer", "person", {"name": "Hugh Dorrin", "role": "farmer"}),
    ("Ed Dorrin, a spokesman at the Justice Department", "person", {"body": "Justice Department"}),
    ("Hugh Dorrin, a Justice Department spokesman", "person", {"body": "Justice Department"}),
    ("Hugh Dorrin, chief executive of Falmer Steel", "person", {"body": "Falmer Steel"}),
    ("Hugh Dorrin, a professor of law at Aldermere University", "person", {"role": "professor"}),
    ("Hugh Dorrin, head of policy at Falmer Steel", "person", {"body": "Falmer Steel"}),
    ("Hugh Dorrin, who lives near the bridge", "person", {"name": "Hugh Dorrin", "role": ""}),
    ("Wanda Brill, the mayor of Harlow", "person", {"role": "mayor", "body": "Harlow"}),
    ("the mayor, Wanda Brill", "person", {"name": "Wanda Brill", "role": "mayor"}),
    ("Norway's foreign minister, Mara Voss", "person", {"name": "Mara Voss", "body": "Norway"}),
    ("Mara Voss, Norway's foreign minister", "person", {"name": "Mara Voss", "body": "Norway"}),
    ("a spokesman for the ministry, Hugh Dorrin", "person", {"name": "Hugh Dorrin"}),
    ("her lawyer, Hugh Dorrin", "person", {"name": "Hugh Dorrin", "role": "lawyer", "body": "her"}),
]  # fmt: skip

OFFICES: list[Case] = [
    ("the prime minister", "person", {"name": "", "role": "prime minister", "body": None}),
    ("the French president", "person", {"name": "", "role": "president", "body": "France"}),
    ("France's president", "person", {"role": "president", "body": "France"}),
    ("the president of France", "person", {"role": "president", "body": "France"}),
    ("the U.S. secretary of state", "person", {"role": "secretary of state", "body": "U.S."}),
    ("the mayor of Harlow", "person", {"role": "mayor", "body": "Harlow"}),
    ("the police chief", "person", {"name": "", "role": "police chief"}),
    ("his chief of staff", "person", {"role": "chief of staff", "body": "his"}),
]

OWNERS: list[Case] = [
    ("his lawyer", "unnamed", {"role": "lawyer", "body": "his", "back": False, "new": False}),
    ("her husband", "unnamed", {"what": "relative", "gender": "m", "body": "her"}),
    ("Hask’s lawyers", "unnamed", {"number": "many", "body": "Hask"}),
    ("Lee's campaign", "body", {"name": "Lee's campaign", "body": "Lee"}),
    ("Lee's office", "body", {"name": "Lee's office", "body": "Lee"}),
    ("his office", "body", {"head": "office", "body": "his"}),
    ("the Hask camp", "body", {"head": "camp", "body": "Hask"}),
    ("the ministry's report", "document", {"head": "report", "body": "ministry"}),
    ("the company's chief executive, Hugh Dorrin", "person", {"body": "company"}),
    ("the widow of Tobin Hask", "unnamed", {"body": "Tobin Hask", "gender": "f", "back": False}),
]  # fmt: skip

PRONOUNS: list[Case] = [
    ("He", "pronoun", {"name": "he", "gender": "m", "number": "one", "person": 3}),
    ("she herself", "pronoun", {"name": "she", "gender": "f"}),
    ("they", "pronoun", {"number": "many", "gender": "any"}),
    ("it", "pronoun", {"gender": "n"}),
    ("I", "pronoun", {"person": 1, "number": "one"}),
    ("we", "pronoun", {"person": 1, "number": "many"}),
    ("the latter", "pronoun", {"sense": "order"}),
    ("both sides", "pronoun", {"sense": "pair", "number": "many"}),
]

UNNAMED: list[Case] = [
    ("an official", "unnamed", {"what": "official", "new": True, "number": "one"}),
    ("officials", "unnamed", {"what": "official", "number": "many", "new": False, "back": False}),
    ("the official", "unnamed", {"back": True, "new": False}),
    ("this official", "unnamed", {"back": True, "number": "one"}),
    ("those experts", "unnamed", {"back": True, "number": "many", "what": "expert"}),
    ("another aide", "unnamed", {"another": True, "new": True}),
    ("other officials", "unnamed", {"another": True, "number": "many"}),
    ("two people familiar with the matter", "unnamed", {"what": "source", "number": "many"}),
    ("one person briefed on the talks", "unnamed", {"head": "person", "what": "source"}),
    ("people involved in the talks", "unnamed", {"head": "people", "number": "many"}),
    ("a source close to the talks", "unnamed", {"what": "source", "new": True}),
    ("a senior U.S. official", "unnamed", {"head": "official", "body": "U.S.", "new": True}),
    ("two Israeli officials", "unnamed", {"body": "Israel", "number": "many"}),
    ("a White House official", "unnamed", {"role": "official", "body": "White House"}),
    ("an official who asked not to be named", "unnamed", {"head": "official", "new": True}),
    ("Western diplomats", "unnamed", {"what": "diplomat", "number": "many"}),
    ("several residents", "unnamed", {"what": "resident", "number": "many", "new": True}),
    ("a spokeswoman for the company", "unnamed", {"gender": "f", "body": "company"}),
    ("the spokesman for the company", "unnamed", {"back": False, "body": "company"}),
    ("a police officer", "unnamed", {"what": "police"}),
    ("a witness to the crash", "unnamed", {"what": "witness"}),
    ("analysts", "unnamed", {"what": "analyst"}),
    ("prosecutors in Harlow", "unnamed", {"what": "authority", "body": "Harlow"}),
    ("residents of Harlow", "unnamed", {"number": "many", "body": "Harlow"}),
    ("Hask aides", "unnamed", {"number": "many", "body": "Hask"}),
    ("a 43-year-old farmer", "unnamed", {"head": "farmer", "new": True}),
    ("doctors at the hospital", "unnamed", {"what": "doctor", "body": "hospital"}),
    ("state media", "unnamed", {"what": "media"}),
]  # fmt: skip

BODIES: list[Case] = [
    ("the Justice Department", "body", {"sense": "Justice Department", "back": False}),
    ("the Department of Justice", "body", {"sense": "Justice Department"}),
    ("Human Rights Watch (HRW)", "body", {"name": "Human Rights Watch", "aliases": ("HRW",)}),
    ("the Harlow Workers Union (HWU)", "body", {"aliases": ("HWU",)}),
    ("the ministry", "body", {"name": "ministry", "back": True}),
    ("Russia's foreign ministry", "body", {"head": "ministry", "body": "Russia", "back": False}),
    ("the U.S. military", "body", {"sense": "United States"}),
    ("police", "body", {"head": "police", "back": False}),
    ("Harlow police", "body", {"name": "Harlow police", "head": "police"}),
    ("the U.N.", "body", {"name": "U.N.", "sense": "United Nations"}),
    ("the FBI", "body", {"name": "FBI"}),
    ("HWU", "body", {"name": "HWU"}),
    ("Falmer Steel Corp.", "body", {"what": "company"}),
    ("the University of Aldermere", "body", {"head": "university"}),
    ("the Russian side", "body", {"sense": "Russia"}),
    ("Russia", "body", {"sense": "Russia", "what": "government"}),
    ("Moscow", "body", {"name": "Moscow", "sense": "Russia"}),
    ("the French", "body", {"sense": "France"}),
    ("CNN", "outlet", {"sense": "CNN"}),
    ("The New York Times", "outlet", {"name": "The New York Times"}),
    ("the AP", "outlet", {"sense": "Associated Press"}),
    ("Russian news agency TASS", "outlet", {"name": "TASS"}),
    ("the newspaper The Harlow Gazette", "outlet", {"name": "Harlow Gazette"}),
    ("the Harlow Gazette", "outlet", {"name": "Harlow Gazette"}),
]  # fmt: skip

ISSUED: list[Case] = [
    ("the statement", "voice", {"head": "statement", "body": None}),
    ("a statement from the company", "voice", {"body": "company"}),
    ("a statement from his office", "voice", {"body": "his office"}),
    ("a statement from Lee's campaign", "voice", {"body": "Lee's campaign"}),
    ("a White House statement", "voice", {"head": "statement", "body": "White House"}),
    ("his statement", "voice", {"body": "his"}),
    ("Tuesday's statement", "voice", {"head": "statement", "body": None}),
    ("a report by Human Rights Watch", "document", {"body": "Human Rights Watch"}),
    ("an Aldermere University poll", "document", {"head": "poll", "body": "Aldermere University"}),
    ("court documents", "document", {"body": None}),
]  # fmt: skip

JOINT: list[Case] = [
    ("Ann Marlow and Owen Hale", "joint", {"parts": ("Ann Marlow", "Owen Hale"), "number": "many"}),
    ("Ann Lee, Ed Hale and Tess Marsh", "joint", {"parts": ("Ann Lee", "Ed Hale", "Tess Marsh")}),
    ("France, Germany and Italy", "joint", {"parts": ("France", "Germany", "Italy")}),
    ("Defense Minister Owen Hale and the U.N.", "joint", {"parts": ("Owen Hale", "U.N.")}),
    ("Hask and his wife", "joint", {"parts": ("Hask", "his wife")}),
    ("he and Hask", "joint", {"parts": ("he", "Hask")}),
    ("the two presidents", "joint", {"sense": "pair", "parts": ()}),
    ("U.S. and Israeli officials", "unnamed", {"head": "officials", "number": "many"}),
]  # fmt: skip

CASES = [*TITLES, *NAMES, *APPOSITIVES, *OFFICES, *OWNERS, *PRONOUNS, *UNNAMED, *BODIES, *ISSUED,
         *JOINT]  # fmt: skip


def told(phrase: Phrase, field: str) -> object:
    """A field as the cases write it."""
    if field == "body":
        return phrase.body.name if phrase.body else None
    if field == "parts":
        return tuple(part.name for part in phrase.parts)
    return getattr(phrase, field)


@pytest.mark.parametrize(("text", "kind", "fields"), CASES, ids=[case[0] for case in CASES])
def test_a_phrase_is_taken_apart(text: str, kind: str, fields: dict[str, object]) -> None:
    phrase = parse_phrase(text)
    assert {"kind": phrase.kind, **{f: told(phrase, f) for f in fields}} == {"kind": kind, **fields}


ODD = ["", " ", "...", '"', "“", "'s", "'", ",", "12", "2,300", "the", "a", "of", "and", "and and",
       "(", ")", "()", "(HWU)", "of of of", "the the", ", Jr.", "x's", "’s lawyer"]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_a_broken_phrase_is_no_person(text: str) -> None:
    assert not (parse_phrase(text).kind == "person" and parse_phrase(text).name)


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "Lee, ",
        "Lee and ",
        "of the ",
        "Lee's ",
        "(",
        "“A” ",
        "head of ",
        "a man, and a woman, ",
    ],
)
def test_a_very_long_phrase_is_no_error(piece: str) -> None:
    for size in (20, 100, 1000):
        assert parse_phrase(piece * size).kind


def test_the_country_of_a_title_keeps_its_sense() -> None:
    phrase = parse_phrase("Norwegian Foreign Minister Mara Velloso")
    assert phrase.body is not None
    assert (phrase.body.sense, phrase.body.what) == ("Norway", "government")


def test_the_words_of_a_phrase_let_a_later_one_point_back() -> None:
    one, later = parse_phrase("a Norwegian fishery official"), parse_phrase("this fishery official")
    assert later.words - {"this"} <= one.words
    assert content_words("the fishery official") == {"fishery", "official"}


@pytest.mark.parametrize("name", ["Ann Lee", "Hask", "J.K. Marlow", "Omar al-Sabri", "Tess O'Dell"])
def test_what_can_be_a_name(name: str) -> None:
    assert looks_like_name(name.split())


@pytest.mark.parametrize(
    "text", ["", "bridge", "Harlow Union", "Norway", "On Tuesday", "al-", "12"]
)
def test_what_cannot_be_a_name(text: str) -> None:
    assert not looks_like_name(text.split())


def test_a_first_name_tells_gender_only_before_another() -> None:
    assert (gender_of(["Nina", "Frost"]), gender_of(["Nina"])) == ("f", "any")


def test_a_head_tells_the_type() -> None:
    assert (type_of("official"), type_of("bridge"), type_of("")) == ("official", "", "")


@pytest.mark.parametrize(
    "text", ["the prime minister", "French President", "the Justice Department", "Norway", "CNN"]
)
def test_titles_bodies_and_places_are_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text", ["Mara Velloso", "President Hask", "he", "yesterday", "bridges", ""]
)
def test_whoever_else_is_no_title(text: str) -> None:
    assert not is_title(text)
