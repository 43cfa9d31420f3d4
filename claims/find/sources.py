"""Sources: the noun phrase that the tagger marks, trimmed to itself, or found where it marks none.

The tagger sees words and their neighbours; that a source is one noun phrase, which ends before
an adverbial and begins after a connective, is grammar, and is said here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise, takewhile

from claims.find.page import NAME_TAG, Paragraph
from claims.find.phrases import ISSUING, RELATIVE, SPEAKERS, Words, phrase_of
from claims.find.relatives import has_clause
from claims.lang.base import Language

SHORT_NAME = 3  # characters of a surname and a given name
ANY_DAY = "2000-01-31"  # to ask whether words name a date, whichever it is
DASH = "Pd"  # the class of dashes in Unicode
NOUN = "n"  # the part of speech of plain nouns
OCCASIONS = frozenset({"voice", "medium", "time"})  # kinds of nouns of how and when it is said


def trim_source(text: str, paragraph: Paragraph, words: Words, language: Language) -> Words:
    """A source without a connective before it, an adverb after it, an adverbial inside it."""
    first, last = words
    while first + 1 < last and (
        paragraph.forms[first] in language.connectives
        or _opens_adverbial(text, paragraph, (first, last), language)
    ):
        first += 1
    if (
        last > first + 1
        and phrase_of(text, paragraph, (first, first + 1), language).sense == RELATIVE
    ):
        rest = phrase_of(text, paragraph, (first + 1, last), language)
        if rest.kind in SPEAKERS:
            return first + 1, last  # which|officials|said was true
        return first, first + 1  # which|has fought the rebels, denied
    first = _behind_account(paragraph, (first, last), language)
    tail = phrase_of(text, paragraph, (last - 1, last), language)
    if tail.sense == RELATIVE and last - first > 1:
        return last - 1, last  # Owen Hale, who|denied
    if has_clause(text, paragraph, (first, last), language):
        return first, last
    first, last = _without_occasion(text, paragraph, (first, last), language)
    if _is_name(text, paragraph, (first, last), language):
        return first, last
    while last > first + 1 and paragraph.forms[last - 1] in language.genitives:
        last -= 1
    last -= _count_issuing(text, paragraph, (first, last), language)
    for i in range(first + 1, last):
        if _breaks(text, paragraph, (first, last), i, language) and (
            phrase_of(text, paragraph, (first, i), language).kind in SPEAKERS
        ):
            last = i
            break
    while first + 1 < last and paragraph.tags[last - 1] in language.tags.adverbs:
        if _is_name(text, paragraph, (first, last), language):
            break
        last -= 1
    return first, last


def _behind_account(paragraph: Paragraph, words: Words, language: Language) -> int:
    """Where a source begins that an account stands before: a charge|the authority denies.

    Only in a language in which the one who speaks may follow the noun without a word between.
    """
    first, last = words
    if not language.spelling:
        return first
    for i in range(first, last - 1):
        account = paragraph.forms[i] in language.accounts and paragraph.tags[i] == NOUN
        if account and (
            paragraph.forms[i + 1] in language.articles or "pronoun" in paragraph.kinds[i + 1]
        ):
            return i + 1
    return first


def _opens_adverbial(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether a phrase is one who speaks but for the preposition that opens it: From|the chair."""
    first, last = words
    if not language.attached or paragraph.forms[first] not in language.attached:
        return False
    return phrase_of(text, paragraph, (first + 1, last), language).kind in SPEAKERS


