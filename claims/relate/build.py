"""Disputes, clashes and accords to the nouns of the model: relations with ids and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.model import Claim, Difference, Relation, Span
from claims.relate.acts import Act
from claims.relate.agreement import Accord, Confirmation
from claims.relate.article import Article
from claims.relate.contradictions import Clash
from claims.relate.disputes import Dispute
from claims.relate.ids import number_places

SCALES = {
    "polarity": "one says so, the other says not",
    "certainty": "one is all but certain, the other only possible",
    "quantity": "the numbers leave no room for each other",
    "date": "the dates differ",
    "evaluation": "one judges it well, the other badly",
    "agent": "each holds another party to have done it",
    "trust": "one calls what the other tells untrue",
}
ACTS = {
    "deny": "denied",
    "reject": "rejected",
    "correct": "corrected",
    "attack_source": "called untrue",
    "object": "objected to",
    "confirm": "confirmed",
}


class Draft(NamedTuple):
    """A relation without its id: where in the text it begins, its fields, the two that it joins."""

    place: int
    fields: dict[str, object]
    pair: frozenset[str] = frozenset()


def build_relations(
    article: Article,
    disputes: Sequence[Dispute],
    clashes: Iterable[Clash],
    confirmed: Iterable[Confirmation],
    accords: Iterable[Accord],
) -> tuple[Relation, ...]:
    """The relations of an article: disputes as they stand in the text, then what is inferred."""
    trusts = list(_trust(article, disputes))
    told = {draft.pair for draft in trusts}
    drafts = [
        *map(_dispute, disputes),
        *trusts,
        *map(_confirm, confirmed),
        *(_clash(clash) for clash in clashes if clash.ids not in told),
        *(_accord(article, accord) for accord in accords),
    ]
    return tuple(_number(article.document.id, drafts))


def _number(document: str, drafts: Iterable[Draft]) -> Iterator[Relation]:
    """The drafts as relations, with ids from their places in the text."""
    drafts = list(drafts)
    ids = number_places(document, "r", (draft.place for draft in drafts))
    for draft, id in zip(drafts, ids, strict=True):
        yield Relation.model_validate({"id": id, **draft.fields})


def _dispute(dispute: Dispute) -> Draft:
    act = dispute.act
    return Draft(act.cue.start, {
        "kind": "disputes",
        "from": act.attribution.id,
        "to": tuple(one.id for one in dispute.targets),
        "cue": act.cue,
        "target": act.target,
        "basis": "stated",
        "strength": "strong" if dispute.reasons else "weak",
        "reason": _tell(act, dispute.reasons),
    })  # fmt: skip


def _tell(act: Act, reasons: tuple[str, ...]) -> str:
    """What is done in an act, and why it is aimed at its target."""
    return (
        f"{ACTS[act.kind]}: {'; '.join(reasons) or 'it is the nearest account of another speaker'}"
    )


def _trust(article: Article, disputes: Iterable[Dispute]) -> Iterator[Draft]:
    """What is called untrue in so many words may not hold beside the claim that it is untrue."""
    for dispute in disputes:
        act = dispute.act
        if act.cue == act.attribution.cue:
            continue
        own = _claim_at(article, act.attribution.id, act.cue)
        if own is not None:
            difference = Difference(kind="trust", first=act.cue.text)
            reached = dispute.targets if act.kind == "attack_source" else dispute.targets[:1]
            for target in reached:
                for theirs in _first_claim(article, target.id):
                    if theirs.id == own.id:
                        continue  # what is called untrue holds the very words that call it so
                    yield _may_conflict(
                        own.span.start, (own.id, theirs.id), difference, (), strong=True
                    )


def _claim_at(article: Article, id: str, place: Span) -> Claim | None:
    """The claim of an attribution that holds a place."""
    claims = (statement.claim for statement in article.said.get(id, ()))
    return next((claim for claim in claims if claim.span.holds(place)), None)


def _first_claim(article: Article, id: str) -> Iterator[Claim]:
    """The first claim of an attribution, or of the first one inside it that has some."""
    for one in (id, *(inner.id for inner in article.inside.get(id, ()))):
        if one in article.said:
            yield article.said[one][0].claim
            return


def _clash(clash: Clash) -> Draft:
    return _may_conflict(
        clash.first.start,
        (clash.first.id, clash.second.id),
        clash.difference,
        clash.shared,
        strong=clash.strong,
    )


def _may_conflict(
    place: int,
    ends: tuple[str, str],
    difference: Difference,
    shared: tuple[str, ...],
    *,
    strong: bool,
) -> Draft:
    words = " / ".join(filter(None, (difference.first, difference.second)))
    matter = f"both speak of {', '.join(shared)}; " if shared else ""
    return Draft(place, {
        "kind": "contradicts",
        "from": ends[0],
        "to": ends[1:],
        "shared": shared,
        "difference": difference,
        "basis": "inferred",
        "strength": "strong" if strong else "weak",
        "reason": f"may conflict: {matter}{SCALES[difference.kind]}" + f" ({words})" * bool(words),
    }, frozenset(ends))  # fmt: skip


def _confirm(confirmation: Confirmation) -> Draft:
    act = confirmation.act
    return Draft(act.cue.start, {
        "kind": "supports",
        "from": act.attribution.id,
        "to": (confirmation.target.id,),
        "cue": act.cue,
        "target": act.target,
        "basis": "stated",
        "reason": _tell(act, confirmation.reasons),
    })  # fmt: skip


def _accord(article: Article, accord: Accord) -> Draft:
    span = article.claims[accord.first.id].span
    shared = tuple(article.wording.written(form, span) for form in accord.shared)
    return Draft(accord.second.start, {
        "kind": accord.kind,
        "from": accord.second.id,
        "to": (accord.first.id,),
        "shared": shared,
        "basis": "inferred",
        "strength": "weak",
        "reason": f"the same is said: both speak of {', '.join(shared)}",
    })  # fmt: skip
