"""Each question about many articles, from dossiers or a store to a printed answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from rich.text import Text

from claims.cli.questions import Answer, print_answer
from claims.cli.streams import Voice
from claims.corpus import build_corpus, relate_in_parallel
from claims.corpus.naming import outlet_key
from claims.errors import UnknownIdError
from claims.model import Dossier, Frozen
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
    find_rests,
    find_timeline,
    pick_corpus_speakers,
)
from claims.render.answers import (
    draw_across,
    draw_beside,
    draw_changes,
    draw_contested,
    draw_rests,
    draw_timeline,
)
from claims.render.diagram import Scope, draw_matters

NOTHING = "nothing in these articles answers that; leave out an option, or add articles"


class Asked(NamedTuple):
    """What the options of a question about many articles say, as they were typed."""

    speaker: str | None = None
    outlet: str | None = None
    since: str = ""
    until: str = ""
    lang: str = ""
    about: str | None = None
    anonymous: bool = False
    certainty: Any = None
    basis: Any = None


class Matter(NamedTuple):
    """How a question is answered and drawn, and the noun of its answers.

    `show` tells what a picture of the answer shows, where there is one.
    """

    noun: type
    find: Callable[[Library, Sought], Sequence[Frozen]]
    draw: Callable[[Any, int], Text]
    show: Callable[[Any, Sought], Scope] | None = None


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
    "contradictions": Matter(Across, find_clashes, draw_across, _show_pairs),
    "changes": Matter(Across, find_changes, draw_changes),
    "origins": Matter(Rest, find_rests, draw_rests, _show_rests),
    "timeline": Matter(Told, find_timeline, draw_timeline),
}


def open_library(dossiers: Iterable[Dossier], jobs: int = 1) -> Library:
    """The corpus of dossiers, laid out for questions."""
    return Library(build_corpus(dossiers, relate=relate_in_parallel(jobs)))


def answer_across(name: str, library: Library, asked: Asked, sheet: str, voice: Voice) -> None:
    """Ask one of the questions and print its answer."""
    matter, sought = MATTERS[name], _seek(library, asked)
    found = matter.find(library, sought)
    picture = partial(_draw, library, matter.show(found, sought)) if matter.show else None
    answer = Answer(matter.noun, found, matter.draw, _tell_nothing(library), picture)
    print_answer(answer, sheet, voice)


def _draw(library: Library, scope: Scope) -> str:
    """The picture of an answer, as DOT."""
    return draw_matters(library, scope).dot()


def answer_between(
    library: Library, pair: tuple[str, str], asked: Asked, sheet: str, voice: Voice
) -> None:
    """What stands between two speakers: disputes in so many words, and claims that may conflict."""
    one, other = (pick_corpus_speakers(library, words).id for words in pair)
    if one == other:
        raise UnknownIdError(f"{pair[0]!r} and {pair[1]!r} are one speaker here; give two")
    sought = _seek(library, asked)
    found = find_between(library, one, other, sought)
    picture = partial(_draw, library, _show_pairs(found, sought))
    print_answer(Answer(Across, found, draw_across, _tell_nothing(library), picture), sheet, voice)


def answer_compared(library: Library, pair: tuple[str, str], sheet: str, voice: Voice) -> None:
    """What two outlets both tell of, and what each has alone."""
    first, second = (_name_outlet(library, words) for words in pair)
    if first == second:
        raise UnknownIdError(f"{pair[0]!r} and {pair[1]!r} are one outlet, {first}; give two")
    found = compare_outlets(library, first, second)
    draw = partial(draw_beside, names=(first, second))
    print_answer(Answer(Beside, found, draw, _tell_nothing(library)), sheet, voice)


def _tell_nothing(library: Library) -> str:
    """What is said where there is no answer; nothing where no article could be read."""
    return NOTHING if library.corpus.documents else ""


def _seek(library: Library, asked: Asked) -> Sought:
    speaker = asked.speaker and pick_corpus_speakers(library, asked.speaker).id
    outlet = asked.outlet and _name_outlet(library, asked.outlet)
    return Sought(
        speakers=frozenset({speaker}) if speaker else None,
        outlets=frozenset({outlet}) if outlet else None,
        since=asked.since,
        until=asked.until,
        lang=asked.lang,
        about=asked.about or "",
        anonymous=asked.anonymous,
        certainty=asked.certainty and asked.certainty.value,
        basis=asked.basis and asked.basis.value,
    )


def find_matter(library: Library, words: str) -> str:
    """The id of the one matter that an id names, in full or by its beginning."""
    found = [words] if words in library.matters else []
    found = found or [id for id in sorted(library.matters) if id.startswith(words)]
    if len(found) == 1:
        return found[0]
    told = "several matters begin" if found else "no matter of these articles begins"
    raise UnknownIdError(f"{told} with {words!r}; `claims matters` lists them with their ids")


def _name_outlet(library: Library, words: str) -> str:
    """The outlet of the articles that words name, whole or in part, in any script."""
    outlets = sorted({page.outlet for page in library.corpus.documents if page.outlet})
    low, key = words.lower(), outlet_key(words)
    for fits in (
        lambda name: name.lower() == low,
        lambda name: bool(key) and outlet_key(name) == key,
        lambda name: low in name.lower(),
    ):
        found = [name for name in outlets if fits(name)]
        if found:
            return found[0]
    known = ", ".join(outlets) or "none is told"
    raise UnknownIdError(f"no outlet of these articles is called {words!r}; they are: {known}")
