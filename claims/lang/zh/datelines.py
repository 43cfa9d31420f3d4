"""Agency openings: what stands before the first sentence of a report and belongs to none.

（中央社莫斯科13日综合外电报导）, 【共同社2月3日电】, 路透北京9月1日 - : outlet, place and date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.lang.packs import load_pack
from claims.lang.zh.patterns import any_of

DASHED = re.compile(r"\s*[\u4e00-\u9fff/]{2,16}\d{1,2}月\d{1,2}日(?:电)?\s*[-—–－]+\s*")


def find_dateline(line: str) -> int:
    """Where the report begins in a folded line that opens with an agency's dateline; 0 if none.

    >>> find_dateline("（中通社岛城13日电）市长今天说，桥很安全。")
    11
    >>> find_dateline("市长今天说，桥很安全。")
    0
    """
    for pattern in (_bracketed(), DASHED):
        match = pattern.match(line)
        if match:
            return match.end()
    return 0


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    ends = any_of(load_pack("zh").index("dateline_end"))
    return re.compile(rf"\s*[（(【\[][^）)】\]。，]{{2,40}}{ends}[）)】\]][：:]?\s*")
