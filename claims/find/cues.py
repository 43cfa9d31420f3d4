"""Cues: the words of report, frames such as 据…称, and quotations that stand alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from claims.find.features import View, word_columns
from claims.find.page import NAME_TAG, Paragraph
from claims.find.sources import guess_source
from claims.find.tagger import Marked, load_word_tagger
from claims.lang.base import Language
from claims.model.text import Span

# Labels: B and I a cue, F and G the opener and closer of a frame, N the opening mark of a
# quotation that no cue reports.
BEGIN, INSIDE, OPENER, CLOSER, ALONE = "B", "I", "F", "G", "N"
SAYS = "say"  # the sense of the plainest words of report
FLOOR = 0.54
LEAST = 0.1  # below which no word is looked at
NEAR = 8  # words between a verb of report and the noun of position that is its object
WEIGHTS = ("cues", "cues.dense")


class CueHit(NamedTuple):
    """A cue as the indices of its words (two for a frame: its opener and its closer)."""

    words: tuple[int, ...]
    sure: float
    alone: bool = False

    @property
    def frame(self) -> bool:
        """Whether other words stand between the parts of the cue."""
        return self.words[-1] - self.words[0] + 1 > len(self.words)


def drop_leads(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues without a noun or the end of an adverbial before the words of report.

    对会谈的|描述|提出异议: what follows a linking particle is no verb. 接受采访|时|说: the end of
    an adverbial is none either. Where a word of report comes after it, that one is the cue.
    """
    found = []
    taken = {i for hit in hits for i in hit.words}
    for hit in hits:
        words = hit.words
        while len(words) > 1 and (
            (paragraph.senses[words[1]] and _leads(paragraph, words[0], language))
            or _only_tells_how(paragraph, words, language)
            or _ends_source(paragraph, words, language)
        ):
            words = words[1:]
        words = _what_is_declined(paragraph, words, taken, language)
        if (
            _is_occasion(paragraph, hit, language)
            or _opens_occasion(paragraph, hit, taken, language)
            or _asks_no_name(paragraph, hit, language)
        ):
            taken.difference_update(hit.words)
            continue
        if hit.alone or paragraph.forms[words[0]][0] not in language.tags.linkers:
            found.append(hit._replace(words=words))
            continue
        cite = _citing_before(paragraph, words[0], language)
        if cite is not None and cite not in taken:
            found.append(hit._replace(words=(cite, words[-1])))
    return tuple(sorted(found, key=lambda hit: hit.words))


def _citing_before(paragraph: Paragraph, i: int, language: Language) -> int | None:
    """The citing word whose end was marked alone: 引用一位教师|的话."""
    return _back_to(paragraph, i, lambda at: {*paragraph.senses[at]} == language.citing)


def _back_to(paragraph: Paragraph, i: int, fits: Callable[[int], bool]) -> int | None:
    """The nearest word before one in its clause, at most `NEAR` back, of which something is so."""
    low = paragraph.clause_head(i, max(0, i - NEAR + 1))
    return next((at for at in range(i - 1, low - 1, -1) if fits(at)), None)


def _is_occasion(paragraph: Paragraph, hit: CueHit, language: Language) -> bool:
    """Whether a word of report ends a clause that tells only of the occasion: 应媒体|要求|，."""
    last = hit.words[-1]
    ends = last + 1 < len(paragraph) and paragraph.forms[last + 1] in language.marks.pauses
    if hit.alone or not ends:
        return False
    head = paragraph.clause_head(hit.words[0])
    return head < last and paragraph.begins(head, language.occasions)


def _opens_occasion(paragraph: Paragraph, hit: CueHit, taken: set[int], language: Language) -> bool:
    """Whether words of report open a sentence that others carry: Speaking of the fire, she|said."""
    first, last = hit.words[0], hit.words[-1]
    if hit.alone or paragraph.forms[first] not in language.occasions:
        return False
    number = paragraph.sentence[first]
    opens = first == 0 or paragraph.sentence[first - 1] != number
    behind = range(last + 1, len(paragraph))
    later = (i for i in takewhile(lambda i: paragraph.sentence[i] == number, behind) if i in taken)
    return opens and any(paragraph.clause[i] != paragraph.clause[last] for i in later)


