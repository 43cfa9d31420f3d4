"""Bytes to documents: every format, charset and page is dealt with here, once.

    find_inputs      paths → files to read
    read_documents   paths → documents and errors, lazily
    read_path        one path → documents, or the first error
    read_each        bytes → documents and errors
    read_bytes       bytes → documents, or the first error
    read_text        a text, taken as it is → a document
    detect_language  a text → the code of its language
    part_languages   a document in several languages → one for each

Nothing here imports a parser before a page needs one.
"""

from claims.read.documents import read_bytes, read_each, read_text
from claims.read.files import MAX_BYTES, Input, find_inputs, read_documents, read_path
from claims.read.language import detect_language, name_language
from claims.read.mixed import part_languages

__all__ = [
    "MAX_BYTES", "Input", "detect_language", "find_inputs", "name_language", "part_languages",
    "read_bytes", "read_documents", "read_each", "read_path", "read_text",
]  # fmt: skip
