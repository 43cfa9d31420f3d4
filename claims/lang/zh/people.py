"""People in running Chinese text: a title with a name after it, a name with a gloss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claims.lang.packs import load_words
from claims.lang.words import Word
from claims.lang.zh.naming import is_personal
from claims.lang.zh.nouns import nouns
from claims.lang.zh.phrases import parse_phrase
from claims.lang.zh.script import segment

GLOSSED = re.compile(r"[（(]\s?[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’ -]+[）)]")
NAME_TAGS = ("nr", "x", "eng", "nz", "ns", "j")
_BEFORE_GLOSS = re.compile(rf"[\u4e00-\u9fff·]{{2,8}}(?={GLOSSED.pattern})")
AFTER_NAME = ("d", "p", "v", "t", "c", "m")
LONGEST_NAME = 12
LONG_PART = 8  # characters of a name before its last dot
LAST_PART = 3  # and of a word after it
AFTER_COURTESY = "vpcxt"  # 陈太|表示, and no 张太|大
BACK = 5
NO_FAMILY = frozenset("cprmd")  # tags of surnames that are other words here: 和, 向, 那
GIVEN = frozenset("nzgaj")
WORD_GIVEN = "nzajdit"  # tags of words that can be a given name


class Person(NamedTuple):
    """One person as the text brings them in: title, name and gloss, as offsets."""

    start: int
    name: int
    name_end: int
    end: int


@lru_cache(maxsize=2)
def find_people(text: str) -> tuple[Person, ...]:
    """Where a folded text brings in a person by title and name, or by name and gloss.

    >>> text = "法国外长林文昭昨天抵达。作家贝罗（Anna Berro）没有出席。"
    >>> [text[p.start:p.end] for p in find_people(text)]
    ['法国外长林文昭', '作家贝罗（Anna Berro）']
    """
    words = segment(text)
    found: dict[int, Person] = {}
    starts = {word.start: i for i, word in enumerate(words)}
    roles = nouns().role
    for i, word in enumerate(words):
        if word.form in roles:
            end = _name_after(text, words, i + 1) or _glossed_after(text, word.end)
            if end is not None:
                gloss = GLOSSED.match(text, end)
                name = words[i + 1].start
                found[name] = Person(_back(words, i), name, end, gloss.end() if gloss else end)
    for start, end in _find_polite(words):
        found.setdefault(start, Person(start, start, end, end))
    for match in GLOSSED.finditer(text):
        begin = _name_before(text, starts, match.start())
        if begin is not None and begin not in found:
            title = _back(words, starts[begin])
            found[begin] = Person(title, begin, match.start(), match.end())
    return tuple(sorted(found.values()))


@lru_cache(maxsize=2)
def find_names(text: str) -> frozenset[str]:
    """The names of people that a folded text makes known: a name seen once is known throughout.

    >>> text = "外长林文昭到访。贺胜功还表示，会谈顺利。"
    >>> sorted(find_names(text))
    ['林文昭', '贺胜功']
    """
    words = segment(text)
    names = {text[person.name : person.name_end] for person in find_people(text)}
    names |= {match.group() for match in _dotted().finditer(text) if is_personal(match.group())}
    names |= {part for name in names for part in nouns().name_joints.split(name) if len(part) > 2}
    common = nouns().common_surnames
    for i, word in enumerate(words):
        if word.form not in common:
            continue
        before = words[i - 1] if i else None
        if before and before.end == word.start and not _opens_name(before):
            continue
        name = _bare_name(words, i)
        if name is not None and is_personal(name):
            names.add(name)
    names |= {name[:2] for name in names if _is_shortened(text, name)}
    names |= set(_find_last_parts(text, words, names))
    names |= set(_find_recurring(words))
    names |= set(_find_courteous(words))
    return frozenset(name for name in names if len(name) > 1)


def _find_polite(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a surname with a word of courtesy stands, which are one name: 李|小姐, 李小姐."""
    surnames = nouns().surnames
    for word in words:
        if len(word.form) > 2 and word.form[0] in surnames and _is_courtesy(word.form[1:]):
            yield word.start, word.end
    for word, after in pairwise(words):
        whole = word.form in surnames and word.end == after.start
        if whole and _is_courtesy(after.form):
            yield word.start, after.end


def _is_courtesy(form: str) -> bool:
    entry = nouns().role.get(form)
    return len(form) > 1 and entry is not None and entry.get("rank") == "courtesy"


def _is_shortened(text: str, name: str) -> bool:
    """Whether the family name of two characters that no list holds stands alone too: 八木|沼光."""
    if (
        len(name) != 4
        or not all("\u4e00" <= char <= "\u9fff" for char in name)
        or text.count(name[:2]) == text.count(name)
    ):
        return False
    return name[:1] not in nouns().surnames and name[:2] not in nouns().surnames


