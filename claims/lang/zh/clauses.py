"""Chinese contents taken apart into clauses: where one begins, and what stays with it.

A comma parts clauses only where both sides have a predicate. A condition, a topic, a time stays
with the clause after it; an aim or an instance with the one before. Within a clause 并 and its
like open a new one where a verb follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.lang.base import Clause
from claims.lang.packs import load_words
from claims.lang.words import Word

STOPS = frozenset("。！？!?；;")
ASKING = frozenset("？?")
PAUSES = frozenset("，,：:")
PARTING = STOPS | PAUSES
DASHES = frozenset("—-…⋯")
WRAPPING = frozenset("“”‘’「」『』\"'《》（）()")
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
VERBS = frozenset({"v", "vd", "vi", "vq", "vg", "df"})
COPULAS = frozenset("是有为系非乃属")
OBJECTS = frozenset({"n", "nr", "ns", "nt", "nz", "m", "r"})
SUBJECTS = frozenset({"d", "v", "r", "n", "nr", "ns", "nt", "nz", "t"})
PREDICATIVE = frozenset({"a", "ad", "an", "i", "l", "z"})
ADVERBS = frozenset({"d", "ad", "zg"})
NEGATIVE = frozenset({"不", "没", "没有", "未", "无"})
ASPECTS = frozenset("了过着")
ATTRIBUTIVE = "的"
SHORT = 6  # words of a phrase that does no more than name an account
LEADING = 2  # words within which a condition opens its clause: 但如果, 他若


def split_clauses(words: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses of a content, by the words of its folded text.

    >>> from claims.lang.zh.script import segment
    >>> text = "如果水位再涨，镇上必须撤离，但桥仍然开放并正常通行"
    >>> [text[c.start:c.end] for c in split_clauses(segment(text))]
    ['如果水位再涨，镇上必须撤离', '桥仍然开放', '正常通行']
    """
    found: list[Clause] = []
    for sentence, asked in _sentences(words):
        found += _group(sentence, asked)
    return tuple(found)


def _sentences(words: Sequence[Word]) -> Iterator[tuple[list[list[Word]], bool]]:
    """The sentences as the pieces that commas, dashes and coordinators part, and if they ask."""
    pieces: list[list[Word]] = []
    for piece, mark in _pieces(words):
        pieces += _coordinated(piece)
        if mark in STOPS:
            yield pieces, mark in ASKING
            pieces = []
    yield pieces, False


def _pieces(words: Sequence[Word]) -> Iterator[tuple[list[Word], str]]:
    """The runs of words between marks, and the mark that follows each."""
    run: list[Word] = []
    for word in words:
        if word.form in PARTING or word.form[0] in DASHES:
            yield run, word.form
            run = []
        else:
            run.append(word)
    yield run, ""


def _coordinated(piece: list[Word]) -> Iterator[list[Word]]:
    """A piece parted before each coordinator between two predicates."""
    begun, coordinators = 0, load_words("zh", "coordinator")
    for i in range(1, len(piece) - 1):
        if piece[i].form not in coordinators or piece[i + 1].tag.startswith("n"):
            continue
        denied = piece[i].form == "并" and piece[i + 1].form in NEGATIVE | COPULAS
        if not denied and _has_predicate(_bare(piece[begun:i])):
            yield piece[begun:i]
            begun = i
    yield piece[begun:]


def _group(pieces: list[list[Word]], asked: bool) -> list[Clause]:
    """The pieces of one sentence as clauses: what cannot stand alone joins its neighbour."""
    rows: list[list[Word]] = []
    heads: list[int] = []  # where the main part of each row begins, behind what was waiting
    conditional: list[bool] = []
    waiting: list[Word] = []
    hangs = False
    for piece in pieces:
        core = _bare(piece)
        if not core:
            continue
        if _opens_condition(core):
            waiting, hangs = waiting + piece, True
        elif rows and not waiting and _trails(core):
            rows[-1] += piece
        elif _is_frame(core):
            waiting += piece
        else:
            rows.append(waiting + piece)
            heads.append(piece[0].start)
            conditional.append(hangs)
            waiting, hangs = [], False
    if waiting and rows:
        rows[-1] += waiting
    elif waiting:
        rows, heads, conditional = [waiting], [waiting[0].start], [hangs]
    return [
        Clause(*_extent(row), head, bound, _goes_on(row), _states(row, asked))
        for row, head, bound in zip(rows, heads, conditional, strict=True)
    ]


