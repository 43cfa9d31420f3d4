"""What the templates may ask: the page's own words, names, chains and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from claims.model import Frozen, Span
from claims.query.answers import Article, Dispute, Hop, Party, Point, Statement
from claims.render.cells import clean, read_address
from claims.render.passages import find_sentence
from claims.render.report import telling
from claims.render.report.anchors import row_anchor, section_anchor, words_anchor
from claims.render.report.cards import Card
from claims.render.report.marks import Marks, draw_flags, draw_paragraph, write_tone
from claims.render.report.page import Story
from claims.render.report.quotation import ARROW, write_chain, write_quotation, write_source
from claims.render.report.sentences import Words, mark_sentence
from claims.render.report.tame import tame_address, tame_text
from claims.render.report.together import Against

_DIFFERS = Markup('<b class="differs">{words}</b>')
_NAME = Markup('<bdi class="{kind}">{name}</bdi>')
_CUE = Markup('<b class="{kind}">{text}</b>')
_HELD = Markup(' <b class="held">{mark}</b>')


class Sentence(Frozen):
    """A sentence in which someone disputes, with all statements in it that do."""

    words: tuple[Words, ...]
    statements: tuple[Statement, ...]


class Speech:
    """The functions of the templates, bound to one page and one language."""

    def __init__(self, marks: Marks, stories: Mapping[str, Story]) -> None:
        self._marks, self._labels, self._stories = marks, marks.labels, stories

    def offer(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names that the templates call them by."""
        labels = self._labels
        return {
            "t": labels.write,
            "term": labels.term,
            "anchor": section_anchor,
            "row_anchor": row_anchor,
            "words_anchor": words_anchor,
            "title_of": lambda article: clean(article.title) or clean(article.name) or article.id,
            "date_of": self.write_date,
            "address_of": lambda article: tame_address(article.url),
            "shown_address": lambda article: read_address(tame_address(article.url)),
            "lang_of": lambda article: self._stories[article.id].lang,
            "name": self.draw_name,
            "name_of": lambda one: telling.name_statement(one, labels),
            "name_of_hop": lambda hop: telling.name_hop(hop, labels),
            "hops_of": telling.list_hops,
            "relays_of": telling.list_relays,
            "describe": self.describe,
            "voices": self.draw_voices,
            "cue_of": self.draw_cue,
            "held": self.draw_held,
            "held_hop": self.draw_held_hop,
            "headline": self.draw_headline,
            "headline_of": self.tell_headline,
            "target_of": lambda card: telling.quote_target(card, labels),
            "disputes_of": lambda page: telling.tell_disputes(page.cards, labels),
            "short_of": telling.shorten_over,
            "standing_of": telling.find_standing,
            "chain_of": lambda one: write_chain(one, labels),
            "sentence_of": lambda one: self.mark([one]),
            "sentences_of": lambda card: [*self.list_sentences(card)],
            "quotation_of": self.quote,
            "source_of": lambda article: write_source(article, labels),
            "tone_of": lambda one: write_tone(one, self._marks.tones),
            "notes_of": lambda one: [*self.list_notes(one)],
            "signs_of": lambda one: [*telling.list_signs(one, labels)],
            "tell_difference": lambda one: telling.tell_difference(one, labels),
            "tell_shared": lambda one: telling.tell_shared(one, labels),
            "underscore": draw_differing,
            "draw_paragraph": lambda paragraph: draw_paragraph(paragraph, self._marks),
            "flags": lambda id: draw_flags(id, self._marks),
        }

    def write_date(self, article: Article) -> str:
        """The date as it stands on the page of the article."""
        return clean(article.published.replace("T", " ")) or self._labels.write("no_date")

    def describe(self, party: Party | None) -> str:
        """What stands small beneath a name, in the script of the article."""
        story = self._stories.get(party.article) if party else None
        return telling.describe_party(party, self._labels, story.document if story else None)

    def draw_name(self, one: Statement) -> Markup:
        """The name of a statement's speaker, marked as named, anonymous or neither."""
        kind = _mark(one.speaker.anonymous) if one.speaker else "name nobody"
        return _NAME.format(kind=kind, name=tame_text(telling.name_statement(one, self._labels)))

    def draw_held(self, one: Statement | Point) -> Markup:
        """The word for words that are not the speaker's own claim."""
        mark = telling.mark_held(one, self._labels)
        return _HELD.format(mark=tame_text(mark)) if mark else Markup()

    def draw_cue(self, one: Statement) -> Markup:
        """The words of report, framed where they are the word for words that are not held."""
        if one.cue is None:
            return _CUE.format(kind="cue", text=self._labels.write("lone_note"))
        if telling.tells_held(one, self._labels):
            return _CUE.format(kind="cue held", text=tame_text(one.cue.text))
        return _CUE.format(kind="cue", text=tame_text(one.cue.text)) + self.draw_held(one)

    def draw_held_hop(self, hop: Hop) -> Markup:
        """The word for one on the way who does not hold what comes after."""
        mark = telling.mark_hop(hop, self._labels)
        return _HELD.format(mark=mark) if mark else Markup()

    def draw_voices(self, one: Statement | Point) -> Markup:
        """The speaker's name, before it the names of those who pass the words on."""
        statement = one.statement if isinstance(one, Point) else one
        relays = [
            _NAME.format(
                kind=f"{_mark(hop.anonymous)} passes",
                name=tame_text(telling.name_hop(hop, self._labels)),
            )
            for hop in telling.list_relays(statement)
        ]
        return Markup(ARROW).join([*relays, self.draw_name(statement)]) + self.draw_held(one)

    def draw_headline(self, one: Card) -> Markup:
        """Who disputes whom, as a sentence with the names marked."""
        names = map(self.draw_name, telling.name_disputed(one, self._labels))
        return Markup(self._labels.write(telling.pick_headline(one))).format(
            who=self.draw_name(one.who), whom=Markup(self._labels.term("list")).join(names)
        )

    def tell_headline(self, one: Against) -> str:
        """Who disputes whom, of what is told from several articles."""
        nobody = self._labels.term("nobody")
        names = {"who": clean(one.second.who) or nobody, "whom": clean(one.first.who) or nobody}
        return self._labels.write("headline", **names)

    def mark(self, statements: Sequence[Statement], disputing: Sequence[Span] = ()) -> Any:
        """The sentence of statements, marked."""
        page = self._stories[statements[0].article.id].document
        return mark_sentence(page, statements, disputing)

    def list_sentences(self, card: Card) -> Iterator[Sentence]:
        """The sentences in which one disputes another, each once."""
        places: dict[tuple[int, int], list[Dispute]] = {}
        for act in card.acts:
            page, passage = self._stories[act.who.article.id].document, act.who.passage
            place = find_sentence(page, passage.start, passage.end)
            places.setdefault(place, []).append(act)
        for acts in places.values():
            statements = tuple({act.who.id: act.who for act in acts}.values())
            disputing = [act.words for act in acts if act.words]
            yield Sentence(words=self.mark(statements, disputing), statements=statements)

    def quote(self, one: Statement) -> str:
        """A statement as it is copied."""
        return write_quotation(one, self._stories[one.article.id].document, self._labels)

    def list_notes(self, one: Statement) -> Iterator[str]:
        """What stands small beneath a statement: whom it is said to, through what, when."""
        if one.addressee:
            yield self._labels.write("said_to", name=clean(one.addressee))
        yield from filter(None, (clean(one.medium), clean(one.said_at)))


def _mark(anonymous: bool) -> str:
    return "name" + " anon" * anonymous


def draw_differing(words: str, differing: str) -> Markup:
    """Words of a claim, with those that set it apart marked where they first stand.

    >>> print(draw_differing("损失不到一成", "不到一成"))
    损失<b class="differs">不到一成</b>
    """
    before, found, after = words.partition(differing) if differing else (words, "", "")
    marked = _DIFFERS.format(words=tame_text(found)) if found else ""
    return Markup("").join([tame_text(before), marked, tame_text(after)])
