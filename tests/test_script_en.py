"""The fold of English text, its words and their parts of speech.

A row is a text and its words as form/tag, `_` for a space inside a word.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lang.en.folding import fold
from claims.lang.en.script import SHORT, lemma, parts_of_speech, segment

LETTER = re.compile(r"[^\W_]")

WORDS = [
    # abbreviations keep their stops
    ("Mr. Hask met J.K. Marlow.", "mr./n Hask/nr met/v J.K._Marlow/nr ./w"),
    ("The U.S. voted on Jan. 5.", "the/u U.S./nr voted/v on/p jan./t 5/m ./w"),
    ("Sen. Dale Orrick (D-N.Y.) left.", "sen./n Dale_Orrick/nr (/w D-N.Y./nr )/w left/v ./w"),
    ("Falmer Steel Corp. agreed.", "Falmer_Steel_Corp./nr agreed/v ./w"),
    # clitics are words of their own, with either apostrophe
    ("Hask’s lawyer isn’t here.", "Hask/nr 's/u lawyer/n is/v n't/d here/d ./w"),
    ("They've left and I'm sure.", "they/r 've/v left/v and/c i/r 'm/v sure/a ./w"),
    ("She’d go if we'll pay.", "she/r 'd/v go/v if/c we/r 'll/v pay/v ./w"),
    # hyphens and numbers
    ("The president-elect waved.", "the/u president-elect/n waved/v ./w"),
    ("two people spoke", "two/m people/n spoke/v"),
    # names of several words are one
    ("Ann Lee and Sean O’Dell met.", "Ann_Lee/nr and/c Sean_O'Dell/nr met/v ./w"),
    ("Ann M. Marlow wept.", "Ann_M._Marlow/nr wept/v ./w"),
    ("José Núñez-Paz met Ludwig van Aarden.", "José_Núñez-Paz/nr met/v Ludwig_van_Aarden/nr ./w"),
    ("They left the Harlow City Council.", "they/r left/v the/u Harlow_City_Council/nr ./w"),
    # titles are no part of a name
    ("Prime Minister Omar Rand quickly left.",
     "prime/n minister/n Omar_Rand/nr quickly/d left/v ./w"),
    ("Secretary of State Joan Moor spoke.",
     "secretary/n of/p state/n Joan_Moor/nr spoke/v ./w"),
    ("They met the Secretary of State.", "they/r met/v the/u secretary/n of/p state/n ./w"),
    # the first word of a sentence is a name only where more tells it
    ("Bridges collapsed.", "bridges/n collapsed/v ./w"),
    ("“Trains are late,” he said.", "“/w trains/n are/v late/a ,/w ”/w he/r said/v ./w"),
    ("Hask stayed. Orrick waved.", "Hask/nr stayed/v ./w Orrick/nr waved/v ./w"),
    ("We saw Rose. Rose left.", "we/r saw/v Rose/nr ./w Rose/nr left/v ./w"),
    # what a word is, the words beside it tell
    ("Officials claim the claims.", "officials/n claim/v the/u claims/n ./w"),
    ("It did not rain on Tuesday.", "it/r did/v not/d rain/v on/p tuesday/t ./w"),
    ("He wants to report the report.", "he/r wants/v to/p report/v the/u report/n ./w"),
    # a shortened word may end its sentence as well; no is shortened before a number alone
    ("It opens at 6 p.m. He waits.", "it/r opens/v at/p 6/m p.m/n ./w he/r waits/v ./w"),
    ("It opens at 6 p.m. on Friday.", "it/r opens/v at/p 6/m p.m./n on/p friday/t ./w"),
    ("“No.” It was No. 5.", "“/w no/u ./w ”/w it/r was/v No./nr 5/m ./w"),
    ("He left Falmer Inc. The firm shut.",
     "he/r left/v Falmer_Inc/nr ./w the/u firm/n shut/v ./w"),
    # amounts, places and names of several small words
    ("It cost $5 or US$1.2 billion.", "it/r cost/v $5/m or/c us$1.2/m billion/m ./w"),
    ("New York and New Zealand won.", "New_York/nr and/c New_Zealand/nr won/v ./w"),
    ("Anna von der Heide left.", "Anna_von_der_Heide/nr left/v ./w"),
    ("Hask... well -- maybe", "Hask/nr .../w well/d --/w maybe/d"),
    ("", ""),
]  # fmt: skip


def written(text: str) -> str:
    return " ".join(f"{w.form.replace(' ', '_')}/{w.tag}" for w in segment(fold(text)))


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_and_their_parts_of_speech(text: str, words: str) -> None:
    assert written(text) == words


@pytest.mark.parametrize("number", ["5", "1,200", "5%", "3.5", "5th", "2030"])
def test_a_number_is_one_word(number: str) -> None:
    assert [(w.form, w.tag) for w in segment(f"about {number} people")][1] == (number, "m")


def test_a_line_in_capitals_is_cut_into_words() -> None:
    assert [w.start for w in segment("POLICE")] == [0]
    assert segment("POLICE CLOSE BRIDGE")[0].form == "police"


def test_a_new_line_begins_a_sentence_and_ends_a_name() -> None:
    assert written("They met Ann\nBerro left").split()[2:4] == ["Ann/nr", "Berro/nr"]


FOLDED = [("It’s", "It's"), ("the Hasks’ dog", "the Hasks’ dog"), ("well‑known", "well-known"),
          ("5\u00a0km", "5 km"), ("“Yes”", "“Yes”"), ("", "")]  # fmt: skip


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


LEMMAS = [("said", "say"), ("officials", "official"), ("denies", "deny"), ("told", "tell"),
          ("Ann Lee", "Ann Lee"), ("qwrtz", "qwrtz"), ("", "")]  # fmt: skip


@pytest.mark.parametrize(("form", "found"), LEMMAS)
def test_lemma(form: str, found: str) -> None:
    assert lemma(form) == found


def test_a_word_can_have_several_parts_of_speech() -> None:
    assert {"n", "v"} <= parts_of_speech("report")
    assert parts_of_speech("qwrtz") == frozenset()


PIECES = ["Ann", "Lee", "U.S.", "Mr.", "van", "of", "said", "isn’t", "Hask's", "“", "”", '"', "'",
          "’", ".", ",", "...", "--", "5%", "$5", "\n", " ", "\u00a0", "\t", "A.", "-", "é", "林",
          "THE", "D-N.Y.", "Secretary of State"]  # fmt: skip


def check(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    reach = 0
    for word in segment(folded):
        assert reach <= word.start < word.end <= len(folded)
        piece = folded[word.start : word.end]
        assert piece == piece.strip()
        assert word.form in (piece, piece.lower())
        assert word.tag
        assert not LETTER.search(folded[reach : word.start])
        reach = word.end
    assert not LETTER.search(folded[reach:])


@given(st.text())
def test_any_text_is_cut_into_words_in_order(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_pieces_are_cut_into_words_in_order(text: str) -> None:
    check(text)


def test_a_long_text_is_cut_as_a_short_one() -> None:
    text = "Ann Lee said it didn't rain. " * 20
    assert len(text) > SHORT
    assert len(segment(text)) == 20 * len(segment("Ann Lee said it didn't rain. "))
