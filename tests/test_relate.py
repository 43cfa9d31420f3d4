"""Claims and relations: the cases of tests/cases, the seed article, and what holds of any text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from casebook import load_cases as load_sayings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from relationbook import Case, differences, load_cases

from claims.lang import load_language
from claims.model import Attribution, Claim, Document, Dossier, Relation, Span
from claims.read import read_documents
from claims.relate import relate_claims
from claims.track import make_dossier

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
FILES = {name: load_cases(name) for name in ("claims", "disputes", "conflicts")}
FILES["disputes"] += load_cases("disputes", "en")
FILES["conflicts"] += load_cases("conflicts", "en")
RIGHT = [case for cases in FILES.values() for case in cases]
FAILURES = [*load_cases("relation_failures"), *load_cases("relation_failures", "en")]
SCALES = {"polarity", "certainty", "quantity", "date", "evaluation", "agent", "trust"}
HELD = {"asserted", "denied", "unsaid"}


# ---------------------------------------------------------------- the cases
def name(case: Case) -> str:
    return case.name


def failing(case: Case) -> object:
    """A case that must fail; an error of the pipeline is a failure too."""
    return pytest.param(case, id=case.name, marks=pytest.mark.xfail(strict=True, reason=case.why))


@pytest.mark.parametrize("case", FILES["claims"], ids=name)
def test_a_content_claims_what_it_should(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["disputes"], ids=name)
def test_who_disputes_whom(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", FILES["conflicts"], ids=name)
def test_what_may_conflict_and_what_is_said_twice(case: Case) -> None:
    assert differences(case) == []


@pytest.mark.parametrize("case", [failing(case) for case in FAILURES])
def test_what_is_known_to_go_wrong(case: Case) -> None:
    """Strict: a case that comes out right moves to the file of its kind."""
    assert differences(case) == []


def test_every_failure_says_why() -> None:
    assert [case.name for case in FAILURES if not re.match(r"[\w -]+: .", case.why)] == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in (*RIGHT, *FAILURES)]
    assert sorted({one for one in names if names.count(one) > 1}) == []


def test_every_scale_on_which_claims_differ_has_a_case() -> None:
    told = {row.get("kind") for case in FILES["conflicts"] for row in case.conflicts or ()}
    assert told >= SCALES


def test_every_way_of_standing_to_a_claim_has_a_case() -> None:
    told = {row.get("held", "asserted") for case in FILES["claims"] for row in case.claims or ()}
    assert told == HELD


# ---------------------------------------------------------------- the runner itself
TEXT = "一名海事官员称，航道已经封闭。海事局局长顾长亭对该官员的说法提出异议。"
CLAIM = {"words": "航道已经封闭", "of": "称"}
DISPUTE = {
    "who": "顾长亭",
    "cue": "提出异议",
    "over": "称",
    "whom": "一名海事官员",
    "target": "该官员的说法",
}
WRONG = [
    ({"claims": [{**CLAIM, "negated": True}]}, "negated is False"),
    ({"claims": [{**CLAIM, "certainty": "possible"}]}, "certainty is 'certain'"),
    ({"claims": [{**CLAIM, "conditional": True}]}, "conditional is False"),
    ({"claims": [{**CLAIM, "held": "denied"}]}, "held is 'asserted'"),
    ({"claims": [{**CLAIM, "of": "提出异议"}]}, "no claim"),
    ({"claims": []}, "a claim too much"),
    ({"disputes": [{**DISPUTE, "who": "该官员"}]}, "is by 顾长亭"),
    ({"disputes": [{**DISPUTE, "target": "说法"}]}, "target is"),
    ({"disputes": [{**DISPUTE, "over": "提出异议"}]}, "is over"),
    ({"disputes": [{**DISPUTE, "whom": "顾长亭"}]}, "is against"),
    ({"disputes": [{**DISPUTE, "strength": "weak"}]}, "strength is 'strong'"),
    ({"disputes": [{**DISPUTE, "cue": "异议"}]}, "no dispute"),
    ({"disputes": []}, "a dispute too much"),
    ({"conflicts": [{"first": "航道", "second": "异议"}]}, "no contradicts"),
]


def test_a_right_case_shows_no_difference() -> None:
    right = Case("right", TEXT, claims=[CLAIM], disputes=[DISPUTE], conflicts=[], supports=[])
    assert differences(right) == []


@pytest.mark.parametrize(("wanted", "line"), WRONG, ids=str)
def test_each_wrong_piece_is_told(wanted: dict[str, object], line: str) -> None:
    case = Case("wrong", TEXT, **wanted)  # type: ignore[arg-type]
    assert any(line in told for told in differences(case))


def test_a_key_that_is_not_known_and_a_case_that_asks_nothing_are_errors() -> None:
    with pytest.raises(AssertionError, match="no such key of claims"):
        Case("wrong", TEXT, claims=[{"word": "航道"}])
    with pytest.raises(AssertionError, match="nothing is asked"):
        Case("empty", TEXT)


# ---------------------------------------------------------------- what holds of any text
PIECES = [
    "区长骆文川", "一名官员", "承包商", "《山城日报》", "工會主席魏思齊", "该官员", "他", "俄軍",
    "匿名消息来源", "说", "称", "表示", "否认", "驳斥", "提出异议", "證實", "指责", "被指", "援引",
    "的话报道", "据", "没有说", "对", "的说法", "这一指控", "任何报道", "跨海大桥", "会", "没有",
    "不", "可能", "几乎肯定", "封闭", "开放", "造成", "三人", "七人", "死亡", "如果", "但", "并",
    "必须", "希望", "完全错误", "虚假信息", "并非事实", "感谢", "5,000元", "百分之", "多", "不到",
    *"，。：；！？“”‘’「」、…—\n 　%3A😀𠮷",
]  # fmt: skip
MOSTLY_NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
SENTENCES = [text for case in (*RIGHT, *FAILURES) for text in case.text.split("\n") if text]
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n".join)
MANY = "\n".join(dict.fromkeys(SENTENCES))
OLD = "\n".join(case.text for name in ("made", "lookalikes") for case in load_sayings(name))


def track(text: str) -> Dossier:
    return make_dossier(Document.of(text, lang="zh", published="2030-03-08"))


@cache
def seed() -> Dossier:
    [document] = read_documents([SEEDS])
    assert isinstance(document, Document)
    return make_dossier(document)


class Contract:
    """What is promised of the claims and relations of every dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.text = dossier.document.text
        self.attributions = {one.id: one for one in dossier.attributions}
        self.claims = {one.id: one for one in dossier.claims}

    def check(self) -> None:
        self.check_ids()
        for claim in self.dossier.claims:
            self.check_claim(claim)
        for relation in self.dossier.relations:
            self.check_relation(relation)
            {
                "disputes": self.check_dispute,
                "contradicts": self.check_conflict,
                "supports": self.check_support,
                "repeats": self.check_repetition,
            }[relation.kind](relation)

    def check_ids(self) -> None:
        speakers = [one.id for one in self.dossier.speakers]
        relations = [one.id for one in self.dossier.relations]
        ids = [*speakers, *relations, *self.attributions, *self.claims]
        assert len(self.attributions) == len(self.dossier.attributions)
        assert len(self.claims) == len(self.dossier.claims)
        assert len(set(ids)) == len(ids)
        assert all(id.startswith(f"{self.dossier.document.id}:") for id in ids)

    def check_span(self, span: Span) -> None:
        assert self.text[span.start : span.end] == span.text
        assert span.text == span.text.strip()
        assert span.text

    def check_claim(self, claim: Claim) -> None:
        self.check_span(claim.span)
        attribution = self.attributions[claim.attribution]
        assert any(span.holds(claim.span) for span in attribution.content)
        assert claim.id.split(":")[1].split(".")[0] == f"c{claim.span.start}"
        assert claim.held in HELD
        assert claim.held != "unsaid" or attribution.negated
        assert claim.held != "asserted" or not attribution.negated

    def check_relation(self, relation: Relation) -> None:
        known = {*self.attributions, *self.claims}
        assert {relation.origin, *relation.to} <= known
        assert relation.to
        assert relation.origin not in relation.to
        assert len(set(relation.to)) == len(relation.to)
        assert relation.reason
        owner = self.owner(relation.origin).id
        assert all(self.owner(id).id != owner for id in relation.to)
        for span in (relation.cue, relation.target):
            if span is not None:
                self.check_span(span)

    def owner(self, id: str) -> Attribution:
        """The attribution that an end of a relation is, or belongs to."""
        claim = self.claims.get(id)
        return self.attributions[claim.attribution if claim else id]

    def check_dispute(self, relation: Relation) -> None:
        origin = self.attributions[relation.origin]
        assert relation.basis == "stated"
        assert relation.cue is not None
        if relation.cue != origin.cue:
            self.check_place(relation.cue, origin)
        if relation.target is not None:
            self.check_place(relation.target, origin)
        theirs = {self.attributions[id].speaker for id in relation.to}
        assert origin.speaker is not None
        assert origin.speaker not in theirs

    @staticmethod
    def check_place(words: Span, origin: Attribution) -> None:
        """They stand in the content; of one in several pieces, in between is a known failure."""
        first, last = origin.content[0], origin.content[-1]
        assert first.start <= words.start
        assert words.end <= last.end

    def check_conflict(self, relation: Relation) -> None:
        assert relation.basis == "inferred"
        assert "may conflict" in relation.reason
        assert relation.difference is not None
        assert relation.difference.kind in SCALES
        assert {relation.origin, *relation.to} <= set(self.claims)
        if relation.difference.kind == "agent":
            assert relation.strength == "weak"  # both may be true; and sides go by their names
        else:
            words = (*relation.shared, relation.difference.first, relation.difference.second)
            assert all(word in self.text for word in words)

    def check_support(self, relation: Relation) -> None:
        speakers = [self.owner(id).speaker for id in (relation.origin, *relation.to)]
        assert None in speakers or len(set(speakers)) == 2
        assert (relation.cue is not None) == (relation.basis == "stated")

    def check_repetition(self, relation: Relation) -> None:
        assert len({self.owner(id).speaker for id in (relation.origin, *relation.to)}) == 1
        assert relation.basis == "inferred"


