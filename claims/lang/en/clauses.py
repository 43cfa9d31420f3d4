"""English contents taken apart into clauses: where one begins, and what stays with it.

A comma, and, but or while part clauses only where both sides have a finite verb of their own: not
one of a relative clause, of a reason, a time or a condition, which stay with the clause they hang
on. Which verb is finite the words around it tell, as a part of speech alone does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.lang.base import Clause
from claims.lang.en.openings import (
    count_joining,
    entries,
    holds_condition,
    opens_condition,
    starts,
    unjoined,
)
from claims.lang.en.verbs import (
    ADVERB,
    ARTICLE,
    BEING,
    CONTRASTING,
    HAVING,
    HINGED,
    MODAL_FORMS,
    NAME,
    NOMINAL,
    NOUN,
    PRONOUN,
    QUOTES,
    RELATIVE,
    THAT,
    UNFINISHED,
    VERB,
    WRAPPING,
    Verb,
    find_verbs,
    inflections,
)  # fmt: skip
from claims.lang.packs import load_words
from claims.lang.words import Word

STOPS = frozenset(".!?;…")
ASKING = "?"
PAUSES = frozenset(",:")
DASHES = frozenset("—–-")


class _Piece(NamedTuple):
    """The words between two places at which a clause may end, and what stands before them.

    `parted` where that is a mark, `joint` where they open with and, but, while.
    """

    words: list[Word]
    core: list[Word]
    parted: bool
    joint: bool
    verbs: tuple[Verb, ...]

    @property
    def main(self) -> bool:
        """Whether they have a finite verb of their own."""
        return any(verb.opener < 0 for verb in self.verbs)


def split_clauses(words: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses of a content, by the words of its folded text.

    >>> from claims.lang.en.script import segment
    >>> text = "if the river rises, the town must evacuate, but the bridge is open and carries cars"
    >>> [text[c.start:c.end] for c in split_clauses(segment(text))]
    ['if the river rises, the town must evacuate', 'the bridge is open', 'carries cars']
    """
    found: list[Clause] = []
    for sentence, asked in _sentences(words):
        found += _group(sentence, asked)
    return tuple(found)


# ------------------------------------------------------------------ pieces
def _sentences(words: Sequence[Word]) -> Iterator[tuple[list[_Piece], bool]]:
    """The sentences as the pieces that marks and coordinators part, and whether they ask."""
    pieces: list[_Piece] = []
    run: list[Word] = []
    for word in words:
        mark = word.form
        if mark[0] in STOPS and not mark[-1].isalnum():
            yield [*pieces, *_pieces(run, bool(pieces))], mark == ASKING
            pieces, run = [], []
        elif mark in PAUSES or (mark[0] in DASHES and not mark[-1].isalnum()):
            pieces += _pieces(run, bool(pieces))
            run = []
        else:
            run.append(word)
    yield [*pieces, *_pieces(run, bool(pieces))], False


def _pieces(run: list[Word], parted: bool) -> Iterator[_Piece]:
    """A run of words between marks, parted before each and, but, while."""
    coordinators, begun = load_words("en", "coordinator") | CONTRASTING, 0
    for at in range(1, len(run) - 1):
        if run[at].form in coordinators and at > begun:
            yield _piece(run[begun:at], parted if not begun else False)
            begun = at
    if run:
        yield _piece(run[begun:], parted if not begun else False)


def _piece(words: list[Word], parted: bool) -> _Piece:
    core = [word for word in words if word.form not in WRAPPING]
    joint = bool(core) and core[0].form in load_words("en", "coordinator") | CONTRASTING
    verbs = find_verbs(core)
    framed = entries("framing").find_at(core, 0) if core else None
    if verbs and framed and verbs[0].first < framed.last:
        verbs = verbs[1:]  # thanks|to the dam
    elif verbs and verbs[0].opener < 0 and not verbs[0].sure and verbs[0].first == 0:
        verbs = verbs[1:]  # closed|since May
    return _Piece(words, core, parted, joint, verbs)


def _group(pieces: list[_Piece], asked: bool) -> list[Clause]:
    """The pieces of one sentence as clauses: what cannot stand alone joins its neighbour."""
    rows, pieces = _Rows(), list(_unguessed([piece for piece in pieces if piece.core]))
    for piece, leads in zip(pieces, _leading(pieces), strict=True):
        rows.add(piece, leads)
    return rows.clauses(asked)


