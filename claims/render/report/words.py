"""What the templates may ask: the page's own words, names, chains and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from claims.query.answers import Article, Dispute, Point, Statement
from claims.render.cells import clean
from claims.render.report import telling
from claims.render.report.anchors import row_anchor, section_anchor, words_anchor
from claims.render.report.marks import Marks, draw_flags, draw_paragraph, write_tone
from claims.render.report.page import Story
from claims.render.report.quotation import ARROW, write_chain, write_quotation, write_source
from claims.render.report.sentences import Words, mark_sentence
from claims.render.report.tame import tame_address, tame_text

_DIFFERS = Markup('<b class="differs">{words}</b>')
_NAME = Markup('<bdi class="{kind}">{name}</bdi>')


class Speech:
    """The functions of the templates, bound to one page and one language."""

    def __init__(self, marks: Marks, stories: Mapping[str, Story]) -> None:
        self._marks, self._labels, self._stories = marks, marks.labels, stories

    def offer(self) -> dict[str, Callable[..., Any]]:
        """The functions by the names that the templates call them by."""
        return {
            "t": self._labels.write,
            "anchor": section_anchor,
            "row_anchor": row_anchor,
            "words_anchor": words_anchor,
            "title_of": lambda article: clean(article.title) or clean(article.name) or article.id,
            "date_of": self.write_date,
            "address_of": lambda article: tame_address(article.url),
            "name": self.draw_name,
            "name_of": lambda one: telling.name_statement(one, self._labels),
            "name_of_hop": lambda hop: telling.name_hop(hop, self._labels),
            "describe": lambda party: telling.describe_party(party, self._labels),
            "voices": self.draw_voices,
            "headline": self.draw_headline,
            "standing_of": telling.find_standing,
            "chain_of": lambda one: write_chain(one, self._labels),
            "sentence_of": self.mark,
            "quotation_of": self.quote,
            "source_of": lambda article: write_source(article, self._labels),
            "tone_of": lambda one: write_tone(one, self._marks.tones),
            "notes_of": lambda one: [*self.list_notes(one)],
            "notes_of_point": lambda one: [*self.list_claim_notes(one)],
            "tell_difference": lambda one: telling.tell_difference(one, self._labels),
            "tell_shared": lambda one: telling.tell_shared(one, self._labels),
            "underscore": draw_differing,
            "draw_paragraph": lambda paragraph: draw_paragraph(paragraph, self._marks),
            "flags": lambda id: draw_flags(id, self._marks.page, self._labels),
        }

    def write_date(self, article: Article) -> str:
        """The date as it stands on the page of the article."""
        return clean(article.published.replace("T", " ")) or self._labels.write("no_date")

    def draw_name(self, one: Statement) -> Markup:
        """The name of a statement's speaker, marked as named, anonymous or neither."""
        kind = _mark(one.speaker.anonymous) if one.speaker else "name nobody"
        return _NAME.format(kind=kind, name=tame_text(telling.name_statement(one, self._labels)))

    def draw_voices(self, one: Statement) -> Markup:
        """The speaker's name, before it the names of those who pass the words on."""
        relays = [
            _NAME.format(
                kind=f"{_mark(hop.anonymous)} passes",
                name=tame_text(telling.name_hop(hop, self._labels)),
            )
            for hop in telling.list_relays(one)
        ]
        return Markup(ARROW).join([*relays, self.draw_name(one)])

    def draw_headline(self, one: Dispute) -> Markup:
        """Who disputes whom, as a sentence with the names marked."""
        names = map(self.draw_name, telling.name_disputed(one, self._labels))
        return Markup(self._labels.write(telling.pick_headline(one))).format(
            who=self.draw_name(one.who),
            whom=Markup(self._labels.write("and")).join(names),
            target=tame_text(clean(one.target.text)) if one.target else "",
        )

    def mark(self, one: Statement) -> tuple[Words, ...]:
        """The sentence of a statement, marked."""
        return mark_sentence(self._stories[one.article.id].document, one)

    def quote(self, one: Statement) -> str:
        """A statement as it is copied."""
        return write_quotation(one, self._stories[one.article.id].document, self._labels)

    def list_notes(self, one: Statement) -> Iterator[str]:
        """What stands small beneath a statement: whom it is said to, through what, when."""
        if one.negated:
            yield self._labels.write("not_said")
        if one.addressee:
            yield self._labels.write("said_to", name=clean(one.addressee))
        yield from filter(None, (clean(one.medium), clean(one.said_at)))

    def list_claim_notes(self, one: Point) -> Iterator[str]:
        """What stands small beneath a claim: certainty, negation, condition."""
        certainty = self._labels.write(f"certainty_{one.certainty}") if one.certainty else ""
        negated = self._labels.write("negated") if one.negated else ""
        conditional = self._labels.write("conditional") if one.conditional else ""
        yield from filter(None, (certainty, negated, conditional))


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
