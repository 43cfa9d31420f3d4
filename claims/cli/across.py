"""Each question about many articles, from dossiers or a store to a printed answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from rich.text import Text

from claims.cli.meaning import find_joined, find_outlets
from claims.cli.questions import Answer, print_answer
from claims.cli.sources import EVERY, Pages
from claims.cli.streams import Voice
from claims.errors import UnknownIdError
from claims.model import Frozen
from claims.query.across import (
    Across,
    Beside,
    Contested,
    Library,
    Rest,
    Sought,
    Told,
    compare_outlets,
    find_between,
    find_changes,
    find_clashes,
    find_contested,
    find_denials,
    find_rests,
    find_timeline,
)
from claims.render.answers import (
    draw_across,
    draw_beside,
    draw_changes,
    draw_contested,
    draw_denials,
    draw_rests,
    draw_timeline,
)
from claims.render.diagram import Scope, draw_matters

NOTHING = "nothing in these articles answers that; leave out an option, or add articles"
WITHIN_ONE = "Only what another article tells is shown; leave out --across for those inside one."
WITHIN = "Only claims of different articles are shown; leave out --across for pairs inside one."


class Asked(NamedTuple):
    """What the options of a question about many articles say, as they were typed."""

    speaker: str | None = None
    pages: Pages = EVERY
    about: str | None = None
    anonymous: bool = False
    certainty: Any = None
    basis: Any = None


class Matter(NamedTuple):
    """How a question is answered and drawn, the noun of its answers, and where there is more.

    `show` tells what a picture of the answer shows, where there is one.
    """

    noun: type
    find: Callable[[Library, Sought], Sequence[Frozen]]
    draw: Callable[[Any, int], Text]
    show: Callable[[Any, Sought], Scope] | None = None
    more: str = ""


def _show_matters(found: Sequence[Contested], sought: Sought) -> Scope:
    return Scope(sought=sought)


def _show_pairs(found: Sequence[Across], sought: Sought) -> Scope:
    """The matters of the pairs, with nothing else between their positions."""
    matters = dict.fromkeys(one.matter for one in found if one.matter)
    return Scope(matters=tuple(matters), only=frozenset(one.id for one in found), sought=sought)


def _show_rests(found: Sequence[Rest], sought: Sought) -> Scope:
    return Scope(matters=tuple(dict.fromkeys(one.matter for one in found)), sought=sought)


MATTERS = {
    "matters": Matter(Contested, find_contested, draw_contested, _show_matters),
    "contradictions": Matter(Across, find_clashes, draw_across, _show_pairs, WITHIN),
    "disputes": Matter(Across, find_denials, draw_denials, _show_pairs, WITHIN_ONE),
    "changes": Matter(Across, find_changes, draw_changes),
    "origins": Matter(Rest, find_rests, draw_rests, _show_rests),
    "timeline": Matter(Told, find_timeline, draw_timeline),
}


def answer_across(name: str, library: Library, asked: Asked, sheet: str, voice: Voice) -> None:
    """Ask one of the questions and print its answer."""
    matter, sought = MATTERS[name], _seek(library, asked, voice)
    found = matter.find(library, sought)
    picture = partial(_draw, library, matter.show(found, sought)) if matter.show else None
    nothing = _tell_nothing(library)
    answer = Answer(matter.noun, found, matter.draw, nothing, matter.more, picture)
    print_answer(answer, sheet, voice)


def _draw(library: Library, scope: Scope) -> str:
    """The picture of an answer, as DOT."""
    return draw_matters(library, scope).dot()


def answer_between(
    library: Library, pair: tuple[str, str], asked: Asked, sheet: str, voice: Voice
) -> None:
    """What stands between two speakers: disputes in so many words, and claims that may conflict."""
    one, other = (find_joined(library, words, voice).id for words in pair)
    if one == other:
        raise UnknownIdError(f"{pair[0]!r} and {pair[1]!r} are one speaker here; give two")
    sought = _seek(library, asked, voice)
    found = find_between(library, one, other, sought)
    picture = partial(_draw, library, _show_pairs(found, sought))
    nothing = _tell_nothing(library)
    print_answer(Answer(Across, found, draw_across, nothing, "", picture), sheet, voice)


def answer_compared(
    library: Library, pair: tuple[str, str], pages: Pages, sheet: str, voice: Voice
) -> None:
    """What two outlets both tell of, and what each has alone."""
    outlets = [page.outlet for page in library.corpus.documents]
    first, second = (find_outlets(outlets, words) for words in pair)
    if first == second:
        raise UnknownIdError(f"{pair[0]!r} and {pair[1]!r} are one outlet, {first[0]}; give two")
    sought = _seek(library, Asked(pages=pages), voice)
    found = compare_outlets(library, first[0], second[0], sought)
    draw = partial(draw_beside, names=(first[0], second[0]))
    print_answer(Answer(Beside, found, draw, _tell_nothing(library)), sheet, voice)


def _tell_nothing(library: Library) -> str:
    """What is said where there is no answer; nothing where no article could be read."""
    return NOTHING if library.corpus.documents else ""


def _seek(library: Library, asked: Asked, voice: Voice) -> Sought:
    speaker = asked.speaker and find_joined(library, asked.speaker, voice).id
    pages, outlets = asked.pages, (page.outlet for page in library.corpus.documents)
    return Sought(
        speakers=frozenset({speaker}) if speaker else None,
        outlets=frozenset(find_outlets(outlets, pages.outlet)) if pages.outlet else None,
        since=pages.since,
        until=pages.until,
        lang=pages.lang,
        about=asked.about or "",
        anonymous=asked.anonymous,
        certainty=asked.certainty and asked.certainty.value,
        basis=asked.basis and asked.basis.value,
    )
