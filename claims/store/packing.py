"""Dossiers as a store keeps them: the row that tells of one, its deflated JSON, its words."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import NamedTuple

from pydantic import ValidationError

from claims.errors import StoreError
from claims.model import Document, Dossier
from claims.store.nouns import Kept
from claims.store.rows import Tables
from claims.store.words import join_tokens

KEY = ("document", "name", "outlet", "url", "published")
FACTS = ("number", *KEY, "retrieved", "title", "lang", "attributions", "claims", "program")


class Packed(NamedTuple):
    """A dossier ready to be put into a store, with all that takes time done.

    `words` are those of its title and its text as the index has them, `rows` those that hang on
    this article alone, where they are made already.
    """

    kept: Kept
    body: bytes
    words: tuple[str, str]
    rows: Tables | None = None


def pack(dossier: Dossier, program: str, where: object, rows: Tables | None = None) -> Packed:
    """The dossier as it is kept; StoreError where its id is not that of its text."""
    page = dossier.document
    called = page.name or page.id
    try:
        body = dossier.to_json().encode("utf-8")
    except ValueError:
        raise StoreError(where, f"{called} has half a character in it", "mend its text") from None
    if page.id != hash_text(page.text):
        raise StoreError(where, f"the id of {called} is not that of its text", "extract it anew")
    words = join_tokens(page.title), join_tokens(page.text)
    return Packed(describe(dossier, program), zlib.compress(body), words, rows)


def describe(dossier: Dossier, program: str) -> Kept:
    """What the row of a dossier tells of it."""
    counts = {"attributions": len(dossier.attributions), "claims": len(dossier.claims)}
    return describe_page(dossier.document, program).changed(**counts)


def describe_page(page: Document, program: str) -> Kept:
    """The same of a document alone."""
    facts = page.model_dump(include=set(FACTS))
    return Kept(number=0, document=page.id, program=program, **facts)


def hash_text(text: str) -> str:
    """The id that the document of a text has.

    >>> hash_text("白宫说，会谈已结束。") == Document.of("白宫说，会谈已结束。", lang="zh").id
    True
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def unpack(body: bytes, one: Kept, where: object) -> Dossier:
    """A dossier as it was; StoreError where it cannot be read."""
    try:
        return Dossier.model_validate_json(zlib.decompress(body))
    except (zlib.error, ValidationError):
        raise _tell_damaged(one, where) from None


def unpack_document(body: bytes, one: Kept, where: object) -> Document:
    """The document of a dossier alone, which takes less time; StoreError as for `unpack`."""
    try:
        return Document.model_validate(json.loads(zlib.decompress(body))["document"])
    except (zlib.error, ValueError, KeyError, TypeError):
        raise _tell_damaged(one, where) from None


def _tell_damaged(one: Kept, where: object) -> StoreError:
    what = f"the dossier of {one.name or one.document} ({one.document}) is damaged"
    return StoreError(where, what, "put a backup in its place, or add it anew")
