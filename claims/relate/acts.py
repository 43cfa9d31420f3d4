"""Acts of dispute: who denies, rejects, corrects or calls untrue, in which words, against what."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from claims.lang.base import Language
from claims.lang.listing import Listed
from claims.lang.words import Word
from claims.model import Attribution, Span
from claims.relate.article import Article
from claims.relate.owners import find_hanging, find_owners
from claims.relate.reality import is_real

FIRM = frozenset({"deny", "reject", "correct"})  # acts that may be aimed at a plain clause
BARE = frozenset({"deny", "reject"})  # acts that need no object: 予以否认
NEAR_END = 2  # words of a phrase among which its head noun stands
FEW = 4  # words of a phrase that does no more than point: 这一说法, 所有指控
EITHER = 6  # characters before a denial in which 证实或 stands
OPENING = 3  # words before a predicate that need not name whose account is untrue: 这是谎言


class Act(NamedTuple):
    """An act of dispute or confirmation.

    `target` is the phrase of the answered account or the clause that is denied; None where the
    act has no object, or where what follows is the speaker's own account (反驳说, …). `account` is
    the sense of the account's noun (say, accuse, report, …), empty where there is none. `points`
    where the act only points back. `matter` are the words by which what is answered is known.
    """

    attribution: Attribution
    kind: str
    cue: Span
    target: Span | None
    account: str
    points: bool
    matter: tuple[Span, ...]

    @property
    def denies_clause(self) -> bool:
        """Whether words of report deny the clause that they hold, and no account of another."""
        denies = self.kind in BARE and self.cue == self.attribution.cue
        return denies and self.target is not None and not (self.account or self.points)


def find_confirmations(article: Article) -> Iterator[Act]:
    """The acts that confirm what another has said: 证实了这一说法, 确认会谈已经破裂."""
    for one in article.attributions:
        if one.cue is None or one.speaker is None or not one.content or one.negated:
            continue
        if "confirm" in article.senses_of(one):
            account, points = _read_target(article, one.content[0])
            yield Act(one, "confirm", one.cue, one.content[0], account, points, one.content[:1])


def find_acts(article: Article) -> Iterator[Act]:
    """The acts of dispute of an article, in the order of its attributions."""
    for one in article.attributions:
        act = _in_cue(article, one) or _left_out(article, one)
        if act is not None:
            yield act
        act = next(_in_content(article, one), None)
        if act is not None:
            yield act


# ---------------------------------------------------------------- in the words of report
def _in_cue(article: Article, one: Attribution) -> Act | None:
    """The act that the words of report are: 否认, 驳斥, 提出异议."""
    if one.cue is None or one.speaker is None:
        return None
    words = article.wording.words_in(one.cue.start, one.cue.end)
    hit = next(article.language.stances.find(words), None)
    if hit is None or _is_none(article, one, words, hit):
        return None
    if not is_real(article, one):
        return None
    target = one.content[0] if one.content else None
    if target is None and hit.value not in BARE:
        return None
    account, points = _read_target(article, target)
    plain = target is not None and not (account or points)
    if plain and hit.value in FIRM and _is_own(article, words, hit):
        return Act(one, hit.value, one.cue, None, "", hit.value != "correct", one.content)
    firm = hit.value in FIRM and hit.form not in article.language.needing
    firm = firm and not (plain and hit.value == "reject" and _is_thing(article, target))
    if firm or account or points:
        return Act(one, hit.value, one.cue, target, account, points, one.content[:1])
    return None


def _is_thing(article: Article, target: Span | None) -> bool:
    """Whether what is rejected is no clause, in a language that tells one by its verb: the bid."""
    language = article.language
    words = article.wording.words_of((target,) if target else ())
    clausal = any(
        word.tag in language.tags.verbs for word in words[: find_hanging(language, words)]
    )
    return language.finite and not clausal


def _left_out(article: Article, one: Attribution) -> Act | None:
    """The denial of a content that holds a pronoun and a negation alone: insisted|it had not."""
    if one.cue is None or one.speaker is None or len(one.content) != 1:
        return None
    language = article.language
    words = [word for word in article.wording.words_of(one.content) if word.form.isalnum()]
    short = 1 < len(words) <= FEW and words[0].form in article.others
    bare = short and all(w.form in language.bare | language.deniers for w in words[1:])
    whole = article.wording.words_of(one.content)
    if not bare or not language.modality(whole, "").negated or not is_real(article, one):
        return None
    return Act(one, "deny", one.cue, None, "", True, ())


def _is_none(article: Article, one: Attribution, words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether someone is said not to deny (没有|否认), or says nothing (拒绝|透露, 证实或|否认)."""
    language = article.language
    before = article.wording.folded[
        max(0, words[hit.first].start - EITHER) : words[hit.first].start
    ]
    after = "".join(word.form for word in words[hit.last :])
    if _follows_confirming(language, before) or after.startswith(tuple(language.either)):
        return True
    if one.negated and not any(hit.form.startswith(word) for word in language.deniers):
        return True
    behind = [word.form for word in words[hit.last :]]
    content = article.wording.words_of(one.content[:1]) if hit.value == "reject" else ()
    leading = takewhile(lambda word: word.tag in language.tags.prepositions, content)
    behind += [word.form for word in content[: len(list(leading)) + 1]]  # declined|to comment
    return any(form in language.withheld for form in behind)


