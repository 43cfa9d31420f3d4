"""Which of the texts of an article counts: the versions of one article, the copies of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.store.nouns import Kept

Series = tuple[str, ...]
NAMELESS = ("", "stdin")  # what came through a pipe has no name of its own


def name_series(one: Kept) -> Series | None:
    """What the versions of one article share: the address, else the outlet and the name.

    >>> name_series(Kept(number=1, document="d", outlet="海潮网", name="a"))
    ('海潮网', 'a')
    """
    if one.url:
        return (one.url,)
    return None if one.name in NAMELESS else (one.outlet, one.name)


def list_series(kept: Iterable[Kept]) -> dict[Series, list[Kept]]:
    """The appearances of each article that has an address or a name, the oldest first."""
    found: dict[Series, list[Kept]] = defaultdict(list)
    for one in kept:
        if series := name_series(one):
            found[series].append(one)
    return {series: order_versions(held) for series, held in found.items()}


def order_versions(kept: Iterable[Kept]) -> list[Kept]:
    """The appearances of one article in time: by their dates, else as they came.

    One without a date is as late as the latest of those that came before it.

    >>> one, two, three = (
    ...     Kept(number=n, document=str(n), published=day)
    ...     for n, day in ((1, "2030-03-05"), (2, ""), (3, "2030-03-01"))
    ... )
    >>> [one.number for one in order_versions([one, two, three])]
    [3, 1, 2]
    """
    published = retrieved = ""
    dated: list[tuple[str, str, int, Kept]] = []
    for one in sorted(kept, key=lambda one: one.number):
        dated.append((one.published or published, one.retrieved or retrieved, one.number, one))
        published, retrieved = max(published, one.published), max(retrieved, one.retrieved)
    return [one for *_, one in sorted(dated, key=lambda row: row[:3])]


def mark_followed(kept: Iterable[Kept]) -> list[Kept]:
    """The same, each with the document that has taken its place.

    >>> old, new = (Kept(number=n, document=f"d{n}", url="u") for n in (1, 2))
    >>> [one.followed_by for one in mark_followed([old, new])]
    ['d2', None]
    """
    kept = list(kept)
    last = {series: held[-1].document for series, held in list_series(kept).items()}
    return [
        one.changed(followed_by=last[series])
        if (series := name_series(one)) and last[series] != one.document
        else one
        for one in kept
    ]


def order_all(kept: Iterable[Kept]) -> list[Kept]:
    """All that is kept, article by article, the versions of each from the oldest on."""
    kept = list(kept)
    series = list_series(kept)
    alone = [[one] for one in kept if not name_series(one)]
    groups = sorted((*series.values(), *alone), key=lambda held: _place(held[0]))
    return [one for held in groups for one in held]


def choose_counted(kept: Iterable[Kept]) -> list[Kept]:
    """One appearance of each text that counts: the first that no later version has followed.

    The order is by date and document, whatever the order in which they came.
    """
    counted: dict[str, Kept] = {}
    for one in sorted(kept, key=_place):
        if one.followed_by is None:
            counted.setdefault(one.document, one)
    return sorted(counted.values(), key=lambda one: (one.published, one.document))


def _place(one: Kept) -> tuple[bool, str, str, str, str, str]:
    """Earlier first; one that has a date before one without."""
    return (not one.published, one.published, one.outlet, one.url, one.name, one.document)
