"""What stands around a Chinese word of report: addressee, medium, time, negation; and dates.

A case is a sentence with its source in [ ], its cue in < > and its content in { }, and then
what is to be found, as words of the sentence. A frame holds its source: <据[船东]称>.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from claims.lang.base import Details
from claims.lang.zh.folding import fold
from claims.lang.zh.numbers import number_of
from claims.lang.zh.reporting import read_details
from claims.lang.zh.times import find_times, value_of

MARKS = re.compile(r"[\[\]<>{}]")
FRIDAY = date(2030, 3, 8)

TO_WHOM = [
    ("[港务局长]对记者<说>，{航道已经疏通}。", "记者"),
    ("[港务局长]28日对本地记者<说>，{航道已经疏通}。", "本地记者"),
    ("[两名船员]向路透社<表示>，{引擎在半夜失灵}。", "路透社"),
    ("[船东]<告诉>法新社，{船上没有危险品}。", "法新社"),
    ("[船东]<告诉>了法新社，{船上没有危险品}。", "法新社"),
    ("[船东]<告诉>CNN，“{船上没有危险品。}”", "CNN"),
    ("“{船上没有危险品，}”[船东]<告诉>路透社。", "路透社"),
    ("[护士]<告诉>她在里昂的表姐安娜·莫雷尔，{病房已经满了}。", "她在里昂的表姐安娜·莫雷尔"),
    ("[外长郭启元]<警告>邻国，“{不要越过这条河}”。", "邻国"),
    ("[气象台]<提醒>市民，{外出要带伞}。", "市民"),
    ("[议长]<敦促>总统“{尽快签署法案}”。", "总统"),
    ("[工会]<呼吁>各国政府：“{请打开港口。}”", "各国政府"),
    ("[教练]在更衣室里对队员们<说>：“{下半场再来。}”", "队员们"),
    ("[老校长]和记者<说>，{礼堂建于百年之前}。", "记者"),
    ("[证人]跟警方<说>，{车是白色的}。", "警方"),
    ("[董事长]<致函>股东，{分红会推迟}。", "股东"),
    ("[董事长]致函总理<说>，{厂房会搬走}。", "总理"),
    ("[矿工]对到访的记者<说>，{井下没有通风}。", "到访的记者"),
    ("[部长]对媒体公开<表示>，{预算不会削减}。", "媒体"),
    ("[部长]向媒体发表声明<称>{预算不会削减}。", "媒体"),
    ("[院长]对记者在会上<说>，{床位足够}。", "记者"),
    ("[女店主]向英国广播公司（BBC）记者<透露>，{店面已经转让}。", "英国广播公司（BBC）记者"),
    ("[法官]没有向媒体<透露>{判决日期}。", "媒体"),
    ("[她]回到村口，对邻居<说>：“{水退了。}”", "邻居"),
    ("此外，还向议会<承诺>，{道路会在冬季前修好}。", "议会"),
    ("[大使]在会谈中对总理<说>，{合约依然有效}。", "总理"),
    ("[發言人]對記者<說>，{橋樑已經封閉}。", "記者"),
    ("[船長]<告訴>美聯社，{風浪太大}。", "美聯社"),
    ("[行長]向股東<保證>，{存款安全}。", "股東"),
    ("[總教練]對著球員<喊話>：「{不要放棄！}」", "球員"),
    # what is spoken of is not spoken to
    ("[外长]对局势<表示>{担忧}。", None),
    ("[外长]对此<表示>，{会谈还要继续}。", None),
    ("[邻国]对美国<表示>{不满}。", None),
    ("[邻国]对总统<表示不满>。", None),
    ("[商会]对该国的说法<提出异议>。", None),
    ("[商会]对于关税问题<表示>，{应当谈判}。", None),
    ("[外长]对美国的支持<表示>{感谢}。", None),
    ("[经济学家]对{政府的承诺}<表示怀疑>。", None),
    ("[总统和总理]<说>，{边境已经重开}。", None),
    ("[对方]<表示>，{合约无效}。", None),
    ("[工会]<要求>{政府提高工资，缩短工时}。", None),
    ("[调查]<显示>，{居民用水不足}。", None),
]

THROUGH_WHAT = [
    ("[歌手]在会后通过推特<表示>：“{我会回来。}”", "推特"),
    ("[记者梅森]在推文中<称>，{船已离港}。", "推文"),
    ("[市政厅的声明]<说>，{水厂已经修好}。", "声明"),
    ("[使馆在会谈后发表的声明]<说>：“{会谈是坦率的。}”", "声明"),
    ("[韩方声明]<称>，{会谈没有结果}。", "声明"),
    ("在当天的记者会上，[厂长]<表示>，{裁员已经结束}。", "记者会"),
    ("[厂长]在记者会上<表示>，{裁员已经结束}。", "记者会"),
    ("[导演]接受采访时<说>，{新片在秋天上映}。", "采访"),
    ("[导演]日前接受访问时<说>，{新片在秋天上映}。", "访问"),
    ("[厂长]本周接受专访<表示>，{裁员已经结束}。", "专访"),
    ("[厂长]发表公开声明<说>，{裁员已经结束}。", "公开声明"),
    ("[市长]致函总理<说>，{洪水冲毁了三座桥}。", "致函"),
    ("[部长]在社交平台X上发文<说>，{谈判破裂}。", "社交平台X"),
    ("[球员]透过脸书<回应>，{伤势不重}。", "脸书"),
    ("[主编]以书面声明<回应说>，{稿件属实}。", "书面声明"),
    ("[公司]发布新闻稿<称>，{新厂明年投产}。", "新闻稿"),
    ("[院士]在一封公开信中<写道>：“{冰川正在消失。}”", "公开信"),
    ("[市長]在臉書上<寫道>：「{感謝大家。}」", "脸书"),
    ("[財長]於記者會<指出>，{赤字擴大}。", "记者会"),
    ("[市长]就新书<回应说>，{内容不实}。", None),
    ("[市长]对这份报告<表示>，{数字有误}。", None),
    ("[外长]在访问期间<说>，{两国会复交}。", None),
    ("[发言人]<说>，{他会发表声明}。", None),
    ("有[消息]<称>，{工厂已经停工}。", None),
]

WHEN = [
    ("[议长]28日<说>，{表决推迟}。", "28日"),
    ("[议长]周四<说>，{表决推迟}。", "周四"),
    ("28日，[议长]<说>，{表决推迟}。", "28日"),
    ("1月27日上午9时，在市政厅，[议长]<说>，{表决推迟}。", "1月27日上午9时"),
    ("当天早些时候，[议长]<说>，{表决推迟}。", "当天早些时候"),
    ("[议长]（11月7日）<表示>，{表决推迟}。", "11月7日"),
    ("[议长]周五（11月7日）<表示>，{表决推迟}。", "周五（11月7日）"),
    ("[议长]11月7日晚在电视上<表示>，{表决推迟}。", "11月7日晚"),
    ("上周五，[议长]<表示>，{表决推迟}。", "上周五"),
    ("<据[CNN]28日报道>，{表决推迟}。", "28日"),
    ("[议长]在28日的会议上<表示>，{表决推迟}。", "28日"),
    ("[议长]二十八日<表示>，{表决推迟}。", "二十八日"),
    ("[议长]当地时间3月5日<表示>，{表决推迟}。", "当地时间3月5日"),
    ("[议长]昨晚抵达机场，对记者<说>，{表决推迟}。", "昨晚"),
    ("[议长]此前<说>，{表决推迟}。", "此前"),
    ("[议长]3天前<警告>，{表决会推迟}。", "3天前"),
    ("[議長]週四晚間<表示>，{表決延後}。", "週四晚間"),
    ("[議長]昨日<指出>，{表決延後}。", "昨日"),
    ("[議長]在２８日<指出>，{表決延後}。", "２８日"),
    # the time of something else, or none
    ("[议长]在谈到去年的选举时<说>，{计票有误}。", None),
    ("[议长]就28日的火灾<表示>，{原因不明}。", None),
    ("[议长]<说>过这一点，{28日表决}。", None),
    ("他昨天抵达，[议长]<说>，{表决推迟}。", None),
    ("“{昨天下了雪，}”[议长]<说>。", None),
    ("[议长]今后还会<说>，{表决推迟}。", None),
]

DENIED = [
    ("[警方]没有<说>{动机是什么}。", True),
    ("[警方]<没有说>{动机是什么}。", True),
    ("[警方]<未说明>{动机}。", True),
    ("[警方]<并未透露>{动机}。", True),
    ("[警方]并未<透露>{动机}。", True),
    ("[顾问]<不认为>{制裁有用}。", True),
    ("[顾问]从未<承诺>{加薪}。", True),
    ("[顾问]<拒绝透露>{日期}。", True),
    ("[顾问]拒绝向媒体<透露>{日期}。", True),
    ("[顾问]<没有明说>{谁会接任}。", True),
    ("[顾问]未能<证实>{这一数字}。", True),
    ("[顾问]不愿<证实>{这一数字}。", True),
    ("[顾问]<不相信>{这一数字}。", True),
    ("[顾问]没有在会上<说明>{理由}。", True),
    ("现在没有证据<显示>，{船上有人受伤}。", True),
    ("[顧問]並未<透露>{日期}。", True),
    ("[顧問]<沒有說>{誰會接任}。", True),
    ("[顾问]<否认>{曾经加薪}。", False),
    ("[顾问]没有<否认>{曾经加薪}。", True),
    ("[顾问]不得不<说>，{钱不够}。", False),
    ("[顾问]不断<强调>，{钱够}。", False),
    ("[顾问]不仅<说>，{钱够}，还举了例子。", False),
    ("[顾问]<不满>{钱不够}。", False),
    ("[顾问]对结果感到不安，<表示>{要上诉}。", False),
    ("[顾问]没有出席会议，但<表示>，{钱够}。", False),
    ("[顾问]毫不讳言地<说>，{钱不够}。", False),
    ("[顾问]<不排除>{提前选举}。", False),
    ("[顾问]<不接受>{判决}。", False),
    ("[顾问]在人不在场时<说>，{钱够}。", False),
]

VALUES = [
    ("28日", "2030-02-28"),
    ("２８日", "2030-02-28"),
    ("二十八日", "2030-02-28"),
    ("9日", "2030-03-09"),  # a day ahead: clocks differ
    ("10日", "2030-02-10"),
    ("三月五号", "2030-03-05"),
    ("周四", "2030-03-07"),
    ("週四晚間", "2030-03-07"),
    ("周五", "2030-03-08"),
    ("上周五", "2030-03-01"),
    ("本周日", "2030-03-10"),
    ("昨天", "2030-03-07"),
    ("昨晚", "2030-03-07"),
    ("今天上午", "2030-03-08"),
    ("1月27日", "2030-01-27"),
    ("12月31日", "2029-12-31"),
    ("2月29日", "2028-02-29"),
    ("周五（11月7日）", "2029-11-07"),
    ("2021年3月", "2021-03"),
    ("2021年3月5日", "2021-03-05"),
    ("2021-03-05", "2021-03-05"),
    ("民國111年2月", "2022-02"),
    ("二〇二九年十二月一日", "2029-12-01"),
    ("去年12月", "2029-12"),
    ("上月28日", "2030-02-28"),
    ("今年", "2030"),
    ("本月", "2030-03"),
    ("上周", "2030-02-25/2030-03-03"),
    ("周末", "2030-03-02/2030-03-03"),
    ("1月24日至30日", "2030-01-24/2030-01-30"),
    ("3天前", "2030-03-05"),
    ("两周前", "2030-02-18/2030-02-24"),
    ("两个月前", "2030-01"),
    ("日前", ""),
    ("近日", ""),
    ("当天", ""),
    ("此前", ""),
    ("35日", ""),
    ("13月", ""),
    ("", ""),
]


def read_case(case: str) -> tuple[str, Details]:
    """The bare sentence of a case and what is read around its cue."""
    at: dict[str, int] = {}
    for number, match in enumerate(MARKS.finditer(case)):
        at.setdefault(match.group(), match.start() - number)
    text = MARKS.sub("", case)
    source = (at["["], at["]"]) if "[" in at else None
    details = read_details(fold(text), source, ((at["<"], at[">"]),), at.get("{"), 0)
    return text, details


def words_at(text: str, at: tuple[int, int] | None) -> str | None:
    return text[slice(*at)] if at else None


@pytest.mark.parametrize(("case", "words"), TO_WHOM)
def test_addressee(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(text, found.addressee) == words


@pytest.mark.parametrize(("case", "words"), THROUGH_WHAT)
def test_medium(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(fold(text), found.medium) == words


@pytest.mark.parametrize(("case", "words"), WHEN)
def test_time(case: str, words: str | None) -> None:
    text, found = read_case(case)
    assert words_at(text, found.time) == words


@pytest.mark.parametrize(("case", "negated"), DENIED)
def test_negated(case: str, negated: bool) -> None:
    assert read_case(case)[1].negated is negated


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_value(words: str, value: str) -> None:
    assert value_of(words, FRIDAY) == value


@pytest.mark.parametrize("words", ["28日", "周四", "昨天", "今年", "1月27日", "3天前", "上周"])
def test_relative_time_without_a_day_has_no_value(words: str) -> None:
    assert value_of(words, None) == ""


def test_a_frame_of_two_parts_holds_its_time() -> None:
    text = "据新社28日报道，桥已封闭。"
    found = read_details(text, (1, 3), ((0, 1), (6, 8)), 9, 0)
    assert words_at(text, found.time) == "28日"


def test_all_at_once() -> None:
    text, found = read_case("[她]3月2日在电话中对本报记者<说>，{工厂已经复工}。")
    wanted = Details(addressee=(10, 14), medium=(6, 8), time=(1, 5), negated=False)
    assert found == wanted, text


@pytest.mark.parametrize("text", ["", "他说", "<说>", "没有"])
def test_short_texts_are_no_trouble(text: str) -> None:
    assert not read_details(text, None, ((0, len(text)),), None, 0).time


@pytest.mark.parametrize("text", ["至今日本仍未答复", "今后", "说明天气", "3号楼"])
def test_words_that_only_look_like_times(text: str) -> None:
    dated = [time for time in find_times(text, 0, len(text)) if time.dated]
    assert dated == []


@pytest.mark.parametrize(("words", "number"), [("一千零一", 1001), ("卅一", 31), ("", None)])
def test_numbers(words: str, number: int | None) -> None:
    assert number_of(words) == number
