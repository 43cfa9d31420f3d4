"""Chinese noun phrases that stand for a speaker, taken apart.

A case is a phrase, its kind, and the fields that matter: `body` and `parts` by their names, all
others as they stand. A field that a case does not name is not checked.
"""

from __future__ import annotations

import pytest

from claims.lang import Phrase
from claims.lang.zh.glosses import with_aliases, without_glosses
from claims.lang.zh.heads import content_words, find_head, number_of, type_of
from claims.lang.zh.naming import is_personal, looks_like_name, split_name
from claims.lang.zh.phrases import parse_phrase

Case = tuple[str, str, dict[str, object]]

TITLES: list[Case] = [
    ("外长林文昭", "person", {"name": "林文昭", "role": "外长", "body": None}),
    ("挪威外长林文昭", "person", {"name": "林文昭", "role": "外长", "body": "挪威"}),
    ("外交部发言人郭启元", "person", {"name": "郭启元", "role": "发言人", "body": "外交部"}),
    ("联合国秘书长贝罗", "person", {"name": "贝罗", "role": "秘书长", "body": "联合国"}),
    ("冰岛渔业部副部长古德伦·贝伦", "person", {"name": "古德伦·贝伦", "body": "冰岛渔业部"}),
    ("美国国务院发言人林德曼", "person", {"name": "林德曼", "body": "美国国务院"}),
    ("副总理林文昭", "person", {"name": "林文昭", "role": "副总理"}),
    ("前总统林文昭", "person", {"name": "林文昭", "role": "总统"}),
    ("作家贝罗", "person", {"name": "贝罗", "role": "作家"}),
    ("林文昭总理", "person", {"name": "林文昭", "role": "总理"}),
    ("郭启元部长", "person", {"name": "郭启元", "role": "部长"}),
    ("杜明远教授", "person", {"name": "杜明远", "role": "教授"}),
    ("杜明远先生", "person", {"name": "杜明远", "role": ""}),
    ("居民张大爷", "person", {"name": "张大爷", "role": "居民"}),
    ("陈女士", "person", {"name": "陈女士", "aliases": ("陈",), "role": ""}),
    ("挪威总统", "person", {"name": "", "role": "总统", "body": "挪威"}),
    ("挪威的总统", "person", {"name": "", "role": "总统", "body": "挪威"}),
    ("发言人", "unnamed", {"what": "spokesperson", "new": False, "body": None}),
    ("挪威外交部发言人", "unnamed", {"what": "spokesperson", "body": "挪威外交部"}),
]

GLOSSES: list[Case] = [
    ("贝罗（Anna Berro）", "person", {"name": "贝罗", "aliases": ("Anna Berro",)}),
    ("作家贝罗(Anna Berro)", "person", {"role": "作家", "aliases": ("Anna Berro",)}),
    ("挪威外长林文昭（Lin Wenzhao，左）", "person", {"aliases": ("Lin Wenzhao",)}),
    ("杜明远（48岁）", "person", {"name": "杜明远", "aliases": ()}),
    ("国际渔业联盟（简称“渔盟”）", "body", {"name": "国际渔业联盟", "aliases": ("渔盟",)}),
    ("挪威气象局（NMI）局长杜明远", "person", {"name": "杜明远", "body": "挪威气象局"}),
    ("“外长林文昭”", "person", {"name": "林文昭"}),
    ("挪威外长林文昭，", "person", {"name": "林文昭"}),
]

BODIES: list[Case] = [
    ("挪威", "body", {"sense": "挪威", "what": "government"}),
    ("奥斯陆", "body", {"name": "奥斯陆", "sense": "挪威"}),
    ("美国国务院", "body", {"sense": "美国国务院", "aliases": ("State Department",)}),
    ("挪威外交部", "body", {"head": "外交部", "body": "挪威"}),
    ("总统府", "body", {"head": "总统府", "body": None}),
    ("乌总统府", "body", {"head": "总统府", "body": "乌"}),
    ("北岭大学", "body", {"head": "大学", "what": "organisation"}),
    ("全国渔业委员会", "body", {"head": "委员会"}),
    ("白桦律师事务所", "body", {"name": "白桦律师事务所"}),
    ("邻国挪威", "body", {"name": "挪威"}),
    ("法新社", "outlet", {"aliases": ("AFP",)}),
    ("CNN", "outlet", {"sense": "美国有线电视新闻网"}),
    ("灯塔日报", "outlet", {"head": "日报"}),
    ("挪威《灯塔日报》", "outlet", {"head": "日报"}),
    ("总部设在法国的民间观察", "outlet", {"head": "观察"}),
]

SIDES: list[Case] = [
    ("美方", "body", {"sense": "美国", "head": "side", "back": False}),
    ("乌方", "body", {"name": "乌方", "sense": "乌克兰"}),
    ("挪威方面", "body", {"name": "挪威方面", "sense": "挪威"}),
    ("挪威政府", "body", {"sense": "挪威"}),
    ("白宫方面", "body", {"sense": "白宫"}),
    ("北岭大学方面", "body", {"name": "北岭大学"}),
    ("挪威警方", "body", {"head": "警方"}),
    ("署方", "body", {"head": "署", "what": "side", "back": True}),
    ("西方", "other", {}),
    ("西方外交官", "unnamed", {"what": "diplomat", "body": "西方"}),
]

