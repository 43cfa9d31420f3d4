"""What a person asks the picture of several articles to show."""

from __future__ import annotations

from typing import Literal

from claims.model import Frozen
from claims.query.across import Sought

MOST = 8  # positions that an A4 sheet takes at ten points, with those who hold them
EACH = 4  # of one matter, where there are several


class Scope(Frozen):
    """What is shown: by default the eight positions that are most contested.

    `matters` are ids, in the order in which they are drawn; without any, those that hold what is
    `sought`, the most contested first. `only` are the relations that are drawn, where not all
    are. `lang` is that of the labels, by default the articles' own; `most` is how many positions
    are shown at most.

    >>> Scope().limit, Scope(most=40).limit
    (8, 40)
    """

    lang: Literal["zh", "en"] | None = None
    matters: tuple[str, ...] = ()
    sought: Sought = Sought()
    only: frozenset[str] | None = None
    most: int | None = None

    @property
    def limit(self) -> int:
        """How many positions are shown at most."""
        return self.most or MOST

    @property
    def narrowed(self) -> bool:
        """Whether it is about something, so that there may be more."""
        return self.only is not None or self.sought != Sought()
