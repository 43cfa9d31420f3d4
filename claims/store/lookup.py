"""Words to the speaker whom they mean, among the joined speakers of a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.errors import NoSpeakerError, SeveralSpeakersError, StoreError
from claims.store.nouns import ActKind, Side
from claims.store.words import fold_name


class _Meant(NamedTuple):
    """A speaker as one article has it."""

    id: str
    name: str
    aliases: str

    def bears(self, words: str) -> bool:
        names = (self.name, *self.aliases.split("; "))
        return words == self.id or fold_name(words) in map(fold_name, names)


def find_sides(
    conn: sqlite3.Connection, kind: ActKind, words: tuple[str, str], where: object
) -> tuple[Side, Side]:
    """The two whom words mean; where both are one joined speaker, each is whoever is called so."""
    one, other = (_find_joined(conn, told) for told in words)
    these, those = _list_meant(conn, one, words[0]), _list_meant(conn, other, words[1])
    if one == other:
        these = [each for each in these if each.bears(words[0]) or words[0] == one]
        those = [each for each in those if each.bears(words[1]) or words[1] == other]
    if set(these) & set(those):
        what = f"{words[0]!r} and {words[1]!r} are one speaker already"
        if kind == "different":
            what = f"{words[0]!r} and {words[1]!r} are one speaker in one article"
        raise StoreError(where, what, "give two ids that `claims who` lists as speaker_id")
    return _tell(words[0], these), _tell(words[1], those)


def find_documents_of(conn: sqlite3.Connection, words: str) -> list[str]:
    """The articles in which someone is called so, in whole or in part, or whose item an id is."""
    document, _, item = words.partition(":")
    if item:
        return [document]
    asked = (
        "SELECT DISTINCT article FROM names JOIN article_speakers USING (speaker)"
        " WHERE instr(names.folded, ?) ORDER BY article"
    )
    return [str(id) for (id,) in conn.execute(asked, (fold_name(words),))]


def _find_joined(conn: sqlite3.Connection, words: str) -> str:
    """The id of the joined speaker of an id or a name."""
    asked = (
        ("SELECT speaker FROM article_speakers WHERE id = ?", words),
        ("SELECT id FROM speakers WHERE id = ?", words),
        ("SELECT DISTINCT speaker FROM names WHERE folded = ? ORDER BY 1", fold_name(words)),
    )
    for sql, value in asked:
        found = tuple(str(id) for (id,) in conn.execute(sql, (value,)))
        if len(found) > 1:
            raise SeveralSpeakersError(words, found)
        if found:
            return found[0]
    raise NoSpeakerError(f"no speaker here is called {words!r}; give the full name, or an id")


def _list_meant(conn: sqlite3.Connection, joined: str, words: str) -> Sequence[_Meant]:
    """The speakers of the articles that are meant: the one of an id, else all that are joined."""
    sql = "SELECT id, name, aliases FROM article_speakers WHERE "
    rows = conn.execute(f"{sql} id = ?", (words,)).fetchall()
    rows = rows or conn.execute(f"{sql} speaker = ? ORDER BY id", (joined,)).fetchall()
    return [_Meant(*row) for row in rows]


def _tell(words: str, meant: Iterable[_Meant]) -> Side:
    told = sorted(meant)
    return Side(
        called=words, ids=tuple(one.id for one in told), names=tuple(one.name for one in told)
    )


def name_speaker(conn: sqlite3.Connection, id: str) -> str:
    """A joined speaker as a person tells one from another: id, name, offices, where it stands."""
    row = conn.execute("SELECT name, articles FROM speakers WHERE id = ?", (id,)).fetchone()
    roles = conn.execute(
        "SELECT DISTINCT role FROM article_speakers WHERE speaker = ? AND role <> '' ORDER BY 1",
        (id,),
    )
    told = " · ".join([row[0], *(role for (role,) in roles)])
    return f"{id}  {told}, in {row[1]} article{'s' * (row[1] != 1)}"
