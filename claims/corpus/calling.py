"""What an article calls a speaker: the words for someone that are a name of that one.

Dossiers keep all words by which a speaker is meant. Some of them are no name: words behind a name
that are none of it, a name cut off, the name of the one spoken for, a common noun that points back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from claims.corpus.sounds import PARTS
from claims.lang import Language, Phrase, load_language
from claims.lang.packs import load_words
from claims.lang.words import has_han
from claims.lang.world import find_body
from claims.model import Speaker

BODIES = ("body", "outlet")
LEAST = 2  # characters of a name that tells somebody


@lru_cache(maxsize=50_000)
def parse_name(name: str) -> Phrase:
    """A name as the pack of its script takes it apart."""
    language = language_of(name)
    return language.parse(language.fold(name))


def language_of(name: str) -> Language:
    """The language whose pack takes a name apart: by its script."""
    return load_language("zh" if has_han(name) else "en")


@cache
def _gloss() -> re.Pattern[str]:
    """Words in brackets, and the space before them."""
    brackets = load_language("zh").marks.brackets  # of both widths
    opening, closing = (re.escape("".join(marks)) for marks in (brackets, brackets.values()))
    return re.compile(rf"\s*[{opening}][^{opening}{closing}]*[{closing}]")


def ends_with(text: str, name: str) -> bool:
    """Whether some words end with a name, or with it in brackets.

    >>> ends_with("院长（Ann Lee）", "Ann Lee"), ends_with("（Ann Lee）的院长", "Ann Lee")
    (True, False)
    """
    return text.rstrip("".join(load_language("zh").marks.brackets.values())).endswith(name)


def plain_name(name: str) -> str:
    """A name without gloss, title and words that are none of it, as names are matched."""
    bare = _gloss().sub("", name)
    if has_han(bare):
        bare = trim_name(language_of(bare).fold(bare))
    elif (told := parse_name(bare)).kind == "person" and told.name:
        bare = told.name
    return " ".join(bare.split()).strip(" .,").lower()


@lru_cache(maxsize=20_000)
def trim_name(name: str) -> str:
    """A person's name in Chinese characters without the words behind it that are none of it.

    >>> trim_name("苗秀岚接受"), trim_name("安娜·贝伦周五"), trim_name("安娜·贝伦")
    ('苗秀岚', '安娜·贝伦', '安娜·贝伦')
    """
    language = language_of(name)
    tags, more = language.tags, load_words(language.code, "after_name")
    for word in language.segment(name):
        verbal = word.tag in tags.verbs | tags.times or word.form in language.lexicon.senses
        before = name[: word.start]
        if not ((verbal and len(word.form) > 1) or word.form in more):
            continue
        if len(PARTS.split(before)[-1]) >= LEAST and not language.is_surname(before):
            return before
    return name


def is_cut_off(name: str, names: Iterable[str]) -> bool:
    """Whether a name is the beginning of another one's last part: 苗秀 beside 苗秀岚.

    >>> is_cut_off("苗秀", ["苗秀岚"]), is_cut_off("安娜", ["安娜·贝伦"])
    (True, False)
    """
    return has_han(name) and any(
        other != name and other.startswith(name) and not PARTS.match(other[len(name) :])
        for other in names
    )


def list_names(one: Speaker) -> tuple[str, ...]:
    """What an article calls a speaker, the main name first: no pronoun, no phrase that points
    back, no name of another, nothing cut off or with words that are none of it.
    """
    every = dict.fromkeys((one.name, *one.aliases, *(span.text for span in one.mentions)))
    others = [name for name in every if speaks_for_another(name)]
    if others and not any(span.text not in others for span in one.mentions):
        return tuple(others)  # 阿巴斯的发言人: the name is that of the one spoken for
    called = [n for n in every if n == one.name or (n not in others and _calls(n, one))]
    if one.kind != "person" or one.anonymous:
        return tuple(called)
    told = dict.fromkeys(_trim_phrase(name) for name in called)
    bare = {parse_name(name).name or name for name in told}
    return tuple(n for n in told if not is_cut_off(parse_name(n).name or n, bare)) or (one.name,)


def _trim_phrase(name: str) -> str:
    """The same of a name that may have a title before it."""
    if not has_han(name):
        return name
    folded, told = language_of(name).fold(name), parse_name(name)
    bare = told.name if told.kind == "person" and told.name else folded
    trimmed = trim_name(bare)
    at = folded.rfind(bare)
    return name if trimmed == bare or at < 0 else name[: at + len(trimmed)]


def speaks_for_another(name: str) -> bool:
    """Whether words for someone go on behind the name of a person, for whom that one speaks.

    >>> speaks_for_another("总统林文昭（Lin Wenzhao）的发言人"), speaks_for_another("总统林文昭")
    (True, False)
    """
    bare = _gloss().sub("", name)
    if not has_han(bare):
        return False  # the pack reads it: a spokesman for Lin
    told, language = parse_name(bare), language_of(bare)
    if told.kind != "person" or not told.name:
        return False
    rest = language.fold(bare).rpartition(told.name)[2]
    return rest[:1] in language.tags.linkers and len(rest) > 1


def _calls(name: str, one: Speaker) -> bool:
    """Whether words call a speaker by a name: no pronoun, no phrase that points back, no gloss of
    another in the middle of them (哈馬斯（Hamas）管理的衛生部), no one who speaks for the speaker.
    """
    if _is_inner_gloss(name, one):
        return False
    phrase = parse_name(name)
    if one.kind == "person" and not one.anonymous:
        return phrase.kind in ("person", "other", "body") and not phrase.back
    if phrase.kind in ("pronoun", "document", "voice") or phrase.back:
        return False
    if any(map(str.isupper, one.name)) and name.islower():
        return False  # the airline
    main = parse_name(one.name)
    if main.kind in BODIES and main.sense:  # listed: what stands for it is listed or made of it
        return not _is_of_another_kind(name, phrase, one)
    return True


def _is_of_another_kind(name: str, phrase: Phrase, one: Speaker) -> bool:
    """Whether a name beside that of a listed body is a person's, a common noun or half a clause."""
    if phrase.kind in ("other", "unnamed") and has_han(name):
        return not find_body(phrase.name)
    if phrase.kind == "person" and not has_han(name):
        return has_han(one.name)
    return has_han(name) and _has_clause(name, phrase.name)


def _has_clause(name: str, called: str) -> bool:
    """Whether an adverb or a modal stands before a name, and not in what qualifies it."""
    language = language_of(name)
    before = language.fold(name).rpartition(called)[0] if called else ""
    words = language.segment(before)
    last = max((at for at, w in enumerate(words) if w.form in language.tags.linkers), default=-1)
    return any(w.form in language.deniers or w.tag in language.tags.verbs for w in words[last + 1 :]
               if len(w.form) > 1)  # fmt: skip


def _is_inner_gloss(name: str, one: Speaker) -> bool:
    """Whether a name is the gloss of another, in the middle of what the speaker is called."""
    if has_han(name):
        return False
    texts = (one.name, *one.aliases, *(span.text for span in one.mentions))
    inside = [text for text in texts if has_han(text) and name in text]
    return bool(inside) and not any(ends_with(text, name) for text in inside)
