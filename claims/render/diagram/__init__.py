"""Pictures: who disputes whom, through whom one claim came, what is contested in many articles.

    draw_disputes(graph, choice)   the dispute diagram, cut to what a sheet takes
    draw_chain(graph, id)          the chain of one claim
    draw_matters(library, scope)   the positions on contested matters, and who holds them

All give a Picture, to be had as SVG, PNG, PDF, DOT, JSON and GraphML.
"""

from claims.render.diagram.choice import Choice
from claims.render.diagram.drawing import draw_chain, draw_disputes, draw_matters
from claims.render.diagram.matters import Scope
from claims.render.diagram.picture import Picture
from claims.render.diagram.sheet import Sheet

__all__ = [
    "Choice", "Picture", "Scope", "Sheet", "draw_chain", "draw_disputes", "draw_matters",
]  # fmt: skip
