"""Accounts that words of dispute answer and that are spelled out there, and whose they are.

"The town disputed the army's claim that X" reports twice: the town disputes a claim, and inside
that the army claims X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.find.cues import NEAR, CueHit
from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.find.phrases import Words, span_of
from claims.lang.base import Language
from claims.model.text import Span

PARTICLE = "u"  # the part of speech of articles, and of what tells whose something is


def tell_accounts(
    paragraph: Paragraph, hits: tuple[CueHit, ...], language: Language
) -> tuple[CueHit, ...]:
    """The cues, and each account that a word of dispute answers and that is spelled out there.

    disputed|the army's claim|that …: the verb and the noun are a cue each, the second inside what
    the first answers, though the tagger may have seen one, or the first alone.
    """
    if not language.spelling:
        return hits
    found: list[CueHit] = []
    for hit in hits:
        nouns = (n for n, i in enumerate(hit.words) if n and _is_account(paragraph, i, language))
        at = next(nouns, 0)
        parted = at and not hit.frame and language.denying & {*paragraph.senses[hit.words[0]]}
        pieces = (hit.words[:at], hit.words[at:]) if parted else (hit.words,)
        found += (hit._replace(words=words) for words in pieces)
    taken = {i for hit in found for i in hit.words}
    for hit in list(found):
        noun = _answered(paragraph, hit, language)
        if noun is not None and noun not in taken:
            spelled = paragraph.forms[noun + 1] in language.spelling
            found.append(CueHit((noun, noun + 1) if spelled else (noun,), hit.sure))
    return tuple(sorted(found, key=lambda hit: hit.words))


def _is_account(paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word is the noun of an account that is spelled out behind it: claim|that."""
    if paragraph.forms[i] not in language.accounts or i + 2 >= len(paragraph):
        return False
    after = paragraph.forms[i + 1]
    subject = "pronoun" in paragraph.kinds[i + 1] and paragraph.tags[i + 1] != PARTICLE
    verb = paragraph.tags[i + 2] in language.tags.verbs
    return after in language.spelling or (subject and verb)


def _answered(paragraph: Paragraph, hit: CueHit, language: Language) -> int | None:
    """The noun of the account that words of dispute answer, in their clause."""
    if hit.alone or hit.frame or not language.denying & {*paragraph.senses[hit.words[0]]}:
        return None
    last = hit.words[-1]
    near = range(last + 1, min(last + 1 + NEAR, len(paragraph)))
    same = (i for i in near if paragraph.clause[i] == paragraph.clause[last])
    return next((i for i in same if _is_account(paragraph, i, language)), None)


def own_accounts(
    text: str, paragraph: Paragraph, findings: Sequence[Finding], language: Language
) -> list[Finding]:
    """The findings, each answered account with the source that is told with it, or with none.

    Who disputes claims that X is not the one who claims it: the army's claim, her claim, claims by
    the army have one who does, the claim has none.
    """
    denials = [f for f in findings if f.sense in language.denying and f.content]
    owned = [_owned(text, paragraph, finding, denials, language) for finding in findings]
    return [_whole(text, paragraph, finding, owned, language) for finding in owned]


def _whole(
    text: str,
    paragraph: Paragraph,
    denial: Finding,
    findings: Sequence[Finding],
    language: Language,
) -> Finding:
    """A denial with all of the account that it answers: denied|allegations he was …."""
    if denial.sense not in language.denying or not denial.content:
        return denial
    last = denial.content[-1]
    for finding in findings:
        cue = finding.cue
        if finding is denial or cue is None or not last.holds(cue) or not finding.content:
            continue
        account = paragraph.forms[paragraph.word_at(cue.start)] in language.accounts
        end = finding.content[-1].end
        if account and end > last.end and finding.content[0].start <= last.end:
            return replace(denial, content=(*denial.content[:-1], Span.of(text, last.start, end)))
    return denial


def _owned(
    text: str,
    paragraph: Paragraph,
    finding: Finding,
    denials: Sequence[Finding],
    language: Language,
) -> Finding:
    cue = finding.cue
    if cue is None or paragraph.forms[paragraph.word_at(cue.start)] not in language.accounts:
        return finding
    around = (span for denial in denials if denial is not finding for span in denial.content)
    answered = next((span for span in around if span.holds(cue)), None)
    if answered is None or (finding.source is not None and answered.holds(finding.source)):
        return finding
    words = _owner(paragraph, paragraph.word_at(answered.start), cue, language)
    source = span_of(text, paragraph, words) if words else None
    told = f"{source.text!r} stands as its source" if source else "whose account it is is not told"
    return replace(
        finding,
        source=source,
        passive=source is None,
        subjects=(),
        steps=(*finding.steps[:1], told),
    )


def _owner(paragraph: Paragraph, low: int, cue: Span, language: Language) -> Words | None:
    """The words from one on that stand for an account's owner, before its noun: the army|'s."""
    tags = language.tags
    parts = tags.adjectives | tags.numerals | {PARTICLE}
    noun = paragraph.word_at(cue.start)
    for i in range(noun - 1, low - 1, -1):
        if paragraph.tags[i] in tags.verbs or paragraph.clause[i] != paragraph.clause[noun]:
            return None
        if paragraph.tags[i] == PARTICLE and "pronoun" in paragraph.kinds[i]:
            return i, i + 1
        if paragraph.forms[i] in language.genitives:
            first = i
            while first > low and (
                paragraph.tags[first - 1] in parts
                or paragraph.tags[first - 1].startswith(tags.nominals)
            ):
                first -= 1
            return (first, i) if first < i else None
    return None