ISSUED: list[Case] = [
    ("声明", "voice", {"head": "声明", "body": None}),
    ("白宫声明", "voice", {"head": "声明", "body": "白宫"}),
    ("白宫在会谈后发表的声明", "voice", {"body": "白宫"}),
    ("挪威外交部周三发布的声明", "voice", {"body": "挪威外交部"}),
    ("林文昭昨天发表的声明", "voice", {"body": "林文昭"}),
    ("他的声明", "voice", {"body": "他"}),
    ("挪威统计局的数据", "voice", {"head": "数据", "body": "挪威统计局"}),
    ("最新数据", "document", {"body": None}),
    ("北岭大学的报告", "voice", {"head": "报告", "body": "北岭大学"}),
    ("北岭大学的民调", "document", {"head": "民调", "body": "北岭大学"}),
    ("白宫国家安全备忘录", "voice", {"head": "备忘录", "body": "白宫"}),
    ("该机构的一份声明", "voice", {"head": "声明"}),
    ("声明中", "voice", {"head": "声明"}),
    ("官媒河湾新闻", "outlet", {"name": "官媒河湾新闻"}),
    ("官媒的新闻", "voice", {"head": "新闻"}),
    ("人权组织东岸守望", "body", {"name": "东岸守望"}),
    ("公司股价", "other", {}),
    ("首席发言人、海军少将丹尼尔·贝罗", "person", {"name": "丹尼尔·贝罗"}),
    ("总统林文昭、总理贺胜功", "joint", {}),
    ("东岸守望位于灯塔城的总部", "body", {"name": "东岸守望"}),
    ("陈太", "person", {"name": "陈太"}),
    ("民意调查", "document", {"body": None}),
    ("《河流年鉴》", "document", {"name": "河流年鉴"}),
    ("《灯塔日报》", "outlet", {"name": "灯塔日报"}),
    ("《山城新闻》", "outlet", {"name": "山城新闻"}),
    ("《法新社》", "outlet", {"sense": "法新社"}),
]

JOINT: list[Case] = [
    ("外长林文昭和防长杜明远", "joint", {"number": "many", "parts": ("林文昭", "杜明远")}),
    ("林文昭与杜明远", "joint", {"parts": ("林文昭", "杜明远")}),
    ("法国以及德国", "joint", {"parts": ("法国", "德国")}),
    ("挪威、冰岛和丹麦", "joint", {"parts": ("挪威", "冰岛", "丹麦")}),
    ("两国", "joint", {"sense": "pair", "parts": ()}),
    ("两国领导人", "joint", {"head": "领导人", "sense": "pair"}),
    ("两位总统", "joint", {"head": "总统", "sense": "pair"}),
    ("两名官员", "unnamed", {"number": "many", "new": True}),
]

PRONOUNS: list[Case] = [
    ("他", "pronoun", {"gender": "m", "number": "one", "person": 3}),
    ("她本人", "pronoun", {"name": "她", "gender": "f"}),
    ("他们", "pronoun", {"number": "many"}),
    ("我", "pronoun", {"person": 1}),
    ("双方", "pronoun", {"sense": "pair"}),
    ("后者", "pronoun", {"sense": "order"}),
    ("对方", "pronoun", {"sense": "counterpart"}),
]

POINTING: list[Case] = [
    ("该官员", "unnamed", {"name": "官员", "back": True, "number": "one"}),
    ("这位挪威官员", "unnamed", {"back": True, "body": "挪威"}),
    ("这些官员", "unnamed", {"back": True, "number": "many"}),
    ("上述教授", "unnamed", {"back": True, "what": "scholar"}),
    ("该国总统", "person", {"name": "", "role": "总统", "back": True}),
    ("该公司", "body", {"head": "公司", "back": True}),
    ("该报", "outlet", {"back": True}),
    ("这份报告", "document", {"head": "报告", "back": True}),
    ("本田公司", "body", {"name": "本田公司", "back": False}),
]

INDEFINITE: list[Case] = [
    ("一名官员", "unnamed", {"what": "official", "number": "one", "new": True}),
    ("一名挪威官员", "unnamed", {"body": "挪威", "new": True}),
    ("美国国务院一名官员", "unnamed", {"body": "美国国务院", "new": True}),
    ("来自冰岛的一名专家", "unnamed", {"what": "expert", "body": "冰岛"}),
    ("一位不愿具名的知情人士", "unnamed", {"head": "知情人士", "what": "source"}),
    ("另一名官员", "unnamed", {"another": True}),
    ("多名挪威议员", "unnamed", {"number": "many", "body": "挪威"}),
    ("有官员", "unnamed", {"new": True}),
    ("一名教授杜明远", "person", {"name": "杜明远", "new": False}),
    ("官员", "unnamed", {"new": False, "back": False}),
    ("官员们", "unnamed", {"number": "many", "new": False}),
    ("渔民们", "unnamed", {"what": "resident", "number": "many"}),
    ("挪威高级官员", "unnamed", {"body": "挪威"}),
    ("消息人士", "unnamed", {"what": "source"}),
]

