"""Cases as data: a text, and the claims and relations that must be found in it.

    [[case]]
    name = "the account of an official"
    text = "一名官员称，航道已经封闭。港务局对该官员的说法提出异议。"
    claims = [{ words = "航道已经封闭", of = "称" }]
    disputes = [{ who = "港务局", cue = "提出异议", over = "称", target = "该官员的说法" }]

The notation of pieces is that of casebook.py. The head of `cases/zh/claims.toml` tells all keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casebook import CASES, bare, locate, places, spans, trim

from claims.model import Attribution, Claim, Document, Dossier, Relation, Span
from claims.track import make_dossier

Row = Mapping[str, Any]
Place = tuple[int, int]
KEYS = {
    "claims": {"words", "of", "certainty", "negated", "conditional", "held"},
    "disputes": {"who", "cue", "over", "whom", "target", "strength"},
    "conflicts": {"first", "second", "kind", "words", "shared", "strength"},
    "supports": {"first", "second", "basis", "cue", "shared"},
    "repeats": {"first", "second", "basis"},
}
# What a claim is where its row does not say.
PLAIN = {"certainty": "certain", "negated": False, "conditional": False, "held": "asserted"}
KINDS = {"conflicts": "contradicts", "supports": "supports", "repeats": "repeats"}


@dataclass(frozen=True)
class Case:
    """One text with what must be found in it; a kind that is None is not looked at."""

    name: str
    text: str
    claims: Sequence[Row] | None = None
    disputes: Sequence[Row] | None = None
    conflicts: Sequence[Row] | None = None
    supports: Sequence[Row] | None = None
    repeats: Sequence[Row] | None = None
    date: str = ""
    lang: str = "zh"
    why: str = ""
    wanted: Mapping[str, Sequence[Row]] = field(init=False)

    def __post_init__(self) -> None:
        given = {key: getattr(self, key) for key in KEYS}
        wanted = {key: rows for key, rows in given.items() if rows is not None}
        for key, rows in wanted.items():
            unknown = {name for row in rows for name in row} - KEYS[key]
            assert not unknown, f"{self.name}: no such key of {key}: {unknown}"
        assert wanted, f"{self.name}: nothing is asked"
        object.__setattr__(self, "wanted", wanted)

    def read(self) -> Document:
        """The case's text as a document."""
        return Document.of(self.text, lang=self.lang, published=self.date)


def load_cases(name: str, lang: str = "zh") -> list[Case]:
    """The cases of one file.

    Pairs of claims are weighed by the words that few others in their article hold, so a case that
    asks for pairs stands before the text that the file has `around` its cases.
    """
    tables = tomllib.loads((CASES / lang / f"{name}.toml").read_text("utf-8"))
    around = tables.get("around", "")
    return [_case(table, around, lang) for table in tables["case"]]


def _case(table: Row, around: str, lang: str) -> Case:
    more = around if KINDS.keys() & table.keys() else ""
    return Case(**{**table, "text": table["text"] + more, "lang": lang})


def differences(case: Case) -> list[str]:
    """All that is found otherwise than the case has it; nothing where all is right."""
    return list(_differences(case, make_dossier(case.read())))


def _differences(case: Case, dossier: Dossier) -> Iterator[str]:
    book = Book(dossier)
    for kind, rows in case.wanted.items():
        compare = {"claims": book.compare_claims, "disputes": book.compare_disputes}.get(kind)
        yield from compare(rows) if compare else book.compare_pairs(KINDS[kind], rows)


