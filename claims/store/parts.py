"""What single stories have come to, kept beside the derived tables.

A story is worked through again only where its articles are others than before; `claims reindex`
forgets all that is kept.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from claims.corpus import Part, Relate
from claims.model import Dossier

TABLE = "parts"


class Parts:
    """A way to work through stories that takes what is held of those that have not changed.

    `held` are the packed parts by key; `used` those of the last call, to be held from then on.

    >>> from claims.corpus import relate_stories
    >>> from claims.model import Document
    >>> story = [Dossier(document=Document.of("今日停航。", lang="zh"))]
    >>> first = Parts({}, "1", relate_stories)
    >>> made = first([story])
    >>> worked = []
    >>> def note(stories):
    ...     worked.append(len(stories))
    ...     return relate_stories(stories)
    >>> Parts(first.used, "1", note)([story]) == made == Parts(first.used, "2", note)([story])
    True
    >>> worked
    [0, 1]
    """

    def __init__(self, held: Mapping[str, bytes], maker: str, relate: Relate) -> None:
        self._held, self._maker, self._relate = held, maker, relate
        self.used: dict[str, bytes] = {}

    def __call__(self, stories: Sequence[Sequence[Dossier]]) -> list[Part]:
        keys = [self._name(story) for story in stories]
        known = {key: part for key in keys if (part := _unpack(self._held.get(key))) is not None}
        new = [at for at, key in enumerate(keys) if key not in known]
        made = dict(zip(new, self._relate([stories[at] for at in new]), strict=True))
        parts = [made[at] if at in made else known[key] for at, key in enumerate(keys)]
        self.used = {
            key: _pack(made[at]) if at in made else self._held[key] for at, key in enumerate(keys)
        }
        return parts

    def _name(self, story: Sequence[Dossier]) -> str:
        """A key that changes with any word of any of the dossiers, and with the program."""
        digest = hashlib.blake2b(self._maker.encode("utf-8"), digest_size=16)
        for one in story:
            digest.update(one.to_json().encode("utf-8"))
        return digest.hexdigest()


def read_parts(conn: sqlite3.Connection) -> dict[str, bytes]:
    """What is held of single stories; nothing in a store that has never held any."""
    try:
        return {
            str(key): bytes(body) for key, body in conn.execute(f"SELECT key, body FROM {TABLE}")
        }
    except sqlite3.OperationalError:
        return {}


def hold_parts(conn: sqlite3.Connection, used: Mapping[str, bytes]) -> None:
    """Hold these parts, and no others."""
    conn.execute(f"CREATE TABLE IF NOT EXISTS {TABLE} (key TEXT PRIMARY KEY, body BLOB NOT NULL)")
    held = {str(key) for (key,) in conn.execute(f"SELECT key FROM {TABLE}")}
    conn.executemany(f"DELETE FROM {TABLE} WHERE key = ?", ((key,) for key in held - used.keys()))
    rows = ((key, body) for key, body in used.items() if key not in held)
    conn.executemany(f"INSERT INTO {TABLE} VALUES (?, ?)", rows)


def _pack(part: Part) -> bytes:
    return zlib.compress(part.model_dump_json(by_alias=True).encode("utf-8"), 1)


def _unpack(body: bytes | None) -> Part | None:
    """A part as it was; None for one that cannot be read, which is then made anew."""
    if not body:
        return None
    try:
        return Part.model_validate_json(zlib.decompress(body))
    except (zlib.error, ValidationError):
        return None
