"""What the Chinese pack knows of clauses: their extent, certainty, terms, counts and sides."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lang.listing import Listing
from claims.lang.opposites import find_contrasts
from claims.lang.packs import load_pack
from claims.lang.words import Word
from claims.lang.zh.clauses import split_clauses
from claims.lang.zh.folding import fold
from claims.lang.zh.modality import read_modality
from claims.lang.zh.quantities import find_quantities
from claims.lang.zh.script import segment
from claims.lang.zh.sides import find_side
from claims.lang.zh.terms import deeds, find_terms


def failing(why: str, *rows: Any) -> list[Any]:
    """Rows that must fail, each with its right answer; one that comes out right moves up."""
    mark = pytest.mark.xfail(strict=True, reason=why)
    return [pytest.param(*row, marks=mark, id=str(row[0])) for row in rows]


def words(text: str) -> list[Word]:
    return segment(fold(text))


# ---------------------------------------------------------------- where a clause begins and ends
def clauses(text: str) -> list[str]:
    """The clauses of a content, parted by bars: each by its words in the text."""
    return [text[one.start : one.end] for one in split_clauses(words(text))]


SPLIT = [
    "轻轨已经停驶",
    "轻轨已经停驶|公交下周加班",
    "轻轨停驶|公交加班|渡轮照常行驶",
    "在停电期间，车站靠蓄电池照明",
    "就住户而言，绕行太远了",
    "随着河水上涨，地铁停运",
    "根据协议，双方停火",
    "市政队堆起沙袋，以免河水漫进车站",
    "车站必须翻修，尤其是地下二层",
    "多国派人参加，包括三名部长",
    "如果河水再涨，地铁就会停运",
    "如果河水再涨，风也不停，地铁就会停运",
    "这条隧道并不归省里管",
    "去年三月，区里拨款五百万元",
    "在城北，积水深达一米",
    "橋面已經修好|渡輪下週停航",
    "一句话也没有",
]


@pytest.mark.parametrize("parted", SPLIT)
def test_a_content_is_parted_into_clauses(parted: str) -> None:
    assert clauses(parted.replace("|", "，")) == parted.split("|")


@pytest.mark.parametrize("joint", ["并", "并且", "而且", "，但", "，而且"])
def test_what_joins_a_clause_on_is_no_part_of_it(joint: str) -> None:
    assert clauses(f"隧道已经修好{joint}重新开放") == ["隧道已经修好", "重新开放"]


@pytest.mark.parametrize("mark", "。！？；!?;")
def test_marks_that_end_a_sentence_part_clauses(mark: str) -> None:
    assert clauses(f"轻轨停驶{mark}公交加班") == ["轻轨停驶", "公交加班"]


@pytest.mark.parametrize("mark", ["，", ",", "：", "——", "……"])
def test_marks_between_two_predicates_part_clauses(mark: str) -> None:
    assert clauses(f"轻轨停驶{mark}公交加班") == ["轻轨停驶", "公交加班"]


def test_no_mark_leaves_nothing_to_part() -> None:
    assert clauses("") == []
    assert clauses("，。！") == []
    assert clauses("“”") == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("如果河水再涨，地铁就会停运", [True]),
        ("若河水再涨，地铁就会停运，公交已经加班", [True, False]),
        ("他若辞职，地铁就会停运", [True]),
        ("地铁已经停运，一旦停电，泵站就会失灵", [False, True]),
        ("如果河水再涨", [True]),
        ("河水如同海水", [False]),
        *failing("conditions missed: one that comes last", ("地铁就会停运，如果河水再涨", [True])),
    ],
)
def test_what_hangs_on_a_condition(text: str, bound: list[bool]) -> None:
    assert [one.conditional for one in split_clauses(words(text))] == bound


def test_the_main_part_begins_behind_what_waits_for_it() -> None:
    text = "如果河水再涨，地铁就会停运"
    [one] = split_clauses(words(text))
    assert text[one.main :] == "地铁就会停运"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("轻轨停驶，公交加班", [False, False]),
        ("区里愿意出资，修复站台", [False, True]),
        ("区里愿意出资，也会修复站台", [False, True]),
        ("隧道已经修好并开始收费", [False, True]),
        ("各方应该克制，但事态仍在恶化", [False, False]),
        *failing(
            "subjects that are none: the segmenter takes 重新 for an adjective",
            ("隧道已经修好并重新开放", [False, True]),
        ),
    ],
)
def test_a_clause_without_a_subject_goes_on_with_the_one_before(
    text: str, goes_on: list[bool]
) -> None:
    assert [one.goes_on for one in split_clauses(words(text))] == goes_on


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("轻轨停驶", True),
        ("感谢各国救援队的支持", False),
        ("我们感谢各国救援队", False),
        ("这一说法", False),
        ("该官员的说法", False),
        ("这一说法毫无根据", True),
        ("对这次通话的描述", False),
        ("匿名官员的说法", False),
        ("有关报道", False),
        ("轻轨停驶了吗？", False),
        ("为什么轻轨停驶", False),
        *failing(
            "claims that are none: the segmenter takes the word for another part of speech",
            ("祝贺新任站长", False),
            ("他向救援队表示感谢", False),
        ),
        *failing("claims that are none: a question behind its subject", ("轻轨为什么停驶", False)),
    ],
)
def test_what_can_be_true_or_false(text: str, states: bool) -> None:
    assert [one.states for one in split_clauses(words(text))] == [states]


PIECES = st.lists(
    st.sampled_from(
        [*"，。；：！？“”「」—…", "如果", "但", "并", "区里", "停驶", "不", "的", "时", "3"]
    ),
    max_size=25,
).map("".join)


@given(PIECES)
def test_clauses_stand_in_a_row_and_hold_their_main_part(text: str) -> None:
    found = split_clauses(words(text))
    assert all(one.start <= one.main < one.end or one.main <= one.start for one in found)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


# ---------------------------------------------------------------- certainty and denial
CERTAINTY = [
    ("轻轨已经停驶", "certain", ""),
    ("轻轨几乎肯定会停驶", "almost_certain", "几乎肯定"),
    ("轻轨几乎可以肯定会停驶", "almost_certain", "几乎可以肯定"),
    ("轻轨很可能停驶", "probable", "很可能"),
    ("轻轨可能停驶", "possible", "可能"),
    ("轻轨或许停驶", "possible", "或许"),
    ("塌方是一种明显的可能性", "possible", "可能性"),
    ("会议讨论了贷款的可能性", "certain", ""),
    ("各方必须遵守限速", "obligation", "必须"),
    ("区里愿意出资", "wish", "愿意"),
    ("輕軌很可能停駛", "probable", "很可能"),
    ("轻轨可能停驶，但几乎肯定会复驶", "almost_certain", "几乎肯定"),
    ("地铁不可能停运", "certain", ""),
    ("地铁绝无可能停运", "certain", ""),
    ("必要时地铁会停运", "certain", ""),
    ("地铁不太可能停运", "probable", "不太可能"),
    ("停运的可能性不大", "probable", "可能性不大"),
    ("捷運不太可能停駛", "probable", "不太可能"),
    *failing("certainty missed: 存在 behind the noun", ("塌方的可能性存在", "possible", "可能性")),
    *failing("certainty wrong: 没有 before a noun of chance", ("没有塌方的可能", "certain", "")),
    ("区里必须提出可能有用的方案", "obligation", "必须"),
]


@pytest.mark.parametrize(("text", "certainty", "word"), CERTAINTY)
def test_how_sure_a_clause_is(text: str, certainty: str, word: str) -> None:
    one = read_modality(words(text))
    assert (one.certainty, one.word) == (certainty, word)


@pytest.mark.parametrize(
    ("text", "cue", "certainty"),
    [
        ("居民撤离", "呼吁", "obligation"),
        ("台风转向", "预计", "probable"),
        ("有人纵火", "怀疑", "possible"),
        ("水位下降", "希望", "wish"),
        ("台风可能转向", "预计", "possible"),
        ("凶手很可能已经离境", "怀疑", "probable"),
        ("居民可能撤离", "呼吁", "obligation"),
        ("轻轨停驶", "说", "certain"),
    ],
)
def test_words_of_report_tell_how_sure_a_content_is(text: str, cue: str, certainty: str) -> None:
    assert read_modality(words(text), cue).certainty == certainty


DENIED = [
    ("轻轨没有停驶", "没有"),
    ("轻轨不会停驶", "不会"),
    ("双方并未签约", "并未"),
    ("挖掘无法继续", "无法"),
    ("这一说法毫无根据", "毫无根据"),
    ("这纯属谎言", "谎言"),
    ("這一說法毫無根據", "毫无根据"),
    ("他没有收到任何来自承包商的钱", "没有"),
    ("工人不断涌入", ""),
    ("他不得不辞职", ""),
    ("不少商户停业", ""),
    ("未来几天有雨", ""),
    ("无人机坠落", ""),
    ("有人散布虚假信息", ""),
    ("他提出了不能公开的理由", ""),
    ("没有签字的厂长已经离开", ""),
    ("警方没有直接的证据", "没有"),
    ("地铁不太可能停运", "不太可能"),
    ("车站有不到三百人", ""),
    ("不排除停课的可能性", ""),
    ("司机不小心撞上护栏", ""),
    ("这不是普通的事故", "不是"),
    *failing("denials missed: a small chance denies", ("停运的可能性很小", "可能性很小")),
    ("没有塌方的可能", "没有"),
    ("失主并非船长的妹妹", "并非"),
    ("未证实的说法流传开来", ""),
    *failing(
        "denials that are none: an attribute of the subject, more than one word before 的",
        ("没有得到补偿的住户有两百人", ""),
    ),
]


@pytest.mark.parametrize(("text", "denier"), DENIED)
def test_whether_a_clause_denies_and_by_what_word(text: str, denier: str) -> None:
    one = read_modality(words(text))
    assert one.denier == denier
    assert one.negated == bool(denier)


@pytest.mark.parametrize("text", ["", "，", "的", "不", "没有", "可能"])
def test_words_alone_are_read_without_an_error(text: str) -> None:
    one = read_modality(words(text))
    assert one.negated == (text in ("不", "没有"))


def test_every_word_that_denies_nothing_denies_nothing() -> None:
    listed = [word for entry in load_pack("zh").of("not_denying") for word in entry.words]
    untrue = {word for entry in load_pack("zh").of("untrue") for word in entry.words}
    wrong = [word for word in listed if read_modality(words(word)).negated]
    assert sorted(set(wrong) - untrue) == []


def silent(kind: str) -> list[str]:
    """The words of a kind that deny nothing where they are the predicate."""
    listed = [word for entry in load_pack("zh").of(kind) for word in entry.words]
    return [word for word in listed if not read_modality(words(f"这{word}")).negated]


def test_every_word_that_denies_denies() -> None:
    assert silent("denier") == []


def test_every_predicate_of_untruth_denies() -> None:
    assert silent("untrue") == []


FRAMES = (
    "有{}",
    "{}",
    "这座桥{}通车",
)  # a noun of chance counts where the clause says there is one


def test_every_degree_is_read_from_its_words() -> None:
    wrong = [
        (word, entry.get("degree"))
        for entry in load_pack("zh").of("certainty")
        for word in entry.words
        if entry.get("degree")
        not in {read_modality(words(f.format(word))).certainty for f in FRAMES}
    ]
    assert wrong == []


# ---------------------------------------------------------------- terms
TERMS = [
    ("两艘渔船在空袭中被摧毁", {"船只": "渔船", "攻击": "空袭", "破坏": "摧毁"}),
    ("兩艘漁船在空襲中被摧毀", {"船只": "渔船", "攻击": "空袭", "破坏": "摧毁"}),
    ("他很可能会出席", {"出席": "出席"}),
    ("对话没有进行", {"会谈": "对话"}),
    ("对", {}),
    ("区里打了人", {"虐待": "打"}),
    ("，。“”", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "terms"), TERMS)
def test_words_that_mean_much_the_same_are_one_term(text: str, terms: dict[str, str]) -> None:
    assert find_terms(words(text)) == terms


def test_what_names_an_account_is_no_term() -> None:
    accounts = [word for entry in load_pack("zh").of("account") for word in entry.words]
    assert [word for word in accounts if word in find_terms(words(f"这一{word}")).values()] == []


def test_deeds_are_written_as_the_terms_that_they_are() -> None:
    table = {w: entry.words[0] for entry in load_pack("zh").of("synonym") for w in entry.words}
    for kind in ("deed", "beginning"):
        assert {table.get(word, word) for word in deeds(kind)} == set(deeds(kind))


def test_what_began_it_is_a_deed() -> None:
    assert deeds("beginning") <= deeds("deed")


def test_no_word_is_of_two_terms() -> None:
    listed = [word for entry in load_pack("zh").of("synonym") for word in entry.words]
    assert sorted({word for word in listed if listed.count(word) > 1}) == []


# ---------------------------------------------------------------- opposites
CONTRASTS = [
    ("产量大幅上升", [("上升", "opposite", 1)]),
    ("产量下降", [("下降", "opposite", -1)]),
    ("会谈没有进展", [("没有进展", "evaluation", -1)]),
    ("被告罪名成立", [("罪名成立", "opposite", 1)]),
    ("委員會不接受方案", [("不接受", "opposite", -1)]),
    ("渔民说起往事", []),
]


@pytest.mark.parametrize(("text", "found"), CONTRASTS)
def test_words_that_have_opposites(text: str, found: list[tuple[str, str, int]]) -> None:
    assert [(one.form, one.kind, one.side) for one in find_contrasts("zh", words(text))] == found


def test_no_word_stands_on_both_sides_of_one_row() -> None:
    for entry in (*load_pack("zh").of("opposite"), *load_pack("zh").of("evaluation")):
        assert entry.get("against"), entry.words
        assert set(entry.words).isdisjoint(entry.get("against"))


# ---------------------------------------------------------------- quantities
QUANTITIES = [
    ("三百人", (300, 300, "人")),
    ("三百名工人", (300, 300, "人")),
    ("12,000人", (12_000, 12_000, "人")),
    ("1.2万人", (12_000, 12_000, "人")),
    ("一万两千人", (12_000, 12_000, "人")),
    ("兩千人", (2_000, 2_000, "人")),
    ("５００人", (500, 500, "人")),
    ("三成", (30, 30, "%")),
    ("5%", (5, 5, "%")),
    ("百分之五", (5, 5, "%")),
    ("五亿美元", (5e8, 5e8, "美元")),
    ("8千港元", (8_000, 8_000, "港元")),
    ("五百万元人民币", (5e6, 5e6, "元")),
    ("3.5万吨", (35_000, 35_000, "吨")),
    ("近三百人", (0, 300, "人")),
    ("不超过三百人", (0, 300, "人")),
    ("至少三百人", (300, math.inf, "人")),
    ("超过三百人", (300, math.inf, "人")),
    ("约三百人", (270, 330, "人")),
    ("一亿三千万元", (1.3e8, 1.3e8, "元")),
    ("百分之三点五", (3.5, 3.5, "%")),
    ("五六人", (5, 6, "人")),
    ("三四十人", (30, 40, "人")),
    ("不少于三百人", (300, math.inf, "人")),
    ("三百人左右", (270, 330, "人")),
    ("三百人以上", (300, math.inf, "人")),
    ("三百人以下", (0, 300, "人")),
    ("三百到五百人", (300, 500, "人")),
    ("3000-5000人", (3_000, 5_000, "人")),
    ("三百多人", (300, 400, "人")),
    ("五千余名工人", (5_000, 6_000, "人")),
    ("数十人", (20, 99, "人")),
    ("几百名学生", (200, 999, "人")),
    ("數萬元", (20_000, 99_999, "元")),
    ("上千人", (1_000, math.inf, "人")),
    ("上百万元", (1e6, math.inf, "元")),
    *failing("quantities missed: 两 is no digit of a pair", ("两三百人", (200, 300, "人"))),
    *failing("quantities missed: 来 leaves it open", ("三百来人", (300, 400, "人"))),
    *failing("quantities missed: figures, 万 and 千", ("1万5千人", (15_000, 15_000, "人"))),
    *failing("the wrong number: what stands behind 成", ("七成五", (75, 75, "%"))),
    *failing("the wrong number: below zero", ("零下五度", (-5, -5, "度"))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), QUANTITIES)
def test_a_number_and_its_unit(text: str, found: tuple[float, float, str]) -> None:
    assert [(one.low, one.high, one.unit) for one in find_quantities(words(text), fold(text))] == [
        found
    ]


NONE = [
    "雨下了一夜", "1月27日", "下午3点", "第三", "一些", "不一样", "万一", "第三人", "第三名",
    "2019年", "一名官员", "一千零一夜", "五百两白银", "二亿两白银",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(words(text), fold(text)) == ()


COUNTED = [
    ("三名工人死亡、七名工人受伤", [{"工人", "死亡"}, {"工人", "受伤"}]),
    ("受伤的有七人", [{"受伤"}]),
    ("工人有三百人", [{"工人"}]),
    ("数百名学生", [{"学生"}]),
    ("三百名學生", [{"学生"}]),
    ("三百人", [set()]),
    *failing("the word of the bound is counted", ("不到三百人", [set()])),
    *failing(
        "what is counted reaches over the next number",
        ("三千名工人和五百名学生", [{"工人"}, {"学生"}]),
    ),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_a_quantity_counts(text: str, counted: list[set[str]]) -> None:
    assert [set(one.counted) for one in find_quantities(words(text), fold(text))] == counted


def test_quantities_stand_where_they_say() -> None:
    text = "警方说，三名工人死亡，七名工人受伤"
    found = find_quantities(words(text), text)
    assert [text[one.start : one.end] for one in found] == ["三名", "七名"]


def test_only_the_words_given_are_looked_at() -> None:
    text = "三人死亡，七人受伤"
    assert len(find_quantities(words(text)[:2], text)) == 1
    assert find_quantities([], text) == ()


@given(st.text(alphabet="一二十百千万亿零两多余几0123456789,.%人元成近约至少百分之", max_size=20))
def test_any_row_of_figures_is_read_without_an_error(text: str) -> None:
    for one in find_quantities(words(text), fold(text)):
        assert 0 <= one.low <= one.high
        assert 0 <= one.start < one.end <= len(text)


# ---------------------------------------------------------------- sides
SIDES = [
    ("印度", "印度"), ("印度军方", "印度"), ("印方", "印度"), ("印军", "印度"), ("美军", "美国"),
    ("中方", "中国"), ("日方", "日本"), ("以军", "以色列"), ("奥斯陆", "挪威"), ("白宫", "美国"),
    ("港口", ""), ("英语", ""), ("法律", ""), ("德行", ""), ("日期", ""), ("中", ""), ("", ""),
    ("法官", ""), ("法警", ""), ("西方", ""), ("亚军", ""), ("爱国", ""), ("比方", ""),
    ("立方", ""),
]  # fmt: skip


@pytest.mark.parametrize(("word", "side"), SIDES)
def test_the_side_that_a_word_stands_for(word: str, side: str) -> None:
    assert find_side(word) == side


# ---------------------------------------------------------------- lists of words
def test_a_listing_finds_the_longest_entry_at_each_place() -> None:
    listing = Listing({"几乎": 1, "几乎可以肯定": 2, "肯定": 3})
    found = listing.find(words("几乎可以肯定，几乎没有，肯定"))
    assert [(one.form, one.value) for one in found] == [
        ("几乎可以肯定", 2),
        ("几乎", 1),
        ("肯定", 3),
    ]


def test_a_listing_finds_no_entry_inside_a_word() -> None:
    assert list(Listing({"可": 1}).find(words("可能"))) == []
    assert Listing({"可": 1}).find_at(words("可能"), 0) is None
    assert list(Listing[int]({}).find(words("可能"))) == []