def is_noun_phrase(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether a source can be one: not 另, 什么时候 or a number alone."""
    if phrase_of(text, paragraph, words, language).kind != "other":
        return True
    return any(tag not in language.tags.functional for tag in paragraph.tags[words[0] : words[1]])


def complete_name(
    text: str, paragraph: Paragraph, words: Words, cue: int, language: Language
) -> Words:
    """A source that stops within a name, to the end of that name: 汪|承钧|说.

    The one or two characters that follow make it a name, and a cue or an adverbial comes next.
    """
    tags = language.tags
    stops = tags.prepositions | tags.adverbs | tags.verbs | tags.times
    within = text[: paragraph.ends[words[1] - 1]]
    for end in (words[1] + 2, words[1] + 1):
        added = range(words[1], min(end, len(paragraph)))
        if end > cue or any(
            len(paragraph.forms[i]) > 1 or paragraph.tags[i] in tags.adverbs | tags.prepositions
            for i in added
        ):
            continue
        phrase = phrase_of(text, paragraph, (words[0], end), language)
        surname = phrase.name[:1]
        short = phrase.kind == "person" and 1 < len(phrase.name) <= SHORT_NAME
        known = language.is_surname(surname) and within.endswith(phrase.name[: -len(added)])
        if short and known and (end == cue or paragraph.tags[end] in stops):
            return words[0], end
    return words


def is_addressed(
    paragraph: Paragraph, words: Words, cue: tuple[int, ...], language: Language
) -> bool:
    """Whether what looks like a source is the one spoken to: 市长对|议长|说."""
    return (
        words[0] > 1
        and words[1] == cue[0]
        and paragraph.forms[words[0] - 1] in language.towards
        and paragraph.clause[words[0] - 2] == paragraph.clause[cue[0]]
    )


def complete_attribute(
    text: str, paragraph: Paragraph, words: Words, cue: int, language: Language
) -> Words:
    """A source that stops at its attribute, to the noun that it qualifies: 亲政府|的海风网|说."""
    ends = words[1] - words[0] > 1 and paragraph.forms[words[1] - 1] in language.tags.linkers
    link = words[1] - ends
    if link >= cue or paragraph.forms[link] not in language.tags.linkers:
        return words
    last = _phrase_end(paragraph, link + 1, cue, language)
    whole = (words[0], last)
    speaks = last > link + 1 and phrase_of(text, paragraph, whole, language).kind in ISSUING
    return whole if speaks else words


def leave_adverbial(text: str, paragraph: Paragraph, words: Words, language: Language) -> Words:
    """The subject of the clause, where a source stands in an adverbial after it.

    公司|在本月的报告|中说, 首相|就规则|说: who speaks is the one before the preposition.
    """
    head = paragraph.clause_head(words[0])
    for i in range(words[0] - 1, head, -1):
        form = paragraph.forms[i]
        closed = form in language.localizers or unicodedata.category(form[0]) == DASH
        if closed or paragraph.quote[i] != paragraph.quote[words[0]]:
            return words
        if form in language.adverbial and not paragraph.kinds[i]:
            subject = subject_before(text, paragraph, i, language)
            speaks = subject and phrase_of(text, paragraph, subject, language).kind in SPEAKERS
            return subject if subject and speaks and subject[1] <= i else words
    return words


def is_passive(
    paragraph: Paragraph, words: Words, cue: tuple[int, ...], language: Language
) -> bool:
    """Whether a subject is spoken about: 他被|警告说. An agent (被警方|警告) does speak."""
    return words[1] <= cue[0] - 1 and follows_passive(paragraph, cue[0], language)


def is_made_passive(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word of report is passive where it stands, by itself or by the word before."""
    return language.passive(paragraph.forms[i - 1] if i else "", paragraph.forms[i])


def follows_passive(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether the word before makes a word of report passive, which it is not by itself."""
    return is_made_passive(paragraph, i, language) and not language.passive("", paragraph.forms[i])


def is_denied(paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether a subject is said not to be there: 没有证据|显示."""
    return words[1] - words[0] > 1 and paragraph.forms[words[0]] in language.deniers


def guess_source(
    text: str,
    paragraph: Paragraph,
    cue: tuple[int, ...],
    others: frozenset[int],
    low: int,
    language: Language,
) -> Words | None:
    """The subject of a cue's clause, where the tagger marked none: what the clause begins with.

    After another cue of the clause what that one reports begins: 声称|市长对议长|说. `low` is
    the first word that may belong to it. Of a passive, whose subject says nothing, the one
    named as its agent: was told by|the board. None where that is no speaker.
    """
    if is_made_passive(paragraph, cue[0], language):
        return _agent(text, paragraph, cue, language)
    if set(paragraph.senses[cue[0]]) & language.agentless:
        return None
    head = cue[0]
    while (
        head > low
        and paragraph.clause[head - 1] == paragraph.clause[cue[0]]
        and head - 1 not in others
    ):
        head -= 1
    while head < cue[0] and (
        paragraph.forms[head] in language.connectives
        or (paragraph.tags[head] in language.tags.adverbs and not paragraph.kinds[head])
    ):
        head += 1
    last = _phrase_end(paragraph, head, cue[0], language)
    if last == head or _qualifies(paragraph, last, cue[0], language):
        return None
    passive = any(
        language.passive(before, paragraph.forms[cue[0]])
        for before in paragraph.forms[last : cue[0]]
    )
    kind = phrase_of(text, paragraph, (head, last), language).kind
    return (head, last) if kind in SPEAKERS and not passive else None


def _agent(
    text: str, paragraph: Paragraph, cue: tuple[int, ...], language: Language
) -> Words | None:
    """Who does what a passive tells, behind the word that says so: by|the board."""
    mark, behind = cue[-1] + 1, paragraph.forms[cue[-1] + 1 : cue[-1] + 2]
    if not (language.free_order and behind and behind[0] in language.agent_marks):
        return None
    stops = language.marks.pauses | language.spelling
    if "accuse" in paragraph.senses[cue[0]]:
        stops |= language.about  # accused by the union|of theft
    clause = takewhile(
        lambda i: paragraph.clause[i] == paragraph.clause[mark], range(mark + 1, len(paragraph))
    )
    limit = mark + 1 + sum(1 for _ in takewhile(lambda i: paragraph.forms[i] not in stops, clause))
    words = mark + 1, _phrase_end(paragraph, mark + 1, limit, language)
    speaks = words[0] < words[1] and phrase_of(text, paragraph, words, language).kind in SPEAKERS
    return words if speaks else None


def cited(paragraph: Paragraph, cue: Words, until: int, language: Language) -> Words | None:
    """The one cited between a citing cue and the cue after it: 援引|一名官员|的话|说."""
    first, last = cue[1], until
    while last > first and (
        paragraph.forms[last - 1] in language.closers
        or paragraph.forms[last - 1] in language.tags.linkers
        or paragraph.tags[last - 1] in language.tags.adverbs
    ):
        last -= 1
    if last == first < until and paragraph.tags[first].startswith(language.tags.nominals):
        last = first + 1  # 引述|消息|称: the word that mostly closes is the source itself
    return (first, last) if last > first else None


def subject_before(text: str, paragraph: Paragraph, i: int, language: Language) -> Words | None:
    """The phrase with which the clause of a word begins, where it ends before that word.

    With its attribute: 一名|参与检修的|工程师.
    """
    head = paragraph.clause_head(i)
    while head < i and paragraph.forms[head] in language.connectives:
        head += 1
    last = _phrase_end(paragraph, head, i, language)
    links = [k for k in range(last, i) if paragraph.forms[k] in language.tags.linkers]
    last = _phrase_end(paragraph, links[-1] + 1, i, language) if links else last
    return (head, last) if last > head else None


def clause_subjects(
    text: str, paragraph: Paragraph, i: int, low: int, language: Language
) -> Iterator[Words]:
    """The phrases with which clauses before a word begin, the nearest first, if they can speak.

    In the sentence of the word and in the one before, from the word `low` on:
    今年三月，|民政局|发布通知，要求….
    """
    while low < i and paragraph.sentence[low] < paragraph.sentence[i] - 1:
        low += 1
    heads = [k for k in range(low, i) if k == low or paragraph.clause[k - 1] != paragraph.clause[k]]
    for begin, end in reversed(list(pairwise([*heads, i]))):
        head = begin
        while head < end and (
            paragraph.forms[head] in language.connectives
            or paragraph.tags[head] in language.tags.times
        ):
            head += 1
        last = _phrase_end(paragraph, head, end, language)
        spoken = any(quote != paragraph.quote[i] for quote in paragraph.quote[head:last])
        if last > head and not spoken and _is_subject(text, paragraph, (head, last), language):
            yield head, last


def _is_subject(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether a phrase is surely one who can speak: a person by a known name or a title."""
    phrase = phrase_of(text, paragraph, words, language)
    known = phrase.role or NAME_TAG in paragraph.tags[words[0] : words[1]]
    return phrase.kind in SPEAKERS and (phrase.kind != "person" or bool(known))


def _phrase_end(paragraph: Paragraph, head: int, limit: int, language: Language) -> int:
    """Where the noun phrase that begins with a word ends: at an adverb, verb, preposition or time.

    A listed noun ends no phrase, whatever the segmenter takes it for.
    """
    tags = language.tags
    stops = tags.prepositions | tags.adverbs | tags.verbs
    for last in range(head, limit):
        tag = paragraph.tags[last]
        if tag in tags.times or (tag in stops and not paragraph.kinds[last]):
            return last
    return max(head, limit)


def _without_occasion(text: str, paragraph: Paragraph, words: Words, language: Language) -> Words:
    """A source without the time that follows it: 经理霍尔森|会后, 经理霍尔森|会见记者时."""
    first, last = words
    while first + 1 < last and paragraph.tags[last - 1] in language.tags.times:
        last -= 1
    last -= _count_dating(text, paragraph, (first, last), language)
    if paragraph.forms[last - 1] in language.localizers:
        ends = (i for i in range(last - 2, first, -1) if not paragraph.kinds[i])
        last = next((i for i in ends if _is_name(text, paragraph, (first, i), language)), last)
    return first, last


def _count_dating(text: str, paragraph: Paragraph, words: Words, language: Language) -> int:
    """How many words at the end are a date: 北方通讯社|29|日."""
    first, last = words
    for size in range(min(3, last - first - 1), 0, -1):
        written = text[paragraph.starts[last - size] : paragraph.ends[last - 1]]
        counted = all(tag in language.tags.numerals for tag in paragraph.tags[last - size : last])
        if counted and language.date(written, ANY_DAY):
            return size
    return 0


def _count_issuing(text: str, paragraph: Paragraph, words: Words, language: Language) -> int:
    """How many words at the end tell of issuing a statement: 公司|发布|声明, 公司|发声明."""
    first, last = words
    tags = language.tags
    if last - first < 2 or phrase_of(text, paragraph, words, language).kind != "voice":
        return 0
    if any(tag in tags.numerals for tag in paragraph.tags[max(first, last - 3) : last - 1]):
        return 0  # 一|封|邮件: a verb by its looks that counts
    if not paragraph.tags[last - 1].startswith((*tags.nominals, *tags.verbs)):
        return 1
    verb = last - first > 2 and paragraph.tags[last - 2] in tags.verbs
    return 2 if verb and not _qualifies(paragraph, first, last, language) else 0


def _breaks(text: str, paragraph: Paragraph, words: Words, i: int, language: Language) -> bool:
    """Whether the sentence goes on with a word, which is no part of the phrase before it.

    他|就通胀指出; an adverb or verb only where the whole is no one who can speak: 船队|持续努力.
    """
    first, last = words
    tags, tag, form = language.tags, paragraph.tags[i], paragraph.forms[i]
    whole = phrase_of(text, paragraph, words, language).kind
    if whole in ("other", "person") and _pronoun(text, paragraph, first, i, language):
        return tag in tags.prepositions | tags.adverbs | tags.verbs
    if whole == "joint" or _qualifies(paragraph, i - 1, last, language):
        return False
    if tag in tags.prepositions:
        attached = form in language.attached
        return not attached or any(is_occasion(paragraph, k, language) for k in range(i + 1, last))
    loose = tag in tags.adverbs or (tag in tags.verbs and len(form) > 1)
    same = paragraph.quote[first] == paragraph.quote[i] and not paragraph.kinds[i]
    return loose and same and whole == "other" and paragraph.forms[last - 1][-1].isalnum()


def is_occasion(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word tells when or through what something is said: in a statement, on Tuesday."""
    kinds = OCCASIONS.intersection(paragraph.kinds[i])
    return bool(kinds) or paragraph.tags[i] in language.tags.times


def _pronoun(text: str, paragraph: Paragraph, first: int, i: int, language: Language) -> bool:
    one = i == first + 1 and phrase_of(text, paragraph, (first, i), language).kind == "pronoun"
    return one and paragraph.forms[i] not in language.tags.linkers


def _qualifies(paragraph: Paragraph, i: int, last: int, language: Language) -> bool:
    """Whether the words from i on qualify a noun after them, and so belong to the phrase."""
    return any(paragraph.forms[k] in language.tags.linkers for k in range(i, last))


def _is_name(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether the whole phrase is a name, so that no word in it can be an adverb."""
    phrase = phrase_of(text, paragraph, words, language)
    return phrase.kind == "person" and bool(phrase.name)
