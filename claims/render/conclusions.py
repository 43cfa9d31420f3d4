"""On which words a claim or a relation rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from rich.text import Text

from claims.graph import build_graph
from claims.model import Attribution, Claim, Dossier, Relation, Span, Speaker
from claims.model.world import Held
from claims.query.telling import Teller
from claims.render.cells import clean
from claims.render.names import index_speakers, short_id, write_chain
from claims.render.passages import Marked, draw_facts, draw_head, draw_passage
from claims.render.vocabulary import tell_term

_NEAR = 120  # characters between a claim and words of report that are shown with it

WORDINGS = {
    "disputes": "disputes",
    "contradicts": "may conflict",
    "supports": "supports",
    "repeats": "repeats",
}
_TURNED = WORDINGS | {"disputes": "disputed by", "supports": "supported by"}
_PERHAPS = tell_term("perhaps", "en")
_MARKS = {held: tell_term(held, "en") if held != "asserted" else "" for held in get_args(Held)}
_HELD: dict[Held, str] = {
    "asserted": "",
    "denied": "no: the words of report deny it",
    "unsaid": "no: it is said not to have been said",
}
BASES = {
    "stated": "the text says so",
    "inferred": "concluded from the words, not said by anyone, and no verdict",
}


def draw_claim(dossier: Dossier, one: Claim) -> Text:
    """The claim in its sentence, how sure it is made and by whom, and how it stands to others.

    >>> from claims.model import Document
    >>> page = Document.of("港口说，今日停航。", lang="zh", title="停航")
    >>> claim = Claim(id="x:c1", attribution="x:a2", span=Span.of(page.text, 4, 8))
    >>> print(draw_claim(Dossier(document=page, claims=(claim,)), claim).plain)
    c1 · 今日停航
    停航
    <BLANKLINE>
      港口说，[claim: 今日停航]。
    ...
    """
    items = _Items(dossier)
    return Text("\n").join(
        [
            *draw_head(f"{short_id(one.id)} · {clean(one.span.text)}", dossier),
            Text(),
            *draw_passage(dossier.document, items.mark(one.id)),
            Text(),
            *draw_facts(_tell_claim(one, items)),
        ]
    )


def draw_relation(dossier: Dossier, one: Relation) -> Text:
    """The sentences of both ends with the words that the relation rests on; then what is told.

    Ends that are in no dossier are told by their ids alone.
    """
    items = _Items(dossier)
    wording = WORDINGS[one.kind]
    title = " · ".join(filter(None, (short_id(one.id), wording, clean(_tell_words(one)))))
    lines = [*draw_head(title, dossier), Text(), *_draw_end(dossier, items, one.origin, one)]
    for id in one.to:
        lines += [Text(), Text(_head_end(one), "bold")]
        lines += _draw_end(dossier, items, id)
    return Text("\n").join([*lines, Text(), *draw_facts(_tell_relation(one))])


def _head_end(one: Relation) -> str:
    """What stands over the other ends."""
    if one.kind == "contradicts":
        return "with:"
    return f"{WORDINGS[one.kind]}{f', {_PERHAPS}' if _is_guess(one) else ''}:"


def _is_guess(one: Relation) -> bool:
    """Whether nothing but nearness tells whom a dispute means."""
    return one.kind == "disputes" and one.strength == "weak"


def _tell_words(one: Relation) -> str:
    if one.difference:
        return one.difference.kind
    return one.cue.text if one.cue else ""


def _draw_end(
    dossier: Dossier, items: _Items, id: str, relation: Relation | None = None
) -> Iterator[Text]:
    yield Text(items.name(id), "dim")
    marked = items.mark(id)
    if relation:
        cues = [("cue", relation.cue)] if relation.cue else []
        targets = [("target", relation.target)] if relation.target else []
        own = {span for _, span in [*cues, *targets]}
        marked = [(kind, span) for kind, span in marked if span not in own] + cues + targets
    yield from draw_passage(dossier.document, marked) if marked else []


class _Items:
    """What the ids of one dossier stand for."""

    def __init__(self, dossier: Dossier) -> None:
        self.claims = {one.id: one for one in dossier.claims}
        self.attributions = {one.id: one for one in dossier.attributions}
        self.speakers: Mapping[str, Speaker] = index_speakers(dossier)
        self.relations = dossier.relations
        self._teller = Teller(build_graph([dossier]))

    def find_attribution(self, id: str) -> Attribution | None:
        """The attribution of an id, or that of a claim."""
        claim = self.claims.get(id)
        return self.attributions.get(claim.attribution if claim else id)

    def name(self, id: str) -> str:
        """The id, who says it, with which words of report, and whether it is denied there."""
        one = self.find_attribution(id)
        if one is None:
            return f"{id} (not in this article)" if id not in self.claims else short_id(id)
        cue = clean(one.cue.text) if one.cue else ""
        chain = "".join(write_chain(one, self.speakers))
        return " · ".join(filter(None, (short_id(id), chain, cue, _MARKS[self.find_held(id)])))

    def find_held(self, id: str) -> Held:
        """How the speaker stands to a claim, or to all claims of an attribution."""
        point = self._teller.tell_point(id)
        return point.held if point else "asserted"

    def mark(self, id: str) -> list[Marked]:
        """The words of a claim or an attribution, with the words of report where they are near."""
        one, claim = self.find_attribution(id), self.claims.get(id)
        report = [("source", one.source), ("cue", one.cue)] if one else []
        said = [("claim", claim.span)] if claim else []
        said += [("content", span) for span in one.content] if one and not claim else []
        near = [(kind, span) for kind, span in report if span and _is_near(span, said)]
        return near + said


def _is_near(span: Span, said: list[Marked]) -> bool:
    gaps = [max(other.start - span.end, span.start - other.end) for _, other in said]
    return min(gaps, default=0) < _NEAR


def _tell_claim(one: Claim, items: _Items) -> Iterator[tuple[str, str]]:
    attribution = items.find_attribution(one.id)
    yield "id", one.id
    if attribution:
        yield "speaker", "".join(write_chain(attribution, items.speakers))
    yield "said in", short_id(one.attribution) if attribution else one.attribution
    yield "held", _HELD[items.find_held(one.id)]
    yield "certainty", one.certainty.replace("_", " ")
    yield "negated", "yes" if one.negated else ""
    yield "conditional", "yes: it holds under a condition" if one.conditional else ""
    for id in (one.id, one.attribution):
        yield from _tell_standing(id, items)


def _tell_standing(id: str, items: _Items) -> Iterator[tuple[str, str]]:
    """The relations of a claim or an attribution, each with its other ends."""
    for one in items.relations:
        if id == one.origin:
            told = ", ".join(map(items.name, one.to))
            yield WORDINGS[one.kind], f"{_tell_id(one)}: {told}"
        elif id in one.to:
            yield _TURNED[one.kind], f"{_tell_id(one)}: {items.name(one.origin)}"


def _tell_id(one: Relation) -> str:
    return f"{short_id(one.id)} ({_PERHAPS})" if _is_guess(one) else short_id(one.id)


def _tell_relation(one: Relation) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    yield "kind", WORDINGS[one.kind]
    yield "basis", BASES[one.basis]
    yield "words", one.cue.text if one.cue else ""
    yield "target", one.target.text if one.target else ""
    yield "shared", ", ".join(one.shared)
    if one.difference:
        yield "differs in", one.difference.kind
        yield "first", one.difference.first
        yield "second", one.difference.second
    why = f"{_PERHAPS}: nothing but nearness tells whom"
    yield "strength", f"{one.strength}, {why}" if _is_guess(one) else one.strength
    yield "reason", one.reason
