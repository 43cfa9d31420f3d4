"""The corpus, read back from the derived tables: all of it, or what is on some matters."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from claims.corpus.relating import SAME_SPEAKER
from claims.model import Document
from claims.model.corpus import (
    Corpus,
    CorpusClaim,
    CorpusMatter,
    CorpusOrigin,
    CorpusRelation,
    CorpusSpeaker,
    Story,
)
from claims.store.rows import BETWEEN

Facts = dict[str, Any]
Groups = Mapping[str, list[str]]


def collect(
    conn: sqlite3.Connection, texts: Mapping[str, Document], matters: Collection[str] | None = None
) -> Corpus:
    """The corpus as it was derived; with `matters` only what is on these.

    `texts` are the documents of the dossiers; one that is not among them comes without its text.
    """
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (matter TEXT PRIMARY KEY)")
    conn.execute("DELETE FROM wanted")
    conn.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", [(id,) for id in matters or ()])
    some = matters is not None
    return Corpus(
        documents=tuple(_read_documents(conn, texts, some)),
        speakers=tuple(_read_speakers(conn, some)),
        stories=tuple(_read_stories(conn, some)),
        matters=tuple(_read_matters(conn, some)),
        claims=tuple(_read_claims(conn, some)),
        relations=tuple(_read_relations(conn, some)),
        origins=tuple(_read_origins(conn, some)),
    )


def _on(column: str, some: bool) -> str:
    """The condition that something is on one of the matters wanted, where only some are."""
    return f"{column} IN (SELECT matter FROM wanted)" if some else "TRUE"


def _held_by(column: str, some: bool) -> str:
    """The same of an end of a relation that is a claim."""
    claims = "SELECT relation FROM relation_ends JOIN claims ON claims.id = claim"
    return f"{column} IN ({claims} WHERE {_on('matter', some)})" if some else "TRUE"


def _of(column: str, some: bool) -> str:
    """The same of a joined speaker: who makes such a claim, passes it on, or stands against it."""
    if not some:
        return "TRUE"
    claims = f"claims WHERE {_on('matter', some)}"
    ends = f"place < 2 AND {_held_by('relation', some)}"
    return (
        f"{column} IN (SELECT speaker FROM {claims} UNION SELECT speaker FROM chains "
        f"WHERE attribution IN (SELECT attribution FROM {claims}) UNION SELECT speaker "
        f"FROM relation_ends JOIN attributions ON attributions.id = attribution WHERE {ends})"
    )


def _ask(conn: sqlite3.Connection, sql: str) -> Iterator[Facts]:
    """Rows with the names of their columns."""
    found = conn.execute(sql)
    names = [name for name, *_ in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def _gather(conn: sqlite3.Connection, sql: str, *given: str) -> Groups:
    """The second column by the first, in the order of the rows."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in conn.execute(sql, given):
        found[key].append(value)
    return found


def _part(text: str) -> list[str]:
    return list(filter(None, text.split(BETWEEN)))


def _read_documents(
    conn: sqlite3.Connection, texts: Mapping[str, Document], some: bool
) -> Iterator[Document]:
    columns = "id, lang, title, url, outlet, published, retrieved, name, '' AS text"
    within = f"id IN (SELECT article FROM claims WHERE {_on('matter', some)})" if some else "TRUE"
    rows = _ask(conn, f"SELECT {columns} FROM articles WHERE {within} ORDER BY published, id")
    for facts in rows:
        yield texts.get(facts["id"]) or Document.model_construct(**facts)


def _read_speakers(conn: sqlite3.Connection, some: bool) -> Iterator[CorpusSpeaker]:
    columns = "id, name, kind, anonymous, wikidata, reasons"
    told = list(_ask(conn, f"SELECT {columns} FROM speakers WHERE {_of('id', some)} ORDER BY id"))
    # Of some speakers the ids are given; of all of them that would be the longer way.
    held, given = "TRUE", []
    if some:
        held = "speaker IN (SELECT value FROM json_each(?))"
        given = [json.dumps([facts["id"] for facts in told])]

    def gather(column: str, table: str, order: str) -> Groups:
        rows = f"SELECT speaker, {column} FROM {table} WHERE {held} ORDER BY 1, {order}"
        return _gather(conn, rows, *given)

    names, members = gather("name", "names", "place"), gather("id", "article_speakers", "2")
    perhaps = gather("other", "perhaps_same", "2")
    for facts in told:
        id = facts["id"]
        yield CorpusSpeaker.model_validate({
            **facts, "reasons": _part(facts["reasons"]), "names": names.get(id, ())[1:],
            "dossier_speakers": members.get(id, ()), "perhaps": perhaps.get(id, ()),
        })  # fmt: skip


