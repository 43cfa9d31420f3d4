"""Outlines to a corpus: stories, speakers, matters, relations and origins, one step after another.

Each story is worked through by itself, so that no more than its articles are laid out at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from claims.corpus.clusters import Decision, Joined
from claims.corpus.copies import find_copies
from claims.corpus.origins import find_origins
from claims.corpus.outlining import Profile, outline_article
from claims.corpus.relating import (
    Part,
    list_own_relations,
    relate_story,
    tell_claim,
    tell_denied,
    tell_others,
    tell_pair,
)
from claims.corpus.speakers import Report, join_speakers
from claims.corpus.stories import gather_stories
from claims.model import Dossier
from claims.model.corpus import (
    Corpus,
    CorpusClaim,
    CorpusMatter,
    CorpusOrigin,
    CorpusRelation,
    Story,
)


class Gathering(NamedTuple):
    """Articles as stories, and their speakers joined."""

    stories: tuple[Story, ...]
    joined: Joined


def build_corpus(dossiers: Iterable[Dossier], decisions: Sequence[Decision] = ()) -> Corpus:
    """All dossiers as one corpus; the order in which they come makes no difference.

    >>> from claims import make_dossier, read_text
    >>> texts = "美国总统拜登说，会谈已经结束。", "拜登（Joe Biden）说，会谈没有结束。"
    >>> corpus = build_corpus(make_dossier(read_text(text)) for text in texts)
    >>> [sorted(one.names) for one in corpus.speakers if len(one.dossier_speakers) > 1]
    [['Joe Biden', '拜登', '拜登（Joe Biden）', '美国总统拜登']]
    """
    known: dict[str, Dossier] = {}
    for one in sorted(dossiers, key=_tell_apart):  # of one text twice, the first to publish it
        known.setdefault(one.document.id, one)
    outlines = {id: outline_article(one) for id, one in known.items()}
    found = gather_articles([one.profile for one in outlines.values()], decisions)
    parts = (relate_story([outlines[id] for id in one.documents]) for one in found.stories)
    return _put_together(known, found, zip(found.stories, parts, strict=True))


def gather_articles(profiles: Sequence[Profile], decisions: Sequence[Decision] = ()) -> Gathering:
    """The stories of articles, and their speakers joined; time grows with the number of both."""
    stories = gather_stories(
        [one.sketch for one in profiles], find_copies({one.page.id: one.print for one in profiles})
    )
    of = {id: story.id for story in stories for id in story.documents}
    copies = {id: group[0] for story in stories for group in story.copies for id in group}
    bearers = [bearer for one in profiles for bearer in one.bearers]
    joined = join_speakers(bearers, of, _list_reports(profiles), decisions, copies)
    return Gathering(stories, joined)


def _put_together(
    dossiers: Mapping[str, Dossier], found: Gathering, parts: Iterable[tuple[Story, Part]]
) -> Corpus:
    """The parts of all stories as one corpus, with the joined speakers in their place."""
    joined = found.joined
    claims: list[CorpusClaim] = []
    matters: list[CorpusMatter] = []
    relations: list[CorpusRelation] = []
    origins: list[CorpusOrigin] = []
    unnamed = frozenset(one.id for one in joined.speakers if one.anonymous)
    for story, part in parts:
        laid = {one.id for one in part.claims}
        own = [tell_claim(one, part, joined.of) for one in part.claims]
        for id in story.documents:
            own += tell_others(dossiers[id], laid, joined.of)
        claims += own
        matters += (one.changed(story=story.id) for one in part.matters)
        for id in story.documents:
            relations += list_own_relations(dossiers[id], joined.of)
        relations += (tell_pair(one, joined.of) for one in part.pairs)
        relations += (tell_denied(one, joined.of) for one in part.denied)
        origins += find_origins(own, part.words, unnamed)
    claims.sort(key=lambda one: (one.document, one.span.start, one.id))
    return Corpus(
        documents=tuple(one.document for one in dossiers.values()),
        speakers=joined.speakers,
        stories=found.stories,
        matters=tuple(matters),
        claims=tuple(claims),
        relations=tuple(relations),
        origins=tuple(origins),
    )


def _tell_apart(one: Dossier) -> tuple[str, ...]:
    page = one.document
    return page.published, page.id, page.outlet, page.url, page.name


def _list_reports(profiles: Iterable[Profile]) -> dict[str, Report]:
    """By whose report each unnamed speaker is known: of outlets cited, or of the article itself.

    Whoever is cited is an outlet if a list has it, or if articles here are its own.
    """
    told = list(profiles)
    owns = {one.own for one in told} - {""}
    return {
        id: Report(one.own, frozenset(_choose_outlets(keys, owns)))
        for one in told
        for id, keys in one.cited.items()
    }


def _choose_outlets(keys: Iterable[str], owns: Set[str]) -> Iterator[str]:
    return (key for key in keys if key in owns or not key.startswith("name:"))


def narrow_corpus(corpus: Corpus, matters: Collection[str]) -> Corpus:
    """What is on some matters, by their ids, with the speakers, stories and documents of that."""
    claims = tuple(one for one in corpus.claims if one.matter in matters)
    ids = {one.id for one in claims}
    relations = tuple(one for one in corpus.relations if not ids.isdisjoint((one.origin, *one.to)))
    told = tuple(one for one in corpus.matters if one.id in matters)
    documents, stories = {one.document for one in claims}, {one.story for one in told}
    speakers = {id for one in claims for id in (one.speaker, *one.chain)}
    speakers |= {id for one in relations for id in (one.from_speaker, one.to_speaker)}
    return corpus.changed(
        documents=tuple(one for one in corpus.documents if one.id in documents),
        speakers=tuple(one for one in corpus.speakers if one.id in speakers),
        stories=tuple(one for one in corpus.stories if one.id in stories),
        matters=told,
        claims=claims,
        relations=relations,
        origins=tuple(one for one in corpus.origins if one.matter in matters),
    )
