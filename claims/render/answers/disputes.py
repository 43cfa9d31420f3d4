"""Who disputes whom: who, in which words, against whom, over what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from claims.query import Dispute, Party, Statement, find_origin
from claims.render.answers.parts import (
    PERHAPS,
    Row,
    draw_answer,
    draw_rows,
    join_names,
    name_party,
    note_party,
    tell_ids,
    tell_note,
    tell_speaker,
    tell_words,
    write_held,
    write_speaker,
)
from claims.render.cells import clean
from claims.render.grid import Column, Part
from claims.render.names import NOBODY, count, short_id

_COLUMNS = (
    Column("id", 0.08),
    Column("who", 0.22),
    Column("words", 0.16),
    Column("disputes", 0.22),
    Column("over what"),
)
_NAMED = 3  # of more on a side, only the number is told
Key = tuple[str, str]  # an article, and a speaker in it
Way = tuple[str, str]  # a speaker, and through whom the words came
_LINES = 8  # of ids and a way, at most


def draw_disputes(disputes: Sequence[Dispute], width: int) -> Text:
    """How many disputes there are and whom they are against; then each, by article."""
    return draw_answer(
        [_sum_up(disputes)], disputes, lambda one: one.who.article, _draw_article, width
    )


def _sum_up(disputes: Sequence[Dispute]) -> str:
    """Who disputes whom: those count as disputed on whose word the statements stand.

    Where it is more than a guess of some whom they mean, the sentence is of these.
    """
    firm = [one for one in disputes if one.strength == "strong"]
    who, against = _find_sides(firm or disputes)
    unnamed = sum(one.anonymous for one in against.values())
    counted = count(len(disputes), "dispute") + _count_articles(disputes)
    counted += _tell_guessed(disputes, set(who))
    verb = "dispute" if firm else "perhaps dispute"
    if max(len(who), len(against)) > _NAMED:
        among = f", {unnamed} of them not named" if unnamed else ""
        return f"{count(len(who), 'speaker')} {verb} {len(against)} others{among}: {counted}"
    names = join_names([name_party(one) for one in against.values()]) if against else NOBODY
    said = f"{join_names(list(dict.fromkeys(who.values())))} {verb}{'s' * (len(who) == 1)} {names}"
    return f"{said}{_tell_unnamed(unnamed, len(against))}: {counted}"


def _find_sides(
    disputes: Sequence[Dispute],
) -> tuple[dict[Key, str], dict[str, Party]]:
    """The names of those who dispute, each once an article, and those whom they dispute."""
    names = {(one.who.article.id, _find_key(one.who)): _name(one.who) for one in disputes}
    origins = [find_origin(one) for dispute in disputes for one in dispute.against]
    return names, {one.id: one for one in origins if one}


def _tell_guessed(disputes: Sequence[Dispute], told: set[Key]) -> str:
    """How many perhaps mean someone else, and by whom if the sentence does not name them."""
    guessed = [one for one in disputes if one.strength == "weak"]
    if not guessed or len(disputes) == 1:
        return f", {PERHAPS}" if guessed else ""
    others = {key: name for key, name in _find_sides(guessed)[0].items() if key not in told}
    names = list(dict.fromkeys(others.values()))
    named = f" by {join_names(names)}" if 0 < len(names) <= _NAMED else ""
    return f", {len(guessed)} {PERHAPS}{named}"


def _count_articles(disputes: Sequence[Dispute]) -> str:
    articles = len({one.who.article.id for one in disputes})
    return f" in {articles} articles" if articles > 1 else ""


def _tell_unnamed(unnamed: int, all: int) -> str:
    if unnamed and unnamed == all:
        return f", who {'is' if unnamed == 1 else 'are'} not named"
    return f" ({unnamed} of these {all} not named)" if unnamed else ""


def _draw_article(disputes: list[Dispute], width: int) -> Iterable[Text]:
    return draw_rows(_COLUMNS, [[_write_row(one)] for one in disputes], width)


def _write_row(one: Dispute) -> Row:
    likeliest, *others = one.against
    target = [Part(one.target.text, "cyan")] if one.target and clean(one.target.text) else []
    return [
        tell_ids(one.id),
        [*_tell_who(one.who), *tell_ids(one.who.id)],
        [
            Part(one.words.text if one.words else "–", "red"),
            *tell_note("inferred" if one.basis == "inferred" else ""),
        ],
        list(_tell_against(likeliest, one.strength)),
        [
            *target,
            *tell_words(one.over, write_held(likeliest)),
            *tell_ids(likeliest.id),
            *_tell_others(likeliest, others),
        ],
    ]


def _tell_who(one: Statement) -> Iterable[Part]:
    """Who disputes; what is denied there is the other's, but one on the way may deny it all."""
    return [*tell_speaker(one), *tell_note(write_held(one, own=False))]


def _tell_against(one: Statement, strength: str) -> Iterable[Part]:
    """The speaker of the likeliest statement, with those who pass on this very one."""
    yield Part(_name(one), "italic" if one.speaker and one.speaker.anonymous else "bold")
    yield from tell_note(PERHAPS if strength == "weak" else "")
    yield from tell_note(note_party(one.speaker))
    yield from tell_note(_write_way(one))


def _tell_others(likeliest: Statement, others: Sequence[Statement]) -> Iterable[Part]:
    """The ids of what else is reached, for each speaker and way by itself."""
    shown, ways = (_find_key(likeliest), _write_way(likeliest)), dict[Way, list[Statement]]()
    for one in others:
        ways.setdefault((_find_key(one), _write_way(one)), []).append(one)
    for (key, way), told in ways.items():
        ids = [short_id(one.id) for one in told]
        name = _name(told[0]) if key != shown[0] else ""
        path = "" if (key, way) == shown else way or "directly"
        yield Part(" ".join(filter(None, ("also", *ids, name, path))), "dim", _LINES, whole=True)


def _name(one: Statement) -> str:
    """The name, without the parentheses of one who is only understood."""
    return name_party(one.speaker) if one.speaker else write_speaker(one)


def _find_key(one: Statement) -> str:
    """What tells a speaker from others of the same name."""
    return one.speaker.id if one.speaker else _name(one)


def _write_way(one: Statement) -> str:
    names = [hop.name for hop in one.relays if hop.name not in ("", _name(one))]
    return f"through {join_names(list(dict.fromkeys(names)))}" if names else ""
