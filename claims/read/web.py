"""Ordinary web pages: the article found among all that stands around it.

Three extractors may each give the article's paragraphs; the first that kept a fair share of
the page's prose is believed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from claims.read.dates import parse_date
from claims.read.facts import find_facts
from claims.read.markup import find_blocks, measure_depth, parse_html
from claims.read.page import Block, Page

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_ENDS = tuple('。！？!?.…”」』"’）)')
_SHORTEST_PROSE = 12
_ENOUGH = 60
_FAIR_SHARE = 0.4
_DEEP = 300
_HAN = re.compile(r"[\u4e00-\u9fff]")

_SILENCE = logging.NullHandler()

Blocks = tuple[Block, ...]


def parse_page(html: str, *, where: str = "") -> Page:
    """The article of an HTML page with the page's facts.

    >>> page = parse_page("<html><h1>会谈结束</h1><p>外长说，会谈已结束。</p></html>")
    >>> page.title, [block.text for block in page.blocks]
    ('会谈结束', ['会谈结束', '外长说，会谈已结束。'])
    """
    soup = parse_html(html, where=where)
    facts, everything = find_facts(soup), find_blocks(soup)
    blocks = _find_article(html, soup, everything, deep=measure_depth(html) > _DEEP)
    dates = (parse_date(block.text) for block in everything)
    published = facts.published or next((date for date in dates if date), "")
    blocks = tuple(block for block in blocks if not parse_date(block.text))
    return Page(blocks, facts.title, facts.url, facts.site, published)


def _find_article(html: str, soup: BeautifulSoup, everything: Blocks, *, deep: bool) -> Blocks:
    whole = _count_prose(everything)
    least = max(min(_ENOUGH, whole), _FAIR_SHARE * whole)
    best: Blocks = ()
    for extract in () if deep else _order(everything):
        found = _attempt(extract, html)
        if found and _count_prose(found) >= least:
            return found
        best = max(best, found, key=_count_prose)
    plain = _extract_plainly(soup, everything)
    return max(best, plain, key=_count_prose)


def _order(everything: Blocks) -> tuple[Callable[[str], Blocks], ...]:
    """Readability is the cleaner one on Chinese pages, trafilatura on all others."""
    text = "".join(block.text for block in everything)[:5000]
    chinese = len(_HAN.findall(text)) * 5 > len(text)
    first, second = _extract_by_trafilatura, _extract_by_readability
    return (second, first) if chinese else (first, second)


def _attempt(extract: Callable[[str], Blocks], html: str) -> Blocks:
    """What an extractor finds: a page it fails on, in whatever way, is left to the next."""
    for library in ("readability", "trafilatura"):  # they report to standard error on their own
        logging.getLogger(library).addHandler(_SILENCE)
    try:
        return extract(html)
    except Exception:
        return ()


def _extract_by_trafilatura(html: str) -> Blocks:
    trafilatura = import_module("trafilatura")
    found = trafilatura.extract(
        html, output_format="html", favor_precision=True,
        include_comments=False, include_tables=False,
    )  # fmt: skip
    return find_blocks(parse_html(found)) if found else ()


def _extract_by_readability(html: str) -> Blocks:
    readability = import_module("readability")
    return find_blocks(parse_html(readability.Document(html).summary(html_partial=True)))


def _extract_plainly(soup: BeautifulSoup, everything: Blocks) -> Blocks:
    """The page's own article element, else all of its prose and the headings between."""
    articles = soup.find_all(["article", "main"])
    found = max(map(find_blocks, articles), key=_count_prose, default=())
    if _count_prose(found) >= _FAIR_SHARE * _count_prose(everything):
        return found
    return tuple(block for block in everything if block.heading or _is_prose(block))


def _is_prose(block: Block) -> bool:
    text = block.text
    return not block.heading and len(text) >= _SHORTEST_PROSE and text.endswith(_ENDS)


def _count_prose(blocks: Blocks) -> int:
    return sum(len(block.text) for block in blocks if _is_prose(block))
