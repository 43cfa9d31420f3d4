"""Articles in two languages: each paragraph is read in its own, the speakers are joined."""

from __future__ import annotations

from claims.model import Document
from claims.read import part_languages
from claims.track import make_dossier

KNOWN = frozenset({"en", "zh"})
CHINESE = "港务局发言人林文昭（Lin Wenzhao）说，大桥已经封闭。"
ENGLISH = "Lin Wenzhao said on Friday that the bridge had been closed since the flood in May."


def read(text: str, lang: str = "zh") -> Document:
    return Document.of(text, lang=lang)


def test_one_language_is_one_part() -> None:
    for text, lang in ((CHINESE, "zh"), (ENGLISH, "en"), (CHINESE + "\nReuters, AP", "zh")):
        document = read(text, lang)
        assert part_languages(document, KNOWN) == (document,)


def test_a_paragraph_in_a_language_that_is_not_known_stays() -> None:
    text = f"{CHINESE}\nLe maire a déclaré que la réunion est terminée depuis longtemps."
    assert len(part_languages(read(text), KNOWN)) == 1


def test_each_paragraph_is_an_aside_in_the_other_language() -> None:
    chinese, english = part_languages(read(f"{CHINESE}\n\n{ENGLISH}"), KNOWN)
    assert (chinese.lang, [aside.text for aside in chinese.asides]) == ("zh", [ENGLISH])
    assert (english.lang, [aside.text for aside in english.asides]) == ("en", [CHINESE])
    assert chinese.id == english.id


def test_a_speaker_of_two_languages_is_one() -> None:
    for text in (f"{CHINESE}\n{ENGLISH}", f"{ENGLISH}\n{CHINESE}"):
        dossier = make_dossier(read(text))
        said = [one.cue.text for one in dossier.attributions if one.cue]
        assert sorted(said) == ["said", "说"]
        [speaker] = {one.speaker for one in dossier.attributions}
        [found] = [one for one in dossier.speakers if one.id == speaker]
        assert {found.name, *found.aliases} >= {"林文昭", "Lin Wenzhao"}
        assert [one.start for one in found.mentions] == sorted(s.start for s in found.mentions)


def test_what_is_found_stands_in_the_order_of_the_text() -> None:
    text = "\n".join((CHINESE, ENGLISH, CHINESE.replace("大桥", "码头")))
    dossier = make_dossier(read(text))
    places = [one.cue.start for one in dossier.attributions if one.cue]
    assert places == sorted(places)
    assert len(places) == 3
    ids = [one.id for one in (*dossier.speakers, *dossier.attributions, *dossier.claims)]
    assert len(ids) == len(set(ids))


def test_the_document_is_the_one_that_was_read() -> None:
    document = read(f"{CHINESE}\n{ENGLISH}")
    assert make_dossier(document).document == document
