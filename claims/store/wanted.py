"""Articles narrowed by what their pages say of themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.store.nouns import Kept
from claims.store.versions import choose_counted
from claims.store.words import fold_name


def list_wanted(
    kept: Iterable[Kept],
    documents: Collection[str] | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    lang: str | None = None,
) -> list[Kept]:
    """The appearances that count and fit; a text that two outlets carry is found by either.

    >>> one = Kept(number=1, document="d", outlet="海潮网", published="2030-03-09T08:00")
    >>> len(list_wanted([one], outlet="海潮網", until="2030-03-09"))
    1
    """
    fits = (
        one
        for one in kept
        if (documents is None or one.document in documents)
        and (outlet is None or fold_name(one.outlet) == fold_name(outlet))
        and _is_within(one.published, since, until)
        and (lang is None or one.lang == lang)
    )
    return choose_counted(fits)


def _is_within(published: str, since: str | None, until: str | None) -> bool:
    if (since or until) and not published:
        return False
    return published >= (since or "") and (not until or published[: len(until)] <= until)
