"""What there is of many articles, one by one: a matter, a joined speaker, a pair of claims."""

from __future__ import annotations

from collections.abc import Mapping

from claims.model import Document
from claims.query.across.answers import Across, Contested, Joined, Namesake, Place
from claims.query.across.asking import tell_matter, tell_relation
from claims.query.across.library import ANY, Library


def explain_matter(library: Library, id: str) -> Contested | None:
    """A matter with its positions, were there only one; None for what is no matter."""
    matter = library.matters.get(id)
    return tell_matter(library, matter, ANY) if matter else None


def list_pairs(library: Library, matter: str) -> list[Across]:
    """What stands between the claims of a matter, in one article or two: disputes, then conflicts.

    The strong ones come first.
    """
    told = (tell_relation(library, one) for one in library.corpus.relations)
    kinds = ("disputes", "contradicts")
    found = [one for one in told if one and one.matter == matter and one.kind in kinds]
    return sorted(found, key=lambda one: (kinds.index(one.kind), one.strength != "strong", one.id))


def explain_pair(library: Library, id: str) -> Across | None:
    """A relation between claims of two articles, or of one; None for what is none."""
    found = (one for one in library.corpus.relations if one.id == id)
    return next(filter(None, (tell_relation(library, one) for one in found)), None)


def explain_speaker(library: Library, id: str) -> Joined | None:
    """A joined speaker with all names and articles; None for what is none.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "市长王海说，大桥安全。", "王海说，渡轮停开。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [one] = [explain_speaker(library, one) for one in library.speakers]
    >>> one.names, len(one.places), one.reasons
    (('王海', '市长王海'), 2, ('both are called 王海',))
    """
    one = library.speakers.get(id)
    if one is None:
        return None
    places = [_find_place(library.documents, own) for own in one.dossier_speakers]
    return Joined(
        id=one.id,
        name=one.name,
        names=one.names,
        kind=one.kind,
        anonymous=one.anonymous,
        wikidata=one.wikidata,
        reasons=one.reasons,
        places=tuple(sorted(places, key=lambda place: (place.published, place.id))),
        perhaps=tuple(
            Namesake(id=other, name=library.speakers[other].name)
            for other in one.perhaps
            if other in library.speakers
        ),
    )


def _find_place(pages: Mapping[str, Document], id: str) -> Place:
    page = pages[id.partition(":")[0]]
    return Place(
        id=id,
        document=page.id,
        title=page.title or page.name,
        outlet=page.outlet,
        published=page.published,
    )
