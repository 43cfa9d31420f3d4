"""Dossiers read back, as `claims extract` printed them: one a line, or as an array."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from io import BufferedIOBase, BufferedReader, RawIOBase
from itertools import chain
from typing import Any, NamedTuple

from pydantic import ValidationError

from claims.cli.wording import say_plainly
from claims.errors import InputError, UnreadableError
from claims.model import Dossier

HEAD = 300  # bytes that tell whether these are dossiers

_OPENING = re.compile(rb'(?:\xef\xbb\xbf)?[\s\[]*\{\s*"(?:schema"\s*:\s*\d|document"\s*:\s*\{)')
_SOMETHING = re.compile(r"\S")
_AGAIN = "print it anew with claims extract"
_NAMED = 3  # of more dossiers in a sentence, only the number is told


def holds_dossiers(head: bytes) -> bool:
    """Whether bytes that begin so are dossiers: each opens with its schema or its document.

    >>> holds_dossiers(b'{"schema":1,"document":{'), holds_dossiers(b'{"id": 1, "text": "')
    (True, False)
    """
    return _OPENING.match(head) is not None


class Row(NamedTuple):
    """A dossier as it was printed, and where."""

    text: bytes | str
    where: str


def part_dossiers(file: Iterable[bytes], where: str) -> Iterator[Row | InputError]:
    """The dossiers of an open file, each still to be read.

    >>> list(part_dossiers([b'{"schema": 1}'], "found.jsonl"))
    [Row(text=b'{"schema": 1}', where='found.jsonl:1')]
    """
    lines = iter(file)
    first, second = next(lines, b"").removeprefix(b"\xef\xbb\xbf"), next(lines, b"")
    whole = first.rstrip().endswith(b"}") or second.startswith(b"{")  # else the first is cut off
    found = _part_lines if first.startswith(b"{") and whole else _part_whole
    yield from found(chain([first, second], lines), where)


def _part_lines(lines: Iterable[bytes], where: str) -> Iterator[Row | InputError]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Row(line, f"{where}:{number}")


def _part_whole(lines: Iterable[bytes], where: str) -> Iterator[Row | InputError]:
    """An array of dossiers, or dossiers that are laid out over several lines each."""
    try:
        rows = list(_split(b"".join(lines).decode("utf-8")))
    except (ValueError, RecursionError):
        yield UnreadableError(where, "it is broken JSON", _AGAIN)
        return
    for number, row in enumerate(rows, 1):
        yield Row(json.dumps(row), f"{where}:{number}")


def _split(text: str) -> Iterator[Any]:
    decoder, at = json.JSONDecoder(), 0
    while begun := _SOMETHING.search(text, at):
        row, at = decoder.raw_decode(text, begun.start())
        yield from row if isinstance(row, list) else [row]


def parse_row(row: Row) -> Dossier | InputError:
    """The dossier of a row, or what is wrong with it.

    >>> print(parse_row(Row(b'{"schema": 1}', "found.jsonl:1")))
    found.jsonl:1: it is no dossier (document: it is missing); print it anew with claims extract
    """
    try:
        return Dossier.model_validate_json(row.text)
    except ValidationError as error:
        first = error.errors()[0]
    place, why = ".".join(map(str, first["loc"])), say_plainly(first["msg"])
    what = f"it is no dossier ({place}: {why})" if place else "it is no dossier"
    return UnreadableError(row.where, what, _AGAIN)


def lacks_claims(one: Dossier) -> bool:
    """Whether a dossier was made without a look for claims and relations, by an older version.

    >>> from claims.model import Document
    >>> old = Dossier(document=Document.of("今日停航。", lang="zh"))
    >>> lacks_claims(old), lacks_claims(Dossier.model_validate_json(old.to_json()))
    (True, False)
    """
    return not {"claims", "relations"} <= one.model_fields_set


def tell_lacking(names: list[str]) -> str:
    """That some dossiers, by name, have no claims and relations, and what to do.

    >>> tell_lacking(["harbour"])
    'harbour: an older version printed it, without claims and relations; extract the article anew'
    """
    told = names if len(names) <= _NAMED else [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    them, article = ("it", "article") if len(names) == 1 else ("them", "articles")
    return (
        f"{', '.join(told)}: an older version printed {them}, without claims and relations; "
        f"extract the {article} anew"
    )


class _Begun(RawIOBase):
    """A stream of which the beginning was read already, from the beginning once more."""

    def __init__(self, head: bytes, stream: BufferedIOBase) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._stream.read1(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def rejoin(head: bytes, stream: BufferedIOBase) -> BufferedReader:
    """A stream that begins with what was read of it already.

    >>> from io import BytesIO
    >>> rejoin(b"har", BytesIO(b"bour")).read()
    b'harbour'
    """
    return BufferedReader(_Begun(head, stream))