def check(dossier: Dossier) -> None:
    Contract(dossier).check()


@given(MOSTLY_NEWS)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_pieces_of_news_in_any_order_keep_the_contract(text: str) -> None:
    check(track(text))


@given(ARTICLES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_sentences_in_any_order_keep_the_contract(text: str) -> None:
    check(track(text))


@pytest.mark.parametrize(
    "text",
    [
        "表示区长骆文川否认完全错误",
        "赔款二亿两白银，他说。",
        "说否认虚假信息5,000元虚假信息",
        "一名官员说说、说完全错误一名官员，",
    ],
)
def test_what_once_broke_the_contract_keeps_it(text: str) -> None:
    check(track(text))


@pytest.mark.parametrize(
    "text", [MANY, OLD, MANY + "\n" + MANY, ""], ids=["all", "old", "twice", "-"]
)
def test_many_sentences_as_one_article_keep_the_contract(text: str) -> None:
    check(track(text))


def test_many_who_say_the_same_thing_differently_still_conflict() -> None:
    """Words that many claims hold bring neighbours together, not all with all."""
    counts = range(11, 71)
    names = (f"{family}{given}" for family in "骆魏盛蒋顾薛费叶韩杨" for given in "文思若长景怀")
    said = (f"专家{who}说，大桥垮塌造成{n}人死亡。" for who, n in zip(names, counts, strict=True))
    relations = track("\n".join(said)).relations
    conflicts = [one for one in relations if one.kind == "contradicts"]
    assert len(counts) - 1 <= len(conflicts) <= 10 * len(counts)


@given(ARTICLES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_two_runs_give_the_same_bytes(text: str) -> None:
    assert track(text).to_json() == track(text).to_json()


TRACK = r"""import sys
from pathlib import Path
from claims.model import Document
from claims.read import read_documents
from claims.track import make_dossier
[seed] = read_documents([Path(sys.argv[1])])
made = Document.of(sys.stdin.buffer.read().decode(), lang="zh", published="2030-03-08")
for document in (seed, made):
    sys.stdout.buffer.write(make_dossier(document).to_json().encode() + b"\n")
"""


def test_the_same_input_gives_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", TRACK, str(SEEDS)],
            env={**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(SEEDS.parent)},
            input=f"{MANY}\n{OLD}".encode(),
            capture_output=True,
            check=True,
        ).stdout
        for number in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert [b'"relations":' in line for line in printed[0].splitlines()] == [True, True]


def test_what_stands_in_a_dossier_travels_through_json() -> None:
    dossier = track(MANY)
    assert Dossier.model_validate_json(dossier.to_json()) == dossier


def test_what_has_no_attribution_has_no_claim() -> None:
    page = Document.of("雨下了一夜。", lang="zh")
    assert relate_claims(page, load_language("zh"), [], [], []) == ((), ())


# ---------------------------------------------------------------- the seed article
def test_the_seed_keeps_the_contract() -> None:
    check(seed())


def test_the_seed_gives_the_same_bytes_twice() -> None:
    assert make_dossier(seed().document).to_json() == seed().to_json()


def disputes_of(speaker: str) -> list[tuple[str, str]]:
    """The words of dispute and the disputed phrase of each dispute by one in the seed article."""
    names = {one.id: one.name for one in seed().speakers}
    by_id = {one.id: one for one in seed().attributions}
    return [
        (one.cue.text if one.cue else "", one.target.text if one.target else "")
        for one in seed().relations
        if one.kind == "disputes" and names.get(by_id[one.origin].speaker or "") == speaker
    ]


SEED = [
    ("白宫", "提出异议", "该乌克兰官员的说法"),
    ("白宫", "虚假信息", "匿名消息来源"),
    ("霍恩", "完全错误", "任何关于比这更进一步或不同的报道"),
    ("霍恩", "虚假信息", "匿名消息来源"),
    ("泽连斯基的发言人", "提出异议", "乌克兰官员对这次通话的描述"),
]


@pytest.mark.parametrize(
    ("speaker", "cue", "target"), SEED, ids=["-".join(row[:2]) for row in SEED]
)
def test_who_disputes_what_in_the_seed(speaker: str, cue: str, target: str) -> None:
    assert (cue, target) in disputes_of(speaker)


def test_nobody_else_disputes_anything_in_the_seed() -> None:
    told = [one for one in seed().relations if one.kind == "disputes"]
    assert len(told) == len(SEED)


def test_all_disputes_of_the_seed_are_against_the_unnamed_official() -> None:
    speakers = {one.id: one for one in seed().speakers}
    by_id = {one.id: one for one in seed().attributions}
    disputed = {
        by_id[id].speaker for one in seed().relations if one.kind == "disputes" for id in one.to
    }
    assert len(disputed) == 1
    [official] = disputed
    assert official is not None
    assert speakers[official].anonymous
    assert "官员" in speakers[official].name


def conflicts_of(kind: str) -> set[frozenset[str]]:
    """The pairs of claims of the seed article that may conflict on one scale."""
    claims = {one.id: one.span.text for one in seed().claims}
    return {
        frozenset(claims[id] for id in (one.origin, *one.to))
        for one in seed().relations
        if one.kind == "contradicts" and one.difference and one.difference.kind == kind
    }


SURE, DOUBT, WELL = "俄罗斯的入侵几乎是确定的", "明显的可能性", "富有成效"
BADLY = "拜登和泽连斯基周四的通话“进行得并不顺利"


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [("certainty", SURE, DOUBT), ("evaluation", BADLY, WELL), ("trust", BADLY, "虚假信息")],
    ids=["certainty", "evaluation", "trust"],
)
def test_what_may_conflict_in_the_seed(kind: str, first: str, second: str) -> None:
    pairs = conflicts_of(kind)
    assert any(
        any(first in text for text in pair) and any(second in text for text in pair)
        for pair in pairs
    )
