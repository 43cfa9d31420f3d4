"""HTML-like labels of Graphviz: tables of lines, all words of others made harmless."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import graphviz

from claims.render.cells import clean


def write_tip(text: str) -> str:
    r"""Words shown on hover, as an attribute of Graphviz: backslashes and controls do nothing.

    >>> print(write_tip("A\\B"))
    A\\B
    """
    return str(graphviz.escape("\n".join(map(clean, text.split("\n")))))


def write_words(text: str, *, size: int = 0, color: str = "", bold: bool = False) -> str:
    """Words as they stand in a cell.

    >>> write_words("A & <B>", bold=True)
    '<B>A &amp; &lt;B&gt;</B>'
    """
    words = escape(clean(text)) or " "
    if bold:
        words = f"<B>{words}</B>"
    attributes = _write({"POINT-SIZE": size or "", "COLOR": color})
    return f"<FONT{attributes}>{words}</FONT>" if attributes else words


def write_cell(content: str, **attributes: object) -> str:
    """One cell; attributes that are empty are left out.

    >>> write_cell("x", align="LEFT", port="")
    '<TD ALIGN="LEFT">x</TD>'
    """
    return f"<TD{_write(attributes)}>{content}</TD>"


def write_column(cells: Iterable[str], **attributes: object) -> str:
    """A table with one cell a row.

    >>> write_column(["<TD>x</TD>"], border=0)
    '<TABLE BORDER="0"><TR><TD>x</TD></TR></TABLE>'
    """
    rows = "".join(f"<TR>{cell}</TR>" for cell in cells) or "<TR><TD></TD></TR>"
    return f"<TABLE{_write(attributes)}>{rows}</TABLE>"


def write_row(cells: Iterable[str], **attributes: object) -> str:
    """A table with all cells in one row."""
    return f"<TABLE{_write(attributes)}><TR>{''.join(cells)}</TR></TABLE>"


def _write(attributes: dict[str, object]) -> str:
    told = ((name.upper(), value) for name, value in attributes.items() if value != "")
    return "".join(f' {name}="{escape(str(value))}"' for name, value in told)


def as_label(table: str) -> str:
    """A table as a label of Graphviz, which knows it by its angle brackets."""
    return f"<{table}>"
