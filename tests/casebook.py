"""Cases as data: a text, and what must be found in it, written as pieces of the text.

    [[case]]
    name = "a quotation before its cue"
    text = "“水位还在上涨，”站长苗秀岚说。"
    says = [{ source = "站长苗秀岚", cue = "说", content = "水位还在上涨", speaker = "苗秀岚" }]

A piece stands for its first occurrence, `piece#2` for its second, "" for nothing; a row's key
that is not given is not looked at. The head of `cases/zh/made.toml` tells all keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.model import Attribution, Document, Dossier, Span, Speaker
from claims.track import make_dossier

CASES = Path(__file__).parent / "cases"
Places = tuple[tuple[int, int], ...]

# What a span may hold more at its edges and still be the same: the mark that ends it.
EDGES = '，。；：、！？…“”‘’「」『』"＂ \n'
NTH = re.compile(r"(?P<piece>.+)#(?P<nth>\d+)", re.S)
SPANS = ("source", "cue", "content", "within")
WORDS = ("addressee", "medium", "time", "value", "quote", "negated")
NAMES = ("speaker", "chain", "unresolved")
TRAITS = ("kind", "anonymous", "what", "role")


@dataclass(frozen=True)
class Case:
    """One text with what must be found in it; `why` says why a known failure fails."""

    name: str
    text: str
    says: tuple[Mapping[str, Any], ...] = ()
    speakers: tuple[Mapping[str, Any], ...] = ()
    date: str = ""
    lang: str = "zh"
    why: str = ""

    def read(self) -> Document:
        """The case's text as a document, its lines all part of the article."""
        return Document.of(self.text, lang=self.lang, published=self.date)


def load_cases(name: str, lang: str = "zh") -> list[Case]:
    """The cases of one file."""
    file = CASES / lang / f"{name}.toml"
    tables = tomllib.loads(file.read_text("utf-8"))["case"]
    for table in tables:
        unknown = {key for row in table.get("says", ()) for key in row}
        unknown -= {*SPANS, *WORDS, *NAMES}
        assert not unknown, f"{file.name}: {table['name']}: no such key: {unknown}"
    return [Case(**{**table, "lang": lang}) for table in tables]


def locate(text: str, piece: str) -> tuple[int, int]:
    """Where a piece stands, `piece#2` for its second occurrence; ValueError where nowhere.

    >>> locate("他说她说", "说#2")
    (3, 4)
    """
    hit = NTH.fullmatch(piece)
    words, nth = (hit["piece"], int(hit["nth"])) if hit else (piece, 1)
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without marks at the edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end


def places(text: str, value: str | list[str]) -> Places:
    """Where the pieces of a value stand, marks at their edges left out."""
    pieces = [value] if isinstance(value, str) else value
    return tuple(trim(text, *locate(text, piece)) for piece in pieces if piece)


def spans(text: str, found: Span | tuple[Span, ...] | None) -> Places:
    """The same of what was found."""
    rows = (found,) if isinstance(found, Span) else found or ()
    return tuple(trim(text, span.start, span.end) for span in rows)


def differences(case: Case) -> list[str]:
    """All that is found otherwise than the case has it; nothing where all is right."""
    return list(_differences(case, make_dossier(case.read())))


def _differences(case: Case, dossier: Dossier) -> Iterator[str]:
    left = list(dossier.attributions)
    pairs = []
    for row in case.says:
        found = next((one for one in left if _answers(case.text, row, one)), None)
        if found is None:
            yield f"not found: {row.get('cue') or row.get('content')!r}"
        else:
            left.remove(found)
            pairs.append((row, found))
    for one in left:
        yield f"found too much: {_show(one)}"
    for row, one in pairs:
        yield from (f"{_show(one)}: {line}" for line in _compare(case, dossier, row, one))
    yield from _compare_identity(pairs, dossier)
    for wanted in case.speakers:
        yield from _compare_speaker(wanted, dossier)


def _answers(text: str, row: Mapping[str, Any], one: Attribution) -> bool:
    """Whether an attribution is the one meant: the same cue, or for want of one its content.

    Two that share the end of a frame (引述…的话报道) are told apart by their source.
    """
    if not row["cue"]:
        return one.cue is None and spans(text, one.content) == places(text, row["content"])
    if one.cue is None:
        return False
    (start, end), (a, b) = locate(text, row["cue"]), (one.cue.start, one.cue.end)
    if (start, end) == (a, b):
        return True
    shared = min(end, b) - max(start, a)
    named = bool(row.get("source")) and places(text, row["source"]) == spans(text, one.source)
    return shared > 0 and (named or 2 * shared >= max(end, b) - min(start, a))