def _only_tells_how(paragraph: Paragraph, words: tuple[int, ...], language: Language) -> bool:
    """Whether a cue opens with an adverb that is set apart from its verb: repeatedly|denied."""
    tags, first = language.tags, words[0]
    apart = paragraph.ends[first] < paragraph.starts[words[1]]
    adverb = paragraph.tags[first] in tags.adverbs and not paragraph.senses[first]
    return apart and adverb and paragraph.tags[words[1]] in tags.verbs


def _ends_source(paragraph: Paragraph, words: tuple[int, ...], language: Language) -> bool:
    """Whether a cue opens with a verb that reports nothing: who asked not to be named|said."""
    verbs, senses = language.tags.verbs, paragraph.senses
    both = paragraph.tags[words[0]] in verbs and paragraph.tags[words[1]] in verbs
    apart = paragraph.ends[words[0]] < paragraph.starts[words[1]]
    return apart and both and not senses[words[0]] and SAYS in senses[words[1]]


def _what_is_declined(
    paragraph: Paragraph, words: tuple[int, ...], taken: set[int], language: Language
) -> tuple[int, ...]:
    """The word of saying that a cue says is not said: declined to|say."""
    after = words[-1] + 1
    declines = " ".join(paragraph.forms[words[0] : words[0] + 2]) in language.refusals
    if declines and len(words) > 2 and SAYS in paragraph.senses[words[2]]:
        return words[2:]
    if (
        declines
        and len(words) == 1
        and " ".join(paragraph.forms[words[0] : after + 1]) in language.refusals
    ):
        after += 1
    elif len(words) != 2:
        return words
    says = declines and after < len(paragraph) and SAYS in paragraph.senses[after]
    return (after,) if says and after not in taken else words


def _asks_no_name(paragraph: Paragraph, hit: CueHit, language: Language) -> bool:
    """Whether what is asked is to stay unnamed, which tells of the one who asks: to be unnamed."""
    at = paragraph.ends[hit.words[-1]] - paragraph.start + 1
    return bool(language.unnaming) and paragraph.text.startswith(language.unnaming, at)


def _leads(paragraph: Paragraph, i: int, language: Language) -> bool:
    linked = i > 0 and paragraph.forms[i - 1] in language.tags.linkers
    return linked or paragraph.forms[i] in language.localizers


def mark_cues(
    paragraphs: Sequence[Paragraph], views: Sequence[View], language: Language
) -> list[Marked]:
    """What the tagger takes the words of each paragraph for, where they may be words of report."""
    columns = [*map(word_columns, paragraphs, views)]
    sizes = [len(paragraph) for paragraph in paragraphs]
    return load_word_tagger(language, *WEIGHTS).mark(columns, sizes, LEAST)


def find_cues(
    text: str, paragraph: Paragraph, marked: Marked, language: Language
) -> tuple[CueHit, ...]:
    """The cues of a paragraph in order of their first word.

    A listed verb behind a subject that can speak need not be as sure as any other word.
    """
    labels = [
        (i, label, sure)
        for i, (label, sure) in marked.items()
        if (sure >= FLOOR or _is_plain(text, paragraph, i, label, sure, language))
        and not _is_object(paragraph, i, label, marked, language)
    ]
    return read_labels(paragraph, labels)


def _is_object(
    paragraph: Paragraph, i: int, label: str, marked: Marked, language: Language
) -> bool:
    """Whether a word behind a plain word of saying is none of report: 称|指控“纯属捏造”, said|:."""
    if label != INSIDE or i == 0:
        return False
    if paragraph.forms[i] in language.marks.ends:
        return True
    noun = paragraph.tags[i].startswith(language.tags.nominals)
    if SAYS not in paragraph.senses[i - 1]:
        return noun and _stands_apart(paragraph, i, marked)
    return noun or paragraph.forms[i] in language.accounts


