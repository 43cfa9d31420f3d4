"""What is on the page: spans of one text, and the document that holds it.

Offsets are half-open and count Unicode code points of `Document.text`.
"""

from __future__ import annotations

import hashlib
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class Frozen(BaseModel):
    """The base of every noun: immutable, hashable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def changed(self, **fields: object) -> Self:
        """The same with other values in some fields, which are not checked again.

        >>> Span(start=0, end=2, text="白宫").changed(end=1, text="白")
        Span(start=0, end=1, text='白')
        """
        return self.model_copy(update=fields)


class Span(Frozen):
    """A piece of a text, with the words themselves.

    >>> Span.of("白宫说，会谈已结束。", 0, 2)
    Span(start=0, end=2, text='白宫')
    """

    start: int
    end: int
    text: str

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not 0 <= self.start <= self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} does not hold {self.text!r}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text[start:end]`; ValueError when the offsets lie outside."""
        return cls(start=start, end=end, text=text[start:end])

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span.

        >>> Span(start=0, end=4, text="白宫声明").holds(Span(start=2, end=4, text="声明"))
        True
        """
        return self.start <= other.start and other.end <= self.end


class Sentence(Frozen):
    """One sentence, its final punctuation and closing marks included."""

    start: int
    end: int


class Quote(Frozen):
    """A quotation, marks included; `depth` counts the quotations around it.

    An unclosed one ends with its paragraph or with the speech that carries on over
    several, and has `closed` false. `width` is how many characters its marks have: some write
    two single ones for a double one.
    """

    start: int
    end: int
    depth: int
    closed: bool = True
    width: int = 1

    @property
    def inner_start(self) -> int:
        """Where what is quoted begins."""
        return self.start + self.width

    @property
    def inner_end(self) -> int:
        """Where what is quoted ends; an empty one may be closed by a mark of fewer characters."""
        return max(self.inner_start, self.end - self.width) if self.closed else self.end


class Document(Frozen):
    """An article as it was read: one text and what the page says of itself.

    `name` is the file's name without suffix, or the id that a JSONL line gives.
    `published` is the page's own date (with the zone only where the page gives one),
    `retrieved` the moment it was fetched, in UTC. `asides` are pieces of `text` that the
    page carries but the article does not say: captions, related links, bylines, promotion.

    >>> Document.of("白宫说，会谈已结束。", lang="zh").id
    '201dc70a58c4'
    """

    id: str
    name: str = ""
    lang: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
    retrieved: str = ""
    text: str
    asides: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, *, lang: str, asides: tuple[Span, ...] = (), **facts: str) -> Self:
        """The document of `text`, its id a hash of the text alone."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return cls.model_validate(
            {"id": digest, "lang": lang, "text": text, "asides": asides, **facts}
        )
