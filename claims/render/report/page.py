"""What the report shows, in the order in which it stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.graph import Graph
from claims.model import Document, Dossier, Frozen
from claims.query import find_matters, find_speakers
from claims.query.answers import Article, Conflict, Statement, Who
from claims.render.report.anchors import section_anchor
from claims.render.report.cards import Card, Place, deal_cards
from claims.render.report.scripts import tag_script
from claims.render.report.segments import Paragraph, cut_article
from claims.render.report.tones import choose_tones

Places = dict[str, tuple[Place, ...]]


class Story(Frozen):
    """One article: its text in pieces, its speakers and the tone of each; how many disputes.

    `lang` is the language of the text as HTML names it.
    """

    document: Document
    article: Article
    lang: str
    paragraphs: tuple[Paragraph, ...]
    speakers: tuple[Who, ...]
    tones: dict[str, int]
    disputes: int


class Page(Frozen):
    """All that the report shows.

    Cards and conflicts are numbered from one; strong conflicts come first. `disputing`,
    `disputed`, `perhaps` and `conflicting` give for an attribution the places of what it is part
    of; `disputed` only for the one that is most likely meant, `perhaps` where only nearness tells
    so.
    """

    stories: tuple[Story, ...]
    cards: tuple[Card, ...]
    conflicts: tuple[Conflict, ...]
    disputing: Places
    disputed: Places
    perhaps: Places
    conflicting: Places

    @property
    def speakers(self) -> int:
        """How many speak in all articles."""
        return sum(who.speaker is not None for story in self.stories for who in story.speakers)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all articles."""
        speakers = (who for story in self.stories for who in story.speakers)
        return tuple(one for who in speakers for one in who.statements)


def lay_out_page(dossiers: Sequence[Dossier], graph: Graph) -> Page:
    """What the report of some articles shows; `graph` is the one built from them.

    An article that is given twice is shown once.
    """
    dossiers = [*{one.document.id: one for one in reversed(dossiers)}.values()][::-1]
    matters = find_matters(graph)
    disputes = [one for matter in matters for one in matter.disputes]
    conflicts = sorted((one for matter in matters for one in matter.conflicts), key=_weight)
    who = find_speakers(graph)
    statements = [one for speaker in who for one in speaker.statements]
    cards = tuple(deal_cards(disputes, conflicts, statements))
    return Page(
        stories=tuple(_tell_stories(dossiers, who, cards)),
        cards=cards,
        conflicts=tuple(conflicts),
        disputing=_gather(
            (act.who.id, Place(number=card.number, anchor=section_anchor("d", act.id)))
            for card in cards
            for act in card.acts
        ),
        disputed=_gather((card.said.id, card.place) for card in cards if card.firm),
        perhaps=_gather((card.said.id, card.place) for card in cards if not card.firm),
        conflicting=_gather(
            (point.statement.id, Place(number=number, anchor=section_anchor("k", one.id)))
            for number, one in enumerate(conflicts, 1)
            for point in (one.first, one.second)
        ),
    )


def _weight(one: Conflict) -> tuple[bool, bool]:
    return one.strength == "weak", not one.disputed


def _gather(pairs: Iterable[tuple[str, Place]]) -> Places:
    places: dict[str, list[Place]] = defaultdict(list)
    for id, place in pairs:
        if place.number not in {one.number for one in places[id]}:
            places[id].append(place)
    return {id: tuple(several) for id, several in places.items()}


def _tell_stories(
    dossiers: Iterable[Dossier], speakers: Iterable[Who], cards: Iterable[Card]
) -> Iterator[Story]:
    here: dict[str, list[Who]] = defaultdict(list)
    for who in speakers:
        here[who.article.id].append(who)
    count: dict[str, int] = defaultdict(int)
    for card in cards:
        count[card.who.article.id] += 1
    for dossier in dossiers:
        page = dossier.document
        yield Story(
            document=page,
            article=_introduce(page),
            lang=tag_script(page),
            paragraphs=_leave_title(cut_article(dossier), page.title),
            speakers=tuple(here[page.id]),
            tones=choose_tones(here[page.id]),
            disputes=count[page.id],
        )


def _leave_title(paragraphs: tuple[Paragraph, ...], title: str) -> tuple[Paragraph, ...]:
    """Without a first line that only is the title, which stands above the text already."""
    first = paragraphs[0]
    marked = any(piece.over or piece.cues or piece.opens for piece in first)
    told = "".join(piece.text for piece in first).strip()
    return paragraphs if marked or told != title.strip() else paragraphs[1:]


def _introduce(page: Document) -> Article:
    return Article.model_validate({name: getattr(page, name) for name in Article.model_fields})
