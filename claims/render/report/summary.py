"""The facts of the report in short, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from claims.query.answers import Conflict, Point, Statement
from claims.render.cells import clean, cut
from claims.render.report.labels import Labels, load_labels
from claims.render.report.page import Numbered, Page
from claims.render.report.quotation import ARROW
from claims.render.report.telling import (
    describe_party,
    list_relays,
    name_hop,
    name_statement,
    tell_difference,
    tell_dispute,
)

_MOST = 10  # of a kind; the page has them all
_INDENT = "     "


def draw_summary(page: Page, *, lang: str, width: int) -> Text:
    """Who disputes whom and what may conflict, each line within `width` columns.

    >>> from claims.graph import build_graph
    >>> from claims.render.report.page import lay_out_page
    >>> print(draw_summary(lay_out_page([], build_graph([])), lang="en", width=60).plain)
    0 disputes · 0 may conflict · 0 speakers · 0 statements
    <BLANKLINE>
    Nothing is disputed here
    """
    labels = load_labels(lang)
    lines = [*_draw_head(page, labels, width), *_draw_disputes(page, labels, width)]
    lines += _draw_conflicts(page, labels, width)
    return Text("\n").join(lines)


def _draw_head(page: Page, labels: Labels, width: int) -> Iterator[Text]:
    if len(page.stories) == 1:
        article = page.stories[0].article
        yield Text(cut(clean(article.title) or clean(article.name) or article.id, width), "bold")
    elif page.stories:
        yield Text(labels.write("many", n=len(page.stories)), "bold")
    counts = {
        "disputes_n": len(page.disputes),
        "conflicts_n": len(page.conflicts),
        "speakers_n": page.speakers,
        "statements_n": page.statements,
    }
    yield Text(" · ".join(labels.write(key, n=n) for key, n in counts.items()), "dim")


def _draw_disputes(page: Page, labels: Labels, width: int) -> Iterator[Text]:
    yield Text()
    yield Text(labels.write("disputed" if page.disputes else "empty_title"), "bold")
    for one in page.disputes[:_MOST]:
        yield from _draw_dispute(one, labels, width)
    if len(page.disputes) > _MOST:
        yield Text(_INDENT + labels.write("more_disputes", n=len(page.disputes) - _MOST), "dim")


def _draw_dispute(one: Numbered, labels: Labels, width: int) -> Iterator[Text]:
    dispute = one.dispute
    cue = labels.write("quotation", text=clean(dispute.words.text)) if dispute.words else ""
    told = "  ".join(filter(None, (tell_dispute(dispute, labels), cue)))
    yield Text(cut(f"{one.number:>3}  {told}", width))
    for said in dispute.against[:1]:
        line = _lead(_name(said, labels), clean(said.text), labels)
        yield Text(cut(_INDENT + line, width), "dim")
    if len(dispute.against) > 1:
        more = labels.write("also_disputed_n", n=len(dispute.against) - 1)
        yield Text(cut(_INDENT + more, width), "dim")


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
    relays = [name_hop(hop, labels) for hop in list_relays(one.statement)]
    names = ARROW.join([*relays, _name(one.statement, labels)])
    return _lead(names, clean(one.words), labels)


def _name(one: Statement, labels: Labels) -> str:
    """The name, and for one who is not named the word that says so."""
    name = name_statement(one, labels)
    if one.speaker and one.speaker.anonymous:
        return labels.write("aside", first=name, second=describe_party(one.speaker, labels))
    return name


def _lead(name: str, words: str, labels: Labels) -> str:
    return labels.write("lead", first=name, second=words) if words else name
