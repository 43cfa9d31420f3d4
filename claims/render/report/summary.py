"""The facts of the report in short, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from claims.query.answers import Conflict, Hop, Point, Statement
from claims.render.cells import clean, cut
from claims.render.report.cards import Card
from claims.render.report.labels import Labels, load_labels
from claims.render.report.page import Page
from claims.render.report.quotation import ARROW
from claims.render.report.telling import (
    describe_party,
    list_relays,
    name_held,
    name_hop,
    name_statement,
    tell_difference,
    tell_dispute,
    tell_disputes,
    tell_over,
)
from claims.render.report.together import Together
from claims.render.vocabulary import Lang

_MOST = 10  # of a kind; the page has them all
_FEW = 3
_INDENT = "     "


def draw_summary(page: Page, *, lang: Lang, width: int, together: Together | None = None) -> Text:
    """Who disputes whom and what may conflict, each line within `width` columns.

    >>> from claims.graph import build_graph
    >>> from claims.render.report.page import lay_out_page
    >>> print(draw_summary(lay_out_page([], build_graph([])), lang="en", width=60).plain)
    0 disputes · 0 may conflict · 0 speakers · 0 statements
    <BLANKLINE>
    Nothing is disputed here
    """
    labels = load_labels(lang)
    lines = [*_draw_head(page, labels, width)]
    lines += _draw_contested(together, labels, width) if together else []
    lines += _draw_disputes(page, labels, width)
    lines += _draw_conflicts(page, labels, width)
    return Text("\n").join(lines)


def _draw_head(page: Page, labels: Labels, width: int) -> Iterator[Text]:
    if len(page.stories) == 1:
        article = page.stories[0].article
        yield Text(cut(clean(article.title) or clean(article.name) or article.id, width), "bold")
    elif page.stories:
        yield Text(labels.write("many", n=len(page.stories)), "bold")
    counts = {
        "conflicts_n": len(page.conflicts),
        "speakers_n": page.speakers,
        "statements_n": len(page.statements),
    }
    told = (labels.write(key, n=n) for key, n in counts.items())
    yield Text(" · ".join((tell_disputes(page.cards, labels), *told)), "dim")


def _draw_contested(together: Together, labels: Labels, width: int) -> Iterator[Text]:
    """The most contested matters, each with its first positions and on whose word they rest."""
    yield Text()
    if not together.matters:
        yield Text(cut(labels.write("contested_none"), width), "dim")
        return
    yield Text(labels.write("contested_n", n=together.count), "bold")
    for one in together.matters[:_FEW]:
        told = labels.write("positions_n", n=len(one.positions))
        yield Text(cut(f"{one.number:>3}  {clean(one.title)} · {told}", width))
        for position in one.positions[:_FEW]:
            names = labels.join(clean(own.name) for own in position.holders[:_FEW])
            line = labels.write("lead", first=names, second=clean(position.words))
            yield Text(cut(_INDENT + line, width), "dim")


def _draw_disputes(page: Page, labels: Labels, width: int) -> Iterator[Text]:
    yield Text()
    yield Text(labels.write("disputed" if page.cards else "empty_title"), "bold")
    for card in page.cards[:_MOST]:
        yield from _draw_dispute(card, labels, width)
    if len(page.cards) > _MOST:
        yield Text(_INDENT + labels.write("more_disputes", n=len(page.cards) - _MOST), "dim")


def _draw_dispute(card: Card, labels: Labels, width: int) -> Iterator[Text]:
    cues = labels.join(labels.quote(clean(act.words.text)) for act in card.acts if act.words)
    told = "  ".join(filter(None, (tell_dispute(card, labels), cues)))
    yield Text(cut(f"{card.number:>3}  {told}", width))
    yield from (Text(cut(_INDENT + line, width), "dim") for line in _tell_over(card, labels))
    if card.also:
        more = labels.write("also_disputed_n", n=len(card.also))
        yield Text(cut(_INDENT + more, width), "dim")


def _tell_over(card: Card, labels: Labels) -> Iterator[str]:
    """What is disputed; before it the phrase that means it, or that it is only perhaps meant."""
    over, words = tell_over(card, labels), _tell_point(card.over, labels)
    if card.main.target:
        yield over
    yield words if card.firm or card.main.target else labels.write("lead", first=over, second=words)


def _draw_conflicts(page: Page, labels: Labels, width: int) -> Iterator[Text]:
    if not page.conflicts:
        return
    yield Text()
    yield Text(labels.write("conflicts"), "bold")
    for number, one in enumerate(page.conflicts[:_MOST], 1):
        yield from _draw_conflict(number, one, labels, width)
    if len(page.conflicts) > _MOST:
        yield Text(_INDENT + labels.write("more_between", n=len(page.conflicts) - _MOST), "dim")


def _draw_conflict(number: int, one: Conflict, labels: Labels, width: int) -> Iterator[Text]:
    yield Text(cut(f"{number:>3}  {tell_difference(one, labels)}", width))
    for point in (one.first, one.second):
        yield Text(cut(_INDENT + _tell_point(point, labels), width), "dim")


def _tell_point(one: Point, labels: Labels) -> str:
    relays = [_name_relay(hop, labels) for hop in list_relays(one.statement)]
    own = name_held(_name(one.statement, labels), one, labels)
    words = clean(one.words)
    names = ARROW.join([*relays, own])
    return labels.write("lead", first=names, second=words) if words else names


def _name_relay(hop: Hop, labels: Labels) -> str:
    name = name_hop(hop, labels)
    return (
        labels.write("aside", first=name, second=labels.term("anonymous"))
        if hop.anonymous
        else name
    )


def _name(one: Statement, labels: Labels) -> str:
    """The name, and for one who is not named the word that says so."""
    name = name_statement(one, labels)
    if one.speaker and one.speaker.anonymous:
        return labels.write("aside", first=name, second=describe_party(one.speaker, labels))
    return name
