"""Whether something has been said at all, and not only may be, is asked for or denied."""

from __future__ import annotations

from collections.abc import Sequence

from claims.lang.words import Word
from claims.model import Attribution
from claims.relate.article import Article

LOOK = 40  # words before the words of report that may tell so
ASKED = frozenset({"obligation", "wish"})  # how what one is asked to say is meant


def is_real(article: Article, one: Attribution) -> bool:
    """Whether an attribution tells of words that were said, as far as those before it tell.

    >>> from claims.relate.article import article_of
    >>> told = article_of("港务局否认此事。渔会将否认此事。如果厂方否认此事，桥会关闭。")
    >>> [is_real(told, one) for one in told.attributions]
    [True, False, False]
    """
    if one.cue is None:
        return True
    before = _sentence_before(article, one.cue.start)
    if _is_to_come(article, _predicate(article, one, before)) or _is_condition(
        article, before, one.cue.end
    ):
        return False
    if _is_asked(article, one):
        return False
    around = [article.by_id[id] for id in article.around(one)]
    return not any(_asks(article, outer) or denies_saying(article, outer) for outer in around)


def denies_saying(article: Article, one: Attribution) -> bool:
    """Whether one denies to have said something: 否认自己说过, 否认曾经批评."""
    inner = article.inside.get(one.id, ())
    if article.denies_words(one):
        return True
    return article.denies(one) and any(_is_saying(one, other) for other in inner)


def _is_saying(outer: Attribution, inner: Attribution) -> bool:
    """Whether a content is no more than that its speaker says what another one holds."""
    if inner.speaker != outer.speaker or inner.cue is None or not outer.content:
        return False
    ends = {span.end for span in (*inner.content, inner.cue)}
    return inner.source is None or max(ends) >= outer.content[-1].end


def _sentence_before(article: Article, place: int) -> Sequence[Word]:
    """The words of a sentence before a place in it."""
    words, stops = article.wording.before(place, LOOK), article.language.marks.stops
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].form in stops), -1)
    return words[last + 1 :]


def _predicate(article: Article, one: Attribution, before: Sequence[Word]) -> Sequence[Word]:
    """The words between the source, or the beginning of the clause, and the words of report."""
    ends = article.language.marks.ends
    begun = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].form in ends), 0)
    source = one.source.end if one.source else 0
    return [word for word in before[begun:] if word.start >= source]


def _is_to_come(article: Article, words: Sequence[Word]) -> bool:
    """将|否认, 是否会|否认, 停止|否认, 将|在周五|否认; not 将|说法|斥为谣言, 未|停止|否认."""
    language, near = article.language, True
    for at in range(len(words) - 1, -1, -1):
        word, after = words[at], words[at + 1 : at + 2]
        denied = at > 0 and words[at - 1].form in language.deniers
        object_follows = any(one.tag.startswith(language.tags.nominals) for one in after)
        if word.form in language.unreal and (near or word.form in language.coming):
            return not denied and not object_follows
        near = near and (word.tag in language.tags.adverbs or word.form in language.particles)
    return False


def _is_condition(article: Article, before: Sequence[Word], end: int) -> bool:
    """如果厂方|否认此事: a clause on which another hangs."""
    if not before:
        return False
    words = article.wording.words_in(before[0].start, end)
    last = article.language.clauses(words)[-1:]
    return any(clause.conditional and clause.main == clause.start for clause in last)


def _is_asked(article: Article, one: Attribution) -> bool:
    """要求|厂方|否认: the word before the source asks it to speak."""
    if one.source is None or one.cue is None or one.source.end > one.cue.start:
        return False
    before = _sentence_before(article, one.source.start)[-1:]
    return any(_demands(article, word.form) for word in before)


def _asks(article: Article, around: Attribution) -> bool:
    """Whether an attribution holds what someone is asked to say."""
    cue = article.language.fold(around.cue.text) if around.cue else ""
    return _demands(article, cue)


def _demands(article: Article, form: str) -> bool:
    return bool(form) and article.language.modality((), form).certainty in ASKED
