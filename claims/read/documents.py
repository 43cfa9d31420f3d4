"""Bytes to documents: the pure middle of the room, with no file in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claims.errors import InputError, UnreadableError
from claims.model import Document
from claims.read.build import Origin, build_page, build_plain
from claims.read.decode import decode_text
from claims.read.formats import Format, tell_format
from claims.read.lines import parse_lines
from claims.read.page import Page, Plain
from claims.read.saved import parse_saved
from claims.read.web import parse_page

_Parsed = Page | Plain | InputError
_PARSERS: dict[Format, Callable[[str, Origin], Iterable[_Parsed]]] = {
    "saved": lambda text, origin: [parse_saved(text, where=origin.where)],
    "html": lambda text, origin: [parse_page(text, where=origin.where)],
    "jsonl": lambda text, origin: parse_lines(text, where=origin.where, name=origin.name),
    "text": lambda text, origin: [Plain(text)],
}


def read_each(
    data: bytes,
    *,
    name: str = "",
    where: str = "",
    charset: str | None = None,
    known: frozenset[str] | None = None,
) -> Iterator[Document | InputError]:
    """The documents in some bytes, one by one; what cannot be read gives its error instead.

    `where` names the bytes in errors, `charset` is a hint, `known` are the codes of the
    languages that are asked for (None: any).

    >>> [error] = read_each(b"%PDF-1.7", where="a.txt")
    >>> print(error)
    a.txt: it is a PDF file, not text; give its text, or the page it was made from
    """
    origin = Origin(where or name or "the text", name, known)
    try:
        text = _decode(data, origin.where, charset)
        parsed = _PARSERS[tell_format(text)](text, origin)
    except InputError as error:
        yield error
        return
    for one in parsed:
        yield _build(one, origin)


def _decode(data: bytes, where: str, charset: str | None) -> str:
    text = decode_text(data, where=where, charset=charset) if data.strip() else ""
    if not text.strip():
        raise UnreadableError(where, "it is empty", "give a file that holds an article")
    return text


def _build(parsed: _Parsed, origin: Origin) -> Document | InputError:
    if isinstance(parsed, InputError):
        return parsed
    try:
        if isinstance(parsed, Page):
            return build_page(parsed, origin)
        return build_plain(parsed, origin)
    except InputError as error:
        return error


def read_bytes(
    data: bytes,
    *,
    name: str = "",
    charset: str | None = None,
    known: frozenset[str] | None = None,
) -> tuple[Document, ...]:
    """The documents in some bytes; raises the first InputError.

    >>> [document] = read_bytes("<p>外长说，会谈已结束。</p>".encode("gbk"), name="a")
    >>> document.text, document.lang
    ('外长说，会谈已结束。', 'zh')
    """
    found = []
    for one in read_each(data, name=name, charset=charset, known=known):
        if isinstance(one, InputError):
            raise one
        found.append(one)
    return tuple(found)


def read_text(text: str, *, name: str = "", known: frozenset[str] | None = None) -> Document:
    """The document of a text that is taken as it is, whatever it looks like.

    >>> read_text("外长说，会谈已结束。\\n").text
    '外长说，会谈已结束。\\n'
    """
    return build_plain(Plain(text), Origin(name or "the text", name, known))