def _stands_apart(paragraph: Paragraph, i: int, marked: Marked) -> bool:
    """Whether words that are none of report lie between a word and its verb: told … a|statement."""
    before = next((at for at in range(i - 1, -1, -1) if at in marked and marked[at][1] >= FLOOR), i)
    return before < i - 1 and SAYS in paragraph.senses[before]


def _is_plain(
    text: str, paragraph: Paragraph, i: int, label: str, sure: float, language: Language
) -> bool:
    """Whether a word is a listed verb of report with a subject right before it: 校长|重申.

    It must be as sure as the language asks.
    """
    if label != BEGIN or not paragraph.senses[i] or paragraph.tags[i] not in language.tags.verbs:
        return False
    after = paragraph.forms[i + 1] if i + 1 < len(paragraph) else ""
    if sure < language.plain_floor or (after and _helps(paragraph.forms[i], after, language)):
        return False
    if paragraph.forms[i] in language.addressing and after in language.about - language.spelling:
        return False  # who was told of something, and says nothing: officials briefed|on the talks
    if i and paragraph.tags[i - 1] == NAME_TAG:
        return True
    subject = guess_source(text, paragraph, (i,), frozenset(), 0, language)
    if subject is None or subject[1] != i:
        return False
    start, end = paragraph.starts[subject[0]], paragraph.ends[subject[1] - 1]
    return language.parse(text[start:end]).kind != "pronoun"


def _helps(form: str, after: str, language: Language) -> bool:
    """Whether a word only makes the one behind it passive: is|accused."""
    return language.passive(form, after) and not language.passive("", after)


