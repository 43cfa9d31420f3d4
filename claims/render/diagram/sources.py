"""The articles that a picture rests on, as told in its foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.query.answers import Article
from claims.render.cells import clean
from claims.render.diagram.picked import Picked
from claims.render.diagram.sheet import Source


def list_sources(shown: Iterable[Picked], articles: Sequence[Article]) -> tuple[Source, ...]:
    """The articles of what is shown; where nothing is, those that were looked at."""
    drawn = {said.statement.article.id for one in shown for said in one.all_said}
    return tuple(tell_source(one) for one in articles if not drawn or one.id in drawn)


def tell_source(article: Article) -> Source:
    """One article: title, outlet, date and address."""
    return Source(
        id=article.id,
        title=clean(article.title or article.name),
        outlet=clean(article.outlet),
        published=clean(article.published).replace("T", " "),
        url=clean(article.url),
    )