def _unguessed(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces without the guessed verbs that the pieces beside them speak against.

    A noun in a list stands like a subject with its verb: mines, the car plants and the docks. A
    guess holds at the beginning, behind a condition, or behind a main part after a comma and a
    coordinator, with nothing behind it but such a main part.
    """
    before: _Piece | None = None
    for at, piece in enumerate(pieces):
        kept = piece
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        bound = before is None or _hangs(before) or opens_condition(unjoined(before.core))
        added = before is not None and before.main and piece.parted and piece.joint
        ends = after is None or (after.main and after.parted and after.joint)
        if not ((bound or added) and ends):
            certain = (verb for verb in piece.verbs if verb.opener >= 0 or not verb.guessed)
            kept = piece._replace(verbs=tuple(certain))
        yield kept
        before = kept


def _leading(pieces: Sequence[_Piece]) -> list[bool]:
    """Whether behind each piece a main part comes before the next and or but."""
    found: list[bool] = []
    leads = False
    for piece in reversed(pieces):
        found.append(leads)
        ends = piece.joint and piece.core[0].form not in CONTRASTING
        leads = not ends and (piece.main or leads)
    return found[::-1]


class _Row(NamedTuple):
    """The words of a clause, the place of its main part, whether it hangs on a condition.

    `verbs` are places among `core`, the words of that part.
    """

    words: list[Word]
    core: list[Word]
    main: int
    conditional: bool
    verbs: tuple[Verb, ...]


class _Rows:
    """The clauses of a sentence while its pieces come in."""

    def __init__(self) -> None:
        self.done: list[_Row] = []
        self.waiting: list[_Piece] = []

    def add(self, piece: _Piece, leads: bool) -> None:
        """One more piece: a clause of its own, or part of the one before or after it."""
        condition = opens_condition(unjoined(piece.core))
        if self.waiting:
            self._go_on(piece, condition, leads)
        elif not self.done or self._is_new(piece, condition, leads):
            self._begin(piece, condition)
        else:
            last = self.done[-1]
            bound = last.conditional or condition or holds_condition(piece.core)
            last.words.extend(piece.words)
            self.done[-1] = last._replace(conditional=bound)

    def _is_new(self, piece: _Piece, condition: bool, leads: bool) -> bool:
        """Whether a piece begins a clause, by itself or with what comes behind it."""
        if piece.main and not condition:
            return self._stands(piece)
        return piece.joint and (leads or (piece.main and piece.parted))

    def _begin(self, piece: _Piece, condition: bool) -> None:
        """The first piece of a clause; one that holds its condition is whole: but if so, run."""
        if piece.main and (not condition or (piece.joint and self.done)):
            bound = condition or holds_condition(piece.core)
            self.done.append(
                _Row(piece.words, piece.core, piece.words[0].start, bound, piece.verbs)
            )
        else:
            self.waiting = [piece]

    def _go_on(self, piece: _Piece, condition: bool, leads: bool) -> None:
        """A piece behind some that wait for their main part."""
        hanging = _hangs(self.waiting[-1]) and piece.joint and not piece.parted
        if condition or not piece.main or (hanging and leads):
            self.waiting.append(piece)
            return
        frames = all(_is_frame(one) for one in self.waiting)
        first = piece if frames and (piece.parted or not piece.joint) else self.waiting[0]
        words = [word for one in self.waiting for word in one.words] + piece.words
        bound = any(
            opens_condition(unjoined(one.core)) or holds_condition(one.core)
            for one in (*self.waiting, piece)
        )
        self.done.append(_Row(words, piece.core, first.words[0].start, bound, piece.verbs))
        self.waiting = []

    def _stands(self, piece: _Piece) -> bool:
        """Whether a piece with a verb is a clause of its own, and goes on with none before it.

        Without and it needs a subject: the plan, officials believe,|will fail. After a reason or a
        condition one without a mark goes on with that: if it rains|and the dam breaks.
        """
        first = next(verb for verb in piece.verbs if verb.opener < 0)
        core, last = piece.core, self.done[-1]
        bare = not any(word.tag in NOMINAL for word in core[: first.first])
        if not piece.joint:
            return not bare
        if core[0].form in CONTRASTING:
            return first.first > 1
        if piece.parted or core[0].form == "but":
            return True
        inner = [verb for verb in last.verbs if verb.opener >= 0]
        if inner and last.verbs[-1] is inner[-1]:
            opener = last.core[inner[-1].opener]
            if opener.form in HINGED or (bare and opener.form in RELATIVE):
                return False
        return not (bare and _is_shared(core, first, last))

    def clauses(self, asked: bool) -> list[Clause]:
        """The clauses, when all pieces have come in."""
        if self.waiting:
            words = [word for one in self.waiting for word in one.words]
            bound = any(opens_condition(unjoined(one.core)) for one in self.waiting)
            self.waiting = []
            if self.done:
                last = self.done[-1]
                self.done[-1] = last._replace(
                    words=last.words + words, conditional=last.conditional or bound
                )
            else:
                self.done = [_Row(words, [], words[0].start, bound, ())]
        return [_clause(row, asked) for row in self.done]


def _hangs(piece: _Piece) -> bool:
    """Whether words have a verb, and none of their own: if the river rises."""
    return bool(piece.verbs) and not piece.main


def _is_frame(piece: _Piece) -> bool:
    """Whether words can wait before a main part without being its subject: on Tuesday, if …."""
    core = unjoined(piece.core)
    if not core:
        return True
    named = core[0].tag in {NOUN, NAME, PRONOUN, ARTICLE, "m", "a"}
    return not named or starts(core, "framing") or core[-1].form in load_words("en", "frame_end")


def _is_shared(core: list[Word], first: Verb, last: _Row) -> bool:
    """Whether a verb behind and belongs to the auxiliary before it: was arrested|and charged."""
    lead = core[first.first]
    if first.last - first.first > 1 or lead.form in MODAL_FORMS | HAVING | BEING:
        return False
    main = next((verb for verb in reversed(last.verbs) if verb.opener < 0), None)
    helped = main is not None and last.core[main.first].form in HAVING | BEING | MODAL_FORMS
    return helped and "VBN" in inflections(lead.form)


# ------------------------------------------------------------------ clauses
def _clause(row: _Row, asked: bool) -> Clause:
    first, last = _extent(row.words)
    core = [word for word in row.words[first:last] if word.form not in WRAPPING]
    start, end = row.words[first].start, row.words[last - 1].end
    main = max(row.main, start) if row.main != row.words[0].start else start
    own = [word for word in core if word.start >= main]
    if own and main != start:
        main = own[count_joining(own)].start
    states = bool(core) and not asked and _states(core, row.verbs)
    return Clause(start, end, main, row.conditional, _goes_on(own or core), states)


def _extent(words: list[Word]) -> tuple[int, int]:
    """Where a clause begins and ends: without the words that join it on, and outer quotation."""
    first, last = count_joining(words), len(words)
    while True:
        opening, closing = words[first].form, words[last - 1].form
        inner = [word.form for word in words[first + 1 : last - 1]]
        if QUOTES.get(opening) != closing or opening in inner or closing in inner or not inner:
            return first, last
        first, last = first + 1, last - 1


def _goes_on(core: Sequence[Word]) -> bool:
    """Whether a clause has no subject of its own and takes that of the clause before."""
    own = core[count_joining(core) :]
    at = 0
    while at + 1 < len(own) and (own[at].tag == ADVERB or own[at].form in {"and", "but", "yet"}):
        at += 1
    if not own:
        return True
    form, forms = own[at].form, inflections(own[at].form)
    if own[at].tag == NAME:
        return False
    if form == "to" or form in MODAL_FORMS | HAVING | BEING | UNFINISHED:
        return True
    return own[at].tag == VERB and bool(forms & {"VBD", "VBZ", "VBG", "VB"})


def _states(core: list[Word], verbs: tuple[Verb, ...]) -> bool:
    """Whether a clause can be true or false: no question, no thanks, no mention of an account."""
    if not any(word.form[0].isalnum() for word in core) or starts(core, "asking"):
        return False
    if any(hit.last == len(core) for hit in entries("asking_end").find(core)):
        return False
    return not (_performs(core, verbs) or (not verbs and _is_account(core)))


def _performs(core: list[Word], verbs: tuple[Verb, ...]) -> bool:
    """Whether words do what they say: we thank all rescuers; thanks to the dam they are safe."""
    thanks = entries("performative").find(core)
    hit = next(thanks, None)
    if hit is None or (core[hit.first].form == "thanks" and verbs):
        return False
    people = {"i", "we"}
    return hit.first == 0 or (core[0].form in people and hit.first <= 3)


def _is_account(core: list[Word]) -> bool:
    """Whether words only name what another has said: this account, the mayor's claim that …."""
    accounts = load_words("en", "account")
    for at, word in enumerate(core):
        if word.tag == "p" or (word.form == THAT and at):
            return at > 0 and core[at - 1].form in accounts
    return core[-1].form in accounts
