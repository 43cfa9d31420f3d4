"""An SVG of `dot` made fit for readers: titles, a description, colours for day and night.

`dot` writes names of nodes as titles and fixed colours. Here each thing that is drawn gets the
whole words as its title, the ids that it rests on as data, and colours that follow the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from claims.render.diagram.sheet import Sheet
from claims.render.diagram.style import Style, load_style

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TITLE = "{http://www.w3.org/1999/xlink}title"


class Facts(NamedTuple):
    """What is known of one thing drawn."""

    kind: str
    ids: tuple[str, ...]
    rests: tuple[str, ...]
    hover: str


def finish_svg(raw: bytes, sheet: Sheet, *, linked: bool) -> str:
    """The SVG as it is given to people; `linked` where its parts lead somewhere."""
    style = load_style()
    root = etree.fromstring(raw, etree.XMLParser(remove_comments=True, resolve_entities=False))
    facts = dict(_list_facts(sheet))
    for anchor in list(root.iter(f"{_SVG}a")):
        _loosen(anchor)
    for group in list(root.iter(f"{_SVG}g")):
        _tell_group(group, facts)
    _open(root, sheet, style, linked=linked)
    etree.cleanup_namespaces(root)
    return f"{etree.tostring(root, encoding='unicode')}\n"


def _list_facts(sheet: Sheet) -> Iterator[tuple[str, Facts]]:
    for frame in sheet.frames:
        for box in frame.boxes:
            ids = (box.speaker,) if box.speaker else ()
            yield box.id, Facts("speaker", ids, box.rests, box.hover)
        for row in frame.rows:
            yield row.id, Facts("claim", row.claims or row.rests, row.rests, row.hover)
        for line in frame.lines:
            yield line.id, Facts(line.kind, line.ids, line.rests, line.hover)
        yield frame.id, Facts("matter", (), (), frame.title)
        yield f"{frame.id}-title", Facts("title", (), (), frame.hover)


def _loosen(anchor: Any) -> None:
    """A link that leads nowhere is no link; `dot` makes one of everything with words on hover."""
    group = anchor.getparent()
    href = anchor.get(_HREF, "")
    group.attrib.clear()
    anchor.attrib.clear()
    if href:
        anchor.set("href", href)
        return
    for child in list(anchor):
        group.append(child)
    group.remove(anchor)


def _tell_group(group: Any, facts: Mapping[str, Facts]) -> None:
    """Data and a title for a thing that is drawn; no title where there is nothing to tell."""
    id = group.get("id", "")
    found = facts.get(id) or facts.get(id.rpartition("__")[0])
    title = group.find(f"{_SVG}title")
    if title is not None:
        group.remove(title)
    if found is None:
        return
    group.set("data-kind", found.kind)
    for name, ids in (("data-ids", found.ids), ("data-rests", found.rests)):
        if ids:
            group.set(name, " ".join(ids))
    if found.hover:
        told = etree.Element(f"{_SVG}title")
        told.text = found.hover
        group.insert(0, told)


def _open(root: Any, sheet: Sheet, style: Style, *, linked: bool) -> None:
    """The head of the picture: its role, its name, what it shows in words, its colours."""
    root.set("class", "claims-diagram")
    root.set("role", "graphics-document" if linked else "img")
    root.set("lang", {"zh": "zh-Hans", "zh-hant": "zh-Hant"}.get(sheet.lang, sheet.lang))
    root.set("aria-labelledby", "claims-title claims-desc")
    title = etree.Element(f"{_SVG}title", id="claims-title")
    title.text = sheet.title
    told = etree.Element(f"{_SVG}desc", id="claims-desc")
    told.text = "\n".join(filter(None, (sheet.note, *sheet.summary, sheet.narrowed)))
    look = etree.Element(f"{_SVG}style")
    look.text = write_css(style)
    for number, part in enumerate((title, told, look)):
        root.insert(number, part)


def write_css(style: Style) -> str:
    """The colours as variables, by day and by night; printed as by day."""
    day = " ".join(f"--{_dash(name)}: {one.light};" for name, one in style.colors.items())
    night = " ".join(f"--{_dash(name)}: {one.dark};" for name, one in style.colors.items())
    root = ".claims-diagram"
    rules = [
        f"{root} {{ {day} background: var(--paper); }}",
        f"@media screen and (prefers-color-scheme: dark) {{ {root} {{ {night} }} }}",
        f"{root} text {{ fill: var(--ink); }}",
        *_write_fonts(root, style),
    ]
    for name, one in style.colors.items():
        for part in ("fill", "stroke"):
            rules.append(f'{root} [{part}="{one.light}"] {{ {part}: var(--{_dash(name)}); }}')
    return "\n".join(["", *rules, ""])


def _write_fonts(root: str, style: Style) -> Iterator[str]:
    """Each font with those that stand in for it where it is missing."""
    named = {font for name, font in style.fonts.items() if name != "fallback"}
    for font in sorted(named):
        family = f"'{font}', {style.fonts['fallback']}"
        yield f'{root} [font-family="{font}"] {{ font-family: {family}; }}'


def _dash(name: str) -> str:
    return name.replace("_", "-")
