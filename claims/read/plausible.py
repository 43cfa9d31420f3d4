"""How much a decoded text reads like writing: the judge between charsets.

The same bytes are often valid in several charsets. The right reading is full of the
characters that people use; the wrong ones hold rare ideographs, symbols between letters,
and code points that nobody assigned.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAMPLE = 2000

# The most frequent characters of written Chinese, then what becomes of them in traditional
# script: over half of any Chinese text, of either script, is made of these.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使"
    "点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明"
    "看原又么利比或但质气第向道命此变条没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象"
    "员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几"
    "九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油"
    "思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声"
    "报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算"
    "低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除"
    "消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆"
    "包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防"
    "举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章"
    "早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春"
    "职觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿"
    "宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦"
    "俄乌基辅朗普白宫媒访记者呼吁警谴责透露否认声称强调据悉匿名消息拒绝评论指控疫"
    "這為個國時來們對會發動過說產種後學經進電裡現實兩體機當點從業應開還間樣與關數問無氣條結題黨長員"
    "總設資邊級圖統將組見計別論運農幾區強決幹戰則據處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車"
    "務萬達積議聲報鬥類離華確張馬節話況傳許廣記觀織裝眾書復兒須際連斷難礦備辦習響約勞團歷構稱準號維劃"
    "選標寫親養層專狀廠識適屬圓滿縣參紅細聽該鐵價嚴隨蘇爾講黃顯談藝營項舉勢幫輪亞師圍遠態減樹視僅費緊"
    "愛續輕試護練負擊範繼興堅輸夠筆財職覺漢畫雖雜飛檢陽創壞徑換鋼責簡錢盡衝獨環雙請讓紀優頂礎載敵勝絕"
    "塊劑測絲協訴陳羅鹽錯烏輔媒訪籲譴認強調據絕評論臺灣於麼著裏"
)


def _first_level(codec: str, rows: range, cells: range) -> frozenset[str]:
    """The characters that a national standard put first because they are common."""
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return frozenset(pair.decode(codec, "ignore") for pair in pairs)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    simplified = _first_level("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    traditional = _first_level("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    return simplified | traditional


_PUNCTUATION = frozenset("，。、：；？！“”‘’（）《》「」『』【】〈〉—…·　–’•％")
_NEUTRAL = frozenset("\xa0©®°£€¥™§\u200b\u200e\u200f\ufeff")

# First code point, last code point, weight: the first range that holds a character counts.
_RANGES: tuple[tuple[int, int, float], ...] = (
    (0x3041, 0x30FF, 1.0),  # kana
    (0x0370, 0x05F4, 0.8),  # Greek, Cyrillic, Armenian, Hebrew
    (0x0600, 0x06FF, 0.8),  # Arabic
    (0x0900, 0x0E5B, 0.8),  # Indic scripts, Thai
    (0xFF01, 0xFF5E, 0.5),  # full-width forms
    (0xFF61, 0xFF9F, -2.0),  # half-width kana: the look of a wrong charset
)
_BAD = -20.0


@lru_cache(maxsize=8192)
def _weight(char: str) -> float:
    if char in _FREQUENT:
        return 3.0
    if char in _PUNCTUATION:
        return 2.0
    if char in _NEUTRAL:
        return 0.0
    category = unicodedata.category(char)
    if char == "\ufffd" or category in ("Cc", "Co", "Cn", "Cs"):
        return _BAD
    if "\u3400" <= char <= "\u9fff" or ord(char) >= 0x20000:
        return 0.5 if char in _common() else _unless_rare(char, "gb2312", -1.0)
    if "\uac00" <= char <= "\ud7a3":
        return _unless_rare(char, "euc_kr", 1.0)
    for first, last, weight in _RANGES:
        if first <= ord(char) <= last:
            return weight
    return 0.5 if category[0] in "LM" else -1.5


def _unless_rare(char: str, codec: str, weight: float) -> float:
    """`weight` for a character of the older, smaller national standard, a malus for others."""
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return -3.0
    return weight


_ASCII = re.compile(r"[\t\n\r\f\v\x20-\x7e]+")
_LONE_IDEOGRAPH = re.compile(r"(?<=[A-Za-z])[\u3400-\u9fff](?=[A-Za-z ])")
_LATIN_RUN = re.compile(r"[\x80-\u024f]{3,}")


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]


def plausibility(text: str) -> float:
    """How well a text reads, per character outside ASCII: 0 is neutral, 2 is good Chinese.

    >>> plausibility("白宫发表声明说") > 1 > 0 > plausibility("鐧藉鍙戣〃澹版槑璇")
    True
    """
    sample = _sample(text)
    rest = _ASCII.sub("", sample)
    if not rest:
        return 0.0
    total = sum(map(_weight, rest))
    total -= 6 * len(_LONE_IDEOGRAPH.findall(sample))
    total -= 2.5 * sum(len(run.group()) for run in _LATIN_RUN.finditer(sample))
    return total / len(rest)
