"""Pictures: who disputes whom, and through whom one claim came.

    draw_disputes(graph, choice)   the dispute diagram, cut to what a sheet takes
    draw_chain(graph, id)          the chain of one claim

Both give a Picture, to be had as SVG, PNG, PDF, DOT, JSON and GraphML.
"""

from claims.render.diagram.choice import Choice
from claims.render.diagram.drawing import draw_chain, draw_disputes
from claims.render.diagram.picture import Picture
from claims.render.diagram.sheet import Sheet

__all__ = ["Choice", "Picture", "Sheet", "draw_chain", "draw_disputes"]
