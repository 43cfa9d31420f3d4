"""Attributions to claims, and to the relations among them inside one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.lang.base import Language
from claims.lang.keeping import keep_last
from claims.lang.words import Word
from claims.model import Attribution, Claim, Document, Relation, Speaker
from claims.relate.acts import Act, find_acts, find_confirmations
from claims.relate.agreement import find_accords, find_confirmed
from claims.relate.article import Article
from claims.relate.build import build_relations
from claims.relate.claims import Statement
from claims.relate.contradictions import find_clashes
from claims.relate.disputes import find_disputes
from claims.relate.joining import join_dossiers
from claims.relate.likeness import Likeness
from claims.relate.oppositions import find_oppositions
from claims.relate.points import Point, find_about, lay_points
from claims.relate.reality import denies_saying, is_real

__all__ = ["find_about", "join_dossiers", "lay_claims", "relate_claims"]


def relate_claims(
    document: Document,
    language: Language,
    words: Sequence[Word],
    speakers: Sequence[Speaker],
    attributions: Sequence[Attribution],
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The claims of an article, and who disputes, may contradict and supports whom.

    `words` are those of the folded text, a name that it makes known as one word.
    """
    article, acts, points = _lay_out(
        document, language, words, tuple(speakers), tuple(attributions)
    )
    disputes = find_disputes(article, acts)
    likeness = Likeness(points, language.side)
    oppositions = find_oppositions(article, points, disputes)
    clashes = find_clashes(article, likeness, points, oppositions)
    confirmed = find_confirmed(article, tuple(find_confirmations(article)))
    accords = find_accords(article, likeness, points)
    relations = build_relations(article, disputes, clashes, confirmed, accords)
    return tuple(_hold(article.claims[point.id], point) for point in points), relations


def lay_claims(
    document: Document,
    language: Language,
    words: Sequence[Word],
    speakers: Sequence[Speaker],
    attributions: Sequence[Attribution],
) -> Iterator[tuple[Statement, Point]]:
    """The claims of an article, each with the point as which it can be compared."""
    article, _, points = _lay_out(document, language, words, tuple(speakers), tuple(attributions))
    return zip(article.statements, points, strict=True)


@keep_last
def _lay_out(
    document: Document,
    language: Language,
    words: Sequence[Word],
    speakers: Sequence[Speaker],
    attributions: Sequence[Attribution],
) -> tuple[Article, tuple[Act, ...], tuple[Point, ...]]:
    """An article with its acts and points; whoever has just related it may ask once more."""
    article = Article.of(document, language, words, speakers, attributions)
    acts = tuple(find_acts(article))
    unreal = _unreal_denials(article)
    return article, acts, lay_points(article, _denying(acts) | _denied_sayings(article), unreal)


def _hold(claim: Claim, point: Point) -> Claim:
    """A claim with how its speaker stands to it."""
    held = "unsaid" if point.unsaid else "denied" if point.denied else "asserted"
    return claim if claim.held == held else claim.model_copy(update={"held": held})


def _unreal_denials(article: Article) -> frozenset[str]:
    """The attributions that deny, but only if, or at some time to come: 将否认."""
    denials = (one for one in article.attributions if article.denies(one) and one.content)
    return frozenset(one.id for one in denials if not is_real(article, one))


def _denied_sayings(article: Article) -> frozenset[str]:
    """The attributions that one denies who is told to have spoken: 否认自己说过…."""
    found: set[str] = set()
    for one in article.attributions:
        if denies_saying(article, one):
            inner = (other for other in article.inside.get(one.id, ()))
            found.update(other.id for other in inner if other.speaker == one.speaker)
            found.add(one.id)
    return frozenset(found)


def _denying(acts: Sequence[Act]) -> frozenset[str]:
    """The attributions whose words of report deny the clause that they hold."""
    return frozenset(act.attribution.id for act in acts if act.denies_clause)
