"""Whether a Chinese word of report is denied: 没有说, 拒绝透露, 从未对媒体承诺; but 不得不说."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.lang.packs import load_pack
from claims.lang.zh.patterns import any_of

Range = tuple[int, int]

NEGATORS = any_of((
    "没有", "没", "未", "并未", "尚未", "从未", "未曾", "不曾", "未能", "没能", "不", "并不",
    "从不", "绝不", "无法", "难以", "不能", "不会", "不愿", "不肯", "不想", "不敢", "不便",
    "不打算", "无意", "拒绝", "拒不", "避免", "并无", "并非", "毫不", "从来没有", "从来不", "唔",
    "冇", "无",
))  # fmt: skip

# What has a negator's character and denies nothing: 不得不说, 不断强调, 不满, 不排除.
FALSE = (
    "不得不|不能不|不会不|不禁|不断|不仅|不但|不只|不光|不止|不单|不满|不安|不久|不时|不由|不约|不忘|"
    "不无|不讳|不惜|不妨|不料|不论|不管|不过|不日|不少|不同[^意]|不排除|不幸|不平|不服|不乏|不吝|不解|"
    "不厌|不遗|不失|不点名|不具名|不愧|不屑|不置可否|毫不[犹讳客留避掩动]|从不[讳避掩]|未来|未免|"
    "不予[受接]|拒不[接承]|没好气|无不|无奈|无疑|无论|无非|无端|无罪|无人机|无线"
)
MANNER = (
    "(?:明确|公开|直接|具体|立即|立刻|正式|明|进一步|详细|正面|主动|再|曾|能够?|及时|马上|清楚|"
    "完全|真正|即时|多|同时|肯|愿意?|可以|必|想|要|敢|独立|当场)*"
)
NOT = rf"(?<![有是得能会])(?!{FALSE}){NEGATORS}"
WITH = "(?:对|向|跟|与|就|为|于|在)"

HEAD = re.compile(rf"(?:[并也都还又却但仍则尚]|现时|暂时|目前)*{NOT}(?!$)")
BEFORE = re.compile(rf"(?!不[就为于在与]){NOT}{MANNER}(?:{WITH}[^，,；;“”但却]*)?$")
NO_SIGN = re.compile(
    "(?:没有|并无|尚无|未有|无)(?:任何|足够|确凿|可靠|明确|直接)*(?:证据|迹象|数据|资料|信号)"
    "(?:可以|能够?)?$"
)
EMPTY = re.compile("(?:没有|并无|尚无|毫无|没)(?:任何|足够|确凿|可靠|直接|明确)*$")
NOBODY = re.compile("[并尚也仍]?(?:没有|没人|无人|无一|毫无|无证据)")


@lru_cache(maxsize=1)
def _denials() -> frozenset[str]:
    """Cues that deny their content by themselves: 否认, 不接受."""
    entries = load_pack("zh").of("cue")
    return frozenset(word for e in entries if e.get("negates") for word in e.words)


def is_negated(
    text: str, source: Range | None, cue: tuple[Range, ...], before: tuple[Range, ...]
) -> bool:
    """Whether the saying is denied: by the head of the cue, before it, or by an empty source.

    >>> [is_negated(text, (0, 2), ((at, at + 2),), ((2, at),)) for text, at in
    ...     (("厂长没有向我们透露", 7), ("厂长不断强调", 4), ("厂长不得不承认", 5))]
    [True, False, False]
    """
    word = text[slice(*cue[0])]
    if HEAD.match(word) and word.lstrip("并也都还又却但仍").rstrip("了") not in _denials():
        return True
    lo, hi = before[0] if before else (cue[0][0], cue[0][0])
    near = max(lo, hi - 40)
    if hi > lo and (BEFORE.search(text, near, hi) or NO_SIGN.search(text, near, hi)):
        return True
    if source is None:
        return False
    nobody = NOBODY.match(text, *source) or EMPTY.search(text, max(0, source[0] - 8), source[0])
    return source[1] == cue[-1][0] and bool(nobody)
