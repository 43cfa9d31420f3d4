"""The rows of each derived table, in an order that hangs on nothing but what they tell."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from claims.model import Attribution
from claims.store.hops import Step, list_hops
from claims.store.laying import Laid
from claims.store.words import fold_name

Row = tuple[object, ...]

PARTS = " … "  # between the parts of a content that its cue interrupts
BETWEEN = "; "


def _list_stories(laid: Laid) -> Iterator[Row]:
    return ((one.id, one.title) for one in laid.corpus.stories)


def _list_articles(laid: Laid) -> Iterator[Row]:
    for one in laid.dossiers:
        page = one.document
        yield (
            page.id, page.title, page.name, page.outlet, page.published, page.url, page.lang,
            page.retrieved, laid.stories.get(page.id), laid.copies.get(page.id),
            len(one.attributions), len(one.claims),
        )  # fmt: skip


def _list_appearances(laid: Laid) -> Iterator[Row]:
    rows = (
        (one.document, one.name, one.outlet, one.url, one.published, one.title, one.followed_by)
        for one in laid.kept
    )
    return iter(sorted(rows, key=lambda row: row[:5]))


def _list_speakers(laid: Laid) -> Iterator[Row]:
    for one in laid.speakers:
        articles = len({id.partition(":")[0] for id in one.dossier_speakers})
        yield (
            one.id, one.name, one.kind, one.anonymous, one.wikidata, BETWEEN.join(one.reasons),
            articles, laid.spoken[one.id],
        )  # fmt: skip


def _list_names(laid: Laid) -> Iterator[Row]:
    for one in laid.speakers:
        for name in dict.fromkeys((one.name, *one.names)):
            yield one.id, name, fold_name(name)


def _list_article_speakers(laid: Laid) -> Iterator[Row]:
    for dossier in laid.dossiers:
        for one in dossier.speakers:
            yield (
                one.id, dossier.document.id, laid.joined[one.id], one.name,
                BETWEEN.join(one.aliases), one.role or "", one.affiliation,
            )  # fmt: skip


def _list_perhaps_same(laid: Laid) -> Iterator[Row]:
    for one in laid.speakers:
        for other in dict.fromkeys(one.perhaps):
            if other in laid.by_id:
                yield one.id, other


def _list_attributions(laid: Laid) -> Iterator[Row]:
    for dossier in laid.dossiers:
        for one in dossier.attributions:
            yield (
                one.id, dossier.document.id, laid.find_speaker(one.speaker), one.speaker,
                one.source.text if one.source else "", one.cue.text if one.cue else "",
                PARTS.join(span.text for span in one.content), *_find_place(one), one.quote,
                one.negated, one.within, one.addressee.text if one.addressee else "",
                one.medium or "", one.said_at.value if one.said_at else "", one.confidence,
                one.made_by,
            )  # fmt: skip


def _find_place(one: Attribution) -> tuple[int, int]:
    spans = [span for span in (one.source, one.cue, *one.content) if span]
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _list_chains(laid: Laid) -> Iterator[Row]:
    for dossier in laid.dossiers:
        for one, steps in list_hops(dossier):
            for hop, step in enumerate(steps):
                yield one.id, hop, *_tell_step(laid, step)


def _tell_step(laid: Laid, step: Step) -> Row:
    speaker, told = laid.find_speaker(step.speaker), step.told_in
    one = laid.by_id.get(speaker or "")
    return (
        speaker,
        one.name if one else step.outlet,
        one.anonymous if one else False,
        told.id if told else None,
        told.cue.text if told and told.cue else "",
        told.medium or "" if told else "",
    )


def _list_matters(laid: Laid) -> Iterator[Row]:
    stories = {one.id for one in laid.corpus.stories}
    for one in laid.corpus.matters:
        yield one.id, one.title, one.topic, one.story if one.story in stories else None


def _list_claims(laid: Laid) -> Iterator[Row]:
    for one in laid.claims:
        yield (
            one.id, one.document, one.attribution, one.speaker, one.matter, one.position,
            one.span.text, one.span.start, one.span.end, one.certainty, one.negated, one.held,
            one.narrated,
        )  # fmt: skip


def _list_relations(laid: Laid) -> Iterator[Row]:
    for one in laid.relations:
        ends = [laid.places[id][0] for id in (one.origin, *one.to) if id in laid.places]
        differs = one.difference
        yield (
            one.id, one.kind, laid.places.get(one.origin, (None,))[0], len(set(ends)) > 1,
            one.cue.text if one.cue else "", one.target.text if one.target else "",
            BETWEEN.join(one.shared), differs.kind if differs else "",
            differs.first if differs else "", differs.second if differs else "",
            one.basis, one.strength, one.reason,
        )  # fmt: skip


def _list_relation_ends(laid: Laid) -> Iterator[Row]:
    for one in laid.relations:
        for place, id in enumerate((one.origin, *one.to)):
            yield one.id, place, id, *laid.places.get(id, ("", None, None))[1:]


def _list_origins(laid: Laid) -> Iterator[Row]:
    for number, one in enumerate(laid.corpus.origins, 1):
        yield (
            number, one.matter if one.matter in laid.matters else None, one.position,
            one.origin if one.origin in laid.by_id else None, one.anonymous, one.alone,
            len(one.documents),
        )  # fmt: skip


def _list_origin_claims(laid: Laid) -> Iterator[Row]:
    known = {one.id for one in laid.claims}
    for number, one in enumerate(laid.corpus.origins, 1):
        for claim in dict.fromkeys(one.claims):
            if claim in known:
                yield number, claim


def _list_corpus(laid: Laid) -> Iterator[Row]:
    yield (zlib.compress(laid.corpus.model_dump_json(by_alias=True).encode("utf-8")),)


# In the order in which the tables are made: a table follows those that it refers to.
TABLES: dict[str, Callable[[Laid], Iterator[Row]]] = {
    "stories": _list_stories,
    "articles": _list_articles,
    "appearances": _list_appearances,
    "speakers": _list_speakers,
    "names": _list_names,
    "article_speakers": _list_article_speakers,
    "perhaps_same": _list_perhaps_same,
    "attributions": _list_attributions,
    "chains": _list_chains,
    "matters": _list_matters,
    "claims": _list_claims,
    "relations": _list_relations,
    "relation_ends": _list_relation_ends,
    "origins": _list_origins,
    "origin_claims": _list_origin_claims,
    "corpus": _list_corpus,
}
