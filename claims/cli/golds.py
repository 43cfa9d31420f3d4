"""Gold files, and the dossiers that are measured by them, for `claims evaluate`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from claims.cli.articles import KNOWN, Read, follow, gather_dossiers, track
from claims.cli.streams import Voice
from claims.errors import ClaimsError, GoldError, InputError, UnreadableError
from claims.evaluate import Gold, pair_dossiers, parse_gold
from claims.model import Document, Dossier
from claims.read import read_text

Pairs = list[tuple[Gold, Dossier | None]]


def pair_golds(
    gold: str, paths: Collection[str], voice: Voice, *, max_bytes: int, jobs: int
) -> Pairs:
    """Each gold article with its dossier, from articles, files of dossiers or its own text."""
    golds = list(_read_golds(Path(gold), voice))
    if not golds:
        raise GoldError(f"{gold}: there is nothing to measure by; give annotated articles")
    dossiers: list[Dossier] = []
    if paths:
        dossiers += gather_dossiers(paths, voice, max_bytes=max_bytes, jobs=jobs)
    else:
        dossiers += _track_golds(golds, voice, jobs)
    pairs = list(pair_dossiers(golds, dossiers))
    if all(dossier is None for _, dossier in pairs):
        raise GoldError(_unmatched(gold, len(pairs), paths))
    return pairs


def _unmatched(gold: str, articles: int, paths: Collection[str]) -> str:
    if not paths:
        return f"{gold}: none of its texts could be read as an article, so nothing is measured"
    which = f"any of the {articles} articles" if articles > 1 else "the one article"
    return (
        f"nothing is measured: no dossier holds the text of {which} in {gold}; "
        "give the same articles, or what claims extract printed of them"
    )


def _track_golds(golds: list[Gold], voice: Voice, jobs: int) -> Iterator[Dossier]:
    """The gold texts themselves, as plain text: that is what their offsets count."""
    read = (Read(number, _read_gold_text(gold)) for number, gold in enumerate(golds))
    return follow(read, track, voice, total=len(golds), jobs=jobs)


def _read_gold_text(gold: Gold) -> Document | InputError:
    try:
        return read_text(gold.text, name=gold.id, known=KNOWN)
    except InputError as error:
        return error


def _read_golds(path: Path, voice: Voice) -> Iterator[Gold]:
    files = sorted(path.glob("*.json")) + sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        try:
            rows = list(_rows(file))
        except ClaimsError as error:
            voice.fail(error)
            continue
        for where, row in rows:
            try:
                yield parse_gold(_parse(row, where), where)
            except GoldError as error:
                voice.fail(error)


def _rows(file: Path) -> Iterator[tuple[str, str]]:
    """The JSON texts of a file, each with the place where it stands."""
    text = _load(file)
    if file.suffix != ".jsonl":
        yield str(file), text
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{file}:{number}", line


def _load(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UnreadableError(str(file), f"it cannot be read ({reason})", "check it") from None


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise GoldError(f"{where}: it is not JSON; give annotated articles") from None
