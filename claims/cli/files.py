"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from claims.errors import ClaimsError


def write_file(path: Path, data: bytes) -> None:
    """Write a file by way of another beside it, so that nobody ever sees half of it.

    ClaimsError when it cannot be written; what was there before is then still there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_file(Path(folder) / "a.txt", b"whole")
    ...     (Path(folder) / "a.txt").read_bytes()
    b'whole'
    """
    try:
        beside = _write_beside(path, data)
        try:
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or error
        raise ClaimsError(
            f"{path}: it cannot be written ({reason}); give a place that can be written to"
        ) from None


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a folder, which is made where there is none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file is in its place" if folder.exists() else error.strerror or error
        raise ClaimsError(f"{folder}: the folder cannot be made ({reason})") from None
    for name, data in files.items():
        write_file(folder / name, data)


def _write_beside(path: Path, data: bytes) -> Path:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        os.chmod(name, 0o666 & ~_find_mask())  # mkstemp makes it readable for its owner alone
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


def _find_mask() -> int:
    """What the user lets nobody else do with new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
