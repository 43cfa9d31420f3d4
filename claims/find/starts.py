"""Where a content begins behind its words of report, and how far it must go at least.

Told the council on Friday|that the bridge …; told the council|the bridge is closed: the one
addressed, and when and where it was said, are no part of what was said. Only in a language in which
what is said may follow them without a mark.
"""

from __future__ import annotations

from claims.find.completing import Saying
from claims.find.cues import SAYS
from claims.find.phrases import SPEAKERS
from claims.find.sources import is_occasion
from claims.model.text import Span

LONGEST_LEAD = 14  # words between words of report and the conjunction that opens what is said
LEADS = frozenset({"v", "a", "p"})
CLAUSAL = frozenset(
    {SAYS, "feel", "warn", "argue", "report", "believe", "think", "answer", "confirm", "reveal"}
)


def mend_start(saying: Saying, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content of words of report without what stands before it, and with its verb.

    As it was where it stands before its cue, or is quoted.
    """
    paragraph, language = saying.paragraph, saying.language
    if not language.spelling or len(content) != 1:
        return content
    first = paragraph.word_at(content[0].start)
    if content[0].start < paragraph.ends[saying.cue[-1]] or _is_quoted(saying, first):
        return content
    begin = _behind_conjunction(saying, first) or _behind_addressee(saying, first)
    if begin is not None and paragraph.starts[begin] < content[0].end:
        first = begin
    end = max(content[0].end, _end_of_clause(saying, first, content[0].end))
    return (Span.of(saying.text, paragraph.starts[first], end),)


def _is_quoted(saying: Saying, first: int) -> bool:
    quote = saying.paragraph.quote
    return quote[first] != quote[saying.cue[-1]]


def _behind_conjunction(saying: Saying, first: int) -> int | None:
    """The word behind a conjunction that a content was begun before: on Friday that|the bridge."""
    paragraph, language = saying.paragraph, saying.language
    last = min(saying.end, first + LONGEST_LEAD)
    for i in range(first, last - 1):
        if paragraph.tags[i] in language.tags.verbs or paragraph.forms[i] in language.marks.ends:
            return None
        if paragraph.forms[i] in language.spelling and i > first:
            opens = {paragraph.tags[first], paragraph.tags[saying.cue[-1]]}
            lead = bool(opens & language.tags.prepositions) or _addresses(saying)
            account = paragraph.forms[i - 1] in language.accounts  # hit back at|claims that
            verb = paragraph.tags[i + 1] in language.tags.verbs
            return i + 1 if lead and not (verb or account) else None
    return None


def _addresses(saying: Saying) -> bool:
    return any(saying.paragraph.forms[i] in saying.language.addressing for i in saying.cue)


def _behind_addressee(saying: Saying, first: int) -> int | None:
    """The subject right behind the one addressed: told the BBC|the results were wrong."""
    paragraph, language = saying.paragraph, saying.language
    begin = saying.cue[-1] + 1
    if not _addresses(saying) or SAYS not in paragraph.senses[saying.cue[-1]]:
        return None
    last = _end_of_noun(saying, begin)
    if last is None or not begin <= first < last or last + 1 >= saying.end:
        return None
    told = saying.text[paragraph.starts[begin] : paragraph.ends[last - 1]]
    opens = paragraph.forms[last] in language.articles or "pronoun" in paragraph.kinds[last]
    named = paragraph.tags[last].startswith(language.tags.nominals) or opens
    verbs = (paragraph.tags[i] in language.tags.verbs for i in range(last + 1, saying.end))
    speaks = language.parse(told).kind in (*SPEAKERS, "other")
    return last if named and speaks and any(verbs) else None


def _end_of_noun(saying: Saying, begin: int) -> int | None:
    """The word behind the noun phrase that begins with a word: an article, adjectives, a noun."""
    paragraph, tags = saying.paragraph, saying.language.tags
    i = begin
    if i < saying.end and "pronoun" in paragraph.kinds[i]:
        return i + 1
    opened = i < saying.end and paragraph.forms[i] in saying.language.articles
    i += opened
    while i < saying.end and paragraph.tags[i] in tags.adjectives:
        i += 1
    nouns = i
    while i < saying.end and paragraph.tags[i].startswith(tags.nominals[0]):
        i += 1
        if paragraph.tags[i - 1] != tags.nominals[0]:
            break  # a name is one word
    return i if i > nouns else None


def _to_the_pause(saying: Saying, last: int, end: int) -> int:
    """Where a content ends that breaks off within its clause: took back what|had been given."""
    paragraph, language = saying.paragraph, saying.language
    clause, behind = paragraph.clause[last - 1], last
    while behind < saying.end and paragraph.clause[behind] == clause:
        if behind in saying.others or paragraph.quote[behind] != paragraph.quote[last - 1]:
            return end
        if is_occasion(paragraph, behind, language):
            return end
        behind += 1
    while behind > last and paragraph.forms[behind - 1] in language.marks.ends:
        behind -= 1
    if behind == last or paragraph.tags[last] not in LEADS:
        return end
    return paragraph.ends[behind - 1]


def _end_of_clause(saying: Saying, first: int, end: int) -> int:
    """Where a content ends that stops before its verb: confirmed|a man|had been questioned."""
    paragraph, language = saying.paragraph, saying.language
    if not CLAUSAL & {*paragraph.senses[saying.cue[-1]]}:
        return end
    verbs = language.tags.verbs
    last = paragraph.word_at(end - 1) + 1
    if any(paragraph.tags[i] in verbs for i in range(first, last)):
        return _to_the_pause(saying, last, end)
    if last >= saying.end or paragraph.tags[last] not in verbs or last in saying.others:
        return end
    clause = paragraph.clause[last]
    while last < saying.end and paragraph.clause[last] == clause:
        last += 1
    while paragraph.forms[last - 1] in language.marks.ends:
        last -= 1
    return paragraph.ends[last - 1]
