"""A picture: one sheet, and every form in which it is given."""

from __future__ import annotations

from claims.model import Frozen
from claims.render.diagram.data import write_graphml, write_json
from claims.render.diagram.engine import run_dot
from claims.render.diagram.layout import Link, lay_out
from claims.render.diagram.sheet import Sheet
from claims.render.diagram.svg import finish_svg


class Picture(Frozen):
    """A sheet that can be had as SVG, PNG, PDF, DOT, JSON and GraphML.

    The first three need `dot` on the machine, and raise NoDotError without it.

    >>> Picture(sheet=Sheet(note="没有发现谁质疑谁。")).dot().startswith("digraph claims {")
    True
    """

    sheet: Sheet

    def svg(self, link: Link | None = None) -> str:
        """One self-contained SVG; `link` gives the address of what an id stands for, or ""."""
        raw = run_dot(lay_out(self.sheet, link), "svg")
        return finish_svg(raw, self.sheet, linked=link is not None)

    def png(self) -> bytes:
        """The picture in dots, sharp enough for print at A4."""
        return run_dot(lay_out(self.sheet), "png")

    def pdf(self) -> bytes:
        """The picture on one page of its own size."""
        return run_dot(lay_out(self.sheet), "pdf")

    def dot(self, link: Link | None = None) -> str:
        """The source of the picture, to be had without `dot`."""
        return str(lay_out(self.sheet, link).source)

    def to_json(self) -> str:
        """The nouns of the picture."""
        return write_json(self.sheet)

    def to_graphml(self) -> str:
        """The part of the graph that is shown."""
        return write_graphml(self.sheet)
