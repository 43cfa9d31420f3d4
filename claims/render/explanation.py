"""Why an item was found, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from claims.model import Attribution, Candidate, Dossier, Span, Speaker
from claims.render.cells import clean
from claims.render.names import (
    index_speakers,
    name_speaker,
    short_id,
    write_anonymous,
    write_chain,
)
from claims.render.passages import Marked, draw_facts, draw_head, draw_list, draw_passage

_AROUND = 16  # characters shown on either side of a mention


def draw_attribution(dossier: Dossier, one: Attribution) -> Text:
    """The sentence with source, cue and content marked; then who, why and what else.

    >>> from claims.model import Document
    >>> page = Document.of("港口说，今日停航。", lang="zh", title="停航")
    >>> cue, content = Span.of(page.text, 2, 3), Span.of(page.text, 4, 8)
    >>> found = Attribution(id="x:a2", cue=cue, content=(content,))
    >>> print(draw_attribution(Dossier(document=page, attributions=(found,)), found).plain)
    a2 · no one named · 说
    停航
    <BLANKLINE>
      港口[cue: 说]，[content: 今日停航]。
    ...
    """
    speakers = index_speakers(dossier)
    cue = f" · {clean(one.cue.text)}" if one.cue else ""
    title = f"{short_id(one.id)} · {''.join(write_chain(one, speakers))}{cue}"
    return Text("\n").join(
        [
            *draw_head(title, dossier),
            Text(),
            *draw_passage(dossier.document, list(_mark(one))),
            Text(),
            *draw_facts(_attribution_facts(one, speakers)),
            Text(),
            Text("how it was found", style="bold"),
            *draw_list(one.why.steps, "no step was recorded"),
            Text("what else was considered", style="bold"),
            *draw_list(_write_candidates(one.why.considered), "nothing else"),
        ]
    )


def draw_speaker(dossier: Dossier, one: Speaker) -> Text:
    """Who the speaker is, under which names, and where in the text.

    >>> from claims.model import Document
    >>> page = Document.of("港口说，今日停航。", lang="zh", title="停航")
    >>> found = Speaker(id="x:s1", name="港口", mentions=(Span.of(page.text, 0, 2),))
    >>> print(draw_speaker(Dossier(document=page, speakers=(found,)), found).plain)
    s1 · 港口
    停航
    ...
      0–2  [港口]说，今日停航。
    """
    spoken = [a for a in dossier.attributions if one.id == a.speaker]
    return Text("\n").join(
        [
            *draw_head(f"{short_id(one.id)} · {clean(one.name)}", dossier),
            Text(),
            *draw_facts(_speaker_facts(one, spoken, index_speakers(dossier))),
            Text(),
            Text("where the speaker stands in the text", style="bold"),
            *(_draw_mentions(dossier.document.text, one.mentions) or [Text("  nowhere by name")]),
        ]
    )


def _mark(one: Attribution) -> Iterator[Marked]:
    if one.source:
        yield "source", one.source
    if one.cue:
        yield "cue", one.cue
    yield from (("content", span) for span in one.content)


def _attribution_facts(
    one: Attribution, speakers: Mapping[str, Speaker]
) -> Iterator[tuple[str, str]]:
    speaker = speakers.get(one.speaker or "")
    yield "id", one.id
    yield "speaker", "".join(write_chain(one, speakers))
    yield "unnamed", write_anonymous(speaker)
    yield "speaker id", one.speaker or ""
    yield "inside", short_id(one.within or "")
    yield "quotation", one.quote
    yield "negated", "yes: this is said not to have been said" if one.negated else ""
    yield "said to", one.addressee.text if one.addressee else ""
    yield "medium", one.medium or ""
    yield "said at", f"{one.said_at.text} {one.said_at.value}" if one.said_at else ""
    yield "confidence", f"{one.confidence:.2f}"
    yield "made by", one.made_by


def _speaker_facts(
    one: Speaker, spoken: list[Attribution], speakers: Mapping[str, Speaker]
) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    yield "kind", one.kind
    yield "unnamed", write_anonymous(one)
    yield "role", one.role or ""
    yield "of", name_speaker(one.affiliation, speakers) if one.affiliation else ""
    yield "also called", ", ".join(one.aliases)
    yield "members", ", ".join(name_speaker(id, speakers) for id in one.members)
    yield "speaks in", ", ".join(short_id(a.id) for a in spoken)


def _write_candidates(considered: Iterable[Candidate]) -> list[str]:
    ranked = sorted(considered, key=lambda one: -one.weight)
    return [f"{one.what} ({one.weight:.2f})" for one in ranked]


def _draw_mentions(text: str, mentions: Iterable[Span]) -> list[Text]:
    return [_draw_mention(text, span) for span in mentions]


def _draw_mention(text: str, span: Span) -> Text:
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    place = (f"  {span.start}–{span.end}  ", "dim")
    return Text.assemble(place, clean(before), (f"[{clean(span.text)}]", "bold"), clean(after))
