"""Dossiers to a corpus: speakers, stories, matters, relations and origins, one step after another.

Each story is worked through by itself, so that no more than its articles are laid out at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from claims.corpus.clusters import Decision, Joined
from claims.corpus.copies import find_copies
from claims.corpus.naming import list_bearers, outlet_key, own_key
from claims.corpus.origins import find_origins
from claims.corpus.relating import Part, relate_story
from claims.corpus.speakers import Report, join_speakers
from claims.corpus.stories import gather_stories, sketch_article
from claims.model import Dossier
from claims.model.corpus import (
    Corpus,
    CorpusClaim,
    CorpusMatter,
    CorpusOrigin,
    CorpusRelation,
    Story,
)

WORTH = 60  # articles for which starting other processes is worth while

Relate = Callable[[Sequence[Sequence[Dossier]]], Iterable[Part]]


def relate_stories(stories: Sequence[Sequence[Dossier]]) -> Iterator[Part]:
    """Each story worked through, one after the other."""
    return map(relate_story, stories)


def relate_in_parallel(jobs: int) -> Relate:
    """A way to work through stories so many at a time; a few articles are not worth the start.

    Only for programs that may start others: what is run as a script needs its guard.
    """

    def relate(stories: Sequence[Sequence[Dossier]]) -> Iterable[Part]:
        if jobs <= 1 or sum(map(len, stories)) < WORTH or len(stories) == 1:
            return relate_stories(stories)
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            order = sorted(
                range(len(stories)), key=lambda at: -len(stories[at])
            )  # the longest first
            running = {at: pool.submit(relate_story, stories[at]) for at in order}
            return [running[at].result() for at in range(len(stories))]

    return relate


def build_corpus(
    dossiers: Iterable[Dossier],
    decisions: Sequence[Decision] = (),
    relate: Relate = relate_stories,
) -> Corpus:
    """All dossiers as one corpus; the order in which they come makes no difference.

    `relate` works through the stories; give one that keeps what it has done, or does several at a
    time.

    >>> from claims import make_dossier, read_text
    >>> texts = "美国总统拜登说，会谈已经结束。", "拜登（Joe Biden）说，会谈没有结束。"
    >>> corpus = build_corpus(make_dossier(read_text(text)) for text in texts)
    >>> [sorted(one.names) for one in corpus.speakers if len(one.dossier_speakers) > 1]
    [['Joe Biden', '拜登', '拜登（Joe Biden）', '美国总统拜登']]
    """
    known: dict[str, Dossier] = {}
    for one in sorted(dossiers, key=_tell_apart):  # of one text twice, the first to publish it
        known.setdefault(one.document.id, one)
    order = list(known.values())
    copies = find_copies([one.document for one in order])
    stories = gather_stories([sketch_article(one) for one in order], copies)
    joined = _join(order, stories, decisions)
    parts = relate([[known[id] for id in story.documents] for story in stories])
    claims: list[CorpusClaim] = []
    matters: list[CorpusMatter] = []
    relations: list[CorpusRelation] = []
    origins: list[CorpusOrigin] = []
    unnamed = frozenset(one.id for one in joined.speakers if one.anonymous)
    for story, part in zip(stories, parts, strict=True):
        own = [_name_claim(one, joined) for one in part.claims]
        claims += own
        matters += [one.changed(story=story.id) for one in part.matters]
        relations += [_name_relation(one, joined) for one in part.relations]
        words = {(matter, key): text for matter, key, text in part.positions}
        origins += find_origins(own, words, unnamed)
    return Corpus(
        documents=tuple(one.document for one in order),
        speakers=joined.speakers,
        stories=stories,
        matters=tuple(matters),
        claims=tuple(claims),
        relations=tuple(relations),
        origins=tuple(origins),
    )


def _tell_apart(one: Dossier) -> tuple[str, ...]:
    page = one.document
    return page.published, page.id, page.outlet, page.url, page.name


def _join(
    order: Sequence[Dossier], stories: Sequence[Story], decisions: Sequence[Decision]
) -> Joined:
    bearers = [bearer for one in order for bearer in list_bearers(one)]
    owns = {own_key(one.document.outlet) for one in order} - {""}
    reports = {id: report for one in order for id, report in _reports(one, owns)}
    of = {id: story.id for story in stories for id in story.documents}
    copies = {id: group[0] for story in stories for group in story.copies for id in group}
    return join_speakers(bearers, of, reports, decisions, copies)


def _reports(dossier: Dossier, owns: Set[str]) -> Iterator[tuple[str, Report]]:
    """By whose report each unnamed speaker is known: of outlets cited, or of the article itself.

    Whoever is cited is an outlet if a list has it, or if articles here are its own (`owns`).
    """
    by_id = {one.id: one for one in dossier.speakers}
    through: dict[str, set[str]] = defaultdict(set)
    for said in dossier.attributions:
        speaker = by_id.get(said.speaker or "")
        if speaker is None or not speaker.anonymous:
            continue
        before = (by_id[id].name for id in said.chain[:-1] if id in by_id)
        keys = {key for name in before for key in (outlet_key(name), own_key(name))}
        through[speaker.id] |= {key for key in keys if key in owns or not key.startswith("name:")}
    own = own_key(dossier.document.outlet)
    yield from ((id, Report(own, frozenset(keys - {""}))) for id, keys in through.items())


def _name_claim(one: CorpusClaim, joined: Joined) -> CorpusClaim:
    """A claim with the joined speakers in place of those of its dossier."""
    chain = tuple(id for told in one.chain if (id := joined.of.get(told)))
    return one.changed(speaker=joined.of.get(one.speaker or ""), chain=chain)


def _name_relation(one: CorpusRelation, joined: Joined) -> CorpusRelation:
    """A relation with joined speakers; what one speaker says twice is no support but a repeat."""
    who, whom = (joined.of.get(id or "") for id in (one.from_speaker, one.to_speaker))
    told = one.changed(from_speaker=who, to_speaker=whom)
    if one.basis == "stated" or who is None or who != whom:
        return told
    kind = "repeats" if one.kind == "supports" else one.kind
    return told.changed(kind=kind, reason=f"one speaker at two times; {one.reason}")
