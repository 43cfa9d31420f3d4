"""People in running Chinese text: titles, names and glosses, in both scripts."""

from __future__ import annotations

import pytest

from claims.lang.zh.folding import fold
from claims.lang.zh.people import find_names, find_people, is_title

# Each person as title, name and gloss.
PEOPLE = [
    ("外长林文昭昨天抵达奥斯陆。", [("外长", "林文昭", "")]),
    ("挪威外长林文昭昨天抵达奥斯陆。", [("挪威外长", "林文昭", "")]),
    ("挪威外交部发言人郭启元说，桥很安全。", [("挪威外交部发言人", "郭启元", "")]),
    ("前总统林文昭认为，渔港可以扩建。", [("前总统", "林文昭", "")]),
    ("作家贝罗（Anna Berro）没有出席。", [("作家", "贝罗", "（Anna Berro）")]),
    ("贝伦(Karl Behren)说，水位下降。", [("", "贝伦", "(Karl Behren)")]),
    ("安娜·贝罗（Anna Berro）说，水位下降。", [("", "安娜·贝罗", "（Anna Berro）")]),
    (
        "外长林文昭到访，作家贝罗（Anna Berro）同行。",
        [("外长", "林文昭", ""), ("作家", "贝罗", "（Anna Berro）")],
    ),
    ("外長林文昭表示，會談順利。", [("外長", "林文昭", "")]),
    ("挪威外长昨天抵达奥斯陆。", []),
    ("总统府说，水位下降。", []),
    ("高级官员说，水位下降。", []),
    ("渔港（Harbour）昨天关闭。", []),
    ("（Anna Berro）没有出席。", []),
    ("记者 林文昭 摄", []),
    ("", []),
]

NAMES = [
    ("外长林文昭昨天抵达奥斯陆。", {"林文昭"}),
    ("作家贝罗（Anna Berro）没有出席，贝罗还在奥斯陆。", {"贝罗"}),
    ("他对卡尔·贝伦说，水位下降。", {"卡尔·贝伦"}),
    ("安娜·贝罗（Anna Berro）说，水位下降。", {"安娜·贝罗"}),
    ("潘胜功还表示，会谈顺利。", {"潘胜功"}),
    ("潘勝功還表示，會談順利。", {"潘胜功"}),
    ("外长林文昭到访。潘胜功还表示，会谈顺利。", {"林文昭", "潘胜功"}),
    ("邝未未说，桥很安全。邝未未又提到渔港。", {"邝未未"}),
    ("邝未未说，桥很安全。", set()),
    ("邝未未说，桥很安全。邝未未又提到邝未名。", set()),
    ("贺至蕙又提到渔港。代表是贺至蕙。", {"贺至蕙"}),
    ("罗兰·汗曾经表示，桥很安全。", {"罗兰·汗"}),
    ("和蔡和商人吃饭。和蔡和商人说话。", set()),
    ("方法还需要改进。", set()),
    ("渔港昨天关闭，天气很好。", set()),
    ("", set()),
]

TITLES = [
    "外长",
    "法国总理",
    "挪威外交部",
    "前总统",
    "全国渔业委员会主席",
    "法新社",
    "挪威",
    "議長",
]
NO_TITLES = ["昨天在机场", "挪威外长林文昭", "林文昭", "一名官员", "官员", "他", "渔港", ""]


@pytest.mark.parametrize(("text", "people"), PEOPLE, ids=[case[0] for case in PEOPLE])
def test_a_title_or_a_gloss_shows_a_person(text: str, people: list[tuple[str, str, str]]) -> None:
    folded = fold(text)
    found = find_people(folded)
    pieces = [(p.start, p.name, p.name_end, p.end) for p in found]
    assert [(text[a:b], text[b:c], text[c:d]) for a, b, c, d in pieces] == people


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[case[0] for case in NAMES])
def test_a_text_makes_names_known(text: str, names: set[str]) -> None:
    folded = fold(text)
    assert find_names(folded) == names


@pytest.mark.parametrize("text", TITLES)
def test_titles_bodies_and_places_are_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize("text", NO_TITLES)
def test_whoever_else_is_no_title(text: str) -> None:
    assert not is_title(text)
