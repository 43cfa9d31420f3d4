"""Articles as a feed reader saved them: a moment, a link, a rule, then pieces of HTML.

<!--1643384702000-->
[The title](https://example.org/page)
------

<div>28/01/2022 - 14:56</div>Array<p>The first paragraph …</p>
"""

from __future__ import annotations

import html
import re

from claims.read.dates import moment_of, parse_date
from claims.read.markup import find_blocks, parse_html, tidy
from claims.read.page import Block, Page

_HEAD = re.compile(
    r"\s*(?:<!--\s*(?P<moment>\d{9,15})\s*-->\s*)?"
    r"(?:\[(?P<title>[^\n]*)\]\((?P<url>[^\n]*)\)[ \t]*\r?\n[ \t]*-{3,}[ \t]*(?:\r?\n|\Z))?"
)
_ESCAPE = re.compile(r"\\([\\\[\]()*_`])")
_ANY_TAG = re.compile(r"<[a-zA-Z/!]")
_ENDS = tuple('。！？!?.…”」』"')


def is_saved(text: str) -> bool:
    """Whether a text has this form.

    >>> is_saved("[标题](https://example.org/a_(b))\\n------\\n<p>他说。</p>")
    True
    """
    head = _HEAD.match(text)
    return bool(head and (head["moment"] or head["title"] is not None))


def parse_saved(text: str, *, where: str = "") -> Page:
    """The page that was saved."""
    head = _HEAD.match(text)
    assert head is not None  # every part of the pattern is optional
    body = text[head.end() :]
    blocks = _drop_stray(_blocks(body, where))
    dated = [(block, parse_date(block.text)) for block in blocks]
    return Page(
        blocks=tuple(block for block, date in dated if not date),
        title=tidy(html.unescape(_ESCAPE.sub(r"\1", head["title"] or ""))),
        url=_clean_url(head["url"] or ""),
        published=next((date for _, date in dated if date), "") or _stamped(body),
        retrieved=moment_of(int(head["moment"])) if head["moment"] else "",
    )


def _blocks(body: str, where: str) -> tuple[Block, ...]:
    if _ANY_TAG.search(body):
        # In a frame of our own, as the parser would put bare text into a paragraph.
        return find_blocks(parse_html(f"<div>{body}</div>", where=where))
    lines = (tidy(html.unescape(line)) for line in body.split("\n"))
    return tuple(Block(line) for line in lines if line)


def _drop_stray(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without the words that a template spilled between the elements: no sentence, no element."""
    return tuple(block for block in blocks if not block.bare or block.text.endswith(_ENDS))


def _stamped(body: str) -> str:
    if "<time" not in body:
        return ""
    stamps = parse_html(body).find_all("time", datetime=True)
    return next((date for stamp in stamps if (date := parse_date(str(stamp["datetime"])))), "")


def _clean_url(url: str) -> str:
    url = url.strip()
    if url.startswith("<") and url.endswith(">"):
        url = url[1:-1]
    return url.split(' "', 1)[0].strip()
