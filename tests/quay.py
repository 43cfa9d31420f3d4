"""Articles on one explosion, by several outlets, that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

PAGES = (
    ("晨报", "2031-05-02", "警方说，港口仓库爆炸造成5人死亡。"),
    ("晚报", "2031-05-02", "港口医院院长林海说，港口仓库爆炸造成12人死亡。"),
    (
        "海潮社",
        "2031-05-03",
        "一名官员说，港口仓库爆炸造成12人死亡。警方否认港口仓库爆炸造成12人死亡。",
    ),
    (
        "晨报",
        "2031-05-04",
        "一名海关职员说，港口仓库存放着烟花。仓库主人罗青否认了这名职员的说法。",
    ),
    ("晚报", "2031-05-05", "罗青说，港口仓库没有存放烟花。"),
    ("海潮社", "2031-05-06", "林海说，港口仓库爆炸造成9人死亡。"),
)
QUIET = (("晨报", "2031-05-02", "警方说，港口今天停航。"),)
HEADS = "沈孟周何吴郑王冯陈褚卫蒋韩杨朱秦尤许吕施张孔曹严华金魏陶姜谢"


def many() -> Sequence[tuple[str, str, str]]:
    """Thirty speakers with long titles, who give as many numbers."""
    return [
        (
            f"海湾第{number}日报",
            f"2031-05-{number + 1:02}",
            f"东港市海事监督管理局第{number}处副处长{head}远山说，港口仓库爆炸造成{number}人死亡。",
        )
        for number, head in enumerate(HEADS, 1)
    ]
