"""Gold files and files of dossiers, for `claims evaluate`."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claims.cli.articles import KNOWN, Read, track_documents, track_paths
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
    for path in paths:
        if _holds_dossiers(path):
            dossiers += _read_dossiers(path, voice)
        else:
            dossiers += track_paths([path], voice, max_bytes=max_bytes, jobs=jobs)
    if not paths:
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
    return track_documents(read, voice, total=len(golds), jobs=jobs)


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


def _holds_dossiers(path: str) -> bool:
    """Told by the beginning: a dossier opens with its schema or its document."""
    file = Path(path)
    if file.suffix not in (".json", ".jsonl") or not os.access(file, os.R_OK) or file.is_dir():
        return False
    with file.open("rb") as stream:
        head = stream.read(200)
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n[{")
    return opening.startswith((b'"schema"', b'"document"'))


def _read_dossiers(path: str, voice: Voice) -> Iterator[Dossier]:
    """The dossiers of a file, an array or one a line, as `claims extract` printed them."""
    text = _load(Path(path))
    whole = text.lstrip().startswith("[")
    parts = _split(text, path) if whole else text.split("\n")
    for number, part in enumerate(parts, 1):
        if part.strip():
            try:
                yield Dossier.model_validate_json(part)
            except ValidationError as error:
                voice.fail(_translate(error, f"{path}:{number}"))


def _split(text: str, path: str) -> list[str]:
    try:
        return [json.dumps(one) for one in json.loads(text)]
    except (ValueError, RecursionError):
        raise UnreadableError(path, "it is not JSON", "print it anew with claims extract") from None


def _translate(error: ValidationError, where: str) -> InputError:
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    what = f"it is no dossier ({place}: {first['msg']})" if place else "it is no dossier"
    return UnreadableError(where, what, "print it anew with claims extract")
