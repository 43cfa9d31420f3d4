"""From what was read to a document: its language, its outlet's name, its asides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claims.errors import LanguageError, NoArticleError
from claims.lang.outlets import Script, load_outlets
from claims.model import Document, Span
from claims.read.asides import find_asides, judge_lines, span_line
from claims.read.dates import parse_date
from claims.read.facts import find_outlet
from claims.read.headlines import find_headline
from claims.read.language import count_letters, detect_language, name_language
from claims.read.leftovers import load_leftovers
from claims.read.openings import Opening, read_opening
from claims.read.page import Block, Page, Plain

UNTOLD = Opening()
_FEWEST_LETTERS = 4
_SCRIPT_SAMPLE = 2000
_TRADITIONAL = 0.05


class Origin(NamedTuple):
    """Where an article comes from, and the languages that are known; None knows all."""

    where: str
    name: str = ""
    known: frozenset[str] | None = None


def build_plain(plain: Plain, origin: Origin) -> Document:
    """The document of a text that is taken as it is: leftovers are marked, nothing moves."""
    origin = origin._replace(where=plain.where or origin.where)
    lang = _tell_language(plain.text, plain.lang, origin)
    opening = read_opening(plain.text, lang)
    headline, asides = find_headline(plain.text), find_asides(plain.text, lang)
    if headline is not None and headline not in asides:
        asides = (headline, *asides)
    return Document.of(
        plain.text,
        lang=lang,
        asides=asides,
        name=plain.name or origin.name,
        title=plain.title or (headline.text if headline else ""),
        url=plain.url,
        outlet=plain.outlet or name_outlet(plain.url, "", plain.text, lang, opening),
        published=parse_date(plain.published) or plain.published or opening.published,
    )


def build_page(page: Page, origin: Origin) -> Document:
    """The document of an HTML page: its title, then its paragraphs, one a line."""
    body = "\n".join(block.text for block in page.blocks)
    lang = _tell_language(body, "", origin)
    blocks = _keep_article(page.blocks, page.title, lang)
    if not any(count_letters(block.text) for block, aside in blocks if not aside):
        raise _no_article(origin)
    title = [(Block(page.title), True)] if page.title else []
    text, asides = _lay_out([*title, *blocks])
    opening = read_opening(text, lang, page.retrieved)
    return Document.of(
        text,
        lang=lang,
        asides=asides,
        name=origin.name,
        title=page.title,
        url=page.url,
        outlet=name_outlet(page.url, page.site, text, lang, opening),
        published=page.published or opening.published,
        retrieved=page.retrieved,
    )


def _keep_article(blocks: Iterable[Block], title: str, lang: str) -> list[tuple[Block, bool]]:
    """The blocks without clear leftovers, each with whether it is an aside."""
    own = [block for block in blocks if block.text != title]
    judged = zip(own, judge_lines([block.text for block in own], lang), strict=True)
    return [
        (block, block.heading or what is not None)
        for block, what in judged
        if what is None or not what.drop
    ]


def _lay_out(blocks: list[tuple[Block, bool]]) -> tuple[str, tuple[Span, ...]]:
    text = "\n".join(block.text for block, _ in blocks)
    asides, at = [], 0
    for block, aside in blocks:
        if aside:
            asides.append(span_line(text, at, block.text))
        at += len(block.text) + 1
    return text, tuple(asides)


def _tell_language(text: str, given: str, origin: Origin) -> str:
    if count_letters(text) < _FEWEST_LETTERS:
        raise _no_article(origin)
    lang = given.replace("_", "-").split("-")[0].lower() or detect_language(text)
    known = origin.known
    if known is not None and lang not in known:
        packs = ", ".join(map(name_language, sorted(known))) or "none"
        what = f"it is in {name_language(lang)}, which no language pack here knows"
        raise LanguageError(origin.where, what, f"give an article in one of these: {packs}")
    return lang


def _no_article(origin: Origin) -> NoArticleError:
    what = "there is no article in it, only too little text"
    return NoArticleError(origin.where, what, "give a page or text with at least one sentence")


def name_outlet(url: str, site: str, text: str, lang: str, opening: Opening = UNTOLD) -> str:
    """The name of the page's outlet, in the script of the text; '' where it is not known.

    Where neither address nor page tell it, the dateline of an agency does.

    >>> name_outlet("https://www.rfi.fr/tw/", "", "發言人說會談結束", "zh")
    '法國國際廣播電台'
    """
    outlet = find_outlet(url, site) if url or site else None
    known = (one for one in load_outlets() if one.id == opening.id and opening.id)
    outlet = outlet or next(known, None)
    return outlet.name.of(_tell_script(text, lang)) if outlet else opening.outlet


def _tell_script(text: str, lang: str) -> Script:
    if lang != "zh":
        return "en"
    sample = text[:_SCRIPT_SAMPLE]
    folded = load_leftovers(lang).fold(sample)
    changed = sum(old != new for old, new in zip(sample, folded, strict=True) if old > "\u3400")
    return "zh-Hant" if changed > _TRADITIONAL * len(sample) else "zh-Hans"