def add_citings(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues, and each citing word between a frame's ends: 据X引述Y的话报道.

    The tagger sees the frame and may pass over the word inside it.
    """
    taken = {i for hit in hits for i in hit.words}
    found = list(hits)
    for i, senses in enumerate(paragraph.senses):
        if not senses or i in taken or not language.citing & set(senses):
            continue
        if paragraph.forms[i][0] in language.tags.linkers:
            continue  # a part of 援引…的话
        if any(hit.frame and hit.words[0] < i < hit.words[-1] for hit in hits):
            found.append(CueHit((i,), FLOOR))
    return tuple(sorted(found, key=lambda hit: hit.words))


def mend_frames(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues, where a citing word took the end of the frame around it: 据|甲报援引乙报|报道."""
    found = list(hits)
    for lone, frame in pairwise(hits):
        opens = len(lone.words) == 1 and "frame" in paragraph.senses[lone.words[0]]
        cites = frame.frame and {*paragraph.senses[frame.words[0]]} & language.citing
        near = paragraph.clause[lone.words[0]] == paragraph.clause[frame.words[0]]
        if opens and cites and near:
            found.remove(lone)
            found.remove(frame)
            found.append(lone._replace(words=(*lone.words, frame.words[-1])))
            found.append(frame._replace(words=frame.words[:1]))
    return tuple(sorted(found, key=lambda hit: hit.words))


def citing_in(
    paragraph: Paragraph, source: Span | None, taken: set[int], language: Language
) -> list[CueHit]:
    """The citing word that a source holds, with the one who cites before it: 甲台转述乙台|称."""
    if source is None:
        return []
    words = range(paragraph.word_at(source.start) + 1, paragraph.word_at(source.end - 1))
    return [
        CueHit((i,), FLOOR)
        for i in words
        if i not in taken
        and {*paragraph.senses[i]} == language.citing
        and paragraph.tags[i] in language.tags.verbs
        and paragraph.forms[i + 1] not in language.tags.linkers
    ][:1]


def join_positions(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues, and each verb of report with the position that the next clause spells out.

    重申了他的立场，即…: the whole phrase is one cue, whether the tagger saw the verb or not.
    """
    found = list(hits)
    for last, spelling in enumerate(paragraph.forms[2:]):
        if spelling not in language.explaining:
            continue
        if language.accounts.get(paragraph.forms[last]) != "say":
            continue
        if paragraph.forms[last + 1] not in language.marks.pauses:
            continue
        first = _verb_of(paragraph, last, language)
        if first is not None:
            within = [hit for hit in found if first <= hit.words[0] <= last]
            sure = max((hit.sure for hit in within), default=FLOOR)
            found = [hit for hit in found if hit not in within]
            found.append(CueHit(tuple(range(first, last + 1)), sure))
    return tuple(sorted(found, key=lambda hit: hit.words))


def mend_objects(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues, with the verb of dispute in place of an account that is its object.

    镇长|反驳|渔会的|说法，称…: the account alone reports nothing, the verb before it does.
    """
    found, taken = list(hits), {i for hit in hits for i in hit.words}
    for noun, form in enumerate(paragraph.forms):
        if form not in language.accounts or not _ends_clause(paragraph, noun):
            continue
        verb = _denial_of(paragraph, noun, language)
        if verb is None:
            if _is_taken_up(paragraph, noun, taken):
                found = [hit for hit in found if hit.words != (noun,)]
            continue
        found = [hit for hit in found if hit.words != (noun,)]
        if verb not in taken:
            taken.add(verb)
            found.append(CueHit((verb,), FLOOR))
    return tuple(sorted(found, key=lambda hit: hit.words))


def _is_taken_up(paragraph: Paragraph, noun: int, taken: set[int]) -> bool:
    """Whether a cue before an account has it as its object and one after it goes on.

    工会附和船厂的|说法|，称…: what follows is the union's.
    """
    on = noun + 2 in taken and paragraph.clause[noun + 1] == paragraph.clause[noun]
    return on and any(i in taken for i in range(paragraph.clause_head(noun), noun))


def _ends_clause(paragraph: Paragraph, i: int) -> bool:
    after = i + 1
    return (
        after == len(paragraph)
        or paragraph.clause[after] != paragraph.clause[i]
        or (not paragraph.forms[after].isalnum())
    )


def _denial_of(paragraph: Paragraph, noun: int, language: Language) -> int | None:
    """The verb of dispute of whose clause a noun is the object."""
    return _back_to(paragraph, noun, lambda i: bool({*paragraph.senses[i]} & language.denying))


def _verb_of(paragraph: Paragraph, noun: int, language: Language) -> int | None:
    """The verb of report of whose clause a noun is the object."""
    verbs = language.tags.verbs
    return _back_to(
        paragraph, noun, lambda i: bool(paragraph.senses[i]) and paragraph.tags[i] in verbs
    )


def read_labels(paragraph: Paragraph, labels: list[tuple[int, str, float]]) -> tuple[CueHit, ...]:
    """Labels to cues: runs of B and I, and each closer of a frame with the nearest opener."""
    hits: list[CueHit] = []
    open_frames: list[tuple[int, float]] = []
    begun = -1  # the word after the run of B and I that may go on
    for i, label, sure in labels:
        runs = i == begun
        begun = i + 1 if label in (BEGIN, INSIDE) else -1
        if label == INSIDE and runs:
            hits[-1] = CueHit((*hits[-1].words, i), hits[-1].sure)
        elif label in (BEGIN, INSIDE):
            hits.append(CueHit((i,), sure))
        elif label == OPENER:
            open_frames.append((i, sure))
        elif label == CLOSER:
            hits.append(_close_frame(paragraph, open_frames, i, sure))
        elif label == ALONE:
            hits.append(CueHit((i,), sure, alone=True))
    hits += [CueHit((i,), sure) for i, sure in open_frames]
    return tuple(sorted(hits, key=lambda hit: hit.words))


def _close_frame(
    paragraph: Paragraph, open_frames: list[tuple[int, float]], i: int, sure: float
) -> CueHit:
    """A closer with the opener before it in its sentence; alone it is a cue of its own."""
    if open_frames and paragraph.sentence[open_frames[-1][0]] == paragraph.sentence[i]:
        first, also = open_frames.pop()
        return CueHit((first, i), min(sure, also))
    return CueHit((i,), sure)