class Book:
    """A dossier, looked up by the pieces of its text."""

    def __init__(self, dossier: Dossier) -> None:
        self.text = dossier.document.text
        self.dossier = dossier
        self.attributions = {one.id: one for one in dossier.attributions}
        self.claims = {one.id: one for one in dossier.claims}
        self.speakers = {one.id: one for one in dossier.speakers}

    def of_kind(self, kind: str) -> list[Relation]:
        return [one for one in self.dossier.relations if one.kind == kind]

    # ------------------------------------------------------------ claims
    def compare_claims(self, rows: Sequence[Row]) -> Iterator[str]:
        left = list(self.dossier.claims)
        for row in rows:
            found = next((one for one in left if self.is_claim(row, one)), None)
            if found is None:
                yield f"no claim {row['words']!r} of {row.get('of', 'anyone')!r}"
            else:
                left.remove(found)
                yield from (f"{row['words']!r}: {line}" for line in _unlike(row, found))
        yield from (f"a claim too much: {one.span.text!r}" for one in left)

    def is_claim(self, row: Row, one: Claim) -> bool:
        told = row.get("of")
        same = trim(self.text, one.span.start, one.span.end) == self.place(row["words"])
        return same and (told is None or self.is_said(self.attributions[one.attribution], told))

    def place(self, piece: str) -> Place:
        return trim(self.text, *locate(self.text, piece))

    def is_said(self, one: Attribution, piece: str) -> bool:
        """Whether a piece is the words of report of an attribution, or its content without any."""
        told = _told(one)
        return trim(self.text, told.start, told.end) == self.place(piece)

    # ------------------------------------------------------------ disputes
    def compare_disputes(self, rows: Sequence[Row]) -> Iterator[str]:
        left = self.of_kind("disputes")
        for row in rows:
            place = self.place(row["cue"])
            found = next((one for one in left if spans(self.text, one.cue) == (place,)), None)
            if found is None:
                yield f"no dispute {row['cue']!r}"
            else:
                left.remove(found)
                yield from (f"{row['cue']!r}: {line}" for line in self.unlike(row, found))
        yield from (f"a dispute too much: {self.show(one)}" for one in left)

    def unlike(self, row: Row, one: Relation) -> Iterator[str]:
        target = (one.target,) if one.target else ()
        over = [self.attributions[id] for id in one.to]
        if "who" in row and not self.is_by(self.attributions[one.origin], row["who"]):
            yield f"is by {self.name(self.attributions[one.origin])}, not {row['who']}"
        if "target" in row and places(self.text, row["target"]) != spans(self.text, target):
            yield f"target is {one.target.text if one.target else ''!r}, not {row['target']!r}"
        if "over" in row and not self.are_said(over, _list(row["over"])):
            yield f"is over {[_told(k).text for k in over]}, not {row['over']}"
        whom = list(dict.fromkeys(self.name(k) for k in over))
        if "whom" in row and {bare(name) for name in _list(row["whom"])} != set(whom):
            yield f"is against {whom}, not {row['whom']}"
        if row.get("strength", one.strength) != one.strength:
            yield f"strength is {one.strength!r}, not {row['strength']!r}"

    def are_said(self, found: list[Attribution], pieces: list[str]) -> bool:
        """Whether some attributions are those meant; the order is not looked at."""
        left = list(pieces)
        for one in found:
            piece = next((piece for piece in left if self.is_said(one, piece)), None)
            if piece is None:
                return False
            left.remove(piece)
        return not left

    def name(self, one: Attribution) -> str:
        return self.speakers[one.speaker].name if one.speaker else ""

    def is_by(self, one: Attribution, name: str) -> bool:
        speaker = self.speakers.get(one.speaker or "")
        return speaker is not None and name in (speaker.name, *speaker.aliases)

    # ------------------------------------------------------------ pairs of claims
    def compare_pairs(self, kind: str, rows: Sequence[Row]) -> Iterator[str]:
        left = self.of_kind(kind)
        for row in rows:
            found = next((one for one in left if self.is_pair(row, one)), None)
            if found is None:
                yield f"no {kind}: {row['first']!r} and {row['second']!r}"
            else:
                left.remove(found)
                told = f"{row['first']!r} and {row['second']!r}"
                yield from (f"{told}: {line}" for line in _unlike_pair(row, found))
        yield from (f"a {kind} too much: {self.show(one)}" for one in left)

    def is_pair(self, row: Row, one: Relation) -> bool:
        """Whether a relation joins the two; `first` is the earlier one in the text."""
        ends = sorted(self.place_of(id) for id in (one.origin, *one.to))
        return ends == [self.place(row[end]) for end in ("first", "second")]

    def place_of(self, id: str) -> Place:
        """Where a claim stands, or the words of report of an attribution."""
        one = self.claims.get(id)
        span = one.span if one else _told(self.attributions[id])
        return trim(self.text, span.start, span.end)

    def show(self, one: Relation) -> str:
        ends = [self.claims.get(id) or self.attributions[id] for id in (one.origin, *one.to)]
        told = [k.span.text if isinstance(k, Claim) else _told(k).text for k in ends]
        return f"{' / '.join(told)} ({one.reason})"


def _unlike(row: Row, one: Claim) -> Iterator[str]:
    for key, plain in PLAIN.items():
        if getattr(one, key) != row.get(key, plain):
            yield f"{key} is {getattr(one, key)!r}"


def _unlike_pair(row: Row, one: Relation) -> Iterator[str]:
    apart = one.difference
    found = {
        "kind": apart.kind if apart else "",
        "words": [apart.first, apart.second] if apart else [],
        "shared": list(one.shared),
        "strength": one.strength,
        "basis": one.basis,
        "cue": one.cue.text if one.cue else "",
    }
    for key, value in found.items():
        if key in row and row[key] != value:
            yield f"{key} is {value!r}, not {row[key]!r}"


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _told(one: Attribution) -> Span:
    """The words of report of an attribution, or its content where it has none."""
    return one.cue or one.content[0]
