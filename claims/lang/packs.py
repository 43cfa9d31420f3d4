"""The one loader of language packs: TOML files of entries, each checked as it is read.

An entry is one table of a file, its name the kind of its words:

    [[role]]
    words = ["总统", "总理"]
    rank = "office"
    examples = ["[总统]在讲话中说"]
    lookalikes = ["总统府"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from typing import Any

from claims.errors import PackError
from claims.lang.base import Language
from claims.lang.edges import WordSet

PACKS = ("en", "zh")
PASSAGE = "passage"  # the kind of texts in which every attribution is marked


@dataclass(frozen=True)
class Entry:
    """One entry of a lexicon: words of one kind with their traits, and the proof of them."""

    kind: str
    words: tuple[str, ...]
    traits: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    file: str = ""

    def get(self, trait: str, default: Any = None) -> Any:
        """The value of a trait, or the default where the entry has none."""
        return self.traits.get(trait, default)


@dataclass(frozen=True)
class Pack:
    """All entries of a language, by kind."""

    entries: Mapping[str, tuple[Entry, ...]]

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind, in the order of the files."""
        return self.entries.get(kind, ())

    def index(self, kind: str) -> dict[str, Entry]:
        """Each word of a kind with its entry; the first entry wins."""
        out: dict[str, Entry] = {}
        for entry in self.of(kind):
            for word in entry.words:
                out.setdefault(word, entry)
        return out


@cache
def load_pack(code: str) -> Pack:
    """The lexicons of a language; PackError names the file and the entry that is malformed.

    >>> load_pack("zh").index("role")["发言人"].get("rank")
    'office'
    """
    found: dict[str, list[Entry]] = {}
    folder = resources.files("claims.lang").joinpath(code)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            for entry in parse_entries(file.read_text("utf-8"), f"{code}/{file.name}"):
                found.setdefault(entry.kind, []).append(entry)
    return Pack({kind: tuple(entries) for kind, entries in found.items()})


@cache
def load_words(code: str, *kinds: str) -> WordSet:
    """All words of some kinds of entries of a language.

    >>> "约" in load_words("zh", "roughly", "at_least")
    True
    """
    pack = load_pack(code)
    return WordSet(word for kind in kinds for entry in pack.of(kind) for word in entry.words)


def parse_entries(text: str, name: str) -> Iterator[Entry]:
    """The entries of one file's text.

    >>> next(parse_entries('[[role]]\\nwords = ["总统"]', "roles.toml")).words
    ('总统',)
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: not TOML: {error}") from None
    for kind, rows in tables.items():
        if isinstance(rows, dict) and kind == "parts":
            continue  # pieces of patterns, which the room that matches them puts in
        if not isinstance(rows, list):
            raise PackError(f"{name}: {kind} is not a list of entries; write [[{kind}]]")
        for number, row in enumerate(rows, 1):
            yield _entry(kind, row, f"{name}: {kind} entry {number}", name)


def _entry(kind: str, row: Mapping[str, Any], where: str, name: str) -> Entry:
    fixed = ("words", "examples", "lookalikes")
    lists = {key: row.get(key, []) for key in fixed}
    if "name" in row:
        lists["words"] = [row["name"], *row.get("names", []), *lists["words"]]
    for key, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise PackError(f"{where}: {key} is not a list of strings")
    wordless = kind == PASSAGE or {"patterns", "pairs", "heads"} & row.keys()
    if not lists["words"] and not wordless:
        raise PackError(f"{where}: no words")
    traits = {key: value for key, value in row.items() if key not in fixed}
    return Entry(
        kind,
        tuple(lists["words"]),
        traits,
        tuple(lists["examples"]),
        tuple(lists["lookalikes"]),
        name,
    )


BRACKETS = {"[": "source", "<": "cue", "{": "content"}
CLOSING = {"]": "[", ">": "<", "}": "{"}


def read_example(marked: str) -> dict[str, Any]:
    """A marked text as an annotated one: an example of a word of report, or a passage of news.

    The source stands in [ ], the cue in < >, each piece of content in { }. Where a text has
    several attributions, each mark opens with the number of its own and a colon; they may nest.

    >>> row = read_example("[外长]<说>，{会谈已经结束}。")
    >>> row["text"], row["attributions"][0]["cue"]
    ('外长说，会谈已经结束。', {'start': 2, 'end': 3})
    >>> row = read_example("[1:She] <1:said> {1:[2:he] had <2:promised> {2:to come}}.")
    >>> [row["text"][slice(*one["content"][0].values())] for one in row["attributions"]]
    ['he had promised to come', 'to come']
    """
    text, opened, at = "", [], 0
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    while at < len(marked):
        char = marked[at]
        if char in BRACKETS:
            number = _NUMBERED.match(marked, at + 1)
            opened.append((char, number.group(1) if number else "", len(text)))
            at = number.end() if number else at + 1
            continue
        if char in CLOSING:
            if not opened or opened[-1][0] != CLOSING[char]:
                raise PackError(f"the example {marked!r} closes {char!r} that it did not open")
            bracket, number_of, start = opened.pop()
            spans = found.setdefault(number_of, {name: [] for name in BRACKETS.values()})
            spans[BRACKETS[bracket]].append((start, len(text)))
        else:
            text += char
        at += 1
    if opened:
        raise PackError(f"the example {marked!r} leaves {opened[-1][0]!r} open")
    if "" in found and len(found) > 1:
        raise PackError(f"the example {marked!r} has marks with a number and without")
    if any(not (spans["cue"] or spans["content"]) for spans in found.values()):
        raise PackError(f"the example {marked!r} marks a source, and neither cue nor content")
    rows = sorted(map(_attribution, found.values()), key=_place_of)
    return {"text": text, "attributions": rows}


_NUMBERED = re.compile(r"(\d+):")


def _attribution(spans: Mapping[str, list[tuple[int, int]]]) -> dict[str, Any]:
    """The annotation of one attribution by its marks."""
    cue, source = sorted(spans["cue"]), spans["source"]
    return {
        "source": {"start": source[0][0], "end": source[0][1]} if source else None,
        "cue": {"start": cue[0][0], "end": cue[-1][1]} if cue else None,
        "content": [{"start": a, "end": b} for a, b in sorted(spans["content"])],
    }


def _place_of(attribution: Mapping[str, Any]) -> tuple[int, int]:
    """Where an attribution stands, and that of two in one place the wider comes first."""
    place = attribution["cue"] or attribution["content"][0]
    return place["start"], -place["end"]


@cache
def load_language(code: str) -> Language:
    """The language of a code, ready for the pipeline; PackError where there is no such pack.

    >>> load_language("zh").name
    'Chinese'
    """
    if code not in PACKS:
        raise PackError(f"no language pack {code!r}; there are: {', '.join(PACKS)}")
    language: Language = import_module(f"claims.lang.{code}.pack").make_language()
    return language


@cache
def load_fold(code: str) -> Callable[[str], str]:
    """The fold of a language alone, which is there much sooner than the language.

    >>> load_fold("zh")("會談")
    '会谈'
    """
    if code not in PACKS:
        raise PackError(f"no language pack {code!r}; there are: {', '.join(PACKS)}")
    fold: Callable[[str], str] = import_module(f"claims.lang.{code}.folding").fold
    return fold