def _read_stories(conn: sqlite3.Connection, some: bool) -> Iterator[Story]:
    within = (
        f"SELECT story FROM matters WHERE {_on('id', some)}" if some else "SELECT id FROM stories"
    )
    documents = _gather(
        conn,
        f"SELECT story, id FROM articles WHERE story IN ({within}) ORDER BY story, published, id",
    )
    copies = _gather(
        conn,
        "SELECT story || ' ' || copy_of, id FROM articles "
        f"WHERE copy_of NOT NULL AND story IN ({within}) "
        "ORDER BY 1, published = '', published, id",
    )
    groups: dict[str, list[list[str]]] = defaultdict(list)
    for key, ids in copies.items():
        story, _, first = key.partition(" ")
        groups[story].append([first, *ids])
    for facts in _ask(conn, f"SELECT id, title FROM stories WHERE id IN ({within}) ORDER BY id"):
        yield Story.model_validate({
            **facts, "documents": documents.get(facts["id"], ()),
            "copies": sorted(groups.get(facts["id"], ())),
        })  # fmt: skip


def _read_matters(conn: sqlite3.Connection, some: bool) -> Iterator[CorpusMatter]:
    claims = _gather(
        conn,
        f"SELECT matter, id FROM claims WHERE matter NOT NULL AND {_on('matter', some)} "
        "ORDER BY matter, article, starts, id",
    )
    rows = list(_ask(conn, f"SELECT id, title, story, topic FROM matters WHERE {_on('id', some)}"))
    for facts in sorted(rows, key=lambda one: (one["story"], -len(claims[one["id"]]), one["id"])):
        yield CorpusMatter.model_validate({**facts, "claims": claims[facts["id"]]})


def _read_claims(conn: sqlite3.Connection, some: bool) -> Iterator[CorpusClaim]:
    within = f"SELECT attribution FROM claims WHERE {_on('matter', some)}"
    chains = _gather(
        conn,
        "SELECT attribution, speaker FROM chains WHERE speaker NOT NULL "
        + (f"AND attribution IN ({within}) " if some else "")
        + "ORDER BY attribution, hop",
    )
    rows = _ask(
        conn,
        "SELECT id, article AS document, words, starts, ends, attribution, speaker, matter, "
        "certainty, negated, held, narrated, position "
        f"FROM claims WHERE {_on('matter', some)} ORDER BY article, starts, id",
    )
    for facts in rows:
        start, end, text = (facts.pop(name) for name in ("starts", "ends", "words"))
        yield CorpusClaim.model_validate({
            **facts, "span": {"start": start, "end": end, "text": text},
            "chain": chains.get(facts["attribution"], ()),
        })  # fmt: skip


def _read_relations(conn: sqlite3.Connection, some: bool) -> Iterator[CorpusRelation]:
    ends: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for relation, item, speaker in conn.execute(
        "SELECT relation, coalesce(claim, item), speaker FROM relation_ends "
        "LEFT JOIN attributions ON attributions.id = attribution "
        f"WHERE {_held_by('relation', some)} ORDER BY relation, place"
    ):
        ends[relation].append((item, speaker))
    rows = _ask(
        conn,
        "SELECT id, kind, cue, cue_at, target, target_at, shared, difference, first_differs, "
        "second_differs, basis, strength, reason FROM relations "
        f"WHERE {_held_by('id', some)} ORDER BY story IS NOT NULL, id",
    )
    return (_tell_relation(facts, ends.get(facts["id"], [])) for facts in rows)


def _tell_relation(facts: Facts, ends: list[tuple[str, str | None]]) -> CorpusRelation:
    """A relation with the joined speakers; what one speaker says twice is no support."""
    who, whom = (ends[at][1] if len(ends) > at else None for at in (0, 1))
    again = facts["basis"] == "inferred" and who is not None and who == whom
    kind, reason = facts["kind"], facts["reason"]
    first, second = facts.pop("first_differs"), facts.pop("second_differs")
    cue, target = (_span(facts[name], facts.pop(f"{name}_at")) for name in ("cue", "target"))
    differs = {"kind": facts["difference"], "first": first, "second": second}
    return CorpusRelation.model_validate({
        **facts,
        "kind": "repeats" if again and kind == "supports" else kind,
        "reason": f"{SAME_SPEAKER}{reason}" if again else reason,
        "from": next((item for item, _ in ends), ""),
        "to": tuple(dict.fromkeys(item for item, _ in ends[1:])),
        "cue": cue,
        "target": target,
        "shared": _part(facts["shared"]),
        "difference": differs if facts["difference"] else None,
        "from_speaker": who,
        "to_speaker": whom,
    })  # fmt: skip


def _span(text: str, start: int) -> Facts | None:
    return {"start": start, "end": start + len(text), "text": text} if text else None


def _read_origins(conn: sqlite3.Connection, some: bool) -> Iterator[CorpusOrigin]:
    claims = _gather(
        conn,
        "SELECT origin, claim FROM origin_claims JOIN claims ON claims.id = claim "
        f"WHERE {_on('matter', some)} ORDER BY origin, article, starts, claim",
    )
    rows = _ask(
        conn,
        "SELECT origins.id, origins.matter, words AS position, speaker AS origin, anonymous, alone "
        "FROM origins JOIN positions ON positions.matter = origins.matter AND key = position "
        f"JOIN speakers ON speakers.id = speaker WHERE {_on('origins.matter', some)} "
        "ORDER BY origins.id",
    )
    for facts in rows:
        carried = claims.get(facts.pop("id"), [])
        documents = dict.fromkeys(claim.partition(":")[0] for claim in carried)
        yield CorpusOrigin.model_validate({
            **facts, "claims": carried, "documents": tuple(documents)
        })  # fmt: skip
