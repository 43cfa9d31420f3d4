"""The picture of several articles: a matter, its positions, on whose word each rests.

    build_matters_sheet(library, scope)   the sheet of contested matters, the most contested first

A row is a position, a box one on whose word it rests, a line what stands between positions.
"""

from claims.render.diagram.matters.building import build_matters_sheet
from claims.render.diagram.matters.scope import Scope

__all__ = ["Scope", "build_matters_sheet"]
