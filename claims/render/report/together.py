"""What the report shows of several articles together, before each of them by itself.

Everything that is told leads to the words in an article: `anchor` is their place on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.model import Difference, Frozen
from claims.model.world import Held
from claims.query.across import (
    Across,
    Contest,
    Library,
    Stand,
    Told,
    find_changes,
    find_contested,
    find_contests,
)
from claims.render.diagram.matters.pairs import Pair, face_stands
from claims.render.diagram.matters.voices import Voice, list_voices
from claims.render.report.anchors import section_anchor, words_anchor
from claims.render.report.scripts import tag_script

MATTERS = 12  # that are told in full; of more, the most contested
CHANGES = 12


class Point(Frozen):
    """A claim of an article as one end of what stands between two, or as one of many that agree."""

    who: str = ""
    anonymous: bool = False
    narrated: bool = False
    words: str = ""
    lang: str = ""
    held: Held = "asserted"
    outlet: str = ""
    day: str = ""
    document: str = ""
    anchor: str = ""


class Holder(Frozen):
    """One on whose word a position rests, with a place for each article that carries it."""

    name: str
    anonymous: bool = False
    narrated: bool = False
    places: tuple[Point, ...] = ()


class Position(Frozen):
    """A position in its words, and on whose word it rests."""

    words: str
    lang: str = ""
    held: Held = "asserted"
    unnamed_alone: bool = False
    holders: tuple[Holder, ...] = ()


class Against(Frozen):
    """Two who are against each other: in so many words, or as may be concluded from the words.

    The earlier one is told first, and `difference` tells what sets them apart in that order.
    """

    id: str
    stated: bool
    first: Point
    second: Point
    words: str = ""
    over: str = ""
    perhaps: bool = False
    change: bool = False
    difference: Difference | None = None


class Contention(Frozen):
    """A matter with its positions and what stands between them, disputes first.

    `against` has for each two positions the plainest pair of claims that may conflict.
    """

    id: str
    number: int
    anchor: str
    title: str
    topic: str = ""
    days: tuple[str, ...] = ()
    outlets: int = 0
    origins: int = 0
    unnamed: int = 0
    positions: tuple[Position, ...] = ()
    against: tuple[Against, ...] = ()


class Copied(Frozen):
    """An article among those that are much the same."""

    title: str
    outlet: str
    anchor: str


class Together(Frozen):
    """What several articles say together; `more` and `more_changes` is what is not told."""

    matters: tuple[Contention, ...] = ()
    more: int = 0
    changes: tuple[Against, ...] = ()
    more_changes: int = 0
    copies: tuple[tuple[Copied, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many matters are contested in all."""
        return len(self.matters) + self.more


def lay_out_together(library: Library) -> Together:
    """What is contested in several articles, the most contested matter first.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "警方说，港口仓库爆炸造成3人死亡。", "消防队长林海说，港口仓库爆炸造成9人死亡。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [matter] = lay_out_together(library).matters
    >>> [[holder.name for holder in one.holders] for one in matter.positions]
    [['警方'], ['林海']]
    """
    found, changes = find_contested(library), find_changes(library)
    teller = _Teller(library)
    contests = find_contests(library, found[:MATTERS])
    return Together(
        matters=tuple(teller.tell(one, number) for number, one in enumerate(contests, 1)),
        more=max(0, len(found) - MATTERS),
        changes=tuple(filter(None, map(teller.tell_pair, changes[:CHANGES]))),
        more_changes=max(0, len(changes) - CHANGES),
        copies=tuple(teller.list_copies()),
    )


