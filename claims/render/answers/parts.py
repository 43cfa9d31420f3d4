"""What the tables of answers are put together from: sentences, heads, names in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, get_args

from rich.text import Text

from claims.model.world import Certainty, Held
from claims.query import Article, Party, Statement
from claims.render.cells import clean, cut, wrap
from claims.render.grid import Column, Part, draw_grid
from claims.render.names import NOBODY, RELAY, short_id, write_anonymous
from claims.render.vocabulary import tell_term

Answer = TypeVar("Answer")
Row = list[list[Part]]

CERTAINTIES = {degree: tell_term(degree, "en") for degree in get_args(Certainty)}
HELD = {held: tell_term(held, "en") if held != "asserted" else "" for held in get_args(Held)}
PERHAPS = tell_term("perhaps", "en")


def draw_answer(
    sentences: Iterable[str],
    answers: Sequence[Answer],
    article: Callable[[Answer], Article],
    draw: Callable[[list[Answer], int], Iterable[Text]],
    width: int,
) -> Text:
    """The answer in sentences, the first one bold; then what it rests on, article by article."""
    first, *rest = sentences
    lines = [Text(line, "bold") for line in wrap(first, width)]
    lines += [Text(line, "dim") for sentence in rest for line in wrap(sentence, width)]
    for told in _part_by_article(answers, article):
        lines += [Text(), *draw_article(article(told[0]), width), Text(), *draw(told, width)]
    return Text("\n").join(lines)


def _part_by_article(
    answers: Sequence[Answer], article: Callable[[Answer], Article]
) -> Iterable[list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for one in answers:
        found.setdefault(article(one).id, []).append(one)
    return found.values()


def draw_article(one: Article, width: int) -> Iterator[Text]:
    """The headline, and where the article is from and when."""
    yield Text(cut(clean(one.title) or clean(one.name) or one.id, width), "bold")
    origin = " · ".join(filter(None, map(clean, (one.outlet, one.published.replace("T", " ")))))
    if origin:
        yield Text(cut(origin, width), "dim")


def draw_rows(columns: Sequence[Column], groups: Iterable[Sequence[Row]], width: int) -> list[Text]:
    """Groups of rows as one table, with an empty line between groups."""
    rows: list[Row] = []
    for group in groups:
        if rows:
            rows.append([[] for _ in columns])
        rows += group
    return draw_grid(columns, rows, width)


def name_party(one: Party | None) -> str:
    """The name of a speaker; what stands for one where no one is named."""
    return clean(one.name) if one else NOBODY


def note_party(one: Party | None) -> str:
    """What is said of a speaker in small: that one is not named, or the role; and the body.

    >>> note_party(Party(id="x:s1", name="何敏", role="发言人", affiliation="港务局"))
    '发言人 · 港务局'
    """
    if one is None:
        return ""
    return " · ".join(filter(None, (write_anonymous(one) or one.role, one.affiliation)))


def write_relays(one: Statement) -> str:
    """Those who pass a statement on, the outermost first, without the article's own outlet."""
    names = (clean(hop.name) for hop in one.relays if hop.name)
    return "".join(name + RELAY for name in names)


def write_speaker(one: Statement) -> str:
    """Who says it; in parentheses where the words leave the name out."""
    if one.speaker is None:
        several = " or ".join(map(name_party, one.unresolved))
        return f"{several}?" if several else NOBODY
    return name_party(one.speaker) if one.source else f"({name_party(one.speaker)})"


def tell_speaker(one: Statement, *, short: bool = False) -> list[Part]:
    """The cell of who says it: relays, the speaker, and the note on the speaker.

    In short the note only says that one is not named.
    """
    note = write_anonymous(one.speaker) if short else note_party(one.speaker)
    return [
        *_unless_empty(Part(write_relays(one), "dim", 3)),
        Part(write_speaker(one), "italic" if one.speaker and one.speaker.anonymous else "bold"),
        *_unless_empty(Part(note, "dim")),
    ]


def write_held(one: Statement, *, own: bool = True) -> str:
    """That words are no claim of their speaker: denied, not said, and by whom on the way.

    Nothing where the speaker holds them. Without `own` only what those on the way say counts.
    """
    hop = one.find_turned(own=own)
    if hop is None:
        return HELD[one.held] if own else ""
    by = "" if hop is one.hops[-1] else f" by {clean(hop.name) or NOBODY}"
    return HELD[hop.held] + by


def tell_words(words: str, mark: str, lines: int = 4) -> list[Part]:
    """Words, and before them, where they are no claim of their speaker, that this is so."""
    return [*_unless_empty(Part(mark and f"{mark}:", "red")), Part(words, "", lines)]


def tell_note(*notes: str, whole: bool = False) -> list[Part]:
    """What is said in small beneath, in one paragraph; `whole` where an id is among it."""
    return _unless_empty(Part(" · ".join(filter(None, notes)), "dim", whole=whole))


def tell_ids(*ids: str) -> list[Part]:
    """Ids, short, none of them parted."""
    return [Part(" ".join(map(short_id, ids)), "dim", 4, whole=True)]


def _unless_empty(part: Part) -> list[Part]:
    return [part] if part.text.strip() else []


def join_names(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence, and how many more there are.

    >>> join_names(["甲", "乙", "丙"]), join_names(["甲", "乙", "丙"], 2)
    ('甲, 乙 and 丙', '甲, 乙 and 1 more')
    """
    *first, last = names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
    return f"{', '.join(first)} and {last}" if first else last
