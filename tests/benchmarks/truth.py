"""How well dossiers and a corpus of made articles meet what is true of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from made import Made, Named, Said, clash

from claims.model import Attribution, Dossier, Span
from claims.model.corpus import Corpus, CorpusClaim

SAME = 0.5  # of what two spans cover together, for them to be one claim, or one body
BODIES = ("body", "outlet")
Figures = dict[str, float | None]


class Item(NamedTuple):
    """Something that was found, what it truly is, and where it stands."""

    truth: Hashable
    found: Hashable
    where: Hashable


class Met(NamedTuple):
    """A claim of the truth, the article that makes it, and the claim that was found for it."""

    page: Made
    said: Said
    found: CorpusClaim


def measure_truth(pages: Sequence[Made], dossiers: Sequence[Dossier], corpus: Corpus) -> Figures:
    """Precision, recall and rates by name; None where there is nothing to measure by."""
    found = {one.document.text: one for one in dossiers}
    pairs = [(page, found[page.text]) for page in pages]
    speakers = {id: who for page, one in pairs for id, who in match_speakers(page, one)}
    met = list(_match_claims(pairs, corpus))
    return {
        **_measure_claims(pages, met, dossiers, speakers),
        **_measure_speakers(pairs, corpus, speakers),
        **_measure_articles(pairs, corpus),
        **_measure_matters(met),
        **_measure_contradictions(pages, met, corpus),
        **_measure_origins(pages, met, corpus),
    }


# ---------------------------------------------------------------- what was found for what
def match_speakers(page: Made, dossier: Dossier) -> Iterator[tuple[str, Named]]:
    """Each speaker of a dossier, by id, with whom it truly is: the one whom most mentions name."""
    sources: dict[str, list[Span]] = defaultdict(list)
    for said in dossier.attributions:
        if said.speaker and said.source:
            sources[said.speaker].append(said.source)
    for one in dossier.speakers:
        spans = one.mentions or sources[one.id]
        named = [who for span in spans if (who := _find_named(page.named, span)) is not None]
        if named:
            [(most, _)] = Counter(who.speaker for who in named).most_common(1)
            yield one.id, next(who for who in named if who.speaker == most)


def _find_named(named: Iterable[Named], span: Span) -> Named | None:
    """Whom words name: a person or one without a name by any part, a body by most of its name."""
    best = max(named, key=lambda one: _share(one, span), default=None)
    if best is None or _share(best, span) < (SAME if best.kind in BODIES else 1e-9):
        return None
    return best


def _share(one: Named | Said, span: Span) -> float:
    """The part of what two spans cover that both cover."""
    both = min(one.end, span.end) - max(one.start, span.start)
    return max(0, both) / (max(one.end, span.end) - min(one.start, span.start) or 1)


def _match_claims(pairs: Iterable[tuple[Made, Dossier]], corpus: Corpus) -> Iterator[Met]:
    claims: dict[str, list[CorpusClaim]] = defaultdict(list)
    for claim in corpus.claims:
        claims[claim.document].append(claim)
    for page, dossier in pairs:
        told = claims[dossier.document.id]
        for said in page.said:
            best = max(told, key=lambda claim: _share(said, claim.span), default=None)
            if best is not None and _share(said, best.span) >= SAME:
                yield Met(page, said, best)


# ---------------------------------------------------------------- pairs
def rate_pairs(name: str, items: Sequence[Item]) -> Figures:
    """Precision and recall over pairs of items that do not stand in one place.

    >>> rate_pairs("x", [Item("a", 1, 1), Item("a", 1, 2), Item("a", 2, 3), Item("b", 1, 4)])
    {'x P': 0.3333333333333333, 'x R': 0.3333333333333333}
    """
    true = _count_pairs(items, lambda one: one.truth)
    joined = _count_pairs(items, lambda one: one.found)
    both = _count_pairs(items, lambda one: (one.truth, one.found))
    return {f"{name} P": _rate(both, joined), f"{name} R": _rate(both, true)}


def _count_pairs(items: Iterable[Item], cell: Callable[[Item], Hashable]) -> int:
    """How many pairs of items lie in one cell, but not in one place."""
    items = list(items)
    return _pairs(cell(one) for one in items) - _pairs((cell(one), one.where) for one in items)


def _pairs(cells: Iterable[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(cells).values())


def _rate(part: float, whole: float) -> float | None:
    return part / whole if whole else None


# ---------------------------------------------------------------- the figures
def _measure_claims(
    pages: Sequence[Made],
    met: Sequence[Met],
    dossiers: Iterable[Dossier],
    speakers: Mapping[str, Named],
) -> Figures:
    """Claims found, and of those the ones whose speaker, or whole chain, is right.

    Documents are passed over: whoever takes the report of a body for that body is not wrong.
    """
    told = {one.id: one for dossier in dossiers for one in dossier.attributions}
    written = {who.speaker for page in pages for who in page.named if who.kind == "document"}
    chains = [
        (
            [id for id in one.said.chain if id not in written],
            _list_chain(told.get(one.found.attribution or ""), speakers),
        )
        for one in met
    ]
    return {
        "claims R": _rate(len(met), sum(len(page.said) for page in pages)),
        "speaker": _rate(sum(got[-1:] == want[-1:] for want, got in chains), len(met)),
        "chain": _rate(sum(got == want for want, got in chains), len(met)),
    }


def _list_chain(one: Attribution | None, speakers: Mapping[str, Named]) -> list[str]:
    """Who those of a chain truly are, of whom that is known, documents left out."""
    known = [speakers[id] for id in (one.chain if one is not None else ()) if id in speakers]
    return [who.speaker for who in known if who.kind != "document"]


def _measure_speakers(
    pairs: Iterable[tuple[Made, Dossier]], corpus: Corpus, speakers: Mapping[str, Named]
) -> Figures:
    """Speakers of several articles that are one, by what they are; documents are none."""
    joined = {id: one.id for one in corpus.speakers for id in one.dossier_speakers}
    kinds: dict[str, list[Item]] = defaultdict(list)
    across: list[Item] = []
    for page, dossier in pairs:
        for one in dossier.speakers:
            who = speakers.get(one.id)
            if who is not None and who.kind != "document" and one.id in joined:
                kind = "bodies" if who.kind in BODIES else who.kind
                kinds[kind].append(Item(who.speaker, joined[one.id], page.id))
                if kind == "person":
                    across.append(Item(who.speaker, joined[one.id], page.script))
    every = [item for items in kinds.values() for item in items]
    return {
        **rate_pairs("speakers", every),
        **rate_pairs("people", kinds["person"]),
        **rate_pairs("across", across),
        **rate_pairs("bodies", kinds["bodies"]),
        **rate_pairs("unnamed", kinds["unnamed"]),
    }


def _measure_articles(pairs: Iterable[tuple[Made, Dossier]], corpus: Corpus) -> Figures:
    story = {id: one.id for one in corpus.stories for id in one.documents}
    copied = {id: group for one in corpus.stories for group in one.copies for id in group}
    rows = [(page, dossier.document.id) for page, dossier in pairs]
    return {
        **rate_pairs("stories", [Item(page.event, story.get(id), id) for page, id in rows]),
        **rate_pairs(
            "copies",
            [Item(page.copy_of or page.id, copied.get(id, (id,)), id) for page, id in rows],
        ),
    }


def _measure_matters(met: Sequence[Met]) -> Figures:
    """Claims of several articles on one matter, and those of them with one position."""
    rows = [(one, one.found.matter or one.found.id, one.page.id) for one in met]
    return {
        **rate_pairs("matters", [Item(one.said.matter, matter, at) for one, matter, at in rows]),
        **rate_pairs(
            "positions",
            [
                Item((one.said.matter, one.said.position), (matter, one.found.position), at)
                for one, matter, at in rows
            ],
        ),
    }


def _measure_contradictions(pages: Sequence[Made], met: Sequence[Met], corpus: Corpus) -> Figures:
    """Positions that exclude each other, of which a pair was found; and pairs of claims."""
    known = {one.found.id: one for one in met}
    pairs = {
        frozenset((one.origin, other))
        for one in corpus.relations
        if one.kind == "contradicts"
        for other in one.to
    }
    judged = [
        [known[id] for id in pair] for pair in pairs if len(pair) == 2 and pair <= known.keys()
    ]
    right = [pair for pair in judged if _do_clash(*(one.said for one in pair))]
    got = {_key(*(one.said for one in pair)) for pair in right}
    want = set(_list_clashes(pages))
    return {
        "contradictions P": _rate(len(right), len(judged)),
        "contradictions R": _rate(len(got & want), len(want)),
        "clashing claims R": _rate(len(right), _count_clashes(pages)),
    }


def _do_clash(one: Said, other: Said) -> bool:
    return one.matter == other.matter and clash(one.position, other.position)


def _key(one: Said, other: Said) -> tuple[str, frozenset[str]]:
    return one.matter, frozenset((one.position, other.position))


def _list_clashes(pages: Iterable[Made]) -> Iterator[tuple[str, frozenset[str]]]:
    """The positions of each matter that exclude each other."""
    held: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for said in page.said:
            held[said.matter].add(said.position)
    for matter, positions in held.items():
        for one, other in combinations(sorted(positions), 2):
            if clash(one, other):
                yield matter, frozenset((one, other))


def _count_clashes(pages: Iterable[Made]) -> int:
    """How many pairs of claims exclude each other, in one article or two."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for said in page.said:
            times[said.matter][said.position] += 1
    return sum(
        held[one] * held[other]
        for held in times.values()
        for one, other in combinations(held, 2)
        if clash(one, other)
    )


def _measure_origins(pages: Sequence[Made], met: Sequence[Met], corpus: Corpus) -> Figures:
    """Positions that several articles have on the word of one without a name, found as one origin.

    At least half of the articles must stand there.
    """
    unnamed = {who.speaker for page in pages for who in page.named if who.kind == "unnamed"}
    want: dict[Hashable, set[str]] = defaultdict(set)
    for page in pages:
        for said in page.said:
            if said.chain[-1] in unnamed:
                want[_origin(said)].add(page.id)
    known = {one.found.id: one for one in met}
    got: Counter[Hashable] = Counter()
    for origin in corpus.origins:
        held: dict[Hashable, set[str]] = defaultdict(set)
        for one in (known[id] for id in origin.claims if id in known):
            held[_origin(one.said)].add(one.page.id)
        got.update({key: 1 for key, ids in held.items() if len(ids) * 2 >= len(want[key]) > 1})
    several = [key for key, ids in want.items() if len(ids) > 1]
    return {"origins R": _rate(sum(key in got for key in several), len(several))}


def _origin(said: Said) -> Hashable:
    return said.matter, said.position, said.chain[-1]
