"""Where everything stands on the paper, and along which way each line goes.

    place_sheet(sheet, style)   all places of a sheet, in points, y downwards

Columns run from the left: those who relay, those who say, what is said; in the middle the words
on the lines; then what the other side says, who says it, who relays. Lines run across columns in
lanes of their own and change their height only in the gutters between columns, so that no line
can cross words.
"""

from claims.render.diagram.placing.paper import Paper, place_sheet

__all__ = ["Paper", "place_sheet"]
