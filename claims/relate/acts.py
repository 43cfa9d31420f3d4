"""Acts of dispute: who denies, rejects, corrects or calls untrue, in which words, against what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.lang.base import Word
from claims.lang.listing import Listed
from claims.model import Attribution, Span
from claims.relate.article import Article

FIRM = frozenset({"deny", "reject", "correct"})  # acts that may be aimed at a plain clause
NEAR_END = 2  # words of a phrase among which its head noun stands
FEW = 4  # words of a phrase that does no more than point: 这一说法, 所有指控
OPENING = 3  # words before a predicate that need not name whose account is untrue: 这是谎言


class Act(NamedTuple):
    """An act of dispute.

    `target` is the phrase of the disputed account or the clause that is denied; None where the
    act has no object. `account` is the sense of the account's noun (say, accuse, report, …),
    empty where there is none. `points` where the phrase only points back.
    """

    attribution: Attribution
    kind: str
    cue: Span
    target: Span | None
    account: str
    points: bool


def find_confirmations(article: Article) -> Iterator[Act]:
    """The acts that confirm what another has said: 证实了这一说法, 确认会谈已经破裂."""
    for one in article.attributions:
        told = one.cue is not None and one.content and one.speaker and not one.negated
        if one.cue is not None and told and "confirm" in article.senses_of(one):
            account, points = _read_target(article, one.content[0])
            yield Act(one, "confirm", one.cue, one.content[0], account, points)


def find_acts(article: Article) -> Iterator[Act]:
    """The acts of dispute of an article, in the order of its attributions."""
    for one in article.attributions:
        act = _in_cue(article, one)
        if act is not None:
            yield act
        yield from _in_content(article, one)


# ---------------------------------------------------------------- in the words of report
def _in_cue(article: Article, one: Attribution) -> Act | None:
    """The act that the words of report are: 否认, 驳斥, 提出异议."""
    if one.cue is None or one.speaker is None:
        return None
    words = article.words_in(one.cue.start, one.cue.end)
    hit = next(article.language.stances.find(words), None)
    if hit is None or _withholds(article, one, words, hit):
        return None
    target = one.content[0] if one.content else None
    if target is None and hit.value != "deny" and hit.value != "reject":
        return None
    account, points = _read_target(article, target)
    if hit.value in FIRM or account or points:
        return Act(one, hit.value, one.cue, target, account, points)
    return None


def _withholds(article: Article, one: Attribution, words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether someone only says nothing (拒绝透露), or is said not to deny (没有否认)."""
    if one.negated and hit.first > 0:
        return True
    after = [word.form for word in words[hit.last :]]
    content = article.words_of(one.content)
    after += [word.form for word in content[:1]] if hit.value == "reject" else []
    return any(form in article.language.withheld for form in after)


def _read_target(article: Article, target: Span | None) -> tuple[str, bool]:
    """The sense of the account that a phrase ends with, and whether it only points back."""
    if target is None:
        return "", True
    words = [w for w in article.words_in(target.start, target.end) if w.form.isalnum()]
    accounts = article.language.accounts
    noun = next((w.form for w in reversed(words[-NEAR_END:]) if w.form in accounts), "")
    pointing = bool(words) and words[0].form in article.language.pointing
    return accounts.get(noun, ""), pointing and len(words) <= FEW


# ---------------------------------------------------------------- in what is said
def _in_content(article: Article, one: Attribution) -> Iterator[Act]:
    """Clauses that call an account untrue: 有关报道完全错误; one act for each attribution."""
    if one.speaker is None:
        return
    inner = [span for k in article.inside.get(one.id, ()) for span in k.content]
    for clause in article.language.clauses(article.words_of(one.content)):
        words = article.words_in(clause.start, clause.end)
        for hit in article.language.stances.find(words):
            if any(s.start <= words[hit.first].start < s.end for s in inner):
                continue
            act = _read_clause(article, one, words, hit)
            if act is not None:
                yield act
                return


def _read_clause(
    article: Article, one: Attribution, words: Sequence[Word], hit: Listed[str]
) -> Act | None:
    """The act of a clause with a word of untruth: by the account, the source or what it points to.

    有关报道|完全错误, 匿名人士|散布谣言, 这是|谎言.
    """
    if hit.form not in article.language.untrue or _is_part(article, words, hit):
        return None
    cue = _span(article, words[hit.first], words[hit.last - 1])
    before = words[: hit.first]
    for subject, account in (_find_account(article, before), (_find_unnamed(article, before), "")):
        if subject:
            points = bool(account) and len(subject) <= FEW and _points(article, subject)
            target = _span(article, subject[0], subject[-1])
            return Act(one, hit.value, cue, target, account, points)
    pointing = len(before) <= 2 * FEW and _points(article, words)
    if pointing or (len(before) <= OPENING and hit.value != "attack_source"):
        subject_span = _span(article, before[0], before[-1]) if before else None
        return Act(one, hit.value, cue, subject_span, "", True)
    return None


def _find_account(article: Article, words: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """A phrase up to the last noun of account in it, and what kind of account that is."""
    accounts = article.language.accounts
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].form in accounts), None)
    return (words[: at + 1], accounts[words[at].form]) if at is not None else ((), "")


def _find_unnamed(article: Article, words: Sequence[Word]) -> Sequence[Word]:
    """A phrase up to the last noun of an unnamed source in it."""
    kinds = article.language.lexicon.kinds
    places = [i for i, word in enumerate(words) if "unnamed" in kinds.get(word.form, ())]
    return words[: places[-1] + 1] if places else ()


def _points(article: Article, words: Sequence[Word]) -> bool:
    return words[0].form in article.language.pointing


def _is_part(article: Article, words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether a word of untruth is no predicate: 虚假|包装 describes, 造成|误解 is an object."""
    if hit.value == "attack_source":
        return False
    accounts, verbs = article.language.accounts, article.language.tags.verbs
    taken = any(
        word.tag in verbs and len(word.form) > 1 and word.form not in accounts
        for word in words[max(0, hit.first - 1) : hit.first]
    )
    return taken or any(word.tag.startswith("n") for word in words[hit.last : hit.last + 1])


def _span(article: Article, first: Word, last: Word) -> Span:
    return Span.of(article.document.text, first.start, last.end)
