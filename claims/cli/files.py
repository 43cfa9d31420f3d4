"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from claims.errors import ClaimsError


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a folder, which is made where there is none.

    None takes its place before all are written: a full disk leaves what was there as it was.
    ClaimsError when that cannot be done.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_files(Path(folder), {"a.txt": b"whole"})
    ...     (Path(folder) / "a.txt").read_bytes()
    b'whole'
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file is in its place" if folder.exists() else error.strerror or error
        raise ClaimsError(f"{folder}: the folder cannot be made ({reason})") from None
    _write_all({folder / name: data for name, data in files.items()})


def _write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, and then put each in its place."""
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _telling(path):
                waiting[path] = _write_beside(path, data)
        for path in list(waiting):
            with _telling(path):
                waiting[path].replace(path)
            del waiting[path]
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell what keeps a file from being written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise ClaimsError(
            f"{path}: it cannot be written ({reason}); give a place that can be written to"
        ) from None


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
