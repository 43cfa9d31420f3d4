"""What the report shows, in the order in which it stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.graph import Graph
from claims.model import Document, Dossier, Frozen
from claims.query import find_conflicts, find_disputes, find_matters, find_speakers
from claims.query.answers import Article, Conflict, Dispute, Point, Statement, Who
from claims.render.report.anchors import section_anchor
from claims.render.report.segments import Paragraph, cut_article
from claims.render.report.tones import choose_tones


class Place(Frozen):
    """Where a dispute or a conflict stands on the page, under which number."""

    number: int
    anchor: str


Places = dict[str, tuple[Place, ...]]


class Between(Frozen):
    """A conflict between the sides of a dispute: on the left the words of who disputes."""

    place: Place
    conflict: Conflict
    left: Point
    right: Point


class Numbered(Frozen):
    """A dispute with its number on the page, and the conflicts between its two sides."""

    number: int
    dispute: Dispute
    between: tuple[Between, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands on the page."""
        return Place(number=self.number, anchor=section_anchor("d", self.dispute.id))


class Story(Frozen):
    """One article: its text in pieces, its speakers and the tone of each; how many disputes."""

    document: Document
    article: Article
    paragraphs: tuple[Paragraph, ...]
    speakers: tuple[Who, ...]
    tones: dict[str, int]
    disputes: int


class Page(Frozen):
    """All that the report shows.

    Conflicts are numbered from one, the strong ones first. `disputing`, `disputed` and
    `conflicting` give for an attribution the places of what it is part of; `disputed` only for the
    one that is most likely meant.
    """

    stories: tuple[Story, ...]
    disputes: tuple[Numbered, ...]
    conflicts: tuple[Conflict, ...]
    disputing: Places
    disputed: Places
    conflicting: Places

    @property
    def pairs(self) -> tuple[tuple[Numbered, ...], ...]:
        """The disputes by who disputes whom, in the order of the first of each."""
        pairs: dict[tuple[str, ...], list[Numbered]] = {}
        for one in self.disputes:
            pairs.setdefault(_name_pair(one.dispute), []).append(one)
        return tuple(map(tuple, pairs.values()))

    @property
    def speakers(self) -> int:
        """How many speak in all articles."""
        return sum(who.speaker is not None for story in self.stories for who in story.speakers)

    @property
    def statements(self) -> int:
        """How many statements there are in all articles."""
        return sum(len(who.statements) for story in self.stories for who in story.speakers)


def lay_out_page(dossiers: Sequence[Dossier], graph: Graph) -> Page:
    """What the report of some articles shows; `graph` is the one built from them.

    An article that is given twice is shown once.
    """
    dossiers = [*{one.document.id: one for one in reversed(dossiers)}.values()][::-1]
    disputes = _order_disputes(graph)
    conflicts = sorted(find_conflicts(graph), key=_weight)
    numbered = tuple(_number(disputes, conflicts))
    return Page(
        stories=tuple(_tell_stories(dossiers, graph, disputes)),
        disputes=numbered,
        conflicts=tuple(conflicts),
        disputing=_gather((one.dispute.who.id, one.place) for one in numbered),
        disputed=_gather(
            (said.id, one.place) for one in numbered for said in one.dispute.against[:1]
        ),
        conflicting=_gather(
            (point.statement.id, _place(number, one))
            for number, one in enumerate(conflicts, 1)
            for point in (one.first, one.second)
        ),
    )


def _name_pair(one: Dispute) -> tuple[str, ...]:
    voices = (said.speaker.id if said.speaker else said.id for said in (one.who, *one.against))
    return tuple(dict.fromkeys(voices))


def _order_disputes(graph: Graph) -> list[Dispute]:
    """Those of the most disputed matter first."""
    first = [one for matter in find_matters(graph) for one in matter.disputes]
    return [*{one.id: one for one in [*first, *find_disputes(graph)]}.values()]


def _weight(one: Conflict) -> tuple[bool, bool]:
    return one.strength == "weak", not one.disputed


def _number(disputes: Iterable[Dispute], conflicts: list[Conflict]) -> Iterator[Numbered]:
    """The disputes with their numbers; a conflict is told with the first that it goes with."""
    told: set[int] = set()
    for number, one in enumerate(disputes, 1):
        between = [c for c in _find_between(one, conflicts) if c.place.number not in told]
        told |= {conflict.place.number for conflict in between}
        yield Numbered(number=number, dispute=one, between=tuple(between))


def _find_between(one: Dispute, conflicts: Iterable[Conflict]) -> tuple[Between, ...]:
    """The conflicts in which one side's words stand against the other's."""
    mine, theirs = _voices([one.who]), _voices(one.against)
    mine, theirs = mine - theirs, theirs - mine
    found = (_face(conflict, number, mine, theirs) for number, conflict in enumerate(conflicts, 1))
    return tuple(filter(None, found))


def _voices(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(one.speaker.id for one in statements if one.speaker)


def _face(
    one: Conflict, number: int, mine: frozenset[str], theirs: frozenset[str]
) -> Between | None:
    for left, right in ((one.first, one.second), (one.second, one.first)):
        if _carriers(left.statement) & mine and _carriers(right.statement) & theirs:
            return Between(place=_place(number, one), conflict=one, left=left, right=right)
    return None


def _place(number: int, one: Conflict) -> Place:
    return Place(number=number, anchor=section_anchor("k", one.id))


def _carriers(one: Statement) -> frozenset[str]:
    """All through whom a statement comes: the White House tells what Biden said."""
    return frozenset(hop.speaker.id for hop in one.hops if hop.speaker)


def _gather(pairs: Iterable[tuple[str, Place]]) -> Places:
    places: dict[str, list[Place]] = defaultdict(list)
    for id, place in pairs:
        if place not in places[id]:
            places[id].append(place)
    return {id: tuple(several) for id, several in places.items()}


def _tell_stories(
    dossiers: Iterable[Dossier], graph: Graph, disputes: Iterable[Dispute]
) -> Iterable[Story]:
    speakers: dict[str, list[Who]] = defaultdict(list)
    for who in find_speakers(graph):
        speakers[who.article.id].append(who)
    count: dict[str, int] = defaultdict(int)
    for one in disputes:
        count[one.who.article.id] += 1
    for dossier in dossiers:
        here = speakers[dossier.document.id]
        yield Story(
            document=dossier.document,
            article=_introduce(dossier.document),
            paragraphs=_leave_title(cut_article(dossier), dossier.document.title),
            speakers=tuple(here),
            tones=choose_tones(here),
            disputes=count[dossier.document.id],
        )


def _leave_title(paragraphs: tuple[Paragraph, ...], title: str) -> tuple[Paragraph, ...]:
    """Without a first line that only is the title, which stands above the text already."""
    first = paragraphs[0]
    marked = any(piece.over or piece.cues or piece.opens for piece in first)
    told = "".join(piece.text for piece in first).strip()
    return paragraphs if marked or told != title.strip() else paragraphs[1:]


def _introduce(page: Document) -> Article:
    return Article.model_validate({name: getattr(page, name) for name in Article.model_fields})