def _find_last_parts(text: str, words: Sequence[Word], names: set[str]) -> Iterator[str]:
    """Names with dots that end in a word of one's own language, before what follows a name.

    贝伦娜·|雪|表示: no character of it need be one by which names are written.
    """
    n = nouns()
    for i in range(1, len(words) - 1):
        if words[i].form not in n.dots or not _is_han_word(words[i + 1]):
            continue
        first = i
        while _goes_back(words, first, i):
            first -= 1
        begin, end = words[first].start, words[i + 1].end
        ends = i + 2 == len(words) or _ends_name(words[i + 2])
        known = any(text.startswith(name, begin) and begin + len(name) >= end for name in names)
        if ends and not known and first < i and is_personal(text[begin : words[i].start]):
            yield text[begin:end]


def _goes_back(words: Sequence[Word], first: int, dot: int) -> bool:
    """Whether the word before is a part of the name that goes on after a dot."""
    if first == 0 or words[first - 1].end != words[first].start:
        return False
    before = words[first - 1]
    titled = before.form in nouns().role or before.form in nouns().place
    return _nameable(before) and not titled and words[dot].start - before.start <= LONG_PART


def _is_han_word(word: Word) -> bool:
    return len(word.form) <= LAST_PART and "\u4e00" <= word.form[0] <= "\u9fff"


def _ends_name(word: Word) -> bool:
    """Whether a name can end before a word."""
    return word.tag.startswith(AFTER_NAME) or not word.form.isalnum()


def _find_recurring(words: Sequence[Word]) -> Iterator[str]:
    """Surnames with two characters in no word that stand together wherever they stand.

    Twice at least: 贺|未|岚|说, 莫|至|苇|又, whatever the segmenter takes the characters for.
    """
    told: Counter[str] = Counter()
    found: set[str] = set()
    surnames = nouns().surnames
    for family, one, two, after in zip(words, words[1:], words[2:], words[3:], strict=False):
        if family.form not in surnames or one.end - family.start != 2:
            continue
        name = family.form + one.form + two.form
        told.update({name[:2], name})
        if _is_given(family, one, two) and _ends_name(after):
            found.add(name)
    for name in found:
        if 1 < told[name] == told[name[:2]] and is_personal(name):
            yield name


def _find_courteous(words: Sequence[Word]) -> Iterator[str]:
    """Surnames with a word of courtesy of one character, before what follows a name: 陈|太|说."""
    surnames = nouns().surnames
    for family, one, after in zip(words, words[1:], words[2:], strict=False):
        whole = family.form in surnames and family.end == one.start
        if whole and one.form in nouns().courtesy and after.tag[0] in AFTER_COURTESY:
            yield family.form + one.form


def _is_given(family: Word, one: Word, two: Word) -> bool:
    """Whether two words of one character each can be what someone is called after a surname."""
    name = family.form + one.form + two.form
    whole = len(name) == 3 == two.end - family.start and name.isalpha()
    named = family.tag[0] not in NO_FAMILY and not nouns().not_given & {one.form, two.form}
    return whole and named and (two.tag[0] in GIVEN or one.form == two.form)


@lru_cache(maxsize=1)
def _dotted() -> re.Pattern[str]:
    """Names written by sound, with dots between their parts."""
    barred = "".join(sorted(nouns().not_in_sound))
    part = f"(?:(?![{barred}])[\u4e00-\u9fff]){{1,7}}"
    return re.compile(f"{part}(?:{nouns().name_joints.pattern}{part}){{1,3}}")


def _bare_name(words: Sequence[Word], i: int) -> str | None:
    """A name from its surname on: one or two characters in no word, and what can follow a name."""
    name, j = words[i].form, i + 1
    while j < len(words) and j <= i + 2 and _loose(words, j):
        name += words[j].form
        j += 1
    if j == i + 1 or j == len(words) or words[j].start != words[j - 1].end:
        return None
    return name if _follows(words[j], len(name)) else None


def _opens_name(word: Word) -> bool:
    """Whether a name can begin after a word: after a mark, and after 对 or 向."""
    return not word.form.isalnum() or word.form in nouns().towards


def _follows(word: Word, size: int) -> bool:
    """Whether a word can stand after a name of a size: after three characters any word can."""
    return word.tag.startswith(AFTER_NAME) or (size > 2 and len(word.form) > 1)


def _loose(words: Sequence[Word], j: int) -> bool:
    word = words[j]
    return len(word.form) == 1 and word.start == words[j - 1].end and word.tag[0] in "nzgajv"


def _name_after(text: str, words: Sequence[Word], first: int) -> int | None:
    """The end of the name that begins with a word; None if none does."""
    end, best = first, None
    while end < len(words) and words[end].end - words[first].start <= LONGEST_NAME:
        word = words[end]
        if end > first and word.start != words[end - 1].end:
            break
        if first and end == first and word.start != words[first - 1].end:
            break
        if not (_nameable(word) or word.form in nouns().dots):
            break
        end += 1
        if word.form not in nouns().dots and is_personal(text[words[first].start : word.end]):
            best = word.end
    ends = (
        _three_after(words, first),
        _four_after(words, first),
        _before_verb(words, first),
        _word_after(words, first),
    )
    return max(best or 0, *ends) or None


