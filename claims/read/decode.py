"""Bytes to text: whichever charset reads best, whatever was declared."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from claims.errors import UnreadableError
from claims.read.binary import holds_controls, name_binary
from claims.read.plausible import plausibility

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "gb18030", "big5hkscs", "cp1252", "utf-16-le", "utf-16-be")
_LOSSY = ("utf-8", "gb18030", "big5hkscs")
_RARE = ("cp932", "euc_jp", "cp949")

# A declared charset is read as the larger one that holds it, as browsers do.
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-16-le", "shift_jis": "cp932",
    "euc_kr": "cp949",
}  # fmt: skip
# Codecs that turn one text into another, or that a page can abuse.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7", "undefined"}
)

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BEYOND_TWO_BYTES = re.compile(r"[\u0800-\U0010ffff]")

_ACCENTED = re.compile(r"[\u00a1-\u024f]")  # letters and marks of the Latin script
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 5  # characters of a text to each that is not ASCII

_DECLARED_BONUS = 0.4
# UTF-8 rarely fits by chance; UTF-16 fits any bytes of even length.
_PRIOR = {"utf-8": 0.3, "utf-16-le": -0.5, "utf-16-be": -0.5}
_READS_WELL = 1.0
_READS_AT_ALL = -1.0


class _Reading(NamedTuple):
    """One decoding of the bytes and how well it reads."""

    score: float
    text: str


def decode_text(data: bytes, *, where: str, charset: str | None = None) -> str:
    """The text of some bytes, without a byte order mark; UnreadableError where there is none.

    `charset` is what the sender declared, as far as known; a page's own declaration is found
    here. Both are hints: what reads best is taken.

    >>> decode_text("白宫发表声明。".encode("gbk"), where="a.txt", charset="big5")
    '白宫发表声明。'
    """
    binary = name_binary(data)
    if binary:
        raise UnreadableError(where, f"it is {binary[0]}, not text", binary[1])
    text = _decode(data, charset)
    if text is None and b"\x00" not in data:
        advice = "save it as UTF-8"
        raise UnreadableError(where, "its characters cannot be read in any known charset", advice)
    if text is None or holds_controls(text):
        raise UnreadableError(where, "it is binary, not text", "give a text, HTML or JSONL file")
    return text


def _decode(data: bytes, charset: str | None) -> str | None:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    sure = _decode_sure(data)
    if sure is not None:
        return sure
    best = max(_read_strictly(data, charset), default=None, key=lambda one: one.score)
    if best is None or best.score < _READS_WELL:
        further = (*_read_lossily(data), *_read_rarely(data))
        rated = [one for one in (best, *further) if one is not None]
        best = max(rated, default=None, key=lambda one: one.score)
    return best.text if best and best.score > _READS_AT_ALL else None


def _decode_sure(data: bytes) -> str | None:
    """The text where UTF-8 leaves no doubt: sequences of three bytes do not come by chance.

    Nor do accents here and there in a text of plain letters: José, café, £5m.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if _CONTROL_BYTES.search(data):
        return None
    if text.isascii() or _BEYOND_TWO_BYTES.search(text):
        return text
    accents, others = len(_ACCENTED.findall(text)), len(_NOT_ASCII.findall(text))
    return text if accents == others and others * _FEW <= len(text) else None


def _read_strictly(data: bytes, charset: str | None) -> Iterator[_Reading]:
    declared = [codec for codec in (_codec(charset), _codec(_find_declared(data))) if codec]
    for codec in dict.fromkeys((*declared, *_GUESSES)):
        bonus = _DECLARED_BONUS if codec in declared else _PRIOR.get(codec, 0.0)
        yield from _read_as(codec, data, bonus)


def _read_as(codec: str, data: bytes, bonus: float = 0.0) -> Iterator[_Reading]:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError):
        return
    yield _Reading(plausibility(text) + bonus, text)


def _read_lossily(data: bytes) -> Iterator[_Reading]:
    """Readings with a few broken characters: a file cut off in the middle of one, say."""
    for codec in _LOSSY:
        text = data.decode(codec, "replace")
        if text.count("\ufffd") <= 1 + len(text) // 100:
            kept = text.replace("\ufffd", "")
            yield _Reading(plausibility(kept) - 0.5, text)


def _read_rarely(data: bytes) -> Iterator[_Reading]:
    """Further opinions, for the scripts that no guess above covers."""
    for codec in _RARE:
        yield from _read_as(codec, data)
    detector = import_module("charset_normalizer")
    match = detector.from_bytes(data[:65536]).best()
    if match is not None:
        yield from _read_as(match.encoding, data)


def _find_declared(data: bytes) -> str | None:
    head = data[:4096]
    found = _DECLARED.search(head) if b"<" in head else None
    return found.group(1).decode("ascii") if found else None


def _codec(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    return None if name in _NO_CHARSETS else _LARGER.get(name, name)
