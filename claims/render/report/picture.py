"""The dispute diagram made part of the page: nothing in it may run, load or lead outside."""

from __future__ import annotations

import re

from lxml import etree
from markupsafe import Markup

from claims.model import Frozen

_PLAIN = frozenset(
    {
        "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient",
        "marker", "mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect",
        "stop", "style", "svg", "symbol", "text", "title", "tspan", "use",
    }
)  # fmt: skip
_HREF = re.compile(r"(?:.*\})?href$")
_LOADS = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.I)


class Embedded(Frozen):
    """A picture that can stand in the page, and the style sheets in it."""

    markup: str
    styles: tuple[str, ...] = ()

    def __html__(self) -> Markup:
        return Markup(self.markup)


def embed_picture(svg: str, label: str, before: str = "") -> Embedded:
    """The picture without what could act, named for those who do not see it.

    Of two on one page the ids of one get something `before` them, so that none is there twice.

    >>> embed_picture('<svg xmlns="http://www.w3.org/2000/svg"><script/><g onclick="x"/></svg>',
    ...               "港口").markup
    '<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="港口"><g/></svg>'
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(svg.encode("utf-8", "replace"), parser)
    for one in list(root.iter()):
        if _plain_name(one) not in _PLAIN:
            _drop(one)
        else:
            _strip(one)
    for link in root.iter("{*}a"):
        _name_link(link)
    if before:
        _rename(root, before)
    root.set("role", "group")
    if "aria-labelledby" not in root.attrib:
        root.set("aria-label", label)
    styles = tuple(one.text or "" for one in root.iter("{*}style"))
    return Embedded(markup=etree.tostring(root, encoding="unicode"), styles=styles)


def _rename(root: etree._Element, before: str) -> None:
    for one in root.iter():
        for name in ("id", "aria-labelledby"):
            if one.get(name):
                one.set(name, " ".join(before + id for id in one.get(name, "").split()))


def _plain_name(one: etree._Element) -> str:
    return etree.QName(one).localname if isinstance(one.tag, str) else ""


def _drop(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _strip(one: etree._Element) -> None:
    """Handlers, inline styles and addresses that lead elsewhere go; links within the page stay."""
    for name, value in list(one.attrib.items()):
        outside = _HREF.match(name) and not value.startswith("#")
        if name.startswith("on") or name == "style" or outside or _LOADS.search(value):
            del one.attrib[name]
    if _plain_name(one) == "style" and (_LOADS.search(one.text or "") or "<" in (one.text or "")):
        one.text = ""


def _name_link(link: etree._Element) -> None:
    """A link that is only a line is heard by the title of what it belongs to.

    Without a title it is for the mouse alone: the boxes at its ends lead to the same words.
    """
    if "".join(link.itertext()).strip():
        return
    titles = (one.findtext("{*}title") or "" for one in link.iterancestors("{*}g"))
    title = next(filter(None, map(str.strip, titles)), "")
    if title:
        link.set("aria-label", title)
    else:
        link.set("aria-hidden", "true")
        link.set("tabindex", "-1")
