"""The versions of this program, by which dossiers are told apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_NUMBER = re.compile(r"\d+")


@cache
def find_program() -> str:
    """The version that runs now; empty where the package is run without being installed."""
    try:
        return version("claims-tracker")
    except PackageNotFoundError:
        return ""


def is_newer(one: str, other: str) -> bool:
    """Whether a version is newer than another; one that nobody knows is older than all.

    >>> is_newer("0.10.0", "0.9.2"), is_newer("0.9.2", ""), is_newer("", "0.9.2")
    (True, True, False)
    >>> is_newer("1.0", "1.0")
    False
    """
    return _parse(one) > _parse(other)


def _parse(program: str) -> tuple[int, ...]:
    return tuple(map(int, _NUMBER.findall(program.partition("+")[0])))
