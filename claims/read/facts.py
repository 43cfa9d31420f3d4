"""What a page says of itself: title, address, date, outlet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.lang.outlets import Outlet, outlet_of_host, outlets_named
from claims.read.dates import parse_date
from claims.read.markup import tidy

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time",
    "datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "publishtime",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created",
    "weibo:article:create_at", "article.published", "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title")
_SITE = ("og:site_name", "application-name")
_SUFFIX = re.compile(r"\s*(?:\s[-–—|｜·]\s|[_|｜]|\s*[-–—](?=[^\s\d-]{2,12}$))\s*")
_MOST_ITEMS = 1000


class Facts(NamedTuple):
    """The facts of a page, '' where it does not give one."""

    title: str = ""
    url: str = ""
    site: str = ""
    published: str = ""


def find_facts(soup: BeautifulSoup) -> Facts:
    """The facts in a page's head, its JSON-LD and its own marks.

    >>> from claims.read.markup import parse_html
    >>> find_facts(parse_html("<title>会谈结束 - 法广</title><time datetime='2022-01-28'>"))
    Facts(title='会谈结束', url='', site='', published='2022-01-28')
    """
    metas, linked = _find_metas(soup), list(_find_linked_data(soup))
    url = _find_url(soup, metas, linked)
    site = _first(metas, _SITE)
    titles = (_first(metas, _TITLES), _linked(linked, "headline"), _text(soup, "h1"),
              _text(soup, "title"))  # fmt: skip
    title = next((title for title in titles if title), "")
    return Facts(_strip_site(title, site, url), url, site, _find_published(soup, metas, linked))


def _find_metas(soup: BeautifulSoup) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in soup.find_all("meta", content=True):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if isinstance(key, str):
            metas.setdefault(key.strip().lower(), tidy(str(meta["content"])))
    return metas


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if metas.get(key)), "")


def _text(soup: BeautifulSoup, name: str) -> str:
    element = soup.find(name)
    return tidy(element.get_text()) if element else ""


def _find_linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, outermost first."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            queue = [json.loads(script.get_text(), strict=False)]
        except (ValueError, RecursionError):
            continue
        for item in queue[:_MOST_ITEMS]:
            yield from _spread(item, queue)


def _spread(item: Any, queue: list[Any]) -> Iterator[dict[str, Any]]:
    if isinstance(item, list):
        yield from (one for one in item if isinstance(one, dict))
    elif isinstance(item, dict):
        yield item
        graph = item.get("@graph")
        if isinstance(graph, list):
            yield from (one for one in graph if isinstance(one, dict))


def _linked(linked: list[dict[str, Any]], key: str) -> str:
    values = (item.get(key) for item in linked)
    return next((tidy(value) for value in values if isinstance(value, str) and value), "")


def _find_url(soup: BeautifulSoup, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    link = soup.find("link", rel="canonical", href=True)
    given = (str(link["href"]) if link else "", metas.get("og:url", ""), _linked(linked, "url"))
    return next((url.strip() for url in given if re.match(r"\s*https?://\S+\s*$", url)), "")


def _find_published(
    soup: BeautifulSoup, metas: dict[str, str], linked: list[dict[str, Any]]
) -> str:
    given = [metas[key] for key in _PUBLISHED if key in metas]
    given.append(_linked(linked, "datePublished"))
    given += [str(time["datetime"]) for time in soup.find_all("time", datetime=True, limit=5)]
    return next((date for one in given if (date := parse_date(one))), "")


def _strip_site(title: str, site: str, url: str) -> str:
    """The title without the outlet's name at its end."""
    outlet = outlet_of_host(url)
    while True:
        cuts = list(_SUFFIX.finditer(title))
        if not cuts or not cuts[-1].start():
            return title
        last = title[cuts[-1].end() :]
        if last != site and not outlets_named(last) and not (outlet and last in outlet.names):
            return title
        title = title[: cuts[-1].start()]


def find_outlet(url: str, site: str) -> Outlet | None:
    """The outlet of a page: by its address, else by the name it gives itself.

    >>> find_outlet("", "法广").id
    'rfi'
    """
    named = outlets_named(site)
    return outlet_of_host(url) or (named[0] if len(named) == 1 else None)