def _extent(row: list[Word]) -> tuple[int, int]:
    """Where a clause begins and ends: without the word that joins it on, and outer quotation."""
    first, last = 0, len(row)
    while first < last - 1 and row[first].form in load_words("zh", "joining"):
        first += 1
    opening, closing = row[first].form, row[last - 1].form
    inner = [word.form for word in row[first + 1 : last - 1]]
    if QUOTES.get(opening) == closing and opening not in inner and closing not in inner and inner:
        first, last = first + 1, last - 1
    return row[first].start, row[last - 1].end


def _bare(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.form not in WRAPPING]


def _opens_condition(core: list[Word]) -> bool:
    conditions = load_words("zh", "condition")
    return any(word.form in conditions for word in core[:LEADING])


def _trails(core: list[Word]) -> bool:
    """Whether a piece belongs to the clause before: an aim, an instance, a phrase without verb."""
    first = core[0]
    aim = first.form in load_words("zh", "purpose") and first.tag != "v"
    instance = _starts(core) & load_words("zh", "specifying")
    return aim or bool(instance) or not _has_predicate(core)


def _is_frame(core: list[Word]) -> bool:
    """Whether a piece waits for the clause after it: a time, a place, a topic."""
    last = core[-1].form
    if last in load_words("zh", "frame_end") or last.endswith(_long_ends()):
        return True
    return core[0].form in load_words("zh", "framing") or not _has_predicate(core)


def _has_predicate(core: list[Word]) -> bool:
    return any(_is_predicate(core, i) for i in range(len(core)))


def _is_predicate(core: list[Word], i: int) -> bool:
    word = core[i]
    last = i + 1 == len(core)
    if word.tag in VERBS or word.form in COPULAS or word.form in NEGATIVE:
        return True
    if word.form in load_words("zh", "linking"):
        return True
    if word.tag == "vn":
        taken = last or core[i + 1].form in ASPECTS or core[i + 1].tag in OBJECTS
        return taken and (i == 0 or core[i - 1].tag in SUBJECTS)
    if word.tag in ADVERBS and not last:
        return core[i + 1].tag not in ADVERBS | {"m", "c", "p"}
    return word.tag in PREDICATIVE and i > 0 and (last or core[i + 1].form == "了")


def _states(row: list[Word], asked: bool) -> bool:
    """Whether a clause can be true or false: no question, no thanks, no mention of an account."""
    core = _bare(row)
    if asked or not any(word.form.isalnum() for word in core) or _asks(core):
        return False
    verbs = [i for i, word in enumerate(core) if word.tag in VERBS | {"vn"}]
    thanks = any(_starts(core[i:]) & load_words("zh", "performative") for i in verbs[:1])
    return not (thanks or _is_account(core))


def _asks(core: list[Word]) -> bool:
    """Whether a clause is a question by its words: …吗, 为什么…."""
    return core[-1].form in load_words("zh", "asking_end") or core[0].form in load_words(
        "zh", "asking"
    )


def _is_account(core: list[Word]) -> bool:
    """Whether a piece only names what another has said: 该官员的说法, 有关报道."""
    if core[-1].form not in load_words("zh", "account"):
        return False
    pointing = core[0].form in load_words("zh", "pointing") and len(core) <= SHORT
    if core[1:] and core[1].form in load_words("zh", "linking"):
        return False  # 这不是|提案 says what it is not
    owned = len(core) > 2 and core[-2].form == ATTRIBUTIVE and len(core) <= SHORT
    return pointing or owned or not _has_predicate(core[:-1])


def _starts(core: list[Word]) -> set[str]:
    """What a piece begins with: its first word, and its first two as one."""
    return {core[0].form, "".join(word.form for word in core[:2])}


def _goes_on(row: list[Word]) -> bool:
    """Whether a clause has no subject of its own and takes that of the clause before."""
    joining = load_words("zh", "joining")
    own = [word for word in _bare(row) if word.form not in joining]
    return not own or own[0].tag in VERBS | {"d", "p", "ad"}


@lru_cache(maxsize=1)
def _long_ends() -> tuple[str, ...]:
    return tuple(sorted(word for word in load_words("zh", "frame_end") if len(word) > 1))
