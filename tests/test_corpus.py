"""Many articles together: the cases of tests/cases/corpus, what holds of any, the world's names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pytest
from corpusbook import Book, Case, differences, load_cases, read_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.corpus import Decision, build_corpus
from claims.corpus.calling import list_names
from claims.corpus.copies import find_copies, take_print
from claims.lang import PACKS, load_language, load_pack
from claims.lang.topics import find_rather, find_topic, is_called_inflated
from claims.lang.world import (
    find_body,
    find_country,
    find_ministry,
    find_office,
    find_side,
    find_sides,
)
from claims.model import Document, Dossier, Speaker
from claims.model.corpus import Corpus
from claims.track import make_dossier

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    name: load_cases(name) for name in ("speakers", "stories", "matters", "conflicts", "origins")
}
FAILURES = load_cases("known_failures")
RIGHT = [case for cases in FILES.values() for case in cases]


# ---------------------------------------------------------------- the cases
def name(case: Case) -> str:
    return case.name


def failing(case: Case) -> object:
    """A case that must fail; an error of the pipeline is a failure too."""
    return pytest.param(case, id=case.name, marks=pytest.mark.xfail(strict=True, reason=case.why))


@pytest.mark.parametrize("case", FILES["speakers"], ids=name)
def test_who_is_one_speaker_and_who_is_not(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["stories"], ids=name)
def test_which_articles_are_on_one_event(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["matters"], ids=name)
def test_which_claims_are_on_one_matter(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["conflicts"], ids=name)
def test_what_may_not_both_hold_and_what_says_the_same(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["origins"], ids=name)
def test_on_whose_word_a_position_rests(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", [failing(case) for case in FAILURES])
def test_what_is_known_to_go_wrong(case: Case) -> None:
    """Strict: a case that comes out right moves to the file of its kind."""
    assert differences(case) == []


def test_every_failure_says_why() -> None:
    assert [case.name for case in FAILURES if not re.match(r"[\w -]+: .", case.why)] == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = Counter(case.name for case in (*RIGHT, *FAILURES))
    assert [one for one, times in names.items() if times > 1] == []


def test_every_topic_and_scale_has_a_case() -> None:
    topics = {row.get("topic") for case in FILES["matters"] for row in case.matters or ()}
    scales = {row.get("kind") for case in FILES["conflicts"] for row in case.conflicts or ()}
    assert topics >= {"toll", "blame", "verdict", "evidence", ""}
    assert scales >= {"quantity", "agent", "polarity", "date", "trust"}


# ---------------------------------------------------------------- the runner itself
ARTICLES = (
    {
        "date": "2031-05-02",
        "text": "北城大桥周一坍塌，桥上的卡车落入河中。市长苗秀岚说，坍塌造成12人死亡。",
    },
    {
        "date": "2031-05-03",
        "text": "北城大桥坍塌后，消防队长杜怀仁表示，坍塌已有30人死亡，卡车已经捞起。",
    },
)
FEW, MANY = "1:坍塌造成12人死亡", "2:坍塌已有30人死亡"
PAIR = {"first": FEW, "second": MANY, "kind": "quantity", "words": ["12人", "30人"]}
ORIGIN = {"of": FEW, "who": "1:苗秀岚", "articles": [1], "anonymous": False, "alone": True}
WRONG = [
    ({"one": [["1:苗秀岚", "2:杜怀仁"]]}, "not one speaker"),
    ({"apart": [["1:苗秀岚", "1:苗秀岚"]]}, "one speaker"),
    ({"perhaps": [["1:苗秀岚", "2:杜怀仁"]]}, "is perhaps []"),
    ({"reasons": [{"who": "1:苗秀岚", "words": "one office"}]}, "is not one because"),
    ({"stories": [[1], [2]]}, "stories are"),
    ({"copies": [[1, 2]]}, "copies are"),
    ({"matters": [{"claims": [FEW, "2:卡车已经捞起"]}]}, "not on one matter"),
    ({"matters": [{"claims": [FEW, MANY], "topic": "blame"}]}, "is on 'toll'"),
    ({"unrelated": [[FEW, MANY]]}, "on one matter"),
    ({"narrated": [FEW]}, "not told"),
    ({"narrated": []}, "told: 1:北城大桥"),
    ({"conflicts": []}, "a contradicts too much"),
    ({"conflicts": [{**PAIR, "kind": "date"}]}, "kind is 'quantity'"),
    ({"conflicts": [{**PAIR, "words": ["12人", "31人"]}]}, "words is"),
    ({"conflicts": [{**PAIR, "strength": "weak"}]}, "strength is 'strong'"),
    ({"conflicts": [{**PAIR, "reason": "one speaker"}]}, "reason is"),
    ({"conflicts": [{**PAIR, "second": "2:卡车已经捞起"}]}, "no contradicts"),
    ({"supports": [{"first": FEW, "second": MANY}]}, "no supports"),
    ({"origins": [{**ORIGIN, "articles": [2]}]}, "articles is [1]"),
    ({"origins": [{**ORIGIN, "anonymous": True}]}, "anonymous is False"),
    ({"origins": [{**ORIGIN, "alone": False}]}, "alone is True"),
    ({"origins": [{**ORIGIN, "who": "2:杜怀仁"}]}, "does not rest on"),
    ({"origins": [{**ORIGIN, "who": "2:杜怀仁"}]}, "rests on 苗秀岚 too"),
]


def test_a_right_case_shows_no_difference() -> None:
    right = Case(
        "right",
        ARTICLES,
        apart=[["1:苗秀岚", "2:杜怀仁"]],
        stories=[[1, 2]],
        copies=[],
        matters=[{"topic": "toll", "claims": [FEW, MANY]}],
        conflicts=[PAIR],
        supports=[],
        origins=[ORIGIN],
    )
    assert differences(right) == []


@pytest.mark.parametrize(("wanted", "line"), WRONG, ids=str)
def test_each_wrong_piece_is_told(wanted: dict[str, object], line: str) -> None:
    case = Case("wrong", ARTICLES, **wanted)  # type: ignore[arg-type]
    assert any(line in told for told in differences(case))


@pytest.mark.parametrize(
    "wanted",
    [{}, {"conflicts": [{"frist": FEW}]}, {"origins": [{"by": "1:苗秀岚"}]}],
    ids=str,
)
def test_a_case_must_ask_for_something_by_keys_that_there_are(wanted: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        Case("none", ARTICLES, **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize("piece", ["1:无人", "2:苗秀岚", "1:苗秀岚#2"])
def test_a_speaker_that_is_not_there_is_an_error(piece: str) -> None:
    with pytest.raises(AssertionError, match="no speaker"):
        differences(Case("none", ARTICLES, one=[[piece]]))


# ---------------------------------------------------------------- what holds of any articles
@cache
def pool() -> tuple[Dossier, ...]:
    """The dossiers of all articles of the right cases."""
    rows = {row["text"]: row for case in RIGHT for row in case.articles}
    return tuple(make_dossier(read_article(row)) for row in rows.values())


def dump(corpus: Corpus) -> str:
    return corpus.model_dump_json(by_alias=True)


def check(corpus: Corpus, dossiers: list[Dossier]) -> None:
    """What holds of every corpus: all is there once, and whatever is named is there."""
    documents = {one.document.id for one in dossiers}
    bearers = {one.id: one for dossier in dossiers for one in dossier.speakers}
    attributions = {one.id for dossier in dossiers for one in dossier.attributions}
    assert sorted(one.id for one in corpus.documents) == sorted(documents)
    for nouns in (corpus.speakers, corpus.stories, corpus.matters, corpus.claims):
        assert len({one.id for one in nouns}) == len(nouns)

    told = Counter(id for one in corpus.stories for id in one.documents)
    assert told == Counter(documents)
    for story in corpus.stories:
        copied = list(chain.from_iterable(story.copies))
        assert set(copied) <= set(story.documents)
        assert len(copied) == len(set(copied))
        assert all(len(group) > 1 for group in story.copies)

    speakers = {one.id: one for one in corpus.speakers}
    held = Counter(id for one in corpus.speakers for id in one.dossier_speakers)
    assert set(held.values()) <= {1}
    assert set(held) <= set(bearers)
    for speaker in corpus.speakers:
        own = [bearers[id] for id in speaker.dossier_speakers]
        assert own
        told = {word for one in own for word in (one.name, *one.aliases)}
        assert any(speaker.name in word for word in told)  # words behind a name may be taken off
        assert speaker.anonymous == all(one.anonymous for one in own)
        assert bool(speaker.reasons) == (len(own) > 1)
        assert speaker.id not in speaker.perhaps
        for other in speaker.perhaps:
            assert speaker.id in speakers[other].perhaps

    claims = {one.id: one for one in corpus.claims}
    own_claims = {one.id for dossier in dossiers for one in dossier.claims}
    assert own_claims >= {one.id for one in corpus.claims if not one.narrated}
    texts = {one.document.id: one.document.text for one in dossiers}
    for claim in corpus.claims:
        span = claim.span
        assert texts[claim.document][span.start : span.end] == span.text
        assert claim.speaker is None or claim.speaker in speakers
        assert set(claim.chain) <= set(speakers)
        assert claim.narrated == (claim.attribution is None)
        assert not (claim.narrated and (claim.speaker or claim.chain))
        assert bool(claim.position) == (claim.matter is not None)

    texts = {one.id: one.text for one in corpus.documents}
    stories = {one.id: one for one in corpus.stories}
    matters = {one.id: one for one in corpus.matters}
    for matter in corpus.matters:
        assert len(matter.claims) > 1
        for id in matter.claims:
            assert claims[id].matter == matter.id
            assert claims[id].document in stories[matter.story].documents
    assert {one.matter for one in corpus.claims if one.matter} == set(matters)

    inferred = [one for one in corpus.relations if one.basis == "inferred"]
    pairs = Counter((one.kind, frozenset({one.origin, *one.to})) for one in inferred)
    assert [pair for pair, times in pairs.items() if times > 1] == []
    for relation in corpus.relations:
        ends = {relation.origin, *relation.to}
        assert relation.to
        assert ends <= set(claims) | attributions
        assert {relation.from_speaker, relation.to_speaker} <= set(speakers) | {None}
        across = {claims[id].document for id in ends if id in claims}
        if len(across) > 1:
            stated = relation.kind == "disputes"
            assert relation.basis == ("stated" if stated else "inferred")
            assert relation.reason
            if stated:  # denied in so many words, which stand where they are said to stand
                denier = claims[relation.origin]
                assert denier.held == "denied" and relation.cue is not None
                start, end = relation.cue.start, relation.cue.end
                assert texts[denier.document][start:end] == relation.cue.text
            assert len({claims[id].matter for id in ends}) == 1
        if any(claims[id].narrated for id in ends if id in claims):
            assert relation.kind != "repeats"
            assert not relation.reason.startswith("one speaker")

    for origin in corpus.origins:
        assert origin.origin in speakers
        assert origin.anonymous == speakers[origin.origin].anonymous
        assert origin.matter in matters
        assert {claims[id].speaker for id in origin.claims} == {origin.origin}
        assert {claims[id].matter for id in origin.claims} == {origin.matter}
        assert {claims[id].document for id in origin.claims} == set(origin.documents)
        assert len({claims[id].position for id in origin.claims}) == 1
    holders = Counter((one.matter, claims[one.claims[0]].position) for one in corpus.origins)
    for origin in corpus.origins:
        alone = holders[origin.matter, claims[origin.claims[0]].position] == 1
        assert origin.alone == alone


@pytest.mark.parametrize("case", [*RIGHT, *FAILURES], ids=name)
def test_a_corpus_keeps_what_it_promises(case: Case) -> None:
    dossiers = case.read()
    check(build_corpus(dossiers), dossiers)


def test_all_articles_of_all_cases_together_keep_it_too() -> None:
    check(build_corpus(pool()), list(pool()))


few_at_a_time = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


SOME = st.deferred(
    lambda: st.lists(st.sampled_from(pool()), max_size=14, unique_by=lambda one: one.document.id)
)


@few_at_a_time
@given(st.data())
def test_the_order_of_articles_makes_no_difference(data: st.DataObject) -> None:
    some = data.draw(SOME)
    other = data.draw(st.permutations(some))
    assert dump(build_corpus(other)) == dump(build_corpus(some))


def test_the_order_of_all_articles_makes_no_difference() -> None:
    assert dump(build_corpus(reversed(pool()))) == dump(build_corpus(pool()))


def draw_pairs(data: st.DataObject, ids: list[str]) -> list[tuple[str, str]]:
    two = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    return [(a, b) for a, b in data.draw(st.lists(two, max_size=3))] if len(ids) > 1 else []


@few_at_a_time
@given(st.data())
def test_decisions_hold_in_any_order(data: st.DataObject) -> None:
    some = data.draw(SOME)
    ids = sorted(id for one in build_corpus(some).speakers for id in one.dossier_speakers)
    for same in (True, False):
        pairs = draw_pairs(data, ids)
        told = [Decision(same, frozenset({a}), frozenset({b})) for a, b in pairs]
        corpus = build_corpus(some, told)
        of = {id: one.id for one in corpus.speakers for id in one.dossier_speakers}
        assert [pair for pair in pairs if (of[pair[0]] == of[pair[1]]) != same] == []
        check(corpus, some)
        assert dump(build_corpus(some, told[::-1])) == dump(corpus)


def test_an_article_given_twice_counts_once() -> None:
    assert dump(build_corpus([*pool()[:6], *pool()[:6]])) == dump(build_corpus(pool()[:6]))


def test_one_text_in_two_outlets_is_kept_whatever_comes_first() -> None:
    text = ARTICLES[0]["text"]
    one, other = (
        make_dossier(Document.of(text, lang="zh", outlet=outlet, published="2031-05-02"))
        for outlet in ("潮声周刊", "北岸时报")
    )
    assert dump(build_corpus([one, other])) == dump(build_corpus([other, one]))


def test_no_articles_make_an_empty_corpus() -> None:
    assert build_corpus([]) == Corpus()
    assert build_corpus([], [Decision(True, frozenset({"a"}), frozenset({"b"}))]) == Corpus()


def test_an_article_in_which_nobody_speaks() -> None:
    for text, lang in (("", "zh"), ("雨下了一夜。", "zh"), ("It rained.", "en")):
        dossier = make_dossier(Document.of(text, lang=lang))
        corpus = build_corpus([dossier])
        check(corpus, [dossier])
        assert corpus.speakers == corpus.claims == corpus.matters == corpus.relations == ()
        assert [one.documents for one in corpus.stories] == [(dossier.document.id,)]


def test_one_article_is_a_corpus_too() -> None:
    text = "市长苗秀岚说，坍塌造成12人死亡。消防队长杜怀仁说，坍塌造成30人死亡。"
    dossier = make_dossier(Document.of(text, lang="zh"))
    corpus = build_corpus([dossier])
    check(corpus, [dossier])
    assert [one.name for one in corpus.speakers] == ["苗秀岚", "杜怀仁"]
    assert [one.topic for one in corpus.matters] == ["toll"]
    assert {one.kind for one in corpus.relations} == {"contradicts"}
    assert [one.alone for one in corpus.origins] == [True, True]


def test_what_an_article_says_of_its_own_claims_is_kept() -> None:
    text = "渔会主席罗天佑说，航道已经封闭。港务局长杜怀仁否认航道已经封闭。"
    dossier = make_dossier(Document.of(text, lang="zh"))
    corpus = build_corpus([dossier])
    check(corpus, [dossier])
    stated = [one for one in corpus.relations if one.kind == "disputes"]
    names = {one.id: one.name for one in corpus.speakers}
    assert [(names[one.from_speaker or ""], names[one.to_speaker or ""]) for one in stated] == [
        ("杜怀仁", "罗天佑")
    ]


def test_decisions_on_speakers_that_are_not_there_are_passed_over() -> None:
    dossiers = list(pool()[:4])
    ids = frozenset({"nowhere:s1"}), frozenset({"nowhere:s2"})
    for same in (True, False):
        assert dump(build_corpus(dossiers, [Decision(same, *ids)])) == dump(build_corpus(dossiers))


def test_two_decisions_that_speak_against_each_other_leave_the_two_apart() -> None:
    case = next(one for one in FILES["speakers"] if "in three scripts" in one.name)
    book = Book(case.read())
    a, b = (frozenset({book.bearer(piece).id}) for piece in ("1:以军", "3:IDF"))
    corpus = build_corpus(book.dossiers, [Decision(True, a, b), Decision(False, a, b)])
    of = {id: one.id for one in corpus.speakers for id in one.dossier_speakers}
    assert of[min(a)] != of[min(b)]


def test_the_words_of_a_difference_stand_in_the_order_of_its_ends() -> None:
    dossiers = [make_dossier(read_article(row)) for row in ARTICLES]
    [found] = (one for one in build_corpus(dossiers).relations if one.kind == "contradicts")
    claims = {one.id: one.span.text for one in build_corpus(dossiers).claims}
    assert found.difference is not None
    assert found.difference.first in claims[found.origin]
    assert found.difference.second in claims[found.to[0]]


def test_a_pair_of_one_article_is_told_once() -> None:
    text = "市长苗秀岚说，坍塌造成12人死亡。消防队长杜怀仁说，坍塌造成30人死亡。"
    corpus = build_corpus([make_dossier(Document.of(text, lang="zh"))])
    assert [one.kind for one in corpus.relations] == ["contradicts"]


BUILD = """
import sys, tomllib
from pathlib import Path
from claims.corpus import build_corpus
from claims.lang.words import has_han
from claims.model import Document
from claims.track import make_dossier
texts = [row["text"]
         for name in ("speakers", "stories", "matters", "conflicts", "origins")
         for case in tomllib.loads(Path(sys.argv[1], name + ".toml").read_text("utf-8"))["case"]
         for row in case["articles"]]
