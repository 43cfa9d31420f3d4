"""Which speaker of an article has which tone: those who say most get tones of their own."""

from __future__ import annotations

from collections.abc import Iterable

from claims.query.answers import Who

TONES = 8  # as many as report.css has


def choose_tones(speakers: Iterable[Who]) -> dict[str, int]:
    """The number of a tone for each speaker of one article, by id; they recur beyond `TONES`.

    >>> from claims.query.answers import Article, Party
    >>> port = Who(speaker=Party(id="s1", name="港口"), article=Article(id="x"), statements=())
    >>> choose_tones([port])
    {'s1': 1}
    """
    ranked = sorted(speakers, key=lambda who: -len(who.statements))
    named = [who.speaker.id for who in ranked if who.speaker]
    return {id: number % TONES + 1 for number, id in enumerate(named)}
