"""Answers about many articles as tables: matters, clashes, changes, origins, timelines, outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from claims.model.world import Held
from claims.query.across import Across, Beside, Contested, Rest, Stand, Told
from claims.render.answers.parts import CERTAINTIES, HELD, Row, draw_rows, tell_words
from claims.render.cells import clean, cut, wrap
from claims.render.grid import Column, Part
from claims.render.names import NOBODY, RELAY, count, shorten_id

NARRATED = "the article itself"
_NO_TRUTH = "Denied, and no more than that: none says who is right."
_NO_VERDICT = (
    "Concluded from the words, not said by anyone: each may have an innocent explanation, "
    "and none says who is right."
)
_MOST = 5  # names in a cell
_PAIRS_SHOWN = 60
TOPICS = {
    "toll": "how many came to harm",
    "blame": "who did it, or why",
    "verdict": "how it is judged",
    "evidence": "what the evidence shows",
}
_STANDS = (
    Column("position"),
    Column("on whose word", 0.28),
    Column("carried by", 0.22),
    Column("claims", 0.08),
)
_PAIRS = (Column("one says"), Column("another says"), Column("why", 0.3))
_RESTS = (Column("position"), Column("on whose word", 0.24), Column("carried by", 0.3))
_LINES = (Column("when", 0.12), Column("who", 0.22), Column("what"), Column("where", 0.2))


def draw_contested(found: Sequence[Contested], width: int) -> Text:
    """How many matters have more than one position; then each with its positions."""
    first = f"{count(len(found), 'matter')} with more than one position"
    return _draw(
        [first, _NO_VERDICT], [(_head(one), list(_draw_stands(one, width))) for one in found], width
    )


def _head(one: Contested) -> tuple[str, str]:
    days = one.first if one.first == one.last else f"{one.first} to {one.last}"
    clashes = f"{count(one.clashes, 'pair')} may conflict" if one.clashes else ""
    facts = (TOPICS.get(one.topic, ""), days, count(len(one.outlets), "outlet"), clashes, one.id)
    return one.title or one.id, " · ".join(filter(None, facts))


def _draw_stands(one: Contested, width: int) -> Iterable[Text]:
    shown = one.stands[: 3 * _MOST]
    rows: list[Row] = [_write_stand(stand) for stand in shown]
    yield from draw_rows(_STANDS, [rows], width)
    if left := len(one.stands) - len(shown):
        yield Text(f"and {count(left, 'more position')}", "dim")


def _write_stand(one: Stand) -> Row:
    note = "rests on one who is not named" if one.unnamed_alone else ""
    origins = [Part(_join(one.origins) or NARRATED, "bold"), *_note(note)]
    return [
        _tell_held(one.words, one.claims),
        origins,
        [Part(_join(one.outlets), "dim")],
        [Part(str(len(one.claims)))],
    ]


def draw_across(found: Sequence[Across], width: int) -> Text:
    """How many pairs of claims may conflict; then each pair with its reason."""
    pairs = count(len(found), "pair")
    return _draw_pairs(f"{pairs} of claims that may conflict or are disputed", found, width)


def draw_denials(found: Sequence[Across], width: int) -> Text:
    """What one article tells and somebody denies in another."""
    pairs = count(len(found), "claim")
    first = f"{pairs} of one article, denied in so many words in another"
    return _draw_pairs(first, found, width, _NO_TRUTH)


def draw_changes(found: Sequence[Across], width: int) -> Text:
    """What speakers have said at two times and that may conflict."""
    pairs, people = count(len(found), "pair"), count(len({one.who for one in found}), "speaker")
    first = f"{pairs} of claims of {people} may tell of a change of story"
    return _draw_pairs(first, found, width)


def _draw_pairs(
    first: str, found: Sequence[Across], width: int, caution: str = _NO_VERDICT
) -> Text:
    """The first pairs, as nobody reads thousands; and how to come by the others."""
    rows: list[Row] = [_write_pair(one) for one in found[:_PAIRS_SHOWN]]
    told = list(draw_rows(_PAIRS, [rows], width))
    if left := len(found) - len(rows):
        more = (
            f"and {count(left, 'more pair')}: narrow them by --matter, --speaker or --about, "
            "or take --format csv, which has all"
        )
        told += [Text(), *(Text(line, "dim") for line in wrap(more, width))]
    return _draw([first, caution], [(("", ""), told)], width)


def _write_pair(one: Across) -> Row:
    differs = one.difference.kind if one.difference else one.kind
    strength = "weak" if one.strength == "weak" else ""
    return [
        _write_end(one.earlier, one.whom),
        _write_end(one.later, one.who),
        [
            Part(differs, "magenta"),
            Part(clean(one.reason), "", 8),
            *_note(strength),
            Part(shorten_id(one.id), "dim"),
        ],
    ]


def _write_end(one: Told | None, name: str) -> list[Part]:
    if one is None:
        return [Part(name or NOBODY, "bold")]
    return [
        Part(write_who(one), "italic" if one.anonymous else "bold"),
        Part(clean(one.text), "", 4),
        *_note(_write_how(one)),
        *_note(" · ".join(filter(None, (clean(one.outlet), one.published[:10])))),
    ]


def write_who(one: Told) -> str:
    """Who says it, behind those who pass it on."""
    relays = "".join(clean(name) + RELAY for name in one.through)
    return relays + (clean(one.speaker) or (NARRATED if one.narrated else NOBODY))


def _write_how(one: Told) -> str:
    held: Held = one.held
    told = (CERTAINTIES[one.certainty], HELD[held], "negated" if one.negated else "")
    return " · ".join(filter(None, told))


def draw_rests(found: Sequence[Rest], width: int) -> Text:
    """How many positions rest on whom, those that most outlets carry first."""
    unnamed = sum(one.anonymous and one.alone for one in found)
    speakers = count(len({one.origin_id for one in found}), "speaker")
    first = f"{count(len(found), 'position')} on the word of {speakers}"
    second = f"{count(unnamed, 'position')} on the word of one who is not named, and of no one else"
    groups: dict[str, list[Rest]] = {}
    for one in found:
        groups.setdefault(one.matter, []).append(one)
    parts = [
        (
            (told[0].title, told[0].matter),
            draw_rows(_RESTS, [[_write_rest(x) for x in told]], width),
        )
        for told in groups.values()
    ]
    return _draw([first, second], parts, width)


def _tell_held(words: str, claims: Sequence[Told]) -> list[Part]:
    """The words of a position, and whether all who have it deny them."""
    denied = bool(claims) and all(one.held == "denied" for one in claims)
    return tell_words(clean(words), "denied" if denied else "", 3)


def _write_rest(one: Rest) -> Row:
    note = "not named" + (", no other origin" if one.alone else "") if one.anonymous else ""
    return [
        _tell_held(one.words, one.claims),
        [Part(clean(one.origin), "italic" if one.anonymous else "bold"), *_note(note)],
        [Part(_join(one.outlets) or NOBODY), *_note(count(len(one.claims), "claim"))],
    ]


def draw_timeline(found: Sequence[Told], width: int) -> Text:
    """How much is said, from when to when; then each claim by day."""
    days = [one.published[:10] for one in found if one.published]
    span = f", {days[0]} to {days[-1]}" if days else ""
    rows: list[Row] = [
        [
            [Part(one.published[:10])],
            [Part(write_who(one), "bold")],
            [Part(clean(one.text), "", 3), *_note(_write_how(one))],
            [Part(clean(one.outlet), "dim")],
        ]
        for one in found
    ]
    first = f"{count(len(found), 'claim')}{span}"
    return _draw([first], [(("", ""), draw_rows(_LINES, [rows], width))], width)


def draw_beside(found: Sequence[Beside], width: int, names: tuple[str, str] = ("", "")) -> Text:
    """How many matters two outlets both tell of; then what each says that the other has not."""
    both = sum(bool(one.first and one.second) or bool(one.both) for one in found)
    columns = (Column("both"), *(Column(f"{name} alone") for name in names))
    parts = [
        ((one.title or one.matter, one.matter), draw_rows(columns, [[_write_beside(one)]], width))
        for one in found
    ]
    first = f"{count(len(found), 'matter')}; {count(both, 'matter')} of both outlets"
    return _draw([first], parts, width)


def _write_beside(one: Beside) -> Row:
    both = [Part(clean(words), "", 2) for words in one.both[:_MOST]]
    sides = (
        [Part(f"{write_who(x)}: {clean(x.text)}", "", 2) for x in told[:_MOST]]
        for told in (one.first, one.second)
    )
    return [both or [Part("")], *(side or [Part("")] for side in sides)]


def _draw(
    sentences: Iterable[str],
    parts: Iterable[tuple[tuple[str, str], Sequence[Text]]],
    width: int,
) -> Text:
    first, *rest = sentences
    lines = [Text(line, "bold") for line in wrap(first, width)]
    lines += [Text(line, "dim") for sentence in rest for line in wrap(sentence, width)]
    for (title, facts), drawn in parts:
        heads = [Text(cut(clean(title), width), "bold")] if title else []
        heads += [Text(line, "dim") for line in wrap(clean(facts), width)] if facts else []
        lines += [Text(), *heads, *([Text()] if heads else []), *drawn]
    return Text("\n").join(lines)


def _join(names: Sequence[str]) -> str:
    shown = ", ".join(map(clean, names[:_MOST]))
    return f"{shown} and {len(names) - _MOST} more" if len(names) > _MOST else shown


def _note(text: str) -> Iterator[Part]:
    if text:
        yield Part(text, "dim")