class _Teller:
    """Tells what a library holds as it stands on the page."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._langs = {one.id: tag_script(one) for one in library.corpus.documents}

    def tell(self, contest: Contest, number: int) -> Contention:
        """A matter in full."""
        matter = contest.matter
        voices = {
            claim.speaker_id: claim.anonymous
            for stand in matter.stands
            for claim in stand.claims
            if claim.speaker_id
        }
        return Contention(
            id=matter.id,
            number=number,
            anchor=section_anchor("m", matter.id),
            title=matter.title or matter.id,
            topic=matter.topic,
            days=tuple(dict.fromkeys(filter(None, (matter.first, matter.last)))),
            outlets=len(matter.outlets),
            origins=len(voices),
            unnamed=sum(voices.values()),
            positions=tuple(map(self._tell_position, matter.stands)),
            against=tuple(self._list_against(contest)),
        )

    def _tell_position(self, stand: Stand) -> Position:
        first = next(one for one in stand.claims if one.text == stand.words)
        return Position(
            words=stand.words,
            lang=self._langs[first.document],
            held=first.held,
            unnamed_alone=stand.unnamed_alone,
            holders=tuple(map(self._tell_holder, list_voices(stand))),
        )

    def _tell_holder(self, voice: Voice) -> Holder:
        first = voice.told[0]
        once = {(one.document, one.text): one for one in reversed(voice.told)}
        return Holder(
            name=first.speaker or first.outlet,
            anonymous=first.anonymous,
            narrated=not first.speaker_id,
            places=tuple(self._tell_point(one) for one in list(once.values())[::-1]),
        )

    def _tell_point(self, one: Told) -> Point:
        attribution = self._library.claims[one.id].attribution
        place = section_anchor("t", one.document)
        return Point(
            who=one.speaker or ("" if one.speaker_id else one.outlet),
            anonymous=one.anonymous,
            narrated=one.narrated,
            words=one.text,
            lang=self._langs[one.document],
            held=one.held,
            outlet=one.outlet,
            day=one.published[:10],
            document=one.document,
            anchor=words_anchor(attribution) if attribution else place,
        )

    def _list_against(self, contest: Contest) -> Iterator[Against]:
        """Each dispute; then for each two positions the first pair that may conflict."""
        faced = face_stands(contest)
        stated = (one for pair in faced.pairs for one in pair.disputes)
        ranked = sorted(faced.pairs, key=lambda one: not one.strong)
        pairs = (one for pair in ranked for one in _first(pair))
        for one in (*stated, *faced.loose, *pairs):
            told = self.tell_pair(one)
            if told:
                yield told

    def tell_pair(self, one: Across) -> Against | None:
        """Two claims, or a claim and who disputes it; nothing where no claim is disputed."""
        if one.earlier is None:
            return None
        first = self._tell_point(one.earlier)
        speaker = self._library.speakers.get(one.who_id)
        second = (
            self._tell_point(one.later)
            if one.later
            else Point(
                who=one.who,
                anonymous=speaker is None or speaker.anonymous,
                outlet=first.outlet,
                day=first.day,
                document=first.document,
                lang=first.lang,
                anchor=self._find_words(one.id),
            )
        )
        return Against(
            id=one.id,
            stated=one.basis == "stated" and one.kind == "disputes",
            first=first,
            second=second,
            words=one.words,
            over=one.over,
            perhaps=one.strength == "weak",
            change=one.change,
            difference=_turn(one.difference),
        )

    def _find_words(self, relation: str) -> str:
        """Where the words of dispute stand that are no claim."""
        [found] = [one for one in self._library.corpus.relations if one.id == relation]
        return words_anchor(found.origin)

    def list_copies(self) -> Iterator[tuple[Copied, ...]]:
        """The articles that are much the same, group by group."""
        pages = self._library.documents
        for story in self._library.corpus.stories:
            for group in story.copies:
                known = [pages[id] for id in group if id in pages]
                yield tuple(
                    Copied(
                        title=page.title or page.name or page.id,
                        outlet=page.outlet,
                        anchor=section_anchor("t", page.id),
                    )
                    for page in known
                )


def _first(pair: Pair) -> Sequence[Across]:
    return pair.clashes[:1]


def _turn(one: Difference | None) -> Difference | None:
    """A difference of the later and the earlier claim as one of the earlier and the later."""
    return one.changed(first=one.second, second=one.first) if one else None


def find_links(library: Library, matters: Iterable[Contention]) -> dict[str, str]:
    """For what may conflict on a matter the place of that matter, by the id of the relation."""
    places = {one.id: f"#{one.anchor}" for one in matters}
    links: dict[str, str] = {}
    for relation in library.corpus.relations:
        claim = library.claims.get(relation.origin)
        place = places.get(claim.matter or "", "") if claim else ""
        if place and relation.kind == "contradicts":
            links[relation.id] = place
    return links