NAMES: list[Case] = [
    ("林文昭", "person", {"name": "林文昭"}),
    ("安娜·贝罗", "person", {"name": "安娜·贝罗"}),
    ("Anna Berro", "person", {"name": "Anna Berro"}),
    ("挪威林文昭", "person", {"name": "林文昭", "body": "挪威"}),
    ("民间观察的林文昭", "person", {"name": "林文昭", "body": "民间观察"}),
    ("桥梁", "other", {}),
    ("挪威外长林文昭在会上", "other", {}),
    ("", "other", {}),
]

# Names and offices keep the characters of the text; all else is in simplified characters.
TRADITIONAL: list[Case] = [
    ("挪威外長林文昭", "person", {"name": "林文昭", "role": "外長"}),
    ("國際漁業聯盟主席貝羅（Anna Berro）", "person", {"name": "貝羅", "body": "國際漁業聯盟"}),
    ("來自冰島的專家", "unnamed", {"name": "來自冰島的專家", "head": "专家", "body": "冰島"}),
    ("該官員", "unnamed", {"back": True, "head": "官员"}),
    ("兩名知情人士", "unnamed", {"number": "many", "new": True}),
    ("聯合國", "body", {"name": "聯合國", "sense": "联合国"}),
    ("奧斯陸方面", "body", {"sense": "挪威"}),
    ("他們", "pronoun", {"name": "他们"}),
    ("「燈塔日報」", "outlet", {"name": "燈塔日報", "head": "日报"}),
    ("漁民們", "unnamed", {"number": "many"}),
]

CASES = [*TITLES, *GLOSSES, *BODIES, *SIDES, *ISSUED, *JOINT, *PRONOUNS, *POINTING, *INDEFINITE,
         *NAMES, *TRADITIONAL]  # fmt: skip


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


def test_a_gloss_inside_belongs_to_the_body() -> None:
    phrase = parse_phrase("挪威气象局（NMI）局长杜明远")
    assert phrase.body is not None
    assert (phrase.aliases, phrase.body.aliases) == ((), ("NMI",))


def test_a_listed_body_is_known_however_long_its_name_is() -> None:
    phrase = parse_phrase("香港证券及期货事务监察委员会发言人")
    assert phrase.body is not None
    assert phrase.body.sense == "香港证券及期货事务监察委员会"


def test_one_character_may_stand_for_several_countries() -> None:
    assert {"乌克兰", "乌兹别克斯坦"} <= set(parse_phrase("乌方").senses)


@pytest.mark.parametrize(
    "text", ["贝罗（", "（Berro）", "）贝罗（", "《》", "“", "的", "、", "和", "们"]
)
def test_a_broken_phrase_is_no_error(text: str) -> None:
    assert parse_phrase(text).kind in {"person", "other"}


def test_the_words_of_a_phrase_let_a_later_one_point_back() -> None:
    one, later = parse_phrase("一名挪威渔业官员"), parse_phrase("这名渔业官员")
    assert later.words <= one.words
    assert "挪威" in content_words("挪威渔业官员")


@pytest.mark.parametrize(
    "name", ["林文昭", "欧阳明远", "贝伦", "安娜·贝罗", "Anna Berro", "卡尔-贝伦"]
)
def test_a_name_is_personal(name: str) -> None:
    assert is_personal(name)
    assert looks_like_name(name)


@pytest.mark.parametrize("word", ["方法", "高级", "桥", "渔港", "·", ""])
def test_a_common_noun_is_not_personal(word: str) -> None:
    assert not is_personal(word)


@pytest.mark.parametrize("text", ["", "在会上", "林文昭说，", "挪威", "全国渔业委员会"])
def test_what_cannot_be_a_name(text: str) -> None:
    assert not looks_like_name(text)


def test_a_name_before_a_title_is_split_from_its_place() -> None:
    name, place = split_name("挪威林文昭")
    assert (name, place.name if place else "") == ("林文昭", "挪威")
    assert split_name("挪威外交部") == split_name("挪威") == split_name("") == ("", None)


def test_glosses_are_taken_out_and_put_to_their_place() -> None:
    text, glosses = without_glosses("渔盟（MFU）主席贝罗（Berro）")
    assert (text, glosses) == ("渔盟主席贝罗", [(2, "MFU"), (6, "Berro")])
    plain = Phrase("person", "贝罗", body=Phrase("body", "渔盟"))
    found = with_aliases(plain, text, glosses)
    assert found.body is not None
    assert (found.aliases, found.body.aliases) == (("Berro",), ("MFU",))


def test_a_head_tells_type_and_number() -> None:
    assert find_head("一名挪威官员") == "官员"
    assert (type_of("官员"), type_of("桥")) == ("official", "")
    assert (number_of("官员"), number_of("桥")) == ("one", "one")
