"""What a person asks a picture to show."""

from __future__ import annotations

from typing import Literal

from claims.model import Frozen
from claims.query.wanted import Wanted

MOST = 15  # claims that an A4 sheet takes at ten points


class Choice(Frozen):
    """What is shown: by default the fifteen claims that are most disputed.

    `lang` is that of the labels, by default the articles' own. `wanted` narrows to speakers or
    words, `whole` adds the claims that no one disputes, `most` is how many claims are shown at
    most, `supports` adds who says the same.

    >>> Choice().limit, Choice(whole=True).limit, Choice(whole=True, most=40).limit
    (15, None, 40)
    """

    lang: Literal["zh", "en"] | None = None
    wanted: Wanted = Wanted()
    whole: bool = False
    most: int | None = None
    supports: bool = False

    @property
    def limit(self) -> int | None:
        """How many claims are shown at most; None where all are."""
        return self.most or (None if self.whole else MOST)
