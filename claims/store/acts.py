"""The log of what people have said of speakers, and what follows from it for these dossiers."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.store.connections import writing
from claims.store.nouns import Act, ActKind, Side
from claims.store.schema import touch

if TYPE_CHECKING:
    from claims.corpus import Decision

Names = Mapping[str, Mapping[str, Sequence[str]]]  # by document: each name, and whose it is
Pair = tuple[frozenset[str], frozenset[str]]


def record_act(
    conn: sqlite3.Connection, kind: ActKind, one: Side, other: Side, *, given: str, note: str
) -> Act:
    """Add to the log what a person has said."""
    what = json.dumps(
        {"one": one.model_dump(), "other": other.model_dump()}, ensure_ascii=False, sort_keys=True
    )
    with writing(conn):
        row = (kind, what, given, note)
        added = conn.execute("INSERT INTO acts (kind, what, given, note) VALUES (?, ?, ?, ?)", row)
        touch(conn)
    number = int(added.lastrowid or 0)
    return Act(number=number, kind=kind, one=one, other=other, given=given, note=note)


def read_acts(conn: sqlite3.Connection) -> list[Act]:
    """All acts, in order."""
    rows = conn.execute("SELECT number, kind, what, given, note FROM acts ORDER BY number")
    return [parse_act(*row) for row in rows]


def parse_act(number: int, kind: str, what: str, given: str, note: str) -> Act:
    """An act as the log has it; ValueError where it is none."""
    facts = {"number": number, "kind": kind, "given": given, "note": note}
    return Act.model_validate(facts | json.loads(what))


def decide(acts: Iterable[Act], speakers: Iterable[tuple[str, str, str]]) -> list[Decision]:
    """The acts by the ids that the speakers have now; those of whom nobody is left are passed over.

    `speakers` are those of all articles: the document, the id and the name of each. What was said
    later goes before what was said of the same two earlier.
    """
    acts = list(acts)
    if not acts:
        return []
    from claims.corpus import Decision

    names = _list_names(speakers)
    told = [(act.kind == "same", _find(act.one, names), _find(act.other, names)) for act in acts]
    standing: list[Decision] = []
    for same, one, other in reversed(told):
        overruled = any(later.same != same and _meet(later, (one, other)) for later in standing)
        if one and other and not overruled:
            standing.append(Decision(same, one, other))
    return standing[::-1]


def _meet(later: Decision, pair: Pair) -> bool:
    """Whether a later act tells of two of whom this one tells too."""
    one, other = pair
    straight = later.one & one and later.other & other
    return bool(straight or (later.one & other and later.other & one))


def _list_names(speakers: Iterable[tuple[str, str, str]]) -> Names:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document, id, name in speakers:
        found[document][name].append(id)
    return found


def _find(side: Side, names: Names) -> frozenset[str]:
    return frozenset(
        found
        for id, name in zip(side.ids, side.names, strict=True)
        for found in _find_now(id, name, names)
    )


def _find_now(id: str, name: str, names: Names) -> Iterable[str]:
    """The ids under which a speaker is known now: the same one, or else whoever has the name."""
    here = names.get(id.partition(":")[0], {})
    called = here.get(name)
    if called:
        return [id] if id in called else called
    return [id] if any(id in ids for ids in here.values()) else []
