"""What was read, before it becomes a document: lines, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One paragraph of a page; `bare` text stands beside paragraphs, in none."""

    text: str
    heading: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Page:
    """An HTML page: its paragraphs in order, and its facts where it gives them.

    `site` is what the page calls its outlet.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    url: str = ""
    site: str = ""
    published: str = ""
    retrieved: str = ""


@dataclass(frozen=True)
class Plain:
    """A text to be taken as it is, and what its sender said of it.

    `where` names it in errors, for one of many in a file.
    """

    text: str
    where: str = ""
    name: str = ""
    lang: str = ""
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