documents = [Document.of(text, lang="zh" if has_han(text) else "en") for text in texts[::5]]
corpus = build_corpus(map(make_dossier, documents))
sys.stdout.buffer.write(corpus.model_dump_json(by_alias=True).encode())
"""


def test_the_same_articles_give_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", BUILD, str(ROOT / "tests" / "cases" / "corpus")],
            env={**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for number in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert printed[0].startswith(b'{"schema":1')


def test_a_corpus_travels_through_json() -> None:
    corpus = build_corpus(pool())
    assert Corpus.model_validate_json(dump(corpus)) == corpus


def read_pages(*rows: tuple[str, str]) -> Corpus:
    """A corpus of articles, each with its day."""
    return build_corpus(
        make_dossier(Document.of(text, lang="zh", published=day)) for day, text in rows
    )


CRACKS = "工会主席石磊说，市政府早就知道桥墩有裂缝。"
DENIED = "市长王海否认市政府早就知道桥墩有裂缝。"


def test_what_another_article_tells_is_disputed_by_who_denies_it_later() -> None:
    corpus = read_pages(("2031-03-04", CRACKS), ("2031-03-05", DENIED))
    names = {one.id: one.name for one in corpus.speakers}
    [found] = [one for one in corpus.relations if one.kind == "disputes"]
    assert found.cue is not None and (found.cue.text, found.basis) == ("否认", "stated")
    who, whom = (names[id or ""] for id in (found.from_speaker, found.to_speaker))
    assert (who, whom) == ("王海", "石磊")


@pytest.mark.parametrize(
    "rows",
    [
        [("2031-03-05", CRACKS), ("2031-03-04", DENIED)],  # before it is claimed
        [("2031-03-04", CRACKS), ("2031-03-05", "市长王海否认桥墩每年检查，他说桥墩没有裂缝。")],
        [("2031-03-04", CRACKS), ("2031-03-05", "市长王海将否认市政府早就知道桥墩有裂缝。")],
        [("2031-03-04", CRACKS), ("2031-03-05", "市长王海说，市政府早就知道桥墩有裂缝。")],
    ],
    ids=["before", "something else", "to come", "agreed"],
)
def test_no_other_article_is_disputed_where(rows: list[tuple[str, str]]) -> None:
    assert [one for one in read_pages(*rows).relations if one.kind == "disputes"] == []


def test_the_first_of_copies_is_the_one_that_came_out_first() -> None:
    told = f"{CRACKS}大桥自周一起封闭，渡轮停开，学生改乘火车上学，市民排队等候。"
    rows = ("2031-03-06", told), ("2031-03-04", f"{told}完。"), ("", f"{told}（完）")
    corpus = read_pages(*rows)
    days = {one.id: one.published for one in corpus.documents}
    [[group]] = [one.copies for one in corpus.stories]
    assert [days[id] for id in group] == ["2031-03-04", "2031-03-06", ""]


def test_copies_do_not_hang_on_spaces_and_marks() -> None:
    text = "北城大桥周一早上坍塌，市政厅随即封闭了两岸的道路，渡轮停开。"
    texts = text, text.replace("，", " —— "), text[::-1], "", "雨"
    groups = find_copies({str(n): take_print(one) for n, one in enumerate(texts)})
    assert sorted(map(len, groups.gather())) == [1, 1, 1, 2]


# ---------------------------------------------------------------- the names of the world
COUNTRIES = [
    ("", ""),
    ("法国", "France"),
    ("法", "France"),
    ("巴", ""),  # of five countries
    ("法國", ""),  # words are looked up as they are folded
    ("加沙", "Palestine"),
    ("约旦河西岸", "Palestine"),
    ("约旦", "Jordan"),
    ("北京", "China"),
    ("基辅", "Ukraine"),
    ("欧盟", ""),
    ("大桥", ""),
    ("France", "France"),
    ("french", ""),
    ("French", "France"),
    ("US", "United States"),
    ("U.S.", "United States"),
    ("us", ""),
    ("Gaza", "Palestine"),
    ("West Bank", "Palestine"),
    ("Palestinian Authority", "Palestine"),
    ("Niger", "Niger"),
    ("Nigeria", "Nigeria"),
    ("EU", ""),
]
BODIES = [
    ("", ""),
    ("以军", "Israel Defense Forces"),
    ("以軍", ""),  # words are looked up as they are folded
    ("IDF", "Israel Defense Forces"),
    ("世卫", "World Health Organization"),
    ("世卫组织", "World Health Organization"),
    ("WHO", "World Health Organization"),
    ("who", ""),
    ("伊斯兰圣战", "Palestinian Islamic Jihad"),
    ("Islamic Jihad", "Palestinian Islamic Jihad"),
    ("欧盟", "European Union"),
    ("EU", "European Union"),
    ("卫生部", ""),
    ("法国", ""),
    ("北城渔会", ""),
]
MINISTRIES = [
    ("", ("", "")),
    ("卫生部", ("health", "")),
    ("加沙卫生部", ("health", "加沙")),
    ("哈马斯掌控的加沙卫生部", ("health", "哈马斯掌控的加沙")),
    ("交通运输部", ("transport", "")),  # the longest ending
    ("日本外务省", ("foreign", "日本")),
    ("以色列总理办公室", ("head_office", "以色列")),
    ("法国政府", ("government", "法国")),
    ("卫生部发言人", ("", "卫生部发言人")),
    ("卫生", ("", "卫生")),
    ("Ministry of Health", ("health", "")),
    ("Gaza Health Ministry", ("health", "Gaza")),
    ("the Palestinian Ministry of Health", ("health", "the Palestinian")),
    ("Health Ministry spokesman", ("", "Health Ministry spokesman")),
    ("French government", ("government", "French")),
]
OFFICES = [
    ("", ""),
    ("总统", "president"),
    ("副总统", "vice_president"),
    ("前总统", ""),
    ("总统府", ""),
    ("首相", "head_of_government"),
    ("国务卿", "foreign_minister"),
    ("发言人", ""),  # many hold it
    ("大使", ""),
    ("Prime Minister", "head_of_government"),
    ("Secretary of State", "foreign_minister"),
    ("spokesman", ""),
]
SIDES = [
    ("", ""),
    ("加沙", "Palestine"),
    ("哈马斯", "Palestine"),
    ("以军", "Israel"),
    ("White House", "United States"),
    ("Hezbollah", "Lebanon"),
    ("WHO", ""),
    ("大桥", ""),
]
IN_TEXTS = [
    ("", "zh", []),
    ("大桥已经关闭", "zh", []),
    ("加沙的武装人员和以色列军队", "zh", ["Palestine", "Israel"]),
    ("以色列人和以军", "zh", ["Israel"]),
    ("美食", "zh", []),  # a short form alone is no country here
    ("印度尼西亚", "zh", ["Indonesia"]),
    ("IDF troops near Gaza", "en", ["Israel", "Palestine"]),
    ("Frances and the Parisian", "en", []),  # whole words only
    ("Nigeria", "en", ["Nigeria"]),
]


@pytest.mark.parametrize(("word", "id"), COUNTRIES)
def test_the_country_of_a_word(word: str, id: str) -> None:
    assert find_country(word) == id


@pytest.mark.parametrize(("word", "id"), BODIES)
def test_the_body_of_a_name(word: str, id: str) -> None:
    assert find_body(word) == id


@pytest.mark.parametrize(("name", "found"), MINISTRIES)
def test_the_ministry_at_the_end_of_a_name(name: str, found: tuple[str, str]) -> None:
    assert find_ministry(name) == found


@pytest.mark.parametrize(("role", "id"), OFFICES)
def test_the_office_that_one_alone_holds(role: str, id: str) -> None:
    assert find_office(role) == id


@pytest.mark.parametrize(("word", "id"), SIDES)
def test_the_side_for_which_a_name_stands(word: str, id: str) -> None:
    assert find_side(word) == id


@pytest.mark.parametrize(("text", "code", "found"), IN_TEXTS)
def test_the_sides_of_which_a_text_speaks(text: str, code: str, found: list[str]) -> None:
    assert find_sides(text, code) == found


@cache
def world() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("claims.lang").joinpath("world.toml").read_text("utf-8"))


def words(row: dict[str, object], code: str) -> list[str]:
    found = row[code]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("kind", ["country", "body"])
def test_every_row_of_the_world_is_listed_by_a_pack_or_named_in_both_languages(kind: str) -> None:
    listed = {
        word
        for code in PACKS
        for entry in load_pack(code).of(kind)
        for word in (*entry.words, *entry.get("en", ()))
    }
    told = {row["id"]: {row["id"], *(w for code in PACKS for w in words(row, code))}
            for row in world()[kind]}  # fmt: skip
    both = {row["id"] for row in world()[kind] if words(row, "zh") and row["id"].isascii()}
    assert [id for id, names in told.items() if not names & listed and id not in both] == []


@pytest.mark.parametrize("code", PACKS)
@pytest.mark.parametrize("kind", ["office", "ministry", "country", "body"])
def test_every_word_of_the_world_is_written_as_it_is_matched(kind: str, code: str) -> None:
    fold = load_language(code).fold
    changed = [word for row in world()[kind] for word in words(row, code) if fold(word) != word]
    assert changed == []


@pytest.mark.parametrize("code", PACKS)
@pytest.mark.parametrize("kind", ["office", "ministry", "country", "body"])
def test_no_word_of_the_world_means_two_things(kind: str, code: str) -> None:
    told = Counter(word for row in world()[kind] for word in words(row, code))
    assert [word for word, times in told.items() if times > 1] == []


@pytest.mark.parametrize("kind", ["office", "ministry", "country", "body"])
def test_no_id_of_the_world_stands_twice(kind: str) -> None:
    ids = [row["id"] for row in world()[kind]]
    assert len(ids) == len(set(ids))


def test_the_world_has_no_rows_but_these() -> None:
    assert set(world()) == {"office", "ministry", "here", "country", "body"}
    assert {key for rows in world().values() for row in rows for key in row} <= {
        "id",
        "zh",
        "en",
        "one",
        "of_bodies",
        "leads",
        "common",
        "local",
    }


@pytest.mark.parametrize("kind", ["country", "body"])
def test_every_name_that_a_pack_lists_has_one_id(kind: str) -> None:
    find = find_country if kind == "country" else find_body
    entries = [entry for code in PACKS for entry in load_pack(code).of(kind)]
    rows = {row["id"] for row in world()[kind]}  # a row may tell a part of an entry apart
    several = [
        entry.words[:3]
        for entry in entries
        if len({find(word) for word in entry.words if word != "RSF"} - rows) > 1  # RSF: of two
    ]
    unknown = [word for entry in entries for word in entry.words if not find(word)]
    assert (several, unknown) == ([], ["RSF"] if kind == "body" else [])


# ---------------------------------------------------------------- what a claim answers
TOPICS = [
    ("", "", "zh", False, ""),
    ("空袭造成3人死亡", "说", "zh", True, "toll"),
    ("没有人死亡", "说", "zh", False, "toll"),
    ("死亡人数被夸大", "说", "zh", False, "toll"),
    ("数字被夸大", "说", "zh", False, "toll"),
    ("物价被夸大", "说", "zh", False, ""),
    ("三人投票", "说", "zh", True, ""),  # a number of people, and no harm
    ("袭击造成3人死亡，是战争罪", "说", "zh", True, "toll"),  # a number before all else
    ("袭击是战争罪", "说", "zh", False, "verdict"),
    ("大桥已经关闭", "谴责", "zh", False, "verdict"),
    ("大桥已经关闭", "否认", "zh", False, ""),
    ("大桥已经关闭", "说", "zh", False, ""),
    ("录像显示货车起火", "说", "zh", False, "evidence"),
    ("有证据表明叛军应对袭击负责", "说", "zh", False, "blame"),  # evidence of who did it
    ("叛军应对袭击负责", "说", "zh", False, "blame"),
    ("", "", "en", False, ""),
    ("Three people were killed", "said", "en", True, "toll"),
    ("THREE PEOPLE WERE KILLED", "SAID", "en", True, "toll"),
    ("the skilled workers left", "said", "en", True, ""),  # whole words only
    ("the toll was exaggerated", "said", "en", False, "toll"),
    ("prices were exaggerated", "said", "en", False, ""),
    ("the strike was a war crime", "said", "en", False, "verdict"),
    ("the bridge is closed", "Condemned", "en", False, "verdict"),
    ("the bridge is closed", "denied", "en", False, ""),
    ("the bridge is closed", "said", "en", False, ""),
    ("the footage shows a truck", "said", "en", False, "evidence"),
    ("there is evidence that rebels were responsible", "said", "en", False, "blame"),
]


@pytest.mark.parametrize(("text", "cue", "code", "counts", "topic"), TOPICS)
def test_what_a_claim_answers(text: str, cue: str, code: str, counts: bool, topic: str) -> None:
    assert find_topic(text, cue, code, counts=counts) == topic


def test_a_deed_is_a_matter_of_blame_where_nothing_else_is_answered() -> None:
    assert find_topic("大桥已经关闭", "说", "zh", counts=False, deed=True) == "blame"
    assert find_topic("录像显示货车起火", "说", "zh", counts=False, deed=True) == "evidence"
    assert find_topic("空袭造成3人死亡", "说", "zh", counts=True, deed=True) == "toll"


@pytest.mark.parametrize("code", PACKS)
def test_an_example_of_a_topic_is_on_it(code: str) -> None:
    """Its words are written in brackets; count, guilt, inflated and rather are parts of others."""
    wrong = []
    for entry in load_pack(code).of("topic"):
        id = entry.get("id")
        for example in entry.examples if id in ("toll", "blame", "verdict", "evidence") else ():
            text = load_language(code).fold(example.replace("[", "").replace("]", ""))
            found = find_topic(text, "", code, counts=id == "toll")
            if found != id:
                wrong.append((example, found))
    assert wrong == []


@pytest.mark.parametrize("code", PACKS)
def test_a_lookalike_of_a_topic_is_not_on_it(code: str) -> None:
    """It holds a word of its topic, and what it has of others is needed."""
    wrong, empty = [], []
    for entry in load_pack(code).of("topic"):
        id = "blame" if entry.get("id") == "guilt" else entry.get("id")
        for text in entry.lookalikes:
            folded = load_language(code).fold(text)
            if find_topic(folded, "", code, counts=False) == id:
                wrong.append(text)
            if not any(word in folded.lower() for word in entry.words):
                empty.append(text)
    assert (wrong, empty) == ([], [])


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "zh", 0),
        ("工人打开了闸门", "zh", 7),
        ("打开闸门的是工人，而非村民", "zh", 9),
        ("the workers", "en", 11),
        ("the workers and not the villagers", "en", 12),
        ("The workers RATHER THAN the villagers", "en", 12),
    ],
)
def test_where_a_text_goes_over_to_who_did_not_do_it(text: str, code: str, at: int) -> None:
    assert find_rather(text, code) == at


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("", "zh", False),
        ("死亡人数被夸大", "zh", True),
        ("死亡人数上升", "zh", False),
        ("The toll is EXAGGERATED", "en", True),
        ("the toll is right", "en", False),
    ],
)
def test_a_number_that_is_called_too_high(text: str, code: str, found: bool) -> None:
    assert is_called_inflated(text, code) == found


# ---------------------------------------------------------------- what a speaker is called
@pytest.mark.parametrize(
    ("name", "kind", "aliases", "called"),
    [
        ("法国", "government", ["Léon Vire", "法方"], ("法国", "法方")),  # the gloss of another
        ("苗秀岚", "person", ["苗秀", "市长苗秀岚"], ("苗秀岚", "市长苗秀岚")),
        ("维尔形容事件", "person", ["总统维尔形容事件"], ("维尔", "总统维尔")),
        ("安娜·贝伦", "person", ["安娜·贝伦私下"], ("安娜·贝伦",)),
        ("Northern Air", "organisation", ["airline", "Northern"], ("Northern Air", "Northern")),
        ("法国", "government", ["各国不会像对待法国", "欧洲的法国"], ("法国", "欧洲的法国")),
    ],
)
def test_what_is_no_name_is_left_out(
    name: str, kind: str, aliases: list[str], called: tuple[str, ...]
) -> None:
    speaker = Speaker.model_validate({"id": "d:s0", "name": name, "kind": kind, "aliases": aliases})
    assert list_names(speaker) == called
