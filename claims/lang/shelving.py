"""Weights as they lie in a pack: squeezed to half their size, the same to the same bytes."""

from __future__ import annotations

import gzip
from pathlib import Path

SUFFIX = ".model.gz"


def shelve(weights: bytes, folder: Path, name: str) -> Path:
    """Write the weights of a name into a folder, and give the file."""
    path = folder / f"{name}{SUFFIX}"
    path.write_bytes(gzip.compress(weights, mtime=0))
    return path


def unshelve(data: bytes) -> bytes:
    """The weights that a file holds.

    >>> unshelve(gzip.compress(b"weights"))
    b'weights'
    """
    return gzip.decompress(data)
