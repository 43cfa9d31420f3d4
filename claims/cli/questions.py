"""Each question, from paths to a printed answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.text import Text

from claims.cli.dossiers import lacks_claims
from claims.cli.lookup import find_item, is_like_id
from claims.cli.meaning import find_meant
from claims.cli.printing import fill, find_width, paint
from claims.cli.sheets import refuse_diagram
from claims.cli.shelves import NONE_FITS, Shelf
from claims.cli.streams import Voice, put
from claims.errors import UnknownIdError
from claims.export import write_sheet
from claims.graph import Graph, build_graph
from claims.model import Claim, Frozen
from claims.query import (
    Conflict,
    Dispute,
    Origin,
    Statement,
    Wanted,
    Who,
    find_chains,
    find_chains_about,
    find_conflicts,
    find_disputes,
    find_origins,
    find_speakers,
)
from claims.render.answers import (
    draw_chains,
    draw_conflicts,
    draw_disputes,
    draw_origins,
    draw_speakers,
)


class Narrowing(NamedTuple):
    """What the options of a question say, as they were typed."""

    speaker: str | None = None
    about: str | None = None
    anonymous: bool = False
    certainty: Any = None
    basis: Any = None
    negated: bool = False


class Question(NamedTuple):
    """How a question is answered, how the answer is drawn, and what is said where there is none.

    `more` tells where else to look, where there are several articles. `spoken` where attributions
    alone answer it: dossiers of an older version have no more, and of what rests on claims and
    relations nothing can be said then.
    """

    noun: type
    find: Callable[[Graph, Wanted], Sequence[Frozen]]
    draw: Callable[[Any, int], Text]
    nothing: str
    unfit: str
    spoken: bool = False
    more: str = ""


class Answer(NamedTuple):
    """What was found, how it is drawn, what is said where nothing was, and where there is more.

    `picture` makes the DOT of it, where the answer can be a picture.
    """

    noun: type
    found: Sequence[Frozen]
    draw: Callable[[Any, int], Text]
    nothing: str
    more: str = ""
    picture: Callable[[], str] | None = None


_NOTHING_ALONE = "nothing here rests on one unnamed speaker alone"

QUESTIONS = {
    "who": Question(
        Who,
        find_speakers,
        draw_speakers,
        "nobody says anything here: no attribution was found",
        "nothing of what is said here fits; leave out an option",
        spoken=True,
    ),
    "disputes": Question(
        Dispute,
        find_disputes,
        draw_disputes,
        "nobody here disputes, in so many words, what another says here; `claims contradictions` "
        "shows which claims may conflict, `claims who --negated` what is denied",
        "no dispute here fits; leave out an option",
    ),
    "contradictions": Question(
        Conflict,
        find_conflicts,
        draw_conflicts,
        "no two claims were found here that may conflict; `claims who` shows what each says",
        "no two claims here that may conflict fit; leave out an option",
        more="Only pairs inside one article are shown; --across shows claims of different ones.",
    ),
    "origins": Question(
        Origin,
        find_origins,
        draw_origins,
        f"{_NOTHING_ALONE}; `claims who` shows who says what",
        "nothing here that rests on one unnamed speaker alone fits; leave out an option",
    ),
}


def answer_question(
    name: str, shelf: Shelf, narrowing: Narrowing, sheet: str, voice: Voice
) -> None:
    """Build the graph, ask, print."""
    question = QUESTIONS[name]
    graph = build_graph(shelf.dossiers)
    answers = question.find(graph, _narrow(graph, shelf, narrowing, voice))
    nothing = _tell_nothing(question, shelf, narrowing)
    more = question.more if len(shelf.dossiers) > 1 else ""
    print_answer(Answer(question.noun, answers, question.draw, nothing, more), sheet, voice)


def _tell_nothing(question: Question, shelf: Shelf, narrowing: Narrowing) -> str:
    """The sentence for no answer; none where nothing was read that could have one."""
    if not shelf.dossiers:
        return NONE_FITS if shelf.read else ""
    told = question.spoken or not any(map(lacks_claims, shelf.dossiers))
    fits = question.nothing if narrowing == Narrowing() else question.unfit
    return fits if told else ""


def answer_origins(
    shelf: Shelf, narrowing: Narrowing, sheet: str, voice: Voice, *, all: bool
) -> None:
    """What rests on one unnamed speaker alone, and how much others say too."""
    graph = build_graph(shelf.dossiers)
    found = find_origins(graph, _narrow(graph, shelf, narrowing, voice))
    shown = [one for one in found if all or one.alone]
    left = len(found) - len(shown)
    nothing = _tell_nothing(QUESTIONS["origins"], shelf, narrowing)
    if left:
        nothing = f"{_NOTHING_ALONE}; --all shows what others say too"

    def draw(origins: Any, width: int) -> Text:
        return draw_origins(origins, width, left)

    print_answer(Answer(Origin, shown, draw, nothing), sheet, voice)


def answer_chain(what: str, shelf: Shelf, sheet: str, voice: Voice) -> None:
    """The chain of an id; or those of all that words are about."""
    graph = build_graph(shelf.dossiers)
    claim: Claim | None = None
    gone = shelf.read and not shelf.dossiers  # none of the articles is wanted
    if is_like_id(what) and not gone:
        _, item = find_item(what, shelf.dossiers)
        claim = item if isinstance(item, Claim) else None
        chains = _find_chains(graph, item.id)
    else:
        chains = find_chains_about(graph, what)

    def draw(chains: Sequence[Statement], width: int) -> Text:
        return draw_chains(chains, width, claim)

    nothing = f"nothing that is said here is about {what!r}; `claims who` shows what is said"
    if gone:
        nothing = NONE_FITS
    print_answer(Answer(Statement, chains, draw, nothing), sheet, voice)


def _find_chains(graph: Graph, id: str) -> list[Statement]:
    try:
        return find_chains(graph, id)
    except KeyError:
        raise UnknownIdError(
            f"{id!r} has no chain; give the id of a claim (c…) or an attribution (a…, q…)"
        ) from None


def _narrow(graph: Graph, shelf: Shelf, narrowing: Narrowing, voice: Voice) -> Wanted:
    """The options as filters; where words may mean several speakers, these are listed."""
    speakers = shelf.speakers
    if narrowing.speaker is not None and speakers is None and graph:
        speakers = find_meant(graph, narrowing.speaker, voice)
    return Wanted(
        speakers=speakers,
        about=narrowing.about or "",
        anonymous=narrowing.anonymous,
        certainty=narrowing.certainty and narrowing.certainty.value,
        basis=narrowing.basis and narrowing.basis.value,
        negated=narrowing.negated,
    )


def print_answer(answer: Answer, sheet: str, voice: Voice) -> None:
    """An answer as a table, JSON, CSV or DOT; where there is none, what is said instead.

    The sentence stands in the table's place, else on standard error, beside an empty list. Below a
    table stands where there is more.
    """
    if sheet == "diagram" and answer.picture is None:
        refuse_diagram()
    if sheet == "table":
        if answer.found:
            put(paint(answer.draw(answer.found, find_width())))
        elif answer.nothing:
            put(fill(answer.nothing))
        if answer.more and (answer.found or answer.nothing):
            put("\n" + fill(answer.more))
        return
    if answer.nothing and not answer.found:
        voice.say(answer.nothing)
    if sheet == "csv":
        put(write_sheet(answer.found, answer.noun))
    elif sheet == "diagram" and answer.picture:
        put(answer.picture())
    else:
        put("[" + ",\n".join(one.model_dump_json() for one in answer.found) + "]\n")
