"""On whose word a position rests: claims of many articles, gathered under who first said so.

A claim that came through others (an outlet that cites a report that cites an official) rests on the
last of them. What one unnamed speaker says rests on that one alone, however many carry it; a copy
of an article adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims.model.corpus import CorpusClaim, CorpusOrigin


def find_origins(
    claims: Iterable[CorpusClaim], words: Mapping[tuple[str, str], str], unnamed: frozenset[str]
) -> Iterator[CorpusOrigin]:
    """The origins of each position of each matter, in the order of the claims.

    The claims name joined speakers; `words` are those of the positions, by matter and key,
    `unnamed` the speakers without a name.
    """
    held: dict[tuple[str, str, str], list[CorpusClaim]] = {}
    origins: dict[tuple[str, str], set[str]] = {}
    for one in claims:
        if one.matter and one.speaker and one.held != "unsaid":
            held.setdefault((one.matter, one.position, one.speaker), []).append(one)
            origins.setdefault((one.matter, one.position), set()).add(one.speaker)
    for (matter, key, speaker), told in held.items():
        yield CorpusOrigin(
            matter=matter,
            position=words[matter, key],
            origin=speaker,
            claims=tuple(one.id for one in told),
            documents=tuple(dict.fromkeys(one.document for one in told)),
            anonymous=speaker in unnamed,
            alone=len(origins[matter, key]) == 1,
        )