def _glossed_after(text: str, start: int) -> int | None:
    """The end of what stands between a title and a name in Latin letters: 首相埠河（Aino Puho）.

    It is a name by where it stands, whatever its characters; not where it is a word of its own.
    """
    match = _BEFORE_GLOSS.match(text, start)
    if match is None or len(segment(match.group())) == 1:
        return None
    return match.end()


def _three_after(words: Sequence[Word], first: int) -> int:
    """The end of a surname with two characters in no word, before an adverb, a verb or a time.

    After a title even a preposition can be part of a name: 总召|贺为山|表示. 0 if there is none.
    """
    row = words[first : first + 4]
    if len(row) < 4 or row[0].form not in nouns().surnames or row[0].start != words[first - 1].end:
        return 0
    joined = all(a.end == b.start for a, b in pairwise(row))
    given = all(len(w.form) == 1 and w.tag[0] in "nzgajvpm" and w.form.isalpha() for w in row[1:3])
    given = given and not nouns().not_given & {row[1].form, row[2].form}
    return row[2].end if joined and given and _follows(row[3], 3) else 0


def _four_after(words: Sequence[Word], first: int) -> int:
    """The end of four characters in no word, before what follows a name: 市长|八木沼光|表示."""
    row = words[first : first + 5]
    if len(row) < 5 or not all(a.end == b.start for a, b in pairwise(words[first - 1 : first + 4])):
        return 0
    loose = all(len(w.form) == 1 and w.tag[0] in "nzgajvm" for w in row[:4])
    if row[0].form in nouns().surnames and row[1].form not in nouns().surnames:
        return 0  # 局长|温润雄|今
    given = loose and all(
        "\u4e00" <= w.form <= "\u9fff" and w.form not in nouns().not_given for w in row[:4]
    )
    return row[3].end if given and _follows(row[4], 4) else 0


def _word_after(words: Sequence[Word], first: int) -> int:
    """The end of a surname with a word of two characters after a title: 市长|温|启明|说.

    Not where that word can go on with the sentence: a pronoun, a preposition, or a verb behind
    what may be no surname.
    """
    row = words[first : first + 3]
    if len(row) < 3 or row[0].form not in nouns().surnames or row[0].start != words[first - 1].end:
        return 0
    given = row[1]
    fits = len(row[0].form) == 1 and len(given.form) == 2 and given.start == row[0].end
    fits = (
        fits
        and row[0].tag[0] not in NO_FAMILY
        and (given.tag[0] in WORD_GIVEN or (given.tag == "v" and row[0].tag == "nr"))
    )
    fits = fits and row[0].form not in load_words("zh", "localizer")
    known = any(given.form in table for table in (nouns().role, nouns().body, nouns().place))
    return given.end if fits and not known and _follows(row[2], 3) else 0


def _before_verb(words: Sequence[Word], first: int) -> int:
    """The end of a name whose last character was taken for the beginning of a verb: 周|明说."""
    row = words[first : first + 4]
    if not row or row[0].form not in nouns().surnames or row[0].start != words[first - 1].end:
        return 0
    for one, after in pairwise(row[1:]):
        close = one.start - row[0].start < LAST_PART and one.start - row[0].end < LAST_PART - 1
        if one.form in nouns().cues:
            return 0  # 张远|供称: a word of report itself
        if close and len(one.form) == 2 and one.form[1] in nouns().saying:
            ends = not after.form.isalnum() or after.tag[0] in "rndt"
            return one.end - 1 if ends and one.form[0] not in nouns().not_given else 0
        if len(one.form) != 1 or not one.form.isalpha():
            return 0
    return 0


def _nameable(word: Word) -> bool:
    single = len(word.form) == 1 and word.form in nouns().name_characters
    if word.form in nouns().not_in_sound:
        return False
    return single or (word.tag.startswith(NAME_TAGS) and word.form.isalpha())


def _name_before(text: str, starts: dict[int, int], end: int) -> int | None:
    """Where the name that ends before a gloss begins."""
    best = None
    for size in range(2, LONGEST_NAME + 1):
        begin = end - size
        if begin < 0 or not (text[begin].isalpha() or text[begin] in nouns().dots):
            break
        if begin in starts and is_personal(text[begin:end]):
            best = begin
    return best


def _back(words: Sequence[Word], i: int) -> int:
    """Where the bodies and places that stand before a title begin."""
    n, at = nouns(), i
    tables = (n.place, n.body, n.suffix, n.generic, n.role_prefix, n.role)
    while at > 0 and i - at < BACK and words[at - 1].end == words[at].start:
        if not any(words[at - 1].form in table for table in tables):
            break
        at -= 1
    return words[at].start


def is_title(text: str) -> bool:
    """Whether a text is nothing but titles, bodies and places: 法国总理.

    >>> is_title("法国总理"), is_title("昨天在机场")
    (True, False)
    """
    phrase = parse_phrase(text)
    return bool((phrase.role and not phrase.name) or phrase.kind in ("body", "outlet"))