def _follows_confirming(language: Language, before: str) -> bool:
    """Whether a text ends in a word for confirming that another is coupled with: 证实|或."""
    senses = language.lexicon.senses
    stems = (before.removesuffix(word) for word in language.either if before.endswith(word))
    return any("confirm" in senses.get(stem[at:], ()) for stem in stems for at in range(len(stem)))


def _is_own(article: Article, words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether a clause behind the words of dispute is what their speaker holds: 反驳|说, 澄清."""
    senses = article.language.lexicon.senses.get(words[-1].form, ())
    says = words[-1] is not words[hit.first] and "say" in senses
    return says or hit.form in article.language.holding


def _read_target(article: Article, target: Span | None) -> tuple[str, bool]:
    """The sense of the account that a phrase ends with, and whether it only points back."""
    if target is None:
        return "", True
    words = [w for w in article.wording.words_in(target.start, target.end) if w.form.isalnum()]
    accounts = article.language.accounts
    head = words[: find_hanging(article.language, words)]
    noun = next((w.form for w in reversed(head[-NEAR_END:]) if w.form in accounts), "")
    back = bool(words) and words[0].form in article.others and bool(noun)
    return accounts.get(noun, ""), len(words) <= FEW and (back or _points(article, words))


# ---------------------------------------------------------------- in what is said
def _in_content(article: Article, one: Attribution) -> Iterator[Act]:
    """Clauses that call an account untrue: 有关报道完全错误."""
    if one.speaker is None:
        return
    wording = article.wording
    inner = [span for other in article.inside.get(one.id, ()) for span in other.content]
    for piece in one.content:
        told = wording.words_in(piece.start, piece.end)
        if next(article.language.stances.find(told), None) is None:
            continue  # most pieces have no word of dispute in any clause
        for clause in article.language.clauses(told):
            if clause.conditional and clause.main > clause.start:
                continue
            words = wording.words_in(clause.start, clause.end)
            for hit in article.language.stances.find(words):
                place = words[hit.first].start
                outside = not any(span.start <= place < span.end for span in inner)
                if outside and is_real(article, one):
                    yield from _read_clause(article, one, words, hit)
                    yield from _read_own(article, one, words, hit)


def _read_clause(
    article: Article, one: Attribution, words: Sequence[Word], hit: Listed[str]
) -> Iterator[Act]:
    """The act of a clause with a word of untruth: by the account, the source or what it points to.

    有关报道|完全错误, 匿名人士|散布谣言, 这是|谎言.
    """
    before = words[: hit.first]
    if hit.form not in article.language.untrue or _is_part(article, words, hit):
        return
    if article.language.modality(before, "").negated:
        return
    cue = article.wording.span_of(words[hit.first : hit.last])
    lies = hit.value == "attack_source" and hit.form not in article.language.spreading
    subject, account = _find_subject(article, before, lies)
    if subject:
        points = bool(account) and len(subject) <= FEW and _points(article, subject)
        target = article.wording.span_of(subject)
        yield Act(one, hit.value, cue, target, account, points, (target,))
        return
    pointing = len(before) <= 2 * FEW and _points(article, words)
    if pointing or (len(before) <= OPENING and hit.value != "attack_source"):
        before = _without_verb(article, before)
        target_span = article.wording.span_of(before) if before else None
        matter = (target_span,) if target_span else ()
        yield Act(one, hit.value, cue, target_span, "", True, matter)


def _without_verb(article: Article, words: Sequence[Word]) -> Sequence[Word]:
    """What a clause calls untrue, without the verb and adverbs behind it: that|is completely."""
    language, last = article.language, len(words)
    while last > 1 and (
        words[last - 1].tag in language.tags.adverbs or words[last - 1].form in language.linking
    ):
        last -= 1
    return words[:last]


def _read_own(
    article: Article, one: Attribution, words: Sequence[Word], hit: Listed[str]
) -> Iterator[Act]:
    """The act that someone does by saying so: I deny|the accusation."""
    language = article.language
    before = [word for word in words[: hit.first] if word.tag not in language.tags.adverbs]
    told = article.pronouns.get(before[-1].form) if before else None
    if hit.value not in BARE or told is None or told.person != 1 or hit.form in language.untrue:
        return
    cue = article.wording.span_of(words[hit.first : hit.last])
    rest = words[hit.last :]
    target = article.wording.span_of(rest) if rest else None
    account, points = _read_target(article, target)
    if not rest or account or points:
        yield Act(one, hit.value, cue, target, account, points, (target,) if target else ())


def _find_subject(
    article: Article, before: Sequence[Word], lies: bool
) -> tuple[Sequence[Word], str]:
    """What a clause says is untrue: an account, an unnamed source, or a speaker who `lies`."""
    account = _last_of(before, article.language.accounts)
    if account:
        return account, article.language.accounts[account[-1].form]
    kinds = article.language.lexicon.kinds
    unnamed = _last_of(before, {w.form for w in before if "unnamed" in kinds.get(w.form, ())})
    if unnamed:
        return unnamed, ""
    return (before, "") if lies and find_owners(article, before, article.speakers) else ((), "")


def _last_of(words: Sequence[Word], forms: Container[str]) -> Sequence[Word]:
    """The words up to the last one that is among some forms; none where there is none."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].form in forms), -1)
    return words[: at + 1]


def _points(article: Article, words: Sequence[Word]) -> bool:
    return bool(words) and words[0].form in article.language.pointing


def _is_part(article: Article, words: Sequence[Word], hit: Listed[str]) -> bool:
    """Whether a word of untruth is no predicate: 虚假|信息 describes, 造成|误解 is an object."""
    if hit.value == "attack_source":
        return False
    language = article.language
    plain = language.accounts.keys() | language.linking
    taken = any(
        word.tag in language.tags.verbs and len(word.form) > 1 and word.form not in plain
        for word in words[max(0, hit.first - 1) : hit.first]
    )
    behind = words[hit.last : hit.last + 1]
    verb = any(word.tag in language.tags.verbs for word in words[hit.last + 1 : hit.last + 2])
    judges = verb and any(word.form in language.towards for word in behind)  # wrong|to comment
    return taken or judges or any(word.tag.startswith("n") for word in behind)
