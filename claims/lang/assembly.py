"""What every pack is assembled from: its tables by kind, in the form in which they are matched."""

from __future__ import annotations

import json
from collections.abc import Callable, Set
from importlib import resources

from claims.lang.listing import Listing
from claims.lang.packs import load_pack, load_words
from claims.lang.shelving import SUFFIX, unshelve

Table = dict[str, tuple[str, ...]]

# The name that the nouns of each kind have for the taggers.
CLASSES = {
    "anonymous": "unnamed", "role": "role", "role_prefix": "prefix", "pronoun": "pronoun",
    "demonstrative": "this", "indefinite": "some", "joint": "joint", "body": "body",
    "generic": "body", "country": "place", "region": "place", "city": "place",
    "suffix": "suffix", "side": "side", "statement": "voice", "document": "document",
    "medium": "medium", "word": "time",
}  # fmt: skip


def load_class(code: str, kind: str) -> frozenset[str]:
    """The words of a closed class of a language."""
    return frozenset(load_words(code, kind))


def load_accounts(code: str) -> dict[str, str]:
    """The nouns for what somebody holds, each with its sense."""
    entries = load_pack(code).of("account")
    return {word: entry.get("sense") for entry in entries for word in entry.words}


def load_stances(code: str) -> Listing[str]:
    """The words of dispute, each with its act."""
    entries = load_pack(code).of("stance")
    return Listing({word: entry.get("act") for entry in entries for word in entry.words})


def load_stances_with(code: str, trait: str) -> frozenset[str]:
    """The words of dispute of the entries with a trait."""
    entries = load_pack(code).of("stance")
    return frozenset(word for entry in entries if entry.get(trait) for word in entry.words)


def load_senses(code: str, meaningless: Set[str] = frozenset()) -> Table:
    """Each word of report, and each end of a frame, with its senses.

    An end that tells nothing by itself has none: as … put it.
    """
    found: Table = {}
    for entry in load_pack(code).of("cue"):
        for part in (part.strip() for word in entry.words for part in word.split("…")):
            if part and part not in meaningless and entry.get("sense") not in found.get(part, ()):
                found[part] = (*found.get(part, ()), entry.get("sense"))
    return found


def load_kinds(code: str) -> Table:
    """Each noun that can stand in a speaker's phrase, with what it is there."""
    found: Table = {}
    pack = load_pack(code)
    for kind, name in CLASSES.items():
        for word in (word for entry in pack.of(kind) for word in entry.words):
            if name not in found.get(word, ()):
                found[word] = (*found.get(word, ()), name)
    return found


def load_curve(code: str) -> tuple[tuple[float, float], ...]:
    """The curve that makes a score into the share of such findings that were right."""
    file = resources.files("claims.lang").joinpath(code, "confidence.json")
    rows = json.loads(file.read_text("utf-8")) if file.is_file() else []
    return tuple((score, share) for score, share in rows)


def model_loader(code: str) -> Callable[[str], bytes]:
    """The weights of a tagger of a language by its name."""
    folder = resources.files("claims.lang").joinpath(code)
    return lambda name: unshelve(folder.joinpath(f"{name}{SUFFIX}").read_bytes())
