"""Files that are no text at all, told by how they begin or by their control characters."""

from __future__ import annotations

import re

# How a file begins, what it then is, and what to do about it.
_UNPACK = "unpack it first"
_AS_TEXT = "give its text, or the page it was made from"
_OF_PAGE = "give the text or the page it was made from"
_OTHER = "give a text, HTML or JSONL file"
MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", _AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _OF_PAGE),
    (b"\xff\xd8\xff", "a JPEG image", _OF_PAGE),
    (b"GIF87a", "a GIF image", _OF_PAGE),
    (b"GIF89a", "a GIF image", _OF_PAGE),
    (b"II*\x00", "a TIFF image", _OF_PAGE),
    (b"MM\x00*", "a TIFF image", _OF_PAGE),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text"),
    (b"PK\x05\x06", "an empty ZIP archive", _OTHER),
    (b"\x1f\x8b", "a gzip file", _UNPACK),
    (b"BZh", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"%!PS", "a PostScript file", _AS_TEXT),
    (b"SQLite format 3\x00", "an SQLite database", _OTHER),
    (b"\x7fELF", "a program", _OTHER),
    (b"RIFF", "a RIFF media file", _OF_PAGE),
    (b"OggS", "an Ogg media file", _OF_PAGE),
    (b"ID3\x02", "an MP3 file", _OF_PAGE),
    (b"ID3\x03", "an MP3 file", _OF_PAGE),
    (b"ID3\x04", "an MP3 file", _OF_PAGE),
    (b"\x00\x00\x01\x00", "an icon", _OTHER),
)

_HOPELESS = frozenset({_OF_PAGE, _OTHER})  # the advice where a file itself can give no article
HEAD = 64  # bytes that tell what a file is

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PER_CHARACTER = 100


def name_binary(data: bytes) -> tuple[str, str] | None:
    """What a file that is no text is, and what to do about it; None where it may be text.

    >>> name_binary(b"%PDF-1.7 ...")
    ('a PDF file', 'give its text, or the page it was made from')
    >>> name_binary("白宫说".encode()) is None
    True
    """
    for magic, what, advice in MAGIC:
        if data.startswith(magic) and _really(magic, data):
            return what, advice
    return None


def is_hopeless(data: bytes) -> bool:
    """Whether a file that begins so is a picture, a sound, a program or a database.

    >>> is_hopeless(b"GIF89a ..."), is_hopeless(b"%PDF-1.7 ..."), is_hopeless(b"...")
    (True, False, False)
    """
    binary = name_binary(data)
    return binary is not None and binary[1] in _HOPELESS


def _really(magic: bytes, data: bytes) -> bool:
    """Marks made of letters may also begin a text; binary files hold a NUL soon after."""
    return not magic.isalpha() or b"\x00" in data[:HEAD]


def holds_controls(text: str) -> bool:
    """Whether more than one character in a hundred is a control character.

    >>> holds_controls("\\x00\\x01\\x02abc"), holds_controls("a\\tb\\r\\n")
    (True, False)
    """
    return len(_CONTROLS.findall(text)) * _PER_CHARACTER > len(text)
