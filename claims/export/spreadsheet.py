"""Rows as CSV that a spreadsheet opens without harm.

A cell that begins with one of `= + - @` is a formula to a spreadsheet, and the words of an
article may begin so: such a cell gets an apostrophe before it, as OWASP advises. Full-width
forms count too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

FORMULA = tuple("=+-@\t\r＝＋－＠")


def guard(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula.

    >>> guard('=HYPERLINK("x")'), guard("停航")
    ('\\'=HYPERLINK("x")', '停航')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """CSV by RFC 4180, the columns named in the first line; what a row lacks is empty.

    >>> write_rows(["a", "b"], [{"a": "停航", "b": True}])
    'a,b\\r\\n停航,true\\r\\n'
    """
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_tell(row.get(column)) for column in columns])
    return stream.getvalue()


def _tell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return guard(value) if isinstance(value, str) else str(value)
