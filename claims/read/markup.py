"""HTML to paragraphs: white space collapsed, what is never read left out.

The walk over the tree keeps its own stack, so the depth of a page does no harm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.errors import UnreadableError
from claims.read.page import Block

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag


def _names(line: str) -> frozenset[str]:
    return frozenset(line.split())


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | _names(
    "address article aside blockquote body br caption center dd details div dl dt fieldset "
    "footer form header hr html legend li main ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
_NEVER_READ = _names(
    "aside audio button canvas datalist dialog figcaption figure footer head iframe input label "
    "math menu nav noscript object picture script select style svg template textarea "
    "title video"
)
_PROMOTION = re.compile(
    r"(?:^|[-_ ])(?:self-?promo|promo|promotion|newsletter|related|share|sharing|social|advert|"
    r"advertisement|ads?|banner|cookie|breadcrumbs?|caption|byline|tags?|paywall|recommend|"
    r"recommended|toolbar|sr-only|visually-hidden)(?:[-_ ]|$)",
    re.I,
)
_PROMOTION_LONGEST = 400
_PROMOTION_NODES = 200
_ROOTS = frozenset({"html", "body", "article", "main"})


def parse_html(html: str, *, where: str = "the page") -> BeautifulSoup:
    """The tree of a page or a fragment; UnreadableError where no parser can make one."""
    from bs4 import BeautifulSoup, ParserRejectedMarkup  # slow, and plain text never needs it

    depth = measure_depth(html)
    if depth > _DEEPEST:
        raise UnreadableError(where, f"its HTML is nested {depth} levels deep", _ADVICE)
    clean = _XML_DECLARATION.sub("", html, count=1).replace("\x00", "")
    try:
        return BeautifulSoup(clean, "lxml")
    except (ParserRejectedMarkup, RecursionError) as error:
        raise UnreadableError(where, f"its HTML cannot be parsed ({error})", _ADVICE) from error


_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DEEPEST = 100_000
_ADVICE = "save the article as plain text"


def find_blocks(root: Tag) -> tuple[Block, ...]:
    """The paragraphs under an element, in order; a line break ends one.

    >>> soup = parse_html("<p>白宫<b>说</b>，\\n会谈已结束。</p><nav>首页</nav><h2>反应</h2>")
    >>> [block.text for block in find_blocks(soup)]
    ['白宫说，会谈已结束。', '反应']
    """
    found: list[Block] = []
    pieces: list[str] = []
    heading = bare = False
    for name, text, loose in _walk(root):
        if text is None:
            line = tidy("".join(pieces))
            if line:
                found.append(Block(line, heading, bare))
            pieces.clear()
            heading = name in _HEADINGS
        elif pieces or text.strip():
            bare = bare if pieces else loose
            pieces.append(text)
    return tuple(found)


def _walk(root: Tag) -> Iterator[tuple[str, str | None, bool]]:
    """The texts under `root`, with None where a block begins or ends.

    A beginning gives its element's name; a text is loose when it stands beside blocks.
    """
    from bs4.element import NavigableString
    from bs4.element import Tag as Element

    stack: list[tuple[Iterator[PageElement], str, bool]] = [(iter(root.contents), "", False)]
    while stack:
        children, name, holds_blocks = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if name in _BLOCKS or not stack:
                yield "", None, False
        elif type(child) is NavigableString:
            yield "", str(child), holds_blocks
        elif isinstance(child, Element) and not _is_skipped(child):
            if child.name in _BLOCKS:
                yield child.name, None, False
            stack.append((iter(child.contents), child.name, _holds_blocks(child)))


def _holds_blocks(element: Tag) -> bool:
    names = (getattr(child, "name", None) for child in element.contents)
    return any(name in _BLOCKS and name != "br" for name in names)


def _is_skipped(element: Tag) -> bool:
    if element.name in _NEVER_READ or element.has_attr("hidden"):
        return True
    return element.name not in _ROOTS and _is_promotion(element)


def _is_promotion(element: Tag) -> bool:
    """A small element that its own attributes call promotion, sharing and the like."""
    attributes = element.attrs
    if not attributes:
        return False
    called = [str(attributes.get("id", "")), *_class_names(element)]
    called += [name.removeprefix("data-") for name in attributes if name.startswith("data-")]
    if not any(_PROMOTION.search(name) for name in called):
        return False
    return _is_small(element)


def _is_small(element: Tag) -> bool:
    """Whether an element holds little, looking no further than that takes."""
    nodes: list[PageElement] = [element]
    text = 0
    for node in nodes:
        nodes += getattr(node, "contents", ())
        text += len(node) if isinstance(node, str) else 0
        if len(nodes) > _PROMOTION_NODES or text > _PROMOTION_LONGEST:
            return False
    return True


def _class_names(element: Tag) -> list[str]:
    names = element.get_attribute_list("class")
    return [str(name) for name in names if name]


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BREAK = re.compile(r"(\S)[ \t]*[\r\n]\s*(?=(\S))")
# One no-break or ideographic space is meant; a run of them is layout.
_SPACE = re.compile(r"\s{2,}|[\t\n\r\f\v\u2028\u2029\x85]")


def tidy(text: str) -> str:
    """One line: white space collapsed, and none where only the source's line broke.

    >>> tidy(" 白宫\\n   说 了 ，White\\n House ")
    '白宫说 了 ，White House'
    """
    text = _INVISIBLE.sub("", text)
    if "\n" in text or "\r" in text:
        text = _BREAK.sub(_join_break, text)
    return _SPACE.sub(" ", text).strip()


def _join_break(match: re.Match[str]) -> str:
    before, after = match.groups()
    return before if _is_wide(before) and _is_wide(after) else f"{before} "


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_NO_DEPTH = _names(
    "area base br col embed hr img input link meta param source track wbr p li dd dt td th tr "
    "option"
)


def measure_depth(html: str) -> int:
    """How deep a page's elements are nested, roughly, without building its tree.

    >>> measure_depth("<div>" * 1000 + "<br>")
    1000
    """
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _NO_DEPTH:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