def _show(one: Attribution) -> str:
    words = "…".join(span.text for span in one.content)
    source, cue = (span.text if span else "-" for span in (one.source, one.cue))
    return f"[{source}]<{cue}>{{{words}}}"


def _compare(
    case: Case, dossier: Dossier, row: Mapping[str, Any], one: Attribution
) -> Iterator[str]:
    parent = next((other for other in dossier.attributions if other.id == one.within), None)
    within = parent.cue if parent else None
    for key, found in zip(SPANS, (one.source, one.cue, one.content, within), strict=True):
        if key in row and places(case.text, row[key]) != spans(case.text, found):
            yield f"{key} is not {row[key]!r}" + (f" but {within!r}" if key == "within" else "")
    for key, words in zip(WORDS, _words_of(one), strict=True):
        if key in row and row[key] != words:
            yield f"{key} is {words!r}, not {row[key]!r}"
    names = ([one.speaker] if one.speaker else [], [*one.chain], [*one.unresolved])
    for key, ids in zip(NAMES, names, strict=True):
        wanted = [row[key]] if isinstance(row.get(key), str) else row.get(key)
        if wanted is not None and not _are([name for name in wanted if name], ids, dossier):
            yield f"{key} is {[_names(dossier, one)[:1] for one in ids]}, not {row[key]!r}"


def _words_of(one: Attribution) -> tuple[Any, ...]:
    return (
        one.addressee.text if one.addressee else "",
        one.medium or "",
        one.said_at.text if one.said_at else "",
        one.said_at.value if one.said_at else "",
        one.quote,
        one.negated,
    )


def _are(wanted: list[str], ids: list[str], dossier: Dossier) -> bool:
    return len(wanted) == len(ids) and all(
        bare(name) in _names(dossier, one) for name, one in zip(wanted, ids, strict=True)
    )


def bare(name: str) -> str:
    """A name without the number that tells speakers of one name apart."""
    hit = NTH.fullmatch(name)
    return hit["piece"] if hit else name


def _names(dossier: Dossier, id: str) -> list[str]:
    one = next(speaker for speaker in dossier.speakers if speaker.id == id)
    return [one.name, *one.aliases]


def _compare_identity(
    pairs: list[tuple[Mapping[str, Any], Attribution]], dossier: Dossier
) -> Iterator[str]:
    """The same name is one speaker, another name another."""
    ids: dict[str, set[str]] = {}
    for row, one in pairs:
        if row.get("speaker") and one.speaker:
            ids.setdefault(row["speaker"], set()).add(one.speaker)
    for name, own in ids.items():
        if len(own) > 1:
            yield f"{name} is {len(own)} speakers"
        others = [other for other, theirs in ids.items() if other != name and own & theirs]
        if others:
            yield f"{name} is joined with {', '.join(others)}"


def _compare_speaker(wanted: Mapping[str, Any], dossier: Dossier) -> Iterator[str]:
    """Some speaker of the dossier must be as described."""
    misses = [list(_unlike(wanted, one, dossier)) for one in dossier.speakers]
    if not misses:
        yield f"no speaker {wanted}"
    elif all(misses):
        yield f"no speaker {dict(wanted)}: {min(misses, key=len)}"


def _unlike(wanted: Mapping[str, Any], one: Speaker, dossier: Dossier) -> Iterator[str]:
    if "name" in wanted and wanted["name"] != one.name:
        yield f"name is {one.name!r}"
    for key in TRAITS:
        if key in wanted and wanted[key] != getattr(one, key):
            yield f"{key} of {one.name} is {getattr(one, key)!r}"
    if not set(wanted.get("aliases", ())) <= set(one.aliases):
        yield f"aliases of {one.name} are {one.aliases}"
    body = _names(dossier, one.affiliation) if one.affiliation else [""]
    if "affiliation" in wanted and wanted["affiliation"] not in body:
        yield f"affiliation of {one.name} is {body[0]!r}"
    members = [name for member in one.members for name in _names(dossier, member)]
    if not set(wanted.get("members", ())) <= set(members):
        yield f"members of {one.name} are {members}"
