"""The one to whom something is said in Chinese: 对记者说, 向议会表示, 告诉路透社, 警告居民."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import rjieba

from claims.lang.packs import Entry, load_pack
from claims.lang.zh.patterns import any_of
from claims.lang.zh.phrases import parse_phrase
from claims.lang.zh.times import cut_points, find_times

Range = tuple[int, int]

# Prepositions and verbs of writing that bring in one spoken to.
TO = re.compile(
    "致函|致信|致电|去函|去信|写信给|打电话给|发信给|发短信给|对[着著]?|向|跟|和|与|同|给"
)
LOOSE = "跟和与同给"  # these do so only right before a verb of saying
ABOUT = frozenset({"对", "对着", "对著"})

# The phrase of one spoken to ends where such a word opens an adverbial: 对记者|在会上|说.
STOP = re.compile(
    "在|于|通过|透过|经由|借由|就|以|用|谈到|谈及|提到|时|"
    "发表|发布|发出|提交|提供|递交|举例|展示|作出"
)
CLOSERS = ("上", "中", "里", "内", "时", "后", "前", "间", "际", "下", "途")
ADVERBS = (
    "独家", "明确", "直接", "亲自", "私下", "坦率地", "率先", "详细", "同时", "都", "均", "则",
    "只", "仅", "一致", "反复", "强烈", "郑重", "当面", "提出", "没有", "并未", "未", "不", "拒绝",
    "进一步", "联合", "共同", "如此", "这样", "正式", "严正", "大声", "哭着", "笑着", "低声",
    "简单地", "主动", "含泪", "解释", "证实", "抱怨", "愤怒地", "激动地", "平静地", "高声", "轻声",
)  # fmt: skip

PAUSES = '，,；;。！？!?：:\n“”‘’「」『』"'
MARKS = PAUSES + " 　"

# The senses under which 对 brings in one spoken to, and kinds of phrase that can be one.
SPOKEN = frozenset({
    "say", "argue", "reveal", "warn", "ask", "promise", "question", "answer", "confirm",
    "threaten", "write", "report", "describe", "decide",
})  # fmt: skip
NAMED = frozenset({"person", "body", "outlet", "unnamed", "pronoun", "joint"})
SAYS = re.compile("说|讲|谈|聊|道|分享|提[到起]|保证|解释")
PAPER = re.compile("《[^》]+》(?:记者)?")
TELLS = re.compile("(?:告诉|告知|通知|转告)[了过]?$")
ADDRESSES = re.compile("(?:回答|回复|答复|回覆|问|质问|询问|致信|致函|致电|喊话|劝)[了过]?$")

# 对…表示|不满: what is felt about something is not told to it.
FELT = re.compile(
    "(?:[了出的“]|强烈|高度|深切|深表|诚挚|衷心|极大|极度|极其|严重|最|由衷|非常|十分|很|更|热烈)*"
    "(?:欢迎|不满|担[忧心]|谴责|感[谢激]|支持|遗憾|关[切注]|赞[赏同成许]|反对|愤[怒慨]|失望|同情|"
    "哀悼|慰问|怀疑|欣赏|敬[意佩]|祝贺|歉意|满意|理解|尊重|震惊|抗议|惋惜|忧虑|肯定|认同|异议|"
    "质疑|乐观|悲观|信心|有信心|警惕|好奇|敌意|善意|不安|惊讶|悲[痛伤]|钦佩|期[待望])"
)


def find_addressee(
    text: str, before: tuple[Range, ...], cue: Range, after: Range, content: int | None
) -> Range | None:
    """The noun phrase of the one spoken to, without its preposition.

    `before` are the stretches before the cue, the nearest first, `after` the one behind it.

    >>> text = "船长对岸上的记者说，风停了。"
    >>> text[slice(*find_addressee(text, ((2, 8),), (8, 9), (9, 10), 10))]
    '岸上的记者'
    """
    for lo, hi in before:
        found = _led(text, lo, hi, cue, content) if TO.search(text, lo, hi) else None
        if found:
            return found
    return _behind(text, cue, after, content)


def _led(text: str, lo: int, hi: int, cue: Range, content: int | None) -> Range | None:
    """The object of the preposition that is nearest to the cue."""
    lo = max(lo, *(text.rfind(mark, lo, hi) + 1 for mark in "，,；;。”」"))
    word = text[slice(*cue)]
    cuts = cut_points(text, lo, hi)
    for match in reversed(list(TO.finditer(text, lo, hi))):
        joined = text[match.start() - 1 : match.end()] == "内向"  # 在国会内|向媒体
        if not (joined or {*match.span()} <= cuts) or match.end() == content:
            continue
        if _speaks(match.group(), word, text, cue[1]):
            end = _object_end(text, match.end(), hi, cuts)
            loose = match.group() in LOOSE
            if (not loose or end == hi) and _is_spoken_to(text[match.end() : end]):
                return match.end(), end
    return None


def _speaks(prep: str, word: str, text: str, end: int) -> bool:
    """Whether the cue is said to what the preposition brings in, and not about it."""
    sense = _sense(word)
    if prep in LOOSE:
        return bool(SAYS.search(word))
    if prep in ABOUT:
        return sense in SPOKEN and not FELT.match(text, end)
    return sense != "think"


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, Entry]:
    return load_pack("zh").index("cue")


@lru_cache(maxsize=1024)
def _sense(word: str) -> str:
    """The sense of a cue: its own, else that of the longest listed word at its end or head."""
    word = word.rstrip("了过着")
    tails = (word[at:] for at in range(len(word)))
    heads = (word[:at] for at in range(len(word) - 1, 0, -1))
    known = (part for part in (*tails, *heads) if part in _cues())
    return str(_cues()[part].get("sense")) if (part := next(known, "")) else ""


@lru_cache(maxsize=1)
def _adverbs() -> re.Pattern[str]:
    aspects = (word for entry in load_pack("zh").of("aspect") for word in entry.words)
    return re.compile(f"(?:{any_of({*ADVERBS, *aspects})})+$")


def _object_end(text: str, lo: int, hi: int, cuts: frozenset[int]) -> int:
    """Where the object of a preposition ends: before adverbs, times and places of the verb."""
    end = _trimmed(text, lo, hi, cuts)
    for match in STOP.finditer(text, lo + 1, end):
        rest = text[match.end() : end]
        last = "的" not in rest or (rest.endswith(CLOSERS) and not STOP.search(rest))
        if match.start() in cuts and (len(match.group()) > 1 or match.end() in cuts) and last:
            return _trimmed(text, lo, match.start(), cuts)
    return end


def _trimmed(text: str, lo: int, hi: int, cuts: frozenset[int]) -> int:
    end = 0
    while end != hi:
        end = hi
        adverb = _adverbs().search(text, lo, hi)
        if adverb and adverb.start() > lo and adverb.start() in cuts:
            hi = adverb.start()
        times = find_times(text, lo, hi) if hi - lo > 2 else []
        if times and times[-1].end == hi and times[-1].start > lo:
            hi = times[-1].start
        while hi > lo and text[hi - 1] in MARKS:
            hi -= 1
    return hi


@lru_cache(maxsize=4096)
def _is_spoken_to(phrase: str) -> bool:
    """Whether a noun phrase is one that can be spoken to: a person, a body, an outlet."""
    if not 0 < len(phrase) <= 40 or phrase[0] == "此" or phrase in ("这", "那", "其", "之"):
        return False
    if PAPER.fullmatch(phrase) or phrase.endswith("们"):
        return True
    found = parse_phrase(phrase)
    guessed = found.kind == "person" and not found.role and "·" not in phrase
    return found.kind in NAMED and not ("的" in phrase and guessed)


def _behind(text: str, cue: Range, after: Range, content: int | None) -> Range | None:
    """The object of the cue: 告诉|路透社, 警告|居民."""
    word = text[slice(*cue)]
    tells = bool(TELLS.search(word))
    if not tells and not ADDRESSES.search(word) and _sense(word) not in ("warn", "ask"):
        return None
    lo, hi = after
    if content is not None and content == lo:
        return _inside(text, lo)
    while lo < hi and text[lo] in "了过给 ":
        lo += 1
    hi = _phrase_end(text, lo, hi, content)
    if tells and text[hi - 1 : hi] in ("说", "称"):
        hi -= 1
    if 0 < hi - lo <= 40 and (tells or (_is_nominal(text[lo:hi]) and _is_spoken_to(text[lo:hi]))):
        return lo, hi
    return None


def _phrase_end(text: str, lo: int, hi: int, content: int | None) -> int:
    """Where a phrase behind the cue ends: before the marks that open the content, or at a pause."""
    while hi == content and hi > lo and text[hi - 1] in MARKS:
        hi = content = hi - 1
    stops = "，,：:。" if hi == content else PAUSES
    return next((at for at in range(lo, hi) if text[at] in stops), hi)


@lru_cache(maxsize=4096)
def _is_nominal(phrase: str) -> bool:
    """Whether a phrase is a noun and no clause: 部分居民, but not 居民不要外出."""
    tags = rjieba.tag(phrase[phrase.rfind("的") + 1 :], False)
    return not any(
        form in "不把将被以向对在" or (tag in ("v", "d") and len(form) > 1) for form, tag in tags
    )


def _inside(text: str, lo: int) -> Range | None:
    """One addressed at the head of the content and set off from it: 提醒|游客，…"""
    hi = next((at for at in range(lo, min(lo + 24, len(text))) if text[at] in PAUSES), lo)
    if hi == lo or text[hi] not in "，,：:“「" or not _is_nominal(text[lo:hi]):
        return None
    return (lo, hi) if _is_spoken_to(text[lo:hi]) else None
